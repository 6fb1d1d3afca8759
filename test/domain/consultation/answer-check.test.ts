import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answerIssue } from '../../../src/domain/consultation/answer-check.js';
import { consultationIssues, type CheckedDraft } from '../../../src/domain/consultation/consultation-issues.js';
import type { Answer } from '../../../src/domain/consultation/answer.js';
import type { ConsentPurpose, ConsentRecord } from '../../../src/domain/consultation/consent.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import type { Questionnaire } from '../../../src/domain/consultation/questionnaire.js';
import { answersTo, PLAIN, TODAY } from './questionnaire-fixture.js';

const issue = (question: Partial<Question> & Pick<Question, 'kind'>, answer: Answer | undefined) =>
  answerIssue({ id: 'q', ...question }, answer, { today: TODAY });
const options = [{ value: 'a' }, { value: 'b' }, { value: 'none', exclusive: true }];

describe('answerIssue', () => {
  it('misses what is required, and nothing else', () => {
    for (const nothing of [undefined, '', '   ', []]) {
      assert.equal(issue({ kind: 'text', required: true }, nothing), 'missing');
      assert.equal(issue({ kind: 'multi', required: true, options }, nothing), 'missing');
      assert.equal(issue({ kind: 'text' }, nothing), undefined);
    }
    assert.equal(issue({ kind: 'number', required: true }, 0), undefined);
  });

  it('never misses a consent, a photo or the contact, which have no answers of their own', () => {
    assert.equal(issue({ kind: 'consent', required: true, purposes: ['health-data'] }, undefined), undefined);
    assert.equal(issue({ kind: 'photos', required: true }, undefined), undefined);
    assert.equal(issue({ kind: 'contact', required: true }, undefined), undefined);
    assert.equal(issue({ kind: 'contact' }, 'me'), 'invalid');
  });

  it('takes one of the choices', () => {
    for (const kind of ['single', 'picture'] as const) {
      assert.equal(issue({ kind, options }, 'a'), undefined);
      for (const wrong of ['c', ['a'], 1, 'constructor']) assert.equal(issue({ kind, options }, wrong), 'invalid');
    }
    assert.equal(issue({ kind: 'yes-no' }, 'unsure'), undefined);
    assert.equal(issue({ kind: 'yes-no' }, 'maybe'), 'invalid');
  });

  it('takes several choices, each once, and an exclusive one alone', () => {
    assert.equal(issue({ kind: 'multi', options }, ['a', 'b']), undefined);
    assert.equal(issue({ kind: 'multi', options }, ['none']), undefined);
    assert.equal(issue({ kind: 'multi', options }, ['none', 'a']), 'exclusive');
    for (const wrong of ['a', ['a', 'a'], ['c'], 1]) assert.equal(issue({ kind: 'multi', options }, wrong), 'invalid');
  });

  it('takes only purposes that are asked for', () => {
    assert.equal(issue({ kind: 'consent', purposes: ['health-data'] }, ['health-data']), undefined);
    assert.equal(issue({ kind: 'consent', purposes: ['health-data'] }, ['marketing-sms']), 'invalid');
  });

  it('keeps numbers within their bounds', () => {
    assert.equal(issue({ kind: 'number' }, 100), undefined);
    assert.equal(issue({ kind: 'number' }, 100.5), 'too-large');
    assert.equal(issue({ kind: 'number', min: 5 }, 4), 'too-small');
    for (const wrong of [NaN, Infinity, '4']) assert.equal(issue({ kind: 'number' }, wrong), 'invalid');
    assert.equal(issue({ kind: 'scale' }, 5), undefined);
    assert.equal(issue({ kind: 'scale' }, 2.5), 'invalid');
    assert.equal(issue({ kind: 'scale' }, 0), 'too-small');
    assert.equal(issue({ kind: 'scale', max: 10 }, 11), 'too-large');
  });

  it('keeps texts within their length', () => {
    assert.equal(issue({ kind: 'text' }, 'x'.repeat(200)), undefined);
    assert.equal(issue({ kind: 'text' }, 'x'.repeat(201)), 'too-long');
    assert.equal(issue({ kind: 'long-text' }, 'x'.repeat(1001)), 'too-long');
    assert.equal(issue({ kind: 'long-text', maxLength: 5 }, '123456'), 'too-long');
    assert.equal(issue({ kind: 'text' }, 5), 'invalid');
  });

  it('takes dates as far as they are known, on the right side of today', () => {
    for (const past of ['2026-11-23', '2026-11', '2026', '1999'])
      assert.equal(issue({ kind: 'date' }, past), undefined);
    for (const ahead of ['2026-11-24', '2026-12', '2027']) {
      assert.equal(issue({ kind: 'date' }, ahead), 'in-future');
      assert.equal(issue({ kind: 'date', tense: 'any' }, ahead), undefined);
      assert.equal(issue({ kind: 'date', tense: 'future' }, ahead), undefined);
    }
    assert.equal(issue({ kind: 'date', tense: 'future' }, '2026-10'), 'in-past');
    assert.equal(issue({ kind: 'date', tense: 'future' }, '2026'), undefined);
    for (const wrong of ['2026-02-29', 'soon', '26', 2026, ['2026']]) {
      assert.equal(issue({ kind: 'date' }, wrong), 'not-a-date');
    }
  });
});

