import type { Clinic } from '../domain/clinic.js';
import type { ConsentPurpose } from '../domain/consultation/consent.js';
import type { ServiceLimits } from '../domain/consultation/service-limits.js';
import type { DraftMemory } from '../domain/draft-memory.js';
import { SmpError } from '../domain/errors.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { askedConsents, renewConsents } from './asked-consents.js';
import { BookingChoice } from './booking-choice.js';
import { BookingHold } from './booking-hold.js';
import type { BookingNews } from './booking-news.js';
import { bookingRecord } from './booking-record.js';
import type { BookingBackend, BookingFlowOptions, BookingPreset, BookingRecord } from './booking-record.js';
import { defined } from './booking-request.js';
import type { BookingState, BookingStep, DetailField } from './booking-state.js';
import { BookingSubmission } from './booking-submission.js';
import { bookingChecks } from './checks-on-demand.js';
import { isAsNamed, recalled } from './kept-visit.js';
import { VisitDetails } from './visit-details.js';
import { isSameWish } from './visit-record.js';

export type { BookingNews } from './booking-news.js';
export type { BookingBackend, BookingFlowOptions, BookingPreset } from './booking-record.js';

/**
 * A booking from the choice of a service to its confirmation, without a DOM.
 *
 * Wishes go in as method calls and come back as a new `state`, each announced to the subscribers. Nothing is called
 * booked before the backend said so, and nothing typed is dropped when a wish is refused.
 */
export class BookingFlow {
  #restored = false;
  readonly #record: BookingRecord;
  readonly #choice: BookingChoice;
  readonly #hold: BookingHold;
  readonly #details: VisitDetails;
  readonly #submission: BookingSubmission;

  constructor(options: BookingFlowOptions) {
    const record = (this.#record = bookingRecord(options));
    this.#choice = new BookingChoice(record, () => this.#hold.release());
    this.#hold = new BookingHold(record, this.#choice.calendar);
    this.#details = new VisitDetails(record);
    this.#submission = new BookingSubmission(record, this.#hold, this.#details);
  }

  get state(): BookingState {
    return this.#record.state;
  }

  /** Is the service fixed, so that there is nothing to choose? */
  get serviceFixed(): boolean {
    return this.#record.preset.service !== undefined || this.state.clinic?.services.length === 1;
  }

  /** What a consultation leaves of a service; of the chosen one by default. */
  limits(id = this.state.service): ServiceLimits {
    return this.#record.limits(id);
  }

  /** Can the visitor ask to be told when a time becomes free? */
  get takesWaitlist(): boolean {
    return this.#can('waitlist');
  }

  /** Can a time be kept before it is booked? */
  get takesHolds(): boolean {
    return this.#can('holds');
  }

  /** May a booking have been made that nothing has been heard of? Then only the same one can be sent again. */
  get unresolved(): boolean {
    return this.#record.unresolved;
  }

  /** The page before this one, if there is one. */
  get previous(): BookingStep | undefined {
    if (this.unresolved) return undefined;
    switch (this.state.step) {
      case 'time':
        return this.serviceFixed ? undefined : 'service';
      case 'details':
      case 'waitlist':
        return 'time';
      case 'check':
        return 'details';
      default:
        return undefined;
    }
  }

  /** The note as it goes to the clinic. */
  get note(): string {
    return this.#details.note;
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: BookingState) => void): () => void {
    return this.#record.subscribe(subscriber);
  }

  /** Calls back with what happened, for events; returns what ends it. */
  listen(listener: (news: BookingNews) => void): () => void {
    return this.#record.listen(listener);
  }

