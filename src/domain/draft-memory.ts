import * as z from 'zod/mini';
import { ConsentPurpose, GivenConsent } from './consultation/consent.js';
import { Hold } from './hold.js';
import { SentVisit } from './sent-visit.js';
import { Slot } from './slot.js';
import { Id } from './text.js';

const Typed = z.optional(z.string().check(z.maxLength(300)));

/**
 * What outlives a reload of the page: choices and contact details, for half an hour, in this tab only. The free note is
 * left out, since people write about their health in it.
 */
export const DraftMemory = z.object({
  /** The clinic's id: two clinics on one site must not share what a visitor told one of them. */
  clinic: Id,
  service: Id,
  practitioner: z.optional(Id),
  location: z.optional(Id),
  slot: Slot,
  hold: z.optional(Hold),
  name: Typed,
  email: Typed,
  phone: Typed,
  /** Purposes of the consents that were given. */
  granted: z.optional(z.array(ConsentPurpose)),
  /** The consent to privacy that was given with a consultation. */
  privacy: z.optional(GivenConsent),
  /** The booking had been sent and no answer had come yet. */
  submitted: z.optional(z.boolean()),
  /** What went along with it. */
  sent: z.optional(SentVisit),
});
export type DraftMemory = z.infer<typeof DraftMemory>;
