import type { Booking } from '../domain/booking.js';
import { gapIssue, type SessionGap } from '../domain/course/session-gap.js';
import { SmpError } from '../domain/errors.js';
import type { CancelRequest, ManagedBooking, ManagedSession, RescheduleRequest } from '../domain/managed-booking.js';
import { formatInstant, offsetAt } from '../domain/time/zone.js';
import type { MemoryCourse, MemoryCourses } from './memory-courses.js';
import type { MemoryLedger } from './memory-ledger.js';
import { isSameToken } from './memory-token.js';

const HOUR = 3_600_000;

/** What a manage token opens: a booking, or the sessions of a course. */
interface Opened {
  readonly sessions: readonly Booking[];
  readonly gapDays?: SessionGap | undefined;
}

/** What clients do with the links in their mail. */
export class MemoryManagement {
  readonly #ledger: MemoryLedger;
  readonly #courses: MemoryCourses;

  constructor(ledger: MemoryLedger, courses: MemoryCourses) {
    this.#ledger = ledger;
    this.#courses = courses;
  }

  /** @throws `unauthorized` */
  get(token: string, now: number): ManagedBooking {
    const { sessions, gapDays } = this.#open(token);
    return {
      sessions: sessions.map((session) => this.#shown(session, now)),
      version: versionOf(sessions),
      ...(gapDays && { gapDays }),
    };
  }

  /** @throws `unauthorized`, `version-conflict`, `not-found`, `slot-taken`, `validation` */
  reschedule({ token, version, moves }: RescheduleRequest, now: number): ManagedBooking {
    const { sessions, gapDays } = this.#checked(
      token,
      version,
      moves.map(({ bookingId }) => bookingId),
      '/moves',
      now,
    );
    this.#ledger.move(moves, now, () => {
      if (!gapDays) return;
      const dates = sessions
        .map(({ bookingId }) => this.#ledger.find(bookingId)?.booking)
        .filter((one) => one !== undefined && one.status !== 'cancelled')
        .map((one) => one?.slot.localDate ?? '');
      const wrong = gapIssue(dates, gapDays);
      if (!wrong) return;
      const issues = [{ pointer: `/sessions/${wrong.session}`, code: wrong.issue }];
      throw new SmpError('validation', 'The sessions would be too near or too far', { issues });
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
    return { sessions: there, gapDays: course?.gapDays };
  }

  #checked(token: string, version: number, ids: readonly string[], pointer: string, now: number): Opened {
    const opened = this.#open(token);
    if (versionOf(opened.sessions) !== version) {
      throw new SmpError('version-conflict', 'The booking was changed in the meantime');
    }
    for (const [index, id] of ids.entries()) {
      const session = opened.sessions.find(({ bookingId }) => bookingId === id);
      const isTwice = ids.indexOf(id) !== index;
      if (session && !isTwice && this.#changeableUntil(session) > now && session.status !== 'cancelled') continue;
      const code = isTwice ? 'repeated' : session ? 'gone' : 'unknown';
      const issues = [{ pointer: `${pointer}/${index}`, code }];
      throw new SmpError(isTwice ? 'validation' : 'not-found', 'This session can’t be changed', { issues });
    }
    return opened;
  }

  #changeableUntil({ slot }: Booking): number {
    return Date.parse(slot.start) - (this.#ledger.clinic.policies?.changeNoticeHours ?? 0) * HOUR;
  }

  #shown(session: Booking, now: number): ManagedSession {
    const until = this.#changeableUntil(session);
    if (session.status === 'cancelled' || until <= now) return session;
    return { ...session, changeableUntil: formatInstant(until, offsetAt(this.#ledger.clinic.timeZone, until)) };
  }
}

/** Rises by one with each change of each session. */
function versionOf(sessions: readonly Booking[]): number {
  return sessions.reduce((sum, { version }) => sum + version - 1, 1);
}