  /** Fixes or fills in choices. A service named here is looked up at once, beside the clinic's profile. */
  preset(preset: BookingPreset): void {
    const record = this.#record;
    const before = record.preset;
    record.preset = preset;
    this.#details.fill(preset.enquiry?.contact);
    renewConsents(record);
    const { service: chosen } = record.state;
    // What was said in a consultation meanwhile may rule out times that are shown.
    if (preset.enquiry?.screening !== before.enquiry?.screening && record.state.step === 'time') {
      this.#choice.openCalendar();
    }
    // What was said elsewhere counts only until the visitor has chosen here.
    const service = preset.service ?? chosen ?? preset.enquiry?.service;
    if ((service === chosen && isSameWish(preset, before)) || record.fixed) return;
    const { practitioner, location } = preset;
    if (service !== undefined) this.#choice.choose({ service, practitioner, location });
    if (record.state.clinic) this.open(record.state.clinic);
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: BookingBackend): void {
    if (this.#record.backend === backend) return;
    this.#record.backend = backend;
    this.#choice.openCalendar();
    void this.#restore();
  }

  /** Gives the clinic's profile, as soon as it is there. */
  open(clinic: Clinic): void {
    const record = this.#record;
    const { preset, state } = record;
    const { service, practitioner = preset.practitioner, location = preset.location } = state;
    record.set({ clinic });
    renewConsents(record);
    const unknown = [
      ['service', service, clinic.services] as const,
      ['practitioner', practitioner, clinic.practitioners] as const,
      ['location', location, clinic.locations] as const,
    ].find(([, wanted, offered]) => wanted !== undefined && !offered.some(({ id }) => id === wanted));
    const [only, another] = clinic.services;
    if (unknown || !only) {
      const what = unknown ? `${unknown[0]} "${unknown[1]}"` : 'services';
      const error = new SmpError('not-found', `The clinic has no ${what}`);
      this.fail(error);
      return record.tell({ kind: 'failed', error });
    }
    record.without(['error'], { status: 'ready' });
    // Only the profile tells which service is a treatment.
    if (service !== undefined && record.preset.enquiry?.screening) this.#choice.openCalendar();
    if (service === undefined && !another) this.chooseService(only.id);
    void this.#restore();
  }

  /** Ends the booking with an error that the visitor can't mend. */
  fail(error: SmpError): void {
    this.#choice.calendar.close();
    this.#record.set({ status: 'failed', error });
  }

  chooseService(service: string): void {
    if (service === this.state.service) return this.#record.go('time');
    const { practitioner, location } = this.#record.preset;
    this.#choice.choose({ service, practitioner, location });
  }

  /** `undefined`: no preference. */
  choosePractitioner(practitioner: string | undefined): void {
    const { service, location } = this.state;
    this.#choice.choose({ service, practitioner, location });
  }

  /** `undefined`: any location. */
  chooseLocation(location: string | undefined): void {
    const { service, practitioner } = this.state;
    this.#choice.choose({ service, practitioner, location });
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    this.#choice.calendar.turnTo(wanted);
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.#choice.chooseDate(date);
  }

  /** Marks a time of the date that is shown. Any other is not on offer, and is not marked. */
  chooseSlot(slot: Slot): boolean {
    return this.#choice.chooseSlot(slot);
  }

  /** Asks for the times again: after a pause, or after a failure. */
  reload(): void {
    this.#choice.calendar.reload();
  }

  /** Keeps the chosen time for this visitor and goes on. A backend without holds only goes on. */
  async hold(chosen: Slot | undefined = this.state.slot): Promise<void> {
    if (!(await this.#hold.hold(chosen))) return;
    // The page that is still to be filled in comes next.
    const record = this.#record;
    record.set({ holding: 'idle' });
    record.remember();
    record.go(record.detailsChecked ? 'check' : 'details');
  }

  /** Asks for more time with the slot that is held, or holds it anew once the hold has run out. */
  async extendHold(): Promise<void> {
    await this.#hold.extend();
  }

  setDetail(field: DetailField, value: string): void {
    this.#details.setDetail(field, value);
  }

  setConsent(purpose: ConsentPurpose, granted: boolean): void {
    this.#details.setConsent(purpose, granted);
  }

  /** Checks the details; goes on to the check page, or names what is to be put right. */
  async submitDetails(): Promise<void> {
    await this.#details.submit();
  }

  /** Sends the booking. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    await this.#submission.confirm();
  }

  /** Puts the visitor on the waitlist with the details that stand in the fields. */
  async joinWaitlist(): Promise<void> {
    await this.#details.joinWaitlist(this.state.service);
  }

  /** Shows another page; answers stay. */
  goTo(step: BookingStep): void {
    if (this.#record.fixed) return;
    this.#record.without(['error'], { issues: [], submission: 'idle', holding: 'idle' });
    this.#record.go(step);
  }

  /** Starts another booking, with the contact details kept. */
  restart(): void {
    const record = this.#record;
    if (record.busy || record.unresolved) return;
    this.#hold.release();
    record.options.draft?.clear();
    record.detailsChecked = false;
    const { booking: _booking, ...state } = record.state;
    record.state = { ...state, step: 'service', details: { ...state.details, note: '', consents: {} }, secondsLeft: 0 };
    record.without(['service', 'practitioner', 'location', 'cursor', 'date', 'slot', 'hold', 'lost', 'error'], {
      issues: [],
      submission: 'idle',
      holding: 'idle',
    });
    const { service, practitioner, location } = record.preset;
    const [only, another] = state.clinic?.services ?? [];
    const fixed = service ?? (another ? undefined : only?.id);
    if (fixed !== undefined) this.#choice.choose({ service: fixed, practitioner, location });
    else record.tell({ kind: 'step', step: 'service' });
  }

  /** The page can be seen again: clocks are read anew, and times that may have gone are asked for. */
  wake(): void {
    this.#hold.check();
    if (this.state.step === 'time' && this.state.calendar.status === 'ready') this.reload();
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#choice.calendar.close();
  }

  /** Takes up the reads that {@link suspend} stopped. */
  resume(): void {
    this.#choice.calendar.resume();
  }

  #can(what: 'holds' | 'waitlist'): boolean {
    return this.#record.backend?.scheduler.capabilities(this.state.clinic)[what] ?? false;
  }

  /**
   * After a reload the answers come back. A time that was held is held again; a booking that had been sent is offered
   * to be sent again, which tells whether it arrived.
   */
  async #restore(): Promise<void> {
    const record = this.#record;
    if (this.#restored || !record.backend || record.state.status !== 'ready') return;
    this.#restored = true;
    const { draft } = record.options;
    const checks = draft?.read() === undefined ? undefined : await bookingChecks((error) => record.set({ error }));
    if (checks && !record.busy) draft?.take((kept) => this.#goOn(checks.DraftMemory.safeParse(kept).data));
  }

  /** Does this page go on with what was kept? */
  #goOn(draft: DraftMemory | undefined): boolean {
    const record = this.#record;
    const { clinic, details } = record.state;
    if (!clinic || draft?.clinic !== clinic.id) return false;
    const { service, practitioner, location, slot, hold, submitted, privacy } = draft;
    if ((record.preset.service ?? service) !== service || !clinic.services.some(({ id }) => id === service))
      return false;
    // Only what was sent already is bound to whom and where it was sent for.
    if (!submitted && !isAsNamed(record.preset, draft)) return false;
    this.#choice.choose({ service, practitioner, location });
    record.given = privacy;
    record.sent = draft.sent;
    record.set({
      details: recalled(details, draft),
      consents: askedConsents(record, clinic),
      slot,
      date: slot.localDate,
      ...defined({ hold }),
    });
    this.turnTo(slot.localDate);
    if (submitted) {
      record.detailsChecked = true;
      record.set({ submission: 'unresolved' });
      record.go('check');
    } else void this.hold(slot);
    return true;
  }
}
