import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateIssue, planCourse, type CoursePlan, type StandingPlan } from '../../../src/domain/course/course-plan.js';
import { gapIssue, type SessionGap } from '../../../src/domain/course/session-gap.js';
import type { Slot } from '../../../src/domain/slot.js';
import { addDays, daysBetween } from '../../../src/domain/time/plain-date.js';
import { formatInstant, instantsOf, offsetAt, offsetText } from '../../../src/domain/time/zone.js';

const GAP: SessionGap = { min: 7, default: 10, max: 30 };
const ZONE = 'Europe/London';

/** A slot by the wall clock of London. */
function slot(localDate: string, localTime = '10:00', more: Partial<Slot> = {}): Slot {
  const at = instantsOf(ZONE, localDate, localTime)[0] ?? NaN;
  const offset = offsetAt(ZONE, at);
  return {
    id: [localDate, localTime, more.practitioner, more.location].join('~'),
    start: formatInstant(at, offset),
    end: formatInstant(at + 3_600_000, offset),
    localDate,
    localTime,
    timeZone: ZONE,
    offset: offsetText(offset),
    ...more,
  };
}

/** The dates, or the times as well, of a plan. @throws AssertionError when there is none */
function slotsOf(plan: CoursePlan): readonly Slot[] {
  assert.ok(plan.ok, JSON.stringify(plan));
  return plan.slots;
}
const datesOf = (plan: CoursePlan): string[] => slotsOf(plan).map(({ localDate }) => localDate);

describe('planCourse', () => {
  it('takes the usual distance where it is on offer', () => {
    const days = Array.from({ length: 40 }, (_, day) => slot(addDays('2027-01-04', day)));
    const plan = planCourse({ gapDays: GAP, offered: [[slot('2027-01-04')], days, days] });
    assert.deepEqual(datesOf(plan), ['2027-01-04', '2027-01-14', '2027-01-24']);
  });

  it('finds the way that the nearest times would miss', () => {
    const offered = [[slot('2027-01-01')], [slot('2027-01-11'), slot('2027-01-30')], [slot('2027-02-20')]];
    assert.deepEqual(datesOf(planCourse({ gapDays: GAP, offered })), ['2027-01-01', '2027-01-30', '2027-02-20']);
  });

  it('prefers person, place, part of the day, and weekday, in this order', () => {
    const first = slot('2027-01-04', '10:00', { practitioner: 'ana', location: 'soho' });
    const same = { practitioner: 'ana', location: 'soho' };
    const choices = [
      slot('2027-01-15', '09:00', { practitioner: 'ben', location: 'soho' }),
      slot('2027-01-15', '09:00', { practitioner: 'ana', location: 'leeds' }),
      slot('2027-01-15', '15:00', same),
      slot('2027-01-17', '10:00', same),
      slot('2027-01-18', '11:00', same),
      slot('2027-01-18', '10:00', same),
    ];
    const gapDays = { min: 7, default: 10, max: 30 };
    const best = (offered: readonly Slot[], usual: number): Slot | undefined =>
      slotsOf(planCourse({ gapDays: { ...gapDays, default: usual }, offered: [[first], offered] }))[1];
    assert.equal(best(choices.slice(0, 2), 11), choices[1]);
    assert.equal(best(choices.slice(1, 3), 11), choices[2]);
    assert.equal(best([...choices.slice(2, 3), slot('2027-01-15', '11:30', same)], 11)?.localTime, '11:30');
    // 12 and 14 days are as far from 13.
    assert.equal(best([slot('2027-01-16', '10:00', same), ...choices.slice(4, 5)], 13), choices[4]);
    assert.equal(best(choices.slice(4), 14), choices[5]);
  });

  it('tells which session has no time, and whether any was on offer', () => {
    const late = [slot('2027-03-20')];
    assert.deepEqual(planCourse({ gapDays: GAP, offered: [[slot('2027-01-04')], late] }), {
      ok: false,
      problem: { session: 1, reason: 'gap' },
    });
    assert.deepEqual(planCourse({ gapDays: GAP, offered: [late, []] }), {
      ok: false,
      problem: { session: 1, reason: 'no-slots' },
    });
    assert.deepEqual(planCourse({ gapDays: GAP, offered: [late, []], notBefore: '2027-03-21' }), {
      ok: false,
      problem: { session: 0, reason: 'no-slots' },
    });
  });

  it('keeps to what is fixed even where it is not on offer', () => {
    const fixed = [undefined, slot('2027-01-20')];
    const plan = planCourse({ gapDays: GAP, offered: [[slot('2027-01-04'), slot('2027-01-11')], []], fixed });
    assert.deepEqual(datesOf(plan), ['2027-01-11', '2027-01-20']);
  });

  it('plans seven sessions among hundreds of times each in a moment', () => {
    const day = (from: number, count: number): Slot[] =>
      Array.from({ length: count }, (_, at) => addDays('2027-01-01', from + at)).flatMap((date) =>
        ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'].map((time) => slot(date, time)),
      );
    const offered = [0, 1, 2, 3, 4, 5, 6].map((session) => day(session * 7, session === 0 ? 1 : 50));
    const since = performance.now();
    assert.equal(slotsOf(planCourse({ gapDays: GAP, offered })).length, 7);
    assert.ok(performance.now() - since < 1000, `${performance.now() - since} ms`);
  });
});

