import type { Booking, BookingDraft } from '../domain/booking.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { renewConsents } from './asked-consents.js';
import type { BookingHold } from './booking-hold.js';
import type { BookingBackend, BookingRecord } from './booking-record.js';
import { lasting, proofOf, stamped, type Unstamped } from './booking-request.js';
import { isDesignRefused } from './draft-refusal.js';
import type { VisitDetails } from './visit-details.js';

/** Sending: the booking is asked for. */
export class BookingSubmission {
  readonly #record: BookingRecord;
  readonly #hold: BookingHold;
  readonly #details: VisitDetails;

  constructor(record: BookingRecord, hold: BookingHold, details: VisitDetails) {
    this.#record = record;
    this.#hold = hold;
    this.#details = details;
  }

  /** Sends the booking. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    const record = this.#record;
    if (record.busy || record.settled || !renewConsents(record)) return;
    const { backend, state, options } = record;
    const { service, slot, hold } = state;
    if (!backend || !slot || service === undefined) return;
    const chosen = { service, slotId: slot.id, ...(hold && { hold: proofOf(hold) }) };
    const request = { ...chosen, ...this.#details.request() };
    const { begunAt } = backend.operations.begin('booking', contentOf(request));
    if (options.mayRequest?.(stamped<BookingDraft>(request, begunAt)) === false) return;
    record.remember(true);
    let outcome = await this.#send(backend, request);
    if (request.design && isDesignRefused(outcome)) {
      outcome = await this.#send(backend, { ...chosen, ...this.#details.withoutDesign() });
    }
    if (outcome.status !== 'confirmed') return this.#hold.refuse(outcome, slot);
    this.#hold.stop();
    options.draft?.clear();
    record.without(['hold', 'lost'], { booking: outcome.value, slot: outcome.value.slot });
    record.tell({ kind: 'confirmed', booking: outcome.value });
    record.go('confirmed');
  }

  #send({ scheduler }: BookingBackend, request: Unstamped<BookingDraft>): Promise<WriteOutcome<Booking>> {
    return this.#record.send('submission', 'booking', contentOf(request), (operation) =>
      scheduler.createBooking(stamped<BookingDraft>(request, operation.begunAt), operation),
    );
  }
}

/**
 * What a booking is known by. Note and design need not outlast a reload: where a hold does not prove whose booking it is,
 * the id alone has to do so.
 */
function contentOf(request: Unstamped<BookingDraft>): object {
  return request.hold ? request : lasting(request);
}
