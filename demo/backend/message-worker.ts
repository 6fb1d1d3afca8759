import type { Clinic } from 'smp-widgets/server';
import type { ClinicBook } from './clinic-book.js';
import type { Database } from './database.js';
import { describeError, type Log } from './log.js';
import { MessageFailure, type Mailbox, type MailTransport, type SmsTransport } from './mail-transport.js';
import { LATE_MS, type MessageChannel } from './message-plan.js';
import { planEvents } from './message-planner.js';
import {
  claimMessages,
  endMessage,
  followWallClocks,
  putBack,
  tidyMessages,
  type ClaimedMessage,
} from './message-record.js';
import { draftOf, type WriterOptions, type Written } from './message-writer.js';
import { takeBackOffer } from './offer-record.js';
import { instantOf, quietUntil } from './quiet-hours.js';

/** Options of a {@link MessageWorker}. */
export interface WorkerOptions extends WriterOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  readonly mail: MailTransport;
  /** Default: no text messages are sent. */
  readonly sms?: SmsTransport | undefined;
  /** Whom mails are from. Default: the clinic, by its own name and address. */
  readonly from?: Mailbox | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
  /** How many messages of each channel are under way at a time, and so how many a crash may have sent twice. Default 2. */
  readonly atOnce?: number | undefined;
}

/** What one run did. */
export interface Sent {
  readonly sent: number;
  readonly dropped: number;
  /** To be tried again. */
  readonly putOff: number;
  /** Given up. */
  readonly dead: number;
}

/**
 * How long a message belongs to the worker that claimed it. Longer than sending can take, so that a message whose
 * worker keeps silent has lost it.
 */
export const LEASE_MS = 300_000;
/** Given up on, a send may still go through; it has to be over before the lease is. */
const PATIENCE_MS: Readonly<Record<MessageChannel, number>> = { mail: 120_000, sms: 30_000 };
const MINUTE = 60_000;
/** A minute after the first failure, then twice as long each time, at most six hours. */
const BACKOFF_MS = (attempts: number): number => Math.min(2 ** (attempts - 1) * MINUTE, 360 * MINUTE);
const ATTEMPTS = 12;
/** How long nothing is tried by a channel that can't be reached. */
const PAUSE_MS = 30_000;
/**
 * When a message is tried again that could not be handed over: soon, since nothing is said against it, and less often the
 * longer it has waited, in case it is the reason.
 */
const AGAIN_MS = (waited: number): number => Math.min(Math.max(waited / 8, MINUTE), 15 * MINUTE);
/** How long is waited each time that the database can't be told that a message was sent, until its lease has to tell. */
const MARK_PAUSES_MS = [100, 400, 1_600, 6_400];
/** How long an event is left alone that could not be planned for. */
const SET_ASIDE_MS = MINUTE;

const KINDS = ['sent', 'dropped', 'putOff', 'dead'] as const satisfies readonly (keyof Sent)[];

type Outcome = keyof Sent | 'unreachable' | 'lost';

/** What goes out by one channel. Each goes its own pace: a service that hangs holds up nothing but its own messages. */
interface Lane {
  readonly channel: MessageChannel;
  running?: Promise<Sent> | undefined;
  pausedUntil: number;
}

/**
 * Sends what is due, at least once each: a message is claimed, sent, and marked. Any number of workers may share one
 * database. A process that dies between sending and marking leaves a message that is sent once more, with the same key.
 */
