import type * as z from 'zod/mini';
import type { Answer, Answers } from './answer.js';
import { holds } from './condition.js';
import type { Question } from './question.js';
import type { Questionnaire as QuestionnaireSchema } from './questionnaire-schema.js';

// The schema stands apart: what asks the questions checks no questionnaire.
/** Questions in the order in which they are asked. */
export type Questionnaire = z.infer<typeof QuestionnaireSchema>;

const YES_NO = ['yes', 'no', 'unsure'];

/** The answer that an object has of its own, never one that every object has. */
export function answerTo(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/**
 * The values that can be chosen, in order, by somebody with these answers to earlier questions; without answers, by
 * anybody. Undefined for questions that are not answered by choosing.
 */
export function valuesOf({ kind, options = [], purposes = [] }: Question, answers?: Answers): string[] | undefined {
  switch (kind) {
    case 'yes-no':
      return YES_NO;
    case 'consent':
      return purposes;
    case 'single':
    case 'multi':
    case 'picture':
      return options.filter(({ when }) => !when || !answers || holds(when, answers)).map(({ value }) => value);
    default:
      return undefined;
  }
}

/** What of an answer fits its question: values that are offered, and the right kind of thing. */
function fitting(question: Question, answer: Answer | undefined, before: Answers): Answer | undefined {
  const { kind } = question;
  const offered = valuesOf(question, before);
  if (kind === 'multi' || kind === 'consent') {
    const chosen = typeof answer === 'object' ? answer.filter((value) => offered?.includes(value)) : [];
    return chosen.length > 0 ? chosen : undefined;
  }
  if (kind === 'contact' || kind === 'photos') return undefined;
  if (kind === 'number' || kind === 'scale') return typeof answer === 'number' ? answer : undefined;
  return typeof answer === 'string' && (offered?.includes(answer) ?? true) ? answer : undefined;
}

/**
 * Leads somebody with these answers through the questionnaire: the questions that are asked, in order, and the answers
 * to them. A condition sees only answers to questions that are themselves asked, and of those only choices that are offered.
 */
export function walk({ questions }: Questionnaire, answers: Answers): { asked: Question[]; answers: Answers } {
  const seen: Record<string, Answer> = {};
  let health = false;
  const asked = questions.filter((question) => {
    const { id, kind, when } = question;
    if ((question.health && !health) || (when && !holds(when, seen))) return false;
    const answer = fitting(question, answerTo(answers, id), seen);
    if (answer !== undefined) seen[id] = answer;
    if (kind === 'consent' && typeof answer === 'object' && answer.includes('health-data')) health = true;
    return true;
  });
  return { asked, answers: seen };
}

/** The questions that are asked of somebody with these answers, in order. */
export function askedQuestions(questionnaire: Questionnaire, answers: Answers): Question[] {
  return walk(questionnaire, answers).asked;
}

/** Was consent to health data given on one of the consent pages that are asked? */
export function healthConsented(questionnaire: Questionnaire, answers: Answers): boolean {
  const { asked, answers: given } = walk(questionnaire, answers);
  return asked.some(({ id, kind }) => {
    const answer = given[id];
    return kind === 'consent' && typeof answer === 'object' && answer.includes('health-data');
  });
}
