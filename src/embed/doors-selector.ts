/** What asks, in a page, for more than elements: a place for an element, or something that opens one. */
export const DOORS = '[data-smp],[data-smp-open]';

/** `smp(…)` whether its code is there or not: a function with a list of calls that wait. */
export interface QueuedCalls {
  (...call: unknown[]): void;
  q?: ArrayLike<unknown>[];
}
