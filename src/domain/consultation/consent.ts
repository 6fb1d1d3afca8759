import * as z from 'zod/mini';
import { LongText, ShortText } from '../text.js';
import { Instant } from '../time/instant.js';

/** What a consent is given for. Each purpose is asked apart from the others and starts unticked. */
export const ConsentPurpose = z.enum([
  'privacy',
  'health-data',
  'photos-assessment',
  'photos-publication',
  /** Texts about the appointments themselves. News and offers are another matter. */
  'appointment-sms',
  'marketing-email',
  'marketing-sms',
]);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** A consent that a clinic asks for, in its own words. */
export const ConsentRequest = z.object({
  purpose: ConsentPurpose,
  /** The sentence beside the box, plain text. */
  wording: LongText,
  /** Names this wording, so that a record can be traced to the words that were read. */
  version: ShortText,
  /** A booking can't be sent without it. Default false; only `privacy` should be required. */
  required: z.optional(z.boolean()),
});
export type ConsentRequest = z.infer<typeof ConsentRequest>;

/** A consent that was given before, of which the words need not be read again. */
export const GivenConsent = z.object({
  /** Names the wording that was read then. */
  version: ShortText,
  /** When it was given, by the visitor's clock. */
  at: Instant,
});
export type GivenConsent = z.infer<typeof GivenConsent>;

/** What a visitor answered to one {@link ConsentRequest}, and when. */
export const ConsentRecord = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  version: ShortText,
  /** When the answer was given, by the visitor's clock; a backend stores its own time beside it. */
  at: Instant,
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;
