import type { BookingDraft } from '../domain/booking.js';

/** A booking is about to be sent. `preventDefault()` keeps it from being sent. */
export class SmpBookingRequestedEvent extends Event {
  static readonly type = 'smp-booking-requested';
  /** All that will be sent, contact details included. */
  readonly draft: BookingDraft;

  constructor(draft: BookingDraft) {
    super(SmpBookingRequestedEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.draft = draft;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-booking-requested': SmpBookingRequestedEvent;
  }
}
