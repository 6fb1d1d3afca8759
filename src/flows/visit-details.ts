import type { ConsentPurpose } from '../domain/consultation/consent.js';
import { noteWith } from '../domain/note.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import { stamped, visitorRequest, waitlistRequest, type VisitorRequest } from './booking-request.js';
import type { BookingDetails, DetailField } from './booking-state.js';
import { bookingChecks } from './checks-on-demand.js';
import { filledIn, type KnownContact } from './known-contact.js';
import type { Visit } from './visit-record.js';

/** The details of who comes: filled in, looked at, and what is sent with nothing else than these. */
export class VisitDetails {
  /** What was filled in last. */
  #said: KnownContact = {};
  readonly #record: Visit;

  constructor(record: Visit) {
    this.#record = record;
  }

  /** The note as it goes to the clinic. */
  get note(): string {
    return noteWith(this.#record.state.details.note, this.#record.preset.enquiry?.note);
  }

  /** What is sent beside the times. What nothing has been heard of is sent again as it was, whatever was said since. */
  request(): VisitorRequest {
    const record = this.#record;
    const { attribution, locale } = record.options;
    const origin = {
      attribution: attribution?.(),
      locale: locale?.(),
      asRequest: record.limits().booking === 'request',
    };
    const sent = record.unresolved ? record.sent : undefined;
    return (record.sent = sent ?? visitorRequest(record.state, origin, record.preset.enquiry ?? {}));
  }

  /** The same for a backend that takes no design. */
  withoutDesign(): VisitorRequest {
    const { design: _design, ...rest } = this.request();
    return (this.#record.sent = rest);
  }

  /** Fills in what has been said elsewhere. What the visitor has typed or taken out stays, and so does what is sent. */
  fill(said: KnownContact = {}): void {
    if (this.#record.fixed) return;
    this.#set(filledIn(this.#record.state.details, said, this.#said));
    this.#said = said;
  }

  setDetail(field: DetailField, value: string): void {
    this.#type({ [field]: value });
  }

  setConsent(purpose: ConsentPurpose, granted: boolean): void {
    this.#type({ consents: { ...this.#record.state.details.consents, [purpose]: granted } });
  }

  /** Goes on to the check page, or names what is to be put right. */
  async submit(): Promise<void> {
    const record = this.#record;
    if (!(await this.#areRight())) return;
    record.detailsChecked = true;
    record.remember();
    record.go('check');
  }

  /** Puts the visitor on the waitlist of a service. */
  async joinWaitlist(service: string | undefined): Promise<void> {
    const record = this.#record;
    const { backend } = record;
    if (service === undefined || record.busy || !backend || !(await this.#areRight())) return;
    const { preset, options } = record;
    const state = { ...record.state, service };
    const request = waitlistRequest(state, record.limits(), options.locale?.(), preset.enquiry?.note);
    // A second click may have come while the details were looked at.
    if (!request || record.busy || record.settled) return;
    const outcome = await record.send('submission', 'waitlist', request, (operation) =>
      backend.scheduler.joinWaitlist(stamped<WaitlistRequest>(request, operation.begunAt), operation),
    );
    if (outcome.status !== 'confirmed') return record.set({ error: outcome.error });
    record.tell({ kind: 'waitlisted' });
    record.go('waitlisted');
  }

  async #areRight(): Promise<boolean> {
    const record = this.#record;
    const { step } = record.state;
    const checks = await bookingChecks((error) => record.set({ error }));
    const { clinic, details, consents } = record.state;
    if (!clinic || !checks || step !== record.state.step) return false;
    const issues = checks.detailIssues(details, clinic, consents);
    record.without(['error'], { issues });
    if (issues.length > 0) record.tell({ kind: 'issues' });
    return issues.length === 0;
  }

  /** A phone may throw the page away while its visitor looks something up. */
  #type(patch: Partial<BookingDetails>): void {
    this.#set(patch);
    this.#record.remember();
  }

  #set(patch: Partial<BookingDetails>): void {
    this.#record.set({ details: { ...this.#record.state.details, ...patch } });
  }
}
