import { randomUUID } from 'node:crypto';
import { firstInstantFrom } from 'smp-widgets/server';
import type { Database } from '../../demo/backend/database.js';

/** A booking that is put into the database as if it had been made. */
export interface BookedVisitOptions {
  /** On the clinic's clock: `2027-03-30`. */
  readonly date: string;
  /** `09:30`. */
  readonly time: string;
  /** Of the clock that shows it. Default: the clinic's. */
  readonly zone?: string;
  /** Default `consultation`. */
  readonly service?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale?: string;
  /** Agreed to text messages: about appointments, or to news. Default: to none. */
  readonly texts?: boolean | 'news';
  /** Default `confirmed`. */
  readonly status?: 'confirmed' | 'requested';
}

const ZONE = 'Europe/London';

/**
 * Makes bookings at any time, of the past and at night too, with their events in the outbox.
 * @param now when they were made, in milliseconds since 1970
 * @returns their ids
 */
export async function bookVisits(
  database: Database,
  visits: readonly BookedVisitOptions[],
  now: number,
): Promise<string[]> {
  const rows = visits.map(({ date, time, zone = ZONE, service = 'consultation', status = 'confirmed', ...visit }) => {
    const id = randomUUID();
    return {
      id,
      status,
      // Each with a practitioner of its own, so that none is in another's way.
      resource: id,
      service,
      local: `${date} ${time}`,
      zone,
      starts: firstInstantFrom(zone, date, time) / 1000,
      reference: `SMP-${id.slice(0, 8)}`,
      name: visit.name ?? 'Test Visitor',
      email: visit.email ?? `${id}@example.com`,
      phone: visit.phone ?? null,
      locale: visit.locale ?? null,
      consents: visit.texts
        ? [
            {
              purpose: visit.texts === 'news' ? 'marketing-sms' : 'appointment-sms',
              granted: true,
              version: '1',
              at: new Date(now).toISOString(),
            },
          ]
        : [],
    };
  });
  const parameters = [JSON.stringify(rows), now / 1000];
  const from = `jsonb_to_recordset($1::text::jsonb) as visit (id uuid, status text, resource text, service text,
    local timestamp, zone text, starts float8, reference text, name text, email text, phone text, locale text,
    consents jsonb)`;
  await database.transaction(async (transaction) => {
    await transaction.query(
      `insert into booking (id, status, resource_id, service_id, location_id, slot_id, local_start, time_zone,
         duration_minutes, starts_at, during, reference, created_at)
       select id, status, resource, service, 'riverside', 'slot', local, zone, 60, to_timestamp(starts),
         tstzrange(to_timestamp(starts), to_timestamp(starts + 3600), '[)'), reference, to_timestamp($2) from ${from}`,
      parameters,
    );
    await transaction.query(
      `insert into client_details (booking_id, name, email, phone, locale, consents)
       select id, name, email, phone, locale, consents from ${from}`,
      parameters.slice(0, 1),
    );
    await transaction.query(
      `insert into outbox (kind, ref, created_at) select 'booking.' || status, id, to_timestamp($2) from ${from}`,
      parameters,
    );
  });
  return rows.map(({ id }) => id);
}

/** Moves a booking to another time, as a client does. */
export async function moveVisit(
  database: Database,
  id: string,
  date: string,
  time: string,
  now: number,
  zone = ZONE,
): Promise<void> {
  const starts = firstInstantFrom(zone, date, time) / 1000;
  await database.query(
    `with moved as (
       update booking set local_start = $2::timestamp, starts_at = to_timestamp($3::float8), version = version + 1,
         during = tstzrange(to_timestamp($3::float8), to_timestamp($3::float8 + 3600), '[)')
       where id = $1 returning id)
     insert into outbox (kind, ref, created_at) select 'booking.moved', id, to_timestamp($4::float8) from moved`,
    [id, `${date} ${time}`, starts, now / 1000],
  );
}

/** Cancels a booking, as a client does. */
export async function cancelVisit(database: Database, id: string, now: number): Promise<void> {
  await database.query(
    `with gone as (update booking set status = 'cancelled', version = version + 1 where id = $1 returning id)
     insert into outbox (kind, ref, created_at) select 'booking.cancelled', id, to_timestamp($2::float8) from gone`,
    [id, now / 1000],
  );
}
