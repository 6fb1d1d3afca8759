import * as z from 'zod/mini';
import { GivenConsent } from '../consultation/consent.js';
import { ConsultationProof } from '../consultation/consultation-proof.js';
import { SentDesign } from '../design/sent-design.js';
import { Slot } from '../slot.js';
import { Id, ShortText } from '../text.js';
import { JOURNEY_STEPS } from './journey-step.js';

const Steps = z.array(z.enum(JOURNEY_STEPS)).check(z.maxLength(JOURNEY_STEPS.length));
const Typed = z.optional(z.string().check(z.maxLength(300)));

/** What was sent or booked, to be told of once the page that told of it is gone. */
export const JourneyReceipts = z.object({
  /** Absent where the answers went along with the booking. */
  consultation: z.optional(ShortText),
  booking: z.optional(
    z.object({
      /** Of a course, one for the whole or one a session. Absent on the waitlist. */
      reference: z.optional(z.string().check(z.maxLength(2000))),
      status: z.enum(['confirmed', 'requested', 'waitlisted']),
    }),
  ),
});
export type JourneyReceipts = z.infer<typeof JourneyReceipts>;

/**
 * What outlives a reload of the page, in this tab and for a while: how far the visitor has come, and what goes on to the
 * next step. No answer to a question is in it and nothing that follows from one, no photo, and no token of a booking.
 */
export const JourneyMemory = z.object({
  /** The clinic's id: two clinics on one site must not share what a visitor told one of them. */
  clinic: Id,
  step: z.enum(JOURNEY_STEPS),
  done: Steps,
  skipped: Steps,
  receipts: JourneyReceipts,
  contact: z.optional(z.object({ name: Typed, email: Typed, phone: Typed })),
  service: z.optional(Id),
  sessions: z.optional(z.array(Slot).check(z.maxLength(12))),
  /** So that it is not asked for again. */
  privacy: z.optional(GivenConsent),
  /** So that the booking goes with it. */
  consultation: z.optional(ConsultationProof),
  design: z.optional(SentDesign),
});
export type JourneyMemory = z.infer<typeof JourneyMemory>;
