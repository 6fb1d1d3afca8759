import type { ConsentRecord } from 'smp-widgets/server';
import {
  CONSULTATION_COLUMNS,
  tryConsultation,
  withdrawConsultations,
  type ConsultationRow,
} from './consultation-record.js';
import type { Database, Queries, Row } from './database.js';
import type { HealthCipher } from './health-cipher.js';
import { readPhotos } from './photo-record.js';
import type { PhotoStore } from './photo-store.js';
import { countedAs, removeFromWaitlist } from './waitlist.js';

/** A consultation with all that is stored of it. */
interface ExportedConsultation extends Record<string, unknown> {
  readonly contact: { readonly name: string | null; readonly email: string | null; readonly phone: string | null };
}

/** What is stored of one person, found by the email address or the phone number that they gave. */
export interface PersonRecord {
  /** The address in small letters, or the digits of the number. */
  readonly contact: string;
  readonly exportedAt: string;
  readonly consultations: readonly ExportedConsultation[];
  readonly bookings: readonly Record<string, unknown>[];
  readonly waitingList: readonly Record<string, unknown>[];
  /** Wishes to be reminded of touch-ups. */
  readonly touchUps: readonly Record<string, unknown>[];
}

/** What {@link erasePerson} did. */
export interface Erasure {
  readonly consultations: number;
  readonly photos: number;
  /** Bookings of the past whose contact details, note and consents were erased. */
  readonly bookings: number;
  readonly waitingList: number;
  readonly touchUps: number;
  /** What is still there, and why. */
  readonly kept: readonly string[];
}

/** What a person is found by: an address in small letters, or the digits of a number. */
function keyOf(contact: string): string {
  return contact.includes('@') ? contact.trim().toLowerCase() : contact.replace(/\D/g, '');
}

/** A condition: what is stored in this table was given by the person whose key is the first parameter. */
const theirs = (table: string): string =>
  `case when position('@' in $1) > 0 then lower(${table}.email) = $1
     else $1 <> '' and regexp_replace(${table}.phone, '\\D', '', 'g') = $1 end`;

const instant = (ms: number): string => new Date(ms).toISOString();

interface BookingRow extends Row {
  readonly reference: string | null;
  readonly created_ms: number;
  readonly consents_ms: number;
  readonly consents: readonly ConsentRecord[];
  readonly attending_ms: number | null;
  readonly deposit_ms: number | null;
}

const BOOKINGS = `
  select booking.reference, course.reference as course, course.deposit ->> 'text' as deposit,
    (extract(epoch from course.deposit_received_at) * 1000)::float8 as deposit_ms, booking.status, service_id as service, resource_id as practitioner,
    location_id as location, to_char(local_start, 'YYYY-MM-DD') as "localDate",
    to_char(local_start, 'HH24:MI') as "localTime", time_zone as "timeZone", duration_minutes as "durationMinutes",
    details.name, details.email, details.phone, details.note, details.locale, details.attribution, details.consents,
    details.consents_withdrawn as "consentsWithdrawn",
    details.design, details.reminders_stopped_at is not null as "remindersStopped",
    (extract(epoch from details.attending_at) * 1000)::float8 as attending_ms,
    (select consultation.reference from consultation where consultation.id = booking.consultation_id) as consultation,
    (extract(epoch from booking.created_at) * 1000)::float8 as created_ms,
    (extract(epoch from details.consents_at) * 1000)::float8 as consents_ms
  from client_details details join booking on booking.id = details.booking_id
    left join course on course.id = booking.course_id
  where ${theirs('details')} order by booking.created_at`;

const WAITING = `
  select service_id as service, nullif(practitioner_id, '') as practitioner, nullif(location_id, '') as location,
    to_char(from_date, 'YYYY-MM-DD') as "from", to_char(to_date, 'YYYY-MM-DD') as "to", request, name, email,
    phone, note, locale, consents, consents_withdrawn as "consentsWithdrawn",
    confirmed_at is not null as confirmed, removed_at is not null as "takenOff",
    (extract(epoch from created_at) * 1000)::float8 as created_ms
  from waitlist where ${theirs('waitlist')} order by created_at`;

const TOUCH_UPS = `
  select name, email, phone, channels, locale, to_char(last_session, 'YYYY-MM-DD') as "lastSession",
    to_char(check_on, 'YYYY-MM-DD') as "check", to_char(review_on, 'YYYY-MM-DD') as "review",
    to_char(refresh_on, 'YYYY-MM-DD') as "refresh", consents, stopped_at is not null as stopped,
    (extract(epoch from created_at) * 1000)::float8 as created_ms
  from touch_up where ${theirs('touch_up')} order by created_at`;

