import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { CoursePlanning } from './course-planning.js';
import { setSessions, type CourseBackend, type CourseRecord } from './course-record.js';
import { countdownIn, holdTime, isUnheld, letGo, prolongHold } from './held-time.js';
import type { HoldCountdown } from './hold-countdown.js';

/** Holding: all sessions are kept for the visitor, for a while, and let go again. */
export class CourseHold {
  readonly #planning: CoursePlanning;
  readonly #record: CourseRecord;
  readonly #countdown: HoldCountdown;
  /** When each session's hold ends, by the flow's clock. */
  readonly #ends = new Map<number, number>();

  constructor(planning: CoursePlanning) {
    this.#planning = planning;
    this.#record = planning.record;
    this.#countdown = countdownIn(this.#record);
  }

  /** As {@link holdAll}, unless something else is under way. */
  async hold(): Promise<boolean> {
    const { fixed } = this.#record;
    return !fixed && this.#record.during(() => this.holdAll());
  }

  /**
   * Holds every session that is not held, in order, unless the backend can't. Are all of them this visitor's then, as far
   * as that can be? Ends at the first that can't be had: it is planned anew, for the visitor to look at.
   */
  async holdAll(): Promise<boolean> {
    const record = this.#record;
    const { backend } = record;
    const { sessions, clinic } = record.state;
    if (!backend || sessions.length === 0) return false;
    if (sessions.some(({ slot }) => !slot)) {
      record.set({ issues: [{ field: 'slot', code: 'missing' }] });
      return false;
    }
    if (!backend.scheduler.capabilities(clinic).holds) return true;
    for (const index of sessions.keys()) {
      if (!(await this.#holdOne(index))) return false;
    }
    record.tell({ kind: 'held' });
    return true;
  }

  /**
   * Holds the first time before the others are planned, so that they can be planned with whoever is to do it. What is to
   * be planned from: the time as held, or as chosen where that could not be found out. Undefined: it is taken.
   */
  async holdFirst(chosen: Slot): Promise<Slot | undefined> {
    const record = this.#record;
    const { clinic, step } = record.state;
    const { backend } = record;
    const isOpen = chosen.practitioner === undefined && (clinic?.practitioners.length ?? 0) > 1;
    if (step !== 'first' || !isOpen || !backend?.scheduler.capabilities(clinic).holds || record.fixed) return chosen;
    return record.during(async () => {
      const [first] = record.state.sessions;
      if (!first) return undefined;
      const { outcome, asked } = await holdTime(record, backend, 'hold-0', { ...first, slot: chosen });
      record.set({ holding: 'idle' });
      if (outcome.status === 'confirmed') {
        this.#keep(0, outcome.value, asked);
        return outcome.value.slot;
      }
      const { error } = outcome;
      if (error.code !== 'slot-taken') return chosen;
      record.tell({ kind: 'refused', error });
      record.without(['slot'], { error });
      return undefined;
    });
  }

  /** Asks for more time with all sessions, or holds anew those whose hold has run out. */
  async extend(): Promise<void> {
    const { backend } = this.#record;
    if (backend && !this.#record.fixed) await this.#record.during(() => this.#extendAll(backend));
  }

  async #extendAll(backend: CourseBackend): Promise<void> {
    const record = this.#record;
    const before = this.#countdown.secondsLeft;
    let any = false;
    for (const [index, { hold }] of record.state.sessions.entries()) {
      if (!hold || !this.#lives(index)) continue;
      const { outcome, asked } = await prolongHold(record, backend, `extend-${index}`, hold);
      if (outcome.status === 'confirmed') {
        this.#keep(index, outcome.value, asked);
        any = true;
      } else if (isUnheld(outcome.error)) this.#drop(index);
      else return record.set({ error: outcome.error });
    }
    if (any && this.#countdown.secondsLeft <= before) record.set({ extendable: false });
    await this.holdAll();
  }

  /** Lets go what is held of a session. */
  release(index: number): void {
    letGo(this.#record, this.#record.state.sessions[index]?.hold);
    this.#drop(index);
  }

  /** A session's hold is used up: nothing is to be let go. */
  spent(index: number): void {
    this.#drop(index);
  }

  /** All holds are gone or used up. */
  forget(): void {
    for (const index of this.#record.state.sessions.keys()) this.#drop(index);
  }

  /** Looks at the clock at once. */
  check(): void {
    this.#countdown.check();
  }

  async #holdOne(index: number): Promise<boolean> {
    const record = this.#record;
    const { backend } = record;
    const session = record.state.sessions[index];
    if (!backend || !session?.slot) return false;
    if (session.hold && this.#lives(index)) return true;
    const wish = { ...session, slot: session.slot };
    const { outcome, asked } = await holdTime(record, backend, `hold-${index}`, wish);
    if (outcome.status === 'confirmed') {
      this.#keep(index, outcome.value, asked);
      return true;
    }
    const { error } = outcome;
    if (error.code === 'not-supported') {
      // It is not kept, and can be booked all the same.
      this.release(index);
      return true;
    }
    if (outcome.status === 'refused') record.tell({ kind: 'refused', error });
    if (outcome.status === 'refused' && (error.code === 'slot-taken' || error.code === 'hold-expired')) {
      await this.#planning.lose(index, error.alternatives ?? []);
    } else record.set({ error });
    return false;
  }

  #lives(index: number): boolean {
    return (this.#ends.get(index) ?? 0) > this.#record.options.clock.now();
  }

  /** Counts from when it was asked for, so that a slow answer never promises too much. */
  #keep(index: number, hold: Hold, asked: number): void {
    this.#ends.set(index, asked + hold.expiresInMs);
    const { sessions } = this.#record.state;
    setSessions(
      this.#record,
      sessions.map((session, at) => (at === index ? { ...session, hold, slot: hold.slot } : session)),
      { extendable: true },
    );
    this.#count();
  }

  #drop(index: number): void {
    this.#ends.delete(index);
    const { sessions } = this.#record.state;
    if (sessions[index]?.hold) {
      setSessions(
        this.#record,
        sessions.map((session, at) => {
          if (at !== index) return session;
          const { hold: _hold, ...rest } = session;
          return rest;
        }),
      );
    }
    this.#count();
  }

  /** Counts down to the end of the hold that ends first. */
  #count(): void {
    const [first] = [...this.#ends].sort(([, a], [, b]) => a - b);
    const hold = first && this.#record.state.sessions[first[0]]?.hold;
    if (first && hold) this.#countdown.start(hold, first[1] - hold.expiresInMs);
    else this.#countdown.stop();
    this.#record.set({ secondsLeft: this.#countdown.secondsLeft });
  }
}
