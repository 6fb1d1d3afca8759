import * as z from 'zod/mini';
import { daysBetween } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';
import { WholeNumber } from '../whole-number.js';

const Days = WholeNumber.check(z.minimum(1), z.maximum(365));

/**
 * How far apart the sessions of a course are, in days between their clinic dates. Fewer than `min`: the skin is still
 * healing. More than `max`: the clinic wants to be asked.
 */
export const SessionGap = z
  .object({ min: Days, default: Days, max: Days })
  .check(z.refine((gap) => gap.min <= gap.default && gap.default <= gap.max, { path: ['default'] }));
export type SessionGap = z.infer<typeof SessionGap>;

/** Why a session can't be on its date. */
export type GapIssue = 'too-soon' | 'too-late';

/** The first session, counted from 0, whose date keeps too little or too much distance from the one before it. */
export function gapIssue(
  dates: readonly PlainDate[],
  gap: SessionGap,
): { readonly session: number; readonly issue: GapIssue } | undefined {
  for (const [session, date] of dates.entries()) {
    const before = dates[session - 1];
    const days = before === undefined ? gap.default : daysBetween(before, date);
    if (days < gap.min) return { session, issue: 'too-soon' };
    if (days > gap.max) return { session, issue: 'too-late' };
  }
  return undefined;
}