async function consultationsOf(queries: Queries, cipher: HealthCipher, key: string) {
  const rows = await queries.query<ConsultationRow & { bookings: string[] }>(
    `select ${CONSULTATION_COLUMNS}, (select coalesce(array_agg(booking.reference order by booking.created_at), '{}')
       from booking where booking.consultation_id = consultation.id and booking.reference is not null) as bookings
     from consultation where ${theirs('consultation')} order by created_at`,
    [key],
  );
  const photos = await readPhotos(
    queries,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { opened, unreadable } = tryConsultation(cipher, row);
    return {
      id: row.id,
      reference: row.reference,
      sentAt: instant(row.created_ms),
      questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version },
      contact: { name: row.name, email: row.email, phone: row.phone },
      locale: row.locale,
      attribution: row.attribution,
      ...(unreadable ? { unreadable } : opened),
      consents: row.consents,
      consentsWithdrawn: row.consents_withdrawn,
      consentsReceivedAt: instant(row.consents_ms),
      bookings: row.bookings,
      photos: photos
        .filter(({ consultation_id }) => consultation_id === row.id)
        .map(({ angle, media_type, bytes, width, height, created_ms }) => ({
          angle,
          mediaType: media_type,
          bytes,
          width,
          height,
          receivedAt: instant(created_ms),
          link: `/clinic/consultations/${row.id}/photos/${angle}`,
        })),
    };
  });
}

/** All that is stored of a person. What was sealed and can't be opened is named as `unreadable`. */
export async function exportPerson(database: Database, cipher: HealthCipher, contact: string): Promise<PersonRecord> {
  const key = keyOf(contact);
  return database.transaction(async (transaction) => {
    const bookings = await transaction.query<BookingRow>(BOOKINGS, [key]);
    const waiting = await transaction.query<Row & { created_ms: number }>(WAITING, [key]);
    const touchUps = await transaction.query<Row & { created_ms: number }>(TOUCH_UPS, [key]);
    return {
      contact: key,
      exportedAt: new Date().toISOString(),
      consultations: await consultationsOf(transaction, cipher, key),
      bookings: bookings.map(({ created_ms, consents_ms, attending_ms, deposit_ms, ...booking }) => ({
        ...booking,
        bookedAt: instant(created_ms),
        consentsReceivedAt: instant(consents_ms),
        // When the clinic noted that it had the deposit of the course.
        depositReceivedAt: deposit_ms === null ? null : instant(deposit_ms),
        // When they said that they were coming.
        attendanceConfirmedAt: attending_ms === null ? null : instant(attending_ms),
      })),
      waitingList: waiting.map(({ created_ms, ...entry }) => ({ ...entry, joinedAt: instant(created_ms) })),
      touchUps: touchUps.map(({ created_ms, ...wish }) => ({ ...wish, signedUpAt: instant(created_ms) })),
    };
  });
}

/**
 * Erases what is stored of a person, but for what an appointment that is still to come needs.
 * @param now the clock, in milliseconds since 1970
 */
export async function erasePerson(
  database: Database,
  photos: PhotoStore | undefined,
  contact: string,
  now: number,
): Promise<Erasure> {
  const key = keyOf(contact);
  const { files, ...erasure } = await database.transaction(async (transaction) => {
    const consultations = await transaction.query<{ id: string }>(
      `select id::text as id from consultation where ${theirs('consultation')} for update`,
      [key],
    );
    const gone = await withdrawConsultations(
      transaction,
      consultations.map(({ id }) => id),
    );
    const bookings = await transaction.query(
      `delete from client_details using booking
       where booking.id = client_details.booking_id and (${theirs('client_details')})
         and (upper(during) <= to_timestamp($2::float8) or status not in ('requested', 'confirmed'))
       returning true`,
      [key, now / 1000],
    );
    const ahead = await transaction.query<{ reference: string }>(
      `select reference from booking join client_details on booking.id = booking_id where ${theirs('client_details')}
       order by starts_at`,
      [key],
    );
    const waitingList = await removeFromWaitlist(transaction, theirs('waitlist'), [key]);
    await transaction.query(
      `delete from letter_counted where address in (sha256(convert_to($1::text, 'UTF8')), ${countedAs('$1')})`,
      [key],
    );
    const reminded = await transaction.query(`delete from touch_up where ${theirs('touch_up')} returning true`, [key]);
    const kept = [
      ...ahead.map(
        ({ reference }) =>
          `Contact details of booking ${reference}: the appointment is still to come. Cancel it first.`,
      ),
      ...(consultations.length > 0
        ? [
            'Of each consultation its reference, and which consents were given and when, without name or address: ' +
              'to show that there was a consent while there were answers. Erased after RETENTION_DAYS.',
          ]
        : []),
      ...(bookings.length > 0
        ? ['Of past bookings the time, the practitioner and the service, which tell of nobody: they are the diary.']
        : []),
    ];
    return {
      files: gone,
      consultations: consultations.length,
      photos: gone.length,
      bookings: bookings.length,
      waitingList,
      touchUps: reminded.length,
      kept,
    };
  });
  await photos?.remove(files);
  return erasure;
}
