import * as z from 'zod/mini';
import { Attribution } from './attribution.js';
import { ConsentRecord } from './consultation/consent.js';
import { ConsultationProof } from './consultation/consultation-proof.js';
import { Contact } from './contact.js';
import { SentDesign } from './design/sent-design.js';

/**
 * What went along with the times of a booking or a course, as it was sent: a page that is loaded again may be in another
 * language or at another address. Without the free note, since people write about their health in it.
 */
export const SentVisit = z.object({
  contact: Contact,
  /** Of those that were given with this very booking, the moment is the operation's. */
  consents: z.array(z.object({ ...ConsentRecord.shape, at: z.exactOptional(ConsentRecord.shape.at) })),
  consultation: z.optional(ConsultationProof),
  design: z.optional(SentDesign),
  request: z.optional(z.boolean()),
  attribution: z.optional(Attribution),
  locale: z.optional(z.string()),
});
export type SentVisit = z.infer<typeof SentVisit>;
