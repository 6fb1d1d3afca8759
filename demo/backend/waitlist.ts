import type { WaitlistRequest } from 'smp-widgets/server';
import type { Queries } from './database.js';

/** Puts a person on the list once for each service, practitioner and place; a second time changes nothing. */
export async function addToWaitlist(queries: Queries, id: string, request: WaitlistRequest): Promise<void> {
  const { contact } = request;
  await queries.query(
    `with added as (
       insert into waitlist (id, service_id, practitioner_id, location_id, from_date, to_date, email_key, name, email,
         phone, note, consents, locale)
       values ($1::uuid, $2, $3, $4, $5::date, $6::date, $7, $8, $9, $10, $11, $12::text::jsonb, $13)
       on conflict on constraint waitlist_once do nothing returning id)
     insert into outbox (kind, ref) select 'waitlist.joined', id from added`,
    [
      id,
      request.service,
      request.practitioner ?? '',
      request.location ?? '',
      request.from ?? null,
      request.to ?? null,
      contact.email.trim().toLowerCase(),
      contact.name,
      contact.email,
      contact.phone ?? null,
      request.note ?? null,
      JSON.stringify(request.consents),
      request.locale ?? null,
    ],
  );
}
