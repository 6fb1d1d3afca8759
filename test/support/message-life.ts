import { randomUUID } from 'node:crypto';
import { addDays, newTouchUps, wallTime } from 'smp-widgets/server';
import type { Database } from '../../demo/backend/database.js';
import { insertTouchUps } from '../../demo/backend/touch-up-record.js';
import { touchUpWish } from './backend.js';
import { bookVisits, cancelVisit, moveVisit } from './booked-visits.js';
import type { MailServer } from './mail-server.js';
import { MOMENTS, type Doom, type MessageProcesses } from './message-processes.js';
import type { LivedBooking, LivedTouchUps } from './reminder-check.js';

const DAY = 86_400_000;
const CLINIC = 'Europe/London';
/** Their clocks change on the 14th and on the 28th of March 2027. */
const ZONES = [CLINIC, 'America/New_York'] as const;
/** With some whose reminders would come at night, and one in the last minutes of the evening. */
const TIMES = ['07:30', '09:00', '14:00', '19:55', '20:30'];
const BEGINNING = Date.UTC(2027, 1, 22);
const BATCHES = 20;
/** About how many mails a booking comes to. */
const MAILS_EACH = 2.5;

const DEATHS = [...MOMENTS, 'while it hands over', 'at any time'] as const;

/** Options of {@link liveThrough}. */
export interface LifeOptions {
  readonly database: Database;
  readonly server: MailServer;
  readonly processes: MessageProcesses;
  readonly clock: { now: number };
  /** For what people do. Processes die by chance alone. */
  readonly random: () => number;
  readonly bookings: number;
  readonly kills: number;
  /** Posts to the page of a link as a mail program or a person does. */
  readonly stop: (url: string, way: 'one click' | 'page') => Promise<void>;
}

/** What happened, as somebody wrote it down who stood by. */
export interface Life {
  readonly bookings: LivedBooking[];
  readonly touchUps: LivedTouchUps[];
  /** When there was nothing more to do. */
  readonly end: number;
  /** How often a process was killed in each way. */
  readonly deaths: Readonly<Record<string, number>>;
}

/**
 * Lets ten weeks pass in which people book, move, cancel and stop, at any moment and while messages are being sent. Time
 * goes on to whatever is due next; processes die at all moments of their work, and others go on.
 */
