import type { Clock } from '../../../src/scheduling/clock.js';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/** Lets everything that is ready to run do so, several times over. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time that passes only while somebody waits for it, and then at once. */
export class VirtualClock implements Clock {
  #now = 0;
  #order = 0;
  #timers: Timer[] = [];
  /** While true, something is under way that needs real time: virtual time stands still. */
  busy: () => boolean = () => false;

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer: Timer = { at: this.#now + Math.max(0, ms), order: this.#order++, ring: resolve };
      this.#timers.push(timer);
      signal?.addEventListener('abort', () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        resolve();
      });
    });
  }

  /** How many wait. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets time pass until the promise has settled. @throws Error when nothing is left to wait for */
  async run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = (): void => void (settled = true);
    promise.then(settle, settle);
    for (;;) {
      await breathe();
      while (this.busy()) await breathe();
      if (settled) return promise;
      const timer = this.#next();
      if (!timer) throw new Error('Nothing is left to wait for, and the promise is still pending');
      this.#timers = this.#timers.filter((other) => other !== timer);
      this.#now = Math.max(this.#now, timer.at);
      timer.ring();
    }
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer;
    }
    return first;
  }
}
