import type { Database } from './database.js';
import type { MessageGrant } from './message-token.js';

/** What a link stops, and for whom. Parameters: the thing, the version of its tokens, and now. */
const STOPS: Readonly<Record<'booking' | 'touch-up' | 'waitlist', string>> = {
  booking: `
    with person as (
      select email, locale from client_details join booking on booking.id = booking_id
      where booking_id = $1 and token_version = $2),
    stopped as (
      update client_details set reminders_stopped_at = to_timestamp($3::float8)
      where reminders_stopped_at is null and lower(email) = (select lower(email) from person))
    select locale from person`,
  'touch-up': `
    with person as (select id, email, locale from touch_up where id = $1 and token_version = $2),
    stopped as (
      update touch_up set stopped_at = to_timestamp($3::float8), version = version + 1
      where stopped_at is null
        and (id = (select id from person) or lower(email) = (select lower(email) from person)))
    select locale from person`,
  // A time that is kept for them is free at once for the next in line. There are no earlier tokens to take back.
  waitlist: `
    with person as (select email_key, locale from waitlist where id = $1 and $2::integer = 1 and $3::float8 > 0),
    gone as (delete from waitlist where email_key = (select email_key from person) returning id),
    freed as (
      update booking set status = 'released', hold_expires_at = null, updated_at = clock_timestamp()
      where status = 'held'
        and id in (select booking_id from waitlist_offer where waitlist_id in (select id from gone)))
    select locale from person`,
};

/**
 * Stops reminders, for all bookings that the same person has made so far or all their touch-up plans, or takes them off
 * the waiting list. Nothing happens to the bookings, and one that is made later is reminded of again. Twice is the same
 * as once.
 * @param now milliseconds since 1970
 * @returns the language of whoever it was; `undefined` when nothing is known of them any more
 */
export async function stopReminders(
  database: Database,
  { about, ref, tokenVersion }: MessageGrant,
  now: number,
): Promise<{ locale: string | null } | undefined> {
  if (about === 'offer') return undefined;
  const [row] = await database.query<{ locale: string | null }>(STOPS[about], [ref, tokenVersion, now / 1000]);
  return row;
}

const LOCALES: typeof STOPS = {
  booking: `
    select locale from client_details join booking on booking.id = booking_id
    where booking_id = $1 and token_version = $2`,
  'touch-up': 'select locale from touch_up where id = $1 and token_version = $2',
  waitlist: 'select locale from waitlist where id = $1 and $2::integer = 1',
};

/** The language of whom a stop link was sent to; `undefined` when nothing is known of them any more. */
export async function readStopLocale(
  database: Database,
  { about, ref, tokenVersion }: MessageGrant,
): Promise<{ locale: string | null } | undefined> {
  if (about === 'offer') return undefined;
  const [row] = await database.query<{ locale: string | null }>(LOCALES[about], [ref, tokenVersion]);
  return row;
}
