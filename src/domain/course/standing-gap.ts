import { daysBetween } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';
import type { SessionGap } from './session-gap.js';

/**
 * How far apart two sessions in a row may be, given how far apart they stand: a distance that is out of bounds already,
 * since a session between them was cancelled, say, may stay or get better, but no worse.
 * @param from the date of the earlier one as it stands
 * @param to the date of the later one as it stands
 */
export function standingGap(gap: SessionGap, from: PlainDate, to: PlainDate): SessionGap {
  const days = daysBetween(from, to);
  return { ...gap, min: Math.min(gap.min, days), max: Math.max(gap.max, days) };
}
