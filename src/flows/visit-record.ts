import type { Attribution } from '../domain/attribution.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsentRequest, GivenConsent } from '../domain/consultation/consent.js';
import { isLate, type ServiceLimits } from '../domain/consultation/service-limits.js';
import type { Enquiry } from '../domain/enquiry.js';
import { SmpError } from '../domain/errors.js';
import type { Slot } from '../domain/slot.js';
import type { Operation, OperationLog } from '../scheduling/operation.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { givenPrivacy, type VisitorRequest } from './booking-request.js';
import type { BookingDetails, BookingState, WriteProgress } from './booking-state.js';
import type { Clock } from './clock.js';
import type { Draft } from './draft.js';
import { isKeyReused } from './draft-refusal.js';

/** What an appointment and a course ask of the Scheduler alike. */
export type VisitCalls = 'listSlots' | 'holdSlot' | 'extendHold' | 'releaseHold' | 'createBooking' | 'joinWaitlist';

/** What the page fixes or fills in beforehand, whatever is booked. */
export interface VisitPreset {
  readonly practitioner?: string | undefined;
  readonly location?: string | undefined;
  readonly enquiry?: Enquiry | undefined;
}

/** Do both name the same person and the same place? */
export const isSameWish = (one: VisitPreset, other: VisitPreset): boolean =>
  one.practitioner === other.practitioner && one.location === other.location;

/** What a flow that books is given by the page. `Memory` outlives a reload, `Request` is what is sent in the end. */
export interface VisitOptions<Memory extends object, Request> {
  readonly clock: Clock;
  /** Consents asked for where the clinic names none. */
  readonly consents: (clinic: string) => readonly ConsentRequest[];
  /** Keeps what was said over a reload. Default: nothing is kept. */
  readonly draft?: Draft<Memory> | undefined;
  readonly attribution?: (() => Attribution) | undefined;
  readonly locale?: (() => string) | undefined;
  /** Asked before anything is booked; `false` keeps it from being sent. */
  readonly mayRequest?: ((draft: Request) => boolean) | undefined;
}

/** The part of the state that an appointment and a course have in common. */
export type VisitState = Pick<
  BookingState,
  | 'calendar'
  | 'clinic'
  | 'consents'
  | 'cursor'
  | 'date'
  | 'details'
  | 'error'
  | 'extendable'
  | 'holding'
  | 'issues'
  | 'location'
  | 'practitioner'
  | 'secondsLeft'
  | 'slot'
  | 'submission'
> & { readonly step: string; readonly planning?: 'idle' | 'loading' | 'failed' };

/** What is booked: one appointment, or a course. */
export interface VisitKind {
  readonly state: VisitState;
  readonly news: { readonly kind: string };
  readonly options: VisitOptions<never, never>;
  readonly preset: VisitPreset;
  readonly backend: {
    readonly scheduler: Pick<Scheduler, VisitCalls> & {
      capabilities(clinic?: Pick<Clinic, 'capabilities'>): { readonly holds: boolean; readonly waitlist: boolean };
    };
    readonly operations: Pick<OperationLog, 'begin' | 'conclude'>;
  };
  /** How far sending has come, to be known after a reload. */
  readonly progress: unknown;
}

/** What stands of a visit, as far as it does not matter what is booked. */
export interface Visit extends Pick<
  VisitRecord<VisitKind>,
  | 'backend'
  | 'busy'
  | 'detailsChecked'
  | 'fixed'
  | 'options'
  | 'preset'
  | 'send'
  | 'sent'
  | 'settled'
  | 'state'
  | 'unresolved'
> {
  limits(): ServiceLimits;
  set(patch: Partial<Pick<VisitState, 'details' | 'error' | 'secondsLeft'>>): void;
  without(keys: readonly 'error'[], patch: Pick<VisitState, 'issues'>): void;
  tell(
    news:
      | { readonly kind: 'issues' | 'waitlisted' | 'hold-expired' }
      | { readonly kind: 'hold-ending'; readonly secondsLeft: number },
  ): void;
  go(step: 'check' | 'waitlisted'): void;
  remember(): void;
}

/** Where one kind of visit differs. */
export interface VisitRules<Kind extends VisitKind> {
  /** What a consultation leaves to be booked; of the chosen service or offer by default. */
  limits(record: VisitRecord<Kind>, id?: string): ServiceLimits;
  /** What is kept over a reload beside the answers; undefined: nothing is chosen yet. */
  memory(state: Kind['state'], progress: Kind['progress'] | undefined): object | undefined;
}

/** The keys of a state that may be taken out again. */
type Passing<State> = { [Key in keyof State]-?: object extends Pick<State, Key> ? Key : never }[keyof State];

/** What ends a flow. */
const ENDS: readonly string[] = ['confirmed', 'waitlisted', 'remains'];

/** Before anything is typed and sent. */
export const NOTHING_SAID = {
  secondsLeft: 0,
  extendable: false,
  details: { name: '', email: '', phone: '', note: '', consents: {} } as BookingDetails,
  consents: [],
  issues: [],
  holding: 'idle' as WriteProgress,
  submission: 'idle' as WriteProgress,
};

