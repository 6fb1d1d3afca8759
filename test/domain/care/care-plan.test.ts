import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { carePlan, dateOf } from '../../../src/domain/care/care-plan.js';
import type { CarePlan, CareStep, CareStretch } from '../../../src/domain/care/care-plan.js';
import type { CareLook } from '../../../src/domain/care/care-rule.js';
import { ownRules } from '../../../src/domain/care/clinic-care.js';
import { CARE_RANGES, SHAVE_RULES } from '../../../src/domain/care/care-choice.js';
import { DEFAULT_CARE_SETTINGS } from '../../../src/domain/care/care-settings.js';
import type { CareSettings } from '../../../src/domain/care/care-settings.js';
import { addDays, daysBetween } from '../../../src/domain/time/plain-date.js';

const planOf = (
  sessions: readonly string[],
  today: string,
  settings: CareSettings,
  look: CareLook | undefined,
): CarePlan => carePlan({ sessions, today, settings, look, own: ownRules(settings) });

const plan = (
  sessions: readonly string[],
  today = '2026-11-30',
  settings: Partial<CareSettings> = {},
  look: 'shaved' | 'density' | undefined = 'shaved',
): CarePlan => planOf(sessions, today, { ...DEFAULT_CARE_SETTINGS, ...settings }, look);

const codes = (stretches: readonly CareStretch[]): string[] =>
  stretches.flatMap((one) => [...one.do, ...one.avoid].map(({ code }) => code));

const numbers = Object.fromEntries(
  Object.entries(CARE_RANGES).map(([name, [min, max]]) => [
    name,
    name === 'alcoholHours' ? fc.constantFrom(24, 48, 72) : fc.integer({ min, max }),
  ]),
) as Record<keyof typeof CARE_RANGES, fc.Arbitrary<number>>;
const anySettings: fc.Arbitrary<CareSettings> = fc.record({
  ...numbers,
  shave: fc.constantFrom(...SHAVE_RULES),
  extra: fc.constant([]),
  without: fc.constant([]),
});
/** Sessions around a leap day, the changes of clocks and the end of a year. */
const anyStart = fc.constantFrom('2027-12-24', '2028-02-20', '2026-10-20', '2026-03-25', '2026-12-31');
const anySessions = fc
  .tuple(anyStart, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }))
  .map(([start, gaps]) =>
    gaps.reduce<readonly string[]>((all, gap) => [...all, addDays(all.at(-1) ?? start, gap)], [start]),
  );
const anyPlan = fc.record({
  sessions: anySessions,
  back: fc.integer({ min: -40, max: 40 }),
  settings: anySettings,
  look: fc.constantFrom(undefined, 'shaved' as const, 'density' as const),
});

/** What is told on a date, by both parts of a plan. */
function toldOn({ preparation, aftercare }: CarePlan, date: string): CareStep[] {
  return [...preparation, ...aftercare].flatMap((one) =>
    [...one.do, ...one.avoid].filter(({ from, until }) => {
      const day = one.date === undefined ? NaN : daysBetween(one.date, date);
      return day >= from && day <= until;
    }),
  );
}

