import assert from 'node:assert/strict';
import type { Booking, BookingDraft } from '../../../src/domain/booking.js';
import { Clinic } from '../../../src/domain/clinic.js';
import type { CourseOffer } from '../../../src/domain/course/course-offer.js';
import { gapIssue } from '../../../src/domain/course/session-gap.js';
import { SmpError } from '../../../src/domain/errors.js';
import type { Hold } from '../../../src/domain/hold.js';
import type { ManagedBooking } from '../../../src/domain/managed-booking.js';
import type { Slot, SlotPage } from '../../../src/domain/slot.js';
import { addDays } from '../../../src/domain/time/plain-date.js';
import { CourseFlow, type CourseBackend, type CourseScheduler } from '../../../src/flows/course-flow.js';
import { OperationLog } from '../../../src/scheduling/operation.js';
import type { ScheduledWriteOptions } from '../../../src/scheduling/scheduler.js';
import type { WriteOutcome } from '../../../src/scheduling/write-outcome.js';
import { Draft, type DraftStorage } from '../../../src/flows/draft.js';
import { TabStorage } from '../../support/booking.js';
import { ManualClock } from '../../support/manual-clock.js';

const TODAY = '2026-11-22';
const HOLD_MS = 600_000;
const HOURS = ['09:00', '13:00'];
const DAYS = 90;

/**
 * What becomes of a write. `lost`: done, and the answer is lost. `silent`: not done, and no answer comes. `refused`: the
 * backend says no. `busy`: turned away unread. `rival`: somebody else has just taken the time.
 */
