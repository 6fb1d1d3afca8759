import { planCourse, type CoursePlan } from '../domain/course/course-plan.js';
import type { SessionGap } from '../domain/course/session-gap.js';
import type { ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import { addDays, daysBetween } from '../domain/time/plain-date.js';
import { windowSlots } from './course-slots.js';
import type { PlannedMove } from './management-state.js';
import type { SlotSource } from './slot-calendar.js';

const fits = (before: Slot, slot: Slot, gap: SessionGap): boolean => {
  const days = daysBetween(before.localDate, slot.localDate);
  return days >= gap.min && days <= gap.max;
};

/**
 * What it means for the sessions of a course that one of them moves: those that follow stay where they are as long as
 * the distance allows; where it does not, as few as can be are given other times, the next ones first. Those are as near
 * to the usual distance as can be, with the same person at the same place where that is possible. All ways are looked
 * at, so times are found whenever there are any.
 *
 * Where there are none, the session that has no time stands at the end of the answer without one.
 * @throws SmpError when times can't be listed
 */
export async function shiftSessions(
  source: SlotSource,
  sessions: readonly ManagedSession[],
  moved: PlannedMove & { readonly slot: Slot },
  gap: SessionGap | undefined,
): Promise<readonly PlannedMove[]> {
  if (!gap) return [moved];
  const standing = sessions.filter(({ status }) => status !== 'cancelled');
  const followers = standing.slice(1 + standing.findIndex(({ bookingId }) => bookingId === moved.session.bookingId));
  const [next] = followers;
  if (!next || fits(moved.slot, next.slot, gap)) return [moved];

  const { localDate, practitioner, location } = moved.slot;
  const windows = followers.map(({ service }, index) => ({
    service,
    from: addDays(localDate, (index + 1) * gap.min),
    to: addDays(localDate, (index + 1) * gap.max),
  }));
  const place = location === undefined ? {} : { location };
  let plan: CoursePlan | undefined;
  // First with the same person at the same place, then with anybody anywhere.
  for (const wish of [...(practitioner === undefined ? [] : [{ practitioner, ...place }]), {}]) {
    const offered = await windowSlots(source, windows, wish);
    for (let moving = 1; moving <= followers.length; moving += 1) {
      // The one after those that move stays, and with it all that come later.
      const stays = followers[moving]?.slot;
      plan = planCourse({
        gapDays: gap,
        offered: [[moved.slot], ...offered.slice(0, moving), ...(stays ? [[stays]] : [])],
      });
      if (!plan.ok) continue;
      const { slots } = plan;
      return [moved, ...followers.slice(0, moving).flatMap((session, index) => moveTo(session, slots[index + 1]))];
    }
  }
  // As far as the last attempt came, in which every one could move.
  const stuck = plan?.ok === false ? followers[plan.problem.session - 1] : undefined;
  return [moved, ...(stuck ? [{ session: stuck }] : [])];
}

/** Nothing, where a session is best where it is. */
const moveTo = (session: ManagedSession, slot: Slot | undefined): PlannedMove[] =>
  slot && slot.start !== session.slot.start ? [{ session, slot }] : [];
