import * as z from 'zod/mini';
import { Booking } from './booking.js';
import { SessionGap } from './course/session-gap.js';
import { Id } from './text.js';
import { Instant } from './time/instant.js';

/** Most sessions of one course. */
const MAX_SESSIONS = 12;

/** Proof that somebody may see and change a booking. It comes in a link's fragment, which no server ever sees. */
export const ManageToken = z.string().check(z.regex(/^[\x21-\x7e]{1,1024}$/));
export type ManageToken = z.infer<typeof ManageToken>;

/** A booking as its client may see it. */
export const ManagedSession = z.extend(Booking, {
  /** Until when it can be moved or cancelled online. Absent: not, or not any more. */
  changeableUntil: z.optional(Instant),
});
export type ManagedSession = z.infer<typeof ManagedSession>;

/** What a manage token opens: one booking, or all sessions of a course in order of time, the cancelled ones too. */
export const ManagedBooking = z.object({
  sessions: z.array(ManagedSession).check(z.minLength(1), z.maxLength(MAX_SESSIONS)),
  /** Rises with each change of any session. A change names the version that it was made for. */
  version: z.int().check(z.minimum(1)),
  /** How far apart the sessions of a course have to be. Absent: they are not a course. */
  gapDays: z.optional(SessionGap),
});
export type ManagedBooking = z.infer<typeof ManagedBooking>;

/** Another time for one session. */
export const SessionMove = z.object({ bookingId: Id, slotId: Id });
export type SessionMove = z.infer<typeof SessionMove>;

const change = { token: ManageToken, version: z.int().check(z.minimum(1)) };

/** Moves one session or several: all of them or none. */
export const RescheduleRequest = z.object({
  ...change,
  moves: z.array(SessionMove).check(z.minLength(1), z.maxLength(MAX_SESSIONS)),
});
export type RescheduleRequest = z.infer<typeof RescheduleRequest>;

/** Cancels one session or several: all of them or none. */
export const CancelRequest = z.object({
  ...change,
  bookingIds: z.array(Id).check(z.minLength(1), z.maxLength(MAX_SESSIONS)),
});
export type CancelRequest = z.infer<typeof CancelRequest>;
