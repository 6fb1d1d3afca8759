import type { Attribution } from '../domain/attribution.js';
import type { BookingDraft } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsentRequest, GivenConsent } from '../domain/consultation/consent.js';
import { isLate, serviceLimits, type ServiceLimits } from '../domain/consultation/service-limits.js';
import type { CourseMemory } from '../domain/course/course-memory.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import { partOfDay } from '../domain/course/part-of-day.js';
import type { Enquiry } from '../domain/enquiry.js';
import { SmpError } from '../domain/errors.js';
import type { ManagedBooking } from '../domain/managed-booking.js';
import type { CancelRequest } from '../domain/management-request.js';
import type { Slot } from '../domain/slot.js';
import { daysBetween } from '../domain/time/plain-date.js';
import type { AdapterCapabilities } from '../adapters/adapter.js';
import type { Operation, OperationLog } from '../scheduling/operation.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { defined, givenPrivacy } from './booking-request.js';
import type { Clock } from './clock.js';
import type { CourseNews, CourseSessionState, CourseState, CourseStep } from './course-state.js';
import type { Draft } from './draft.js';
import { isKeyReused } from './draft-refusal.js';
import type { SlotCalendarState } from './slot-calendar.js';

/** What a course asks of the backend. `bookCourse` is called with the capability `courses`, the last two with `management`. */
export interface CourseScheduler extends Pick<
  Scheduler,
  'listSlots' | 'holdSlot' | 'extendHold' | 'releaseHold' | 'createBooking' | 'joinWaitlist'
