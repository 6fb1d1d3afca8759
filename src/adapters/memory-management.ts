import type { Booking } from '../domain/booking.js';
import { changeableUntil, checkChanges, managedVersion } from '../domain/booking-change.js';
import { checkLate, moveLimits } from '../domain/consultation/move-limits.js';
import type { SlotStart } from '../domain/consultation/service-limits.js';
import { checkGaps } from '../domain/course/course-check.js';
import { offersOf } from '../domain/course/course-offers.js';
import { dueDeposit } from '../domain/course/due-deposit.js';
import { SmpError } from '../domain/errors.js';
import type { ManagedBooking, ManagedSession } from '../domain/managed-booking.js';
import type { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import { formatInstant, offsetAt } from '../domain/time/zone.js';
import type { MemoryConsultations } from './memory-consultations.js';
import type { MemoryCourse, MemoryCourses } from './memory-courses.js';
import type { MemoryLedger } from './memory-ledger.js';
import { isSameToken } from './memory-token.js';

/** What a manage token opens: a booking, or the sessions of a course. */
interface Opened {
  readonly sessions: readonly Booking[];
  readonly course?: MemoryCourse | undefined;
}

/** What clients do with the links in their mail. */
export class MemoryManagement {
  readonly #ledger: MemoryLedger;
  readonly #courses: MemoryCourses;
  readonly #consultations: MemoryConsultations;

  constructor(ledger: MemoryLedger, courses: MemoryCourses, consultations: MemoryConsultations) {
    this.#ledger = ledger;
    this.#courses = courses;
    this.#consultations = consultations;
  }

  /** @throws `unauthorized` */
  get(token: string, now: number): ManagedBooking {
    const opened = this.#open(token);
    const { sessions, course } = opened;
    const offer = offersOf(this.#ledger.clinic).find(({ id }) => id === course?.course);
    const deposit = course && dueDeposit(offer?.deposit, { reference: course.reference, sessions }, now);
    return {
      sessions: sessions.map((session) => this.#shown(session, opened, now)),
      version: managedVersion(sessions),
      ...(course && { gapDays: course.gapDays }),
      ...(deposit && { deposit }),
    };
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found`, `slot-taken`, `validation` */
  reschedule({ token, version, moves }: RescheduleRequest, now: number): ManagedBooking {
    const opened = this.#checked(
      token,
      version,
      moves.map(({ bookingId }) => bookingId),
      '/moves',
      now,
    );
    const { course } = opened;
    const standing = standingOf(opened);
    const stood = standing.map(({ slot }) => slot.localDate);
    const limits = new Map(standing.map((session) => [session.bookingId, this.#limits(session, opened, now)]));
    this.#ledger.move(moves, now, () => {
      for (const [index, { bookingId }] of moves.entries()) {
        const moved = this.#ledger.find(bookingId)?.booking.slot;
        if (moved) checkLate(limits.get(bookingId), moved, now, index);
      }
      if (!course) return;
      const dates = standing.map(
        ({ bookingId, slot }) => (this.#ledger.find(bookingId)?.booking.slot ?? slot).localDate,
      );
      checkGaps(dates, course.gapDays, stood);
    });
    return this.get(token, now);
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found` */
  cancel({ token, version, bookingIds }: CancelRequest, now: number): ManagedBooking {
    this.#checked(token, version, bookingIds, '/cancel', now);
    this.#ledger.cancel(bookingIds);
    return this.get(token, now);
  }

  #open(token: string): Opened {
    // All are compared, so that the time tells nothing.
    let found: Booking | undefined;
    let course: MemoryCourse | undefined;
    for (const { booking } of this.#ledger.bookings) {
      if (isSameToken(booking.manageToken ?? '', token)) found = booking;
    }
    for (const one of this.#courses.list) {
      if (isSameToken(one.manageToken, token)) course = one;
    }
    course ??= found && this.#courses.of(found.bookingId);
    if (!found && !course) throw new SmpError('unauthorized', 'This token opens nothing');
    const sessions = course?.bookingIds.map((id) => this.#ledger.find(id)?.booking) ?? [found];
    const there = sessions.filter((one) => one !== undefined);
    there.sort((left, right) => Date.parse(left.slot.start) - Date.parse(right.slot.start));
    return { sessions: there, course };
  }

  #checked(token: string, version: number, ids: readonly string[], pointer: string, now: number): Opened {
    const opened = this.#open(token);
    if (managedVersion(opened.sessions) !== version) {
      throw new SmpError('version-conflict', 'The booking was changed in the meantime');
    }
    checkChanges(ids, pointer, (id) => {
      const session = opened.sessions.find(({ bookingId }) => bookingId === id);
      return session && session.status !== 'cancelled' && this.#changeableUntil(session) > now;
    });
    return opened;
  }

  #changeableUntil({ slot }: Booking): number {
    return changeableUntil(Date.parse(slot.start), this.#ledger.clinic);
  }

  #limits(session: Booking, opened: Opened, now: number): SlotStart | undefined {
    const { bookingId, service, slot } = session;
    const { clinic } = this.#ledger;
    const kind = clinic.services.find(({ id }) => id === service)?.kind;
    const [first] = standingOf(opened);
    const offer = first === session ? offersOf(clinic).find(({ id }) => id === opened.course?.course) : undefined;
    return moveLimits(kind, this.#consultations.outcomeOf(bookingId), slot, {
      now,
      patchTestHours: offer?.patchTestHours,
      onlyLater: this.#consultations.isForgotten(bookingId),
    });
  }

  #shown(session: Booking, opened: Opened, now: number): ManagedSession {
    const until = this.#changeableUntil(session);
    if (session.status === 'cancelled' || until <= now) return session;
    const limits = this.#limits(session, opened, now);
    return {
      ...session,
      changeableUntil: formatInstant(until, offsetAt(this.#ledger.clinic.timeZone, until)),
      ...(limits && { limits }),
    };
  }
}

const standingOf = ({ sessions }: Opened): readonly Booking[] =>
  sessions.filter(({ status }) => status !== 'cancelled');
