import type { Slot } from './slot.js';

/** Every way a request can end other than well. */
export const SMP_ERROR_CODES = [
  'aborted',
  'network',
  'timeout',
  'unauthorized',
  'rate-limited',
  'slot-taken',
  'hold-expired',
  'version-conflict',
  'validation',
  'not-found',
  'invalid-response',
  'not-supported',
  'invalid-config',
  'unknown',
] as const;
export type SmpErrorCode = (typeof SMP_ERROR_CODES)[number];

/** One thing that is wrong in what was sent: a JSON pointer to it and a code for the reason. */
export interface SmpIssue {
  readonly pointer: string;
  readonly code: string;
}

/** What an {@link SmpError} may carry beside its code. */
export interface SmpErrorOptions {
  /** May the same request, with the same operation id, succeed later? Default: true for `network`, `timeout`, `rate-limited`, `invalid-response`. */
  readonly retryable?: boolean;
  /** Wait this long before trying again, in milliseconds. */
  readonly retryAfterMs?: number;
  readonly issues?: readonly SmpIssue[];
  /** Nearest free slots, with `slot-taken`. */
  readonly alternatives?: readonly Slot[];
  readonly cause?: unknown;
}

const RETRYABLE: readonly SmpErrorCode[] = ['network', 'timeout', 'rate-limited', 'invalid-response'];

/**
 * The one error that leaves this package. `message` is for developers; the words a visitor reads come from the locale
 * by `code`. Guard with {@link isSmpError}, not `instanceof`: two copies of the package may meet on a page.
 */
export class SmpError extends Error {
  override readonly name = 'SmpError';
  readonly code: SmpErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly issues?: readonly SmpIssue[];
  readonly alternatives?: readonly Slot[];

  constructor(code: SmpErrorCode, message: string, options: SmpErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = options.retryable ?? RETRYABLE.includes(code);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.issues) this.issues = options.issues;
    if (options.alternatives) this.alternatives = options.alternatives;
  }
}

/** Is this an {@link SmpError}, of this code if one is given? */
export function isSmpError<Code extends SmpErrorCode = SmpErrorCode>(
  error: unknown,
  code?: Code,
): error is SmpError & { readonly code: Code } {
  if (typeof error !== 'object' || error === null || !('name' in error) || error.name !== 'SmpError') return false;
  return code === undefined || ('code' in error && error.code === code);
}