export const MISHAPS = ['fine', 'lost', 'silent', 'refused', 'busy', 'rival'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** What the desk can do, and what goes wrong at it. */
export interface DeskOptions {
  readonly holds: boolean;
  readonly courses: boolean;
  readonly management: boolean;
  /** What becomes of one write after the other; those after the last are fine. */
  readonly mishaps: readonly Mishap[];
  /** Which lists of times get no answer, one after the other. Default: all are answered. */
  readonly deaf?: readonly boolean[];
  /** Forgets operation ids, or says that it cancels and does not. */
  readonly flaw?: 'forgetful' | 'keeps-bookings' | undefined;
}

const OFFER: CourseOffer = {
  id: 'course',
  name: 'Course',
  sessions: [{ service: 'session' }, { service: 'session' }, { service: 'session' }],
  gapDays: { min: 7, default: 10, max: 20 },
};

const CLINIC = Clinic.parse({
  id: 'desk',
  name: 'Desk',
  timeZone: 'UTC',
  locations: [],
  services: [{ id: 'session', name: 'Session', kind: 'treatment', mode: 'in-person', durationMinutes: 120 }],
  practitioners: [{ id: 'ana', name: 'Ana' }],
  courses: [OFFER],
});

const slotAt = (localDate: string, localTime: string): Slot => ({
  id: `${localDate}/${localTime}`,
  start: `${localDate}T${localTime}:00+00:00`,
  end: `${localDate}T${String(Number(localTime.slice(0, 2)) + 2).padStart(2, '0')}:00:00+00:00`,
  localDate,
  localTime,
  timeZone: 'UTC',
  offset: '+00:00',
  practitioner: 'ana',
});

const ALL: readonly Slot[] = Array.from({ length: DAYS }, (_, day) => addDays(TODAY, day + 1)).flatMap((date) =>
  HOURS.map((time) => slotAt(date, time)),
);

/** A clinic's front desk in this very process, and somebody who books a course there. It answers at once. */
export class CourseDesk {
  readonly clock = new ManualClock(Date.parse(`${TODAY}T12:00:00Z`));
  flow: CourseFlow;
  readonly #storage = new TabStorage();
  readonly #desk: CourseBackend;
  #visit = 0;
  readonly bookings = new Map<string, Booking>();
  readonly #holds = new Map<string, { readonly hold: Hold; readonly until: number }>();
  readonly #rivals = new Set<string>();
  readonly #answers = new Map<string, WriteOutcome<unknown>>();
  /** Operations sent before without an answer: a Scheduler never calls them refused unread. */
  readonly #unheard = new Set<string>();
  readonly #options: DeskOptions;
  readonly #mishaps: Mishap[];
  readonly #deaf: boolean[];
  #count = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#mishaps = [...options.mishaps];
    this.#deaf = [...(options.deaf ?? [])];
    this.#desk = this.#backend();
    this.flow = this.#open();
  }

  /** The page is loaded again, also while something is under way: what was sent goes on, and nobody hears of it. */
  reload(): void {
    this.flow.suspend();
    this.flow = this.#open();
  }

  #open(): CourseFlow {
    const visit = ++this.#visit;
    const storage: DraftStorage = {
      getItem: (key) => this.#storage.getItem(key),
      setItem: (key, value) => (visit === this.#visit ? this.#storage.setItem(key, value) : undefined),
      removeItem: (key) => (visit === this.#visit ? this.#storage.removeItem(key) : undefined),
    };
    const flow = new CourseFlow({
      clock: this.clock,
      consents: () => [{ purpose: 'privacy', wording: 'I agree.', version: '1', required: true }],
      draft: new Draft(storage, 'course', this.clock.wall),
    });
    flow.connect(this.#desk);
    flow.open(CLINIC);
    flow.setDetail('name', 'Ada Example');
    flow.setDetail('email', 'ada@example.org');
    flow.setConsent('privacy', true);
    return flow;
  }

  /** Bookings that stand. */
  get standing(): Booking[] {
    return [...this.bookings.values()].filter(({ status }) => status !== 'cancelled');
  }

  /** Holds that have not run out. */
  get held(): number {
    return [...this.#holds.values()].filter(({ until }) => until > this.clock.now()).length;
  }

  /** One thing that a visitor does who wants a course and gives up on nothing. */
  async step(): Promise<void> {
    const { flow } = this;
    const { state } = flow;
    switch (state.step) {
      case 'first': {
        const slot = [...state.calendar.days.values()].flat()[0];
        return slot ? flow.takeSlot(slot) : flow.reload();
      }
      case 'plan':
        if (state.sessions.every(({ slot }) => slot)) return flow.hold();
        if (state.sessions[0]?.slot) return flow.replan();
        return flow.goTo('first');
      case 'details':
        return flow.submitDetails();
      case 'check':
        return flow.confirm();
      case 'remains':
        return flow.undo();
      default:
        return undefined;
    }
  }

  /** @throws AssertionError when a booking stands that the visitor is not told of, or one is told that does not stand */
  check(): void {
    const { state, unresolved } = this.flow;
    const standing = this.standing.map(({ bookingId }) => bookingId).sort();
    const told = state.standing.map(({ booking }) => booking.bookingId).sort();
    if (state.step === 'confirmed') {
      const booked = state.booked?.sessions ?? [];
      assert.equal(booked.length, OFFER.sessions.length, 'a whole course is booked');
      assert.deepEqual(standing, booked.map(({ bookingId }) => bookingId).sort(), 'what is booked is what stands');
      const dates = booked.map(({ slot }) => slot.localDate);
      assert.equal(gapIssue(dates, OFFER.gapDays), undefined, 'the skin heals in between');
    } else if (unresolved) {
      // The one of which nothing was heard may stand; or, booked as one, all.
      const unheard = this.#options.courses ? OFFER.sessions.length : state.unclear === undefined ? 0 : 1;
      assert.ok(
        told.every((id) => standing.includes(id)),
        'what is told while it is unresolved stands',
      );
      assert.ok(standing.length <= told.length + unheard, 'nothing stands that is not told of');
    } else {
      assert.ok(
        standing.every((id) => told.includes(id)),
        `nothing is left behind: ${standing.join()} at ${state.step}`,
      );
      const sure = state.standing.filter(({ cancellation }) => cancellation !== 'unclear');
      assert.ok(
        sure.every(({ booking }) => standing.includes(booking.bookingId)),
        'what is told stands',
      );
      assert.equal(state.step === 'remains', told.length > 0, 'what remains has a page');
    }
    const { sessions } = state;
    const dates = sessions.flatMap(({ slot }) => (slot ? [slot.localDate] : []));
    if (dates.length === sessions.length) assert.equal(gapIssue(dates, OFFER.gapDays), undefined, 'the plan is right');
  }

  #backend(): CourseBackend {
    const { holds, courses, management } = this.#options;
    const scheduler: CourseScheduler = {
      capabilities: () => ({ holds, courses, management, waitlist: false }),
      listSlots: ({ from = TODAY, to = addDays(from, 34) }) =>
        this.#deaf.shift() ? Promise.reject(new SmpError('network', 'Gone')) : Promise.resolve(this.#list(from, to)),
      holdSlot: ({ slotId }, options) => this.#write('hold', slotId, options, () => this.#hold(slotId)),
      extendHold: ({ holdId }, options) =>
        this.#write('extend', undefined, options, () => {
          const held = this.#holds.get(holdId);
          if (!held || held.until <= this.clock.now()) throw new SmpError('hold-expired', 'Gone');
          return this.#keep(held.hold);
        }),
      releaseHold: ({ holdId }) => {
        this.#holds.delete(holdId);
        return Promise.resolve();
      },
      createBooking: (draft, options) =>
        this.#write('book', draft.slotId, options, () => this.#book([draft], '')[0] ?? assert.fail('no booking')),
      bookCourse: (draft, options) =>
        this.#write('course', draft.sessions.at(-1)?.slotId, options, () => ({
          courseId: `c${++this.#count}`,
          reference: `SMP-C${this.#count}`,
          course: draft.course,
          sessions: this.#book(draft.sessions, '/sessions/'),
          gapDays: OFFER.gapDays,
          version: 1,
        })),
      cancel: ({ bookingIds: [id = ''] }, options) =>
        this.#write('cancel', undefined, options, () => {
          const booking = this.bookings.get(id) ?? assert.fail('no such booking');
          const cancelled = { ...booking, status: 'cancelled' as const, version: booking.version + 1 };
          if (this.#options.flaw !== 'keeps-bookings') this.bookings.set(id, cancelled);
          return managed(cancelled);
        }),
      joinWaitlist: () => assert.fail('nobody offers that'),
      getBooking: (token) => Promise.resolve(managed(this.bookings.get(token) ?? assert.fail('no such token'))),
    };
    return { scheduler, operations: new OperationLog({ clinic: 'desk', now: this.clock.wall }) };
  }

  /** Does what was asked for, unless something goes wrong; the same id gets the same answer. */
  #write<T>(
    kind: string,
    slotId: string | undefined,
    { operationId, onRetry }: ScheduledWriteOptions,
    act: () => T,
  ): Promise<WriteOutcome<T>> {
    const mishap = this.#mishaps.shift() ?? 'fine';
    const key = `${kind} ${operationId}`;
    const silence: WriteOutcome<T> = { status: 'unknown', error: new SmpError('timeout', 'No answer') };
    if (mishap === 'silent' || (mishap === 'busy' && this.#unheard.has(key))) {
      onRetry?.({ attempt: 1 });
      this.#unheard.add(key);
      return Promise.resolve(silence);
    }
    if (mishap === 'busy') return refused(new SmpError('rate-limited', 'Too busy'));
    if (mishap === 'lost') this.#unheard.add(key);
    const known = this.#answers.get(key) as WriteOutcome<T> | undefined;
    if (known && this.#options.flaw !== 'forgetful') return Promise.resolve(mishap === 'lost' ? silence : known);
    if (mishap === 'rival' && slotId !== undefined && this.#isFree(slotId)) this.#rivals.add(slotId);
    let outcome: WriteOutcome<T>;
    try {
      if (mishap === 'refused') throw new SmpError('validation', 'Not like this');
      outcome = { status: 'confirmed', value: act() };
    } catch (error) {
      if (!(error instanceof SmpError)) throw error;
      outcome = { status: 'refused', error };
    }
    this.#answers.set(key, outcome);
    return Promise.resolve(mishap === 'lost' ? silence : outcome);
  }

  #list(from: string, to: string): SlotPage {
    const slots = ALL.filter(({ id, localDate }) => localDate >= from && localDate <= to && this.#isFree(id));
    return {
      timeZone: 'UTC',
      today: TODAY,
      from,
      to,
      slots: slots.filter(({ id }) => !this.#holderOf(id)),
      asOf: `${TODAY}T12:00:00Z`,
    };
  }

  #isFree(slotId: string): boolean {
    return !this.#rivals.has(slotId) && !this.standing.some(({ slot }) => slot.id === slotId);
  }

  #holderOf(slotId: string): Hold | undefined {
    return [...this.#holds.values()].find(({ hold, until }) => hold.slot.id === slotId && until > this.clock.now())
      ?.hold;
  }

  #hold(slotId: string): Hold {
    const slot = ALL.find(({ id }) => id === slotId) ?? assert.fail(`no slot ${slotId}`);
    if (!this.#isFree(slotId) || this.#holderOf(slotId)) throw this.#taken(slotId, '');
    const holdId = `h${++this.#count}`;
    const expiresAt = `${TODAY}T12:10:00Z`;
    return this.#keep({ holdId, holdToken: holdId, expiresAt, expiresInMs: HOLD_MS, slot });
  }

  #keep(hold: Hold): Hold {
    this.#holds.set(hold.holdId, { hold, until: this.clock.now() + HOLD_MS });
    return hold;
  }

  /** All or none. */
  #book(sessions: readonly Pick<BookingDraft, 'service' | 'slotId' | 'hold'>[], pointer: string): Booking[] {
    for (const [index, { slotId, hold }] of sessions.entries()) {
      const holder = this.#holderOf(slotId);
      const lost = !this.#isFree(slotId) || (holder && holder.holdId !== hold?.holdId);
      if (lost) throw this.#taken(slotId, pointer && `${pointer}${index}`);
      if (hold && !holder) throw new SmpError('hold-expired', 'Gone', { issues: issueAt(pointer, index) });
    }
    return sessions.map(({ service, slotId, hold }) => {
      if (hold) this.#holds.delete(hold.holdId);
      const bookingId = `b${++this.#count}`;
      const slot = ALL.find(({ id }) => id === slotId) ?? assert.fail(`no slot ${slotId}`);
      const reference = `SMP-${bookingId}`;
      const booking = { bookingId, reference, status: 'confirmed' as const, service, slot, version: 1 };
      const stored = this.#options.management ? { ...booking, manageToken: bookingId } : booking;
      this.bookings.set(bookingId, stored);
      return stored;
    });
  }

  #taken(slotId: string, pointer: string): SmpError {
    const near = ALL.filter(({ id }) => id > slotId && this.#isFree(id) && !this.#holderOf(id)).slice(0, 2);
    return new SmpError('slot-taken', 'Taken', {
      alternatives: near,
      ...(pointer && { issues: [{ pointer, code: 'slot-taken' }] }),
    });
  }
}

const issueAt = (pointer: string, index: number) => (pointer ? [{ pointer: `${pointer}${index}`, code: 'gone' }] : []);

const managed = (booking: Booking): ManagedBooking => ({ sessions: [booking], version: booking.version });

const refused = (error: SmpError): Promise<WriteOutcome<never>> => Promise.resolve({ status: 'refused', error });
