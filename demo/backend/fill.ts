import { Availability, BusyTimes, addDays, wallTime, type Clinic, type ClinicSchedule } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import { writeClinic } from './clinic-record.js';
import type { Database } from './database.js';
import { NEW_VISIT_COLUMNS, valuesOf } from './visit.js';

/** How much {@link fillYear} stores. */
export interface FillOptions {
  /** First day, in milliseconds since 1970. Default: now. */
  readonly now?: number;
  /** Default 20,000. */
  readonly bookings?: number;
}

const SERVICE = 'consultation';
const NAMES = ['maya', 'idris', 'tomasz', 'amara', 'rowan'];
const WEEKDAYS = [1, 2, 3, 4, 5, 6];
const CHUNK = 1000;

/** The invented clinic with five practitioners who work six long days a week and can be booked a year ahead. */
function busyClinic(): { clinic: Clinic; schedule: ClinicSchedule } {
  const { clinic } = fakeClinic;
  const [place] = clinic.locations;
  const location = place ? { location: place.id } : {};
  return {
    clinic: {
      ...clinic,
      services: clinic.services.map((service) =>
        service.id === SERVICE ? { ...service, durationMinutes: 30 } : service,
      ),
      practitioners: NAMES.map((id) => ({ id, name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)} of the Clinic` })),
    },
    schedule: {
      practitioners: NAMES.map((practitioner) => ({
        practitioner,
        hours: WEEKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '19:00', ...location })),
        breaks: WEEKDAYS.map((weekday) => ({ weekday, from: '13:00', to: '13:30' })),
      })),
      rules: { stepMinutes: 30, noticeMinutes: 60, windowDays: 365 },
    },
  };
}

/**
 * Fills an empty database with a year of five practitioners and many bookings, spread evenly with gaps, for load tests.
 * @returns how many bookings there are
 */
export async function fillYear(database: Database, options: FillOptions = {}): Promise<number> {
  const { now = Date.now(), bookings = 20_000 } = options;
  const { clinic, schedule } = busyClinic();
  await database.transaction((transaction) => writeClinic(transaction, clinic, schedule));
  const availability = new Availability(clinic, schedule);
  const nothing = new BusyTimes();
  const today = wallTime(clinic.timeZone, now).date;
  const wanted = NAMES.flatMap((practitioner) => {
    const search = availability.resolve({ service: SERVICE, practitioner }, now);
    return availability.list({ ...search, from: today, to: addDays(today, 366) }, nothing, now);
  });
  if (wanted.length < bookings) throw new Error(`A year has room for ${wanted.length} bookings, not ${bookings}`);
  // Each place in the list gets its share, so that every week is as full as the others.
  const chosen = wanted.filter(
    (_, index) => Math.floor(((index + 1) * bookings) / wanted.length) > Math.floor((index * bookings) / wanted.length),
  );
  for (let from = 0; from < chosen.length; from += CHUNK) {
    const rows = chosen.slice(from, from + CHUNK).flatMap((slot, index) => {
      const [candidate] = availability.candidates(slot.id, nothing, now);
      if (!candidate) return [];
      const number = from + index;
      const id = `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
      const values = valuesOf({ id, serviceId: SERVICE, durationMinutes: 30, candidate });
      return [[...values, `FILL-${number}`, `Visitor ${number}`, `visitor-${number}@example.com`]];
    });
    await database.query(
      `with row as (select value as v from json_array_elements($1::text::json)),
       booked as (
         insert into booking (${NEW_VISIT_COLUMNS}, status, reference)
         select (v->>0)::uuid, v->>1, v->>2, v->>3, v->>4, (v->>5)::timestamp, v->>6, (v->>7)::smallint,
           (v->>8)::integer, (v->>9)::integer, (v->>10)::integer, to_timestamp((v->>11)::float8),
           tstzrange(to_timestamp((v->>12)::float8), to_timestamp((v->>13)::float8), '[)'), 'confirmed', v->>14
         from row)
       insert into client_details (booking_id, name, email, consents)
       select (v->>0)::uuid, v->>15, v->>16, '[]' from row`,
      [JSON.stringify(rows)],
    );
  }
  await database.script('analyze');
  return chosen.length;
}
