import type { WaitlistRequest } from 'smp-widgets/server';
import type { Database, Queries, Row } from './database.js';
import type { MessageGrant } from './message-token.js';

/** Who has let so many offers pass is not asked again, unless they join afresh. */
export const MOST_OFFERS = 3;
/** How often a day an address is asked whether it wants to wait: anybody may write down anybody's. */
const MOST_ASKED = 3;
/** How long whoever has the address has time to confirm that they want to wait. */
export const CONFIRM_DAYS = 7;
/** How long somebody stays on the list whom no mail has reached yet. */
const UNREACHED_DAYS = 365;

/** True of an entry that is offered nothing more; its parameters are {@link MOST_OFFERS} and the clinic's date. */
export const isOver = (entry: string, mostOffers: string, today: string): string =>
  `(${entry}.removed_at is not null or ${entry}.offers >= ${mostOffers}
    or coalesce(${entry}.to_date < ${today}::date, false))`;

/** True of an entry for which a time is kept at this moment. */
export const hasOpenOffer = (entry: string): string =>
  `exists (select from waitlist_offer offer join booking on booking.id = offer.booking_id
     where offer.waitlist_id = ${entry}.id and booking.status = 'held' and hold_expires_at > clock_timestamp())`;

/** True of an entry whose address was asked whether it wants to wait for that, or is about to be. */
export const isAsked = (entry: string): string =>
  `(exists (select from message
       where kind = 'waitlist.joined' and ref = ${entry}.id and version = ${entry}.wish)
     or exists (select from outbox where kind = 'waitlist.joined' and ref = ${entry}.id and delivered_at is null))`;

/** What these letters to an address are counted by, whatever becomes of what they were about. */
export const countedAs = (email: string): string => `sha256(convert_to('waitlist ' || ${email}::text, 'UTF8'))`;

/** True where an entry names a person like this: who knows the address alone gives another name or number. */
const isPerson = (entry: string, name: string, phone: string): string =>
  `(lower(trim(${entry}.name)) = lower(trim(${name}))
    and regexp_replace(coalesce(${entry}.phone, ''), '\\D', '', 'g') = regexp_replace(coalesce(${phone}, ''), '\\D', '', 'g'))`;

/** What stays withdrawn once consents are given: all but what they give again, of what was withdrawn on a condition. */
const givenAnew = (consents: string, condition: string): string =>
  `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(waitlist.consents_withdrawn)
    where not (${consents} @> jsonb_build_array(jsonb_build_object('purpose', key, 'granted', true)) and ${condition}))`;

