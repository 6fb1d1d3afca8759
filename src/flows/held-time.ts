import type { SmpError } from '../domain/errors.js';
import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import { proofOf } from './booking-request.js';
import { HoldCountdown } from './hold-countdown.js';
import type { Visit, VisitKind } from './visit-record.js';

/** Seconds left at which the visitor is told aloud. */
const SPOKEN_SECONDS = [120, 30];

/** What came of asking for a hold, and when it was asked for: a slow answer must never promise too much. */
interface Answer {
  readonly outcome: WriteOutcome<Hold>;
  readonly asked: number;
}

/** Is the hold gone, or somebody else's? */
export const isUnheld = ({ code }: SmpError): boolean => code === 'hold-expired' || code === 'unauthorized';

/**
 * Asks for a time to be kept.
 * @param kind the operation's, which tells the sessions of a course apart
 * @param earlier the hold that is let go for it
 */
export async function holdTime(
  record: Visit,
  { scheduler }: VisitKind['backend'],
  kind: string,
  { service, slot, hold: earlier }: { readonly service: string; readonly slot: Slot; readonly hold?: Hold | undefined },
): Promise<Answer> {
  const request = { service, slotId: slot.id, ...(earlier && { replaces: proofOf(earlier) }) };
  const asked = record.options.clock.now();
  const outcome = await record.send('holding', kind, request, (operation) => scheduler.holdSlot(request, operation));
  return { outcome, asked };
}

/** Asks for more time with what is held. */
export async function prolongHold(
  record: Visit,
  { scheduler }: VisitKind['backend'],
  kind: string,
  hold: Hold,
): Promise<Answer> {
  const proof = proofOf(hold);
  const asked = record.options.clock.now();
  const outcome = await record.send('holding', kind, { ...proof, until: hold.expiresAt }, (operation) =>
    scheduler.extendHold(proof, operation),
  );
  return { outcome, asked };
}

/** Lets go what is held there, if anything is. */
export function letGo({ backend }: Pick<Visit, 'backend'>, hold: Hold | undefined): void {
  if (hold) void backend?.scheduler.releaseHold(proofOf(hold));
}

/** Counts down in the record: every second, and aloud when little is left. */
export const countdownIn = (record: Visit): HoldCountdown =>
  new HoldCountdown(record.options.clock, (secondsLeft) => {
    const before = record.state.secondsLeft;
    if (secondsLeft === before) return;
    record.set({ secondsLeft });
    if (secondsLeft === 0) record.tell({ kind: 'hold-expired' });
    // Timers may come late and step over the very second.
    else if (SPOKEN_SECONDS.some((mark) => before > mark && secondsLeft <= mark)) {
      record.tell({ kind: 'hold-ending', secondsLeft });
    }
  });