> {
  capabilities(
    clinic?: Pick<Clinic, 'capabilities'>,
  ): Pick<AdapterCapabilities, 'holds' | 'management' | 'waitlist'> & { readonly courses?: boolean };
  bookCourse(draft: CourseDraft, options: ScheduledWriteOptions): Promise<WriteOutcome<Course>>;
  cancel(request: CancelRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<ManagedBooking>>;
  /** @throws SmpError */
  getBooking(token: string): Promise<ManagedBooking>;
}

/** The backend as a course uses it. */
export interface CourseBackend {
  readonly scheduler: CourseScheduler;
  readonly operations: Pick<OperationLog, 'begin' | 'conclude'>;
}

/** What the page fixes or fills in beforehand. */
export interface CoursePreset {
  /** Id of the only offer that can be chosen. */
  readonly offer?: string | undefined;
  readonly practitioner?: string | undefined;
  readonly location?: string | undefined;
  readonly enquiry?: Enquiry | undefined;
}

/** What a course is given by the page. */
export interface CourseFlowOptions {
  readonly clock: Clock;
  /** Consents asked for where the clinic names none. */
  readonly consents: (clinic: string) => readonly ConsentRequest[];
  /** Keeps what was said over a reload. Default: nothing is kept. */
  readonly draft?: Draft<CourseMemory> | undefined;
  readonly attribution?: (() => Attribution) | undefined;
  readonly locale?: (() => string) | undefined;
  /** Asked before a course is sent; `false` keeps it from being sent. */
  readonly mayRequest?: ((draft: CourseDraft) => boolean) | undefined;
}

/** The keys of the state that may be taken out again. */
type Passing =
  | 'offer'
  | 'suggested'
  | 'practitioner'
  | 'location'
  | 'cursor'
  | 'date'
  | 'slot'
  | 'dateIssue'
  | 'changing'
  | 'problem'
  | 'unclear'
  | 'undone'
  | 'booked'
  | 'error';

const RANK: readonly ServiceLimits['booking'][] = ['open', 'request', 'after-consultation', 'none'];

/** What stands of a course, whom to tell when it changes, and the backend that it is sent to. */
export class CourseRecord {
  state: CourseState;
  backend: CourseBackend | undefined;
  preset: CoursePreset = {};
  /** The details have once been found right. */
  detailsChecked = false;
  /** The consent to privacy that was carried here before the page was loaded again. */
  given: GivenConsent | undefined;
  #underWay = false;
  readonly options: CourseFlowOptions;
  readonly #subscribers = new Set<(state: CourseState) => void>();
  readonly #listeners = new Set<(news: CourseNews) => void>();

  constructor(options: CourseFlowOptions, calendar: SlotCalendarState) {
    this.options = options;
    this.state = {
      status: 'loading',
      step: 'offer',
      offers: [],
      calendar,
      sessions: [],
      planning: 'idle',
      secondsLeft: 0,
      extendable: false,
      details: { name: '', email: '', phone: '', note: '', consents: {} },
      consents: [],
      issues: [],
      holding: 'idle',
      submission: 'idle',
      standing: [],
    };
  }

  /** Is something on its way that the visitor waits for? */
  get busy(): boolean {
    const { holding, submission, planning } = this.state;
    return (
      this.#underWay ||
      planning === 'loading' ||
      [holding, submission].some((progress) => progress === 'sending' || progress === 'checking')
    );
  }

  /** May something have been booked that nothing has been heard of? Then only the same can be sent again. */
  get unresolved(): boolean {
    return this.state.step === 'check' && this.state.submission === 'unresolved';
  }

  /** Was booking put off with some sessions standing, and nothing unheard of? Then they can be cancelled as well. */
  get paused(): boolean {
    const { standing, unclear } = this.state;
    return this.unresolved && standing.length > 0 && unclear === undefined;
  }

  /** Is nothing to be changed at the moment? */
  get fixed(): boolean {
    const { step } = this.state;
    return this.busy || this.unresolved || step === 'confirmed' || step === 'waitlisted' || step === 'remains';
  }

  /** What a consultation and a patch test leave of the chosen offer. */
  limits(): ServiceLimits {
    const { clinic, offer } = this.state;
    const all = (offer?.sessions ?? []).map(({ service }) =>
      serviceLimits(clinic?.services.find(({ id }) => id === service)?.kind, this.preset.enquiry),
    );
    const booking = RANK[Math.max(0, ...all.map((one) => RANK.indexOf(one.booking)))] ?? 'open';
    const from = all.reduce((last, one) => ((one.from ?? '') > last ? (one.from ?? '') : last), '');
    const leadHours = Math.max(offer?.patchTestHours ?? 0, ...all.map((one) => one.leadHours ?? 0));
    return { booking, ...(from && { from }), ...(leadHours > 0 && { leadHours }) };
  }

  /** Is a time late enough, as far as a consultation and a patch test put off the course? */
  isLate(slot: Slot): boolean {
    return isLate(this.limits(), slot, this.state.calendar.asOf ?? slot.start);
  }

  /** Calls back after each change; returns what ends it. */
  subscribe(subscriber: (state: CourseState) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back with what happened; returns what ends it. */
  listen(listener: (news: CourseNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(patch: Partial<CourseState>): void {
    this.state = { ...this.state, ...patch };
    for (const subscriber of this.#subscribers) subscriber(this.state);
  }

  /** Takes keys out, and sets others. */
  without(keys: readonly Passing[], patch: Partial<CourseState> = {}): void {
    const state: Pick<CourseState, Exclude<keyof CourseState, Passing>> & Partial<Pick<CourseState, Passing>> = {
      ...this.state,
    };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the keys are optional ones
    for (const key of keys) delete state[key];
    this.state = state;
    this.set(patch);
  }

  /** Sets the sessions, with what follows from their times. */
  setSessions(sessions: readonly CourseSessionState[], patch: Partial<CourseState> = {}): void {
    this.set({
      ...patch,
      sessions: sessions.map(({ partOfDay: _part, daysAfter: _days, ...session }, index) => {
        const { slot } = session;
        const before = sessions[index - 1]?.slot;
        return {
          ...session,
          ...(slot && { partOfDay: partOfDay(slot.localTime) }),
          ...(slot && before && { daysAfter: daysBetween(before.localDate, slot.localDate) }),
        };
      }),
    });
  }

  tell(news: CourseNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  go(step: CourseStep): void {
    if (step === this.state.step) return;
    this.set({ step });
    this.tell({ kind: 'step', step });
  }

  /** Keeps the plan and the answers over a reload. */
  remember(progress?: CourseMemory['progress']): void {
    const { clinic, offer, practitioner, location, sessions, details, standing } = this.state;
    const kept = sessions.flatMap(({ slot, hold }) => (slot ? [{ slot, ...(hold && { hold }) }] : []));
    if (!clinic || !offer || kept.length < offer.sessions.length) return;
    const { name, email, phone, consents } = details;
    this.options.draft?.write({
      clinic: clinic.id,
      offer: offer.id,
      ...defined({ practitioner, location, privacy: givenPrivacy(this.state.consents) }),
      sessions: kept,
      name,
      email,
      phone,
      granted: this.state.consents.map(({ purpose }) => purpose).filter((purpose) => consents[purpose]),
      ...(progress && { progress }),
      ...(standing.length > 0 && { standing: standing.map(({ booking }) => booking) }),
    });
  }

  /** Nothing else can be wished for until it is done. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    this.#underWay = true;
    try {
      return await task();
    } finally {
      this.#underWay = false;
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
    const operation = this.backend?.operations.begin(kind, content);
    if (!operation) return { status: 'refused', error: new SmpError('invalid-config', 'There is no backend') };
    this.without(['error'], { [progress]: 'sending' });
    const outcome = await write({ ...operation, onRetry: () => this.set({ [progress]: 'checking' }) });
    // What was sent before the reload stands, whatever differs in what is sent now.
    if (operation.resumed && outcome.status !== 'confirmed' && isKeyReused(outcome.error)) {
      this.set({ [progress]: 'unresolved' });
      return { status: 'unknown', error: outcome.error };
    }
    this.backend?.operations.conclude(kind, operation.operationId, outcome);
    this.set({ [progress]: outcome.status === 'unknown' ? 'unresolved' : 'idle' });
    return outcome;
  }
}

/** What books one session of a draft. */
export function sessionDraft<Draft extends Omit<CourseDraft, 'consents'>>(
  draft: Draft,
  index: number,
): (Omit<Draft, 'course' | 'sessions'> & Pick<BookingDraft, 'service' | 'slotId' | 'hold'>) | undefined {
  const { course: _course, sessions, ...rest } = draft;
  const session = sessions[index];
  return session && { ...rest, ...session };
}
