import type { SmpErrorCode } from '../domain/errors.js';
import type { ProblemCode, ProblemIssue } from '../domain/problem.js';
import type { Slot } from '../domain/slot.js';

/** What a {@link Refusal} may say beside its status and code. */
export interface RefusalOptions {
  readonly detail?: string;
  readonly issues?: readonly ProblemIssue[];
  readonly alternatives?: readonly Slot[];
  readonly retryAfterMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown inside the handler to end a request with a problem answer. It never leaves the handler. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: ProblemCode;
  readonly options: RefusalOptions;

  constructor(status: number, code: ProblemCode, options: RefusalOptions = {}) {
    super(code, 'cause' in options ? { cause: options.cause } : undefined);
    this.status = status;
    this.code = code;
    this.options = options;
  }
}

/** The status that goes with each error code, unless the handler knows a more exact one. */
export const STATUS: Readonly<Record<SmpErrorCode, number>> = {
  aborted: 503,
  network: 503,
  timeout: 503,
  unauthorized: 401,
  'rate-limited': 429,
  'slot-taken': 409,
  'hold-expired': 410,
  'version-conflict': 412,
  validation: 422,
  'not-found': 404,
  'invalid-response': 502,
  'not-supported': 501,
  'invalid-config': 500,
  unknown: 500,
};

/** The same words for the same code, so that nothing of an adapter's own messages gets out. */
export const TITLES: Readonly<Record<ProblemCode, string>> = {
  aborted: 'The request was given up.',
  network: 'The scheduling backend can’t be reached.',
  timeout: 'The scheduling backend took too long.',
  unauthorized: 'The proof that came with the request is missing or wrong.',
  'rate-limited': 'Too many requests.',
  'slot-taken': 'This time can’t be booked any more.',
  'hold-expired': 'This hold has run out.',
  'version-conflict': 'The booking was changed in the meantime.',
  validation: 'The request is malformed.',
  'not-found': 'There is no such thing.',
  'invalid-response': 'The scheduling backend gave an answer that can’t be understood.',
  'not-supported': 'The scheduling backend can’t do this.',
  'invalid-config': 'The scheduling backend is set up wrongly.',
  unknown: 'Something went wrong.',
  'key-reused': 'This idempotency key came with other content before.',
  'key-in-progress': 'The request with this idempotency key is still being carried out.',
};

/** A refusal for one thing that is wrong in the request. */
export function malformed(status: number, pointer: string, code: string, detail: string): Refusal {
  return new Refusal(status, 'validation', { detail, issues: [{ pointer, code }] });
}
