import type { SmpError } from '../domain/errors.js';
import { isVerdict } from './failure.js';

/**
 * How a write ended. `refused`: the backend said no, or nothing was sent; nothing was done. `unknown`: it may have been
 * done. Never show `unknown` as a failure: send the same content with the same operation id again, which either does it
 * or tells what was done.
 */
export type WriteOutcome<T> =
  | { readonly status: 'confirmed'; readonly value: T }
  | { readonly status: 'refused'; readonly error: SmpError }
  | { readonly status: 'unknown'; readonly error: SmpError };

/**
 * Has the backend decided on the operation for good, so that its id is used up? Not when its outcome is unknown, and not
 * when it was turned away unread (too many requests, no right to ask): then the same id has to be sent the next time.
 */
export function isDecided(outcome: WriteOutcome<unknown>): boolean {
  return outcome.status === 'confirmed' || (outcome.status === 'refused' && isVerdict(outcome.error));
}
