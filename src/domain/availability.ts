import type { BusyTimes, TimeSpan } from './busy-times.js';
import type { Clinic } from './clinic.js';
import { SmpError } from './errors.js';
import { openingWeek, type OpeningWeek } from './opening-week.js';
import type { BookingRules, ClinicSchedule, DaysOff, ServiceRules } from './schedule.js';
import type { Service } from './service.js';
import type { Slot, SlotPage, SlotQuery } from './slot.js';
import { DEFAULT_QUERY_DAYS, MAX_PAGE_SLOTS, MAX_QUERY_DAYS } from './slot-limits.js';
import { parseSlotId, slotId, type SlotKey } from './slot-id.js';
import type { Id } from './text.js';
import { ClinicClock, type Start } from './time/clinic-clock.js';
import { addDays, daysBetween, isPlainDate, weekday, type PlainDate } from './time/plain-date.js';
import { firstInstantFrom, formatInstant, isKnownZone, offsetAt, wallTime } from './time/zone.js';

export type { TimeSpan } from './busy-times.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Far enough from year 9999 for sums of days to stay within it. */
const LATEST_YEAR = 9900;
const LATEST = Date.UTC(LATEST_YEAR, 0);

/** A {@link SlotQuery} whose names were found and whose dates are known. */
export interface SlotSearch {
  readonly service: Service;
  readonly practitioner?: Id;
  /** `undefined` in it: video or phone. */
  readonly locations: readonly (Id | undefined)[];
  /** The clinic's date now. */
  readonly today: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** One practitioner who can take a slot. */
export interface Candidate {
  readonly practitioner: Id;
  /** The slot under the id that was asked for, with this practitioner. */
  readonly slot: Slot;
  /** What the booking takes up, buffers included. */
  readonly occupied: TimeSpan;
}

interface Roster {
  readonly id: Id;
  readonly services: ReadonlySet<Id> | undefined;
  readonly locations: ReadonlySet<Id> | undefined;
  readonly week: OpeningWeek;
}

/**
 * Works out a clinic's free times from its opening hours, breaks, days off, rules and what is taken already.
 * It reads no clock and keeps nothing but the clinic and its schedule: make it anew when these change.
 */
export class Availability {
  readonly #clinic: Clinic;
  readonly #zone: string;
  readonly #rules: BookingRules;
  readonly #serviceRules: ReadonlyMap<Id, ServiceRules>;
  readonly #daysOff: readonly DaysOff[];
  readonly #rosters: readonly Roster[];
  readonly #clock: ClinicClock;

