import * as z from 'zod/mini';
import { Booking } from './booking.js';
import { SessionGap } from './course/session-gap.js';
import { LongText, ShortText } from './text.js';
import { Instant, PlainDate } from './time/instant.js';
import { WholeNumber } from './whole-number.js';

/** Most sessions of one course. */
export const MAX_MANAGED_SESSIONS = 12;

/** Proof that somebody may see and change a booking. It comes in a link's fragment, which no server ever sees. */
export const ManageToken = z.string().check(z.regex(/^[\x21-\x7e]{1,1024}$/));
export type ManageToken = z.infer<typeof ManageToken>;

/** A booking as its client may see it. */
export const ManagedSession = z.object({
  ...Booking.shape,
  /** Until when it can be moved or cancelled online. Absent: not, or not any more. */
  changeableUntil: z.optional(Instant),
  /**
   * What a consultation leaves of the times to which it can be moved: not before the clinic date `from`, nor within
   * `leadHours` from when it is asked. Absent: any time.
   */
  limits: z.optional(
    z.object({
      from: z.optional(PlainDate),
      leadHours: z.optional(WholeNumber.check(z.minimum(1), z.maximum(168))),
    }),
  ),
});
export type ManagedSession = z.infer<typeof ManagedSession>;

/** What a clinic asks for in advance of a course and has, as far as its backend knows, not had yet. */
export const DueDeposit = z.object({
  /** The course's, which it is paid under. */
  reference: ShortText,
  /** In the clinic's own words. */
  text: LongText,
  /** Address of the clinic's payment page: `https:`, or there is no link to it. */
  url: z.optional(LongText),
});
export type DueDeposit = z.infer<typeof DueDeposit>;

/** What a manage token opens: one booking, or all sessions of a course in order of time, the cancelled ones too. */
export const ManagedBooking = z.object({
  sessions: z.array(ManagedSession).check(z.minLength(1), z.maxLength(MAX_MANAGED_SESSIONS)),
  /** Rises with each change of any session. A change names the version that it was made for. */
  version: WholeNumber.check(z.minimum(1)),
  /** How far apart the sessions of a course have to be. Absent: they are not a course. */
  gapDays: z.optional(SessionGap),
  /** Absent: nothing is to be paid now, or the backend does not know. */
  deposit: z.optional(DueDeposit),
});
export type ManagedBooking = z.infer<typeof ManagedBooking>;
