import { randomUUID } from 'node:crypto';
import { wallTime, type ConsentRecord } from 'smp-widgets/server';
import { standingConsents } from './consent-withdrawal.js';
import type { ConsentsWithdrawn } from './consultation-record.js';
import type { Database, Queries, Row } from './database.js';
import type { Recipient } from './message-subject.js';
import { hasOpenOffer, isOver, MOST_OFFERS } from './waitlist.js';

/** Of whom an offer was made to. */
interface OfferPerson {
  /** The entry of the waiting list; null: erased, or no longer on the list. */
  readonly waitingId: string | null;
  /** Whether they are offered other times still. */
  readonly isWaiting: boolean;
  /** Absent: erased, or no longer on the list. */
  readonly recipient: Recipient | undefined;
  /** Of who waits or, once they have booked, of who has booked. */
  readonly locale: string | null;
  readonly consents: readonly ConsentRecord[];
  readonly note: string | null;
  /** The clinic decides on what they take. */
  readonly request: boolean;
}

/** A time that is kept for somebody from the waiting list, or is theirs. */
interface KeptOffer extends OfferPerson {
  /** `open`: to be had for the asking. */
  readonly state: 'open' | 'booked' | 'requested';
  readonly holdId: string;
  readonly slotId: string;
  readonly service: string;
  readonly localDate: string;
  readonly localTime: string;
  readonly location: string | null;
  /** On the clinic's clock. */
  readonly until: { readonly date: string; readonly time: string };
}

/** What somebody from the waiting list was offered. `gone`: it ran out, or what was made of it was cancelled. */
export type Offer = KeptOffer | (OfferPerson & { readonly state: 'gone' });

interface OfferRow extends Row {
  readonly hold_id: string | null;
  readonly slot_id: string;
  readonly service_id: string | null;
  readonly local_date: string | null;
  readonly local_time: string | null;
  readonly time_zone: string | null;
  readonly location_id: string | null;
  readonly expires_ms: number;
  readonly status: string | null;
  readonly is_held: boolean | null;
  readonly waiting_id: string | null;
  readonly is_waiting: boolean | null;
  readonly is_removed: boolean | null;
  readonly name: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly note: string | null;
  readonly consents: readonly ConsentRecord[] | null;
  readonly consents_withdrawn: ConsentsWithdrawn | null;
  readonly request: boolean | null;
}

/** What has become of an offer's hold: it is the booking, or another took its place when it had just run out. */
const TAKEN_BY = `
  left join booking held on held.id = offer.booking_id
  left join booking on booking.id = coalesce(held.successor_id, held.id)`;

/**
 * An offer as it stands now; `undefined` when there is no such one.
 * @param now milliseconds since 1970
 */
export async function readOffer(queries: Queries, id: string, now: number): Promise<Offer | undefined> {
  const [row] = await queries.query<OfferRow>(
    `select held.id::text as hold_id, offer.slot_id, booking.service_id, booking.location_id, booking.time_zone,
       to_char(booking.local_start, 'YYYY-MM-DD') as local_date, to_char(booking.local_start, 'HH24:MI') as local_time,
       (extract(epoch from offer.expires_at) * 1000)::float8 as expires_ms,
       booking.status, waiting.id::text as waiting_id,
       waiting.confirmed_at is not null
         and not ${isOver('waiting', '$2', '(to_timestamp($3::float8) at time zone (select time_zone from clinic))')} as is_waiting,
       waiting.removed_at is not null as is_removed,
       booking.status = 'held' and booking.hold_expires_at > clock_timestamp() as is_held,
       waiting.name, waiting.email, waiting.phone, waiting.note,
       waiting.request or coalesce(booking.local_start::date < waiting.from_date, false) as request,
       coalesce(waiting.locale, (select locale from client_details where booking_id = booking.id)) as locale, waiting.consents,
       waiting.consents_withdrawn
     from waitlist_offer offer ${TAKEN_BY}
       left join waitlist waiting on waiting.id = offer.waitlist_id
     where offer.id = $1`,
    [id, MOST_OFFERS, now / 1000],
  );
  if (!row) return undefined;
  const person: OfferPerson = {
    waitingId: row.waiting_id,
    isWaiting: row.is_waiting === true,
    recipient:
      row.name === null ? undefined : { name: row.name, email: row.email, phone: row.phone, locale: row.locale },
    locale: row.locale,
    consents: standingConsents({ consents: row.consents ?? [], consents_withdrawn: row.consents_withdrawn ?? {} }),
    note: row.note,
    request: row.request === true,
  };
  const state = stateOf(row);
  const { hold_id, service_id, local_date, local_time, time_zone } = row;
  // Spent holds are forgotten after a while.
  const isForgotten =
    hold_id === null || service_id === null || local_date === null || local_time === null || time_zone === null;
  if (state === 'gone' || isForgotten) return { ...person, state: 'gone' };
  return {
    ...person,
    state,
    holdId: hold_id,
    slotId: row.slot_id,
    service: service_id,
    localDate: local_date,
    localTime: local_time,
    location: row.location_id,
    until: wallTime(time_zone, row.expires_ms),
  };
}

