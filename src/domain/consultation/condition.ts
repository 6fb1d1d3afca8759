import type { Answers } from './answer.js';
import type { Code, QuestionId } from './code.js';

/**
 * When something holds, said in data: whether an answer is (or, of several choices, has) one of some values, lies
 * between two numbers, or was given at all, and any combination of these. An answer that is not there is none of
 * anything. Nested at most {@link MAX_CONDITION_DEPTH} deep.
 */
export type Condition =
  | { readonly question: QuestionId; readonly is: Code | readonly Code[] }
  | { readonly question: QuestionId; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly question: QuestionId; readonly answered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** How deep conditions may be nested. */
export const MAX_CONDITION_DEPTH = 6;

/** Does it hold for these answers? */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, answers));
  if ('any' in condition) return condition.any.some((one) => holds(one, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.question) ? answers[condition.question] : undefined;
  if ('answered' in condition) return (answer !== undefined) === condition.answered;
  if (answer === undefined) return false;
  if ('is' in condition) {
    const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is;
    const given = typeof answer === 'object' ? answer : [answer];
    return given.some((one) => wanted.some((value) => value === one));
  }
  return typeof answer === 'number' && answer >= (condition.min ?? -Infinity) && answer <= (condition.max ?? Infinity);
}