const isUnderWay = (progress: WriteProgress): boolean => progress === 'sending' || progress === 'checking';

/** What stands of a booking or a course, whom to tell when it changes, and the backend that it is sent to. */
export class VisitRecord<Kind extends VisitKind> {
  state: Kind['state'];
  backend: Kind['backend'] | undefined;
  preset: Kind['preset'] = {};
  /** The details have once been found right, so a new time leads straight back to the check page. */
  detailsChecked = false;
  /** The consent to privacy that was carried here before the page was loaded again. */
  given: GivenConsent | undefined;
  /** What was sent last beside the times. */
  sent: VisitorRequest | undefined;
  #isAtWork = false;
  readonly options: Kind['options'];
  readonly #rules: VisitRules<Kind>;
  readonly #subscribers = new Set<(state: Kind['state']) => void>();
  readonly #listeners = new Set<(news: Kind['news']) => void>();

  constructor(options: Kind['options'], state: Kind['state'], rules: VisitRules<Kind>) {
    this.options = options;
    this.state = state;
    this.#rules = rules;
  }

  /** Is something on its way that the visitor waits for? */
  get busy(): boolean {
    return this.#isAtWork || this.waiting;
  }

  /** Is there an answer to come? Not where there was one and nothing but what follows from it is to be done. */
  get waiting(): boolean {
    const { holding, submission, planning } = this.state;
    return planning === 'loading' || isUnderWay(holding) || isUnderWay(submission);
  }

  /** Is the end reached? */
  get settled(): boolean {
    return ENDS.includes(this.state.step);
  }

  /** May something have been booked that nothing has been heard of? Then only the same can be sent again. */
  get unresolved(): boolean {
    return this.state.step === 'check' && this.state.submission === 'unresolved';
  }

  /** Is nothing to be changed at the moment? */
  get fixed(): boolean {
    return this.busy || this.settled || this.unresolved;
  }

  /** What a consultation leaves of a service or an offer; of the chosen one by default. */
  limits(id?: string): ServiceLimits {
    return this.#rules.limits(this, id);
  }

  /** Is a time late enough, as far as a consultation and a patch test put it off? */
  isLate(slot: Slot): boolean {
    return isLate(this.limits(), slot, this.state.calendar.asOf ?? slot.start);
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: Kind['state']) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back with what happened; returns what ends it. */
  listen(listener: (news: Kind['news']) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(patch: Partial<Kind['state']>): void {
    this.state = { ...this.state, ...patch };
    for (const subscriber of this.#subscribers) subscriber(this.state);
  }

  /** Takes keys out, and sets others. */
  without(keys: readonly Passing<Kind['state']>[], patch: Partial<Kind['state']> = {}): void {
    const state: Partial<Kind['state']> = { ...this.state };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.state = state as Kind['state'];
    this.set(patch);
  }

  tell(news: Kind['news']): void {
    for (const listener of this.#listeners) listener(news);
  }

  go(step: Kind['state']['step']): void {
    if (step === this.state.step) return;
    this.set({ step } as Partial<Kind['state']>);
    this.tell({ kind: 'step', step } as Kind['news']);
  }

  /** Nothing else can be wished for until it is done. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    this.#isAtWork = true;
    try {
      return await task();
    } finally {
      this.#isAtWork = false;
      this.set({});
    }
  }

  /** Sends something under the id of its operation, and shows how far it has come. */
  async send<T>(
    progress: 'holding' | 'submission',
    kind: string,
    content: object,
    write: (operation: Operation & ScheduledWriteOptions) => Promise<WriteOutcome<T>>,
  ): Promise<WriteOutcome<T>> {
    const show = (how: WriteProgress) => this.set({ [progress]: how } as Partial<Kind['state']>);
    const operation = this.backend?.operations.begin(kind, content);
    if (!operation) return { status: 'refused', error: new SmpError('invalid-config', 'There is no backend') };
    this.without(['error'] as Passing<Kind['state']>[], { [progress]: 'sending' } as Partial<Kind['state']>);
    const outcome = await write({ ...operation, onRetry: () => show('checking') });
    // What was sent before the reload stands, whatever differs in what is sent now.
    if (operation.resumed && outcome.status !== 'confirmed' && isKeyReused(outcome.error)) {
      show('unresolved');
      return { status: 'unknown', error: outcome.error };
    }
    this.backend?.operations.conclude(kind, operation.operationId, outcome);
    show(outcome.status === 'unknown' ? 'unresolved' : 'idle');
    return outcome;
  }

  /** Keeps the answers over a reload. */
  remember(progress?: Kind['progress']): void {
    const { clinic, practitioner, location, consents, details } = this.state;
    const memory = clinic && this.#rules.memory(this.state, progress);
    if (!memory) return;
    const { name, email, phone } = details;
    const granted = consents.map(({ purpose }) => purpose).filter((purpose) => details.consents[purpose]);
    const privacy = givenPrivacy(consents);
    const said = { clinic: clinic.id, practitioner, location, privacy, name, email, phone, granted };
    const sent = progress && this.sent && { ...this.sent, note: undefined };
    // Without the keys that hold nothing, once it is text.
    this.options.draft?.write({ ...said, ...memory, sent } as never, Boolean(progress));
  }
}
