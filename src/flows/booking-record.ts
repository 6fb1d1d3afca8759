import type { Attribution } from '../domain/attribution.js';
import type { BookingDraft } from '../domain/booking.js';
import type { ConsentRequest, GivenConsent } from '../domain/consultation/consent.js';
import { serviceLimits, type ServiceLimits } from '../domain/consultation/service-limits.js';
import type { DraftMemory } from '../domain/draft-memory.js';
import type { Enquiry } from '../domain/enquiry.js';
import { SmpError } from '../domain/errors.js';
import type { Operation, OperationLog } from '../scheduling/operation.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type * as Checks from './booking-checks.js';
import type { BookingNews } from './booking-news.js';
import { defined, givenPrivacy } from './booking-request.js';
import type { BookingDetails, BookingState, BookingStep } from './booking-state.js';
import { bookingChecks } from './checks-on-demand.js';
import type { Clock } from './clock.js';
import type { Draft } from './draft.js';
import { isKeyReused } from './draft-refusal.js';
import type { SlotCalendarState } from './slot-calendar.js';

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

/** What a booking is given by the page. */
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

const NO_DETAILS: BookingDetails = { name: '', email: '', phone: '', note: '', consents: {} };

/** The keys of the state that may be taken out again. */
type Passing = 'service' | 'practitioner' | 'location' | 'cursor' | 'date' | 'slot' | 'hold' | 'lost' | 'error';

/** What stands of a booking, whom to tell when it changes, and the backend that it is sent to. */
export class BookingRecord {
  state: BookingState;
  backend: BookingBackend | undefined;
  preset: BookingPreset = {};
  /** The details have once been found right, so a new time leads straight back to the check page. */
  detailsChecked = false;
  /** The consent to privacy that was carried here before the page was loaded again. */
  given: GivenConsent | undefined;
  readonly options: BookingFlowOptions;
  readonly #subscribers = new Set<(state: BookingState) => void>();
  readonly #listeners = new Set<(news: BookingNews) => void>();

  constructor(options: BookingFlowOptions, calendar: SlotCalendarState) {
    this.options = options;
    this.state = {
      status: 'loading',
      step: 'service',
      calendar,
      secondsLeft: 0,
      extendable: false,
      details: NO_DETAILS,
      consents: [],
      issues: [],
      holding: 'idle',
      submission: 'idle',
    };
  }

  /** Is something on its way that the visitor waits for? */
  get busy(): boolean {
    const { holding, submission } = this.state;
    return [holding, submission].some((progress) => progress === 'sending' || progress === 'checking');
  }

  /** Is the end reached? */
  get settled(): boolean {
    return this.state.step === 'confirmed' || this.state.step === 'waitlisted';
  }

  /** May a booking have been made that nothing has been heard of? */
  get unresolved(): boolean {
    const { step, submission } = this.state;
    return step === 'check' && submission === 'unresolved';
  }

  /** Is nothing to be changed at the moment? */
  get fixed(): boolean {
    return this.busy || this.settled || this.unresolved;
  }

  /** What a consultation leaves of a service; of the chosen one by default. */
  limits(id = this.state.service): ServiceLimits {
    const { clinic } = this.state;
    return serviceLimits(clinic?.services.find((one) => one.id === id)?.kind, this.preset.enquiry);
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: BookingState) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back with what happened; returns what ends it. */
  listen(listener: (news: BookingNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(patch: Partial<BookingState>): void {
    this.state = { ...this.state, ...patch };
    for (const subscriber of this.#subscribers) subscriber(this.state);
  }

  /** Takes keys out, and sets others. */
  without(keys: readonly Passing[], patch: Partial<BookingState>): void {
    const state: Pick<BookingState, Exclude<keyof BookingState, Passing>> & Partial<Pick<BookingState, Passing>> = {
      ...this.state,
    };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.state = state;
    this.set(patch);
  }

  tell(news: BookingNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  go(step: BookingStep): void {
    if (step === this.state.step) return;
    this.set({ step });
    this.tell({ kind: 'step', step });
  }

  /** Sends something under the id of its operation, and shows how far it has come. */
  async send<T>(
    progress: 'holding' | 'submission',
    kind: string,
    content: object,
    write: (operation: Operation & ScheduledWriteOptions) => Promise<WriteOutcome<T>>,
  ): Promise<WriteOutcome<T>> {
    const operation = this.backend?.operations.begin(kind, content);
    if (!operation) return { status: 'refused', error: new SmpError('invalid-config', 'There is no backend') };
    this.without(['error'], { [progress]: 'sending' });
    const outcome = await write({ ...operation, onRetry: () => this.set({ [progress]: 'checking' }) });
    // What was sent before the reload stands, whatever differs in what is sent now.
    const arrived = operation.resumed && outcome.status !== 'confirmed' && isKeyReused(outcome.error);
    if (arrived) {
      this.set({ [progress]: 'unresolved' });
      return { status: 'unknown', error: outcome.error };
    }
    this.backend?.operations.conclude(kind, operation.operationId, outcome);
    this.set({ [progress]: outcome.status === 'unknown' ? 'unresolved' : 'idle' });
    return outcome;
  }

  /** Keeps the answers over a reload. */
  remember(submitted = false): void {
    const { clinic, service, practitioner, location, slot, hold, details } = this.state;
    if (!clinic || service === undefined || !slot) return;
    const { name, email, phone, consents } = details;
    const granted = this.state.consents.map(({ purpose }) => purpose).filter((purpose) => consents[purpose]);
    const privacy = givenPrivacy(this.state.consents);
    const choice = { clinic: clinic.id, service, slot, ...defined({ practitioner, location, hold, privacy }) };
    this.options.draft?.write({ ...choice, name, email, phone, granted, submitted });
  }

  /** The checks, which come when they are first needed. */
  checks(): Promise<typeof Checks | undefined> {
    return bookingChecks((error) => this.set({ error }));
  }
}
