import type { Answers } from './consultation/answer.js';
import type { ConsultationProof } from './consultation/consultation-proof.js';
import type { GivenConsent } from './consultation/consent.js';
import type { BookingProof } from './consultation/consultation.js';
import type { ScreeningOutcome } from './consultation/screening.js';
import type { Contact } from './contact.js';
import type { Slot } from './slot.js';
import type { HairlineDesign } from './design/hairline-design.js';

/** What this visitor has said so far, carried from widget to widget so that nothing is asked twice. Kept in memory. */
export interface Enquiry {
  readonly service?: string;
  readonly practitioner?: string;
  readonly location?: string;
  readonly contact?: Partial<Contact> | undefined;
  /** For the note of a booking: what was said in a consultation that the backend does not take. */
  readonly note?: string | undefined;
  /** The consent to privacy that was given with the consultation. */
  readonly privacy?: GivenConsent | undefined;
  /** Of the booking, or of the first session of a course. */
  readonly bookingId?: string;
  /** The visitor waits for a time to become free; the note has gone along. */
  readonly waitlisted?: boolean;
  /** The times that are booked, in order. */
  readonly sessions?: readonly Slot[];
  /** The booking's proof, where the backend gave one. */
  readonly booking?: BookingProof;
  /** Answers to the questionnaire; health answers among them. */
  readonly answers?: Answers | undefined;
  /** What the answers mean for a booking. */
  readonly screening?: ScreeningOutcome | undefined;
  /** The consultation, once it is sent. */
  readonly consultation?: ConsultationProof | undefined;
  /** The hairline that the visitor would like. */
  readonly design?: HairlineDesign | undefined;
}
