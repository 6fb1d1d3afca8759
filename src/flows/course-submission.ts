import type { Booking, BookingDraft } from '../domain/booking.js';
import type { CourseDraft } from '../domain/course/course.js';
import type { SmpError } from '../domain/errors.js';
import type { ManagedBooking } from '../domain/managed-booking.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { renewConsents } from './asked-consents.js';
import { lasting, proofOf, refusedFields, stamped } from './booking-request.js';
import type { Unstamped } from './booking-request.js';
import type { CourseHold } from './course-hold.js';
import type { CoursePlanning } from './course-planning.js';
import { isPaused, sessionDraft, setSessions, type CourseBackend, type CourseRecord } from './course-record.js';
import type { BookedCourse, StandingSession } from './course-state.js';
import { isDesignRefused } from './draft-refusal.js';
import type { VisitDetails } from './visit-details.js';

const DONE: WriteOutcome<undefined> = { status: 'confirmed', value: undefined };

/**
 * Sending: the whole course is asked for, all or none. Where the backend books single times only, they are booked one by
 * one, and cancelled again when a later one is refused. What stands at any moment is in the state's `standing`.
 */
export class CourseSubmission {
  readonly #planning: CoursePlanning;
  readonly #record: CourseRecord;
  readonly #hold: CourseHold;
  readonly #details: VisitDetails;
  /** Why sessions are being cancelled again: how the one at `index` was refused. */
  #cause: { readonly error: SmpError; readonly index: number } | undefined;

  constructor(planning: CoursePlanning, hold: CourseHold, details: VisitDetails) {
    this.#planning = planning;
    this.#record = planning.record;
    this.#hold = hold;
    this.#details = details;
  }

  /** Sends the course; after no answer, the same once more. */
  async confirm(): Promise<void> {
    const record = this.#record;
    if (!renewConsents(record)) return;
    const { backend, state, options } = record;
    if (!backend || record.busy || state.step !== 'check') return;
    const request = this.#request();
    if (!request) return;
    const { operationId, begunAt } = backend.operations.begin('course', lasting(request));
    if (!record.unresolved && options.mayRequest?.(stamped<CourseDraft>(request, begunAt)) === false) return;
    record.without(['undone']);
    record.remember('sent');
    await record.during(async () => {
      if (backend.scheduler.capabilities(state.clinic).courses === true) return this.#bookWhole(backend, request);
      await this.#bookEach(backend, request);
      // Each session was an operation of its own.
      if (!record.unresolved) backend.operations.conclude('course', operationId, DONE);
    });
  }

