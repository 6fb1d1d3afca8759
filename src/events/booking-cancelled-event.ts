import type { ManagedSession } from '../domain/managed-booking.js';

/** Sessions have been cancelled. */
export class SmpBookingCancelledEvent extends Event {
  static readonly type = 'smp-booking-cancelled';
  /** All sessions as they are stored, without their tokens. */
  readonly sessions: readonly Omit<ManagedSession, 'manageToken'>[];

  constructor(sessions: readonly ManagedSession[]) {
    super(SmpBookingCancelledEvent.type, { bubbles: true, composed: true });
    this.sessions = sessions.map(({ manageToken: _, ...session }) => session);
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-booking-cancelled': SmpBookingCancelledEvent;
  }
}
