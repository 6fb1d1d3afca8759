import * as z from 'zod/mini';
import { Attribution } from './attribution.js';
import { ConsentRecord } from './consultation/consent.js';
import { ConsultationProof } from './consultation/consultation-proof.js';
import { Contact } from './contact.js';
import { SentDesign } from './design/sent-design.js';
import { HoldProof } from './hold.js';
import { MAX_NOTE } from './note.js';
import { Slot } from './slot.js';
import { Id, LongText, ShortText } from './text.js';
import { WholeNumber } from './whole-number.js';

/** All that is sent to book one slot. */
export const BookingDraft = z.object({
  service: Id,
  slotId: Id,
  /** The hold on that slot, when the backend has holds. */
  hold: z.optional(HoldProof),
  contact: Contact,
  consents: z.array(ConsentRecord).check(z.maxLength(12)),
  /** What the visitor wants the clinic to know, up to 1,000 characters. */
  note: z.optional(z.string().check(z.maxLength(MAX_NOTE))),
  /** The consultation that it goes with, when one was sent before. */
  consultation: z.optional(ConsultationProof),
  /** The hairline that the visitor would like, to talk about; nothing is promised by it. */
  design: z.optional(SentDesign),
  /** The visitor was told that the clinic decides on this booking: it is stored as `requested`. Default false. */
  request: z.optional(z.boolean()),
  attribution: z.optional(Attribution),
  /** BCP 47 tag of the language the visitor read. */
  locale: z.optional(z.string().check(z.maxLength(35))),
});
export type BookingDraft = z.infer<typeof BookingDraft>;

/** `requested` waits for the clinic's approval; its time is kept. */
export const BookingStatus = z.enum(['confirmed', 'requested', 'cancelled']);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** A booking as the backend has stored it. */
export const Booking = z.object({
  bookingId: Id,
  /** Short, readable aloud, unique within the clinic: `SMP-7K3Q9F`. */
  reference: ShortText,
  status: BookingStatus,
  service: Id,
  slot: Slot,
  /** Rises by one with each change. */
  version: WholeNumber.check(z.minimum(1)),
  /** Lets the visitor change the booking later; belongs in an address's fragment only. */
  manageToken: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
  /** https address of a calendar file, for in-app browsers that block downloads made by the page. */
  icsUrl: z.optional(LongText),
});
export type Booking = z.infer<typeof Booking>;
