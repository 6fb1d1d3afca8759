import { isLate } from '../domain/consultation/service-limits.js';
import { gapIssue } from '../domain/course/session-gap.js';
import type { GapIssue, SessionGap } from '../domain/course/session-gap.js';
import { standingGap } from '../domain/course/standing-gap.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import type { ManagedBooking, ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import { addDays } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { cancel, reschedule } from '../scheduling/management-changes.js';
import type { ScheduledWriteOptions } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { ManagementFlow } from './management-flow.js';
import type { ManagementState } from './management-state.js';
import { shiftSessions } from './session-shift.js';
import { ShownCalendar } from './shown-calendar.js';

/**
 * What a client changes of a booking that they look at: moves sessions, cancels them. Nothing is called changed before
 * the backend said so.
 */
export class ManagementChange {
  #send: ((options: ScheduledWriteOptions) => Promise<WriteOutcome<ManagedBooking>>) | undefined;
  #sent: { readonly content: object; readonly done: 'moved' | 'cancelled' } | undefined;
  readonly #flow: ManagementFlow;
  readonly #calendar: ShownCalendar;

  constructor(flow: ManagementFlow) {
    this.#flow = flow;
    this.#calendar = new ShownCalendar(flow, {
      open: () => this.#openCalendar(),
      gone: () => {
        if (this.#state.page === 'time') flow.without(['slot', 'gapIssue'], {});
      },
    });
    flow.change = this;
  }

  get #state(): ManagementState {
    return this.#flow.state;
  }

  /** Is a change under way, or is there one that nothing has been heard of? */
  get #busy(): boolean {
    return this.#state.change !== 'idle';
  }

  /** Shows the calendar for another time of a session. */
  startMove(bookingId: string): void {
    const session = this.#flow.changeable.find((one) => one.bookingId === bookingId);
    if (!session || this.#busy) return;
    const { clinic } = this.#state;
    const { practitioner, location } = session.slot;
    this.#flow.without(['lost', 'notice'], { session, moves: [] });
    const places = clinic?.services.find(({ id }) => id === session.service)?.locations;
    // Who does not do this any more has no times, and neither has a place where it is not done.
    this.#list(
      clinic?.practitioners.find(
        ({ id, services }) => id === practitioner && (services?.includes(session.service) ?? true),
      )?.id,
      clinic?.locations.find(({ id }) => id === location && (places?.includes(id) ?? true))?.id,
    );
    this.#flow.go('time');
  }

  /** `undefined`: no preference. */
  choosePractitioner(practitioner: string | undefined): void {
    this.#list(practitioner, this.#state.location);
  }

  /** `undefined`: any location. */
  chooseLocation(location: string | undefined): void {
    this.#list(this.#state.practitioner, location);
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    this.#calendar.turnTo(wanted);
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.turnTo(date);
    if (date === this.#state.date) return;
    this.#flow.without(['slot', 'error', 'gapIssue'], { date });
    if (!this.barred(date)) this.#calendar.tell();
  }

  /** Why the session that is moved can't be on a date. The sessions after it follow, so they keep it from nothing. */
  barred(date: PlainDate): GapIssue | undefined {
    const gap = this.#gap;
    const before = this.#before;
    return gap && before && gapIssue([before.slot.localDate, date], gap)?.issue;
  }

  /** Marks a time of the date that is shown, and no other. Is it marked? */
  chooseSlot(slot: Slot): boolean {
    if (!this.#calendar.shows(slot)) return false;
    const issue = this.#issueOf(slot);
    this.#flow.without(['error', 'gapIssue'], { slot, ...(issue && { gapIssue: issue }) });
    return true;
  }

  /** Works out what the chosen time means for the other sessions, and shows it. */
  async review(chosen: Slot | undefined = this.#state.slot): Promise<void> {
    const { session, managed, page } = this.#state;
    if (!chosen || !session || !managed || !this.#flow.backend || this.#state.planning || page !== 'time') return;
    const issue = this.#issueOf(chosen);
    this.#flow.without(['error', 'gapIssue'], { slot: chosen, ...(issue && { gapIssue: issue }) });
    if (issue) return;
    const { token } = this.#flow;
    this.#flow.set({ planning: true });
    try {
      const moved = { session, slot: chosen };
      const moves = await shiftSessions(this.#flow.backend.scheduler, managed.sessions, moved, managed.gapDays);
      if (token !== this.#flow.token) return;
      this.#flow.without(['lost'], { moves, planning: false });
      this.#flow.go('move');
    } catch (cause) {
      if (token !== this.#flow.token) return;
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Other times could not be listed', { cause });
      this.#flow.set({ planning: false, error });
    }
  }

  /** Asks whether a session, or all that can be, are to be cancelled. */
  startCancel(bookingId?: string): void {
    if (this.#busy) return;
    const cancelling = this.#flow.changeable.filter((one) => bookingId === undefined || one.bookingId === bookingId);
    if (cancelling.length === 0) return;
    this.#flow.without(['notice', 'error', 'session'], { cancelling });
    this.#flow.go('cancel');
  }

  /** The page before. */
  back(): void {
    if (this.#busy) return;
    this.#flow.without(['error'], {});
    this.#flow.go(this.#state.page === 'move' ? 'time' : 'overview');
    if (this.#state.page === 'overview') this.#calendar.close();
  }

  /** Sends the move or the cancellation that is shown. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    const { managed, moves, cancelling, page } = this.#state;
    const token = this.#flow.token;
    const backend = this.#flow.backend;
    if (!backend || !managed || token === undefined || (this.#busy && !this.#flow.unresolved)) return;
    if (!this.#flow.unresolved) {
      const { version } = managed;
      if (page === 'move') {
        const wanted = moves.flatMap(({ session, slot }) =>
          slot ? [{ bookingId: session.bookingId, slotId: slot.id }] : [],
        );
        if (wanted.length < moves.length) return;
        const request = { token, version, moves: wanted };
        this.#send = (options) => reschedule(backend.scheduler, request, options);
        this.#sent = { content: request, done: 'moved' };
      } else if (page === 'cancel') {
        const request = { token, version, bookingIds: cancelling.map(({ bookingId }) => bookingId) };
        this.#send = (options) => cancel(backend.scheduler, request, options);
        this.#sent = { content: request, done: 'cancelled' };
      } else return;
    }
    if (!this.#send || !this.#sent) return;
    const { content, done } = this.#sent;
    const { operationId, resumed } = backend.operations.begin('manage', content);
    this.#flow.without(['error'], { change: 'sending' });
    const outcome = await this.#send({
      operationId,
      resumed,
      onRetry: () => {
        if (token === this.#flow.token) this.#flow.set({ change: 'checking' });
      },
    });
    backend.operations.conclude('manage', operationId, outcome);
    if (token !== this.#flow.token) return;
    if (outcome.status === 'confirmed') {
      this.#flow.set({ change: 'idle' });
      this.#flow.show(outcome.value, done);
      this.#flow.tell({ kind: done, managed: outcome.value });
    } else if (outcome.status === 'unknown') this.#flow.set({ change: 'unresolved', error: outcome.error });
    else this.#refused(outcome.error);
  }

  /** Asks for the times again. */
  reload(): void {
    this.#calendar.reload();
  }

  /** Stops waiting for times. What has been sent goes on. */
  suspend(): void {
    this.#calendar.close();
  }

  /** Takes up what {@link suspend} stopped. */
  resume(): void {
    if (this.#state.page === 'time') this.#calendar.resume();
  }

  /** The session before the one that is moved: the distance counts from there. */
  get #before(): ManagedSession | undefined {
    const { session, managed } = this.#state;
    const standing = managed?.sessions.filter(({ status }) => status !== 'cancelled') ?? [];
    return standing[standing.findIndex(({ bookingId }) => bookingId === session?.bookingId) - 1];
  }

  /** How far the session may be from the one before it. */
  get #gap(): SessionGap | undefined {
    const { session, managed } = this.#state;
    const before = this.#before;
    if (!managed?.gapDays || !session || !before) return undefined;
    return standingGap(managed.gapDays, before.slot.localDate, session.slot.localDate);
  }

  #issueOf(slot: Slot): ManagementState['gapIssue'] {
    const { start, practitioner, location } = this.#state.session?.slot ?? {};
    // A time that names nobody is with anybody, so with who it is with.
    const isSame = (slot.practitioner ?? practitioner) === practitioner && (slot.location ?? location) === location;
    if (slot.start === start && isSame) return 'same';
    return this.barred(slot.localDate);
  }

  /** Lists somebody's times, at one place or at any. */
  #list(practitioner: string | undefined, location: string | undefined): void {
    this.#flow.without(['practitioner', 'location', 'slot', 'date', 'cursor', 'error', 'gapIssue'], {
      ...(practitioner !== undefined && { practitioner }),
      ...(location !== undefined && { location }),
    });
    this.#openCalendar();
  }

  #openCalendar(): void {
    const { session, practitioner, location } = this.#state;
    if (!session) return;
    const gap = this.#gap;
    const before = this.#before;
    const { limits: { from = '', leadHours } = {} } = session;
    const apart = gap && before ? addDays(before.slot.localDate, gap.min) : '';
    const first = apart > from ? apart : from;
    const start = { leadHours, ...(first && { from: first }) };
    const choice = {
      service: session.service,
      ...(practitioner !== undefined && { practitioner }),
      ...(location !== undefined && { location }),
    };
    this.#calendar.open(this.#flow.backend?.scheduler, choice, start);
  }

  #refused(error: SmpError): void {
    this.#flow.set({ change: 'idle' });
    this.#flow.tell({ kind: 'refused', error });
    if (error.code === 'unauthorized') return this.#flow.refuse();
    if (error.code === 'version-conflict' || error.code === 'not-found') {
      void this.#flow.load(error.code === 'not-found' ? 'gone' : 'changed');
      return;
    }
    const index = Number(/^\/moves\/(\d+)/.exec(error.issues?.[0]?.pointer ?? '/moves/0')?.[1]);
    const move = this.#state.moves[index];
    if (error.code !== 'slot-taken' || !move?.slot) return this.#flow.set({ error });
    if (move.session.bookingId !== this.#state.session?.bookingId) {
      // The time that was found for a session that follows is gone: another is looked for.
      this.#flow.set({ error });
      this.#flow.go('time');
      return void this.review(this.#state.slot);
    }
    const { limits = {} } = move.session;
    const asOf = this.#state.calendar.asOf ?? move.slot.start;
    const alternatives = (error.alternatives ?? []).filter((slot) => isLate(limits, slot, asOf));
    this.#flow.without(['slot'], { lost: { slot: move.slot, alternatives } });
    this.#flow.go('time');
    this.reload();
  }
}
