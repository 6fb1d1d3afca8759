import type { Stretch } from '../opening-week.js';
import type { Slot } from '../slot.js';
import { addDays, type PlainDate } from './plain-date.js';
import { firstInstantFrom, formatInstant, instantsOf, offsetAt, offsetText } from './zone.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Most dates or times whose place in the zone is kept, so that a server does not grow for ever. */
const MOST_REMEMBERED = 2000;

/** The times of a slot as people and machines read them. */
export type WrittenTimes = Pick<Slot, 'start' | 'end' | 'localDate' | 'localTime' | 'timeZone' | 'offset'>;

/** A possible start of an appointment. */
export interface Start {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Wall-clock minute of its date. */
  readonly minute: number;
  /** Only in an hour that happens twice: 0 the first time, 1 the second. */
  readonly fold?: 0 | 1;
}

/** The wall clock of one zone, which remembers what it worked out. */
export class ClinicClock {
  readonly #zone: string;
  readonly #offsets = new Map<PlainDate, number | undefined>();
  /** Of dates on which the clocks change, by date and time. */
  readonly #instants = new Map<string, readonly number[]>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * Starts every `stepMinutes` of the wall clock whose `minutes` of elapsed time end by the stretch's end. None in a
   * gap, both in a fold. A stretch ends the first time that the clock shows its end, or jumps past it.
   */
  startsIn(date: PlainDate, { from, to }: Stretch, minutes: number, stepMinutes: number): Start[] {
    const starts: Start[] = [];
    const offset = this.#steadyOffset(date);
    if (offset !== undefined) {
      const midnight = Date.parse(date) - offset * MINUTE;
      for (let minute = from; minute + minutes <= to; minute += stepMinutes) {
        starts.push({ at: midnight + minute * MINUTE, minute });
      }
      return starts;
    }
    // The clocks change on this date: the wall's minutes and the elapsed ones differ.
    const closing = this.#firstInstantFrom(date, to);
    for (let minute = from; minute < to; minute += stepMinutes) {
      const instants = this.#instantsOf(date, timeText(minute));
      instants.forEach((at, index) => {
        if (at + minutes * MINUTE > closing) return;
        starts.push({ at, minute, ...(instants.length > 1 && { fold: index === 0 ? 0 : 1 }) });
      });
    }
    return starts;
  }

  /** How an appointment of so many minutes is written, in the wall clock's own words. */
  written(date: PlainDate, { at, minute }: Start, minutes: number): WrittenTimes {
    const offset = offsetText((Date.parse(date) - at) / MINUTE + minute);
    const localTime = timeText(minute);
    const end = at + minutes * MINUTE;
    const isPlain = minute + minutes < 1440 && this.#steadyOffset(date) !== undefined;
    return {
      start: `${date}T${localTime}:00${offset}`,
      end: isPlain
        ? `${date}T${timeText(minute + minutes)}:00${offset}`
        : formatInstant(end, offsetAt(this.#zone, end)),
      localDate: date,
      localTime,
      timeZone: this.#zone,
      offset,
    };
  }

  #firstInstantFrom(date: PlainDate, minute: number): number {
    const [day, time] = minute === 1440 ? [addDays(date, 1), '00:00'] : [date, timeText(minute)];
    return this.#instantsOf(day, time)[0] ?? firstInstantFrom(this.#zone, day, time);
  }

  #instantsOf(date: PlainDate, time: string): readonly number[] {
    const key = date + time;
    let instants = this.#instants.get(key);
    if (!instants) {
      instants = instantsOf(this.#zone, date, time);
      if (this.#instants.size > MOST_REMEMBERED) this.#instants.clear();
      this.#instants.set(key, instants);
    }
    return instants;
  }

  /** The offset of a date from whose first midnight to the next the clocks don't change. */
  #steadyOffset(date: PlainDate): number | undefined {
    if (this.#offsets.has(date)) return this.#offsets.get(date);
    const offset = offsetAt(this.#zone, Date.parse(date));
    const midnight = Date.parse(date) - offset * MINUTE;
    const steady = offsetAt(this.#zone, midnight) === offset && offsetAt(this.#zone, midnight + DAY) === offset;
    const result = steady ? offset : undefined;
    if (this.#offsets.size > MOST_REMEMBERED) this.#offsets.clear();
    this.#offsets.set(date, result);
    return result;
  }
}

function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
