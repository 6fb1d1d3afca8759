import type { SchedulingAdapter, UploadOptions } from '../adapters/adapter.js';
import { SmpError, isSmpError } from '../domain/errors.js';
import { abortError, attempt } from './attempt.js';
import type { Clock } from './clock.js';
import { failureOf, isVerdict, mayHaveTakenEffect } from './failure.js';
import { decideRetry, type RetryLimits } from './retry.js';

/** The methods of an adapter. */
export type Method = keyof Omit<SchedulingAdapter, 'name' | 'capabilities'>;

/** Told before a request is sent again. */
export interface RetryInfo {
  /** Tries made so far, from 1. */
  readonly attempt: number;
  /** The wait that the backend asked for, in milliseconds, if it did. */
  readonly retryAfterMs?: number;
}

/** One request to an adapter. */
export interface Errand<T> {
  readonly method: Method;
  /** Handed to the adapter as a fresh copy with each try; `undefined`: the method takes only options. */
  readonly content: unknown;
  readonly options?: Pick<UploadOptions, 'operationId' | 'onProgress'>;
  /** Reads the answer. @throws SmpError `invalid-response` */
  readonly read: (answer: unknown) => T;
  /** When the first try began, by the clock; all tries together have `totalMs` from there. */
  readonly since: number;
  /** Copies of it were sent before and may have had an effect. Default false. */
  readonly resumed?: boolean | undefined;
  /** Ends the errand as `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for one try, in milliseconds. Default: the courier's; all tries together get longer by as much. */
  readonly timeoutMs?: number;
  readonly onRetry?: ((info: RetryInfo) => void) | undefined;
}

/** How all tries of one request ended. `effect`: one of them, or a copy sent before, may have changed something. */
export type Ending<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SmpError; readonly effect: boolean };

/** What a {@link Courier} needs. */
export interface CourierOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: RetryLimits;
  /** Longest wait for one try, in milliseconds. */
  readonly timeoutMs: number;
  /** Told of each try that failed. */
  readonly onFailure: (method: Method, error: SmpError) => void;
}

const REQUIRED: readonly Method[] = ['getClinic', 'listSlots', 'createBooking'];

/** Takes requests to an adapter, again and again where that may help. */
export class Courier {
  readonly #adapter: SchedulingAdapter;
  readonly #options: CourierOptions;

  constructor(adapter: SchedulingAdapter, options: CourierOptions) {
    this.#adapter = adapter;
    this.#options = options;
  }

  /** Sends a request until it is answered or the limits are reached. Never rejects; the first try starts at once. */
  async send<T>(errand: Errand<T>): Promise<Ending<T>> {
    const { clock, random, onFailure } = this.#options;
    const { method, since, resumed = false, signal, onRetry, timeoutMs = this.#options.timeoutMs } = errand;
    const longer = Math.max(0, timeoutMs - this.#options.timeoutMs);
    const limits = { ...this.#options.limits, totalMs: this.#options.limits.totalMs + longer };
    const elapsedMs = (): number => clock.now() - since;
    let effect = resumed;
    for (let tries = 1; ; tries++) {
      if (signal?.aborted) return { ok: false, error: abortError(), effect };
      const answer = await this.#try(errand, Math.max(1, Math.min(timeoutMs, limits.totalMs - elapsedMs())));
      if (answer.ok) return answer;
      const { error } = answer;
      // What was stopped under way may have arrived all the same.
      if (error.code === 'aborted') return { ok: false, error, effect: true };
      effect ||= mayHaveTakenEffect(error);
      onFailure(method, error);
      const decision = decideRetry(error, tries, elapsedMs(), random(), limits);
      if (!decision.retry) return { ok: false, error, effect: effect && !isVerdict(error) };
      const { retryAfterMs } = error;
      try {
        onRetry?.({ attempt: tries, ...(retryAfterMs !== undefined && { retryAfterMs }) });
      } catch {
        // A listener that fails must not end the errand.
      }
      await clock.sleep(decision.delayMs, signal);
    }
  }

  async #try<T>(
    { method, content, options, read, signal }: Errand<T>,
    timeoutMs: number,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SmpError }> {
    try {
      const call = (given: AbortSignal): unknown => this.#call(method, content, { ...options, signal: given });
      return { ok: true, value: read(await attempt(call, { clock: this.#options.clock, timeoutMs, signal })) };
    } catch (error) {
      return { ok: false, error: isSmpError(error) ? error : failureOf(error) };
    }
  }

  #call(method: Method, content: unknown, options: object): unknown {
    const adapter = this.#adapter as unknown as Partial<Record<Method, (...args: readonly unknown[]) => unknown>>;
    if (typeof adapter?.[method] !== 'function') {
      const code = REQUIRED.includes(method) ? 'invalid-config' : 'not-supported';
      throw new SmpError(code, `The adapter has no method ${method}`);
    }
    return content === undefined ? adapter[method](options) : adapter[method](structuredClone(content), options);
  }
}
