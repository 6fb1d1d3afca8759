import type { ManagedSession } from '../domain/managed-booking.js';

/** Sessions have been moved. */
export class SmpBookingMovedEvent extends Event {
  static readonly type = 'smp-booking-moved';
  /** All sessions as they are stored, without their tokens. */
  readonly sessions: readonly Omit<ManagedSession, 'manageToken'>[];

  constructor(sessions: readonly ManagedSession[]) {
    super(SmpBookingMovedEvent.type, { bubbles: true, composed: true });
    this.sessions = sessions.map(({ manageToken: _, ...session }) => session);
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-booking-moved': SmpBookingMovedEvent;
  }
}
