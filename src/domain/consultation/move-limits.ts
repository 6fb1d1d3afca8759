import { SmpError } from '../errors.js';
import type { ServiceKind } from '../service.js';
import type { Slot } from '../slot.js';
import type { ScreeningOutcome } from './screening.js';
import { isLate, serviceLimits, type SlotStart } from './service-limits.js';

const HOUR = 3_600_000;

/** What else bears on a move. */
export interface MoveTerms {
  /** By the server's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Hours that a patch test comes before, whatever was answered: those of a course, before its first session. */
  readonly patchTestHours?: number | undefined;
  /** The answers have been forgotten: what they left of times is not known any more. Default false. */
  readonly onlyLater?: boolean | undefined;
}

/**
 * What a consultation leaves of the times to which a session can be moved. Where the clinic has let it begin earlier than
 * that, no time that is later than its own is refused.
 * @returns `undefined`: any time
 */
export function moveLimits(
  kind: ServiceKind | undefined,
  screening: ScreeningOutcome | undefined,
  { localDate, start }: Slot,
  { now, patchTestHours = 0, onlyLater = false }: MoveTerms,
): SlotStart | undefined {
  if (kind !== 'treatment' && kind !== 'touch-up') return undefined;
  const { from, leadHours = 0 } = screening ? serviceLimits(kind, { screening }) : {};
  const earliest = onlyLater || (from !== undefined && from > localDate) ? localDate : from;
  const lead = Math.min(Math.max(leadHours, patchTestHours), Math.floor((Date.parse(start) - now) / HOUR));
  if (earliest === undefined && lead < 1) return undefined;
  return { ...(earliest !== undefined && { from: earliest }), ...(lead >= 1 && { leadHours: lead }) };
}

/**
 * Checks that a session is not moved to before what {@link moveLimits} leaves.
 * @param index of the move in the request
 * @throws `validation` with an issue at the move: `too-soon`
 */
export function checkLate(limits: SlotStart | undefined, slot: Slot, now: number, index: number): void {
  if (!limits || isLate(limits, slot, new Date(now).toISOString())) return;
  const issues = [{ pointer: `/moves/${index}/slotId`, code: 'too-soon' }];
  throw new SmpError('validation', 'The time is too soon after what was said in the consultation', { issues });
}
