import { addDays } from 'smp-widgets/server';
import { en } from '../../demo/backend/message-words.en.js';
import { momentWords, type MessageFacts } from '../../demo/backend/message-words.js';
import type { MessageKind } from '../../demo/backend/message-plan.js';
import type { ReceivedMail } from './mail-server.js';

/** When a visit was to be, and since when that was agreed. Instants are in milliseconds since 1970. */
export interface Agreed {
  readonly since: number;
  readonly date: string;
  readonly time: string;
}

/** A booking as somebody remembers it who stood by and wrote down what happened. */
export interface LivedBooking {
  readonly id: string;
  readonly email: string;
  readonly zone: string;
  readonly isTreatment: boolean;
  /** The first, and another after each move. */
  readonly agreed: Agreed[];
  cancelledAt?: number;
  stoppedAt?: number;
}

/** A wish to be reminded of touch-ups, remembered in the same way. */
export interface LivedTouchUps {
  readonly id: string;
  readonly email: string;
  readonly zone: string;
  readonly signedAt: number;
  readonly dates: Readonly<Record<'touch-up.check-6w' | 'touch-up.review-12m' | 'touch-up.refresh', string>>;
  stoppedAt?: number;
}

/** What is wrong with the mails that came. Each says which mail and why. */
export interface Findings {
  readonly missing: readonly string[];
  /** One line for each mail that had come before. */
  readonly doubled: readonly string[];
  readonly afterStop: readonly string[];
  readonly afterCancellation: readonly string[];
  /** Of a date that was no longer agreed. */
  readonly stale: readonly string[];
  /** Not when the wall clock shows the time that it is due at, or at night. */
  readonly astray: readonly string[];
  /** Nobody was to get it at all. */
  readonly unknown: readonly string[];
  /** How many different mails had to come. */
  readonly expected: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** A worker that dies keeps what it had claimed for five minutes, and the next one may die of it too. */
const TOLERANCE = 30;
const FROM = 8 * HOUR;
const UNTIL = 20 * HOUR;

const nobody: MessageFacts = {
  clinic: '',
  phone: undefined,
  name: '',
  count: 1,
  when: '',
  shortWhen: '',
  reference: undefined,
  place: undefined,
  until: undefined,
};
/** A sentence that only this kind of mail has. */
const SENTENCES = (Object.keys(en.letters) as MessageKind[]).map((kind) => {
  const { paragraphs } = en.letters[kind](nobody);
  return [kind, paragraphs[kind.startsWith('touch-up.') && kind !== 'touch-up.signed' ? 1 : 0] ?? ''] as const;
});

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock shows at an instant, as minutes that only such readings are compared with. */
function wallMinutes(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(zone, clock);
  }
  return Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) / 60_000;
}
const minutesOf = (date: string, time: string): number => Date.parse(`${date}T${time}Z`) / 60_000;
/** The minute itself or, at night, the next morning. */
function byDay(minutes: number): number {
  const midnight = Math.floor(minutes / DAY) * DAY;
  if (minutes - midnight < FROM) return midnight + FROM;
  return minutes - midnight < UNTIL ? minutes : midnight + DAY + FROM;
}

type Dues = readonly (readonly [MessageKind, number])[];

/** When a visit of an hour is reminded of, on its wall clock. */
function duesOf({ isTreatment }: LivedBooking, { date, time }: Agreed): Dues {
  const remind = ['booking.remind', byDay(minutesOf(addDays(date, -2), time))] as const;
  if (!isTreatment) return [remind];
  const evening = Math.max(minutesOf(date, '18:00'), minutesOf(date, time) + HOUR + 30);
  return [
    ['booking.prepare', minutesOf(addDays(date, -7), '10:00')],
    remind,
    ['booking.aftercare-0', byDay(evening)],
    ...([4, 8, 30] as const).map(
      (days) => [`booking.aftercare-${days}` as const, minutesOf(addDays(date, days), '10:00')] as const,
    ),
  ];
}