/** Nobody but who takes the offer can make a booking of its hold, and that may be cancelled or declined later. */
function stateOf({ is_held: isHeld, is_removed: isRemoved, status, name }: OfferRow): Offer['state'] {
  if (status === 'confirmed') return 'booked';
  if (status === 'requested') return 'requested';
  return isHeld === true && name !== null && isRemoved !== true ? 'open' : 'gone';
}

/** Somebody who waits and has no offer that is open. */
export interface WaitingEntry extends Row {
  readonly id: string;
  /** Which of their wishes it is. */
  readonly wish: number;
  readonly service: string;
  readonly practitioner: string | null;
  readonly location: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly offers: number;
  /** Slots that they were offered since they joined. */
  readonly seen: readonly string[];
}

const ENTRIES = `
  select id::text as id, wish, service_id as service, nullif(practitioner_id, '') as practitioner,
    nullif(location_id, '') as location, to_char(from_date, 'YYYY-MM-DD') as "from",
       to_char(to_date, 'YYYY-MM-DD') as "to", offers,
       array(select slot_id from waitlist_offer where waitlist_id = waitlist.id and wish = waitlist.wish) as seen
     from waitlist`;

/** Who is next in line: whoever was offered least, then whoever came first. @param today the clinic's date */
export async function readQueue(queries: Queries, today: string): Promise<WaitingEntry[]> {
  return queries.query<WaitingEntry>(
    `${ENTRIES}
     where confirmed_at is not null and not ${isOver('waitlist', '$1', '$2')} and not ${hasOpenOffer('waitlist')}
     order by offers, created_at, id`,
    [MOST_OFFERS, today],
  );
}

/** One who waits, whether or not they were offered all that is offered by itself; `undefined` when a time is kept for them. */
export async function readWaitingEntry(queries: Queries, id: string): Promise<WaitingEntry | undefined> {
  const [entry] = await queries.query<WaitingEntry>(
    `${ENTRIES} where id = $1 and confirmed_at is not null and removed_at is null and not ${hasOpenOffer('waitlist')}`,
    [id],
  );
  return entry;
}

/** Is a time kept for somebody who waits? */
export async function isOffered(queries: Queries, id: string): Promise<boolean> {
  const rows = await queries.query(`select true from waitlist where id = $1 and ${hasOpenOffer('waitlist')}`, [id]);
  return rows.length > 0;
}

/** Does somebody wait, and was offered nothing since the queue was read? */
export async function isStillWaiting(queries: Queries, { id, wish, offers }: WaitingEntry): Promise<boolean> {
  const rows = await queries.query('select true from waitlist where id = $1 and wish = $2 and offers = $3', [
    id,
    wish,
    offers,
  ]);
  return rows.length > 0;
}

/**
 * Stores an offer and has it told; of no effect when another process was quicker, or the time is no longer held.
 * @returns whether it did
 */
