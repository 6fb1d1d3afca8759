import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysOf } from '../../../src/domain/consultation/date-answer.js';
import type { Questionnaire } from '../../../src/domain/consultation/questionnaire.js';
import { screen } from '../../../src/domain/consultation/screen.js';
import {
  ScreeningOutcome,
  type ScreeningEffect,
  type ScreeningRule,
} from '../../../src/domain/consultation/screening.js';
import { defaultScreeningRules } from '../../../src/domain/consultation/screening-rules.js';
import { answersTo, questionnaires, screened, TODAY } from './questionnaire-fixture.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';

const questionnaire: Questionnaire = {
  id: 'small',
  version: '1',
  questions: [
    { id: 'flagged', kind: 'yes-no' },
    { id: 'on', kind: 'date' },
    { id: 'planned', kind: 'date', tense: 'any' },
  ],
};
const rule = (flag: string, ...effects: ScreeningEffect[]): ScreeningRule => ({
  flag,
  when: { question: 'flagged', is: 'yes' },
  effects,
});
const waits = (count: number, unit: 'day' | 'week' | 'month', since?: string): ScreeningEffect => ({
  kind: 'defer',
  wait: { count, unit },
  since,
});
const outcomeOf = (answers: Record<string, string>, today: string, ...rules: ScreeningRule[]) =>
  screen(rules, { questionnaire, answers: { flagged: 'yes', ...answers }, today });

describe('screen', () => {
  it('counts days, weeks and months by the calendar, over month ends and leap days', () => {
    const cases = [
      ['2026-08-31', 6, 'month', '2027-02-28'],
      ['2027-08-31', 6, 'month', '2028-02-29'],
      ['2028-02-29', 12, 'month', '2029-02-28'],
      ['2027-12-31', 2, 'month', '2028-02-29'],
      ['2028-02-15', 2, 'week', '2028-02-29'],
      ['2027-02-15', 2, 'week', '2027-03-01'],
      ['2026-12-31', 1, 'day', '2027-01-01'],
    ] as const;
    for (const [today, count, unit, until] of cases) {
      assert.equal(outcomeOf({}, today, rule('a', waits(count, unit))).earliestTreatment, until);
      const since = outcomeOf({ on: today }, today, rule('a', waits(count, unit, 'on')));
      assert.equal(since.earliestTreatment, until);
    }
  });

  it('agrees with the calendar on any day', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, months) => {
        const today = date.toString();
        const until = date.add({ months }).toString();
        assert.equal(outcomeOf({}, today, rule('a', waits(months, 'month'))).earliestTreatment, until);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a month or a year as its last day, but nothing past as later than today', () => {
    const until = (on: string) => outcomeOf({ on }, TODAY, rule('a', waits(12, 'month', 'on'))).earliestTreatment;
    assert.equal(until('2026-02'), '2027-02-28');
    assert.equal(until('2025'), '2026-12-31');
    assert.equal(until('2026-11'), '2027-11-23');
    assert.equal(until('2026'), '2027-11-23');
    const planned = outcomeOf({ planned: '2027' }, TODAY, rule('a', waits(6, 'month', 'planned')));
    assert.equal(planned.earliestTreatment, '2028-06-30');
  });

  it('counts from today where the date is missing, or is none', () => {
    for (const on of ['', '2026-02-30', 'soon', '0001', '9999-12-31']) {
      assert.equal(outcomeOf({ on }, TODAY, rule('a', waits(1, 'week', 'on'))).earliestTreatment, '2026-11-30');
    }
    assert.equal(outcomeOf({}, TODAY, rule('a', waits(1, 'week', 'gone'))).earliestTreatment, '2026-11-30');
  });

  it('takes the latest of several waits', () => {
    const rules = [
      rule('a', waits(3, 'week')),
      rule('b', waits(1, 'month'), waits(2, 'day')),
      rule('c', waits(1, 'day')),
    ];
    const { findings, earliestTreatment } = outcomeOf({}, TODAY, ...rules);
    assert.equal(earliestTreatment, '2026-12-23');
    assert.deepEqual(
      findings.map(({ until }) => until),
      ['2026-12-14', '2026-12-23', '2026-11-24'],
    );
  });

  it('joins the rows of a flag, and lets a wait without end outlast the others', () => {
    const { findings, treatment } = outcomeOf({}, TODAY, rule('a', waits(3, 'week')), rule('a', { kind: 'defer' }));
    assert.deepEqual(findings, [{ flag: 'a', effects: ['defer'] }]);
    assert.equal(treatment, 'after-consultation');
  });

  it('lets an effect lapse after its time', () => {
    const review: ScreeningEffect = { kind: 'review', within: { count: 1, unit: 'month' }, since: 'on' };
    assert.equal(outcomeOf({ on: '2026-10-24' }, TODAY, rule('a', review)).findings.length, 1);
    assert.equal(outcomeOf({ on: '2026-10-23' }, TODAY, rule('a', review)).findings.length, 0);
    assert.equal(outcomeOf({}, TODAY, rule('a', review)).findings.length, 1);
  });

  it('puts what is most serious first', () => {
    const kinds = ['inform', 'patch-test', 'review', 'letter'] as const;
    const { findings } = outcomeOf(
      {},
      TODAY,
      ...kinds.map((kind) => rule(kind, { kind })),
      rule('d', { kind: 'defer' }),
    );
    assert.deepEqual(
      findings.map(({ flag }) => flag),
      ['letter', 'd', 'review', 'patch-test', 'inform'],
    );
  });

  it('asks for a patch test as early as the clinic says', () => {
    const input = { questionnaire, answers: { flagged: 'yes' }, today: TODAY, patchTestHours: 72 };
    assert.equal(screen([rule('a', { kind: 'patch-test' })], input).patchTestHours, 72);
    assert.equal(screen([rule('a', { kind: 'inform' })], input).patchTestHours, undefined);
  });

  it('gives an outcome of the right shape, open for a consultation unless under age, for any answers', () => {
    fc.assert(
      fc.property(answersTo(defaultQuestionnaire), (answers) => {
        const outcome = screened(answers);
        assert.ok(ScreeningOutcome.safeParse(outcome).success);
        assert.equal(outcome.consultation, answers['ageConfirm18'] !== 'no');
      }),
      { numRuns: 2_000 },
    );
  });

  it('works for any questionnaire with the built-in table', () => {
    const input = questionnaires.chain((one) => fc.record({ one: fc.constant(one), answers: answersTo(one) }));
    fc.assert(
      fc.property(input, ({ one, answers }) => {
        const outcome = screen(defaultScreeningRules, { questionnaire: one, answers, today: TODAY });
        assert.equal(outcome.consultation, true);
      }),
    );
  });
});

describe('the days that a date can mean', () => {
  it('are one, a month or a year', () => {
    assert.deepEqual(daysOf('2028-02-29'), ['2028-02-29', '2028-02-29']);
    assert.deepEqual(daysOf('2028-02'), ['2028-02-01', '2028-02-29']);
    assert.deepEqual(daysOf('2027'), ['2027-01-01', '2027-12-31']);
  });

  it('are none of what is no date', () => {
    const wrong = [
      '',
      '2027-02-29',
      '2027-13',
      '2027-00',
      '27',
      '2027-1',
      '2027-01-01T00:00',
      '1899',
      '2200',
      2027,
      null,
    ];
    for (const text of wrong) assert.equal(daysOf(text), undefined, String(text));
  });
});
