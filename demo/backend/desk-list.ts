import type { HairlineDesign, ScreeningOutcome } from 'smp-widgets/server';
import { CONSULTATION_COLUMNS, tryConsultation, type ConsultationRow } from './consultation-record.js';
import type { Queries, Row } from './database.js';
import type { HealthCipher } from './health-cipher.js';

/** A consultation as the clinic's list has it. */
export interface ListedConsultation {
  readonly id: string;
  readonly reference: string;
  readonly name: string | null;
  /** ISO instants. */
  readonly sentAt: string;
  readonly withdrawnAt: string | null;
  /** Consents that ended by themselves. */
  readonly consentsWithdrawn: readonly string[];
  /** What the server worked out. Absent: withdrawn, or it can't be opened. */
  readonly findings: ScreeningOutcome['findings'];
  readonly unreadable: boolean;
  readonly photos: number;
  /** The bookings that it belongs to, in the order in which they were made. */
  readonly bookings: readonly { readonly id: string; readonly reference: string }[];
}

/** A booking as the clinic's list has it. */
export interface ListedBooking extends Row {
  readonly id: string;
  readonly reference: string;
  /** Of the course that it is a session of, which a deposit is paid under. */
  readonly course: string | null;
  readonly status: string;
  /** Rises with each change of it, or of another session of its course: what a decision is about. */
  readonly version: number;
  readonly service: string;
  readonly practitioner: string;
  readonly location: string | null;
  /** On the clinic's clock. */
  readonly localDate: string;
  readonly localTime: string;
  readonly name: string | null;
  readonly bookedAt: string;
  /** The client has said, in answer to a reminder, that they come to this appointment as it stands. */
  readonly attending: boolean;
  /** The hairline that went along with it. */
  readonly design: HairlineDesign | null;
  readonly consultation: { readonly id: string; readonly reference: string } | null;
  /** Of its course, at the first session that stands. */
  readonly deposit: ListedDeposit | null;
}

/** What a clinic asked for in advance of a course. */
export interface ListedDeposit {
  /** The course's id. */
  readonly id: string;
  /** In the clinic's own words. */
  readonly text: string;
  /** ISO instant at which the clinic noted that it has it. */
  readonly receivedAt: string | null;
}

/** One page of what has come in, newest first. */
export interface DeskList {
  readonly consultations: readonly ListedConsultation[];
  readonly bookings: readonly ListedBooking[];
  /** There is more before this moment, in milliseconds since 1970. */
  readonly older: number | undefined;
}

const PAGE = 50;

const CONSULTATIONS = `
  select ${CONSULTATION_COLUMNS},
    (select count(*)::int from consultation_photo where consultation_id = consultation.id) as photos,
    (select coalesce(json_agg(json_build_object('id', booking.id, 'reference', booking.reference)
       order by booking.created_at), '[]') from booking
     where booking.consultation_id = consultation.id and booking.reference is not null) as bookings
  from consultation where created_at < to_timestamp($1::float8) order by created_at desc limit ${PAGE + 1}`;

/** The columns of a {@link ListedBooking}, with `created_ms` in place of `bookedAt`. */
export const LISTED_BOOKING = `
  booking.id::text as id, booking.reference, course.reference as course, booking.status,
    (select sum(session.version - 1)::int + 1 from booking session
     where session.id = booking.id or session.course_id = booking.course_id) as version,
    service_id as service, resource_id as practitioner,
    location_id as location, to_char(local_start, 'YYYY-MM-DD') as "localDate",
    to_char(local_start, 'HH24:MI') as "localTime", client_details.name, client_details.design,
    booking.status = 'confirmed' and coalesce(client_details.attending_version = booking.version, false) as attending,
    (extract(epoch from booking.created_at) * 1000)::float8 as created_ms,
    case when consultation.id is null then null
      else json_build_object('id', consultation.id, 'reference', consultation.reference) end as consultation,
    case when course.deposit is not null
      and (booking.status <> 'cancelled' or course.deposit_received_at is not null)
      and booking.id = (select session.id from booking session where session.course_id = course.id
        order by session.status = 'cancelled', session.starts_at, session.id limit 1)
      then json_build_object('id', course.id, 'text', course.deposit ->> 'text', 'receivedAt',
        to_char(course.deposit_received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as deposit`;

/** Where {@link LISTED_BOOKING} is read from. */
export const LISTED_FROM = `
  booking left join client_details on client_details.booking_id = booking.id
    left join consultation on consultation.id = booking.consultation_id
    left join course on course.id = booking.course_id
  where booking.status in ('requested', 'confirmed', 'cancelled')`;

const BOOKINGS = `
  select ${LISTED_BOOKING} from ${LISTED_FROM} and booking.created_at < to_timestamp($1::float8)
  order by booking.created_at desc limit ${PAGE + 1}`;

/**
 * What has come in.
 * @param before only what is older than this, in milliseconds since 1970. Default: everything
 */
export async function readDeskList(queries: Queries, cipher: HealthCipher, before?: number): Promise<DeskList> {
  const until = [before === undefined ? 'Infinity' : before / 1000];
  const consultations = await queries.query<ConsultationRow & Pick<ListedConsultation, 'photos' | 'bookings'>>(
    CONSULTATIONS,
    until,
  );
  const bookings = await queries.query<ListedBooking & { created_ms: number }>(BOOKINGS, until);
  // Two lists share one line in time: the later of the two moments at which one of them is cut off.
  const cuts = [consultations, bookings].flatMap((rows) =>
    rows.length > PAGE ? (rows[PAGE - 1]?.created_ms ?? []) : [],
  );
  const older = cuts.length > 0 ? Math.max(...cuts) : undefined;
  const shown = <Entry extends { created_ms: number }>(rows: readonly Entry[]) =>
    rows.filter(({ created_ms }) => older === undefined || created_ms >= older);
  return {
    consultations: shown(consultations).map((row) => ({
      id: row.id,
      reference: row.reference,
      name: row.name,
      sentAt: new Date(row.created_ms).toISOString(),
      withdrawnAt: row.withdrawn_ms === null ? null : new Date(row.withdrawn_ms).toISOString(),
      consentsWithdrawn: Object.keys(row.consents_withdrawn),
      ...findingsOf(cipher, row),
      photos: row.photos,
      bookings: row.bookings,
    })),
    bookings: shown(bookings).map(({ created_ms, ...booking }) => ({
      ...booking,
      bookedAt: new Date(created_ms).toISOString(),
    })),
    older,
  };
}

/** One record that can't be opened must not hide the others. */
function findingsOf(cipher: HealthCipher, row: ConsultationRow): Pick<ListedConsultation, 'findings' | 'unreadable'> {
  const { opened, unreadable } = tryConsultation(cipher, row);
  return { findings: opened?.outcome.findings ?? [], unreadable };
}
