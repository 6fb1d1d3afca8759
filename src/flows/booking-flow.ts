import type { Attribution } from '../domain/attribution.js';
import type { Booking, BookingDraft } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsentPurpose, ConsentRequest } from '../domain/consultation/consent.js';
import type { DraftMemory } from '../domain/draft-memory.js';
import type { Enquiry } from '../domain/enquiry.js';
import { SmpError } from '../domain/errors.js';
import type { Hold, HoldProof } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import { serviceLimits, type ServiceLimits } from '../domain/consultation/service-limits.js';
import { endOfMonth } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { WaitlistRequest } from '../domain/waitlist.js';
import type { Operation, OperationLog } from '../scheduling/operation.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type * as Checks from './booking-checks.js';
import { bookingRequest, defined, refusedFields, stamped, waitlistRequest } from './booking-request.js';
import type { RequestOrigin } from './booking-request.js';
import type { BookingDetails, BookingState, BookingStep, DetailField } from './booking-state.js';
import type { Clock } from './clock.js';
import type { Draft } from './draft.js';
import { HoldCountdown, SPOKEN_SECONDS } from './hold-countdown.js';
import { SlotCalendar } from './slot-calendar.js';

/** The backend as a booking uses it. */
export interface BookingBackend {
  readonly scheduler: Pick<
    Scheduler,
    'capabilities' | 'listSlots' | 'holdSlot' | 'extendHold' | 'releaseHold' | 'createBooking' | 'joinWaitlist'
  >;
  readonly operations: Pick<OperationLog, 'begin' | 'conclude'>;
}

/** What the page fixes or fills in beforehand. */
export interface BookingPreset {
  readonly service?: string | undefined;
  readonly practitioner?: string | undefined;
  readonly location?: string | undefined;
  readonly enquiry?: Enquiry | undefined;
}

/** What a {@link BookingFlow} is given. */
export interface BookingFlowOptions {
  readonly clock: Clock;
  /** Consents asked for where the clinic names none. */
  readonly consents: (clinic: string) => readonly ConsentRequest[];
  readonly draft?: Draft<DraftMemory> | undefined;
  readonly attribution?: (() => Attribution) | undefined;
  readonly locale?: (() => string) | undefined;
  /** Asked before a booking is sent; `false` keeps it from being sent. */
  readonly mayRequest?: ((draft: BookingDraft) => boolean) | undefined;
}

/** What a flow tells beside its state. */
export type BookingNews =
  | { readonly kind: 'step'; readonly step: BookingStep }
  /** The details hold something to put right. */
  | { readonly kind: 'issues' }
  /** The times of a date are shown. */
  | { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }
  | { readonly kind: 'selected'; readonly slot: Slot }
  | { readonly kind: 'held'; readonly hold: Hold }
  /** Little is left of the hold. */
  | { readonly kind: 'hold-ending'; readonly secondsLeft: number }
  | { readonly kind: 'hold-expired' }
  | { readonly kind: 'confirmed'; readonly booking: Booking }
  | { readonly kind: 'waitlisted' }
  | { readonly kind: 'refused'; readonly error: SmpError }
  /** The chosen time is gone; the state holds the nearest ones. */
  | { readonly kind: 'lost' }
  /** What the page names does not fit the clinic. */
  | { readonly kind: 'failed'; readonly error: SmpError };

const NO_DETAILS: BookingDetails = { name: '', email: '', phone: '', note: '', consents: {} };

/** The keys of the state that may be taken out again. */
type Passing = 'service' | 'practitioner' | 'location' | 'cursor' | 'date' | 'slot' | 'hold' | 'lost' | 'error';

type Choice = Pick<BookingPreset, 'service' | 'practitioner' | 'location'>;

/**
 * A booking from the choice of a service to its confirmation, without a DOM.
 *
 * Wishes go in as method calls and come back as a new `state`, each announced to the subscribers. Nothing is called
 * booked before the backend said so, and nothing typed is dropped when a wish is refused.
 */
export class BookingFlow {
  #state: BookingState;
  #backend: BookingBackend | undefined;
  #preset: BookingPreset = {};
  #restored = false;
  /** The details have once been found right, so a new time leads straight back to the check page. */
  #detailsChecked = false;
  readonly #options: BookingFlowOptions;
  readonly #calendar: SlotCalendar;
  readonly #countdown: HoldCountdown;
  readonly #subscribers = new Set<(state: BookingState) => void>();
  readonly #listeners = new Set<(news: BookingNews) => void>();

