import type { QuestionId } from './code.js';
import type { Condition } from './condition.js';

/** A condition on one answer. */
export type SimpleCondition = Extract<Condition, { readonly question: QuestionId }>;

/** The conditions on single answers of which a condition is made. */
export function partsOf(condition: Condition): SimpleCondition[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  if ('not' in condition) return partsOf(condition.not);
  return [condition];
}
