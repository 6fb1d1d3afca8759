import type { Booking } from '../domain/booking.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import { checkCourse, slotTakenAt } from '../domain/course/course-check.js';
import type { SessionGap } from '../domain/course/session-gap.js';
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
    const offer = checkCourse({ course, sessions }, ledger.clinic);
    return ledger.whole(() => {
      const booked = sessions.map((session, index): Booking => {
        try {
          return ledger.book({ ...draft, ...session }, now);
        } catch (error) {
          throw slotTakenAt(`/sessions/${index}`, error);
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