describe('a care plan', () => {
  it('counts down to a session and heals after it', () => {
    const { preparation, aftercare } = plan(['2026-12-10']);
    assert.deepEqual(
      preparation.map(({ from, until }) => [from, until]),
      [
        [-7, -4],
        [-3, -3],
        [-2, -2],
        [-1, -1],
        [0, 0],
      ],
    );
    assert.deepEqual(
      aftercare.map(({ phase, from, until }) => [phase, from, until]),
      [
        ['day0', 0, 0],
        ['dry', 1, 4],
        ['rinse', 5, 7],
        ['settle', 8, 14],
        ['resume', 15, 30],
        ['stable', 31, 60],
        ['longterm', 61, Infinity],
      ],
    );
    const [first] = preparation;
    assert.equal(first && dateOf(first, first.from), '2026-12-03');
  });

  it('marks what is today, over and to come', () => {
    const { aftercare, next, last } = plan(['2026-11-24', '2026-12-24'], '2026-11-30');
    assert.deepEqual(
      aftercare.filter(({ session }) => session === 1).map(({ time }) => time),
      ['past', 'past', 'today', 'coming', 'coming'],
    );
    assert.deepEqual([next, last], [2, 1]);
    assert.equal(plan(['2026-11-24']).next, undefined);
    assert.deepEqual(plan(['2026-11-24']).preparation, []);
  });

  it('tells today what began earlier and still holds', () => {
    const { preparation } = plan(['2026-12-02'], '2026-11-30');
    const now = preparation.filter(({ time }) => time === 'today');
    assert.deepEqual(codes(now), [
      'moisturise-before',
      'ask-medicine',
      'hair-as-told',
      'no-tanning',
      'no-peels',
      'no-alcohol',
    ]);
    const rest = codes(preparation.filter(({ time }) => time !== 'today'));
    assert.ok(!rest.includes('no-tanning'));
  });

  it('is in relative days while there is no date', () => {
    const { preparation, aftercare, sessions } = plan([]);
    assert.deepEqual(sessions, []);
    assert.ok([...preparation, ...aftercare].every(({ date, time }) => date === undefined && time === 'open'));
  });

  it('ends aftercare where the next session begins', () => {
    const { aftercare } = plan(['2026-12-01', '2026-12-08']);
    const first = aftercare.filter(({ session }) => session === 1);
    assert.equal(first.at(-1)?.until, 6);
  });

  it('does not ask for clippers on a scalp that heals, and says to ask', () => {
    const apart = plan(['2026-12-01', '2026-12-08'], '2026-12-01', { shave: 'day-before' });
    const second = codes(apart.preparation.filter(({ session }) => session === 2));
    assert.ok(second.includes('ask-before-trimming'));
    assert.ok(!second.includes('shave-day-before'));
    const far = plan(['2026-12-01', '2026-12-30'], '2026-12-02', { shave: 'day-before' });
    assert.ok(codes(far.preparation).includes('shave-day-before'));
    assert.ok(!codes(far.preparation).includes('ask-before-trimming'));
  });

  it('tells those who keep their hair not to cut it', () => {
    const kept = codes(plan(['2026-12-10'], '2026-11-30', {}, 'density').preparation);
    assert.ok(kept.includes('keep-hair'));
    assert.ok(!kept.includes('hair-as-told'));
    const shaved = codes(plan(['2026-12-10']).preparation);
    assert.ok(shaved.includes('hair-as-told') && !shaved.includes('keep-hair'));
    assert.ok(!codes(plan([], undefined, {}, 'density').aftercare).includes('clip'));
  });

  it('takes the stricter where shampoo would come before water', () => {
    const { aftercare } = plan([], undefined, { shampooDay: 3, dryDays: 5 });
    const washing = aftercare.flatMap((one) => one.do).find(({ code }) => code === 'mild-shampoo');
    assert.equal(washing?.from, 6);
  });

  it('leaves out what the clinic takes out, and adds its own', () => {
    const extra = [{ part: 'preparation', kind: 'do', day: 5, text: 'Send us a photo.' }] as const;
    const { preparation } = plan([], undefined, { extra, without: ['no-caffeine'] });
    assert.ok(!codes(preparation).includes('no-caffeine'));
    assert.equal(preparation.find(({ from }) => from === -5)?.do[0]?.text, 'Send us a photo.');
  });

  it('never tells to do and to avoid the same thing on one day', () => {
    fc.assert(
      fc.property(anyPlan, ({ sessions, back, settings, look }) => {
        const [start = ''] = sessions;
        const made = planOf(sessions, addDays(start, back), settings, look);
        for (let day = -8; day < 130; day += 1) {
          const told = toldOn(made, addDays(start, day));
          for (const one of told.filter(({ kind }) => kind === 'do')) {
            const against = told.find(
              (other) =>
                other.kind === 'avoid' &&
                other.topic === one.topic &&
                (!other.look || !one.look || other.look === one.look),
            );
            assert.equal(against, undefined, `${one.code} on day ${day}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows a step once a day within a part, and leaves no day without a phase', () => {
    fc.assert(
      fc.property(anyPlan, ({ sessions, back, settings, look }) => {
        const [start = ''] = sessions;
        const made = planOf(sessions, addDays(start, back), settings, look);
        for (const part of [made.preparation, made.aftercare]) {
          for (let day = -8; day < 130; day += 1) {
            const told = toldOn({ ...made, preparation: part, aftercare: [] }, addDays(start, day)).map(
              (one) => one.code,
            );
            assert.equal(new Set(told).size, told.length, `${told.join()} on day ${day}`);
          }
        }
        let expected: string | undefined = start;
        for (const one of made.aftercare) {
          assert.equal(dateOf(one, one.from), expected);
          expected = one.until === Infinity ? undefined : dateOf(one, one.until + 1);
        }
        assert.equal(expected, undefined);
        assert.ok(made.aftercare.filter(({ time }) => time === 'today').length <= 1);
      }),
      { numRuns: 60 },
    );
  });
});
