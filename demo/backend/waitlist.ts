import type { WaitlistRequest } from 'smp-widgets/server';
import type { Queries } from './database.js';

/** Who has let so many offers pass is not asked again, unless they join afresh. */
export const MOST_OFFERS = 3;

/** True of an entry that is offered nothing more; its parameters are {@link MOST_OFFERS} and the clinic's date. */
export const isOver = (entry: string, mostOffers: string, today: string): string =>
  `(${entry}.offers >= ${mostOffers} or coalesce(${entry}.to_date < ${today}::date, false))`;

/**
 * Puts a person on the list once for each service, practitioner and place. Whoever waits already keeps their turn, and
 * other dates that they name are good for them too; whoever is offered nothing more begins anew.
 * @param today the clinic's date
 */
export async function addToWaitlist(
  queries: Queries,
  id: string,
  request: WaitlistRequest,
  today: string,
): Promise<void> {
  const { contact } = request;
  const emailKey = contact.email.trim().toLowerCase();
  const wish = [
    request.service,
    request.practitioner ?? '',
    request.location ?? '',
    emailKey,
    request.from ?? null,
    request.to ?? null,
  ];
  const [added] = await queries.query(
    `with added as (
       insert into waitlist (service_id, practitioner_id, location_id, email_key, from_date, to_date, id, name, email,
         phone, note, consents, locale)
       values ($1, $2, $3, $4, $5::date, $6::date, $7::uuid, $8, $9, $10, $11, $12::text::jsonb, $13)
       on conflict on constraint waitlist_once do update set wish = waitlist.wish + 1, offers = 0,
         created_at = clock_timestamp(), from_date = excluded.from_date, to_date = excluded.to_date,
         name = excluded.name, email = excluded.email, phone = excluded.phone, note = excluded.note,
         consents = excluded.consents, locale = excluded.locale
       where ${isOver('waitlist', '$14', '$15')}
       returning id)
     insert into outbox (kind, ref) select 'waitlist.joined', id from added returning true`,
    [
      ...wish,
      id,
      contact.name,
      contact.email,
      contact.phone ?? null,
      request.note ?? null,
      JSON.stringify(request.consents),
      request.locale ?? null,
      MOST_OFFERS,
      today,
    ],
  );
  if (added) return;
  // Never fewer dates: anybody may write down anybody's address.
  await queries.query(
    `update waitlist set
       from_date = case when from_date is null or $5::date is null then null else least(from_date, $5::date) end,
       to_date = case when to_date is null or $6::date is null then null else greatest(to_date, $6::date) end
     where service_id = $1 and practitioner_id = $2 and location_id = $3 and email_key = $4`,
    wish,
  );
}

/**
 * Takes people off the list, by a condition on `waitlist` that has the parameters. A time that was kept for them is free
 * at once for the next in line.
 * @returns how many entries there were
 */
export async function removeFromWaitlist(
  queries: Queries,
  where: string,
  parameters: readonly unknown[],
): Promise<number> {
  const rows = await queries.query(
    `with gone as (delete from waitlist where ${where} returning id),
     freed as (
       update booking set status = 'released', hold_expires_at = null, updated_at = clock_timestamp()
       where status = 'held'
         and id in (select booking_id from waitlist_offer where waitlist_id in (select id from gone)))
     select id from gone`,
    [...parameters],
  );
  return rows.length;
}
