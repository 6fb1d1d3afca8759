import * as z from 'zod/mini';
import { Attribution } from '../attribution.js';
import { Contact } from '../contact.js';
import { SentDesign } from '../design/sent-design.js';
import { Id, ShortText } from '../text.js';
import { Answers } from './answer.js';
import { ConsentRecord } from './consent.js';
import { ConsultationProof } from './consultation-proof.js';
import { ScreeningOutcome } from './screening.js';

/** Which questionnaire was answered. */
export const QuestionnaireName = z.object({ id: Id, version: ShortText });
export type QuestionnaireName = z.infer<typeof QuestionnaireName>;

/** A booking that the same visitor has made, and the proof of it. */
export const BookingProof = z.object({
  bookingId: Id,
  manageToken: z.string().check(z.minLength(1), z.maxLength(1024)),
});
export type BookingProof = z.infer<typeof BookingProof>;

/** All that is sent with a questionnaire that was filled in. Photos follow one by one. */
export const ConsultationDraft = z.object({
  questionnaire: QuestionnaireName,
  /** Answers to the questions that were asked, and to no others. */
  answers: Answers,
  /** What the visitor was told; a backend works it out again. */
  outcome: ScreeningOutcome,
  contact: Contact,
  /** Each consent that was asked for, given or not. */
  consents: z.array(ConsentRecord).check(z.maxLength(12)),
  /** The booking that it belongs to, when that was made before. */
  booking: z.optional(BookingProof),
  /** The hairline that the visitor would like, to talk about; nothing is promised by it. */
  design: z.optional(SentDesign),
  attribution: z.optional(Attribution),
  /** BCP 47 tag of the language the visitor read. */
  locale: z.optional(z.string().check(z.maxLength(35))),
});
export type ConsultationDraft = z.infer<typeof ConsultationDraft>;

/** A consultation as the backend has stored it. Its proof adds photos, links a booking, and withdraws it all. */
export const Consultation = z.object({
  ...ConsultationProof.shape,
  /** Short, readable aloud, unique within the clinic: `SMP-7K3Q9F`. */
  reference: ShortText,
});
export type Consultation = z.infer<typeof Consultation>;
