import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { BookingRecord } from './booking-record.js';
import { refusedFields } from './booking-request.js';
import { countdownIn, holdTime, isUnheld, letGo, prolongHold } from './held-time.js';
import type { HoldCountdown } from './hold-countdown.js';
import type { ShownCalendar } from './shown-calendar.js';

/** Holding: the chosen time is kept for the visitor, for a while; and what comes of it when it is lost. */
export class BookingHold {
  readonly #record: BookingRecord;
  readonly #calendar: ShownCalendar;
  readonly #countdown: HoldCountdown;

  constructor(record: BookingRecord, calendar: ShownCalendar) {
    this.#record = record;
    this.#calendar = calendar;
    this.#countdown = countdownIn(record);
  }

  /**
   * Holds a time, unless that is so already or the backend can't, or doesn't keep this one. Is it this visitor's then, as far
   * as it can be?
   */
  async hold(chosen: Slot | undefined): Promise<boolean> {
    const record = this.#record;
    const { service, practitioner, location, hold: earlier } = record.state;
    const { backend } = record;
    if (!chosen || service === undefined || !backend) {
      record.set({ issues: [{ field: 'slot', code: 'missing' }] });
      return false;
    }
    if (record.fixed) return false;
    record.without(['error', 'lost'], { slot: chosen, date: chosen.localDate, cursor: chosen.localDate, issues: [] });
    const held = earlier && this.#countdown.secondsLeft > 0 && answers(earlier.slot, chosen);
    if (held || !backend.scheduler.capabilities(record.state.clinic).holds) return true;
    const wish = { service, slot: chosen, hold: earlier };
    const { outcome, asked } = await holdTime(record, backend, 'hold', wish);
    const now = record.state;
    const turned = now.service !== service || now.practitioner !== practitioner || now.location !== location;
    if (turned) {
      // The visitor has gone on to something else meanwhile, with another backend perhaps.
      if (outcome.status === 'confirmed') {
        letGo({ backend }, outcome.value);
        this.#drop();
      }
      record.set({ holding: 'idle' });
      return false;
    }
    if (outcome.status !== 'confirmed') {
      const { code } = outcome.error;
      // It is not kept, and can be booked all the same.
      if (code === 'not-supported') this.release();
      else this.refuse(outcome, chosen);
      return code === 'not-supported';
    }
    this.#keep(outcome.value, asked);
    record.tell({ kind: 'held', hold: outcome.value });
    return true;
  }

  /** Asks for more time with the slot that is held, or holds it anew once the hold has run out. */
  async extend(): Promise<void> {
    const record = this.#record;
    const { hold } = record.state;
    const { backend } = record;
    if (!hold || !backend || record.fixed) return;
    if (this.#countdown.secondsLeft > 0) {
      const { outcome, asked } = await prolongHold(record, backend, 'extend', hold);
      if (outcome.status === 'confirmed') {
        const left = this.#countdown.secondsLeft;
        this.#keep(outcome.value, asked);
        if (this.#countdown.secondsLeft <= left) record.set({ extendable: false });
        return;
      }
      if (!isUnheld(outcome.error)) return record.set({ error: outcome.error });
      this.#drop();
    }
    await this.hold(hold.slot);
  }

  /** Lets go what is held. */
  release(): void {
    letGo(this.#record, this.#record.state.hold);
    this.#drop();
  }

  /** The time is booked: nothing is to be counted any more. */
  stop(): void {
    this.#countdown.stop();
  }

  /** Looks at the clock at once. */
  check(): void {
    this.#countdown.check();
  }

  /** Ends a write that was not granted. The answers stay; a time that is gone brings the nearest ones. */
  refuse(outcome: Exclude<WriteOutcome<unknown>, { status: 'confirmed' }>, slot: Slot): void {
    const record = this.#record;
    const { error } = outcome;
    if (outcome.status === 'unknown') return record.set({ error });
    record.remember();
    record.tell({ kind: 'refused', error });
    const issues = refusedFields(error);
    if (issues.length > 0) {
      record.set({ issues });
      return record.go('details');
    }
    if (error.code === 'unauthorized') this.#drop();
    if (error.code !== 'slot-taken' && error.code !== 'hold-expired') return record.set({ error });
    this.#drop();
    record.without(['slot'], {
      lost: { slot, alternatives: (error.alternatives ?? []).filter((one) => record.isLate(one)) },
      date: slot.localDate,
      cursor: slot.localDate,
    });
    record.go('time');
    record.tell({ kind: 'lost' });
    this.#calendar.reload();
  }

  #drop(): void {
    this.#countdown.stop();
    this.#record.without(['hold'], { secondsLeft: 0 });
  }

  /** Counts from when it was asked for, so that a slow answer never promises too much. */
  #keep(hold: Hold, asked: number): void {
    this.#countdown.start(hold, asked);
    this.#record.set({ hold, slot: hold.slot, extendable: true, secondsLeft: this.#countdown.secondsLeft });
  }
}

/** Does a held slot answer the wish for another, which may leave the practitioner open? */
function answers(held: Slot, wanted: Slot): boolean {
  return (
    held.start === wanted.start &&
    held.location === wanted.location &&
    (wanted.practitioner === undefined || wanted.practitioner === held.practitioner)
  );
}
