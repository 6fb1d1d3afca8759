import type { Hold } from '../domain/hold.js';
import type { Clock } from './clock.js';

/** Counts a hold down from the time the server gave it, second by second. */
export class HoldCountdown {
  #hold: Hold | undefined;
  #endsAt = 0;
  #cancel: (() => void) | undefined;
  readonly #clock: Clock;
  readonly #tick: (secondsLeft: number) => void;

  constructor(clock: Clock, tick: (secondsLeft: number) => void) {
    this.#clock = clock;
    this.#tick = tick;
  }

  /** Whole seconds left, 0 when there is no hold or it has run out. */
  get secondsLeft(): number {
    return this.#hold ? Math.max(0, Math.ceil((this.#endsAt - this.#clock.now()) / 1000)) : 0;
  }

  /** `from`: the moment that the hold's `expiresInMs` is counted from, by the clock. Default: now. */
  start(hold: Hold, from = this.#clock.now()): void {
    this.#hold = hold;
    this.#endsAt = from + hold.expiresInMs;
    this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#hold = undefined;
  }

  /** Looks at the clock at once: timers sleep while a page is hidden or frozen. */
  check(): void {
    if (!this.#hold) return;
    this.#tick(this.secondsLeft);
    this.#schedule();
  }

  #schedule(): void {
    this.#cancel?.();
    const left = this.#endsAt - this.#clock.now();
    if (!this.#hold || left <= 0) return;
    this.#cancel = this.#clock.after(left % 1000 || 1000, () => this.check());
  }
}
