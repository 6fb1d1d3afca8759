import type { KeptTouchUps, TouchUpChannel, TouchUpConsent } from 'smp-widgets/server';
import type { Queries, Row } from './database.js';

/** A wish as it is stored. */
export interface StoredTouchUps {
  readonly id: string;
  readonly kept: KeptTouchUps;
  readonly tokenVersion: number;
  /** When its owner was last told of it, in milliseconds since 1970. */
  readonly toldAt: number;
}

interface TouchUpRow extends Row {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channels: TouchUpChannel[];
  readonly locale: string | null;
  readonly last_session: string;
  readonly check_on: string;
  readonly review_on: string;
  readonly refresh_on: string;
  readonly consents: TouchUpConsent[];
  readonly version: number;
  readonly token_version: number;
  readonly stopped: boolean;
  readonly told_ms: number;
}

const COLUMNS = `id::text as id, name, email, phone, channels, locale, to_char(last_session, 'YYYY-MM-DD') as last_session,
  to_char(check_on, 'YYYY-MM-DD') as check_on, to_char(review_on, 'YYYY-MM-DD') as review_on,
  to_char(refresh_on, 'YYYY-MM-DD') as refresh_on, consents, version, token_version,
  stopped_at is not null as stopped, (extract(epoch from told_at) * 1000)::float8 as told_ms`;

/** Stores a new wish and has it told; `false` when this address has one. */
export async function insertTouchUps(
  queries: Queries,
  wish: { id: string; contactKey: string; timeZone: string; kept: KeptTouchUps; now: number },
): Promise<boolean> {
  const { id, contactKey, timeZone, kept, now } = wish;
  const rows = await queries.query(
    `with added as (
       insert into touch_up (id, name, email, phone, channels, locale, last_session, check_on, review_on, refresh_on,
         consents, version, contact_key, time_zone, created_at, told_at)
       values ($1::uuid, $2, $3, $4, $5::text[], $6, $7::date, $8::date, $9::date, $10::date, $11::text::jsonb, $12,
         $14, $15, to_timestamp($13::float8), to_timestamp($13::float8))
       on conflict on constraint touch_up_once do nothing returning id)
     insert into outbox (kind, ref, created_at) select 'touch-up.signed', id, to_timestamp($13::float8) from added
     returning true`,
    [id, ...valuesOf(kept, now), now / 1000, contactKey, timeZone],
  );
  return rows.length > 0;
}

/** Stores what a wish has become, and has what is sent planned anew. @param told its owner is told of it */
export async function updateTouchUps(
  queries: Queries,
  { id, kept, now, told = false }: { id: string; kept: KeptTouchUps; now: number; told?: boolean },
): Promise<void> {
  await queries.query(
    `with changed as (
       update touch_up set name = $2, email = $3, phone = $4, channels = $5::text[], locale = $6,
         last_session = $7::date, check_on = $8::date, review_on = $9::date, refresh_on = $10::date,
         consents = $11::text::jsonb, version = $12, stopped_at = null,
         told_at = case when $14 then to_timestamp($13::float8) else told_at end
       where id = $1::uuid returning id)
     insert into outbox (kind, ref, created_at)
     select case when $14 then 'touch-up.signed' else 'touch-up.changed' end, id, to_timestamp($13::float8) from changed`,
    [id, ...valuesOf(kept, now), now / 1000, told],
  );
}

/** $2 to $12 of both statements. Each consent is given the moment at which it arrived. */
function valuesOf(kept: KeptTouchUps, now: number): unknown[] {
  const { contact, channels, locale, lastSession, dates, consents, version } = kept;
  const receivedAt = new Date(now).toISOString();
  return [
    contact.name,
    contact.email ?? null,
    contact.phone ?? null,
    [...channels],
    locale ?? null,
    lastSession,
    dates.check,
    dates.review,
    dates.refresh,
    JSON.stringify(consents.map((consent) => ({ receivedAt, ...consent }))),
    version,
  ];
}

/** A wish by its id. */
export const readTouchUps = (queries: Queries, id: string, lock = false): Promise<StoredTouchUps | undefined> =>
  readOne(queries, `id = $1::uuid ${lock ? 'for update' : ''}`, id);

/** The wish of an address, kept for this transaction. */
export const lockTouchUps = (queries: Queries, contactKey: string): Promise<StoredTouchUps | undefined> =>
  readOne(queries, 'contact_key = $1 for update', contactKey);

async function readOne(queries: Queries, where: string, value: string): Promise<StoredTouchUps | undefined> {
  const [row] = await queries.query<TouchUpRow>(`select ${COLUMNS} from touch_up where ${where}`, [value]);
  if (!row) return undefined;
  const { id, name, email, phone, channels, locale, consents, version, stopped } = row;
  return {
    id,
    tokenVersion: row.token_version,
    toldAt: row.told_ms,
    kept: {
      lastSession: row.last_session,
      contact: { name, ...(email !== null && { email }), ...(phone !== null && { phone }) },
      channels,
      consents,
      dates: { check: row.check_on, review: row.review_on, refresh: row.refresh_on },
      ...(locale !== null && { locale }),
      version,
      stopped,
    },
  };
}

/** Forgets wishes that nothing is sent for any more: those that were stopped, and those whose last date has passed. */
export async function tidyTouchUps(queries: Queries, now: number): Promise<number> {
  const rows = await queries.query(
    `delete from touch_up where stopped_at < to_timestamp($1::float8) - interval '30 days'
       or refresh_on < (to_timestamp($1::float8) - interval '100 days')::date
     returning true`,
    [now / 1000],
  );
  return rows.length;
}
