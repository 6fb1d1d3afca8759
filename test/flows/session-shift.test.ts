import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkGaps } from '../../src/domain/course/course-check.js';
import { SmpError } from '../../src/domain/errors.js';
import type { ManagedSession } from '../../src/domain/managed-booking.js';
import type { Slot, SlotQuery } from '../../src/domain/slot.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';
import type { PlannedMove } from '../../src/flows/management-state.js';
import { shiftSessions } from '../../src/flows/session-shift.js';

const GAP = { min: 7, default: 10, max: 30 };
const FIRST = '2027-03-01';

/** A time some days after the first session. */
const slotOn = (day: number, practitioner?: string, time = '10:00', location = 'soho'): Slot => {
  const localDate = addDays(FIRST, day);
  const start = `${localDate}T${time}:00Z`;
  return {
    id: [localDate, time, practitioner, location].join('~'),
    start,
    end: start,
    localDate,
    localTime: time,
    timeZone: 'UTC',
    offset: '+00:00',
    location,
    ...(practitioner !== undefined && { practitioner }),
  };
};

const sessionOn = (day: number, index: number, status: ManagedSession['status'] = 'confirmed') =>
  ({ bookingId: `b${String(index)}`, service: 'session', status, slot: slotOn(day, 'ana') }) as ManagedSession;

/** A backend that offers these times, and notes whose it was asked for. */
function offering(slots: readonly Slot[]) {
  const asked: SlotQuery[] = [];
  return {
    asked,
    listSlots: (query: SlotQuery) => {
      asked.push(query);
      const { from = '', to = '9999', practitioner } = query;
      // Listed for anybody, times name nobody.
      const own = practitioner
        ? slots.filter((one) => one.practitioner === practitioner)
        : slots.map(({ practitioner: _practitioner, ...one }) => one);
      const later = own.filter(({ localDate }) => localDate > to).sort((a, b) => (a.localDate < b.localDate ? -1 : 1));
      return Promise.resolve({
        slots: own.filter(({ localDate }) => localDate >= from && localDate <= to),
        nextAvailable: later[0]?.localDate ?? null,
        today: FIRST,
        from,
        to,
        timeZone: 'UTC',
        asOf: `${FIRST}T00:00:00Z`,
      });
    },
  };
}

const daysOf = (moves: readonly PlannedMove[]) =>
  moves.map(({ slot }) => (slot ? daysBetween(FIRST, slot.localDate) : undefined));

/** What moving session 1 of those on the given days means. */
async function shift(days: readonly number[], to: number, offered: readonly Slot[]) {
  const sessions = days.map((day, index) => sessionOn(day, index));
  const [session] = sessions;
  assert.ok(session);
  const source = offering(offered);
  return { source, moves: await shiftSessions(source, sessions, { session, slot: slotOn(to) }, GAP) };
}

const every = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => slotOn(from + index, 'ana'));

