import type { ConsentRecord } from 'smp-widgets/server';
import type { ConsentsWithdrawn } from './consultation-record.js';
import type { Queries, Row } from './database.js';
import { LISTED_BOOKING, LISTED_FROM, type ListedBooking } from './desk-list.js';

/** One booking with all that its client has written. */
export interface DeskBooking extends ListedBooking {
  readonly durationMinutes: number;
  /** These are absent once the person is erased. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly note: string | null;
  readonly consents: readonly ConsentRecord[] | null;
  readonly consentsWithdrawn: ConsentsWithdrawn | null;
  /** ISO instant. */
  readonly consentsReceivedAt: string | null;
  /** The other sessions of its course, in order of time. */
  readonly sessions: readonly OtherSession[];
}

/** Another session of the same course, on the clinic's clock. */
export interface OtherSession extends Row {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly localDate: string;
  readonly localTime: string;
}

type BookingRow = DeskBooking & { readonly created_ms: number; readonly consents_ms: number | null };

/** A booking by its id; `undefined` when there is no such one. */
export async function readDeskBooking(queries: Queries, id: string): Promise<DeskBooking | undefined> {
  const [row] = await queries.query<BookingRow>(
    `select ${LISTED_BOOKING}, booking.duration_minutes as "durationMinutes", client_details.email,
       client_details.phone, client_details.locale, client_details.note, client_details.consents,
       client_details.consents_withdrawn as "consentsWithdrawn",
       (extract(epoch from client_details.consents_at) * 1000)::float8 as consents_ms
     from ${LISTED_FROM} and booking.id = $1::uuid`,
    [id],
  );
  if (!row) return undefined;
  const { created_ms: bookedMs, consents_ms: receivedMs, ...booking } = row;
  const sessions = await queries.query<OtherSession>(
    `select id::text as id, reference, status, to_char(local_start, 'YYYY-MM-DD') as "localDate",
       to_char(local_start, 'HH24:MI') as "localTime"
     from booking where course_id = (select course_id from booking where id = $1::uuid) and id <> $1::uuid
     order by starts_at, id`,
    [id],
  );
  return {
    ...booking,
    bookedAt: new Date(bookedMs).toISOString(),
    consentsReceivedAt: receivedMs === null ? null : new Date(receivedMs).toISOString(),
    sessions,
  };
}
