import type { Booking } from '../booking.js';
import type { DueDeposit } from '../managed-booking.js';
import type { CourseDeposit } from './course-offer.js';

/** A course as far as its deposit depends on it. */
interface DepositCourse {
  readonly reference: string;
  readonly sessions: readonly Pick<Booking, 'status' | 'slot'>[];
}

/**
 * What is to be paid in advance of a course at this moment, if it has not been paid. Nothing before the clinic has agreed
 * to all sessions that stand, unless it takes the deposit earlier; and nothing once the first of them has begun.
 * @param now milliseconds since 1970. Left out: none has begun
 */
export function dueDeposit(
  deposit: CourseDeposit | undefined,
  { reference, sessions }: DepositCourse,
  now = -Infinity,
): DueDeposit | undefined {
  const standing = sessions.filter(({ status }) => status !== 'cancelled');
  if (!deposit || standing.length === 0) return undefined;
  const { text, url, payOnRequest = false } = deposit;
  if (!payOnRequest && standing.some(({ status }) => status === 'requested')) return undefined;
  if (standing.some(({ slot }) => Date.parse(slot.start) <= now)) return undefined;
  return { reference, text, ...(url !== undefined && { url }) };
}
