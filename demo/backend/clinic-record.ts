import type { Queries } from './database.js';
import { Clinic, ClinicSchedule } from 'smp-widgets/server';

/** What the database says about the clinic itself, and which state of it that is. */
export interface ClinicRecord {
  readonly clinic: Clinic;
  readonly schedule: ClinicSchedule;
  /** Rises with each change. */
  readonly revision: number;
}

interface RecordRow extends Record<string, unknown> {
  revision: number;
  clinic: unknown;
  schedule: unknown;
}

// `json_strip_nulls`, so that what isn't set is absent, as the domain has it.
const READ = `
select
  revision::float8 as revision,
  json_strip_nulls(json_build_object(
    'id', id, 'name', name, 'timeZone', time_zone, 'phone', phone, 'email', email, 'website', website,
    'policies', policies, 'consents', consents, 'consultation', consultation, 'design', design,
    'courses', courses, 'care', care, 'touchUps', touch_ups, 'journey', journey,
    'locations', (select coalesce(json_agg(json_build_object(
        'id', id, 'name', name, 'address', address, 'phone', phone) order by position), '[]') from location),
    'services', (select coalesce(json_agg(json_build_object(
        'id', id, 'name', name, 'kind', kind, 'mode', mode, 'durationMinutes', duration_minutes,
        'description', description, 'confirmation', confirmation, 'locations', locations,
        'price', case when price_amount is not null
          then json_build_object('amount', price_amount, 'currency', price_currency) end
        ) order by position), '[]') from service),
    'practitioners', (select coalesce(json_agg(json_build_object(
        'id', id, 'name', name, 'role', role, 'services', services, 'locations', locations
        ) order by position), '[]') from practitioner)
  )) as clinic,
  json_strip_nulls(json_build_object(
    'practitioners', (select coalesce(json_agg(json_build_object(
        'practitioner', p.id,
        'hours', (select coalesce(json_agg(json_build_object(
            'weekday', weekday, 'from', opens, 'to', closes, 'location', location_id
            ) order by weekday, opens), '[]') from opening_hours where practitioner_id = p.id),
        'breaks', (select coalesce(json_agg(json_build_object('weekday', weekday, 'from', begins, 'to', ends
            ) order by weekday, begins), '[]') from rest where practitioner_id = p.id)
        ) order by p.position), '[]') from practitioner p),
    'daysOff', (select coalesce(json_agg(json_build_object(
        'from', to_char(from_date, 'YYYY-MM-DD'), 'to', to_char(to_date, 'YYYY-MM-DD'), 'practitioner', practitioner_id, 'location', location_id,
        'reason', reason) order by from_date, to_date), '[]') from days_off),
    'rules', json_build_object(
      'stepMinutes', step_minutes, 'noticeMinutes', notice_minutes, 'windowDays', window_days,
      'services', (select coalesce(json_object_agg(id, json_build_object(
          'stepMinutes', step_minutes, 'bufferBeforeMinutes', buffer_before_minutes,
          'bufferAfterMinutes', buffer_after_minutes, 'noticeMinutes', notice_minutes)), '{}') from service))
  )) as schedule
from clinic`;

/**
 * Reads the clinic in one statement, so in one state. `undefined` when the database has none.
 * @throws ZodError when what somebody wrote into the database is no clinic
 */
export async function readClinic(queries: Queries): Promise<ClinicRecord | undefined> {
  const [row] = await queries.query<RecordRow>(READ);
  return (
    row && {
      clinic: Clinic.parse(row.clinic),
      schedule: ClinicSchedule.parse(row.schedule),
      revision: row.revision,
    }
  );
}

/** Stores a clinic in an empty database. */
export async function writeClinic(queries: Queries, clinic: Clinic, schedule: ClinicSchedule): Promise<void> {
  const rules = schedule.rules ?? {};
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await queries.query(
    `insert into clinic (id, name, time_zone, phone, email, website, policies, consents, consultation,
       design, courses, care, touch_ups, journey, step_minutes, notice_minutes, window_days)
     values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9::text::jsonb, $10::text::jsonb, $11::text::jsonb,
       $12::text::jsonb, $13::text::jsonb, $14::text::jsonb, $15, $16, $17)`,
    [
      clinic.id,
      clinic.name,
      clinic.timeZone,
      clinic.phone ?? null,
      clinic.email ?? null,
      clinic.website ?? null,
      json(clinic.policies),
      json(clinic.consents),
      json(clinic.consultation),
      json(clinic.design),
      json(clinic.courses),
      json(clinic.care),
      json(clinic.touchUps),
      json(clinic.journey),
      rules.stepMinutes ?? null,
      rules.noticeMinutes ?? null,
      rules.windowDays ?? null,
    ],
  );
  for (const [position, location] of clinic.locations.entries()) {
    await queries.query('insert into location (id, position, name, address, phone) values ($1, $2, $3, $4, $5)', [
      location.id,
      position,
      location.name,
      location.address ?? null,
      location.phone ?? null,
    ]);
  }
  for (const [position, service] of clinic.services.entries()) {
    const own = rules.services?.[service.id] ?? {};
    await queries.query(
      `insert into service (id, position, name, kind, mode, duration_minutes, description, price_amount,
         price_currency, confirmation, locations, step_minutes, buffer_before_minutes, buffer_after_minutes,
         notice_minutes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        service.id,
        position,
        service.name,
        service.kind,
        service.mode,
        service.durationMinutes,
        service.description ?? null,
        service.price?.amount ?? null,
        service.price?.currency ?? null,
        service.confirmation ?? null,
        service.locations ?? null,
        own.stepMinutes ?? null,
        own.bufferBeforeMinutes ?? null,
        own.bufferAfterMinutes ?? null,
        own.noticeMinutes ?? null,
      ],
    );
  }
  for (const [position, practitioner] of clinic.practitioners.entries()) {
    await queries.query(
      'insert into practitioner (id, position, name, role, services, locations) values ($1, $2, $3, $4, $5, $6)',
      [
        practitioner.id,
        position,
        practitioner.name,
        practitioner.role ?? null,
        practitioner.services ?? null,
        practitioner.locations ?? null,
      ],
    );
  }
  for (const { practitioner, hours, breaks = [] } of schedule.practitioners) {
    for (const { weekday, from, to, location } of hours) {
      await queries.query(
        'insert into opening_hours (practitioner_id, weekday, opens, closes, location_id) values ($1, $2, $3, $4, $5)',
        [practitioner, weekday, from, to, location ?? null],
      );
    }
    for (const { weekday, from, to } of breaks) {
      await queries.query('insert into rest (practitioner_id, weekday, begins, ends) values ($1, $2, $3, $4)', [
        practitioner,
        weekday,
        from,
        to,
      ]);
    }
  }
  for (const { from, to, practitioner, location, reason } of schedule.daysOff ?? []) {
    await queries.query(
      'insert into days_off (from_date, to_date, practitioner_id, location_id, reason) values ($1, $2, $3, $4, $5)',
      [from, to, practitioner ?? null, location ?? null, reason ?? null],
    );
  }
}
