import { randomUUID } from 'node:crypto';
import type { Database, Queries, Row } from './database.js';
import type { MessageChannel, MessageKind } from './message-plan.js';
import type { WallMoment } from './quiet-hours.js';

/** Something that has happened and that nobody has been told of. */
export interface OutboxEvent extends Row {
  readonly id: string;
  readonly kind: string;
  readonly ref: string;
  /** Milliseconds since 1970. */
  readonly created_ms: number;
}

/** A message that is to be stored. */
export interface NewMessage {
  readonly kind: MessageKind;
  readonly ref: string;
  readonly version: number;
  readonly channel: MessageChannel;
  readonly at: WallMoment | 'now';
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly due: number;
}

/** A message that this worker has claimed. */
export interface ClaimedMessage extends Row {
  readonly id: string;
  readonly kind: MessageKind;
  readonly ref: string;
  readonly version: number;
  readonly channel: MessageChannel;
  readonly claim: string;
  /** This one counted. */
  readonly attempts: number;
  readonly is_reminder: boolean;
  readonly time_zone: string;
  /** As it was worked out last, in milliseconds since 1970. */
  readonly due_ms: number;
  /** A later plan of the same message is there. */
  readonly superseded: boolean;
}

/**
 * Takes events out of the outbox, oldest first; the transaction that it runs in has to plan for them.
 * @param without ids of those that are left where they are
 */
export async function takeEvents(
  transaction: Queries,
  limit: number,
  without: readonly string[],
): Promise<OutboxEvent[]> {
  return transaction.query<OutboxEvent>(
    `update outbox set delivered_at = clock_timestamp()
     where id in (
       select id from outbox where delivered_at is null and id <> all ($2::bigint[])
       order by id limit $1 for update skip locked)
     returning id::text as id, kind, ref::text as ref, (extract(epoch from created_at) * 1000)::float8 as created_ms`,
    [limit, without],
  );
}

/** Puts events back that were taken in the same transaction. */
export async function giveBackEvents(transaction: Queries, ids: readonly string[]): Promise<void> {
  await transaction.query('update outbox set delivered_at = null where id = any ($1::bigint[])', [ids]);
}

/**
 * Stores messages, each once for a kind, a thing, its version and a channel. A reminder that has been sent for the same
 * wall clock is not planned again.
 */
export async function addMessages(queries: Queries, messages: readonly NewMessage[], now: number): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ at, due, ...message }) => ({
    ...message,
    id: randomUUID(),
    local: at === 'now' ? null : `${at.date} ${at.time}`,
    due: due / 1000,
  }));
  await queries.query(
    `insert into message (id, kind, ref, version, channel, due_local, time_zone, due_at, try_at, created_at)
     select id, kind, ref, version, channel, local, "timeZone", to_timestamp(due), to_timestamp(due), to_timestamp($2)
     from jsonb_to_recordset($1::text::jsonb) as planned (id uuid, kind text, ref uuid, version integer, channel text,
       local timestamp, "timeZone" text, due float8)
     where not exists (
       select from message earlier where earlier.ref = planned.ref and earlier.kind = planned.kind
         and earlier.channel = planned.channel and earlier.due_local = planned.local and earlier.state = 'sent')
     on conflict on constraint message_once do nothing`,
    [JSON.stringify(rows), now / 1000],
  );
}

/** How often a day an address is told that a consultation has come in: anybody may write down anybody's. */
const MOST_RECEIVED = 3;

/**
 * Counts the letter about a consultation that is to be planned in this transaction.
 * @param now milliseconds since 1970
 * @returns whether its address may be sent it; `false` also when there is none any more
 */