const record = (purpose: ConsentPurpose, granted = true): ConsentRecord => ({
  purpose,
  granted,
  version: '1',
  at: '2026-11-23T10:00:00Z',
});
const CONSENTS = [record('privacy'), record('health-data'), record('marketing-email', false)];
const draft = (change: Partial<CheckedDraft> = {}): CheckedDraft => ({
  questionnaire: { id: 'smp-consultation', version: '1' },
  answers: PLAIN,
  consents: CONSENTS,
  ...change,
});
const issuesOf = (change: Partial<CheckedDraft>, questionnaire: Questionnaire = defaultQuestionnaire) =>
  consultationIssues(draft(change), questionnaire, TODAY);

describe('consultationIssues', () => {
  it('finds nothing in a whole consultation', () => {
    assert.deepEqual(issuesOf({}), []);
    const answers = {
      ageConfirm18: 'yes',
      treatmentGoal: 'density',
      currentHairLength: 'short',
      hairColour: 'red',
    };
    assert.deepEqual(issuesOf({ answers: answers, consents: [record('privacy')] }), []);
  });

  it('finds another questionnaire', () => {
    assert.deepEqual(issuesOf({ questionnaire: { id: 'smp-consultation', version: '0' } }), [
      { pointer: '/questionnaire/version', code: 'unknown' },
    ]);
  });

  it('finds answers to questions that were not asked, or do not exist', () => {
    assert.deepEqual(issuesOf({ answers: { ...PLAIN, transplantDate: '2020', shoeSize: 44 } }), [
      { pointer: '/answers/transplantDate', code: 'not-asked' },
      { pointer: '/answers/shoeSize', code: 'not-asked' },
    ]);
  });

  it('finds missing and wrong answers', () => {
    const { hairColour: _colour, ...others } = PLAIN;
    assert.deepEqual(issuesOf({ answers: { ...others, healthSkin: ['none', 'moles'] } }), [
      { pointer: '/answers/healthSkin', code: 'exclusive' },
      { pointer: '/answers/hairColour', code: 'missing' },
    ]);
  });

  it('finds choices that are not offered to this visitor', () => {
    const questionnaire: Questionnaire = {
      id: 'smp-consultation',
      version: '1',
      questions: [
        { id: 'adult', kind: 'yes-no' },
        {
          id: 'drink',
          kind: 'single',
          options: [{ value: 'milk' }, { value: 'wine', when: { question: 'adult', is: 'yes' } }],
        },
      ],
    };
    const consents: ConsentRecord[] = [];
    assert.deepEqual(issuesOf({ answers: { adult: 'yes', drink: 'wine' }, consents }, questionnaire), []);
    assert.deepEqual(issuesOf({ answers: { adult: 'no', drink: 'wine' }, consents }, questionnaire), [
      { pointer: '/answers/drink', code: 'not-offered' },
    ]);
  });

  it('finds health answers without consent on record', () => {
    for (const consents of [[record('privacy')], [record('privacy'), record('health-data', false)]]) {
      const issues = issuesOf({ consents });
      assert.ok(issues.some(({ pointer, code }) => pointer === '/answers/healthBody' && code === 'no-consent'));
      assert.ok(issues.some(({ pointer, code }) => pointer === '/answers/healthConsent' && code === 'no-consent'));
    }
  });

  it('finds a consent on record that was not ticked, or is there twice', () => {
    assert.deepEqual(issuesOf({ consents: [...CONSENTS, record('marketing-sms')] }), [
      { pointer: '/consents/3', code: 'not-asked' },
    ]);
    assert.deepEqual(issuesOf({ consents: [...CONSENTS, record('health-data', false)] }), [
      { pointer: '/consents/3', code: 'repeated' },
    ]);
  });

  it('lets the visitor be in tomorrow, and no further', () => {
    const answers = { ...PLAIN, previousTreatments: ['transplant-fut'] };
    assert.deepEqual(issuesOf({ answers: { ...answers, transplantDate: '2026-11-24' } }), []);
    assert.deepEqual(issuesOf({ answers: { ...answers, transplantDate: '2026-11-25' } }), [
      { pointer: '/answers/transplantDate', code: 'in-future' },
    ]);
  });

  it('lets the visitor be in yesterday, and no earlier, where a date lies ahead', () => {
    const questionnaire: Questionnaire = {
      id: 'smp-consultation',
      version: '1',
      questions: [{ id: 'wedding', kind: 'date', tense: 'future' }],
    };
    const issues = (wedding: string) => issuesOf({ answers: { wedding }, consents: [] }, questionnaire);
    assert.deepEqual(issues('2026-11-23'), []);
    assert.deepEqual(issues('2026-11-22'), []);
    assert.deepEqual(issues('2026-11-21'), [{ pointer: '/answers/wedding', code: 'in-past' }]);
  });

  it('names at most 20 issues, whatever comes', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x${index}`, 'y']));
    assert.equal(issuesOf({ answers: many }).length, 20);
    fc.assert(
      fc.property(answersTo(defaultQuestionnaire), (answers) => {
        assert.ok(issuesOf({ answers: answers }).length > 0);
      }),
    );
  });
});
