import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Availability } from '../../src/domain/availability.js';
import { BusyTimes, type BusyRange } from '../../src/domain/busy-times.js';
import { Clinic } from '../../src/domain/clinic.js';
import { ClinicSchedule } from '../../src/domain/schedule.js';
import { Slot } from '../../src/domain/slot.js';
import { slotId } from '../../src/domain/slot-id.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import { formatInstant, instantsOf, offsetAt, wallTime } from '../../src/domain/time/zone.js';
import { daily, engine, NOTHING_BUSY, slotsOf, times } from './clinic-fixture.js';
import { ODD_ZONES, transitionsOf } from './time/odd-zones.js';
import { caseCount } from '../support/case-count.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const RUNS = { numRuns: caseCount(2000) };

const pad = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
const startOf = (slot: Slot): number => Date.parse(slot.start);
const endOf = (slot: Slot): number => Date.parse(slot.end);

const edges = ODD_ZONES.flatMap((zone) => transitionsOf(zone).map((at) => ({ zone, at })));
/** A zone and a moment in it, mostly near a change of its clocks. */
const moment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...edges) },
  {
    weight: 1,
    arbitrary: fc.record({
      zone: fc.constantFrom(...ODD_ZONES),
      at: fc.integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2031, 0) / MINUTE }).map((at) => at * MINUTE),
    }),
  },
);
const quarters = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((quarter) => quarter * 15);
const stretch = fc
  .tuple(quarters(23), quarters(12))
  .map(([from, length]) => ({ from: clock(from), to: clock(Math.min(1440, from + length + 15)) }));

interface Case {
  readonly availability: Availability;
  readonly clinic: Clinic;
  readonly schedule: ClinicSchedule;
  readonly busy: BusyRange[];
  readonly now: number;
  readonly from: string;
  readonly to: string;
  readonly practitioner: string | undefined;
}