export class MessageWorker {
  readonly #options: WorkerOptions;
  readonly #now: () => number;
  readonly #lanes: readonly Lane[] = [
    { channel: 'mail', pausedUntil: 0 },
    { channel: 'sms', pausedUntil: 0 },
  ];
  #planning: Promise<Clinic> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  /** Events that could not be planned for, each with when that is tried again. */
  readonly #setAside = new Map<string, number>();

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Looks every few seconds what is due, until closed. Does not keep the process alive. */
  async start(everyMs = 3_000): Promise<void> {
    await followWallClocks(this.#options.database, instantOf);
    if (this.#closed) return;
    const look = () => {
      for (const lane of this.#lanes) if (!lane.running) void this.#runQuietly(lane);
    };
    this.#timer = setInterval(look, everyMs);
    this.#timer.unref();
    look();
  }

  /** Plans and sends all that is due. Calls that overlap share what is under way. */
  async run(): Promise<Sent> {
    const tally = { sent: 0, dropped: 0, putOff: 0, dead: 0 };
    for (const one of await Promise.all(this.#lanes.map((lane) => this.#runLane(lane)))) {
      for (const kind of KINDS) tally[kind] += one[kind];
    }
    return tally;
  }

  /** Forgets what has long been done. */
  tidy(): Promise<void> {
    return tidyMessages(this.#options.database, this.#now());
  }

  /** Starts nothing more, and waits for what is under way. May be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await Promise.allSettled(this.#lanes.flatMap(({ running }) => running ?? []));
  }

  async #runQuietly(lane: Lane): Promise<void> {
    const { log } = this.#options;
    try {
      const sent = await this.#runLane(lane);
      for (const kind of KINDS) {
        const count = sent[kind];
        if (count > 0) log(kind === 'dead' ? 'error' : 'info', 'messages', { kind, count });
      }
    } catch (error) {
      log('error', 'messages.failed', describeError(error));
    }
  }

  #runLane(lane: Lane): Promise<Sent> {
    lane.running ??= this.#send(lane).finally(() => (lane.running = undefined));
    return lane.running;
  }

  async #send(lane: Lane): Promise<Sent> {
    const { database, atOnce = 2 } = this.#options;
    const tally = { sent: 0, dropped: 0, putOff: 0, dead: 0 };
    this.#planning ??= this.#planAll().finally(() => (this.#planning = undefined));
    const clinic = await this.#planning;
    const { channel } = lane;
    while (!this.#closed && this.#now() >= lane.pausedUntil) {
      // No more than are sent at the same time, so that none waits while its lease runs out.
      const claimed = await claimMessages(database, { channel, now: this.#now(), leaseMs: LEASE_MS, limit: atOnce });
      if (claimed.length === 0) break;
      const outcomes = await Promise.all(claimed.map((message) => this.#handleSafely(message, clinic)));
      for (const outcome of outcomes) {
        if (outcome === 'unreachable') tally.putOff += 1;
        else if (outcome !== 'lost') tally[outcome] += 1;
      }
      if (outcomes.includes('unreachable')) lane.pausedUntil = this.#now() + PAUSE_MS;
    }
    return tally;
  }

  async #planAll(): Promise<Clinic> {
    const { database, book } = this.#options;
    const { clinic } = await book.open(database);
    while (!this.#closed && (await this.#plan(clinic)) > 0);
    return clinic;
  }

  /** @returns how many events there were to plan for */
  async #plan({ timeZone }: Clinic): Promise<number> {
    const { database, quiet, log } = this.#options;
    const now = this.#now();
    for (const [id, until] of this.#setAside) if (until <= now) this.#setAside.delete(id);
    const { count, failed } = await planEvents(database, { now, quiet, timeZone }, this.#setAside.keys());
    for (const { id, error } of failed) {
      this.#setAside.set(id, now + SET_ASIDE_MS);
      log('error', 'messages.plan', { record: id, ...describeError(error) });
    }
    return count + failed.length;
  }

  /** One message that can't be written must not keep the others from being sent. */
  async #handleSafely(message: ClaimedMessage, clinic: Clinic): Promise<Outcome> {
    try {
      return await this.#handle(message, clinic);
    } catch (error) {
      return this.#failed(message, error);
    }
  }

  async #handle(message: ClaimedMessage, clinic: Clinic): Promise<Outcome> {
    const { database, quiet } = this.#options;
    const now = this.#now();
    const drop = async (reason: string): Promise<Outcome> => {
      if (!(await endMessage(database, message, { state: 'dropped', reason, now }))) return 'lost';
      // One that a server was handed before may have arrived.
      const isUnheard = message.kind === 'waitlist.offer' && reason === 'ran-out' && message.attempts === 1;
      if (isUnheard) await takeBackOffer(database, message.ref);
      return 'dropped';
    };
    const draft = await draftOf(database, message, clinic, now, this.#options);
    if ('drop' in draft) return drop(draft.drop);
    if ('text' in draft && !this.#options.sms) return drop('no-sms');
    if ('due' in draft) {
      await putBack(database, message, { until: draft.due, due: draft.due, reason: 'not-due', counts: false });
      return 'lost';
    }
    // What answers somebody has been tried for a day by then; for reminders see what writes them.
    if (!message.is_reminder && now - message.due_ms > LATE_MS) {
      return (await endMessage(database, message, { state: 'dead', reason: 'late', now })) ? 'dead' : 'lost';
    }
    // Each time, whoever sent it died before they could say what became of it.
    if (message.attempts > ATTEMPTS) {
      return (await endMessage(database, message, { state: 'dead', reason: 'unsure', now })) ? 'dead' : 'lost';
    }
    const mayWait = message.is_reminder || message.kind === 'waitlist.offer' || message.kind === 'waitlist.removed';
    const until = mayWait ? quietUntil(now, message.time_zone, quiet) : undefined;
    if (until !== undefined) {
      await putBack(database, message, { until, reason: 'quiet', counts: false });
      return 'lost';
    }
    await withPatience(this.#handOver(message, draft, clinic), PATIENCE_MS[message.channel]);
    return this.#mark(message);
  }

  /** It has gone out, so a database that can't be told just now is no reason to send it again. */
  async #mark(message: ClaimedMessage): Promise<Outcome> {
    const { database, log } = this.#options;
    for (const pause of MARK_PAUSES_MS) {
      try {
        return (await endMessage(database, message, { state: 'sent', now: this.#now() })) ? 'sent' : 'lost';
      } catch (error) {
        log('error', 'messages.mark', describeError(error));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return 'lost';
  }

  async #handOver({ id }: ClaimedMessage, draft: Written, clinic: Clinic): Promise<void> {
    const { mail, sms, from } = this.#options;
    const { recipient } = draft;
    if (draft.text !== undefined) {
      await sms?.send({ sendKey: id, phone: recipient.phone ?? '', text: draft.text });
      return;
    }
    const own = clinic.email === undefined ? undefined : { name: clinic.name, address: clinic.email };
    const sender = from ?? own;
    if (!sender) throw new MessageFailure('unreachable', 'no-sender');
    const replyTo = own && own.address !== sender.address ? own : undefined;
    const to = { name: recipient.name, address: recipient.email };
    return mail.send({ ...draft.mail, sendKey: id, from: sender, to, replyTo });
  }

  async #failed(message: ClaimedMessage, error: unknown): Promise<Outcome> {
    const { database, log } = this.#options;
    const now = this.#now();
    const failure = error instanceof MessageFailure ? error : new MessageFailure('put-off', 'unknown', error);
    if (!(error instanceof MessageFailure)) log('error', 'messages.send', describeError(error));
    const { kind, code } = failure;
    // A server that can't be reached says nothing against the message, and that does not count as a try. One that may have
    // taken it, and only did not say so in time, is not handed it again and again.
    if (kind === 'unreachable') {
      const until = now + AGAIN_MS(now - message.due_ms);
      await putBack(database, message, { until, reason: code, counts: false });
      return 'unreachable';
    }
    if (kind === 'refused' || message.attempts >= ATTEMPTS) {
      return (await endMessage(database, message, { state: 'dead', reason: code, now })) ? 'dead' : 'lost';
    }
    const until = now + BACKOFF_MS(Math.min(message.attempts, ATTEMPTS));
    await putBack(database, message, { until, reason: code, counts: true });
    return kind === 'unsure' ? 'unreachable' : 'putOff';
  }
}

async function withPatience(sending: Promise<void>, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MessageFailure('unsure', 'too-slow')), patienceMs);
  });
  try {
    await Promise.race([sending, patience]);
  } finally {
    clearTimeout(timer);
  }
}
