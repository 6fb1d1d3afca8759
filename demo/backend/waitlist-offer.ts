import { randomUUID } from 'node:crypto';
import {
  addDays,
  isSmpError,
  wallTime,
  type SchedulingAdapter,
  type Slot,
  type SmpErrorCode,
} from 'smp-widgets/server';
import { isTransient, type Database } from './database.js';
import type { Signer } from './manage-token.js';
import {
  addOffer,
  closeOffers,
  freeUnreached,
  freeUntold,
  isOffered,
  isStillWaiting,
  OFFER_KEY,
  readOffer,
  readQueue,
  readWaitingEntry,
  type WaitingEntry,
} from './offer-record.js';
import { quietUntil, type QuietHours } from './quiet-hours.js';
import { askUnasked, MOST_OFFERS } from './waitlist.js';

/** What offers are made with. */
export interface OfferOptions {
  readonly database: Database;
  /** Its holds last as long as an offer does. */
  readonly adapter: SchedulingAdapter;
  readonly timeZone: string;
  readonly quiet: QuietHours | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long a time is kept, in milliseconds. */
  readonly offerMs: number;
}

/** How long a time is kept for somebody from the waiting list, in hours. */
export const OFFER_HOURS = 12;
/** How many times are tried for somebody in one go, when others are quicker each time. */
const TRIES = 4;
/** Somebody else has it, it ran out, or the clinic no longer offers it. */
const GONE: readonly SmpErrorCode[] = ['slot-taken', 'hold-expired', 'not-found', 'validation'];
const isGone = (error: unknown): boolean => isSmpError(error) && GONE.includes(error.code);
/** How many days are looked through at a time. */
const STRETCH_DAYS = 35;

/**
 * Keeps a time that is free for each of those who wait for one like it, next in line first, and has them told of it.
 * It looks at what is free, not at what has just become so: whether a booking was cancelled or moved, a hold ran out
 * or hours were added, and whatever was missed while no server ran, the next look finds it. None at night, when nobody
 * would read of it; nor is anybody asked then who could not be asked at once whether they want to wait.
 * One for whom it fails keeps nobody else from being offered a time; the first failure is thrown at the end.
 * @returns how many offers were made
 */
export async function offerFreeTimes(options: OfferOptions): Promise<number> {
  const { database, timeZone, quiet, now } = options;
  await closeOffers(database, now);
  await freeUntold(database);
  await freeUnreached(database);
  if (quietUntil(now, timeZone, quiet) !== undefined) return 0;
  const { date: today } = wallTime(timeZone, now);
  await askUnasked(database, today);
  let made = 0;
  const failed: unknown[] = [];
  // Many wait for the same: what is free is looked up once for them all, and anew when one of them was offered it.
  const free = new Map<string, readonly Slot[]>();
  for (const entry of await readQueue(database, today)) {
    try {
      if (await offerFrom(free, entry, today, options)) made += 1;
    } catch (error) {
      if (isTransient(error)) throw error;
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return made;
}

/** @param free what is known to be free, by what is waited for. @returns whether an offer was made */
async function offerFrom(
  free: Map<string, readonly Slot[]>,
  entry: WaitingEntry,
  today: string,
  options: OfferOptions,
): Promise<boolean> {
  const { service, practitioner, location, from, to } = entry;
  const wish = JSON.stringify([service, practitioner, location, from, to]);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const slots = free.get(wish) ?? (await freeSlots(entry, today, options));
    free.set(wish, slots);
    const outcome = await offerTo(entry, slots, options);
    if (outcome !== 'none') free.clear();
    if (outcome !== 'taken') return outcome === 'made';
    // Perhaps by another process, and for the same person.
    if (!(await isStillWaiting(options.database, entry))) return false;
  }
  return false;
}

/**
 * What became of a wish to offer somebody a time at once. `already`: one is kept for them as it is; `quiet`: nobody is
 * written to at this hour.
 */
export type OfferNow = 'made' | 'already' | 'none' | 'quiet';

/** Keeps the next free time for one who waits, whoever is before them in line, and has them told of it. */
export async function offerNow(options: OfferOptions, id: string): Promise<OfferNow> {
  const { database, timeZone, quiet, now } = options;
  await closeOffers(database, now);
  if (quietUntil(now, timeZone, quiet) !== undefined) return 'quiet';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await readWaitingEntry(database, id);
    if (!entry) return (await isOffered(database, id)) ? 'already' : 'none';
    const slots = await freeSlots(entry, wallTime(timeZone, now).date, options);
    const outcome = await offerTo(entry, slots, options);
    if (outcome !== 'taken') return outcome;
  }
  return 'none';
}

