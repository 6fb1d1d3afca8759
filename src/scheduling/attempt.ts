import { SmpError } from '../domain/errors.js';
import type { Clock } from './clock.js';
import { failureOf } from './failure.js';

/** Limits of one try. */
export interface AttemptOptions {
  readonly clock: Clock;
  /** The try ends as `timeout` after this many milliseconds, whatever the adapter does. */
  readonly timeoutMs: number;
  /** The try ends as `aborted` when this is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls an adapter once. The call starts before this returns, so that it still gets out while a page is being left.
 * The signal handed to it is aborted as soon as nobody waits for its answer; an answer that comes later is ignored.
 *
 * @throws SmpError `timeout`, `aborted`, or what {@link failureOf} makes of what the call threw
 */
export async function attempt(call: (signal: AbortSignal) => unknown, options: AttemptOptions): Promise<unknown> {
  const { clock, timeoutMs, signal } = options;
  const given = new AbortController();
  const settled = new AbortController();
  try {
    return await Promise.race([
      (async () => call(given.signal))().catch((thrown: unknown) => {
        throw failureOf(thrown);
      }),
      clock.sleep(timeoutMs, settled.signal).then(() => {
        throw new SmpError('timeout', `No answer within ${timeoutMs} ms`);
      }),
      ...(signal ? [aborted(signal, settled.signal)] : []),
    ]);
  } catch (error) {
    given.abort();
    throw error;
  } finally {
    settled.abort();
  }
}

/** Rejects when `signal` is aborted, until `settled` is. */
const aborted = (signal: AbortSignal, settled: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(abortError());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: settled });
  });

/** The error of a request that its caller no longer wants. */
export const abortError = (): SmpError => new SmpError('aborted', 'Aborted by the caller');
