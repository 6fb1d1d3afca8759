import type { Slot } from '../slot.js';
import { addDays, daysBetween, weekday } from '../time/plain-date.js';
import type { PlainDate } from '../time/plain-date.js';
import { partOfDay } from './part-of-day.js';
import type { GapIssue, SessionGap } from './session-gap.js';

/** What a course is planned from. */
export interface CoursePlanRequest {
  readonly gapDays: SessionGap;
  /** The times on offer for each session, in any order. */
  readonly offered: readonly (readonly Slot[])[];
  /** Times that must stay, by session. They need not be on offer: the visitor may hold them. */
  readonly fixed?: readonly (Slot | undefined)[];
  /** Times that should stay, by session: as many as can be. They need not be on offer either. */
  readonly kept?: readonly (Slot | undefined)[];
  /** First clinic date of all sessions. Default: any. */
  readonly notBefore?: PlainDate | undefined;
}

/**
 * Why there is no plan, by the first session (counted from 0) that has no date. `no-slots`: nothing is on offer for it.
 * `gap`: nothing that keeps the distance to the sessions before it.
 */
export interface PlanProblem {
  readonly session: number;
  readonly reason: 'no-slots' | 'gap';
}

/** A plan, one time for each session in order; or why there is none. */
export type CoursePlan =
  { readonly ok: true; readonly slots: readonly Slot[] } | { readonly ok: false; readonly problem: PlanProblem };

/** A time with what is compared of it. */
interface Candidate {
  readonly slot: Slot;
  readonly day: number;
  readonly minute: number;
  readonly weekday: number;
  readonly part: string;
  /** Was to stay, and is another. */
  readonly displaced: boolean;
  /** Cost of the best way here; Infinity: there is none. */
  cost: number;
  from: Candidate | undefined;
}

/** Some date to count days from. */
const ORIGIN = '2000-01-01';
/** More than any sum of mismatches: a course has six gaps at most. */
const STEP = 8;
/** More than any sum of minutes. */
const MINUTES = 10_080;
/** More than any cost of distances and mismatches. */
const DISPLACED = 2 ** 46;

/**
 * The best plan that keeps all distances. Best is, in this order: the most times kept; distances nearest to the usual
 * one; the same practitioner as the session before; the same location; the same part of the day; the same weekday; the
 * nearest time of day. All ways are looked at, so a plan is found whenever there is one.
 *
 * Days are counted between the clinic's dates, so the clocks may change in between.
 */
export function planCourse(request: CoursePlanRequest): CoursePlan {
  const { gapDays, offered } = request;
  let before: readonly Candidate[] = [];
  for (const session of offered.keys()) {
    const candidates = candidatesOf(request, session);
    for (const candidate of candidates) reach(candidate, session === 0 ? undefined : before, gapDays);
    before = candidates.filter(({ cost }) => cost < Infinity);
    if (before.length === 0) return { ok: false, problem: { session, reason: candidates[0] ? 'gap' : 'no-slots' } };
  }
  const slots: Slot[] = [];
  let last = before.reduce<Candidate | undefined>(
    (best, one) => (best && best.cost <= one.cost ? best : one),
    undefined,
  );
  for (; last; last = last.from) slots.unshift(last.slot);
  return { ok: true, slots };
}

/** Times that stand, in order, and how far apart they have to be. */
export interface StandingPlan {
  readonly gapDays: SessionGap;
  readonly slots: readonly (Slot | undefined)[];
  readonly notBefore?: PlainDate | undefined;
}

/** Why a session can't be on a date. */
export interface DateIssue {
  /** `too-soon`: the skin is still healing. `too-late`: further apart than the clinic plans without being asked. */
  readonly issue: GapIssue;
  /** The session that is too near or too far. */
  readonly neighbour: 'previous' | 'next';
  /** The nearest date that is right by both neighbours. Absent: there is none. */
  readonly nearest?: PlainDate;
}

/** Can session `index` be on a date, as the others stand? Undefined: it can. */
export function dateIssue(
  { gapDays, slots, notBefore }: StandingPlan,
  index: number,
  date: PlainDate,
): DateIssue | undefined {
  const previous = slots[index - 1]?.localDate;
  const next = slots[index + 1]?.localDate;
  const before = issueBetween(previous, date, gapDays);
  const issue = before ?? issueBetween(date, next, gapDays);
  if (!issue) return undefined;
  const { min, max } = gapDays;
  const [first = date] = [notBefore, previous && addDays(previous, min), next && addDays(next, -max)]
    .filter(isDate)
    .sort()
    .reverse();
  const [last = first] = [previous && addDays(previous, max), next && addDays(next, -min)].filter(isDate).sort();
  const nearest = date < first ? first : last;
  return { issue, neighbour: before ? 'previous' : 'next', ...(first <= last && { nearest }) };
}

const isDate = (date: PlainDate | undefined): date is PlainDate => date !== undefined;

function issueBetween(from: PlainDate | undefined, to: PlainDate | undefined, gap: SessionGap): GapIssue | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = daysBetween(from, to);
  if (days < gap.min) return 'too-soon';
  return days > gap.max ? 'too-late' : undefined;
}

/** What a session can be at, earliest first; each time once. */
function candidatesOf({ offered, fixed, kept, notBefore = '' }: CoursePlanRequest, session: number): Candidate[] {
  const only = fixed?.[session];
  const wanted = only ?? kept?.[session];
  const slots = new Map<string, Slot>();
  for (const slot of only ? [only] : [...(wanted ? [wanted] : []), ...(offered[session] ?? [])]) {
    if (slot.localDate >= notBefore && !slots.has(slot.id)) slots.set(slot.id, slot);
  }
  return [...slots.values()]
    .map((slot) => ({
      slot,
      at: Date.parse(slot.start),
      day: daysBetween(ORIGIN, slot.localDate),
      minute: Number(slot.localTime.slice(0, 2)) * 60 + Number(slot.localTime.slice(3, 5)),
      weekday: weekday(slot.localDate),
      part: partOfDay(slot.localTime),
      displaced: wanted !== undefined && slot.id !== wanted.id,
      cost: Infinity,
      from: undefined,
    }))
    .sort((a, b) => a.day - b.day || a.at - b.at || (a.slot.id < b.slot.id ? -1 : 1));
}

/** Finds the cheapest way to a candidate. Without `before` it is where a plan begins. */
function reach(candidate: Candidate, before: readonly Candidate[] | undefined, gap: SessionGap): void {
  const own = candidate.displaced ? DISPLACED : 0;
  if (!before) {
    candidate.cost = own;
    return;
  }
  for (const one of before) {
    const days = candidate.day - one.day;
    // They are in order: all that follow are too near as well.
    if (days < gap.min) break;
    if (days > gap.max) continue;
    const cost = one.cost + own + mismatch(one, candidate, Math.abs(days - gap.default));
    if (cost >= candidate.cost) continue;
    candidate.cost = cost;
    candidate.from = one;
  }
}

/** Each kind of mismatch weighs more than all that come after it together. */
function mismatch(a: Candidate, b: Candidate, offDays: number): number {
  let cost = offDays;
  cost = cost * STEP + Number(a.slot.practitioner !== b.slot.practitioner);
  cost = cost * STEP + Number(a.slot.location !== b.slot.location);
  cost = cost * STEP + Number(a.part !== b.part);
  cost = cost * STEP + Number(a.weekday !== b.weekday);
  return cost * MINUTES + Math.abs(a.minute - b.minute);
}
