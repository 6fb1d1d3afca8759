import { SMP_ERROR_CODES, SmpError, type SmpErrorCode, type SmpErrorOptions } from '../domain/errors.js';
import type { Problem } from '../domain/problem.js';

const RETRYABLE = [408, 425, 429];
/** What a status means where the answer is not a problem that names its code. */
const CODES: Readonly<Record<number, SmpErrorCode>> = { 408: 'timeout', 429: 'rate-limited', 504: 'timeout' };
/** The same, for reads only: something between here and the backend can't tell that an earlier try did nothing. */
const READ_CODES: typeof CODES = { 401: 'unauthorized', 403: 'unauthorized', 404: 'not-found', 501: 'not-supported' };

/** Seconds or an HTTP date. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = Number(header) * 1000 || Date.parse(header) - Date.now();
  return ms === ms ? Math.max(0, ms) : undefined;
}

/**
 * The error that an answer stands for.
 * @param problem its body, as far as it has one
 * @param isRead whether the request could have had no effect
 * @param address what was asked; where nothing is there, its developer is told
 */
export function errorOf(
  { status, headers }: Response,
  problem: Partial<Problem>,
  isRead: boolean,
  address: string,
): SmpError {
  const named = problem.code;
  const reused = named === 'key-reused';
  const inProgress = named === 'key-in-progress';
  const known = named !== 'aborted' && SMP_ERROR_CODES.find((code) => code === named);
  const guess = CODES[status] || (isRead && READ_CODES[status]) || 'unknown';
  const code = known || (reused && 'validation') || (inProgress && 'unknown') || guess;
  const stated: unknown = problem.retryAfterMs;
  const retryAfterMs = typeof stated === 'number' ? stated : retryAfter(headers.get('retry-after'));
  const issues = reused || inProgress ? [{ pointer: '', code: named }] : problem.errors;
  const options: SmpErrorOptions = {
    retryable: inProgress || (status > 499 && status !== 501) || RETRYABLE.includes(status),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(Array.isArray(issues) && { issues }),
    ...(Array.isArray(problem.alternatives) && { alternatives: problem.alternatives }),
  };
  const words = [`HTTP ${status}`, problem.detail ?? problem.title, isRead && code === 'not-found' && address];
  return new SmpError(code, words.filter(Boolean).join(' '), options);
}
