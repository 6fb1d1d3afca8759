import type { SmpIssue } from '../errors.js';
import { addDays, type PlainDate } from '../time/plain-date.js';
import type { Answer, Answers } from './answer.js';
import type { ConsentPurpose } from './consent.js';
import type { ConsultationDraft } from './consultation.js';
import { daysOf } from './date-answer.js';
import type { Question } from './question.js';
import { answerTo, valuesOf, walk, type Questionnaire } from './questionnaire.js';

/** Why an answer can't be taken. */
export type AnswerIssue =
  'missing' | 'invalid' | 'too-long' | 'too-small' | 'too-large' | 'in-future' | 'in-past' | 'not-a-date' | 'exclusive';

/**
 * What is wrong with an answer to this question, if anything. Consents may be left unticked, whatever the question says.
 * @param today where the visitor is
 */
export function answerIssue(
  question: Question,
  answer: Answer | undefined,
  { today }: { readonly today: PlainDate },
): AnswerIssue | undefined {
  const { kind, required, options = [], tense = 'past' } = question;
  const unasked = kind === 'contact' || kind === 'photos';
  if (answer === undefined || isEmpty(answer)) {
    return required && !unasked && kind !== 'consent' ? 'missing' : undefined;
  }
  if (unasked) return 'invalid';
  const values = valuesOf(question);
  switch (kind) {
    case 'multi':
    case 'consent':
      if (typeof answer !== 'object' || new Set(answer).size < answer.length) return 'invalid';
      if (!answer.every((value) => values?.includes(value))) return 'invalid';
      return answer.length > 1 && options.some(({ value, exclusive }) => exclusive && answer.includes(value))
        ? 'exclusive'
        : undefined;
    case 'number':
    case 'scale': {
      const [least, most] = kind === 'scale' ? [1, 5] : [0, 100];
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'invalid';
      if (answer < (question.min ?? least)) return 'too-small';
      if (answer > (question.max ?? most)) return 'too-large';
      return kind === 'scale' && !Number.isInteger(answer) ? 'invalid' : undefined;
    }
    case 'date': {
      const days = daysOf(answer);
      if (!days) return 'not-a-date';
      const [first, last] = days;
      return tense === 'past' && first > today
        ? 'in-future'
        : tense === 'future' && last < today
          ? 'in-past'
          : undefined;
    }
    case 'text':
    case 'long-text':
      if (typeof answer !== 'string') return 'invalid';
      return answer.length > (question.maxLength ?? (kind === 'text' ? 200 : 1000)) ? 'too-long' : undefined;
    default:
      return typeof answer === 'string' && values?.includes(answer) ? undefined : 'invalid';
  }
}

const isEmpty = (answer: Answer): boolean =>
  typeof answer === 'string' ? answer.trim() === '' : typeof answer === 'object' && answer.length === 0;

/** The answers that count: to questions that are asked, and of those only choices that exist and are offered. */
export function relevantAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  return walk(questionnaire, answers).answers;
}

/** What is checked on the server's side of a consultation. */
export type CheckedDraft = Pick<ConsultationDraft, 'questionnaire' | 'consents'> & { readonly answers: Answers };

/**
 * What is wrong with a consultation as it was sent: answers to questions that were not asked, or of the wrong kind;
 * required ones that are missing; consents that do not match what was ticked; and health answers without consent on
 * record. At most 20 issues, with JSON pointers into the draft. Contact and outcome are not looked at.
 * @param today the clinic's date
 */
export function consultationIssues(draft: CheckedDraft, questionnaire: Questionnaire, today: PlainDate): SmpIssue[] {
  const { answers, consents } = draft;
  const issues: SmpIssue[] = [];
  const wrong = (pointer: string, code: string) => issues.push({ pointer, code });
  if (draft.questionnaire.id !== questionnaire.id) wrong('/questionnaire/id', 'unknown');
  if (draft.questionnaire.version !== questionnaire.version) wrong('/questionnaire/version', 'unknown');

  const { asked, answers: counting } = walk(questionnaire, answers);
  for (const id of Object.keys(answers)) {
    if (!asked.some((question) => question.id === id)) wrong(`/answers/${id}`, 'not-asked');
  }
  const isGranted = (purpose: ConsentPurpose) => consents.some((one) => one.purpose === purpose && one.granted);
  const ticked = new Set<string>();
  for (const question of asked) {
    const { id, kind, health } = question;
    const answer = answerTo(answers, id);
    // Where the visitor is, it may be tomorrow already.
    const code = answerIssue(question, answer, { today: addDays(today, 1) });
    if (code) wrong(`/answers/${id}`, code);
    else if (JSON.stringify(answer) !== JSON.stringify(answerTo(counting, id))) wrong(`/answers/${id}`, 'not-offered');
    else if (health && answer !== undefined && !isGranted('health-data')) wrong(`/answers/${id}`, 'no-consent');
    if (kind === 'consent' && typeof answer === 'object') {
      for (const purpose of answer) ticked.add(purpose);
      if (!answer.every((purpose) => isGranted(purpose as ConsentPurpose))) wrong(`/answers/${id}`, 'no-consent');
    }
  }
  consents.forEach(({ purpose, granted }, index) => {
    const first = consents.findIndex((one) => one.purpose === purpose);
    if (first < index) wrong(`/consents/${index}`, 'repeated');
    else if (granted && purpose !== 'privacy' && !ticked.has(purpose)) wrong(`/consents/${index}`, 'not-asked');
  });
  return issues.slice(0, 20);
}
