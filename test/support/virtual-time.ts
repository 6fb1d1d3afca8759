import { turn } from './until.js';

interface Timer {
  readonly due: number;
  readonly call: () => void;
}

/** A clock in place of the browser's: nothing is due before the test says that time has passed. */
export class VirtualTime {
  #now = performance.now();
  #last = 1_000_000;
  readonly #timers = new Map<number, Timer>();
  readonly #own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: Object.getOwnPropertyDescriptor(performance, 'now'),
  };

  install(): void {
    const setTimeout = (handler: TimerHandler, ms = 0, ...args: unknown[]): number => {
      this.#last += 1;
      const call = (): void => {
        if (typeof handler === 'function') (handler as (...given: unknown[]) => void)(...args);
      };
      this.#timers.set(this.#last, { due: this.#now + Math.max(0, ms), call });
      return this.#last;
    };
    const clearTimeout = (timer?: number): void => {
      if (timer === undefined || this.#timers.delete(timer)) return;
      Reflect.apply(this.#own.clearTimeout, globalThis, [timer]);
    };
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Object.defineProperty(performance, 'now', { configurable: true, value: () => this.#now });
  }

  uninstall(): void {
    Object.assign(globalThis, { setTimeout: this.#own.setTimeout, clearTimeout: this.#own.clearTimeout });
    if (this.#own.now) Object.defineProperty(performance, 'now', this.#own.now);
    else Reflect.deleteProperty(performance, 'now');
    this.#timers.clear();
  }

  /** Lets time pass; whatever falls due on the way is done in its order, with what follows from it. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await turn();
    for (;;) {
      const [next] = [...this.#timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      const [id, { due, call }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, due);
      call();
      await turn();
    }
    this.#now = end;
    await turn();
  }

  /** Time passes while all timers sleep, as in a page that is frozen. */
  freeze(ms: number): void {
    this.#now += ms;
  }
}

/** A clock that each test of the `describe` it is called in moves by hand. */
export function useVirtualTime(): VirtualTime {
  const time = new VirtualTime();
  beforeEach(() => time.install());
  afterEach(() => time.uninstall());
  return time;
}
