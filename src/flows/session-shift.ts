import type { SessionGap } from '../domain/course/session-gap.js';
import type { ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import { addDays, daysBetween } from '../domain/time/plain-date.js';
import type { PlannedMove } from './management-state.js';
import type { SlotSource } from './slot-calendar.js';

const fits = (before: Slot, slot: Slot, gap: SessionGap): boolean => {
  const days = daysBetween(before.localDate, slot.localDate);
  return days >= gap.min && days <= gap.max;
};

/**
 * What it means for the sessions of a course that one of them moves: those that follow stay where they are as long as
 * the distance allows, and are given the time nearest to the usual distance where it does not; with the same person
 * and at the same time of day where that can be had.
 *
 * A session for which there is no time is in the answer without one, and ends it.
 * @throws SmpError when times can't be listed
 */
export async function shiftSessions(
  source: SlotSource,
  sessions: readonly ManagedSession[],
  moved: PlannedMove & { readonly slot: Slot },
  gap: SessionGap | undefined,
): Promise<readonly PlannedMove[]> {
  const moves: PlannedMove[] = [moved];
  if (!gap) return moves;
  const standing = sessions.filter(({ status }) => status !== 'cancelled');
  const index = standing.findIndex(({ bookingId }) => bookingId === moved.session.bookingId);
  let before = moved.slot;
  for (const session of standing.slice(index + 1)) {
    if (fits(before, session.slot, gap)) break;
    const slot = await nearestSlot(source, session, before, gap);
    moves.push({ session, ...(slot && { slot }) });
    if (!slot) break;
    before = slot;
  }
  return moves;
}

async function nearestSlot(
  source: SlotSource,
  { service, slot: { practitioner, localTime, location } }: ManagedSession,
  before: Slot,
  gap: SessionGap,
): Promise<Slot | undefined> {
  const from = addDays(before.localDate, gap.min);
  const to = addDays(before.localDate, gap.max);
  const wanted = addDays(before.localDate, gap.default);
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // A day off the usual distance weighs as much as six hours on the clock; another place more than either.
  const distance = (slot: Slot): number =>
    Math.abs(daysBetween(wanted, slot.localDate)) * 360 +
    Math.abs(minutes(slot.localTime) - minutes(localTime)) +
    (slot.location === location ? 0 : 5000);
  const nearest = (slots: readonly Slot[]): Slot | undefined =>
    slots
      .filter(({ localDate }) => localDate >= from && localDate <= to)
      .reduce<Slot | undefined>((best, slot) => (best && distance(best) <= distance(slot) ? best : slot), undefined);
  const list = async (person?: string) =>
    nearest((await source.listSlots({ service, from, to, ...(person && { practitioner: person }) })).slots);
  return (practitioner && (await list(practitioner))) || list();
}
