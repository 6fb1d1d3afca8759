import type { SmpError } from '../domain/errors.js';

/** How often and how patiently a request is sent again. All times in milliseconds. */
export interface RetryLimits {
  /** Times a request is sent at most, the first one included. */
  readonly tries: number;
  /** No try begins later than this after the first. */
  readonly totalMs: number;
  /** Longest wait before the second try; doubles with each further one. */
  readonly baseDelayMs: number;
  /** Longest wait before any try that the backend did not ask for. */
  readonly capDelayMs: number;
  /** Longest wait that a backend may ask for; beyond it the visitor is told the time instead. */
  readonly maxRetryAfterMs: number;
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = {
  tries: 5,
  totalMs: 45_000,
  baseDelayMs: 500,
  capDelayMs: 8_000,
  maxRetryAfterMs: 30_000,
};

/** What to do after a failed try. */
export type RetryDecision = { readonly retry: false } | { readonly retry: true; readonly delayMs: number };

const STOP: RetryDecision = { retry: false };

/**
 * Decides whether a request is sent again, and when. Waits are spread over their whole range (full jitter), so that
 * visitors who were cut off together do not come back together; a wait that the backend asked for is never shortened.
 *
 * @param attempt tries made so far, from 1
 * @param elapsedMs time since the first try began
 * @param random from 0 up to but not including 1
 */
export function decideRetry(
  error: SmpError,
  attempt: number,
  elapsedMs: number,
  random: number,
  limits: RetryLimits = DEFAULT_RETRY_LIMITS,
): RetryDecision {
  if (!error.retryable || attempt >= limits.tries) return STOP;
  const asked = error.retryAfterMs;
  if (asked !== undefined && asked > limits.maxRetryAfterMs) return STOP;
  const range = Math.min(limits.capDelayMs, limits.baseDelayMs * 2 ** (attempt - 1));
  const delayMs = asked === undefined ? random * range : asked + random * limits.baseDelayMs;
  return elapsedMs + delayMs < limits.totalMs ? { retry: true, delayMs } : STOP;
}