  /** @throws `invalid-config` for a time zone that this engine does not know */
  constructor(clinic: Clinic, schedule: ClinicSchedule) {
    if (!isKnownZone(clinic.timeZone)) throw new SmpError('invalid-config', `Unknown time zone ${clinic.timeZone}`);
    this.#clinic = clinic;
    this.#zone = clinic.timeZone;
    this.#clock = new ClinicClock(clinic.timeZone);
    this.#rules = schedule.rules ?? {};
    this.#serviceRules = new Map(Object.entries(this.#rules.services ?? {}));
    this.#daysOff = schedule.daysOff ?? [];
    this.#rosters = clinic.practitioners.map(({ id, services, locations }) => ({
      id,
      services: services && new Set(services),
      locations: locations && new Set(locations),
      week: openingWeek(schedule.practitioners.filter(({ practitioner }) => practitioner === id)),
    }));
  }

  /**
   * Finds the names and dates of a query.
   * @param now milliseconds since 1970
   * @throws `not-found` (service, practitioner, location), `validation` (dates)
   */
  resolve(query: SlotQuery, now: number): SlotSearch {
    const service = this.#service(query.service);
    if (query.practitioner !== undefined && !this.#roster(query.practitioner)) throw notFound('practitioner');
    if (query.location !== undefined && !this.#clinic.locations.some(({ id }) => id === query.location)) {
      throw notFound('location');
    }
    const today = wallTime(this.#zone, now).date;
    const from = query.from ?? today;
    if (!isPlainDate(from) || Number(from.slice(0, 4)) > LATEST_YEAR) throw invalid('/from');
    const to = query.to ?? addDays(from, DEFAULT_QUERY_DAYS - 1);
    if (!isPlainDate(to) || to < from || daysBetween(from, to) >= MAX_QUERY_DAYS) throw invalid('/to');
    const offered = this.#locationsOf(service);
    return {
      service,
      ...(query.practitioner !== undefined && { practitioner: query.practitioner }),
      locations:
        service.mode === 'in-person' && query.location !== undefined
          ? offered.filter((id) => id === query.location)
          : offered,
      today,
      from,
      to,
    };
  }

  /**
   * The free times of a search in order of their instant, then of the clinic's locations.
   * @param now milliseconds since 1970
   */
  list(search: SlotSearch, busy: BusyTimes, now: number): Slot[] {
    const slots: Slot[] = [];
    const { first, last } = this.#bounds(search, now);
    for (let date = first; date <= last; date = addDays(date, 1)) this.#listDay(search, date, busy, now, slots);
    return slots;
  }

  /**
   * First date from `search.to` + 1 on that has a free time, or null when there is none to the end of the booking window.
   * @param until looks no further than this date
   */
  nextAvailable(search: SlotSearch, busy: BusyTimes, now: number, until?: PlainDate): PlainDate | null {
    const { first, last } = this.#bounds({ from: addDays(search.to, 1), to: until ?? this.lastDate(now) }, now);
    const found: Slot[] = [];
    for (let date = first; date <= last; date = addDays(date, 1)) {
      this.#listDay(search, date, busy, now, found);
      if (found.length > 0) return date;
    }
    return null;
  }

  /**
   * The whole answer to a query. `busy` has to reach to the end of the booking window, for `nextAvailable`; a backend
   * that reads it piece by piece puts the page together from {@link resolve}, {@link list} and {@link nextAvailable}.
   * @throws `not-found` (service, practitioner, location), `validation` (dates, cursor)
   */
  page(query: SlotQuery, busy: BusyTimes, now: number): SlotPage {
    const search = this.resolve(query, now);
    return {
      ...this.pageOf(search, this.list(search, busy, now), now, query.cursor),
      nextAvailable: this.nextAvailable(search, busy, now),
    };
  }

  /** One page of listed slots, from `cursor` on. @throws `validation` (cursor) */
  pageOf(search: SlotSearch, slots: readonly Slot[], now: number, cursor?: string): SlotPage {
    const { today, from, to } = search;
    const after = cursor === undefined ? undefined : parseSlotId(cursor);
    if (cursor !== undefined && after?.service !== search.service.id) throw invalid('/cursor');
    let begin = 0;
    if (after) {
      const rank = (location: Id | undefined): number => search.locations.indexOf(location);
      begin = slots.findIndex(({ start, location }) => {
        const at = Date.parse(start);
        return at > after.start || (at === after.start && rank(location) > rank(after.location));
      });
      if (begin < 0) begin = slots.length;
    }
    const page = slots.slice(begin, begin + MAX_PAGE_SLOTS);
    const last = page.at(-1);
    return {
      timeZone: this.#zone,
      today,
      from,
      to,
      slots: page,
      asOf: formatInstant(now, offsetAt(this.#zone, now)),
      ...(last && begin + page.length < slots.length && { next: last.id }),
    };
  }

  /** Last clinic date of the booking window. */
  lastDate(now: number): PlainDate {
    return wallTime(this.#zone, this.#lastStart(now)).date;
  }

  /** Instants that the clinic dates `from` to `to` may touch, buffers included: what has to be known of the busy times. */
  spanOf(from: PlainDate, to: PlainDate): TimeSpan {
    const start = firstInstantFrom(this.#zone, from, '00:00');
    return { start: start - DAY, end: firstInstantFrom(this.#zone, addDays(to, 1), '00:00') + DAY };
  }

  /**
   * Who can take this slot now, in the clinic's order of practitioners; none when it can't be booked (any more).
   * @throws `not-found` for an id that this clinic can never have given
   */
  candidates(id: Id, busy: BusyTimes, now: number): Candidate[] {
    const { key, service } = this.#find(id);
    if (!this.#isInTime(key.start, service, now) || !this.#locationsOf(service).includes(key.location)) return [];
    const { date } = wallTime(this.#zone, key.start);
    const found: Candidate[] = [];
    for (const roster of this.#rostersFor(service, key.practitioner)) {
      const start = this.#startsOn(date, roster, service, key.location).find(({ at }) => at === key.start);
      const occupied = this.#occupied(service, key.start);
      if (!start || !busy.isFree(roster.id, occupied.start, occupied.end)) continue;
      const slot = this.#slot(date, start, service, key.location, key.practitioner);
      found.push({ practitioner: roster.id, slot: { ...slot, practitioner: roster.id }, occupied });
    }
    return found;
  }

  /**
   * Free slots of the same service, location and choice of practitioner that are nearest in time, nearest first.
   * @param options.count most slots (default 3)
   * @param options.days how many days before and after are looked through (default 31)
   * @throws `not-found` for an id that this clinic can never have given
   */
  alternatives(
    id: Id,
    busy: BusyTimes,
    now: number,
    { count = 3, days = 31 }: { readonly count?: number; readonly days?: number } = {},
  ): Slot[] {
    const { key, service } = this.#find(id);
    const { date } = wallTime(this.#zone, key.start);
    const search: SlotSearch = {
      service,
      ...(key.practitioner !== undefined && { practitioner: key.practitioner }),
      locations: [key.location],
      today: date,
      from: addDays(date, -days),
      to: addDays(date, days),
    };
    const distance = (slot: Slot): number => Math.abs(Date.parse(slot.start) - key.start);
    return this.list(search, busy, now)
      .filter((slot) => slot.id !== id)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, count);
  }

  /**
   * Instants whose busy times {@link alternatives} has to know.
   * @throws `not-found` for an id that this clinic can never have given
   */
  spanAround(id: Id, days = 31): TimeSpan {
    const { date } = wallTime(this.#zone, this.#find(id).key.start);
    return this.spanOf(addDays(date, -days), addDays(date, days));
  }

  /** What a booking of this slot takes up, buffers included. @throws `not-found` for an id of no service here */
  occupied(id: Id): TimeSpan {
    const { key, service } = this.#find(id);
    return this.#occupied(service, key.start);
  }

  #find(id: Id): { readonly key: SlotKey; readonly service: Service } {
    const key = parseSlotId(id);
    if (!key || key.start < 0 || key.start > LATEST) throw notFound('slot');
    const { practitioner, location } = key;
    const known =
      (practitioner === undefined || this.#roster(practitioner)) &&
      (location === undefined || this.#clinic.locations.some((place) => place.id === location));
    if (!known) throw notFound('slot');
    return { key, service: this.#service(key.service) };
  }

  #service(id: Id): Service {
    const service = this.#clinic.services.find((one) => one.id === id);
    if (!service) throw notFound('service');
    return service;
  }

  #roster(id: Id): Roster | undefined {
    return this.#rosters.find((roster) => roster.id === id);
  }

  #rostersFor(service: Service, practitioner: Id | undefined): readonly Roster[] {
    return this.#rosters.filter(
      ({ id, services }) => (practitioner ?? id) === id && (services?.has(service.id) ?? true),
    );
  }

  #locationsOf(service: Service): readonly (Id | undefined)[] {
    if (service.mode !== 'in-person' || this.#clinic.locations.length === 0) return [undefined];
    const ids = this.#clinic.locations.map(({ id }) => id);
    return service.locations ? ids.filter((id) => service.locations?.includes(id)) : ids;
  }

  #lastStart(now: number): number {
    return now + (this.#rules.windowDays ?? 180) * DAY;
  }

  /** Notice and window are counted in elapsed time, never in days of the calendar. */
  #isInTime(start: number, service: Service, now: number): boolean {
    const notice = this.#serviceRules.get(service.id)?.noticeMinutes ?? this.#rules.noticeMinutes ?? 0;
    return start >= now + notice * MINUTE && start <= this.#lastStart(now);
  }

  /** Dates outside today and the end of the window have no free times. */
  #bounds({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }, now: number) {
    const today = wallTime(this.#zone, now).date;
    const end = this.lastDate(now);
    return { first: from < today ? today : from, last: to > end ? end : to };
  }

  #occupied(service: Service, start: number): TimeSpan {
    const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = this.#serviceRules.get(service.id) ?? {};
    return {
      start: start - bufferBeforeMinutes * MINUTE,
      end: start + (service.durationMinutes + bufferAfterMinutes) * MINUTE,
    };
  }

  #listDay(search: SlotSearch, date: PlainDate, busy: BusyTimes, now: number, slots: Slot[]): void {
    const { service } = search;
    const day: { readonly start: Start; readonly location: Id | undefined }[] = [];
    for (const location of search.locations) {
      const seen = new Set<number>();
      for (const roster of this.#rostersFor(service, search.practitioner)) {
        for (const start of this.#startsOn(date, roster, service, location)) {
          if (seen.has(start.at) || !this.#isInTime(start.at, service, now)) continue;
          const occupied = this.#occupied(service, start.at);
          if (!busy.isFree(roster.id, occupied.start, occupied.end)) continue;
          seen.add(start.at);
          day.push({ start, location });
        }
      }
    }
    // A stable sort keeps the order of locations within one start.
    day.sort((a, b) => a.start.at - b.start.at);
    for (const { start, location } of day) slots.push(this.#slot(date, start, service, location, search.practitioner));
  }

  #isOff(date: PlainDate, practitioner: Id, location: Id | undefined): boolean {
    return this.#daysOff.some(
      (off) =>
        off.from <= date &&
        date <= off.to &&
        (off.practitioner ?? practitioner) === practitioner &&
        (off.location === undefined || off.location === location),
    );
  }

  /** Every start that a practitioner's hours allow on a date, whatever is taken. */
  #startsOn(date: PlainDate, roster: Roster, service: Service, location: Id | undefined): Start[] {
    if (location !== undefined && roster.locations && !roster.locations.has(location)) return [];
    // Whoever is at any location can also take a call.
    const remote = service.mode !== 'in-person';
    const step = this.#serviceRules.get(service.id)?.stepMinutes ?? this.#rules.stepMinutes ?? 30;
    const starts = new Map<number, Start>();
    for (const [place, week] of roster.week) {
      if ((!remote && place !== location) || this.#isOff(date, roster.id, place)) continue;
      for (const stretch of week[weekday(date) - 1] ?? []) {
        for (const start of this.#clock.startsIn(date, stretch, service.durationMinutes, step))
          starts.set(start.at, start);
      }
    }
    return [...starts.values()];
  }

  #slot(date: PlainDate, start: Start, service: Service, location: Id | undefined, practitioner: Id | undefined): Slot {
    const choice = {
      ...(practitioner !== undefined && { practitioner }),
      ...(location !== undefined && { location }),
    };
    return {
      id: slotId({ service: service.id, start: start.at, ...choice }),
      ...this.#clock.written(date, start, service.durationMinutes),
      ...choice,
      ...(start.fold !== undefined && { fold: start.fold }),
    };
  }
}

function notFound(what: string): SmpError {
  return new SmpError('not-found', `No such ${what}`);
}

function invalid(pointer: string): SmpError {
  return new SmpError('validation', `Bad value at ${pointer}`, { issues: [{ pointer, code: 'range' }] });
}
