import type { SmpError } from '../domain/errors.js';

/** The backend decided against a hold or a booking. The visitor is offered a way on. */
export class SmpBookingRefusedEvent extends Event {
  static readonly type = 'smp-booking-refused';
  /** Why, by its `code`. */
  readonly error: SmpError;

  constructor(error: SmpError) {
    super(SmpBookingRefusedEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-booking-refused': SmpBookingRefusedEvent;
  }
}
