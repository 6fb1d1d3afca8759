import * as z from 'zod/mini';
import { ConsentRecord } from './consultation/consent.js';
import { Contact } from './contact.js';
import { MAX_NOTE } from './note.js';
import { Id } from './text.js';
import { PlainDate } from './time/instant.js';

/** Asks to be told when a time becomes free. */
export const WaitlistRequest = z.object({
  service: Id,
  practitioner: z.optional(Id),
  location: z.optional(Id),
  /**
   * Earliest and latest clinic date wanted. `validation` with `range` at `/to`: it is over, or before `from`; at
   * `/from`: it is further ahead than anybody waits.
   */
  from: z.optional(PlainDate),
  to: z.optional(PlainDate),
  contact: Contact,
  consents: z.array(ConsentRecord).check(z.maxLength(12)),
  /** A time that becomes free is asked for, not booked: the clinic decides. */
  request: z.optional(z.boolean()),
  note: z.optional(z.string().check(z.maxLength(MAX_NOTE))),
  /** BCP 47 tag of the language the visitor read. */
  locale: z.optional(z.string().check(z.maxLength(35))),
});
export type WaitlistRequest = z.infer<typeof WaitlistRequest>;
