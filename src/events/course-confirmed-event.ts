import type { Booking } from '../domain/booking.js';

/** The backend has stored all sessions of a course. */
export class SmpCourseConfirmedEvent extends Event {
  static readonly type = 'smp-course-confirmed';
  /** The sessions in order, without their tokens; their status tells whether the clinic still has to approve them. */
  readonly sessions: readonly Omit<Booking, 'manageToken'>[];

  constructor(sessions: readonly Booking[]) {
    super(SmpCourseConfirmedEvent.type, { bubbles: true, composed: true });
    this.sessions = sessions.map(({ manageToken: _, ...session }) => session);
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-course-confirmed': SmpCourseConfirmedEvent;
  }
}
