import { bookingChecks } from '../../src/flows/checks-on-demand.js';
import type { Clock as FlowClock } from '../../src/flows/clock.js';
import type { Clock as SchedulingClock } from '../../src/scheduling/clock.js';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

// What would load while a flow is timed takes real time, in which this clock would run on.
await bookingChecks((error) => {
  throw error;
});

/** How long code that is loaded on demand may take, in real milliseconds. */
const LOADING = 5000;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const realPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Lets everything that is ready to run do so. */
export async function settle(): Promise<void> {
  await breathe();
  await breathe();
}

/** Time for a flow, its Scheduler and its backend alike; it passes only when told to. */
export class ManualClock implements FlowClock, SchedulingClock {
  readonly #start: number;
  #now = 0;
  #timers: Timer[] = [];

  /** @param start calendar time at the beginning, in milliseconds since 1970 */
  constructor(start: number) {
    this.#start = start;
  }

  readonly now = (): number => this.#now;
  readonly wall = (): number => this.#start + this.#now;

  readonly after = (ms: number, callback: () => void): (() => void) => {
    const timer: Timer = { at: this.#now + ms, ring: callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const cancel = this.after(Math.max(0, ms), resolve);
      signal?.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets time pass; each timer rings when it is due. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let timer = this.#next(until); timer; timer = this.#next(until)) await this.#ring(timer);
    this.#now = until;
  }

  /** Time passes while the page is frozen: timers that fall due ring only when time passes again. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass until the promise has settled. @throws Error when it takes longer than `limitMs` */
  async run<T>(promise: Promise<T>, limitMs = 600_000): Promise<T> {
    const until = this.#now + limitMs;
    let settled = false;
    const end = (): void => void (settled = true);
    promise.then(end, end);
    const patience = performance.now() + LOADING;
    for (;;) {
      await settle();
      if (settled) return promise;
      const timer = this.#next(until);
      if (timer) await this.#ring(timer);
      else if (performance.now() < patience) await realPause();
      else throw new Error(`Still pending after ${limitMs} ms`);
    }
  }

  #next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= until && (!first || timer.at < first.at)) first = timer;
    }
    return first;
  }

  async #ring(timer: Timer): Promise<void> {
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.ring();
    await settle();
  }
}
