import type { ConsentPurpose, ConsentRecord, TouchUpChannel, TouchUpConsent } from 'smp-widgets/server';
import { isWithdrawable, type ConsentPlace, type Reached } from './consent-withdrawal.js';
import { WITHDRAWN_OF_CONSULTATION, type ConsentsWithdrawn } from './consultation-record.js';
import type { Queries, Row } from './database.js';
import type { MessageGrant } from './message-token.js';

/** Whose consents a link shows: those of the address that it was mailed to, or of the phone that it was texted to. */
export interface ConsentSubject {
  /** The language that they read; `null` where it isn't known any more. */
  readonly locale: string | null;
  /** Absent: all of the consultation that the link was sent for has been erased. */
  readonly email: string | null;
  readonly phone: string | null;
}

type SubjectKind = 'booking' | 'phone' | 'waitlist' | 'consultation';

const SUBJECTS: Readonly<Record<SubjectKind, string>> = {
  booking: `
    select locale, email, null as phone from client_details join booking on booking.id = booking_id
    where booking_id = $1 and token_version = $2`,
  // Anybody can book with anybody's address and a number of their own: a text leads to nothing of the address.
  phone: `
    select locale, null as email, phone from client_details join booking on booking.id = booking_id
    where booking_id = $1 and token_version = $2 and phone is not null`,
  waitlist: 'select locale, email, null as phone from waitlist where id = $1 and $2::int = 1',
  consultation: 'select locale, email, null as phone from consultation where id = $1 and token_version = $2',
};

/** Whom a link was sent to that shows consents; `undefined` when nothing is known of them any more. */
export async function readConsentSubject(
  queries: Queries,
  { about, ref, tokenVersion = 1 }: MessageGrant,
): Promise<ConsentSubject | undefined> {
  if (!Object.hasOwn(SUBJECTS, about)) return undefined;
  const [row] = await queries.query<ConsentSubject & Row>(SUBJECTS[about as SubjectKind], [ref, tokenVersion]);
  return row;
}

/** A consent that somebody has given. */
export interface PersonConsent extends ConsentRecord {
  readonly withdrawn: ConsentsWithdrawn[ConsentPurpose];
  /** It can be withdrawn by itself. */
  readonly isWithdrawable: boolean;
}

/** What somebody agreed to on one occasion. */
export interface ConsentOccasion {
  readonly of: ConsentPlace;
  readonly id: string;
  /** When the server heard of it, in milliseconds since 1970. */
  readonly receivedMs: number;
  readonly consents: readonly PersonConsent[];
}

interface OccasionRow extends Row {
  readonly of: ConsentPlace;
  readonly id: string;
  readonly received_ms: number;
  readonly consents: readonly ConsentRecord[];
  readonly consents_withdrawn: ConsentsWithdrawn;
}

// The sessions of a course were booked, and agreed to, in one go.
const OCCASIONS = `
  select 'consultation' as of, id::text as id, consents, ${WITHDRAWN_OF_CONSULTATION},
    (extract(epoch from consents_at) * 1000)::float8 as received_ms
  from consultation where lower(email) = lower($1)
  union all
  select * from (
    select distinct on (coalesce(course_id, booking.id)) 'booking', booking.id::text, consents, consents_withdrawn,
      (extract(epoch from consents_at) * 1000)::float8
    from client_details join booking on booking.id = booking_id
    where lower(email) = lower($1) or regexp_replace(phone, '\\D', '', 'g') = nullif(regexp_replace($2, '\\D', '', 'g'), '')
    order by coalesce(course_id, booking.id), starts_at, booking.id) as booked
  union all
  select 'waitlist', id::text, consents, consents_withdrawn, (extract(epoch from created_at) * 1000)::float8
  from waitlist where lower(email) = lower($1)
  order by 5 desc, 2`;

/** To which of both a link was sent. */
export const reachedOf = ({ email }: ConsentSubject): Reached => (email === null ? 'phone' : 'email');

/** All that somebody has agreed to and that is still on record, the newest first. By phone: texts about appointments. */
export async function readPersonConsents(
  queries: Queries,
  { email, phone }: ConsentSubject,
): Promise<readonly ConsentOccasion[]> {
  const rows = await queries.query<OccasionRow>(OCCASIONS, [email, phone]);
  return rows.flatMap(({ of, id, consents, consents_withdrawn: withdrawn, received_ms: receivedMs }) => {
    const given = consents
      .filter(({ granted, purpose }) => granted && (email !== null || purpose === 'appointment-sms'))
      .map((one) => ({ ...one, withdrawn: withdrawn[one.purpose], isWithdrawable: isWithdrawable(of, one.purpose) }));
    return given.length > 0 ? [{ of, id, receivedMs, consents: given }] : [];
  });
}

/** Reminders of touch-ups that somebody has agreed to. They end by a link of their own, all at once. */
export interface AgreedReminders {
  /** Of their plan. */
  readonly id: string;
  readonly tokenVersion: number;
  /** What they agreed to last for each way that they are reminded by. */
  readonly consents: readonly TouchUpConsent[];
  /** When they stopped them, in milliseconds since 1970. */
  readonly stoppedMs: number | null;
}

interface RemindersRow extends Row, Omit<AgreedReminders, 'consents'> {
  readonly channels: readonly TouchUpChannel[];
  readonly consents: readonly TouchUpConsent[];
}

/** The reminders that were agreed to with an address. None by phone: to stop them is to stop those by mail as well. */
export async function readAgreedReminders(
  queries: Queries,
  { email }: ConsentSubject,
): Promise<readonly AgreedReminders[]> {
  const rows = await queries.query<RemindersRow>(
    `select id::text as id, token_version as "tokenVersion", channels, consents,
       (extract(epoch from stopped_at) * 1000)::float8 as "stoppedMs"
     from touch_up where lower(email) = lower($1) order by created_at desc, id`,
    [email],
  );
  return rows.map(({ channels, consents, ...reminders }) => ({
    ...reminders,
    consents: channels.flatMap(
      (channel) => consents.filter(({ granted, purpose }) => granted && purpose === `touch-up-${channel}`).at(-1) ?? [],
    ),
  }));
}