export async function countLetter(transaction: Queries, consultationId: string, now: number): Promise<boolean> {
  // One after another, or each of many at once would be the first of its day. One lock for all addresses, since many are
  // planned for in one transaction, and two of those might wait for each other.
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('consultation letters', 0))`);
  const counted = await transaction.query(
    `insert into letter_counted (address, sent_at)
     select address, to_timestamp($2::float8)
     from (select sha256(convert_to(lower(trim(email)), 'UTF8')) as address from consultation where id = $1) sender
     where address is not null and (
       select count(*) from letter_counted counted where counted.address = sender.address
         and counted.sent_at > to_timestamp($2::float8) - interval '1 day') < ${MOST_RECEIVED}
     returning true`,
    [consultationId, now / 1000],
  );
  return counted.length > 0;
}

/** How many letters about bookings an address gets in a day, which no client comes near: anybody may book with anybody's. */
const MOST_ANSWERS = 20;

/** Drops a letter that answers what was done to a booking, where its address has had too many of them that day. */
export async function dropExcess(
  queries: Queries,
  { kind, ref, version, now }: Pick<NewMessage, 'kind' | 'ref' | 'version'> & { readonly now: number },
): Promise<void> {
  await queries.query(
    `update message set state = 'dropped', reason = 'too-many', done_at = to_timestamp($4::float8)
     where kind = $1 and ref = $2 and version = $3 and state = 'waiting' and attempts = 0 and (
       select count(*) from (
         select from client_details own
           join client_details theirs on lower(theirs.email) = lower(own.email)
           join message other on other.ref = theirs.booking_id
         where own.booking_id = $2 and other.id <> message.id and other.due_local is null and other.state <> 'dropped'
           and other.created_at > to_timestamp($4::float8) - interval '1 day'
         limit ${MOST_ANSWERS}) counted) = ${MOST_ANSWERS}`,
    [kind, ref, version, now / 1000],
  );
}

/** Drops what was planned for something and is not under way, but what answers an event. */
export async function dropReminders(
  queries: Queries,
  { ref, before, now }: { ref: string; before: number; now: number },
): Promise<void> {
  await queries.query(
    `update message set state = 'dropped', reason = 'superseded', done_at = to_timestamp($3::float8)
     where ref = $1 and version < $2 and state = 'waiting' and due_local is not null`,
    [ref, before, now / 1000],
  );
}

/**
 * Claims messages that are due, so that nobody else sends them until the lease is over: then whoever claimed them has
 * died, and it isn't known whether they went out.
 * @param now, leaseMs in milliseconds
 */
export async function claimMessages(
  database: Database,
  { channel, now, leaseMs, limit }: { channel: MessageChannel; now: number; leaseMs: number; limit: number },
): Promise<ClaimedMessage[]> {
  return database.query<ClaimedMessage>(
    `update message set state = 'claimed', claim = $4, attempts = attempts + 1, try_at = to_timestamp($2::float8)
     where id in (
       select id from message where state in ('waiting', 'claimed') and try_at <= to_timestamp($1::float8)
         and channel = $5 order by try_at limit $3 for update skip locked)
     returning id::text as id, kind, ref::text as ref, version, channel, claim::text as claim, attempts, time_zone,
       due_local is not null as is_reminder, (extract(epoch from due_at) * 1000)::float8 as due_ms,
       exists (select from message later where later.ref = message.ref and later.kind = message.kind
         and later.channel = message.channel and later.version > message.version) as superseded`,
    [now / 1000, (now + leaseMs) / 1000, limit, randomUUID(), channel],
  );
}

type Mine = Pick<ClaimedMessage, 'id' | 'claim'>;

/** Says how a claimed message has ended; of no effect when somebody else has claimed it since. */
export async function endMessage(
  database: Database,
  { id, claim }: Mine,
  end: { state: 'sent' | 'dropped' | 'dead'; reason?: string; now: number },
): Promise<boolean> {
  const rows = await database.query(
    `update message set state = $3, reason = $4, done_at = to_timestamp($5::float8), claim = null
     where id = $1 and claim = $2 and state = 'claimed' returning true`,
    [id, claim, end.state, end.reason ?? null, end.now / 1000],
  );
  return rows.length > 0;
}

/** Puts a claimed message back. @param until when it is looked at again, in milliseconds since 1970 */
export async function putBack(
  database: Database,
  { id, claim }: Mine,
  back: { until: number; due?: number; reason: string; counts: boolean },
): Promise<void> {
  await database.query(
    `update message set state = 'waiting', claim = null, try_at = to_timestamp($3::float8), reason = $4,
       due_at = coalesce(to_timestamp($5::float8), due_at), attempts = attempts - $6::integer
     where id = $1 and claim = $2 and state = 'claimed'`,
    [id, claim, back.until / 1000, back.reason, back.due === undefined ? null : back.due / 1000, back.counts ? 0 : 1],
  );
}

interface WaitingRow extends Row {
  readonly id: string;
  readonly date: string;
  readonly time: string;
  readonly time_zone: string;
  readonly due_ms: number;
}

/**
 * Works the instants of all waiting reminders out again from their wall clocks. They change when a country changes its
 * time-zone law and this process has learnt of it.
 * @returns how many have moved
 */
export async function followWallClocks(
  database: Database,
  instant: (at: WallMoment, zone: string) => number,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const rows = await transaction.query<WaitingRow>(
      `select id::text as id, to_char(due_local, 'YYYY-MM-DD') as date, to_char(due_local, 'HH24:MI') as time, time_zone,
         (extract(epoch from due_at) * 1000)::float8 as due_ms
       from message where state = 'waiting' and due_local is not null and attempts = 0 for update`,
    );
    const moves = rows.flatMap(({ id, date, time, time_zone, due_ms }) => {
      const due = instant({ date, time }, time_zone);
      return due === due_ms ? [] : [{ id, due: due / 1000 }];
    });
    if (moves.length > 0) {
      await transaction.query(
        `update message set due_at = to_timestamp(moved.due), try_at = to_timestamp(moved.due)
         from jsonb_to_recordset($1::text::jsonb) as moved (id uuid, due float8) where message.id = moved.id`,
        [JSON.stringify(moves)],
      );
    }
    return moves.length;
  });
}

/** Forgets what has long been done. Dead letters go last. Safe to run at any time, on any server. */
export async function tidyMessages(database: Database, now: number): Promise<void> {
  await database.query(
    `delete from message where done_at < to_timestamp($1::float8) - case state when 'dead'
       then interval '400 days' else interval '100 days' end`,
    [now / 1000],
  );
  await database.query(`delete from letter_counted where sent_at <= to_timestamp($1::float8) - interval '1 day'`, [
    now / 1000,
  ]);
  await database.query(`delete from outbox where delivered_at < clock_timestamp() - interval '30 days'`);
}