  constructor(options: BookingFlowOptions) {
    this.#options = options;
    this.#calendar = new SlotCalendar(() => this.#calendarChanged());
    this.#countdown = new HoldCountdown(options.clock, (seconds) => this.#ticked(seconds));
    this.#state = {
      status: 'loading',
      step: 'service',
      calendar: this.#calendar.state,
      secondsLeft: 0,
      extendable: false,
      details: NO_DETAILS,
      consents: [],
      issues: [],
      holding: 'idle',
      submission: 'idle',
    };
  }

  get state(): BookingState {
    return this.#state;
  }

  /** Is the service fixed, so that there is nothing to choose? */
  get serviceFixed(): boolean {
    return this.#preset.service !== undefined || this.#state.clinic?.services.length === 1;
  }

  /** What a consultation leaves of a service; of the chosen one by default. */
  limits(id = this.#state.service): ServiceLimits {
    const { clinic } = this.#state;
    return serviceLimits(clinic?.services.find((one) => one.id === id)?.kind, this.#preset.enquiry?.screening);
  }

  /** Can the visitor ask to be told when a time becomes free? */
  get takesWaitlist(): boolean {
    return this.#backend?.scheduler.capabilities(this.#state.clinic).waitlist ?? false;
  }

  /** May a booking have been made that nothing has been heard of? Then only the same one can be sent again. */
  get unresolved(): boolean {
    const { step, submission } = this.#state;
    return step === 'check' && submission === 'unresolved';
  }

  /** The page before this one, if there is one. */
  get previous(): BookingStep | undefined {
    if (this.unresolved) return undefined;
    switch (this.#state.step) {
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

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: BookingState) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back with what happened, for events; returns what ends it. */
  listen(listener: (news: BookingNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fixes or fills in choices. A service named here is looked up at once, beside the clinic's profile. */
  preset(preset: BookingPreset): void {
    const before = this.#preset;
    const service = preset.service ?? preset.enquiry?.service;
    this.#preset = preset;
    const { contact, note } = preset.enquiry ?? {};
    const { details } = this.#state;
    this.#set({
      details: {
        ...details,
        name: details.name || (contact?.name ?? ''),
        email: details.email || (contact?.email ?? ''),
        phone: details.phone || (contact?.phone ?? ''),
        note: details.note || (note ?? ''),
      },
    });
    const { service: chosen } = this.#state;
    // What was said in a consultation meanwhile may rule out times that are shown.
    if (preset.enquiry?.screening !== before.enquiry?.screening && this.#state.step === 'time') this.#openCalendar();
    const same =
      preset.service === before.service &&
      preset.practitioner === before.practitioner &&
      preset.location === before.location;
    // What was said elsewhere counts only until the visitor has chosen here.
    if ((same && (chosen ?? service) === chosen) || this.#fixed || service === undefined) return;
    this.#choose({ service, practitioner: preset.practitioner, location: preset.location });
    if (this.#state.clinic) this.open(this.#state.clinic);
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: BookingBackend): void {
    if (this.#backend === backend) return;
    this.#backend = backend;
    this.#openCalendar();
    void this.#restore();
  }

  /** Gives the clinic's profile, as soon as it is there. */
  open(clinic: Clinic): void {
    const { service, practitioner, location } = this.#state;
    this.#set({ clinic, consents: clinic.consents ?? this.#options.consents(clinic.name) });
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
      return this.#tell({ kind: 'failed', error });
    }
    this.#without(['error'], { status: 'ready' });
    // Only the profile tells which service is a treatment.
    if (service !== undefined && this.#preset.enquiry?.screening) this.#openCalendar();
    if (service === undefined && !another) this.chooseService(only.id);
    void this.#restore();
  }

  /** Ends the booking with an error that the visitor can't mend. */
  fail(error: SmpError): void {
    this.#calendar.close();
    this.#set({ status: 'failed', error });
  }

  chooseService(service: string): void {
    if (service === this.#state.service) return this.#go('time');
    this.#choose({ service, practitioner: this.#preset.practitioner, location: this.#preset.location });
  }

  /** `undefined`: no preference. */
  choosePractitioner(practitioner: string | undefined): void {
    const { service, location } = this.#state;
    this.#choose({ service, practitioner, location });
  }

  /** `undefined`: any location. */
  chooseLocation(location: string | undefined): void {
    const { service, practitioner } = this.#state;
    this.#choose({ service, practitioner, location });
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    const { today } = this.#state.calendar;
    const cursor = today !== undefined && wanted < today ? today : wanted;
    this.#set({ cursor });
    void this.#calendar.extendTo(endOfMonth(cursor));
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.turnTo(date);
    if (date === this.#state.date) return;
    this.#without(['slot', 'error'], { date, issues: [] });
    this.#tellDate();
  }

  chooseSlot(slot: Slot): void {
    this.#without(['error'], { slot, issues: [] });
    this.#tell({ kind: 'selected', slot });
  }

  /** Asks for the times again: after a pause, or after a failure. */
  reload(): void {
    if (this.#state.calendar.knownTo === undefined) this.#openCalendar();
    else void this.#calendar.reload();
  }

  /** Keeps the chosen time for this visitor and goes on. A backend without holds only goes on. */
  async hold(chosen: Slot | undefined = this.#state.slot): Promise<void> {
    if (await this.#hold(chosen)) this.#goOn();
  }

  /** Asks for more time with the slot that is held, or holds it anew once the hold has run out. */
  async extendHold(): Promise<void> {
    const { hold } = this.#state;
    const backend = this.#backend;
    if (!hold || !backend || this.#fixed) return;
    if (this.#countdown.secondsLeft > 0) {
      const proof = proofOf(hold);
      const asked = this.#options.clock.now();
      const outcome = await this.#send('holding', 'extend', { ...proof, until: hold.expiresAt }, (operation) =>
        backend.scheduler.extendHold(proof, operation),
      );
      if (outcome.status === 'confirmed') {
        const left = this.#countdown.secondsLeft;
        this.#keep(outcome.value, asked);
        if (this.#countdown.secondsLeft <= left) this.#set({ extendable: false });
        return;
      }
      if (!isUnheld(outcome.error)) return this.#set({ error: outcome.error });
      this.#dropHold();
    }
    await this.#hold(hold.slot);
  }

  setDetail(field: DetailField, value: string): void {
    this.#set({ details: { ...this.#state.details, [field]: value } });
  }

  setConsent(purpose: ConsentPurpose, granted: boolean): void {
    const { details } = this.#state;
    const consents = { ...details.consents, [purpose]: granted };
    this.#set({ details: { ...details, consents } });
  }

  /** Checks the details; goes on to the check page, or names what is to be put right. */
  async submitDetails(): Promise<void> {
    if (!(await this.#detailsRight())) return;
    this.#detailsChecked = true;
    this.#remember();
    this.#go('check');
  }

  /** Sends the booking. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    const backend = this.#backend;
    const { slot } = this.#state;
    const request = bookingRequest(this.#state, this.#origin(), this.#preset.enquiry?.consultation);
    if (this.#busy || this.#settled || !backend || !slot || !request) return;
    // The note is not kept over a reload. Where a hold does not prove whose booking it is, the id alone has to do so.
    const { note: _note, ...withoutNote } = request;
    const content = request.hold ? request : withoutNote;
    const { begunAt } = backend.operations.begin('booking', content);
    if (this.#options.mayRequest?.(stamped<BookingDraft>(request, begunAt)) === false) return;
    this.#remember(true);
    const outcome = await this.#send('submission', 'booking', content, (operation) =>
      backend.scheduler.createBooking(stamped<BookingDraft>(request, operation.begunAt), operation),
    );
    if (outcome.status !== 'confirmed') return this.#refuse(outcome, slot);
    this.#countdown.stop();
    this.#options.draft?.clear();
    this.#without(['hold', 'lost'], { booking: outcome.value, slot: outcome.value.slot });
    this.#tell({ kind: 'confirmed', booking: outcome.value });
    this.#go('confirmed');
  }

  /** Puts the visitor on the waitlist with the details that stand in the fields. */
  async joinWaitlist(): Promise<void> {
    const backend = this.#backend;
    if (this.#busy || !backend || !(await this.#detailsRight())) return;
    const request = waitlistRequest(this.#state);
    // A second click may have come while the details were looked at.
    if (!request || this.#busy || this.#settled) return;
    const outcome = await this.#send('submission', 'waitlist', request, (operation) =>
      backend.scheduler.joinWaitlist(stamped<WaitlistRequest>(request, operation.begunAt), operation),
    );
    if (outcome.status !== 'confirmed') return this.#set({ error: outcome.error });
    this.#tell({ kind: 'waitlisted' });
    this.#go('waitlisted');
  }

  /** Shows another page; answers stay. */
  goTo(step: BookingStep): void {
    if (this.#fixed) return;
    this.#without(['error'], { issues: [], submission: 'idle', holding: 'idle' });
    this.#go(step);
  }

  /** Starts another booking, with the contact details kept. */
  restart(): void {
    if (this.#busy || this.unresolved) return;
    this.#releaseHold();
    this.#detailsChecked = false;
    const { booking: _booking, ...state } = this.#state;
    this.#state = { ...state, step: 'service', details: { ...state.details, note: '', consents: {} }, secondsLeft: 0 };
    this.#without(['service', 'practitioner', 'location', 'cursor', 'date', 'slot', 'hold', 'lost', 'error'], {
      issues: [],
      submission: 'idle',
      holding: 'idle',
    });
    const { service, practitioner, location } = this.#preset;
    const [only, another] = state.clinic?.services ?? [];
    const fixed = service ?? (another ? undefined : only?.id);
    if (fixed !== undefined) this.#choose({ service: fixed, practitioner, location });
    else this.#tell({ kind: 'step', step: 'service' });
  }

  /** The page can be seen again: clocks are read anew, and times that may have gone are asked for. */
  wake(): void {
    this.#countdown.check();
    if (this.#state.step === 'time' && this.#state.calendar.status === 'ready') this.reload();
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#calendar.close();
  }

  /** Takes up the reads that {@link suspend} stopped. */
  resume(): void {
    if (this.#state.calendar.status === 'idle') this.#openCalendar();
  }

  get #busy(): boolean {
    const { holding, submission } = this.#state;
    return [holding, submission].some((progress) => progress === 'sending' || progress === 'checking');
  }

  /** Is nothing to be changed at the moment? */
  get #fixed(): boolean {
    return this.#busy || this.#settled || this.unresolved;
  }

  get #settled(): boolean {
    return this.#state.step === 'confirmed' || this.#state.step === 'waitlisted';
  }

  #choose(choice: Choice): void {
    // What is held is a time of the service before.
    if (choice.service !== this.#state.service) this.#releaseHold();
    this.#without(['service', 'practitioner', 'location', 'slot', 'date', 'cursor', 'lost', 'error'], {
      ...defined(choice),
      issues: [],
    });
    this.#go('time');
    this.#openCalendar();
  }

  #openCalendar(): void {
    const { service, practitioner, location, cursor } = this.#state;
    const choice = service === undefined ? undefined : { service, ...defined({ practitioner, location }) };
    void this.#calendar.open(this.#backend?.scheduler, choice, this.limits());
    if (cursor !== undefined) void this.#calendar.extendTo(endOfMonth(cursor));
  }

  #calendarChanged(): void {
    const calendar = this.#calendar.state;
    this.#set({ calendar });
    if (calendar.status !== 'ready') return;
    const { date, slot, step, hold } = this.#state;
    const cursor = this.#state.cursor ?? this.#calendar.firstFree ?? calendar.today;
    if (cursor !== undefined) this.#set({ cursor });
    if (date === undefined && this.#calendar.firstFree !== undefined) {
      this.#set({ date: this.#calendar.firstFree, cursor: this.#calendar.firstFree });
      this.#tellDate();
    }
    const listed = slot && calendar.days.get(slot.localDate)?.some(({ id }) => id === slot.id);
    if (slot && step === 'time' && !hold && !listed) this.#without(['slot'], {});
  }

  /** Holds a time, unless that is so already or the backend can't. Is it this visitor's then, as far as it can be? */
  async #hold(chosen: Slot | undefined): Promise<boolean> {
    const { service, practitioner, location, hold: earlier } = this.#state;
    const backend = this.#backend;
    if (!chosen || service === undefined || !backend) {
      this.#set({ issues: [{ field: 'slot', code: 'missing' }] });
      return false;
    }
    if (this.#fixed) return false;
    this.#without(['error', 'lost'], { slot: chosen, date: chosen.localDate, cursor: chosen.localDate, issues: [] });
    const held = earlier && this.#countdown.secondsLeft > 0 && answers(earlier.slot, chosen);
    if (held || !backend.scheduler.capabilities(this.#state.clinic).holds) return true;
    const request = { service, slotId: chosen.id, ...(earlier && { replaces: proofOf(earlier) }) };
    const asked = this.#options.clock.now();
    const outcome = await this.#send('holding', 'hold', request, (operation) =>
      backend.scheduler.holdSlot(request, operation),
    );
    const now = this.#state;
    const turned = now.service !== service || now.practitioner !== practitioner || now.location !== location;
    if (turned) {
      // The visitor has gone on to something else meanwhile.
      if (outcome.status === 'confirmed') {
        void backend.scheduler.releaseHold(proofOf(outcome.value));
        this.#dropHold();
      }
      this.#set({ holding: 'idle' });
      return false;
    }
    if (outcome.status !== 'confirmed') {
      this.#refuse(outcome, chosen);
      return false;
    }
    this.#keep(outcome.value, asked);
    this.#tell({ kind: 'held', hold: outcome.value });
    return true;
  }

  #releaseHold(): void {
    const { hold } = this.#state;
    if (hold) void this.#backend?.scheduler.releaseHold(proofOf(hold));
    this.#dropHold();
  }

  #dropHold(): void {
    this.#countdown.stop();
    this.#without(['hold'], { secondsLeft: 0 });
  }

  /** The time is kept: the page that is still to be filled in comes next. */
  #goOn(): void {
    this.#set({ holding: 'idle' });
    this.#remember();
    this.#go(this.#detailsChecked ? 'check' : 'details');
  }

  /** Counts from when it was asked for, so that a slow answer never promises too much. */
  #keep(hold: Hold, asked: number): void {
    this.#countdown.start(hold, asked);
    this.#set({ hold, slot: hold.slot, extendable: true, secondsLeft: this.#countdown.secondsLeft });
  }

  #ticked(secondsLeft: number): void {
    const before = this.#state.secondsLeft;
    if (secondsLeft === before) return;
    this.#set({ secondsLeft });
    if (secondsLeft === 0) this.#tell({ kind: 'hold-expired' });
    // Timers may come late and step over the very second.
    else if (SPOKEN_SECONDS.some((mark) => before > mark && secondsLeft <= mark)) {
      this.#tell({ kind: 'hold-ending', secondsLeft });
    }
  }

  async #detailsRight(): Promise<boolean> {
    const { step } = this.#state;
    const checks = await this.#checks();
    const { clinic, details, consents } = this.#state;
    if (!clinic || !checks || step !== this.#state.step) return false;
    const issues = checks.detailIssues(details, clinic, consents);
    this.#without(['error'], { issues });
    if (issues.length > 0) this.#tell({ kind: 'issues' });
    return issues.length === 0;
  }

  /** Sends something under the id of its operation, and shows how far it has come. */
  async #send<T>(
    progress: 'holding' | 'submission',
    kind: string,
    content: object,
    write: (operation: Operation & ScheduledWriteOptions) => Promise<WriteOutcome<T>>,
  ): Promise<WriteOutcome<T>> {
    const operation = this.#backend?.operations.begin(kind, content);
    if (!operation) return { status: 'refused', error: new SmpError('invalid-config', 'There is no backend') };
    this.#without(['error'], { [progress]: 'sending' });
    const outcome = await write({ ...operation, onRetry: () => this.#set({ [progress]: 'checking' }) });
    // What was sent before the reload stands, whatever differs in what is sent now.
    const arrived = operation.resumed && outcome.status !== 'confirmed' && isKeyReused(outcome.error);
    if (arrived) {
      this.#set({ [progress]: 'unresolved' });
      return { status: 'unknown', error: outcome.error };
    }
    this.#backend?.operations.conclude(kind, operation.operationId, outcome);
    this.#set({ [progress]: outcome.status === 'unknown' ? 'unresolved' : 'idle' });
    return outcome;
  }

  /** Ends a write that was not granted. The answers stay; a time that is gone brings the nearest ones. */
  #refuse(outcome: Exclude<WriteOutcome<unknown>, { status: 'confirmed' }>, slot: Slot): void {
    const { error } = outcome;
    if (outcome.status === 'unknown') return this.#set({ error });
    this.#remember();
    this.#tell({ kind: 'refused', error });
    const issues = refusedFields(error);
    if (issues.length > 0) {
      this.#set({ issues });
      return this.#go('details');
    }
    if (error.code === 'unauthorized') this.#dropHold();
    if (error.code !== 'slot-taken' && error.code !== 'hold-expired') return this.#set({ error });
    this.#dropHold();
    this.#without(['slot'], {
      lost: { slot, alternatives: (error.alternatives ?? []).filter((one) => this.#isLate(one)) },
      date: slot.localDate,
      cursor: slot.localDate,
    });
    this.#go('time');
    this.#tell({ kind: 'lost' });
    this.reload();
  }

  /** Is it late enough, as far as a consultation puts off the service? */
  #isLate({ localDate }: Slot): boolean {
    const { today = localDate } = this.#state.calendar;
    return localDate >= (this.limits().earliest(today) ?? '');
  }

  #origin(): RequestOrigin {
    const { attribution, locale } = this.#options;
    return { attribution: attribution?.(), locale: locale?.(), asRequest: this.limits().booking === 'request' };
  }

  #go(step: BookingStep): void {
    if (step === this.#state.step) return;
    this.#set({ step });
    this.#tell({ kind: 'step', step });
  }

  #remember(submitted = false): void {
    const { clinic, service, practitioner, location, slot, hold, details } = this.#state;
    if (!clinic || service === undefined || !slot) return;
    const { name, email, phone, consents } = details;
    const granted = this.#state.consents.map(({ purpose }) => purpose).filter((purpose) => consents[purpose]);
    const choice = { clinic: clinic.id, service, slot, ...defined({ practitioner, location, hold }) };
    this.#options.draft?.write({ ...choice, name, email, phone, granted, submitted });
  }

  /**
   * After a reload the answers come back. A time that was held is held again; a booking that had been sent is offered
   * to be sent again, which tells whether it arrived.
   */
  async #restore(): Promise<void> {
    if (this.#restored || !this.#backend || this.#state.status !== 'ready') return;
    this.#restored = true;
    const kept = this.#options.draft?.read();
    const checks = kept === undefined ? undefined : await this.#checks();
    const draft = checks?.DraftMemory.safeParse(kept).data;
    const { clinic, details } = this.#state;
    if (!clinic || draft?.clinic !== clinic.id || this.#busy) return;
    const { service, practitioner, location, slot, hold, submitted } = draft;
    if ((this.#preset.service ?? service) !== service || !clinic.services.some(({ id }) => id === service)) return;
    const { name = '', email = '', phone = '', granted = [] } = draft;
    const consents = Object.fromEntries(granted.map((purpose) => [purpose, true]));
    this.#choose({ service, practitioner, location });
    this.#set({
      details: { ...details, name, email, phone, consents },
      slot,
      date: slot.localDate,
      ...defined({ hold }),
    });
    this.turnTo(slot.localDate);
    if (!submitted) return this.hold(slot);
    this.#detailsChecked = true;
    this.#set({ submission: 'unresolved' });
    this.#go('check');
  }

  /** The checks come in a file of their own. Without it the visitor is told to try again. */
  async #checks(): Promise<typeof Checks | undefined> {
    try {
      return await import('./booking-checks.js');
    } catch (cause) {
      this.#set({ error: new SmpError('network', 'The code of the widget did not load', { cause }) });
      return undefined;
    }
  }

  #set(patch: Partial<BookingState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const subscriber of this.#subscribers) subscriber(this.#state);
  }

  #without(keys: readonly Passing[], patch: Partial<BookingState>): void {
    const state: Pick<BookingState, Exclude<keyof BookingState, Passing>> & Partial<Pick<BookingState, Passing>> = {
      ...this.#state,
    };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.#state = state;
    this.#set(patch);
  }

  #tellDate(): void {
    const { date, calendar } = this.#state;
    if (date !== undefined) this.#tell({ kind: 'dated', date, free: calendar.days.get(date)?.length ?? 0 });
  }

  #tell(news: BookingNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

const proofOf = ({ holdId, holdToken }: Hold): HoldProof => ({ holdId, holdToken });

const isKeyReused = ({ issues }: SmpError): boolean => issues?.some(({ code }) => code === 'key-reused') ?? false;

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