/** The next free times that there is still time to offer: more of them than anybody can have been offered before. */
async function freeSlots(
  { service, practitioner, location, from, to, seen }: WaitingEntry,
  today: string,
  { adapter, now, offerMs }: OfferOptions,
): Promise<readonly Slot[]> {
  const found: Slot[] = [];
  try {
    let start: string | null = from !== null && from > today ? from : today;
    while (start !== null && (to === null || start <= to) && found.length < Math.max(MOST_OFFERS, seen.length + 1)) {
      const end = addDays(start, STRETCH_DAYS - 1);
      const page = await adapter.listSlots({
        service,
        ...(practitioner !== null && { practitioner }),
        ...(location !== null && { location }),
        from: start,
        to: to !== null && to < end ? to : end,
      });
      // Whoever lets an offer run out must leave time for the next one to come.
      found.push(...page.slots.filter((slot) => Date.parse(slot.start) > now + 2 * offerMs));
      start = page.nextAvailable ?? null;
    }
    return found;
  } catch (error) {
    // The clinic no longer offers what is waited for.
    if (isGone(error)) return found;
    throw error;
  }
}

async function offerTo(
  entry: WaitingEntry,
  slots: readonly Slot[],
  options: OfferOptions,
): Promise<'made' | 'taken' | 'none'> {
  const { database, adapter, now } = options;
  const { id, wish, service, offers, seen } = entry;
  try {
    const slot = slots.find((one) => !seen.includes(one.id));
    if (!slot) return 'none';
    // A key for each try: a refusal is remembered with its key, and would be given for another time too.
    const hold = await adapter.holdSlot?.({ service, slotId: slot.id }, { operationId: OFFER_KEY + randomUUID() });
    if (!hold) return 'none';
    const { holdId, holdToken, expiresInMs } = hold;
    const release = () => adapter.releaseHold?.({ holdId, holdToken }, { operationId: randomUUID() });
    try {
      const made = { id, wish, offers, holdId, slotId: slot.id, expires: now + expiresInMs, now };
      if (await addOffer(database, made)) return 'made';
    } catch (error) {
      // Whatever can't be freed now is found at a later look.
      await release()?.catch(() => {});
      throw error;
    }
    // Another process was quicker, with another time.
    await release();
    return 'taken';
  } catch (error) {
    if (isGone(error)) return isSmpError(error, 'slot-taken') ? 'taken' : 'none';
    throw error;
  }
}

/** Books what an offer is about, once however often it is asked for. @returns whether it is booked, or asked for */
export async function takeOffer(
  database: Database,
  { adapter, signer }: { adapter: SchedulingAdapter; signer: Signer },
  id: string,
  now: number,
): Promise<boolean> {
  const offer = await readOffer(database, id, now);
  if (offer?.state === 'booked' || offer?.state === 'requested') return true;
  if (!offer?.recipient || offer.state !== 'open') return false;
  const { recipient, consents, note, request, service, slotId, holdId } = offer;
  const { name, email, phone, locale } = recipient;
  try {
    await adapter.createBooking(
      {
        service,
        slotId,
        hold: { holdId, holdToken: signer.holdToken(holdId) },
        contact: { name, email, ...(phone !== null && { phone }) },
        consents: [...consents],
        ...(note !== null && { note }),
        ...(request && { request }),
        ...(locale !== null && { locale }),
      },
      { operationId: `offer-${id}` },
    );
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
  await closeOffers(database, now);
  return true;
}
