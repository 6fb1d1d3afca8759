import { SMP_ERROR_CODES, SmpError, isSmpError, type SmpErrorCode, type SmpIssue } from '../domain/errors.js';
import { Slot } from '../domain/slot.js';

const DAY_MS = 86_400_000;
const MAX_ALTERNATIVES = 10;
const MAX_ISSUES = 20;
const MAX_TEXT = 500;

/** Verdicts on an operation. A backend gives the same one to every copy of it, so no copy has been carried out. */
const VERDICTS: readonly SmpErrorCode[] = ['slot-taken', 'hold-expired', 'version-conflict', 'validation', 'not-found'];

/** A request that was turned away for who sent it or where to. Says nothing of the copies sent before. */
const TURNED_AWAY: readonly SmpErrorCode[] = ['unauthorized', 'not-supported', 'invalid-config'];

/** What browsers and Node say when a request did not get through. */
const NETWORK_WORDS = /fetch|network|load failed|terminated|connection/i;

/** Does this tell for sure that no try of the operation had an effect? */
export const isVerdict = (error: SmpError): boolean => VERDICTS.includes(error.code);

/** May the try that failed like this have had an effect all the same? Not when the backend turned it away. */
export const mayHaveTakenEffect = (error: SmpError): boolean => error.code !== 'rate-limited' && !isFinal(error.code);

const isFinal = (code: SmpErrorCode): boolean => VERDICTS.includes(code) || TURNED_AWAY.includes(code);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;

function issuesOf(value: unknown): SmpIssue[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, MAX_ISSUES).flatMap((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('pointer' in issue) || !('code' in issue)) return [];
    const pointer = textOf(issue.pointer);
    const code = textOf(issue.code);
    return pointer === undefined || code === undefined ? [] : [{ pointer, code }];
  });
}

function alternativesOf(value: unknown): Slot[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, MAX_ALTERNATIVES).flatMap((slot: unknown) => {
    const result = Slot.safeParse(slot);
    return result.success ? [result.data] : [];
  });
}

/** A copy of an adapter's error of which every field can be trusted. */
function copyOf(error: SmpError): SmpError {
  const known = SMP_ERROR_CODES.includes(error.code) ? error.code : 'unknown';
  // Nobody asked for the abort (a time-out or the caller would have ended the try first): the connection was cut.
  const code = known === 'aborted' ? 'network' : known;
  const { retryable, retryAfterMs } = error;
  const issues = issuesOf(error.issues);
  const alternatives = alternativesOf(error.alternatives);
  return new SmpError(code, textOf(error.message) ?? code, {
    cause: error,
    ...(isFinal(code) ? { retryable: false } : code === known && typeof retryable === 'boolean' ? { retryable } : {}),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 && { retryAfterMs: Math.min(retryAfterMs, DAY_MS) }),
    ...(issues && { issues }),
    ...(alternatives && { alternatives }),
  });
}

/**
 * The typed error for anything that an adapter threw. What is not an `SmpError` tells nothing about what the backend
 * did, so it counts as `network`, `timeout` or `unknown`, all of which may be tried again.
 */
export function failureOf(thrown: unknown): SmpError {
  try {
    if (isSmpError(thrown)) return copyOf(thrown);
    if (thrown instanceof Error) {
      const message = textOf(thrown.message) ?? '';
      if (thrown.name === 'TimeoutError') return new SmpError('timeout', message, { cause: thrown });
      if (thrown.name === 'AbortError' || (thrown instanceof TypeError && NETWORK_WORDS.test(message)))
        return new SmpError('network', message, { cause: thrown });
      return new SmpError('unknown', `The adapter threw: ${message}`, { retryable: true, cause: thrown });
    }
  } catch {
    // A getter of the thrown thing threw itself.
  }
  return new SmpError('unknown', `The adapter threw no error but ${typeof thrown}`, { retryable: true, cause: thrown });
}