  /**
   * Cancels what stands though its course does not: once more on the page `remains`, or in place of booking the rest
   * where that was put off.
   */
  async undo(): Promise<void> {
    const { backend, busy, state } = this.#record;
    if (!backend || busy || !(isPaused(this.#record) || state.step === 'remains')) return;
    await this.#record.during(() => this.#cancelAll(backend));
  }

  async #bookWhole(backend: CourseBackend, request: Unstamped<CourseDraft>): Promise<void> {
    const record = this.#record;
    const outcome = await record.send('submission', 'course', lasting(request), (operation) =>
      backend.scheduler.bookCourse(stamped<CourseDraft>(request, operation.begunAt), operation),
    );
    if (outcome.status === 'confirmed')
      return this.#settle({ sessions: outcome.value.sessions, course: outcome.value });
    if (request.design && isDesignRefused(outcome)) return this.#bookWhole(backend, this.#withoutDesign(request));
    if (outcome.status === 'unknown') return record.set({ error: outcome.error });
    await this.#refuse(outcome.error, sessionOf(outcome.error) ?? 0);
  }

  async #bookEach(backend: CourseBackend, request: Unstamped<CourseDraft>): Promise<void> {
    const record = this.#record;
    for (let index = record.state.standing.length; index < request.sessions.length; index++) {
      const draft = sessionDraft(request, index);
      if (!draft) return;
      const outcome = await record.send('submission', `course-${index}`, lasting(draft), (operation) =>
        backend.scheduler.createBooking(stamped<BookingDraft>(draft, operation.begunAt), operation),
      );
      if (outcome.status === 'confirmed') {
        const standing = [...record.state.standing, { index, booking: outcome.value }];
        // Between two sessions nothing else may be wished for.
        record.without(['unclear'], { standing, submission: 'sending' });
        record.remember('sent');
        continue;
      }
      if (request.design && isDesignRefused(outcome)) return this.#bookEach(backend, this.#withoutDesign(request));
      if (outcome.status === 'unknown') return record.set({ error: outcome.error, unclear: index });
      record.without(['unclear']);
      this.#cause = { error: outcome.error, index };
      // Too busy, or not reached: the rest can still be had.
      if (index > 0 && outcome.error.retryable) return record.set({ error: outcome.error, submission: 'unresolved' });
      return this.#cancelAll(backend);
    }
    this.#settle({ sessions: record.state.standing.map(({ booking }) => booking) });
  }

  /** Cancels what stands, the last first; then says why the course was not booked, or what remains. */
  async #cancelAll(backend: CourseBackend): Promise<void> {
    const record = this.#record;
    const { standing } = record.state;
    let left: readonly StandingSession[] = standing;
    // A page that is loaded again must not go on booking what is being cancelled.
    record.remember('undoing');
    for (const session of [...standing].reverse()) {
      const cancellation = await this.#cancel(backend, session.booking);
      left = left.flatMap((one) =>
        one.index !== session.index ? [one] : cancellation ? [{ ...one, cancellation }] : [],
      );
      record.set({ standing: left, submission: 'sending' });
      record.remember('undoing');
    }
    record.set({ submission: left.some(({ cancellation }) => cancellation === 'unclear') ? 'unresolved' : 'idle' });
    const cause = this.#cause;
    if (left.length > 0) {
      if (cause) record.set({ error: cause.error });
      record.go('remains');
      return record.tell({ kind: 'remaining', sessions: left });
    }
    record.remember();
    record.go('check');
    if (standing.length > 0) {
      record.set({ undone: true });
      record.tell({ kind: 'undone' });
    }
    if (!cause) return;
    this.#cause = undefined;
    await this.#refuse(
      cause.error,
      sessionOf(cause.error) ?? cause.index,
      standing.map(({ index }) => index),
    );
  }

  /** Undefined: it is cancelled. */
  async #cancel(
    backend: CourseBackend,
    { bookingId, manageToken, version }: Booking,
  ): Promise<StandingSession['cancellation']> {
    const { scheduler } = backend;
    if (manageToken === undefined || !scheduler.capabilities(this.#record.state.clinic).management)
      return 'unavailable';
    const attempt = (at: number): Promise<WriteOutcome<ManagedBooking>> => {
      const request = { token: manageToken, version: at, bookingIds: [bookingId] };
      return this.#record.send('submission', `undo-${bookingId}`, request, (operation) =>
        scheduler.cancel(request, operation),
      );
    };
    const isCancelled = ({ sessions }: ManagedBooking): boolean =>
      sessions.some((one) => one.bookingId === bookingId && one.status === 'cancelled');
    let outcome = await attempt(version);
    if (outcome.status === 'refused' && !outcome.error.retryable) {
      // The clinic may have changed or cancelled it meanwhile.
      try {
        const now = await scheduler.getBooking(manageToken);
        if (isCancelled(now)) return undefined;
        if (now.version !== version) outcome = await attempt(now.version);
      } catch {
        return 'unclear';
      }
    }
    if (outcome.status === 'confirmed') return isCancelled(outcome.value) ? undefined : 'refused';
    return outcome.status === 'unknown' || outcome.error.retryable ? 'unclear' : 'refused';
  }

  /** Nothing was booked. `freed`: sessions whose holds were used up. */
  async #refuse(error: SmpError, index: number, freed: readonly number[] = []): Promise<void> {
    const record = this.#record;
    record.without(['unclear'], { submission: 'idle' });
    record.remember();
    for (const at of freed) this.#hold.spent(at);
    record.tell({ kind: 'refused', error });
    const issues = refusedFields(error);
    if (issues.length > 0) {
      record.set({ issues });
      return record.go('details');
    }
    if (error.code === 'slot-taken') return this.#planning.lose(index, error.alternatives ?? []);
    if (error.code === 'hold-expired' || error.code === 'unauthorized') this.#hold.forget();
    // The times may still be free: they are held anew, and what is gone is planned anew.
    if (error.code === 'hold-expired') {
      if (await this.#hold.holdAll()) record.set({ error });
      return;
    }
    record.set({ error });
  }

  #settle(booked: BookedCourse): void {
    const record = this.#record;
    this.#cause = undefined;
    this.#hold.forget();
    record.options.draft?.clear();
    record.without(['error', 'unclear'], { booked, standing: [], submission: 'idle' });
    setSessions(
      record,
      record.state.sessions.map((session, index) => {
        const { notice: _notice, earlier: _earlier, ...rest } = session;
        const slot = booked.sessions[index]?.slot;
        return { ...rest, ...(slot && { slot }) };
      }),
    );
    record.tell({ kind: 'confirmed', booked });
    record.go('confirmed');
  }

  #withoutDesign({ course, sessions }: Unstamped<CourseDraft>): Unstamped<CourseDraft> {
    return { course, sessions, ...this.#details.withoutDesign() };
  }

  #request(): Unstamped<CourseDraft> | undefined {
    const { state } = this.#record;
    const { offer } = state;
    const sessions = state.sessions.flatMap(({ service, slot, hold }) =>
      slot ? [{ service, slotId: slot.id, ...(hold && { hold: proofOf(hold) }) }] : [],
    );
    if (!offer || sessions.length < offer.sessions.length) return undefined;
    return { course: offer.id, sessions, ...this.#details.request() };
  }
}

/** The session that an error names: `/sessions/1`, or below it. */
function sessionOf({ issues }: Pick<SmpError, 'issues'>): number | undefined {
  for (const { pointer } of issues ?? []) {
    const [, index] = /^\/sessions\/(\d)(?:\/|$)/.exec(pointer) ?? [];
    if (index !== undefined) return Number(index);
  }
  return undefined;
}
