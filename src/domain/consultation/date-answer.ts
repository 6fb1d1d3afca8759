import { endOfMonth, isPlainDate, type PlainDate } from '../time/plain-date.js';

/**
 * The first and the last day that an answer to a date question can mean: of `2025-03` the 1st and the 31st of March.
 * Undefined when it is no date between 1900 and 2199.
 */
export function daysOf(answer: unknown): readonly [first: PlainDate, last: PlainDate] | undefined {
  if (typeof answer !== 'string' || !/^(?:19|2[01])\d\d(?:-\d\d){0,2}$/.test(answer)) return undefined;
  const first = answer + '-01-01'.slice(answer.length - 4);
  if (!isPlainDate(first)) return undefined;
  if (answer.length === 10) return [first, first];
  return [first, endOfMonth(answer.length === 7 ? first : `${answer}-12-01`)];
}