/** A clinic of two practitioners and two places, with hours, breaks, buffers and bookings at random. */
const situation: fc.Arbitrary<Case> = fc
  .record({
    moment,
    hours: fc.array(fc.record({ at: stretch, place: fc.constantFrom('soho', 'leeds', undefined), who: fc.nat(1) }), {
      minLength: 1,
      maxLength: 4,
    }),
    breaks: fc.array(fc.record({ at: stretch, who: fc.nat(1) }), { maxLength: 2 }),
    mode: fc.constantFrom('in-person', 'video'),
    duration: fc.integer({ min: 1, max: 16 }).map((n) => n * 15),
    step: fc.constantFrom(20, 30, 45, 60),
    before: fc.constantFrom(0, 0, 10, 30),
    after: fc.constantFrom(0, 0, 15, 60),
    notice: fc.constantFrom(0, 0, 90, 1440),
    windowDays: fc.constantFrom(1, 2, 30),
    nowShift: fc.integer({ min: -3 * 1440, max: 1440 }),
    busy: fc.array(
      fc.record({
        who: fc.nat(1),
        at: fc.integer({ min: -2880, max: 2880 }),
        length: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 6 },
    ),
    off: fc.option(fc.record({ day: fc.integer({ min: -1, max: 1 }), who: fc.constantFrom('ana', 'ben', undefined) })),
    practitioner: fc.constantFrom(undefined, undefined, 'ana', 'ben'),
  })
  .map((it): Case => {
    const name = (who: number): string => (who ? 'ben' : 'ana');
    const week = [1, 2, 3, 4, 5, 6, 7];
    const date = wallTime(it.moment.zone, it.moment.at).date;
    const clinic = Clinic.parse({
      id: 'fern',
      name: 'Fern Row Clinic',
      timeZone: it.moment.zone,
      locations: [
        { id: 'soho', name: 'Soho' },
        { id: 'leeds', name: 'Leeds' },
      ],
      services: [{ id: 'visit', name: 'Visit', kind: 'other', mode: it.mode, durationMinutes: it.duration }],
      practitioners: [
        { id: 'ana', name: 'Ana' },
        { id: 'ben', name: 'Ben' },
      ],
    });
    const schedule = ClinicSchedule.parse({
      practitioners: [0, 1].map((who) => ({
        practitioner: name(who),
        hours: it.hours
          .filter((hours) => hours.who === who)
          .flatMap(({ at, place }) => week.map((weekday) => ({ weekday, ...at, ...(place && { location: place }) }))),
        breaks: it.breaks
          .filter((pause) => pause.who === who)
          .flatMap(({ at }) => week.map((weekday) => ({ weekday, ...at }))),
      })),
      daysOff: it.off
        ? [
            {
              from: addDays(date, it.off.day),
              to: addDays(date, it.off.day),
              ...(it.off.who && { practitioner: it.off.who }),
            },
          ]
        : [],
      rules: {
        noticeMinutes: it.notice,
        windowDays: it.windowDays,
        stepMinutes: it.step,
        services: { visit: { bufferBeforeMinutes: it.before, bufferAfterMinutes: it.after } },
      },
    });
    return {
      availability: new Availability(clinic, schedule),
      clinic,
      schedule,
      busy: it.busy.map(({ who, at, length }) => {
        const start = it.moment.at + at * MINUTE;
        return { practitioner: name(who), start, end: start + length * MINUTE };
      }),
      now: it.moment.at + it.nowShift * MINUTE,
      from: addDays(date, -1),
      to: addDays(date, 1),
      practitioner: it.practitioner,
    };
  });

const listed = ({ availability, busy, now, from, to, practitioner }: Case): Slot[] =>
  slotsOf(
    availability,
    { service: 'visit', from, to, ...(practitioner && { practitioner }) },
    new BusyTimes(busy),
    now,
  );

/** Starts that Temporal and the plainest reading of the rules give, as slot ids. */
function plainly({ clinic, schedule, busy, now, from, to, practitioner }: Case): string[] {
  const zone = clinic.timeZone;
  const [service] = clinic.services;
  assert.ok(service);
  const { stepMinutes = 30, noticeMinutes = 0, windowDays = 0, services = {} } = schedule.rules ?? {};
  const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = services['visit'] ?? {};
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const instants = (date: string, minute: number): { readonly first: number; readonly all: number[] } => {
    const plain = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
    if (earlier.toPlainDateTime().equals(plain)) {
      return {
        first: earlier.epochMilliseconds,
        all: [...new Set([earlier.epochMilliseconds, later.epochMilliseconds])],
      };
    }
    return { first: earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? NaN, all: [] };
  };
  const found = new Map<string, { readonly at: number; readonly place: number }>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const { practitioner: who, hours, breaks = [] } of schedule.practitioners) {
      if (practitioner && practitioner !== who) continue;
      const off = (schedule.daysOff ?? []).some((days) => days.from === date && (days.practitioner ?? who) === who);
      if (off) continue;
      for (const place of ['soho', 'leeds', undefined]) {
        if (service.mode === 'in-person' && place === undefined) continue;
        // The open quarters of an hour of the day.
        const open = Array.from({ length: 96 }, (_, quarter) => {
          const within = (span: { from: string; to: string }): boolean =>
            minuteOf(span.from) <= quarter * 15 && quarter * 15 < minuteOf(span.to);
          return hours.some((span) => span.location === place && within(span)) && !breaks.some(within);
        });
        open.forEach((isOpen, quarter) => {
          if (!isOpen || open[quarter - 1]) return;
          let end = quarter;
          while (open[end]) end++;
          const opening = instants(date, quarter * 15).first;
          const closing = instants(date, end * 15).first;
          for (let minute = quarter * 15; minute < end * 15; minute += stepMinutes) {
            for (const at of instants(date, minute).all) {
              const until = at + service.durationMinutes * MINUTE;
              const taken = busy.some(
                (range) =>
                  range.practitioner === who &&
                  range.start < until + bufferAfterMinutes * MINUTE &&
                  range.end > at - bufferBeforeMinutes * MINUTE,
              );
              if (at < opening || until > closing || taken) continue;
              if (at < now + noticeMinutes * MINUTE || at > now + windowDays * DAY) continue;
              const location = service.mode === 'in-person' ? place : undefined;
              const id = slotId({
                service: 'visit',
                start: at,
                ...(practitioner && { practitioner }),
                ...(location && { location }),
              });
              found.set(id, { at, place: location === 'leeds' ? 1 : 0 });
            }
          }
        });
      }
    }
  }
  return [...found].sort(([, a], [, b]) => a.at - b.at || a.place - b.place).map(([id]) => id);
}

