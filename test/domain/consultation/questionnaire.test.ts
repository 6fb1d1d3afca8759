import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answerIssue, relevantAnswers } from '../../../src/domain/consultation/answer-check.js';
import type { Answers } from '../../../src/domain/consultation/answer.js';
import { holds } from '../../../src/domain/consultation/condition.js';
import { questionnaireProblems } from '../../../src/domain/consultation/questionnaire-check.js';
import { Questionnaire as QuestionnaireSchema } from '../../../src/domain/consultation/questionnaire-schema.js';
import {
  askedQuestions,
  healthConsented,
  valuesOf,
  type Questionnaire,
} from '../../../src/domain/consultation/questionnaire.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { answersTo, fittingAnswer, questionnaires, TODAY } from './questionnaire-fixture.js';

const RUNS = { numRuns: 2_000 };
const withAnswers = questionnaires.chain((questionnaire) =>
  fc.record({ questionnaire: fc.constant(questionnaire), answers: answersTo(questionnaire) }),
);

describe('any questionnaire', () => {
  it('is generated without mistakes', () => {
    fc.assert(
      fc.property(questionnaires, (questionnaire) => {
        assert.ok(QuestionnaireSchema.safeParse(questionnaire).success);
        assert.deepEqual(questionnaireProblems(questionnaire, {}), []);
      }),
      RUNS,
    );
  });

  it('asks questions of its own, in its order, each once', () => {
    fc.assert(
      fc.property(withAnswers, ({ questionnaire, answers }) => {
        const places = askedQuestions(questionnaire, answers).map((one) => questionnaire.questions.indexOf(one));
        assert.deepEqual(
          places,
          [...new Set(places)].sort((one, other) => one - other),
        );
        assert.ok(!places.includes(-1));
        assert.equal(places.at(-1), questionnaire.questions.length - 1);
      }),
      RUNS,
    );
  });

  it('counts no answer that is hidden, not offered or of the wrong kind', () => {
    fc.assert(
      fc.property(withAnswers, ({ questionnaire, answers }) => {
        const asked = askedQuestions(questionnaire, answers);
        const counting = relevantAnswers(questionnaire, answers);
        const seen: Record<string, Answers[string]> = {};
        for (const [id, answer] of Object.entries(counting)) {
          const question = asked.find((one) => one.id === id);
          assert.ok(question, `${id} is not asked`);
          const values = valuesOf(question, seen);
          for (const value of typeof answer === 'object' ? answer : values ? [String(answer)] : []) {
            assert.ok(values?.includes(value), `${value} is not offered at ${id}`);
          }
          seen[id] = answer;
        }
        for (const { health } of asked) assert.ok(!health || healthConsented(questionnaire, answers));
      }),
      RUNS,
    );
  });

  it('asks the same with only the answers that count', () => {
    fc.assert(
      fc.property(withAnswers, ({ questionnaire, answers }) => {
        const counting = relevantAnswers(questionnaire, answers);
        assert.deepEqual(askedQuestions(questionnaire, counting), askedQuestions(questionnaire, answers));
        assert.deepEqual(relevantAnswers(questionnaire, counting), counting);
      }),
      RUNS,
    );
  });

  it('has no dead end: each page can be answered, and the last one is reached', () => {
    fc.assert(
      fc.property(questionnaires, fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }), (questionnaire, picks) => {
        assertWalkable(questionnaire, picks);
      }),
      RUNS,
    );
  });

  it('the default one has no dead end either', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 60, maxLength: 60 }), (picks) => {
        assertWalkable(defaultQuestionnaire, picks);
      }),
      RUNS,
    );
  });
});

/** Goes from page to page and answers each by one of its choices. */
function assertWalkable(questionnaire: Questionnaire, picks: readonly number[]): void {
  let answers: Answers = {};
  for (let page = 0; ; page++) {
    assert.ok(page <= questionnaire.questions.length, 'the path does not end');
    const asked = askedQuestions(questionnaire, answers);
    const question = asked[page];
    if (!question) break;
    assert.deepEqual(askedQuestions(questionnaire, answers).slice(0, page), asked.slice(0, page));
    if (question.kind === 'contact' || question.kind === 'photos') continue;
    const answer = fittingAnswer(question, answers, picks[page] ?? 0);
    assert.equal(answerIssue(question, answer, { today: TODAY }), undefined, question.id);
    answers = { ...answers, [question.id]: answer };
  }
  assert.deepEqual(relevantAnswers(questionnaire, answers), answers);
}

describe('a questionnaire with health questions', () => {
  const questionnaire: Questionnaire = {
    id: 'small',
    version: '1',
    questions: [
      { id: 'consent', kind: 'consent', purposes: ['health-data'] },
      { id: 'ill', kind: 'yes-no', health: true },
      { id: 'since', kind: 'date', when: { question: 'ill', is: 'yes' } },
    ],
  };
  const idsOf = (answers: Answers) => askedQuestions(questionnaire, answers).map(({ id }) => id);

  it('asks them only with consent, and forgets what hangs on them without', () => {
    assert.deepEqual(idsOf({ consent: ['health-data'], ill: 'yes' }), ['consent', 'ill', 'since']);
    assert.deepEqual(idsOf({ ill: 'yes' }), ['consent']);
    assert.deepEqual(relevantAnswers(questionnaire, { ill: 'yes', since: '2024' }), {});
  });

  it('takes no other purpose for that consent', () => {
    assert.deepEqual(idsOf({ consent: ['marketing-sms'], ill: 'yes' }), ['consent']);
    assert.equal(healthConsented(questionnaire, { consent: ['marketing-sms'] }), false);
  });
});

describe('names that every object has', () => {
  it('are neither ids nor values', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const questions = [{ id: name, kind: 'text' }];
      assert.equal(QuestionnaireSchema.safeParse({ id: 'x', version: '1', questions }).success, false, name);
      const options = [{ value: name }];
      const choices = [{ id: 'q', kind: 'single', options }];
      assert.equal(QuestionnaireSchema.safeParse({ id: 'x', version: '1', questions: choices }).success, false, name);
    }
  });

  it('are no answers that nobody gave', () => {
    const questions = [{ id: 'constructor', kind: 'text' as const }];
    assert.deepEqual(relevantAnswers({ id: 'x', version: '1', questions }, {}), {});
    assert.equal(holds({ question: 'constructor', answered: true }, {}), false);
  });
});
