import { BusyTimes, parseSlotId, SmpError, type Candidate, type Service } from 'smp-widgets/server';
import { serviceOf, type Opened } from './clinic-book.js';
import type { Queries } from './database.js';
import { readBusyTimes, releaseHold, sweepExpired } from './diary.js';
import type { NewVisit, Visit } from './visit.js';

/** Nobody's time is taken: who could take a slot by the timetable alone. */
export const NOTHING_BUSY = new BusyTimes();

const DAY = 86_400_000;
const TWO_HOURS = 7_200_000;

/** How far around a refused time others are looked for: most are found close by. */
const REACHES = [2, 10, 31] as const;

/** Somebody who wants a time. */
export interface Wish {
  readonly slotId: string;
  readonly service: Service;
  /** Who could take it by the timetable, in the order to ask them; who really can is decided as it is stored. */
  readonly candidates: readonly Candidate[];
  /** Id of the row that is made. */
  readonly id: string;
  /** Stores the visit; `undefined` when the time is taken. */
  insert(visit: NewVisit): Promise<Visit | undefined>;
}

/**
 * Who could take a slot by the timetable; who really can is decided when it is stored.
 * @throws `not-found`, `validation`
 */
export function candidatesOf(
  opened: Opened,
  wanted: { readonly service: string; readonly slotId: string },
  now: number,
): Pick<Wish, 'candidates' | 'service'> {
  const { service, slotId } = wanted;
  const candidates = opened.availability.candidates(slotId, NOTHING_BUSY, now);
  if (parseSlotId(slotId)?.service !== service) throw mismatch('/service', 'The time is one of another service');
  return { candidates, service: serviceOf(opened, service) };
}

/** A draft contradicts itself at one of its places. */
export function mismatch(pointer: string, message: string): SmpError {
  return new SmpError('validation', message, { issues: [{ pointer, code: 'mismatch' }] });
}

/** The stored visit, or what was found to be taken around that time. */
type Result = { readonly visit: Visit } | { readonly visit?: never; readonly busy?: BusyTimes };

/**
 * Stores a visit with the first who is free.
 * @param earlier a live hold of the same visitor, which doesn't count as taken and is let go once the visit stands
 * @throws `slot-taken` with alternatives; then the earlier hold stands as before
 */
export async function takeSlot(
  transaction: Queries,
  opened: Opened,
  wish: Wish,
  now: number,
  earlier?: Visit,
): Promise<Visit> {
  const result = await takeFirstFree(transaction, opened, wish);
  if (result.visit) {
    if (earlier) await releaseHold(transaction, earlier.id);
    return result.visit;
  }
  const moved = earlier && (await takeInsteadOf(transaction, opened, wish, earlier));
  if (moved) return moved;
  throw await slotTaken(transaction, opened, wish.slotId, now, result.busy);
}

async function takeFirstFree(transaction: Queries, opened: Opened, wish: Wish): Promise<Result> {
  const { candidates, service, id } = wish;
  const insert = (candidate: Candidate) =>
    wish.insert({ id, serviceId: service.id, durationMinutes: service.durationMinutes, candidate });
  const [first] = candidates;
  if (!first) return {};
  // Most times that are asked for are free, so this comes before any look.
  const visit = await insert(first);
  if (visit) return { visit };
  const span = opened.availability.spanAround(wish.slotId, REACHES[0]);
  for (let looks = 0; ; looks += 1) {
    const busy = await readBusyTimes(transaction, span);
    const { start, end } = first.occupied;
    const free = candidates.filter(({ practitioner }) => busy.isFree(practitioner, start, end));
    // Each look but the first is there because somebody was quicker with one of the candidates.
    if (free.length === 0 || looks > candidates.length) return { busy };
    // Holds that have run out leave people free, yet are in the way of the constraint.
    await sweepExpired(
      transaction,
      free.map(({ practitioner }) => practitioner),
      first.occupied,
    );
    for (const candidate of free) {
      const taken = await insert(candidate);
      if (taken) return { visit: taken };
    }
  }
}

/** The visitor's own earlier hold may be all that stands in the way: tries without it, and puts it back if in vain. */
async function takeInsteadOf(
  transaction: Queries,
  opened: Opened,
  wish: Wish,
  earlier: Visit,
): Promise<Visit | undefined> {
  const candidates = wish.candidates.filter(({ practitioner }) => practitioner === earlier.resource_id);
  if (candidates.length === 0) return undefined;
  await transaction.query('savepoint before_release');
  await releaseHold(transaction, earlier.id);
  const { visit } = await takeFirstFree(transaction, opened, { ...wish, candidates });
  if (!visit) await transaction.query('rollback to savepoint before_release');
  await transaction.query('release savepoint before_release');
  return visit;
}

async function slotTaken(
  queries: Queries,
  { availability }: Opened,
  slotId: string,
  now: number,
  known?: BusyTimes,
): Promise<SmpError> {
  const start = parseSlotId(slotId)?.start ?? 0;
  for (const days of REACHES) {
    const busy =
      days === REACHES[0] && known ? known : await readBusyTimes(queries, availability.spanAround(slotId, days));
    const alternatives = availability.alternatives(slotId, busy, now, { days });
    const farthest = alternatives.at(-1);
    // All that is nearer than so many whole days has been seen, less an hour or two where the clocks change.
    const isNearest = farthest && Math.abs(Date.parse(farthest.start) - start) <= days * DAY - TWO_HOURS;
    if ((alternatives.length === 3 && isNearest) || days === REACHES[2]) {
      return new SmpError('slot-taken', 'Somebody else has this time', { alternatives });
    }
  }
  return new SmpError('slot-taken', 'Somebody else has this time');
}
