import type { Booking } from '../domain/booking.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import { offersOf } from '../domain/course/course-offers.js';
import { gapIssue, type SessionGap } from '../domain/course/session-gap.js';
import { isSmpError, SmpError } from '../domain/errors.js';
import { parseSlotId } from '../domain/slot-id.js';
import { wallTime } from '../domain/time/zone.js';
import type { MemoryLedger } from './memory-ledger.js';

/** Sessions that were booked together. */
export interface MemoryCourse {
  readonly courseId: string;
  readonly reference: string;
  readonly course: string;
  readonly bookingIds: readonly string[];
  readonly gapDays: SessionGap;
  readonly manageToken: string;
}

/** The courses that were booked in a {@link MemoryLedger}. */
export class MemoryCourses {
  readonly list: MemoryCourse[] = [];
  readonly #ledger: MemoryLedger;

  constructor(ledger: MemoryLedger) {
    this.#ledger = ledger;
  }

  /**
   * Books all sessions or none.
   * @throws `not-found` (offer), `validation` (sessions that are not the offer's, or too near or far), `slot-taken` with
   * an issue at the session and alternatives
   */
  book({ course, sessions, ...draft }: CourseDraft, now: number): Course {
    const ledger = this.#ledger;
    const offer = offersOf(ledger.clinic).find(({ id }) => id === course);
    if (!offer) throw new SmpError('not-found', 'No such course');
    const unlike = offer.sessions.findIndex(({ service }, index) => sessions[index]?.service !== service);
    if (unlike >= 0 || sessions.length !== offer.sessions.length) {
      throw at(Math.max(unlike, 0), 'mismatch');
    }
    const dates = sessions.map(({ slotId }) => wallTime(ledger.clinic.timeZone, parseSlotId(slotId)?.start ?? 0).date);
    const wrong = gapIssue(dates, offer.gapDays);
    if (wrong) throw at(wrong.session, wrong.issue);
    return ledger.whole(() => {
      const booked = sessions.map((session, index): Booking => {
        try {
          return ledger.book({ ...draft, ...session }, now);
        } catch (error) {
          if (!isSmpError(error, 'slot-taken')) throw error;
          const { message, alternatives = [] } = error;
          const issues = [{ pointer: `/sessions/${index}`, code: 'slot-taken' }];
          throw new SmpError('slot-taken', message, { alternatives, issues });
        }
      });
      const made: MemoryCourse = {
        courseId: ledger.token(22),
        reference: ledger.reference(),
        course,
        bookingIds: booked.map(({ bookingId }) => bookingId),
        gapDays: offer.gapDays,
        manageToken: ledger.token(32),
      };
      this.list.push(made);
      const { bookingIds: _, ...answer } = made;
      return { ...answer, sessions: booked, version: 1 };
    });
  }

  /** The course that a booking is a session of. */
  of(bookingId: string): MemoryCourse | undefined {
    return this.list.find(({ bookingIds }) => bookingIds.includes(bookingId));
  }
}

function at(session: number, code: string): SmpError {
  const issues = [{ pointer: `/sessions/${session}`, code }];
  return new SmpError('validation', 'This session can’t be part of the course', { issues });
}
