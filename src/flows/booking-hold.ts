import type { SmpError } from '../domain/errors.js';
import type { Hold, HoldProof } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { BookingChoice } from './booking-choice.js';
import type { BookingRecord } from './booking-record.js';
import { refusedFields } from './booking-request.js';
import { HoldCountdown, SPOKEN_SECONDS } from './hold-countdown.js';

/** Holding: the chosen time is kept for the visitor, for a while; and what comes of it when it is lost. */
export class BookingHold {
  readonly #record: BookingRecord;
  readonly #choice: BookingChoice;
  readonly #countdown: HoldCountdown;

  constructor(choice: BookingChoice) {
    this.#choice = choice;
    this.#record = choice.record;
    this.#countdown = new HoldCountdown(this.#record.options.clock, (seconds) => this.#ticked(seconds));
  }

  /** Holds a time, unless that is so already or the backend can't. Is it this visitor's then, as far as it can be? */
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
    const request = { service, slotId: chosen.id, ...(earlier && { replaces: proofOf(earlier) }) };
    const asked = record.options.clock.now();
    const outcome = await record.send('holding', 'hold', request, (operation) =>
      backend.scheduler.holdSlot(request, operation),
    );
    const now = record.state;
    const turned = now.service !== service || now.practitioner !== practitioner || now.location !== location;
    if (turned) {
      // The visitor has gone on to something else meanwhile.
      if (outcome.status === 'confirmed') {
        void backend.scheduler.releaseHold(proofOf(outcome.value));
        this.#drop();
      }
      record.set({ holding: 'idle' });
      return false;
    }
    if (outcome.status !== 'confirmed') {
      this.refuse(outcome, chosen);
      return false;
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
      const proof = proofOf(hold);
      const asked = record.options.clock.now();
      const outcome = await record.send('holding', 'extend', { ...proof, until: hold.expiresAt }, (operation) =>
        backend.scheduler.extendHold(proof, operation),
      );
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
    const { hold } = this.#record.state;
    if (hold) void this.#record.backend?.scheduler.releaseHold(proofOf(hold));
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
      lost: { slot, alternatives: (error.alternatives ?? []).filter((one) => this.#choice.isLate(one)) },
      date: slot.localDate,
      cursor: slot.localDate,
    });
    record.go('time');
    record.tell({ kind: 'lost' });
    this.#choice.reload();
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

  #ticked(secondsLeft: number): void {
    const before = this.#record.state.secondsLeft;
    if (secondsLeft === before) return;
    this.#record.set({ secondsLeft });
    if (secondsLeft === 0) this.#record.tell({ kind: 'hold-expired' });
    // Timers may come late and step over the very second.
    else if (SPOKEN_SECONDS.some((mark) => before > mark && secondsLeft <= mark)) {
      this.#record.tell({ kind: 'hold-ending', secondsLeft });
    }
  }
}

const proofOf = ({ holdId, holdToken }: Hold): HoldProof => ({ holdId, holdToken });

/** Is the hold gone, or somebody else's? */
const isUnheld = ({ code }: SmpError): boolean => code === 'hold-expired' || code === 'unauthorized';

/** Does a held slot answer the wish for another, which may leave the practitioner open? */
function answers(held: Slot, wanted: Slot): boolean {
  return (
    held.start === wanted.start &&
    held.location === wanted.location &&
    (wanted.practitioner === undefined || wanted.practitioner === held.practitioner)
  );
}