/**
 * Puts a person on the list once for each service, practitioner and place, where they wait once whoever has the address
 * has confirmed it. Whoever waits already keeps their turn, and the dates that they name now are those that count; if
 * somebody else says so, other dates are only added. Whoever is offered nothing more, or has not confirmed yet, begins
 * anew. While a time is kept for somebody, nobody changes whose it is. The consents of the same person are those that
 * they give now; what was withdrawn before stays so until the address is confirmed.
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
  // One after another, or each of many at once would be the first of its day.
  await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`waitlist ${emailKey}`]);
  const [asked] = await queries.query<{ count: number }>(
    `select count(*)::int as count from letter_counted
     where address = ${countedAs('$1')} and sent_at > statement_timestamp() - interval '1 day'`,
    [emailKey],
  );
  const mayAsk = (asked?.count ?? 0) < MOST_ASKED;
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
    contact.name,
    contact.phone ?? null,
  ];
  const over = isOver('waitlist', '$8', '$9');
  const [added] = await queries.query(
    `with added as (
       insert into waitlist (service_id, practitioner_id, location_id, email_key, from_date, to_date, request, name,
         phone, id, email, note, consents, locale, told_at)
       values ($1, $2, $3, $4, $5::date, $6::date, $7, $10, $11, $12::uuid, $13, $14, $15::text::jsonb, $16,
         statement_timestamp())
       on conflict on constraint waitlist_once do update set wish = waitlist.wish + 1, offers = 0,
         created_at = clock_timestamp(), from_date = excluded.from_date, to_date = excluded.to_date,
         request = excluded.request, name = excluded.name, email = excluded.email, phone = excluded.phone,
         note = excluded.note, consents = excluded.consents, locale = excluded.locale,
         told_at = excluded.told_at, confirmed_at = null, removed_at = null
       where (${over} or (waitlist.confirmed_at is null and $17)) and not ${hasOpenOffer('waitlist')}
       returning id),
     told as (insert into outbox (kind, ref) select 'waitlist.joined', id from added where $17),
     counted as (
       insert into letter_counted (address, sent_at)
       select ${countedAs('$4')}, statement_timestamp() from added where $17)
     select true from added`,
    [
      ...wish,
      id,
      contact.email,
      request.note ?? null,
      JSON.stringify(request.consents),
      request.locale ?? null,
      mayAsk,
    ],
  );
  if (added) return;
  // From somebody who may be another never fewer dates, and never another person. Whoever joins again while the last of
  // their offers is open goes on waiting when it runs out.
  const same = isPerson('waitlist', '$10', '$11');
  // Before the address is confirmed, they say nothing that counts.
  const anew = `${same} and confirmed_at is not null`;
  const goesOn = `${over} and ${hasOpenOffer('waitlist')}`;
  await queries.query(
    `update waitlist set
       from_date = case when ${same} then $5::date when from_date is null or $5::date is null then null
         else least(from_date, $5::date) end,
       to_date = case when ${same} then $6::date when to_date is null or $6::date is null then null
         else greatest(to_date, $6::date) end,
       request = request or $7,
       consents = case when ${anew} then $12::text::jsonb else consents end,
       consents_withdrawn = case when ${anew} then ${givenAnew('$12::text::jsonb', 'true')} else consents_withdrawn end,
       wish = case when ${goesOn} then wish + 1 else wish end,
       created_at = case when ${goesOn} then clock_timestamp() else created_at end,
       offers = case when ${goesOn} then 0 else offers end
     where service_id = $1 and practitioner_id = $2 and location_id = $3 and email_key = $4`,
    [...wish, JSON.stringify(request.consents)],
  );
}

/** Somebody who was asked whether they want to wait. */
export interface AskedToConfirm {
  readonly state: 'open' | 'confirmed' | 'later' | 'gone';
  readonly locale: string | null;
  /** As it was given; whoever confirms says that it is theirs. */
  readonly phone: string | null;
}

/**
 * What a link about confirming leads to. `later`: they have joined again since, and the mail about that has the link that
 * counts. `gone`: they are offered nothing more. `undefined`: nothing is known of them any more.
 * @param now milliseconds since 1970
 */
export async function readAsked(
  queries: Queries,
  { about, ref, version }: MessageGrant,
  now: number,
): Promise<AskedToConfirm | undefined> {
  if (about !== 'waitlist' || version === undefined) return undefined;
  const [row] = await queries.query<AskedToConfirm & Row>(
    `select locale, phone, case
         when ${isOver('waitlist', '$3', '(to_timestamp($4::float8) at time zone (select time_zone from clinic))')} then 'gone'
         when confirmed_at is not null then 'confirmed' when wish = $2 then 'open' else 'later' end as state
     from waitlist where id = $1`,
    [ref, version, MOST_OFFERS, now / 1000],
  );
  return row;
}

/**
 * Notes that whoever has the address wants to wait, for all that the same person is on the list for. Twice is the same
 * as once.
 * @param now milliseconds since 1970
 * @returns what there is now, as {@link readAsked} has it
 */
export async function confirmWaiting(
  queries: Queries,
  grant: MessageGrant,
  now: number,
): Promise<AskedToConfirm | undefined> {
  if ((await readAsked(queries, grant, now))?.state === 'open') {
    await queries.query(
      `update waitlist set confirmed_at = to_timestamp($3::float8),
         consents_withdrawn = ${givenAnew('waitlist.consents', "(value ->> 'at')::timestamptz < waitlist.created_at")}
       from waitlist asked
       where asked.id = $1 and asked.wish = $2 and waitlist.confirmed_at is null and waitlist.removed_at is null
         and waitlist.email_key = asked.email_key and ${isPerson('waitlist', 'asked.name', 'asked.phone')}`,
      [grant.ref, grant.version, now / 1000],
    );
  }
  return readAsked(queries, grant, now);
}

