import type { BookingStep } from '../flows/booking-state.js';

/** Another page of the booking is shown. */
export class SmpStepChangedEvent extends Event {
  static readonly type = 'smp-step-changed';
  /** The page that is shown. */
  readonly step: BookingStep;

  constructor(step: BookingStep) {
    super(SmpStepChangedEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-step-changed': SmpStepChangedEvent;
  }
}
