import type { Clinic } from '../domain/clinic.js';
import { gapIssue } from '../domain/course/session-gap.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import type { ManagedBooking, ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import { addDays, endOfMonth } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { cancel, getBooking, reschedule } from '../scheduling/management.js';
import type { ScheduledWriteOptions } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { ClinicBackend } from './clinic-backend.js';
import type { ManagementNotice, ManagementPage, ManagementState } from './management-state.js';
import { shiftSessions } from './session-shift.js';
import { SlotCalendar } from './slot-calendar.js';

/** Something that happened, for events and announcements. */
export type ManagementNews =
  | { readonly kind: 'page'; readonly page: ManagementPage }
  | { readonly kind: 'shown' | 'moved' | 'cancelled'; readonly managed: ManagedBooking }
  | { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }
  | { readonly kind: 'refused' | 'failed'; readonly error: SmpError };

/** What a {@link ManagementFlow} is given. */
export interface ManagementFlowOptions {
  /** After each change of the state. */
  readonly changed: () => void;
  readonly tell: (news: ManagementNews) => void;
}

type Optional = 'managed' | 'session' | 'cursor' | 'date' | 'slot' | 'gapIssue' | 'lost' | 'notice' | 'error';

/**
 * What a client does with the link in their mail, without a DOM: looks at a booking or a course, moves sessions,
 * cancels them. Nothing is called changed before the backend said so.
 */
export class ManagementFlow {
  state: ManagementState;
  #token: string | undefined;
  #backend: ClinicBackend | undefined;
  #request: AbortController | undefined;
  #send: ((options: ScheduledWriteOptions) => Promise<WriteOutcome<ManagedBooking>>) | undefined;
  #sent: { readonly content: object; readonly done: 'moved' | 'cancelled' } | undefined;
  readonly #calendar: SlotCalendar;
  readonly #options: ManagementFlowOptions;

  constructor(options: ManagementFlowOptions) {
    this.#options = options;
    this.#calendar = new SlotCalendar(() => this.#calendarChanged());
    this.state = {
      status: 'loading',
      page: 'overview',
      calendar: this.#calendar.state,
      moves: [],
      planning: false,
      cancelling: [],
      change: 'idle',
    };
  }

  /** Sessions that can still be changed online. */
  get changeable(): readonly ManagedSession[] {
    return this.state.managed?.sessions.filter(({ changeableUntil }) => changeableUntil !== undefined) ?? [];
  }

  /** May something have been changed that nothing has been heard of? Then only the same can be sent again. */
  get unresolved(): boolean {
    return this.state.change === 'unresolved';
  }