describe('shiftSessions', () => {
  it('leaves all where they are while the distance allows, and asks for no times', async () => {
    const { moves, source } = await shift([0, 10, 20], 3, every(0, 90));
    assert.deepEqual(daysOf(moves), [3]);
    assert.deepEqual(source.asked, []);
  });

  it('moves as few as can be', async () => {
    const { moves } = await shift([0, 10, 25], 5, every(0, 90));
    assert.deepEqual(daysOf(moves), [5, 15]);
  });

  it('moves those after it as well where no time before them is right', async () => {
    const { moves } = await shift([0, 10, 20], 10, every(0, 90));
    assert.deepEqual(daysOf(moves), [10, 20, 30]);
  });

  it('finds the way that the nearest times would miss', async () => {
    // Day 30 is the nearest for session 2; nothing on offer is right for session 3 after it.
    const { moves } = await shift([0, 10, 20], 20, [slotOn(30, 'ana'), slotOn(36, 'ana'), slotOn(66, 'ana')]);
    assert.deepEqual(daysOf(moves), [20, 36, 66]);
  });

  it('keeps the person where that is possible, and takes another where it is not', async () => {
    const others = [slotOn(30, 'ben'), slotOn(40, 'ben')];
    const own = [slotOn(33, 'ana'), slotOn(43, 'ana')];
    assert.deepEqual(daysOf((await shift([0, 10, 20], 20, [...others, ...own])).moves), [20, 33, 43]);
    assert.deepEqual(daysOf((await shift([0, 10, 20], 20, others)).moves), [20, 30, 40]);
    const [, second, third] = (await shift([0, 10, 20], 20, [...others, slotOn(33, 'ana')])).moves;
    assert.deepEqual([second?.slot?.practitioner, third?.slot?.practitioner], ['ana', undefined]);
  });

  it('keeps the place and the time of day of each session, whatever the one that moves has', async () => {
    const sessions = [sessionOn(0, 0), { ...sessionOn(10, 1), slot: slotOn(10, 'ana', '17:00') }];
    const [session] = sessions;
    assert.ok(session);
    const offered = [
      slotOn(30, 'ana', '17:00', 'leeds'),
      ...['09:00', '17:00', '18:00'].map((time) => slotOn(31, 'ana', time)),
    ];
    const moves = await shiftSessions(offering(offered), sessions, { session, slot: slotOn(20, 'ben', '09:00') }, GAP);
    assert.equal(moves[1]?.slot?.id, slotOn(31, 'ana', '17:00').id);
  });

  it('asks for no times of sessions that stay, nor gives up where a person does not do a session', async () => {
    const sessions = [sessionOn(0, 0), sessionOn(10, 1), { ...sessionOn(30, 2), service: 'gone' }];
    const [session] = sessions;
    assert.ok(session);
    const source = offering([slotOn(15, 'ben')]);
    const asked: string[] = [];
    const listSlots = (query: SlotQuery) => {
      asked.push(query.service);
      if (query.service === 'gone' || query.practitioner) throw new SmpError('not-found', 'Nobody does this');
      return source.listSlots(query);
    };
    const moves = await shiftSessions({ listSlots }, sessions, { session, slot: slotOn(5) }, GAP);
    assert.deepEqual(daysOf(moves), [5, 15]);
    assert.ok(!asked.includes('gone'));
  });

  it('does not take a network that fails for a person without times', async () => {
    const sessions = [sessionOn(0, 0), sessionOn(10, 1)];
    const [session] = sessions;
    assert.ok(session);
    const listSlots = () => Promise.reject(new SmpError('network', 'No line'));
    await assert.rejects(shiftSessions({ listSlots }, sessions, { session, slot: slotOn(5) }, GAP), {
      code: 'network',
    });
  });

  it('leaves out sessions that are cancelled', async () => {
    const sessions = [sessionOn(0, 0), sessionOn(8, 1, 'cancelled'), sessionOn(20, 2)];
    const [session] = sessions;
    assert.ok(session);
    const moves = await shiftSessions(offering([]), sessions, { session, slot: slotOn(9) }, GAP);
    assert.deepEqual(daysOf(moves), [9]);
  });

  it('lets a distance that is out of bounds as it stands be, as the server does, and no worse', async () => {
    // What was between the first two is cancelled.
    const days = [0, 40, 50];
    assert.deepEqual(daysOf((await shift(days, 2, every(0, 90))).moves), [2]);
    const worse = daysOf((await shift(days, -2, every(0, 90))).moves);
    assert.ok(worse.length > 1);
    const whole = [...worse, ...days.slice(worse.length)];
    const dates = (list: readonly (number | undefined)[]) => list.map((day = NaN) => addDays(FIRST, day));
    assert.doesNotThrow(() => checkGaps(dates(whole), GAP, dates(days)));
  });

  it('moves none of those that follow to before what a consultation leaves', async () => {
    const sessions = [0, 10, 20].map((day, index) => ({
      ...sessionOn(day, index),
      limits: { from: addDays(FIRST, index === 2 ? 37 : 0) },
    }));
    const [session] = sessions;
    assert.ok(session);
    const moves = await shiftSessions(offering(every(0, 90)), sessions, { session, slot: slotOn(15) }, GAP);
    assert.deepEqual(daysOf(moves), [15, 25, 37]);
  });

  it('names the first session that has no time', async () => {
    const { moves } = await shift([0, 10, 20], 20, [slotOn(30)]);
    assert.deepEqual(
      moves.map(({ session, slot }) => [session.bookingId, slot && daysBetween(FIRST, slot.localDate)]),
      [
        ['b0', 20],
        ['b2', undefined],
      ],
    );
  });

  it('moves bookings that are not a course one by one', async () => {
    const session = sessionOn(0, 0);
    const moves = await shiftSessions(
      offering([]),
      [session, sessionOn(1, 1)],
      { session, slot: slotOn(9) },
      undefined,
    );
    assert.deepEqual(daysOf(moves), [9]);
  });

  it('finds times whenever there are any, and breaks no distance', async () => {
    const fits = (from: number, to: number) => to - from >= GAP.min && to - from <= GAP.max;
    /** Is there any way on from a day, when so many sessions follow? */
    const canGoOn = (day: number, followers: number, offered: readonly number[]): boolean =>
      followers === 0 || offered.some((next) => fits(day, next) && canGoOn(next, followers - 1, offered));
    let found = 0;
    let none = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 7, max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -20, max: 60 }),
        fc.array(fc.integer({ min: -20, max: 140 }), { maxLength: 14 }),
        async (gaps, to, offered) => {
          const days = gaps.reduce((all, gap) => [...all, (all.at(-1) ?? 0) + gap], [0]);
          const { moves } = await shift(
            days,
            to,
            offered.map((day, index) => slotOn(day, index % 3 === 0 ? 'ana' : 'ben')),
          );
          const planned = daysOf(moves);
          // Those that move, then those that stay.
          const whole = [...planned, ...days.slice(planned.length)];
          if (planned.includes(undefined)) {
            none += 1;
            assert.ok(!canGoOn(to, gaps.length, offered), `${String(to)}: ${JSON.stringify({ days, offered })}`);
          } else {
            found += 1;
            for (const [index, day] of whole.entries()) {
              const before = whole[index - 1];
              if (before !== undefined) assert.ok(fits(before, day ?? NaN), JSON.stringify({ whole, days, offered }));
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(found > 100 && none > 100, `${String(found)} found, ${String(none)} without`);
  });
});
