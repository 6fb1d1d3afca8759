import type { WaitlistRequest } from 'smp-widgets/server';
import type { Queries } from './database.js';

/** Who has let so many offers pass is not asked again, unless they join afresh. */
export const MOST_OFFERS = 3;

/** True of an entry that is offered nothing more; its parameters are {@link MOST_OFFERS} and the clinic's date. */
export const isOver = (entry: string, mostOffers: string, today: string): string =>
  `(${entry}.offers >= ${mostOffers} or coalesce(${entry}.to_date < ${today}::date, false))`;

/** True of an entry for which a time is kept at this moment. */
export const hasOpenOffer = (entry: string): string =>
  `exists (select from waitlist_offer offer join booking on booking.id = offer.booking_id
     where offer.waitlist_id = ${entry}.id and booking.status = 'held' and hold_expires_at > clock_timestamp())`;

/**
 * Puts a person on the list once for each service, practitioner and place. Whoever waits already keeps their turn, and
 * other dates that they name are good for them too; whoever is offered nothing more begins anew. An address is told of
 * that once a day, and while a time is kept for somebody, nobody changes whose it is.
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
    request.request ?? false,
    MOST_OFFERS,
    today,
  ];
  const over = isOver('waitlist', '$8', '$9');
  const [added] = await queries.query(
    `with added as (
       insert into waitlist (service_id, practitioner_id, location_id, email_key, from_date, to_date, request, id, name,
         email, phone, note, consents, locale, told_at)
       values ($1, $2, $3, $4, $5::date, $6::date, $7, $10::uuid, $11, $12, $13, $14, $15::text::jsonb, $16,
         statement_timestamp())
       on conflict on constraint waitlist_once do update set wish = waitlist.wish + 1, offers = 0,
         created_at = clock_timestamp(), from_date = excluded.from_date, to_date = excluded.to_date,
         request = excluded.request, name = excluded.name, email = excluded.email, phone = excluded.phone,
         note = excluded.note, consents = excluded.consents, consents_withdrawn = '{}', locale = excluded.locale,
         told_at = case when exists (
             select from waitlist theirs where theirs.email_key = $4 and theirs.told_at > statement_timestamp() - interval '1 day')
           then waitlist.told_at else statement_timestamp() end
       where ${over} and not ${hasOpenOffer('waitlist')}
       returning id, told_at = statement_timestamp() as is_told),
     told as (insert into outbox (kind, ref) select 'waitlist.joined', id from added where is_told)
     select true from added`,
    [
      ...wish,
      id,
      contact.name,
      contact.email,
      contact.phone ?? null,
      request.note ?? null,
      JSON.stringify(request.consents),
      request.locale ?? null,
    ],
  );
  if (added) return;
  // Never fewer dates, nor another person: anybody may write down anybody's address. Whoever joins again while the last
  // of their offers is open goes on waiting when it runs out.
  await queries.query(
    `update waitlist set
       from_date = case when from_date is null or $5::date is null then null else least(from_date, $5::date) end,
       to_date = case when to_date is null or $6::date is null then null else greatest(to_date, $6::date) end,
       request = request or $7,
       wish = case when ${over} then wish + 1 else wish end,
       created_at = case when ${over} then clock_timestamp() else created_at end,
       offers = case when ${over} then 0 else offers end
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