/** Compares what came with what had to come, until an instant, by wall clocks alone. */
export function checkReminders(
  bookings: readonly LivedBooking[],
  touchUps: readonly LivedTouchUps[],
  mails: readonly ReceivedMail[],
  until: number,
): Findings {
  const found = {
    missing: [] as string[],
    doubled: [] as string[],
    afterStop: [] as string[],
    afterCancellation: [] as string[],
    stale: [] as string[],
    astray: [] as string[],
    unknown: [] as string[],
  };
  const bookingOf = new Map(bookings.map((one) => [one.id, one]));
  const referred = new Map(bookings.map((one) => [one.id.slice(0, 8), one]));
  const touchUpOf = new Map(touchUps.map((one) => [one.id, one]));
  const came = new Set<string>();
  const expected = new Set<string>();

  const note = (key: string, mail: ReceivedMail) => {
    if (came.has(key)) found.doubled.push(`${key} by ${mail.sendKey}`);
    came.add(key);
  };
  const checkTime = (key: string, due: number, mail: ReceivedMail, zone: string) => {
    const at = wallMinutes(mail.at, zone);
    // Kept by somebody who died in the evening, it waits for the morning.
    const isRight = [due, byDay(due + TOLERANCE)].some((from) => at >= from && at <= from + TOLERANCE);
    if (!isRight || byDay(at) !== at) found.astray.push(`${key} came ${at - due} minutes late`);
  };
  /** Expected when it is due well before what ends it; what is due about then may come or not. */
  const expect = (key: string, due: number, zone: string, ends: readonly (number | undefined)[]) => {
    const end = Math.min(...ends.map((one) => wallMinutes(one ?? until, zone)), wallMinutes(until, zone));
    if (byDay(due + TOLERANCE) + TOLERANCE + HOUR < end) expected.add(key);
  };

  for (const mail of mails) {
    const kind = SENTENCES.find(([, sentence]) => mail.text.includes(sentence))?.[0];
    const stop = /\/messages\/stop\?m=([bt])\.([\w-]+)\./.exec(mail.headers.get('list-unsubscribe') ?? '');
    const plan = touchUpOf.get(stop?.[2] ?? '');
    if (kind && plan && plan.email === mail.to[0]) {
      const key = `${kind} ${plan.id}`;
      if (plan.stoppedAt !== undefined && mail.at > plan.stoppedAt) found.afterStop.push(key);
      if (kind in plan.dates) {
        const due = minutesOf(plan.dates[kind as keyof typeof plan.dates], '10:00');
        checkTime(key, due, mail, plan.zone);
      } else if (kind !== 'touch-up.signed') found.unknown.push(key);
      note(key, mail);
      continue;
    }
    const reference = /Reference SMP-([\w-]+)/.exec(mail.text)?.[1] ?? '';
    const booking = bookingOf.get(stop?.[2] ?? '') ?? referred.get(reference);
    if (!kind || !booking || booking.email !== mail.to[0]) {
      found.unknown.push(`${kind ?? 'a mail'} to ${mail.to[0] ?? 'nobody'}`);
      continue;
    }
    const told = booking.agreed.filter(
      ({ date, time }) =>
        mail.text.includes(momentWords('en-GB', date, time, 'long')) ||
        mail.text.includes(`aftercare.html#date=${date}`),
    );
    // Who moves a visit while a mail about it is under way has to put up with it.
    const isAgreed = ({ since }: Agreed) =>
      since <= mail.at && !booking.agreed.some((later) => later.since > since && later.since < mail.at);
    const agreed = told.find(isAgreed) ?? told[0];
    const key = `${kind} ${booking.id}`;
    if (!agreed || !isAgreed(agreed)) found.stale.push(key);
    if (!stop) {
      note(key, mail);
      continue;
    }
    if (booking.stoppedAt !== undefined && mail.at > booking.stoppedAt) found.afterStop.push(key);
    if (booking.cancelledAt !== undefined && mail.at > booking.cancelledAt) found.afterCancellation.push(key);
    const due = agreed && duesOf(booking, agreed).find(([one]) => one === kind)?.[1];
    if (due === undefined) {
      found.unknown.push(key);
      continue;
    }
    checkTime(key, due, mail, booking.zone);
    note(`${key} ${due}`, mail);
  }

  for (const booking of bookings) {
    const { id, zone, agreed, cancelledAt, stoppedAt } = booking;
    expected.add(`booking.confirmed ${id}`);
    if (agreed.length > 1) expected.add(`booking.moved ${id}`);
    if (cancelledAt !== undefined) expected.add(`booking.cancelled ${id}`);
    for (const [index, one] of agreed.entries()) {
      const since = wallMinutes(one.since, zone);
      for (const [kind, due] of duesOf(booking, one)) {
        // Who has just booked needs no reminder of it.
        const ahead = kind.startsWith('booking.aftercare-') ? 0 : 13 * HOUR;
        if (due - since >= ahead)
          expect(`${kind} ${id} ${due}`, due, zone, [agreed[index + 1]?.since, cancelledAt, stoppedAt]);
      }
    }
  }
  for (const { id, zone, signedAt, stoppedAt, dates } of touchUps) {
    expected.add(`touch-up.signed ${id}`);
    for (const [kind, date] of Object.entries(dates)) {
      const due = minutesOf(date, '10:00');
      if (due - wallMinutes(signedAt, zone) >= 13 * HOUR) expect(`${kind} ${id}`, due, zone, [stoppedAt]);
    }
  }
  found.missing.push(...[...expected].filter((key) => !came.has(key)));
  return { ...found, expected: expected.size };
}
