import type { Database } from './database.js';
import type { MessageGrant } from './message-token.js';

/**
 * Stops reminders, for all bookings that the same person has made so far or all their touch-up plans. Nothing happens
 * to the bookings, and one that is made later is reminded of again. Twice is the same as once.
 * @param now milliseconds since 1970
 * @returns the language of whoever it was; `undefined` when nothing is known of them any more
 */
export async function stopReminders(
  database: Database,
  { about, ref, tokenVersion }: MessageGrant,
  now: number,
): Promise<{ locale: string | null } | undefined> {
  const [row] =
    about === 'touch-up'
      ? await database.query<{ locale: string | null }>(
          `with person as (select email, locale from touch_up where id = $1 and token_version = $3),
           stopped as (
             update touch_up set stopped_at = to_timestamp($2::float8), version = version + 1
             where stopped_at is null and exists (select from person) and (id = $1 or lower(email) = (select lower(email) from person)))
           select locale from person`,
          [ref, now / 1000, tokenVersion],
        )
      : await database.query<{ locale: string | null }>(
          `with person as (
             select email, locale from client_details join booking on booking.id = booking_id
             where booking_id = $1 and token_version = $3),
           stopped as (
             update client_details set reminders_stopped_at = to_timestamp($2::float8)
             where reminders_stopped_at is null and lower(email) = (select lower(email) from person))
           select locale from person`,
          [ref, now / 1000, tokenVersion],
        );
  return row;
}

/** The language of whom a stop link was sent to; `undefined` when nothing is known of them any more. */
export async function readStopLocale(
  database: Database,
  { about, ref, tokenVersion }: MessageGrant,
): Promise<{ locale: string | null } | undefined> {
  const [row] = await database.query<{ locale: string | null }>(
    about === 'touch-up'
      ? 'select locale from touch_up where id = $1 and token_version = $2'
      : `select locale from client_details join booking on booking.id = booking_id
         where booking_id = $1 and token_version = $2`,
    [ref, tokenVersion],
  );
  return row;
}
