import { randomInt } from 'node:crypto';
import { BusyTimes, type BookingDraft, type BusyRange, type TimeSpan } from 'smp-widgets/server';
import { TryAgain, violatedConstraint, type Queries, type Row } from './database.js';
import { NEW_VISIT_COLUMNS, NEW_VISIT_VALUES, VISIT_COLUMNS, valuesOf, type NewVisit, type Visit } from './visit.js';

/** Without letters and digits that look or sound like another. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';

/** `SMP-7K3Q9F`. */
export function drawReference(): string {
  return `SMP-${Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}

// A bare insert would deadlock among many who want one time (each waits for the other's row); with `on conflict` they
// queue. The constraint decides, whatever was looked up before.
const HOLD = `insert into booking (${NEW_VISIT_COLUMNS}, status, hold_expires_at)
  values (${NEW_VISIT_VALUES}, 'held', clock_timestamp() + make_interval(secs => $15::float8))
  on conflict on constraint no_overlap do nothing
  returning ${VISIT_COLUMNS}`;

const BOOK = `insert into booking (${NEW_VISIT_COLUMNS}, status, reference)
  values (${NEW_VISIT_VALUES}, $15::text, $16::text)
  on conflict on constraint no_overlap do nothing
  returning ${VISIT_COLUMNS}`;

/** Keeps a time for a while; `undefined` when it is taken. */
export async function insertHold(queries: Queries, visit: NewVisit, seconds: number): Promise<Visit | undefined> {
  const [row] = await queries.query<Visit>(HOLD, [...valuesOf(visit), seconds]);
  return row;
}

/** Takes a time for good; `undefined` when it is taken. */
export async function insertBooking(
  queries: Queries,
  visit: NewVisit,
  status: 'confirmed' | 'requested',
): Promise<Visit | undefined> {
  const [row] = await referenced(() => queries.query<Visit>(BOOK, [...valuesOf(visit), status, drawReference()]));
  return row;
}

/** Turns a live hold into a booking, if it is still live at this very moment. */
export async function confirmHold(
  queries: Queries,
  id: string,
  slotId: string,
  status: 'confirmed' | 'requested',
): Promise<Visit | undefined> {
  const [row] = await referenced(() =>
    queries.query<Visit>(
      `update booking set status = $3, reference = $4, hold_expires_at = null, updated_at = clock_timestamp()
       where id = $1 and slot_id = $2 and status = 'held' and hold_expires_at > clock_timestamp()
       returning ${VISIT_COLUMNS}`,
      [id, slotId, status, drawReference()],
    ),
  );
  return row;
}

/** A reference that is taken already is drawn again, in a fresh transaction. */
async function referenced<Result>(insert: () => Promise<Result>): Promise<Result> {
  try {
    return await insert();
  } catch (error) {
    if (violatedConstraint(error) === 'booking_reference') throw new TryAgain('The reference is taken');
    throw error;
  }
}

/** Starts a live hold's time afresh; `undefined` when it isn't live, or was extended `limit` times already. */
export async function prolongHold(
  queries: Queries,
  id: string,
  seconds: number,
  limit?: number,
): Promise<Visit | undefined> {
  const [row] = await queries.query<Visit>(
    `update booking set hold_expires_at = clock_timestamp() + make_interval(secs => $2::float8),
       extensions = extensions + $3::smallint, updated_at = clock_timestamp()
     where id = $1 and status = 'held' and hold_expires_at > clock_timestamp() and extensions <= $4::smallint
     returning ${VISIT_COLUMNS}`,
    [id, seconds, limit === undefined ? 0 : 1, limit === undefined ? 32_000 : limit - 1],
  );
  return row;
}

/** Lets a hold go; nothing happens to anything else. One that had run out was kept until then. */
export async function releaseHold(queries: Queries, id: string): Promise<void> {
  await queries.query(
    `update booking set status = 'released', hold_expires_at = null,
       updated_at = least(hold_expires_at, clock_timestamp())
     where id = $1 and status = 'held'`,
    [id],
  );
}

/** How long a time may be kept for visitors before it is booked. */
export interface KeepingLimit {
  /** Seconds in all, whoever asked. */
  readonly seconds: number;
  /** Of so many seconds, up to now. */
  readonly within: number;
}

// In two parts, each of which has its index. What waits for somebody from the waiting list is the clinic's own doing.
// Two may hold at once what overlaps one time, an hour before and the hour after: that is kept once, not twice as long.
const KEPT = `
  with kept as (
    select id, resource_id, created_at as begins, updated_at as ends from booking
    where status in ('expired', 'released') and updated_at > clock_timestamp() - make_interval(secs => $5::float8)
      and resource_id = any ($1::text[]) and during && tstzrange(to_timestamp($2::float8), to_timestamp($3::float8), '[)')
    union all
    select id, resource_id, created_at, least(hold_expires_at, clock_timestamp()) from booking
    where status = 'held'
      and resource_id = any ($1::text[]) and during && tstzrange(to_timestamp($2::float8), to_timestamp($3::float8), '[)')),
  in_turn as (
    select resource_id, ends, greatest(begins, clock_timestamp() - make_interval(secs => $5::float8), max(ends) over (
      partition by resource_id order by begins, id rows between unbounded preceding and 1 preceding)) as begins
    from kept
    where not exists (select from waitlist_offer where waitlist_offer.booking_id = kept.id))
  select resource_id as practitioner from in_turn
  group by resource_id
  having round(sum(greatest(extract(epoch from ends - begins), 0))::numeric) >= $4::float8`;

/** Whose time within a span has been kept for visitors for as long as it may be. It can be booked all the same. */
export async function readKeptOut(
  queries: Queries,
  resources: readonly string[],
  { start, end }: TimeSpan,
  { seconds, within }: KeepingLimit,
): Promise<ReadonlySet<string>> {
  const rows = await queries.query<{ practitioner: string }>(KEPT, [
    [...resources],
    start / 1000,
    end / 1000,
    seconds,
    within,
  ]);
  return new Set(rows.map(({ practitioner }) => practitioner));
}

/**
 * Marks holds that have run out and stand in the way of a time. Rows that another transaction is busy with are left
 * to it, so that nobody waits in a circle.
 * @returns how many there were
 */
export async function sweepExpired(queries: Queries, resources: readonly string[], span: TimeSpan): Promise<number> {
  const rows = await queries.query(
    `update booking set status = 'expired', hold_expires_at = null, updated_at = hold_expires_at
     where id in (
       select id from booking
       where resource_id = any ($1::text[]) and status = 'held' and hold_expires_at <= clock_timestamp()
         and during && tstzrange(to_timestamp($2::float8), to_timestamp($3::float8), '[)')
       for update skip locked)
     returning true`,
    [[...resources], span.start / 1000, span.end / 1000],
  );
  return rows.length;
}

/** Any text may come in as an id; the database would refuse one that is no UUID. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** One visit by its id, kept as it is until the transaction ends if `lock` is set. */
export async function readVisit(queries: Queries, id: string, lock = false): Promise<Visit | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queries.query<Visit>(
    `select ${VISIT_COLUMNS} from booking where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

const TAKEN = `select resource_id, during from booking
  where during && tstzrange(to_timestamp($1::float8), to_timestamp($2::float8), '[)')
    and status in ('held', 'requested', 'confirmed')
    and (hold_expires_at is null or hold_expires_at > clock_timestamp())`;

// One text for each practitioner: thousands of rows cost more to hand over than to find. In two parts, each of which
// has its index.
const BUSY = `
  with taken as (${TAKEN} and not displaced union all ${TAKEN} and displaced)
  select resource_id as practitioner, string_agg(
    floor(date_part('epoch', lower(during)))::int8 || ' ' || ceil(date_part('epoch', upper(during)))::int8, ' ') as spans
  from taken group by resource_id`;

interface BusyRow extends Row {
  practitioner: string;
  /** Start, end, start, end … in seconds since 1970. */
  spans: string;
}

/** What is taken within a span of time, buffers and live holds included. */
export async function readBusyTimes(queries: Queries, { start, end }: TimeSpan): Promise<BusyTimes> {
  const rows = await queries.query<BusyRow>(BUSY, [start / 1000, end / 1000]);
  const ranges: BusyRange[] = [];
  for (const { practitioner, spans } of rows) {
    const edges = spans.split(' ').map((edge) => Number(edge) * 1000);
    for (let index = 0; index < edges.length; index += 2) {
      ranges.push({ practitioner, start: edges[index] ?? 0, end: edges[index + 1] ?? 0 });
    }
  }
  return new BusyTimes(ranges);
}

/** Stores who a booking is for, and puts it in the outbox; both stand or fall with the booking. */
export async function recordClient(queries: Queries, visit: Visit, draft: BookingDraft): Promise<void> {
  const { contact, note, locale, consents, attribution, design } = draft;
  await queries.query(
    `with client as (
       insert into client_details (booking_id, name, email, phone, note, locale, consents, attribution, design)
       values ($1::uuid, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9::text::jsonb))
     insert into outbox (kind, ref) values ($10, $1::uuid)`,
    [
      visit.id,
      contact.name,
      contact.email,
      contact.phone ?? null,
      note ?? null,
      locale ?? null,
      JSON.stringify(consents),
      attribution ? JSON.stringify(attribution) : null,
      design ? JSON.stringify(design) : null,
      `booking.${visit.status}`,
    ],
  );
}

/** Notes which booking took the place of a hold that had run out, so that the hold leads to it. */
export async function setSuccessor(queries: Queries, holdId: string, bookingId: string): Promise<void> {
  await queries.query('update booking set successor_id = $2 where id = $1', [holdId, bookingId]);
}