export async function addOffer(
  database: Database,
  offer: Pick<WaitingEntry, 'id' | 'wish' | 'offers'> & {
    holdId: string;
    slotId: string;
    /** Milliseconds since 1970. */
    expires: number;
    now: number;
  },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    // Locked, so that it is not freed as one that nobody was told of.
    const [held] = await transaction.query(
      `select true from booking where id = $1 and status = 'held' and hold_expires_at > clock_timestamp() for update`,
      [offer.holdId],
    );
    if (!held) return false;
    const [counted] = await transaction.query(
      'update waitlist set offers = offers + 1 where id = $1 and wish = $2 and offers = $3 and removed_at is null returning true',
      [offer.id, offer.wish, offer.offers],
    );
    if (!counted) return false;
    const rows = await transaction.query(
      `with added as (
         insert into waitlist_offer (id, waitlist_id, wish, booking_id, slot_id, expires_at, created_at)
         values ($1::uuid, $2, $3, $4, $5, to_timestamp($6::float8), to_timestamp($7::float8))
         on conflict on constraint offered_once do nothing returning id)
       insert into outbox (kind, ref) select 'waitlist.offer', id from added returning true`,
      [randomUUID(), offer.id, offer.wish, offer.holdId, offer.slotId, offer.expires / 1000, offer.now / 1000],
    );
    return rows.length > 0;
  });
}

/**
 * Notes which offers were taken; whoever took one waits no longer. Done anew at each look, since a process may die between
 * a booking and this.
 */
export async function closeOffers(database: Database, now: number): Promise<void> {
  await database.transaction(async (transaction) => {
    // Who waits is locked before what they were offered, as where somebody leaves the list.
    await transaction.query(
      `select from waitlist where id in (select waitlist_id from waitlist_offer where ${IS_TAKEN}) order by id for update`,
    );
    await transaction.query(
      `with taken as (
         update waitlist_offer set booked_at = to_timestamp($1::float8) where ${IS_TAKEN} returning waitlist_id)
       delete from waitlist where id in (select waitlist_id from taken)`,
      [now / 1000],
    );
  });
}

const IS_TAKEN = `
  booked_at is null and exists (
    select from booking held join booking on booking.id = coalesce(held.successor_id, held.id)
    where held.id = waitlist_offer.booking_id and booking.reference is not null)`;

/** Operation ids of holds that are made for offers begin so. */
export const OFFER_KEY = 'offer-';
/** Longer than it takes from a hold to its offer. */
const MINUTES_TO_TELL = 5;

/** Frees times that were kept for an offer which was never made, since a process died in between. */
export async function freeUntold(queries: Queries): Promise<void> {
  await queries.query(
    `update booking set status = 'released', hold_expires_at = null, updated_at = clock_timestamp()
     where id in (
       select id from booking
       where status = 'held' and created_at < clock_timestamp() - make_interval(mins => ${MINUTES_TO_TELL})
         and not exists (select from waitlist_offer where booking_id = booking.id)
         and exists (
           select from idempotency
           where scope = 'hold' and result_id = booking.id and starts_with(key, '${OFFER_KEY}'))
       for update skip locked)`,
  );
}

/** Frees times whose offers reached nobody: no such mailbox, say. */
export async function freeUnreached(queries: Queries): Promise<void> {
  await queries.query(
    `update booking set status = 'released', hold_expires_at = null, updated_at = clock_timestamp()
     where id in (
       select booking.id from booking join waitlist_offer offer on offer.booking_id = booking.id
         join message on message.ref = offer.id and message.kind = 'waitlist.offer'
       where booking.status = 'held' and message.state = 'dead'
       for update of booking skip locked)`,
  );
}

/** Takes back an offer that ran out before its mail could be sent: who has not heard of it has not let it pass. */
export async function takeBackOffer(database: Database, id: string): Promise<void> {
  await database.transaction(async (transaction) => {
    // Locked first: see above.
    await transaction.query(
      'select from waitlist where id = (select waitlist_id from waitlist_offer where id = $1) for update',
      [id],
    );
    await transaction.query(
      `with unheard as (delete from waitlist_offer where id = $1 and booked_at is null returning waitlist_id, wish)
       update waitlist set offers = greatest(offers - 1, 0) from unheard
       where waitlist.id = unheard.waitlist_id and waitlist.wish = unheard.wish`,
      [id],
    );
  });
}
