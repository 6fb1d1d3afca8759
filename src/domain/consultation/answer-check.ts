import type { PlainDate } from '../time/instant.js';
import type { Answer, Answers } from './answer.js';
import { daysOf } from './date-answer.js';
import type { Question } from './question.js';
import { valuesOf, walk, type Questionnaire } from './questionnaire.js';

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