export async function liveThrough(options: LifeOptions): Promise<Life> {
  const { database, server, processes, clock, random } = options;
  const bookings: LivedBooking[] = [];
  const touchUps: LivedTouchUps[] = [];
  const deaths: Record<string, number> = {};
  const actions: { at: number; act: () => Promise<unknown> }[] = [];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const between = (from: number, until: number) => Math.floor(from + random() * (until - from));
  const later = (at: number, act: () => Promise<unknown>) => actions.push({ at, act });
  const someDay = (zone: string, from: number, until: number) =>
    addDays(wallTime(zone, clock.now).date, Math.round(between(from, until) / DAY));

  async function book(count: number): Promise<void> {
    const wishes = Array.from({ length: count }, (_, index) => {
      // Every tenth is somebody's second one.
      const email = index % 10 === 9 ? undefined : `${randomUUID()}@example.com`;
      const service = email !== undefined && random() < 0.2 ? 'treatment' : 'consultation';
      const zone = pick(ZONES);
      return { email, service, zone, date: someDay(zone, DAY, 28 * DAY), time: pick(TIMES) };
    });
    const visits = wishes.map((wish, index) => ({ ...wish, email: wish.email ?? wishes[index - 1]?.email ?? '' }));
    const ids = await bookVisits(database, visits, clock.now);
    for (const [index, { email, zone, service, date, time }] of visits.entries()) {
      const agreed = [{ since: clock.now, date, time }];
      const booking: LivedBooking = { id: ids[index] ?? '', email, zone, isTreatment: service === 'treatment', agreed };
      bookings.push(booking);
      const day = () => Date.parse(agreed.at(-1)?.date ?? '');
      if (random() < 0.12 && day() - clock.now > 3 * DAY) {
        later(between(clock.now + DAY, day() - DAY), async () => {
          const moved = { since: clock.now, date: someDay(zone, DAY, 20 * DAY), time: pick(TIMES) };
          agreed.push(moved);
          await moveVisit(database, booking.id, moved.date, moved.time, clock.now, zone);
        });
      } else if (random() < 0.1 && day() - clock.now > 3 * DAY) {
        later(between(clock.now + DAY, day() - DAY), async () => {
          booking.cancelledAt = clock.now;
          await cancelVisit(database, booking.id, clock.now);
        });
      }
    }
  }

  async function signUp(): Promise<void> {
    const id = randomUUID();
    const email = `${id}@example.com`;
    const zone = pick(ZONES);
    const check = someDay(zone, 5 * DAY, 25 * DAY);
    const dates = { check, review: addDays(check, between(1, 9)), refresh: addDays(check, between(10, 20)) };
    const kept = newTouchUps({ ...touchUpWish(email, '2027-01-11'), dates });
    touchUps.push({
      ...{ id, email, zone, signedAt: clock.now },
      dates: {
        'touch-up.check-6w': dates.check,
        'touch-up.review-12m': dates.review,
        'touch-up.refresh': dates.refresh,
      },
    });
    await insertTouchUps(database, { id, contactKey: `mailto:${email}`, timeZone: zone, kept, now: clock.now });
  }

  /** Somebody has had enough, with one of the last mails in front of them. */
  async function stop(way: 'one click' | 'page'): Promise<void> {
    const mail = pick(server.mails.slice(-100).filter(({ headers }) => headers.has('list-unsubscribe')));
    const url = /<(.+)>/.exec(mail?.headers.get('list-unsubscribe') ?? '')?.[1];
    if (!mail || url === undefined) return;
    await options.stop(url, way);
    const own = url.includes('?m=t.')
      ? touchUps
      : bookings.filter(({ agreed }) => (agreed[0]?.since ?? 0) <= clock.now);
    for (const one of own) if (one.email === mail.to[0]) one.stoppedAt ??= clock.now;
  }

  for (let batch = 0; batch < BATCHES; batch += 1) {
    later(between(BEGINNING, BEGINNING + 30 * DAY), () => book(options.bookings / BATCHES));
  }
  for (let count = 0; count < options.bookings / 20; count += 1) {
    later(between(BEGINNING, BEGINNING + 20 * DAY), signUp);
  }
  for (let count = 0; count < options.bookings / 10; count += 1) {
    const way = count % 2 ? 'page' : 'one click';
    later(between(BEGINNING + 7 * DAY, BEGINNING + 55 * DAY), () => stop(way));
  }

  const planned = Array.from({ length: options.kills }, (_, index) => DEATHS[index % DEATHS.length] ?? 'at any time');
  let armed = 0;
  let hitsOnMail = false;
  server.onMail = () => {
    if (!hitsOnMail || Math.random() < 0.5) return;
    hitsOnMail = false;
    processes.kill();
  };
  /** The next who is to die, once the last one has. */
  function nextDoom(): Doom | undefined {
    const isTime = server.mails.length > ((armed + 0.5) * options.bookings * MAILS_EACH) / options.kills;
    const how = planned[armed];
    if (how === undefined || !isTime || processes.deaths < armed) return undefined;
    armed += 1;
    deaths[how] = (deaths[how] ?? 0) + 1;
    if (how === 'while it hands over') hitsOnMail = true;
    else if (how === 'at any time') setTimeout(() => processes.kill(), Math.random() * 30);
    else return { moment: how, after: Math.floor(Math.random() * 8) };
    return undefined;
  }

  async function nextDue(): Promise<number> {
    // What was due to somebody who is dead is another's later; where it never is, time goes on all the same.
    const [row] = await database.query<{ at: number | null }>(
      `select (extract(epoch from min(try_at)) * 1000)::float8 as at from message
       where state = 'waiting' or state = 'claimed' and try_at > to_timestamp($1::float8)`,
      [clock.now / 1000],
    );
    return row?.at ?? Infinity;
  }

  for (;;) {
    actions.sort((one, other) => one.at - other.at);
    const next = Math.min(await nextDue(), actions[0]?.at ?? Infinity);
    if (next === Infinity) break;
    clock.now = Math.max(clock.now, next);
    const due = actions.splice(0, actions.filter(({ at }) => at <= clock.now).length);
    const running = processes.run({ now: clock.now, doom: nextDoom() });
    for (const { act } of due) await act();
    await running;
    // What has happened meanwhile is told of.
    if (due.length > 0) await processes.run({ now: clock.now });
  }
  server.onMail = () => {};
  return { bookings, touchUps, end: clock.now, deaths };
}
