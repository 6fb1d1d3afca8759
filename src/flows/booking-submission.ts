import type { Booking, BookingDraft } from '../domain/booking.js';
import type { Enquiry } from '../domain/enquiry.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { renewConsents } from './asked-consents.js';
import type { BookingHold } from './booking-hold.js';
import type { BookingBackend, BookingRecord } from './booking-record.js';
import { bookingRequest, stamped, waitlistRequest } from './booking-request.js';
import type { RequestOrigin, Unstamped } from './booking-request.js';
import { isDesignRefused } from './draft-refusal.js';

/** Sending: the details are looked at, and the booking, or a place on the waitlist, is asked for. */
export class BookingSubmission {
  readonly #record: BookingRecord;
  readonly #hold: BookingHold;
  /** What was sent last. */
  #sent: Enquiry | undefined;

  constructor(record: BookingRecord, hold: BookingHold) {
    this.#record = record;
    this.#hold = hold;
  }

  /** Goes on to the check page, or names what is to be put right. */
  async submitDetails(): Promise<void> {
    if (!(await this.#detailsRight())) return;
    this.#record.detailsChecked = true;
    this.#record.remember();
    this.#record.go('check');
  }

  /** Sends the booking. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    const record = this.#record;
    if (record.busy || record.settled || !renewConsents(record)) return;
    const { backend, state, preset, options } = record;
    const { slot } = state;
    // What nothing has been heard of is sent again as it was, whatever was drawn since.
    if (!record.unresolved) this.#sent = undefined;
    this.#sent ??= preset.enquiry ?? {};
    const request = bookingRequest(state, this.#origin(), this.#sent);
    if (!backend || !slot || !request) return;
    const { begunAt } = backend.operations.begin('booking', contentOf(request));
    if (options.mayRequest?.(stamped<BookingDraft>(request, begunAt)) === false) return;
    record.remember(true);
    let outcome = await this.#send(backend, request);
    if (this.#sent.design && isDesignRefused(outcome)) {
      const { design: _design, ...rest } = request;
      this.#sent = { ...this.#sent, design: undefined };
      outcome = await this.#send(backend, rest);
    }
    if (outcome.status !== 'confirmed') return this.#hold.refuse(outcome, slot);
    this.#hold.stop();
    options.draft?.clear();
    record.without(['hold', 'lost'], { booking: outcome.value, slot: outcome.value.slot });
    record.tell({ kind: 'confirmed', booking: outcome.value });
    record.go('confirmed');
  }

  /** Puts the visitor on the waitlist with the details that stand in the fields. */
  async joinWaitlist(): Promise<void> {
    const record = this.#record;
    const { backend } = record;
    if (record.busy || !backend || !(await this.#detailsRight())) return;
    const { enquiry } = record.preset;
    const request = waitlistRequest(record.state, record.limits(), record.options.locale?.(), enquiry?.note);
    // A second click may have come while the details were looked at.
    if (!request || record.busy || record.settled) return;
    const outcome = await record.send('submission', 'waitlist', request, (operation) =>
      backend.scheduler.joinWaitlist(stamped<WaitlistRequest>(request, operation.begunAt), operation),
    );
    if (outcome.status !== 'confirmed') return record.set({ error: outcome.error });
    record.tell({ kind: 'waitlisted' });
    record.go('waitlisted');
  }

  async #detailsRight(): Promise<boolean> {
    const record = this.#record;
    const { step } = record.state;
    const checks = await record.checks();
    const { clinic, details, consents } = record.state;
    if (!clinic || !checks || step !== record.state.step) return false;
    const issues = checks.detailIssues(details, clinic, consents);
    record.without(['error'], { issues });
    if (issues.length > 0) record.tell({ kind: 'issues' });
    return issues.length === 0;
  }

  #send({ scheduler }: BookingBackend, request: Unstamped<BookingDraft>): Promise<WriteOutcome<Booking>> {
    return this.#record.send('submission', 'booking', contentOf(request), (operation) =>
      scheduler.createBooking(stamped<BookingDraft>(request, operation.begunAt), operation),
    );
  }

  #origin(): RequestOrigin {
    const { attribution, locale } = this.#record.options;
    return {
      attribution: attribution?.(),
      locale: locale?.(),
      asRequest: this.#record.limits().booking === 'request',
    };
  }
}

/**
 * What a booking is known by. Note and design need not outlast a reload: where a hold does not prove whose booking it is,
 * the id alone has to do so.
 */
function contentOf(request: Unstamped<BookingDraft>): object {
  const { note: _note, design: _design, ...lasting } = request;
  return request.hold ? request : lasting;
}