describe('dateIssue', () => {
  const plan = { gapDays: GAP, slots: [slot('2026-12-20'), slot('2026-12-30'), slot('2027-01-20')] };

  it('allows what keeps the distance', () => {
    assert.equal(dateIssue(plan, 1, '2026-12-30'), undefined);
    assert.equal(dateIssue(plan, 2, '2027-01-29'), undefined);
    assert.equal(dateIssue({ ...plan, slots: [] }, 0, '2027-01-29'), undefined);
  });

  it('tells what is too near to the session before, across the end of a year', () => {
    assert.deepEqual(dateIssue(plan, 1, '2026-12-24'), {
      issue: 'too-soon',
      neighbour: 'previous',
      nearest: '2026-12-27',
    });
    assert.deepEqual(dateIssue(plan, 2, '2027-01-05'), {
      issue: 'too-soon',
      neighbour: 'previous',
      nearest: '2027-01-06',
    });
  });

  it('tells what is too near to the session after', () => {
    assert.deepEqual(dateIssue(plan, 1, '2027-01-15'), { issue: 'too-soon', neighbour: 'next', nearest: '2027-01-13' });
  });

  it('tells what is too far from either', () => {
    assert.deepEqual(dateIssue(plan, 2, '2027-02-01'), {
      issue: 'too-late',
      neighbour: 'previous',
      nearest: '2027-01-29',
    });
    assert.deepEqual(dateIssue(plan, 0, '2026-11-20'), { issue: 'too-late', neighbour: 'next', nearest: '2026-11-30' });
  });

  it('names no date where there is none', () => {
    const wide = { gapDays: GAP, slots: [slot('2027-01-01'), undefined, slot('2027-01-08')] };
    assert.deepEqual(dateIssue(wide, 1, '2027-01-05'), { issue: 'too-soon', neighbour: 'previous' });
    const barred = { gapDays: GAP, slots: [undefined, slot('2027-01-10')], notBefore: '2027-01-05' };
    assert.deepEqual(dateIssue(barred, 0, '2027-01-05'), { issue: 'too-soon', neighbour: 'next' });
  });
});

/** One session moves: those before it stay, and those after it wherever a plan lets them. */
const replan = (
  { gapDays, slots, notBefore }: StandingPlan,
  index: number,
  moved: Slot,
  offered: readonly (readonly Slot[])[],
): CoursePlan =>
  planCourse({
    gapDays,
    offered: slots.map((_, session) => offered[session] ?? []),
    fixed: slots.map((one, session) => (session < index ? one : session === index ? moved : undefined)),
    kept: slots,
    notBefore,
  });

describe('planCourse, when one session moves', () => {
  const standing = [slot('2027-01-04'), slot('2027-01-14'), slot('2027-01-24')];

  it('moves one session and leaves the others where they are', () => {
    const moved = slot('2027-01-12');
    assert.deepEqual(slotsOf(replan({ gapDays: GAP, slots: standing }, 1, moved, [])), [
      standing[0],
      moved,
      standing[2],
    ]);
  });

  it('plans those anew that would come too soon', () => {
    const offered = [[], [], [slot('2027-02-01'), slot('2027-02-05')]];
    const plan = replan({ gapDays: GAP, slots: standing }, 1, slot('2027-01-25'), offered);
    assert.deepEqual(datesOf(plan), ['2027-01-04', '2027-01-25', '2027-02-05']);
  });

  it('does not move what stands before', () => {
    const plan = replan({ gapDays: GAP, slots: standing }, 1, slot('2027-01-06'), [standing, standing, standing]);
    assert.deepEqual(plan, { ok: false, problem: { session: 1, reason: 'gap' } });
  });
});

// Weeks in which the clocks change in London, and turns of years, one of them a leap year.
const DAY_ZERO = ['2027-03-15', '2026-10-12', '2026-12-15', '2028-02-10', '2027-12-20'];
const times = fc.record({
  day: fc.nat(48),
  time: fc.constantFrom('00:30', '01:30', '09:00', '13:00', '18:00'),
  practitioner: fc.constantFrom('ana', 'ben'),
});
const worlds = fc
  .record({
    zero: fc.constantFrom(...DAY_ZERO),
    gap: fc.tuple(fc.integer({ min: 1, max: 14 }), fc.nat(6), fc.nat(10)),
    times: fc.array(fc.array(times, { maxLength: 5 }), { minLength: 2, maxLength: 4 }),
    lead: fc.nat(10),
  })
  .map(({ zero, gap: [min, more, most], times: sessions, lead }) => ({
    gapDays: { min, default: min + more, max: min + more + most },
    offered: sessions.map((list) =>
      list
        .filter(({ day, time }) => instantsOf(ZONE, addDays(zero, day), time).length === 1)
        .map(({ day, time, practitioner }) => slot(addDays(zero, day), time, { practitioner })),
    ),
    notBefore: addDays(zero, lead),
  }));

