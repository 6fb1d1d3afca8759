import type { BookingStep } from '../flows/booking-state.js';
import type { ConsultationStep } from '../flows/consultation-state.js';

/** Another page is shown: of a booking, or one of the stages of a consultation. */
export class SmpStepChangedEvent extends Event {
  static readonly type = 'smp-step-changed';
  /** The page that is shown. */
  readonly step: BookingStep | ConsultationStep;

  constructor(step: BookingStep | ConsultationStep) {
    super(SmpStepChangedEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-step-changed': SmpStepChangedEvent;
  }
}
