import type { Database, Queries, Row } from './database.js';
import type { MessageKind } from './message-plan.js';

/** Whom a message did not reach. */
export interface Unreached {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A message as the desk lists it. Whom it is for is told only where the clinic has to reach them in another way. */
export interface ListedMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly channel: 'mail' | 'sms';
  readonly state: 'waiting' | 'claimed' | 'sent' | 'dropped' | 'dead';
  /** Of the booking or the consultation that it is about. */
  readonly reference: string | null;
  /** The desk's page of that. */
  readonly link: string | null;
  /** Absent: it may reach them yet, or they are erased. */
  readonly unreached: Unreached | null;
  readonly attempts: number;
  /** Why it was dropped, put off or given up, as a code. */
  readonly reason: string | null;
  /** When it was sent or given up, else when it is due. */
  readonly at: string;
}

/** What waits, what has gone out, and what could not. */
export interface DeskOutbox {
  readonly counts: Readonly<Record<string, number>>;
  /** Given up: the clinic has to reach these people in another way, or have it tried again. */
  readonly dead: readonly ListedMessage[];
  /** The newest of the others that were dealt with. */
  readonly recent: readonly ListedMessage[];
  /** The next that are due. */
  readonly next: readonly ListedMessage[];
}

interface MessageRow extends Row, Omit<ListedMessage, 'at'> {
  readonly at_ms: number;
}

const SHOWN = 50;

const COLUMNS = `message.id::text as id, kind, channel, message.state, message.attempts, reason,
  coalesce(booking.reference, consultation.reference) as reference,
  case when booking.id is not null then '/clinic/bookings/' || booking.id
    when consultation.id is not null then '/clinic/consultations/' || consultation.id end as link,
  case when state = 'dead' then (
    select json_build_object('name', person.name, 'email', person.email, 'phone', person.phone) from (
      select name, email, phone from client_details where booking_id = message.ref
      union all select name, email, phone from consultation where id = message.ref and withdrawn_at is null
      union all select name, email, phone from touch_up where id = message.ref
      union all select name, email, phone from waitlist
        where id = message.ref or id = (select waitlist_id from waitlist_offer offer where offer.id = message.ref)
    ) as person limit 1) end as unreached,
  (extract(epoch from coalesce(done_at, try_at)) * 1000)::float8 as at_ms`;

const FROM = `
  from message left join booking on booking.id = message.ref and booking.reference is not null
    left join consultation on consultation.id = message.ref`;

async function listed(queries: Queries, where: string): Promise<ListedMessage[]> {
  const rows = await queries.query<MessageRow>(`select ${COLUMNS} ${FROM} where ${where} limit ${SHOWN}`);
  return rows.map(({ at_ms, ...row }) => ({ ...row, at: new Date(at_ms).toISOString() }));
}

/** The messages of the clinic. */
export async function readDeskOutbox(database: Database): Promise<DeskOutbox> {
  const counts = await database.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from message group by state',
  );
  return {
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    dead: await listed(database, `state = 'dead' order by done_at desc`),
    recent: await listed(database, `state in ('sent', 'dropped') order by done_at desc`),
    next: await listed(database, `state in ('waiting', 'claimed') order by try_at`),
  };
}

/** Has a message that was given up tried again. @param now milliseconds since 1970 @returns whether there was one */
export async function retryMessage(database: Database, id: string, now: number): Promise<boolean> {
  const rows = await database.query(
    `update message set state = 'waiting', attempts = 0, done_at = null, due_at = to_timestamp($2::float8),
       try_at = to_timestamp($2::float8)
     where id = $1 and state = 'dead' returning true`,
    [id, now / 1000],
  );
  return rows.length > 0;
}
