/** A visitor wants to book a touch-up. Cancelled, the link of `booking-href` is not followed. */
export class SmpTouchUpBookingRequestedEvent extends Event {
  static readonly type = 'smp-touch-up-booking-requested';

  constructor() {
    super(SmpTouchUpBookingRequestedEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-touch-up-booking-requested': SmpTouchUpBookingRequestedEvent;
  }
}
