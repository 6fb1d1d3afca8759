import { managedVersion } from 'smp-widgets/server';
import { isTransient, type Database, type Queries } from './database.js';
import {
  BOOKING_EVENTS,
  isTrueOf,
  isWorthPlanning,
  LATE_MS,
  planAnswer,
  planReminders,
  planTouchUps,
  type BookingEvent,
  type MessageKind,
  type PlannedMessage,
} from './message-plan.js';
import {
  addMessages,
  countLetter,
  dropExcess,
  dropReminders,
  giveBackEvents,
  takeEvents,
  type NewMessage,
  type OutboxEvent,
} from './message-record.js';
import {
  readBooked,
  readCourse,
  readLead,
  readTogether,
  readTouchUp,
  readWaiting,
  type BookedVisit,
} from './message-subject.js';
import { instantOf, type QuietHours } from './quiet-hours.js';

/** What planning goes by. */
export interface Planning {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly quiet: QuietHours | undefined;
  /** The clinic's. */
  readonly timeZone: string;
}

/** What became of some events. */
export interface Planned {
  readonly count: number;
  /** Those that could not be planned for, and why. They stay where they are. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
}

const WAITING_EVENTS = ['waitlist.joined', 'waitlist.offer', 'waitlist.removed'] as const;

/** Events that are planned for in one transaction. */
const BATCH = 50;

/**
 * Turns what has happened into messages that wait, in one transaction: no event is lost, and none is planned for twice.
 * One that can't be planned for keeps no other from it.
 * @param without events that are left alone
 */
export async function planEvents(
  database: Database,
  planning: Planning,
  without: Iterable<string> = [],
): Promise<Planned> {
  return database.transaction(async (transaction) => {
    const events = await takeEvents(transaction, BATCH, [...without]);
    const failed: { id: string; error: unknown }[] = [];
    for (const event of events) {
      await transaction.query('savepoint before_event');
      try {
        await planEvent(transaction, event, planning);
      } catch (error) {
        if (isTransient(error)) throw error;
        await transaction.query('rollback to savepoint before_event');
        failed.push({ id: event.id, error });
      }
      await transaction.query('release savepoint before_event');
    }
    const ids = failed.map(({ id }) => id);
    if (ids.length > 0) await giveBackEvents(transaction, ids);
    return { count: events.length - failed.length, failed };
  });
}

async function planEvent(transaction: Queries, event: OutboxEvent, planning: Planning): Promise<void> {
  const { kind } = event;
  if (isBookingEvent(kind)) await planBooking(transaction, kind, event, planning);
  else if (kind.startsWith('touch-up.')) await planTouchUp(transaction, event, planning);
  else if (isWaitingEvent(kind)) {
    const at = isFresh(event, planning) ? [{ kind, channel: 'mail', at: 'now' } as const] : [];
    // Who joins anew is told so anew; offers are each a thing of their own.
    const version = (await readWaiting(transaction, event.ref))?.wish ?? 1;
    await add(transaction, at, { ...aboutOf(event), version, timeZone: planning.timeZone }, planning);
  } else if (kind === 'consultation.submitted') {
    const isTold = isFresh(event, planning) && (await countLetter(transaction, event.ref, planning.now));
    const at = isTold ? [{ kind: 'consultation.received', channel: 'mail', at: 'now' } as const] : [];
    await add(transaction, at, { ...aboutOf(event), version: 1, timeZone: planning.timeZone }, planning);
  }
  // Other events are for others.
}

async function planBooking(
  transaction: Queries,
  kind: BookingEvent,
  event: OutboxEvent,
  planning: Planning,
): Promise<void> {
  const { now, quiet } = planning;
  const booked = await readBooked(transaction, event.ref);
  if (!booked) return;
  const { visit, plan } = booked;
  const about = { ...aboutOf(event), version: visit.version, timeZone: visit.time_zone };
  const isOver = visit.status === 'cancelled';
  await dropReminders(transaction, { ref: event.ref, before: visit.version + (isOver ? 1 : 0), now });
  // Between the event and this look something else may have happened, which is told of by an event of its own.
  // A request that is moved is one still.
  const told = kind === 'booking.moved' && visit.status === 'requested' ? 'booking.requested' : kind;
  if (isTrueOf(told, visit.status) && isFresh(event, planning)) {
    const letter = await letterOf(transaction, told, booked);
    await add(transaction, [planAnswer(told)], { ...about, ...letter }, planning);
    // These two are the clinic's own doing.
    if (told !== 'booking.declined' && told !== 'booking.renewed') {
      await dropExcess(transaction, { kind: told, ...letter, now });
    }
  }
  await add(transaction, isOver ? [] : planReminders(plan, quiet), about, planning);
}

/**
 * Which booking and version a letter is stored as. What happened to several sessions at once is an event for each, and
 * they may be planned for apart, in two batches or by two servers. All of them come to the same answer here, which is
 * stored once.
 */
async function letterOf(
  transaction: Queries,
  kind: BookingEvent,
  { visit }: BookedVisit,
): Promise<{ ref: string; version: number }> {
  const ownVersion = kind === 'booking.renewed' ? visit.token_version : visit.version;
  if (visit.course_id === null) return { ref: visit.id, version: ownVersion };
  const lead = await readLead(transaction, await readTogether(transaction, visit));
  // New links are news of their own, and a course has them for all of its sessions.
  if (kind === 'booking.renewed') return { ref: (lead ?? visit).id, version: ownVersion };
  // What has ended stays so; of what stands, each change of any session is news of its own.
  const counted = visit.status === 'cancelled' ? [lead ?? visit] : await readCourse(transaction, visit.course_id);
  return { ref: (lead ?? visit).id, version: managedVersion(counted) };
}

async function planTouchUp(transaction: Queries, event: OutboxEvent, planning: Planning): Promise<void> {
  const subject = await readTouchUp(transaction, event.ref);
  if (!subject) return;
  const { version, timeZone, stopped, plan } = subject;
  await dropReminders(transaction, { ref: event.ref, before: version + (stopped ? 1 : 0), now: planning.now });
  if (stopped) return;
  const isSigned = event.kind === 'touch-up.signed' && isFresh(event, planning);
  // One is enough, and a mail has room for more.
  const [channel] = [...plan.channels].sort();
  const answer: PlannedMessage[] = isSigned && channel ? [{ kind: 'touch-up.signed', channel, at: 'now' }] : [];
  const about = { ...aboutOf(event), version, timeZone };
  await add(transaction, [...answer, ...planTouchUps(plan, planning.quiet)], about, planning);
}

const isWaitingEvent = (kind: string): kind is (typeof WAITING_EVENTS)[number] =>
  (WAITING_EVENTS as readonly string[]).includes(kind);
const isBookingEvent = (kind: string): kind is BookingEvent => (BOOKING_EVENTS as readonly string[]).includes(kind);

/** An answer that comes days after what it answers is none. */
const isFresh = ({ created_ms }: OutboxEvent, { now }: Planning): boolean => now - created_ms <= LATE_MS;

/** What messages are about, and since when there has been something to tell: planning may be hours behind. */
const aboutOf = ({ ref, created_ms: since }: OutboxEvent): { ref: string; since: number } => ({ ref, since });

async function add(
  queries: Queries,
  plan: readonly PlannedMessage[],
  { since, ...about }: { ref: string; version: number; timeZone: string; since: number },
  { now }: Planning,
): Promise<void> {
  const messages = plan.flatMap(({ kind, channel, at }): NewMessage[] => {
    const due = at === 'now' ? now : instantOf(at, about.timeZone);
    return at === 'now' || isWorthPlanning(kind, due, since) ? [{ ...about, kind, channel, at, due }] : [];
  });
  await addMessages(queries, messages, now);
}

/** The wall clock that a reminder goes by, from the plan of today; `undefined` when it is no longer in it. */
export function dueOf(plan: readonly PlannedMessage[], kind: MessageKind, channel: string, zone: string) {
  const found = plan.find((one) => one.kind === kind && one.channel === channel);
  return found && found.at !== 'now' ? instantOf(found.at, zone) : undefined;
}
