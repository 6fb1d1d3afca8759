import type { Booking, BookingDraft } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import type { SlotPage, SlotQuery } from '../domain/slot.js';
import type { WaitlistRequest } from '../domain/waitlist.js';

/** What a backend can do beyond telling its times and taking bookings. Declared, never found out by failing. */
export interface AdapterCapabilities {
  /** `holdSlot`, `extendHold` and `releaseHold` are there. Without: book, and on a conflict list again. */
  readonly holds: boolean;
  /** `joinWaitlist` is there. Without: a fully booked calendar shows the clinic's phone number. */
  readonly waitlist: boolean;
}

/** Options of a read. */
export interface RequestOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Options of a write. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names this operation, `[A-Za-z0-9_-]{16,64}`. The same id with the same content must have one effect however often
   * it arrives, and the same answer: a visitor whose answer was lost sends it again.
   */
  readonly operationId: string;
}

/**
 * Translates between the widgets and one scheduling backend. It only translates: checks, time-outs, retries and words
 * for visitors are the Scheduler's. A refusal is thrown as an `SmpError` with the fitting code.
 *
 * Optional methods are there exactly when the capability of their kind is declared.
 */
export interface SchedulingAdapter {
  /** For diagnosis: `http`, `memory`, `postgres`. */
  readonly name: string;
  readonly capabilities: AdapterCapabilities;

  /** @throws `not-found`, `unauthorized` */
  getClinic(options?: RequestOptions): Promise<Clinic>;
  /** Free times in order of their instant. @throws `not-found` (service, practitioner, location), `validation` (range) */
  listSlots(query: SlotQuery, options?: RequestOptions): Promise<SlotPage>;
  /** @throws `slot-taken` with alternatives, `hold-expired`, `validation`, `not-found` */
  createBooking(draft: BookingDraft, options: WriteOptions): Promise<Booking>;

  /** @throws `slot-taken` with alternatives, `not-found` */
  holdSlot?(request: HoldRequest, options: WriteOptions): Promise<Hold>;
  /** Prolongs a live hold. @throws `hold-expired`, `unauthorized` (wrong token) */
  extendHold?(hold: HoldProof, options: WriteOptions): Promise<Hold>;
  /** Lets a hold go. Succeeds also when it is gone already. @throws `unauthorized` (wrong token) */
  releaseHold?(hold: HoldProof, options: WriteOptions): Promise<void>;

  /** Answers the same whether or not this person was on the list, so that nobody can probe for addresses. */
  joinWaitlist?(request: WaitlistRequest, options: WriteOptions): Promise<void>;
}
