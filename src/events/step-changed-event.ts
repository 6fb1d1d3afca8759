import type { JourneyStep } from '../domain/journey/journey-step.js';
import type { BookingStep } from '../flows/booking-state.js';
import type { ConsultationStep } from '../flows/consultation-state.js';
import type { CourseStep } from '../flows/course-state.js';

/**
 * Another page is shown: of a booking or a course, one of the stages of a consultation, or a step of a journey. What happens inside a
 * journey is told as well; a journey's own steps are `consultation`, `design`, `booking` and `care`, and no page of another
 * element has one of these names.
 */
export class SmpStepChangedEvent extends Event {
  static readonly type = 'smp-step-changed';
  /** The page that is shown. */
  readonly step: BookingStep | ConsultationStep | CourseStep | JourneyStep;

  constructor(step: BookingStep | ConsultationStep | CourseStep | JourneyStep) {
    super(SmpStepChangedEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-step-changed': SmpStepChangedEvent;
  }
}