describe('free times, whatever the clinic and the zone,', () => {
  it('are those that the plainest reading of the rules gives', () => {
    let some = 0;
    fc.assert(
      fc.property(situation, (it) => {
        const slots = listed(it);
        if (slots.length > 0) some++;
        assert.deepEqual(
          slots.map(({ id }) => id),
          plainly(it),
        );
      }),
      RUNS,
    );
    assert.ok(some > RUNS.numRuns / 3, `only ${some} runs had any times`);
  });

  it('map back to the clinic’s wall clock, in order, with distinct ids and their exact length', () => {
    let folds = 0;
    fc.assert(
      fc.property(situation, (it) => {
        const slots = listed(it);
        const zone = it.clinic.timeZone;
        const duration = (it.clinic.services[0]?.durationMinutes ?? 0) * MINUTE;
        assert.equal(new Set(slots.map(({ id }) => id)).size, slots.length);
        slots.forEach((slot, index) => {
          const start = startOf(slot);
          const wall = wallTime(zone, start);
          assert.equal(slot.localDate, wall.date);
          assert.equal(slot.localTime, wall.time);
          assert.equal(slot.start, formatInstant(start, wall.offset));
          assert.equal(slot.start, `${slot.localDate}T${slot.localTime}:00${slot.offset}`);
          assert.equal(slot.end, formatInstant(endOf(slot), offsetAt(zone, endOf(slot))));
          assert.equal(endOf(slot) - start, duration);
          assert.ok(slot.localDate >= it.from && slot.localDate <= it.to);
          const instants = instantsOf(zone, slot.localDate, slot.localTime);
          assert.ok(instants.includes(start));
          assert.equal(slot.fold, instants.length === 2 ? instants.indexOf(start) : undefined);
          if (slot.fold !== undefined) folds++;
          const previous = slots[index - 1];
          if (previous) {
            assert.ok(
              startOf(previous) < start || (startOf(previous) === start && previous.location !== slot.location),
            );
          }
        });
      }),
      RUNS,
    );
    assert.ok(folds > 0, 'no time in a repeated hour');
  });

  it('are valid on the wire', () => {
    fc.assert(
      fc.property(situation, (it) => {
        for (const slot of listed(it)) assert.deepEqual(Slot.parse(slot), slot);
      }),
      { numRuns: caseCount(1000) },
    );
  });

  it('can be taken exactly when they are shown', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: -2880, max: 2880 }),
        fc.constantFrom('soho', 'leeds', undefined),
        (it, shift, place) => {
          const slots = listed(it);
          const busy = new BusyTimes(it.busy);
          const [first] = slots;
          if (first) {
            const candidates = it.availability.candidates(first.id, busy, it.now);
            assert.ok(candidates.length > 0);
            for (const candidate of candidates) {
              assert.deepEqual(candidate.slot, { ...first, practitioner: candidate.practitioner });
              assert.ok(busy.isFree(candidate.practitioner, candidate.occupied.start, candidate.occupied.end));
              assert.deepEqual(it.availability.occupied(first.id), candidate.occupied);
            }
            // Once every candidate has taken it, it is shown no more.
            const full = [
              ...it.busy,
              ...candidates.map(({ practitioner, occupied }) => ({ practitioner, ...occupied })),
            ];
            assert.ok(!listed({ ...it, busy: full }).some(({ id }) => id === first.id));
            assert.deepEqual(it.availability.candidates(first.id, new BusyTimes(full), it.now), []);
            taken++;
          }
          const quarter = Math.round((it.now + shift * MINUTE) / (15 * MINUTE)) * 15 * MINUTE;
          const id = slotId({
            service: 'visit',
            start: Math.max(0, quarter),
            ...(it.practitioner && { practitioner: it.practitioner }),
            ...(place && { location: place }),
          });
          const { date } = wallTime(it.clinic.timeZone, quarter);
          const shown = listed({ ...it, from: date, to: date }).some((slot) => slot.id === id);
          assert.equal(it.availability.candidates(id, busy, it.now).length > 0, shown);
        },
      ),
      RUNS,
    );
    assert.ok(taken > RUNS.numRuns / 5, `only ${taken} runs had any times`);
  });

  it('have alternatives that are free, nearest first', () => {
    fc.assert(
      fc.property(situation, (it) => {
        const [first] = listed(it);
        if (!first) return;
        const busy = new BusyTimes(it.busy);
        const distance = (slot: Slot): number => Math.abs(startOf(slot) - startOf(first));
        const found = it.availability.alternatives(first.id, busy, it.now, { days: 2 });
        const all = listed({ ...it, from: addDays(first.localDate, -2), to: addDays(first.localDate, 2) })
          .filter((slot) => slot.id !== first.id && slot.location === first.location)
          .sort((a, b) => distance(a) - distance(b));
        assert.deepEqual(found, all.slice(0, 3));
      }),
      RUNS,
    );
  });

  it('come next on the first date that has one', () => {
    fc.assert(
      fc.property(situation, (it) => {
        const busy = new BusyTimes(it.busy);
        const search = it.availability.resolve({ service: 'visit', from: it.from, to: it.from }, it.now);
        const end = it.availability.lastDate(it.now);
        let expected: string | null = null;
        for (let date = addDays(it.from, 1); date <= end && expected === null; date = addDays(date, 1)) {
          if (listed({ ...it, from: date, to: date, practitioner: undefined }).length > 0) expected = date;
        }
        assert.equal(it.availability.nextAvailable(search, busy, it.now), expected);
      }),
      RUNS,
    );
  });

  it('need only the busy times of the span that is told', () => {
    fc.assert(
      fc.property(situation, (it) => {
        const span = it.availability.spanOf(it.from, it.to);
        const query = { service: 'visit', from: it.from, to: it.to };
        assert.deepEqual(
          slotsOf(it.availability, query, new BusyTimes(it.busy, span), it.now),
          slotsOf(it.availability, query, new BusyTimes(it.busy), it.now),
        );
      }),
      RUNS,
    );
  });

  it('have notice and window counted from the very moment', () => {
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(60_000),
        (it, notice, windowDays, ms) => {
          const now = it.now + ms;
          const rules = (noticeMinutes: number, days: number) =>
            new Availability(it.clinic, {
              ...it.schedule,
              rules: { ...it.schedule.rules, noticeMinutes, windowDays: days },
            });
          const wide = listed({ ...it, availability: rules(0, 30), now });
          const narrow = listed({ ...it, availability: rules(notice, windowDays), now });
          assert.deepEqual(
            narrow,
            wide.filter((slot) => startOf(slot) >= now + notice * MINUTE && startOf(slot) <= now + windowDays * DAY),
          );
        },
      ),
      RUNS,
    );
  });

  it('are the same again after a look through another zone', () => {
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom(...ODD_ZONES),
        fc.integer({ min: -3000, max: 3000 }),
        (it, visitor, minutes) => {
          const start = it.at + minutes * MINUTE;
          const here = wallTime(it.zone, start);
          const there = wallTime(visitor, start);
          assert.ok(instantsOf(visitor, there.date, there.time).includes(start));
          const back = wallTime(it.zone, Date.parse(formatInstant(start, there.offset)));
          assert.deepEqual(back, here);
        },
      ),
      RUNS,
    );
  });
});

