import * as z from 'zod/mini';
import { ManageToken, MAX_MANAGED_SESSIONS } from './managed-booking.js';
import { Id } from './text.js';
import { WholeNumber } from './whole-number.js';

/** Another time for one session. */
export const SessionMove = z.object({ bookingId: Id, slotId: Id });
export type SessionMove = z.infer<typeof SessionMove>;

const change = { token: ManageToken, version: WholeNumber.check(z.minimum(1)) };

/** Moves one session or several: all of them or none. */
export const RescheduleRequest = z.object({
  ...change,
  moves: z.array(SessionMove).check(z.minLength(1), z.maxLength(MAX_MANAGED_SESSIONS)),
});
export type RescheduleRequest = z.infer<typeof RescheduleRequest>;

/** Cancels one session or several: all of them or none. */
export const CancelRequest = z.object({
  ...change,
  bookingIds: z.array(Id).check(z.minLength(1), z.maxLength(MAX_MANAGED_SESSIONS)),
});
export type CancelRequest = z.infer<typeof CancelRequest>;
