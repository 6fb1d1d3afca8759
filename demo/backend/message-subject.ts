import type { Queries, Row } from './database.js';
import type { MessageChannel, PlannedTouchUps, PlannedVisit } from './message-plan.js';
import { VISIT_COLUMNS, type Visit } from './visit.js';

/** Whom a message goes to. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  /** BCP 47 tag of the language that they read. */
  readonly locale: string | null;
}

/** A booking as messages see it, as it stands at this moment. */
export interface BookedVisit {
  readonly visit: Visit;
  /** Absent: erased. */
  readonly recipient: Recipient | undefined;
  readonly plan: PlannedVisit;
  /** Its reminders were stopped. */
  readonly stopped: boolean;
  /** When the same client's skin is worked on next, in milliseconds since 1970. */
  readonly nextTreatment: number | undefined;
}

interface BookedRow extends Visit {
  readonly client_name: string | null;
  readonly client_email: string;
  readonly client_phone: string | null;
  readonly client_locale: string | null;
  readonly is_treatment: boolean | null;
  readonly may_text: boolean | null;
  readonly stopped: boolean;
  readonly next_ms: number | null;
}

const TREATMENTS = `('treatment', 'touch-up')`;

const BOOKED = `
  select ${VISIT_COLUMNS}, details.name as client_name, details.email as client_email, details.phone as client_phone,
    details.locale as client_locale, details.reminders_stopped_at is not null as stopped,
    (select kind in ${TREATMENTS} from service where service.id = booking.service_id) as is_treatment,
    details.phone is not null
      and details.consents @> '[{"purpose": "appointment-sms", "granted": true}]'::jsonb
      and not jsonb_exists(details.consents_withdrawn, 'appointment-sms') as may_text,
    (select (extract(epoch from min(other.starts_at)) * 1000)::float8
     from client_details theirs
       join booking other on other.id = theirs.booking_id
       join service on service.id = other.service_id
     where lower(theirs.email) = lower(details.email) and other.status = 'confirmed'
       and other.starts_at > booking.starts_at and service.kind in ${TREATMENTS}) as next_ms
  from booking left join client_details details on details.booking_id = booking.id
  where booking.id = $1`;

/** A booking and whose it is. */
export async function readBooked(queries: Queries, id: string): Promise<BookedVisit | undefined> {
  const [row] = await queries.query<BookedRow>(BOOKED, [id]);
  if (!row) return undefined;
  return {
    visit: row,
    recipient:
      row.client_name === null
        ? undefined
        : { name: row.client_name, email: row.client_email, phone: row.client_phone, locale: row.client_locale },
    plan: {
      localDate: row.local_date,
      localTime: row.local_time,
      durationMinutes: row.duration_minutes,
      isTreatment: row.is_treatment === true,
      sms: row.may_text === true,
    },
    stopped: row.stopped,
    nextTreatment: row.next_ms ?? undefined,
  };
}

/**
 * What is told of together with a booking, itself included, in order of time: the sessions of its course that stand or,
 * when it is cancelled, those that were cancelled in one go with it.
 */
export async function readTogether(queries: Queries, { id, course_id: courseId, status }: Visit): Promise<Visit[]> {
  return queries.query<Visit>(
    `select ${VISIT_COLUMNS} from booking
     where booking.id = $1 or course_id = $2 and case when $3 then status in ('requested', 'confirmed')
       else status = 'cancelled' and cancelled_at = (select own.cancelled_at from booking own where own.id = $1) end
     order by starts_at, booking.id`,
    [id, courseId, status !== 'cancelled'],
  );
}

/** All sessions of a course, as they stand or not. */
export async function readCourse(queries: Queries, courseId: string): Promise<Visit[]> {
  return queries.query<Visit>(`select ${VISIT_COLUMNS} from booking where course_id = $1`, [courseId]);
}

/** The same one whenever it is asked for, of some visits of a client who can be written to. */
export async function readLead(queries: Queries, visits: readonly Visit[]): Promise<Visit | undefined> {
  const [row] = await queries.query<{ id: string }>(
    `select booking_id::text as id from client_details where booking_id = any ($1::uuid[])
     order by booking_id limit 1`,
    [visits.map(({ id }) => id)],
  );
  return visits.find(({ id }) => id === row?.id);
}

/** Somebody who wants to be reminded of touch-ups. */
export interface TouchUpSubject {
  readonly recipient: Recipient;
  readonly plan: PlannedTouchUps;
  readonly timeZone: string;
  readonly version: number;
  readonly stopped: boolean;
  /** Of its tokens. */
  readonly tokenVersion: number;
}

interface TouchUpRow extends Row {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly channels: readonly string[];
  readonly check_on: string | null;
  readonly review_on: string | null;
  readonly refresh_on: string | null;
  readonly time_zone: string;
  readonly version: number;
  readonly token_version: number;
  readonly stopped: boolean;
}

/** A wish to be reminded of touch-ups, and whose it is. */
export async function readTouchUp(queries: Queries, id: string): Promise<TouchUpSubject | undefined> {
  const [row] = await queries.query<TouchUpRow>(
    `select name, email, phone, locale, channels, to_char(check_on, 'YYYY-MM-DD') as check_on,
       to_char(review_on, 'YYYY-MM-DD') as review_on, to_char(refresh_on, 'YYYY-MM-DD') as refresh_on, time_zone,
       version, token_version, stopped_at is not null as stopped
     from touch_up where id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { name, email, phone, locale, channels } = row;
  const wanted: MessageChannel[] = [
    ...(channels.includes('email') && email !== null ? (['mail'] as const) : []),
    ...(channels.includes('sms') && phone !== null ? (['sms'] as const) : []),
  ];
  return {
    recipient: { name: name ?? '', email: email ?? '', phone, locale },
    plan: { checkOn: row.check_on, reviewOn: row.review_on, refreshOn: row.refresh_on, channels: wanted },
    timeZone: row.time_zone,
    version: row.version,
    stopped: row.stopped,
    tokenVersion: row.token_version,
  };
}

/** Somebody on the waiting list. */
export interface WaitingPerson extends Recipient {
  /** Which of their wishes it is. */
  readonly wish: number;
  /** `asked`: whether they want to wait. `removed`: the clinic has taken them off the list. */
  readonly state: 'asked' | 'waiting' | 'removed';
}

/** Somebody on the waiting list; `undefined`: they have left it, or are forgotten. */
export async function readWaiting(queries: Queries, id: string): Promise<WaitingPerson | undefined> {
  const [row] = await queries.query<WaitingPerson & Row>(
    `select name, email, phone, locale, wish, case when removed_at is not null then 'removed'
       when confirmed_at is null then 'asked' else 'waiting' end as state
     from waitlist where id = $1`,
    [id],
  );
  return row;
}

interface SenderRow extends Recipient, Row {
  readonly token_version: number;
}

/** Who has sent a consultation; `undefined` when it was withdrawn. */
export async function readSender(
  queries: Queries,
  id: string,
): Promise<{ readonly recipient: Recipient; readonly tokenVersion: number } | undefined> {
  const [row] = await queries.query<SenderRow>(
    'select name, email, phone, locale, token_version from consultation where id = $1 and withdrawn_at is null',
    [id],
  );
  return row && { recipient: row, tokenVersion: row.token_version };
}