/**
 * Has somebody who waits told that the clinic has taken them off the list. A time that was kept for them is free at once.
 * @param queries a transaction
 * @param now milliseconds since 1970
 * @returns whether there was one who waits
 */
export async function dismissFromWaitlist(queries: Queries, id: string, now: number): Promise<boolean> {
  // Locked first: an offer that is being made to them at this moment is stored by then, or is not made.
  const waits = 'id = $1 and removed_at is null and confirmed_at is not null';
  await queries.query(`select from waitlist where ${waits} for update`, [id]);
  const rows = await queries.query(
    `with gone as (
       update waitlist set removed_at = to_timestamp($2::float8)
       where ${waits} returning id),
     freed as (${FREED}),
     told as (
       insert into outbox (kind, ref, created_at) select 'waitlist.removed', id, to_timestamp($2::float8) from gone)
     select id from gone`,
    [id, now / 1000],
  );
  return rows.length > 0;
}

/**
 * Forgets whoever did not confirm in time, and whom the clinic has taken off the list and told. With a question that
 * nobody answered goes all that it would have confirmed, and all that had been written down by then.
 */
export async function tidyWaitlist(database: Database): Promise<number> {
  return database.transaction((transaction) =>
    removeFromWaitlist(
      transaction,
      `confirmed_at is null and (told_at < clock_timestamp() - interval '${UNREACHED_DAYS} days' or exists (
           select from waitlist asked join message
             on message.kind = 'waitlist.joined' and message.ref = asked.id and message.version = asked.wish
           where asked.email_key = waitlist.email_key and asked.confirmed_at is null
             and message.state = 'sent' and message.done_at < clock_timestamp() - interval '${CONFIRM_DAYS} days'
             and (asked.id = waitlist.id or not ${isAsked('waitlist')}
               and (waitlist.created_at < message.done_at or ${isPerson('waitlist', 'asked.name', 'asked.phone')}))))
         or removed_at < clock_timestamp() - interval '2 days'`,
      [],
    ),
  );
}

/**
 * Has those asked who were written down when their address had been asked often enough that day: one a day for each
 * address, and none while it has a question to answer.
 * @param today the clinic's date
 */
export async function askUnasked(database: Database, today: string): Promise<void> {
  await database.transaction(async (transaction) => {
    // One server after another, or each would ask.
    await transaction.query(`select pg_advisory_xact_lock(hashtextextended('waitlist unasked', 0))`);
    await transaction.query(
      `with due as (
         select distinct on (email_key) id, email_key from waitlist
         where confirmed_at is null and not ${isOver('waitlist', '$1', '$2')}
           and not exists (select from waitlist other
             where other.email_key = waitlist.email_key and other.confirmed_at is null and ${isAsked('other')})
           and not exists (select from letter_counted
             where address = ${countedAs('waitlist.email_key')} and sent_at > statement_timestamp() - interval '1 day')
         order by email_key, created_at),
       told as (update waitlist set told_at = statement_timestamp() from due where waitlist.id = due.id),
       counted as (
         insert into letter_counted (address, sent_at) select ${countedAs('email_key')}, statement_timestamp() from due)
       insert into outbox (kind, ref) select 'waitlist.joined', id from due`,
      [MOST_OFFERS, today],
    );
  });
}

/** Frees what was kept for those in `gone`. */
const FREED = `
  update booking set status = 'released', hold_expires_at = null, updated_at = clock_timestamp()
  where status = 'held'
    and id in (select booking_id from waitlist_offer where waitlist_id in (select id from gone))`;

/**
 * Takes people off the list, by a condition on `waitlist` that has the parameters. A time that was kept for them is free
 * at once for the next in line.
 * @param queries a transaction
 * @returns how many entries there were
 */
export async function removeFromWaitlist(
  queries: Queries,
  where: string,
  parameters: readonly unknown[],
): Promise<number> {
  // Locked first, and in one order: see above.
  const found = await queries.query<{ id: string }>(
    `select id::text as id from waitlist where ${where} order by id for update`,
    [...parameters],
  );
  const rows = await queries.query(
    `with gone as (delete from waitlist where id = any ($1::uuid[]) returning id),
     freed as (${FREED})
     select id from gone`,
    [found.map(({ id }) => id)],
  );
  return rows.length;
}
