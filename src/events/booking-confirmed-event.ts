import type { Booking } from '../domain/booking.js';

/** The backend has stored the booking. */
export class SmpBookingConfirmedEvent extends Event {
  static readonly type = 'smp-booking-confirmed';
  /** The booking as stored; its status tells whether the clinic still has to approve it. */
  readonly booking: Booking;

  constructor(booking: Booking) {
    super(SmpBookingConfirmedEvent.type, { bubbles: true, composed: true });
    this.booking = booking;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-booking-confirmed': SmpBookingConfirmedEvent;
  }
}