/** All ways to take one of each. */
const ways = (offered: readonly (readonly Slot[])[]): Slot[][] =>
  offered.reduce<Slot[][]>((all, list) => all.flatMap((way) => list.map((one) => [...way, one])), [[]]);

const isValid = (slots: readonly Slot[], gap: SessionGap): boolean =>
  slots.every(({ localDate }, index) => {
    const before = slots[index - 1];
    const days = before ? daysBetween(before.localDate, localDate) : gap.min;
    return days >= gap.min && days <= gap.max;
  });

const offDays = (slots: readonly Slot[], gap: SessionGap): number =>
  slots.reduce((sum, { localDate }, index) => {
    const before = slots[index - 1];
    return sum + (before ? Math.abs(daysBetween(before.localDate, localDate) - gap.default) : 0);
  }, 0);

describe('planCourse, for any offer', () => {
  it('finds a plan exactly when there is one, the best by distance, and breaks no rule', () => {
    let [found, none] = [0, 0];
    fc.assert(
      fc.property(worlds, (world) => {
        const { gapDays, offered, notBefore } = world;
        const valid = ways(offered).filter(
          (way) => isValid(way, gapDays) && way.every(({ localDate }) => localDate >= notBefore),
        );
        const plan = planCourse(world);
        assert.equal(plan.ok, valid.length > 0);
        if (!plan.ok) return void none++;
        found += 1;
        assert.equal(
          gapIssue(
            plan.slots.map(({ localDate }) => localDate),
            gapDays,
          ),
          undefined,
        );
        assert.ok(valid.some((way) => way.every(({ id }, index) => id === plan.slots[index]?.id)));
        assert.equal(offDays(plan.slots, gapDays), Math.min(...valid.map((way) => offDays(way, gapDays))));
        const changes = (way: readonly Slot[]): number =>
          way.filter(({ practitioner }, index) => index > 0 && practitioner !== way[index - 1]?.practitioner).length;
        const nearest = valid.filter((way) => offDays(way, gapDays) === offDays(plan.slots, gapDays));
        assert.equal(changes(plan.slots), Math.min(...nearest.map(changes)));
      }),
      { numRuns: 1500, seed: 20261124 },
    );
    assert.ok(found > 100 && none > 100, `${found} found, ${none} not`);
  });

  it('does not hang on the order of what is offered', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const turned = { ...world, offered: world.offered.map((list) => [...list].reverse()) };
        assert.deepEqual(planCourse(turned), planCourse(world));
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('keeps as many times as any plan can when one session moves', () => {
    let [replanned, moved] = [0, 0];
    fc.assert(
      fc.property(worlds, fc.nat(3), fc.nat(4), (world, which, choice) => {
        const plan = planCourse(world);
        const index = which % world.offered.length;
        const wanted = world.offered[index]?.[choice];
        if (!plan.ok || !wanted || wanted.localDate < world.notBefore) return;
        const { gapDays, offered, notBefore } = world;
        const answer = replan({ gapDays, slots: plan.slots, notBefore }, index, wanted, offered);
        const after = plan.slots.map((old, session) =>
          session < index ? [old] : session === index ? [wanted] : [old, ...(offered[session] ?? [])],
        );
        const valid = ways(after).filter(
          (way) => isValid(way, gapDays) && way.every(({ localDate }) => localDate >= notBefore),
        );
        assert.equal(answer.ok, valid.length > 0);
        if (!answer.ok) return;
        replanned += 1;
        const kept = (way: readonly Slot[]): number =>
          way.filter(({ id }, session) => session !== index && id === plan.slots[session]?.id).length;
        assert.equal(kept(answer.slots), Math.max(...valid.map(kept)));
        assert.ok(isValid(answer.slots, gapDays));
        assert.equal(answer.slots[index]?.id, wanted.id);
        if (kept(answer.slots) < plan.slots.length - 1) moved += 1;
      }),
      { numRuns: 2000, seed: 20261124 },
    );
    assert.ok(replanned > 50 && moved > 0, `${replanned} planned anew, others moved in ${moved}`);
  });

  it('names a nearest date that has no issue, and no nearer one that has none', () => {
    let named = 0;
    fc.assert(
      fc.property(worlds, fc.nat(3), fc.nat(60), (world, which, day) => {
        const slots = world.offered.map((list) => list[0]);
        const index = which % slots.length;
        const plan = { gapDays: world.gapDays, slots };
        const date = addDays(world.notBefore, day - 5);
        const issue = dateIssue(plan, index, date);
        if (!issue) return;
        const away = issue.nearest === undefined ? 80 : Math.abs(daysBetween(date, issue.nearest));
        if (issue.nearest !== undefined) {
          named += 1;
          assert.equal(dateIssue(plan, index, issue.nearest), undefined);
        }
        for (let nearer = 1; nearer < away; nearer++) {
          assert.ok(dateIssue(plan, index, addDays(date, nearer)) && dateIssue(plan, index, addDays(date, -nearer)));
        }
      }),
      { numRuns: 500, seed: 20261124 },
    );
    assert.ok(named > 50, `${named} named`);
  });
});
