import type { LanguageController } from '../../controllers/language-controller.js';
import type { JourneyBooking } from '../../domain/journey/journey-plan.js';
import type { Slot } from '../../domain/slot.js';
import type { SmpBookingConfirmedEvent } from '../../events/booking-confirmed-event.js';
import type { SmpConsultationSubmittedEvent } from '../../events/consultation-submitted-event.js';
import type { SmpCourseConfirmedEvent } from '../../events/course-confirmed-event.js';
import type { JourneyFlow, JourneyState } from '../../flows/journey-flow.js';
import type { Formats } from '../../locales/formats.js';
import type { JourneyMessages } from '../../locales/journey/messages.js';
import type { Messages } from '../../locales/messages.js';
import type { SmpJourney } from './journey.js';
import type { StepCode } from './step-code.js';

/** What the elements of the steps tell. */
export interface JourneyEvents {
  readonly sent: (event: SmpConsultationSubmittedEvent) => void;
  readonly withdrawn: () => void;
  readonly designed: () => void;
  readonly booked: (event: SmpBookingConfirmedEvent) => void;
  readonly courseBooked: (event: SmpCourseConfirmedEvent) => void;
  readonly waitlisted: () => void;
}

/** What the templates of a journey draw from. */
export interface JourneyView {
  readonly host: SmpJourney;
  readonly flow: JourneyFlow;
  readonly state: JourneyState;
  readonly words: JourneyMessages;
  readonly common: Messages;
  readonly booking: JourneyBooking;
  /** Stands at what is written in these words. */
  readonly language: Pick<LanguageController, 'language' | 'dir'>;
  readonly formats: Formats;
  readonly phone: string | undefined;
  /** The clinic can't be reached, and what was to come does not. */
  readonly failed: boolean;
  /** The list of steps is open on a narrow page. */
  readonly listed: boolean;
  readonly toggleList: () => void;
  /** How far the code of a step has come. */
  readonly codeState: (code: StepCode) => 'loading' | 'ready' | 'failed';
  readonly loadCode: (code: StepCode) => void;
  /** Parts of the last step that have been opened. */
  readonly opened: ReadonlySet<StepCode>;
  readonly open: (code: StepCode) => void;
  /** The times that are booked. */
  readonly sessions: readonly Slot[];
  readonly on: JourneyEvents;
}
