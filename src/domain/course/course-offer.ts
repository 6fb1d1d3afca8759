import * as z from 'zod/mini';
import { Price } from '../service.js';
import { Id, LongText, ShortText } from '../text.js';
import { safeUrl } from '../web-address.js';
import { SessionGap } from './session-gap.js';
import { WholeNumber } from '../whole-number.js';

/** Fewest sessions that make a course. */
export const MIN_COURSE_SESSIONS = 2;
/** Most sessions of a course. */
export const MAX_COURSE_SESSIONS = 7;

/** How much is to be treated: three stages of hair loss, the whole head, or scars and patches. */
export const CourseBand = z.enum(['early', 'moderate', 'advanced', 'full', 'scar']);
export type CourseBand = z.infer<typeof CourseBand>;

/**
 * What a session is for. `foundation`: hairline and first, lighter dots. `density`: fuller and matched in tone.
 * `detail`: fine work and blending. `refine`: what is left after a look at the healed skin.
 */
export const SessionRole = z.enum(['foundation', 'density', 'detail', 'refine']);
export type SessionRole = z.infer<typeof SessionRole>;

/** One session of an offer. How long it takes is its service's to say. */
export const OfferedSession = z.object({ service: Id, role: z.optional(SessionRole) });
export type OfferedSession = z.infer<typeof OfferedSession>;

const HttpsAddress = z.string().check(
  z.maxLength(2000),
  z.refine((text) => safeUrl(text)?.startsWith('https:') === true),
);

/** What a clinic asks for in advance, in its own words; shown before anything is booked. */
export const CourseDeposit = z.object({
  text: LongText,
  /** Where it is paid, `https:` only. The widgets take no money. */
  url: z.optional(HttpsAddress),
  /** Can be paid while the clinic has not agreed to the sessions yet, too. Default: not before. */
  payOnRequest: z.optional(z.boolean()),
});
export type CourseDeposit = z.infer<typeof CourseDeposit>;

/** Several sessions that a clinic sells as one treatment. */
export const CourseOffer = z.object({
  id: Id,
  name: ShortText,
  description: z.optional(LongText),
  /** Whom it suits. Absent: the offer is never chosen beforehand. */
  bands: z.optional(z.array(CourseBand).check(z.maxLength(5))),
  /** In order. */
  sessions: z.array(OfferedSession).check(z.minLength(MIN_COURSE_SESSIONS), z.maxLength(MAX_COURSE_SESSIONS)),
  gapDays: SessionGap,
  /** For the whole course. */
  price: z.optional(Price),
  deposit: z.optional(CourseDeposit),
  /** A patch test comes at least this many hours before the first session. Default: none. */
  patchTestHours: z.optional(WholeNumber.check(z.minimum(24), z.maximum(168))),
});
export type CourseOffer = z.infer<typeof CourseOffer>;
