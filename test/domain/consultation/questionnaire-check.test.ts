import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition } from '../../../src/domain/consultation/condition.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import {
  questionnaireProblems,
  screeningProblems,
  type BuiltIn,
} from '../../../src/domain/consultation/questionnaire-check.js';
import type { ScreeningRule } from '../../../src/domain/consultation/screening.js';

const contact: Question = { id: 'reach', kind: 'contact' };
const consent: Question = { id: 'consent', kind: 'consent', purposes: ['health-data'] };
const pick: Question = { id: 'pick', kind: 'single', options: [{ value: 'a' }, { value: 'b' }] };
const many: Question = { id: 'many', kind: 'number' };
const of = (...questions: Question[]) => ({ id: 'x', version: '1', questions });
/** Codes of the mistakes in these questions and a contact page. */
const codes = (builtIn: BuiltIn, ...questions: Question[]) =>
  questionnaireProblems(of(...questions, contact), builtIn).map(({ question, code }) => `${question}: ${code}`);
const text = (id: string, more: Partial<Question> = {}): Question => ({ id, kind: 'text', ...more });
const asks = (when: Condition): Question => text('last', { when });

describe('questionnaireProblems', () => {
  it('finds none in a good questionnaire', () => {
    assert.deepEqual(
      codes({}, pick, many, asks({ question: 'pick', is: 'a' }), consent, text('ill', { health: true })),
      [],
    );
  });

  const CASES: readonly (readonly [code: string, questions: readonly Question[], builtIn?: BuiltIn])[] = [
    ['pick: duplicate-id', [pick, pick]],
    ['email: reserved-id', [text('email')]],
    ['last: unknown-question', [asks({ question: 'gone', is: 'a' })]],
    ['last: later-question', [asks({ question: 'pick', is: 'a' }), pick]],
    ['last: later-question', [asks({ question: 'last', answered: true })]],
    ['last: unknown-value', [pick, asks({ any: [{ not: { question: 'pick', is: ['a', 'c'] } }] })]],
    ['last: unknown-value', [text('free'), asks({ question: 'free', is: 'a' })]],
    ['last: unknown-value', [consent, asks({ question: 'consent', is: 'privacy' })]],
    ['last: not-a-number', [pick, asks({ question: 'pick', min: 1 })]],
    ['last: empty-range', [many, asks({ question: 'many', min: 3, max: 2 })]],
    ['last: empty-range', [many, asks({ question: 'many' })]],
    ['pick: no-options', [{ id: 'pick', kind: 'multi' }]],
    ['pick: unexpected-options', [{ ...pick, kind: 'yes-no' }]],
    ['pick: duplicate-option', [{ ...pick, options: [{ value: 'a' }, { value: 'a' }] }]],
    ['pick: exclusive-outside-multi', [{ ...pick, options: [{ value: 'a', exclusive: true }] }]],
    ['pick: may-offer-nothing', [many, { ...pick, options: [{ value: 'a', when: { question: 'many', min: 1 } }] }]],
    [
      'pick: unknown-question',
      [{ ...pick, options: [{ value: 'a', when: { question: 'x', min: 1 } }, { value: 'b' }] }],
    ],
    ['many: empty-range', [{ ...many, min: 3, max: 2 }]],
    ['many: long-scale', [{ ...many, kind: 'scale', max: 50 }]],
    ['many: long-scale', [{ ...many, kind: 'scale', max: 2.5 }]],
    ['ill: no-health-consent', [text('ill', { health: true }), consent]],
    ['consent: required-consent', [{ ...consent, required: true }]],
    ['consent: no-purposes', [{ id: 'consent', kind: 'consent' }]],
    ['again: repeated-purpose', [consent, { ...consent, id: 'again' }]],
    ['again: conditional-consent', [consent, { ...consent, id: 'again', purposes: ['marketing-sms'], health: true }]],
    ['pick: unexpected-purposes', [{ ...pick, purposes: ['privacy'] }]],
    ['shots: no-photos-consent', [consent, { id: 'shots', kind: 'photos' }]],
    ['reach: several-contacts', [{ ...contact, id: 'first' }]],
    ['first: contact-conditional', [pick, { ...contact, id: 'first', when: { question: 'pick', is: 'a' } }]],
    ['last: no-answer', [{ ...contact, id: 'first' }, asks({ question: 'first', answered: true })]],
    ['pick: no-words', [pick], { words: { questions: {}, findings: {} } }],
    [
      'pick: no-words',
      [pick],
      { words: { questions: { pick: { label: 'Pick', short: 'Pick', options: { a: 'A' } } }, findings: {} } },
    ],
    ['pick: unknown-picture', [{ ...pick, kind: 'picture' }], { pictures: ['a'] }],
    [
      'pick: unknown-picture',
      [{ ...pick, kind: 'picture', options: [{ value: 'a', picture: 'z' }] }],
      { pictures: ['a'] },
    ],
  ];
  for (const [expected, questions, builtIn = {}] of CASES) {
    it(`finds ${expected} in ${JSON.stringify(questions).slice(0, 90)}`, () => {
      assert.ok(codes(builtIn, ...questions).includes(expected), codes(builtIn, ...questions).join());
    });
  }

  it('finds that nobody could be answered', () => {
    assert.deepEqual(
      questionnaireProblems(of(pick), {}).map(({ code }) => code),
      ['no-contact'],
    );
  });

  it('takes the clinic’s own words in place of built-in ones', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const builtIn = { words: { questions: { reach: { label: 'Contact', short: 'Contact' } }, findings: {} } };
    assert.deepEqual(codes(builtIn, { ...pick, label: 'Pick one', options }), []);
  });

  it('says in each message which question it is', () => {
    for (const { question, message } of questionnaireProblems(of(pick, pick, asks({ question: 'gone', min: 1 })), {})) {
      assert.ok(question === undefined || message.startsWith(`Question “${question}”: `), message);
    }
  });

  it('stops at 20', () => {
    assert.equal(codes({}, ...Array.from({ length: 90 }, () => pick)).length, 20);
  });
});

describe('screeningProblems', () => {
  const rule: ScreeningRule = { flag: 'a', when: { question: 'pick', is: 'a' }, effects: [{ kind: 'review' }] };
  const found = (one: ScreeningRule, builtIn: BuiltIn = {}) =>
    screeningProblems([one], of(pick, { id: 'on', kind: 'date' }), builtIn).map(({ flag, code }) => `${flag}: ${code}`);

  it('finds none in a good rule', () => {
    assert.deepEqual(found(rule), []);
    assert.deepEqual(found({ ...rule, title: 'A' }, { words: { questions: {}, findings: {} } }), []);
  });

  it('finds rules that block, look at nothing, count from nothing, or have no words', () => {
    assert.deepEqual(found({ ...rule, effects: [{ kind: 'block' }] }), ['a: block']);
    assert.deepEqual(found({ ...rule, when: { question: 'gone', is: 'a' } }), ['a: unknown-question']);
    assert.deepEqual(found({ ...rule, when: { question: 'pick', is: 'z' } }), ['a: unknown-value']);
    assert.deepEqual(found({ ...rule, effects: [{ kind: 'defer', since: 'pick' }] }), ['a: not-a-date']);
    assert.deepEqual(found({ ...rule, effects: [{ kind: 'defer', since: 'on' }] }), []);
    assert.deepEqual(found(rule, { words: { questions: {}, findings: {} } }), ['a: no-words']);
  });
});
