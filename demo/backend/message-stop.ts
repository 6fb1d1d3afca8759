import type { Database, Queries, Row } from './database.js';
import type { MessageGrant } from './message-token.js';
import { removeFromWaitlist } from './waitlist.js';

/** Stops what a `person` is reminded of as touch-ups: by their plan, or by those of the same address. */
const touchUpsStopped = (now: string): string => `
  update touch_up set stopped_at = to_timestamp(${now}::float8), version = version + 1
  where stopped_at is null
    and (id = (select id from person) or lower(email) = (select lower(email) from person))`;

/** What a link stops, and for whom. Parameters: the thing, the version of its tokens, and now. */
const STOPS: Readonly<Record<'booking' | 'touch-up', string>> = {
  booking: `
    with person as (
      select null::uuid as id, email, locale from client_details join booking on booking.id = booking_id
      where booking_id = $1 and token_version = $2),
    stopped as (
      update client_details set reminders_stopped_at = to_timestamp($3::float8)
      where reminders_stopped_at is null and lower(email) = (select lower(email) from person)),
    others as (${touchUpsStopped('$3')})
    select locale from person`,
  // Anybody can give anybody's address beside a number of their own: a link that may have come by text stops no
  // reminders of visits but those of that number.
  'touch-up': `
    with person as (
      select id, email, locale, regexp_replace(phone, '\\D', '', 'g') as phone,
        consents @> '[{"purpose": "touch-up-sms", "granted": true}]' as texted
      from touch_up where id = $1 and token_version = $2),
    stopped as (${touchUpsStopped('$3')}),
    others as (
      update client_details set reminders_stopped_at = to_timestamp($3::float8) from person
      where reminders_stopped_at is null and lower(client_details.email) = lower(person.email)
        and (not texted or regexp_replace(client_details.phone, '\\D', '', 'g') = person.phone))
    select locale from person`,
};

/** Whom a link was sent to that stops something. */
export interface StopSubject {
  /** The language that they read; `null` where it isn't known any more. */
  readonly locale: string | null;
  /** They are off the waiting list, whether by this link or because they have a booking, so that nothing is to be done. */
  readonly hasLeft?: boolean;
}

const LEFT: StopSubject = { locale: null, hasLeft: true };

/**
 * Stops reminders, of all bookings that the same person has made so far and all their touch-up plans, or takes them off
 * the waiting list. Nothing happens to the bookings, and one that is made later is reminded of again. Twice is the same
 * as once.
 * @param now milliseconds since 1970
 * @returns whoever it was; `undefined` when nothing is known of them any more
 */
export async function stopReminders(
  database: Database,
  grant: MessageGrant,
  now: number,
): Promise<StopSubject | undefined> {
  const { about, ref, tokenVersion } = grant;
  if (about === 'waitlist') {
    return database.transaction(async (transaction) => {
      const person = await readStopSubject(transaction, grant);
      await removeFromWaitlist(transaction, 'email_key = (select email_key from waitlist where id = $1)', [ref]);
      return person;
    });
  }
  if (about !== 'booking' && about !== 'touch-up') return undefined;
  const [row] = await database.query<StopSubject & Row>(STOPS[about], [ref, tokenVersion, now / 1000]);
  return row;
}

/** Stops touch-up reminders alone, for their owner's plan and the others of the same address. */
export async function stopTouchUps(queries: Queries, id: string, now: number): Promise<void> {
  await queries.query(`with person as (select id, email from touch_up where id = $1) ${touchUpsStopped('$2')}`, [
    id,
    now / 1000,
  ]);
}

const LOCALES: typeof STOPS = {
  booking: `
    select locale from client_details join booking on booking.id = booking_id
    where booking_id = $1 and token_version = $2`,
  'touch-up': 'select locale from touch_up where id = $1 and token_version = $2',
};

/** Whom a stop link was sent to; `undefined` when nothing is known of them any more. */
export async function readStopSubject(
  queries: Queries,
  { about, ref, tokenVersion }: MessageGrant,
): Promise<StopSubject | undefined> {
  if (about !== 'booking' && about !== 'touch-up' && about !== 'waitlist') return undefined;
  // There are no earlier tokens to take back, and no entry is found once somebody is off the list.
  const [row] =
    about === 'waitlist'
      ? await queries.query<StopSubject & Row>('select locale from waitlist where id = $1', [ref])
      : await queries.query<StopSubject & Row>(LOCALES[about], [ref, tokenVersion]);
  return row ?? (about === 'waitlist' && tokenVersion === 1 ? LEFT : undefined);
}
