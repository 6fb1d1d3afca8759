import type { SessionGap } from '../domain/course/session-gap.js';
import { standingGap } from '../domain/course/standing-gap.js';
import { isSmpError } from '../domain/errors.js';
import type { ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import { addDays, daysBetween } from '../domain/time/plain-date.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { windowSlots } from './course-slots.js';
import type { PlannedMove } from './management-state.js';
import type { SlotSource } from './slot-calendar.js';

/** Times for some sessions in a row, and how far they are from what their client is used to. */
interface Way {
  readonly cost: number;
  readonly slots: readonly Slot[];
}

/** A day off the usual distance weighs as much as six hours on the clock. */
const DAY = 360;
/** Another place weighs more than two weeks, another person more than anything. */
const PLACE = 5000;
const PERSON = 100_000;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const fits = (from: PlainDate, to: PlainDate, gap: SessionGap): boolean => {
  const days = daysBetween(from, to);
  return days >= gap.min && days <= gap.max;
};

/** How much else would be with a time than with the one that a session has. */
const change = ({ slot: own }: ManagedSession, slot: Slot): number =>
  Math.abs(minutes(slot.localTime) - minutes(own.localTime)) +
  (slot.location === own.location ? 0 : PLACE) +
  (slot.practitioner === own.practitioner ? 0 : PERSON);

/**
 * What it means for the sessions of a course that one of them moves: those that follow stay where they are as long as
 * the distance allows; where it does not, as few as can be are given other times, the next ones first. Those are with the
 * same person and at the same place where that can be had, and near to the usual distance and time of day. All ways are
 * looked at, so times are found whenever there are any. A distance that is out of bounds as it stands may stay so.
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
  /** How far a session that follows may be from the one before it. */
  const gapOf = (index: number): SessionGap => {
    const [before, session] = [followers[index - 1] ?? moved.session, followers[index]];
    return session ? standingGap(gap, before.slot.localDate, session.slot.localDate) : gap;
  };
  if (!next || fits(moved.slot.localDate, next.slot.localDate, gapOf(0))) return [moved];

  let stuck = next;
  for (const anybody of [false, true]) {
    // The ways that lead to each date on which the last session looked at can be.
    let ways: ReadonlyMap<PlainDate, Way> = new Map([[moved.slot.localDate, { cost: 0, slots: [] }]]);
    for (const [index, session] of followers.entries()) {
      const own = gapOf(index);
      ways = onwards(ways, session, await timesFor(source, session, [...ways.keys()].sort(), own, anybody), own);
      if (ways.size === 0) {
        stuck = session;
        break;
      }
      // The one after those that move stays where it can, and with it all that come later.
      const after = followers[index + 1]?.slot.localDate;
      const whole = [...ways]
        .filter(([date]) => after === undefined || fits(date, after, gapOf(index + 1)))
        .map(([, way]) => way);
      const best = cheapest(whole);
      if (best) return [moved, ...best.slots.map((slot, at) => ({ session: followers[at] ?? session, slot }))];
    }
  }
  return [moved, { session: stuck }];
}

/** Each way with one session more, to each date that the session can be on. */
function onwards(
  ways: ReadonlyMap<PlainDate, Way>,
  session: ManagedSession,
  slots: readonly Slot[],
  gap: SessionGap,
): ReadonlyMap<PlainDate, Way> {
  const found = new Map<PlainDate, Way>();
  // The distance is one of dates: of each date only the best time counts.
  const times = new Map<PlainDate, Slot>();
  for (const slot of slots) {
    const known = times.get(slot.localDate);
    if (!known || change(session, slot) < change(session, known)) times.set(slot.localDate, slot);
  }
  for (const [date, slot] of times) {
    const all = [...ways]
      .filter(([before]) => fits(before, date, gap))
      .map(([before, way]) => ({
        cost: way.cost + change(session, slot) + DAY * Math.abs(daysBetween(before, date) - gap.default),
        slots: [...way.slots, slot],
      }));
    const best = cheapest(all);
    if (best) found.set(date, best);
  }
  return found;
}

const cheapest = (ways: readonly Way[]): Way | undefined =>
  ways.reduce<Way | undefined>((best, way) => (best && best.cost <= way.cost ? best : way), undefined);

/** The times of a session that keep the distance to one of the dates before it: of its own person, or of anybody too. */
async function timesFor(
  source: SlotSource,
  { service, limits, slot: { practitioner } }: ManagedSession,
  dates: readonly PlainDate[],
  gap: SessionGap,
  anybody: boolean,
): Promise<readonly Slot[]> {
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  const window = { service, from: addDays(first, gap.min), to: addDays(last, gap.max) };
  const list = async (wish: { readonly practitioner?: string }) =>
    (await windowSlots(source, [window], wish, limits))[0] ?? [];
  const own = practitioner === undefined ? [] : await list({ practitioner }).catch(noneOf);
  return anybody || practitioner === undefined ? [...own, ...(await list({}))] : own;
}

/** Somebody who does not do this, or is not there any more, has no times; whoever can't be asked has not said so. */
function noneOf(error: unknown): readonly Slot[] {
  if (isSmpError(error) && (error.code === 'not-found' || error.code === 'validation')) return [];
  throw error;
}
