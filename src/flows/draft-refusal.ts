import type { SmpError } from '../domain/errors.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';

/**
 * Was a draft refused for its design: because it is none, or because the backend knows of none? Then the rest of the
 * draft is sent without it, since a wish must keep nobody from booking.
 */
export const isDesignRefused = (outcome: WriteOutcome<unknown>): boolean =>
  outcome.status === 'refused' &&
  (outcome.error.issues?.some(({ pointer }) => /^\/design(?:\/|$)/.test(pointer)) ?? false);

/** Has something else been sent under the id before? */
export const isKeyReused = ({ issues }: SmpError): boolean =>
  issues?.some(({ code }) => code === 'key-reused') ?? false;