  get #busy(): boolean {
    return this.state.change === 'sending' || this.state.change === 'checking';
  }

  /** Opens what the token stands for; another token opens another booking. */
  open(token: string | undefined): void {
    if (token === this.#token) return;
    this.#token = token;
    this.#without(['session', 'slot', 'date', 'cursor', 'lost', 'notice', 'error'], { page: 'overview', moves: [] });
    void this.load();
  }

  /** Gives the backend, as soon as its code has loaded. */
  connect(backend: ClinicBackend): void {
    if (this.#backend === backend) return;
    this.#backend = backend;
    void this.load();
  }

  /** Gives the clinic's profile. */
  meet(clinic: Clinic): void {
    this.#set({ clinic });
  }

  /** Nothing can be managed here. */
  fail(error: SmpError): void {
    this.#set({ status: 'failed', error });
  }

  /** Reads the booking anew. */
  async load(notice?: ManagementNotice): Promise<void> {
    this.#request?.abort();
    const token = this.#token;
    if (!this.#backend) return;
    if (token === undefined || token === '') return this.#refuse();
    const request = new AbortController();
    this.#request = request;
    if (!this.state.managed) this.#set({ status: 'loading' });
    try {
      const managed = await getBooking(this.#backend.scheduler, token, { signal: request.signal });
      if (!request.signal.aborted) this.#show(managed, notice);
    } catch (cause) {
      if (request.signal.aborted) return;
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Reading the booking failed', { cause });
      if (isOpaque(error)) return this.#refuse();
      this.#set({ status: 'failed', error });
      this.#options.tell({ kind: 'failed', error });
    }
  }

  /** Shows the calendar for another time of a session. */
  startMove(bookingId: string): void {
    const session = this.changeable.find((one) => one.bookingId === bookingId);
    if (!session || this.#busy || this.unresolved) return;
    this.#without(['slot', 'date', 'cursor', 'lost', 'notice', 'error', 'gapIssue'], { session, moves: [] });
    this.#go('time');
    this.#openCalendar();
  }

  /** Turns the calendar to a date without choosing it. */
  turnTo(wanted: PlainDate): void {
    const { today } = this.state.calendar;
    const cursor = today !== undefined && wanted < today ? today : wanted;
    this.#set({ cursor });
    void this.#calendar.extendTo(endOfMonth(cursor));
  }

  /** Shows the times of a date. */
  chooseDate(date: PlainDate): void {
    this.turnTo(date);
    if (date === this.state.date) return;
    this.#without(['slot', 'error', 'gapIssue'], { date });
    this.#options.tell({ kind: 'dated', date, free: this.state.calendar.days.get(date)?.length ?? 0 });
  }

  chooseSlot(slot: Slot): void {
    const issue = this.#issueOf(slot);
    this.#without(['error', 'gapIssue'], { slot, ...(issue && { gapIssue: issue }) });
  }

  /** Works out what the chosen time means for the other sessions, and shows it. */
  async review(chosen: Slot | undefined = this.state.slot): Promise<void> {
    const { session, managed, page } = this.state;
    if (!chosen || !session || !managed || !this.#backend || this.state.planning || page !== 'time') return;
    const issue = this.#issueOf(chosen);
    this.#without(['error', 'gapIssue'], { slot: chosen, ...(issue && { gapIssue: issue }) });
    if (issue) return;
    this.#set({ planning: true });
    try {
      const moved = { session, slot: chosen };
      const moves = await shiftSessions(this.#backend.scheduler, managed.sessions, moved, managed.gapDays);
      this.#without(['lost'], { moves, planning: false });
      this.#go('move');
    } catch (cause) {
      const error = isSmpError(cause) ? cause : new SmpError('unknown', 'Other times could not be listed', { cause });
      this.#set({ planning: false, error });
    }
  }

  /** Asks whether a session, or all that can be, are to be cancelled. */
  startCancel(bookingId?: string): void {
    if (this.#busy || this.unresolved) return;
    const cancelling = this.changeable.filter((one) => bookingId === undefined || one.bookingId === bookingId);
    if (cancelling.length === 0) return;
    this.#without(['notice', 'error', 'session'], { cancelling });
    this.#go('cancel');
  }

  /** The page before. */
  back(): void {
    if (this.#busy || this.unresolved) return;
    this.#without(['error'], {});
    this.#go(this.state.page === 'move' ? 'time' : 'overview');
    if (this.state.page === 'overview') this.#calendar.close();
  }

  /** Sends the move or the cancellation that is shown. Sending again while one is under way does nothing. */
  async confirm(): Promise<void> {
    const { managed, moves, cancelling, page } = this.state;
    const token = this.#token;
    const backend = this.#backend;
    if (!backend || !managed || token === undefined || this.#busy) return;
    if (!this.unresolved) {
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
    this.#without(['error'], { change: 'sending' });
    const outcome = await this.#send({
      operationId,
      resumed,
      onRetry: () => this.#set({ change: 'checking' }),
    });
    backend.operations.conclude('manage', operationId, outcome);
    if (token !== this.#token) return;
    if (outcome.status === 'confirmed') {
      this.#set({ change: 'idle' });
      this.#show(outcome.value, done);
      this.#options.tell({ kind: done, managed: outcome.value });
    } else if (outcome.status === 'unknown') this.#set({ change: 'unresolved', error: outcome.error });
    else this.#refused(outcome.error);
  }

  /** Asks for the times again. */
  reload(): void {
    if (this.state.calendar.knownTo === undefined) this.#openCalendar();
    else void this.#calendar.reload();
  }

  /** Stops waiting for reads. What has been sent goes on. */
  suspend(): void {
    this.#request?.abort();
    this.#calendar.close();
  }

  /** Takes up what {@link suspend} stopped. */
  resume(): void {
    if (this.#request?.signal.aborted && this.state.status === 'loading') void this.load();
    if (this.state.page === 'time' && this.state.calendar.status === 'idle') this.#openCalendar();
  }

  /** The session before the one that is moved: the distance counts from there. */
  get #before(): ManagedSession | undefined {
    const { session, managed } = this.state;
    const standing = managed?.sessions.filter(({ status }) => status !== 'cancelled') ?? [];
    return standing[standing.findIndex(({ bookingId }) => bookingId === session?.bookingId) - 1];
  }

  #issueOf(slot: Slot): ManagementState['gapIssue'] {
    const gap = this.state.managed?.gapDays;
    const before = this.#before;
    if (slot.start === this.state.session?.slot.start) return 'same';
    return gap && before ? gapIssue([before.slot.localDate, slot.localDate], gap)?.issue : undefined;
  }

  #openCalendar(): void {
    const { session, managed } = this.state;
    if (!session) return;
    const gap = managed?.gapDays;
    const before = this.#before;
    const from = gap && before && addDays(before.slot.localDate, gap.min);
    const start = { earliest: () => from, ...(from !== undefined && { from }) };
    void this.#calendar.open(this.#backend?.scheduler, { service: session.service }, start);
  }

  #calendarChanged(): void {
    const { state: calendar, firstFree } = this.#calendar;
    this.#set({ calendar });
    if (calendar.status !== 'ready') return;
    const { slot, date } = this.state;
    const cursor = this.state.cursor ?? firstFree ?? calendar.today;
    if (cursor !== undefined) this.#set({ cursor });
    if (date === undefined && firstFree !== undefined) {
      this.#set({ date: firstFree, cursor: firstFree });
      this.#options.tell({ kind: 'dated', date: firstFree, free: calendar.days.get(firstFree)?.length ?? 0 });
    }
    const listed = slot && calendar.days.get(slot.localDate)?.some(({ id }) => id === slot.id);
    if (slot && this.state.page === 'time' && !listed) this.#without(['slot', 'gapIssue'], {});
  }

  #refused(error: SmpError): void {
    this.#set({ change: 'idle' });
    this.#options.tell({ kind: 'refused', error });
    if (error.code === 'unauthorized') return this.#refuse();
    if (error.code === 'version-conflict' || error.code === 'not-found') {
      void this.load(error.code === 'not-found' ? 'gone' : 'changed');
      return;
    }
    const index = Number(/^\/moves\/(\d+)/.exec(error.issues?.[0]?.pointer ?? '/moves/0')?.[1]);
    const move = this.state.moves[index];
    if (error.code !== 'slot-taken' || !move?.slot) return this.#set({ error });
    if (move.session.bookingId !== this.state.session?.bookingId) {
      // The time that was found for a session that follows is gone: another is looked for.
      this.#set({ error });
      this.#go('time');
      return void this.review(this.state.slot);
    }
    this.#without(['slot'], { lost: { slot: move.slot, alternatives: error.alternatives ?? [] } });
    this.#go('time');
    this.reload();
  }

  #refuse(): void {
    this.#without(['managed', 'error'], { status: 'refused', page: 'overview' });
  }

  #show(managed: ManagedBooking, notice?: ManagementNotice): void {
    const optional: Optional[] = ['session', 'slot', 'date', 'cursor', 'lost', 'notice', 'error', 'gapIssue'];
    this.#without(optional, {
      status: 'ready',
      managed,
      moves: [],
      cancelling: [],
      change: 'idle',
      ...(notice && { notice }),
    });
    this.#calendar.close();
    this.#go('overview');
    this.#options.tell({ kind: 'shown', managed });
  }

  #go(page: ManagementPage): void {
    if (page === this.state.page) return;
    this.#set({ page });
    this.#options.tell({ kind: 'page', page });
  }

  #without(names: readonly Optional[], part: Partial<ManagementState>): void {
    const state = { ...this.state };
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, and the names are optional ones
    for (const name of names) delete state[name];
    this.state = state;
    this.#set(part);
  }

  #set(part: Partial<ManagementState>): void {
    this.state = { ...this.state, ...part };
    this.#options.changed();
  }
}

/** A token that opens nothing is not told why. */
function isOpaque({ code }: SmpError): boolean {
  return code === 'unauthorized' || code === 'not-found' || code === 'validation';
}