describe('opening hours', () => {
  /** Wall times of three days by adding up elapsed time from the first midnight, which is how it goes wrong. */
  function byElapsedTime(zone: string, date: string): string[][] {
    const [midnight = 0] = instantsOf(zone, addDays(date, -1), '00:00');
    return [0, 1, 2].map((day) =>
      [9, 12, 16].map((hour) => wallTime(zone, midnight + day * DAY + hour * 60 * MINUTE).time),
    );
  }

  it('have the same wall times the day before, of and after a change', () => {
    let checked = 0;
    let wrongByElapsedTime = 0;
    for (const { zone, at } of edges) {
      const availability = engine(
        { practitioners: [{ practitioner: 'ana', hours: daily('09:00', '17:00') }] },
        { timeZone: zone, locations: [] },
      );
      const { date, time } = wallTime(zone, at);
      // A change in the midst of the day would rightly alter that day.
      if (time > '08:00' && time < '18:00') continue;
      const expected = [
        '09:00',
        '09:30',
        '10:00',
        '10:30',
        '11:00',
        '11:30',
        '12:00',
        '12:30',
        '13:00',
        '13:30',
        '14:00',
        '14:30',
        '15:00',
        '15:30',
        '16:00',
        '16:30',
      ];
      for (const each of [addDays(date, -1), date, addDays(date, 1)]) {
        const slots = slotsOf(availability, { service: 'call', from: each, to: each }, NOTHING_BUSY, at - 5 * DAY);
        assert.deepEqual(times(slots), expected, `${zone} ${each}`);
      }
      checked++;
      const [before, ...after] = byElapsedTime(zone, date);
      if (after.some((day) => day.join() !== before?.join())) wrongByElapsedTime++;
    }
    assert.ok(checked > 150);
    // The control: the same check catches the mistake.
    assert.ok(wrongByElapsedTime > checked * 0.9);
  });

  it('do not depend on the zone of the process', () => {
    const kept = process.env['TZ'];
    const answers = new Set<string>();
    const offsets = new Set<number>();
    try {
      for (const zone of ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Pacific/Kiritimati', 'Etc/GMT+12']) {
        process.env['TZ'] = zone;
        offsets.add(new Date(2026, 6, 1).getTimezoneOffset());
        const pages = ODD_ZONES.map((clinicZone) =>
          engine({}, { timeZone: clinicZone }).page(
            { service: 'call', from: '2026-10-01', to: '2026-11-30' },
            NOTHING_BUSY,
            Date.UTC(2026, 8, 30),
          ),
        );
        answers.add(JSON.stringify(pages));
      }
    } finally {
      if (kept === undefined) delete process.env['TZ'];
      else process.env['TZ'] = kept;
    }
    assert.equal(offsets.size, 5, 'the zone of the process did change');
    assert.equal(answers.size, 1);
  });
});
