import { randomUUID } from 'node:crypto';
import { wallTime, type ConsentRecord } from 'smp-widgets/server';
import type { Database, Queries, Row } from './database.js';
import type { Recipient } from './message-subject.js';

/** A time that is kept for somebody from the waiting list. */
export interface Offer {
  /** `open`: to be had for the asking. */
  readonly state: 'open' | 'booked' | 'requested' | 'gone';
  readonly holdId: string;
  readonly slotId: string;
  readonly service: string;
  readonly localDate: string;
  readonly localTime: string;
  readonly location: string | null;
  /** On the clinic's clock. */
  readonly until: { readonly date: string; readonly time: string };
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
}

interface OfferRow extends Row {
  readonly hold_id: string | null;
  readonly slot_id: string;
  readonly service_id: string | null;
  readonly local_date: string | null;
  readonly local_time: string | null;
  readonly time_zone: string | null;
  readonly location_id: string | null;
  readonly expires_ms: number;
  readonly is_booked: boolean;
  readonly status: string;
  readonly is_held: boolean | null;
  readonly waiting_id: string | null;
  readonly is_waiting: boolean | null;
  readonly name: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly note: string | null;
  readonly consents: readonly ConsentRecord[] | null;
}

/** Who has let so many offers pass is not asked again. */
export const MOST_OFFERS = 3;

/** An offer as it stands now; `undefined` when there is no such one, or its time is forgotten. */
export async function readOffer(queries: Queries, id: string): Promise<Offer | undefined> {
  const [row] = await queries.query<OfferRow>(
    `select booking.id::text as hold_id, offer.slot_id, booking.service_id, booking.location_id, booking.time_zone,
       to_char(local_start, 'YYYY-MM-DD') as local_date, to_char(local_start, 'HH24:MI') as local_time,
       (extract(epoch from offer.expires_at) * 1000)::float8 as expires_ms, offer.booked_at is not null as is_booked,
       booking.status, waiting.id::text as waiting_id, waiting.offers < $2 as is_waiting,
       booking.status = 'held' and booking.hold_expires_at > clock_timestamp() as is_held,
       waiting.name, waiting.email, waiting.phone, waiting.note,
       coalesce(waiting.locale, (select locale from client_details where booking_id = booking.id)) as locale, waiting.consents
     from waitlist_offer offer
       left join booking on booking.id = offer.booking_id
       left join waitlist waiting on waiting.id = offer.waitlist_id
     where offer.id = $1`,
    [id, MOST_OFFERS],
  );
  if (!row) return undefined;
  const { hold_id, service_id, local_date, local_time, time_zone } = row;
  if (hold_id === null || service_id === null || local_date === null || local_time === null || time_zone === null) {
    return undefined;
  }
  return {
    state: stateOf(row),
    holdId: hold_id,
    slotId: row.slot_id,
    service: service_id,
    localDate: local_date,
    localTime: local_time,
    location: row.location_id,
    until: wallTime(time_zone, row.expires_ms),
    waitingId: row.waiting_id,
    isWaiting: row.is_waiting === true,
    recipient:
      row.name === null ? undefined : { name: row.name, email: row.email, phone: row.phone, locale: row.locale },
    locale: row.locale,
    consents: row.consents ?? [],
    note: row.note,
  };
}

/** What was taken may be cancelled or declined later. */
function stateOf({ is_booked: isBooked, is_held: isHeld, status, name }: OfferRow): Offer['state'] {
  if (isBooked) return status === 'confirmed' ? 'booked' : status === 'requested' ? 'requested' : 'gone';
  return isHeld === true && name !== null ? 'open' : 'gone';
}

/** Somebody who waits and has no offer that is open. */
export interface WaitingEntry extends Row {
  readonly id: string;
  readonly service: string;
  readonly practitioner: string | null;
  readonly location: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly offers: number;
  /** Slots that they were offered before. */
  readonly seen: readonly string[];
}

/** Who is next in line: whoever was offered least, then whoever came first. */
export async function readQueue(
  queries: Queries,
  { today, mostOffers, limit }: { today: string; mostOffers: number; limit: number },
): Promise<WaitingEntry[]> {
  return queries.query<WaitingEntry>(
    `select id::text as id, service_id as service, nullif(practitioner_id, '') as practitioner,
       nullif(location_id, '') as location, to_char(from_date, 'YYYY-MM-DD') as "from",
       to_char(to_date, 'YYYY-MM-DD') as "to", offers,
       array(select slot_id from waitlist_offer where waitlist_id = waitlist.id) as seen
     from waitlist
     where offers < $1 and (to_date is null or to_date >= $3::date) and not exists (
       select from waitlist_offer offer join booking on booking.id = offer.booking_id
       where offer.waitlist_id = waitlist.id and booking.status = 'held' and hold_expires_at > clock_timestamp())
     order by offers, created_at limit $2`,
    [mostOffers, limit, today],
  );
}

/** Does somebody wait, and was offered nothing since the queue was read? */
export async function isStillWaiting(queries: Queries, { id, offers }: WaitingEntry): Promise<boolean> {
  const rows = await queries.query('select true from waitlist where id = $1 and offers = $2', [id, offers]);
  return rows.length > 0;
}

/** Stores an offer and has it told; of no effect when another process was quicker. @returns whether it did */
export async function addOffer(
  database: Database,
  offer: { waiting: string; offers: number; holdId: string; slotId: string; expires: number; now: number },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const [counted] = await transaction.query(
      'update waitlist set offers = offers + 1 where id = $1 and offers = $2 returning true',
      [offer.waiting, offer.offers],
    );
    if (!counted) return false;
    const rows = await transaction.query(
      `with added as (
         insert into waitlist_offer (id, waitlist_id, booking_id, slot_id, expires_at, created_at)
         values ($1::uuid, $2, $3, $4, to_timestamp($5::float8), to_timestamp($6::float8))
         on conflict on constraint offered_once do nothing returning id)
       insert into outbox (kind, ref) select 'waitlist.offer', id from added returning true`,
      [randomUUID(), offer.waiting, offer.holdId, offer.slotId, offer.expires / 1000, offer.now / 1000],
    );
    return rows.length > 0;
  });
}

/** Notes that an offer was taken; whoever took it waits no longer. */
export async function closeOffer(database: Database, id: string, now: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('update waitlist_offer set booked_at = to_timestamp($2::float8) where id = $1', [
      id,
      now / 1000,
    ]);
    await transaction.query(
      'delete from waitlist where id = (select waitlist_id from waitlist_offer where waitlist_offer.id = $1)',
      [id],
    );
  });
}
