import * as z from 'zod/mini';
import { Id, ShortText } from '../text.js';
import type { Answers } from './answer.js';
import { holds } from './condition.js';
import { Question } from './question.js';

/** Questions in the order in which they are asked. */
export const Questionnaire = z.strictObject({
  id: Id,
  /** Names this wording and order, so that answers can be traced to what was asked. */
  version: ShortText,
  questions: z.array(Question).check(z.minLength(1), z.maxLength(100)),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** Was consent to health data given on one of the consent pages? */
export function healthConsented({ questions }: Questionnaire, answers: Answers): boolean {
  return questions.some(({ id, kind }) => {
    const answer = answers[id];
    return kind === 'consent' && typeof answer === 'object' && answer.includes('health-data');
  });
}

/**
 * The questions that are asked of somebody with these answers, in order. A condition sees only the answers to questions
 * that are themselves asked.
 */
export function askedQuestions({ questions }: Questionnaire, answers: Answers): Question[] {
  const seen: Record<string, Answers[string]> = {};
  let health = false;
  return questions.filter((question) => {
    const { id, kind, when } = question;
    if ((question.health && !health) || (when && !holds(when, seen))) return false;
    const answer = answers[id];
    if (answer !== undefined) seen[id] = answer;
    if (kind === 'consent' && typeof answer === 'object' && answer.includes('health-data')) health = true;
    return true;
  });
}
