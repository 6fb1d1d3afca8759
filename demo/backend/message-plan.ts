import { addDays } from 'smp-widgets/server';
import { afterQuiet, type QuietHours, type WallMoment } from './quiet-hours.js';

/** What happened to a booking, as the outbox names it. */
export const BOOKING_EVENTS = [
  'booking.confirmed',
  'booking.requested',
  'booking.declined',
  'booking.moved',
  'booking.cancelled',
  'booking.renewed',
] as const;
export type BookingEvent = (typeof BOOKING_EVENTS)[number];

/** Does this tell that there is no appointment? */
export const isEnding = (kind: string): boolean => kind === 'booking.cancelled' || kind === 'booking.declined';

/** Does this tell how a booking stands that has this status? */
export const isTrueOf = (kind: string, status: string): boolean =>
  kind === 'booking.requested' ? status === 'requested' : isEnding(kind) === (status === 'cancelled');

/** What is sent in time to come because of a booking. */
export const BOOKING_REMINDERS = [
  'booking.prepare',
  'booking.remind',
  'booking.aftercare-0',
  'booking.aftercare-4',
  'booking.aftercare-8',
  'booking.aftercare-30',
] as const;
export type BookingReminder = (typeof BOOKING_REMINDERS)[number];

/** What is sent in time to come because somebody asked to be reminded of a touch-up. */
export const TOUCH_UP_REMINDERS = ['touch-up.check-6w', 'touch-up.review-12m', 'touch-up.refresh'] as const;
export type TouchUpReminder = (typeof TOUCH_UP_REMINDERS)[number];

/** Everything that is ever sent. */
export type MessageKind =
  | BookingEvent
  | BookingReminder
  | TouchUpReminder
  | 'touch-up.signed'
  | 'waitlist.joined'
  | 'waitlist.offer'
  | 'waitlist.removed'
  | 'consultation.received';

/** By email or by text message. */
export type MessageChannel = 'mail' | 'sms';

/** One message that somebody is to get. */
export interface PlannedMessage {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  /** On the clinic's clock; `now` answers what somebody has just done, at any hour. */
  readonly at: WallMoment | 'now';
}

/** What the plan of a booking goes by: the wall clock that was agreed on, never an instant. */
export interface PlannedVisit {
  readonly localDate: string;
  readonly localTime: string;
  readonly durationMinutes: number;
  /** Whether skin is worked on, so that there is something to prepare and to look after. */
  readonly isTreatment: boolean;
  /** Whether the client may be sent text messages. */
  readonly sms: boolean;
}

/** What the plan of touch-ups goes by. A date that is not set is not reminded of. */
export interface PlannedTouchUps {
  readonly checkOn: string | null;
  readonly reviewOn: string | null;
  readonly refreshOn: string | null;
  readonly channels: readonly MessageChannel[];
}

/** A message whose moment has passed by more than this is dropped: it would only confuse. In milliseconds. */
export const LATE_MS = 86_400_000;

/** A reminder has to be at least so far ahead of what it is planned for: who has just booked needs none. In milliseconds. */
export const SOON_MS = 12 * 3_600_000;

/** Days before the visit on which its preparation begins, and before which confirming or moving is easy. */
const PREPARE_DAYS = 7;
const REMIND_DAYS = 2;
/** Days after a session on which what to do changes: washing, then clippers, then sun and water. */
const AFTERCARE_DAYS = [4, 8, 30] as const;
const MORNING = '10:00';
const EVENING = '18:00';
/** How long after its end a late session is followed up on the same day, in minutes. */
const REST = 30;

/**
 * All that a visit is reminded of, with when. Quiet hours move a message to their end.
 * What of it has passed already is not left out here: see {@link isWorthPlanning}.
 */
export function planReminders(visit: PlannedVisit, quiet: QuietHours | undefined): PlannedMessage[] {
  const { localDate, localTime, isTreatment, sms } = visit;
  const on = (days: number, time: string) => afterQuiet({ date: addDays(localDate, days), time }, quiet);
  const mail = (kind: BookingReminder, at: WallMoment): PlannedMessage => ({ kind, channel: 'mail', at });
  const remindAt = on(-REMIND_DAYS, localTime);
  return [
    ...(isTreatment ? [mail('booking.prepare', on(-PREPARE_DAYS, MORNING))] : []),
    mail('booking.remind', remindAt),
    ...(sms ? [{ kind: 'booking.remind', channel: 'sms', at: remindAt } as const] : []),
    ...(isTreatment
      ? [
          mail('booking.aftercare-0', afterQuiet(eveningOf(visit), quiet)),
          ...AFTERCARE_DAYS.map((days) => mail(`booking.aftercare-${days}`, on(days, MORNING))),
        ]
      : []),
  ];
}

/** The evening of a session or, when it ends later, half an hour after that. */
function eveningOf({ localDate, localTime, durationMinutes }: PlannedVisit): WallMoment {
  const [hours = 0, minutes = 0] = localTime.split(':').map(Number);
  const end = hours * 60 + minutes + durationMinutes + REST;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
  if (end >= 1440) return { date: addDays(localDate, Math.floor(end / 1440)), time };
  return { date: localDate, time: time > EVENING ? time : EVENING };
}

/** What is said at once of something that has happened to a booking. */
export const planAnswer = (event: BookingEvent): PlannedMessage => ({ kind: event, channel: 'mail', at: 'now' });

/** All that somebody is reminded of who asked for touch-up reminders. */
export function planTouchUps(plan: PlannedTouchUps, quiet: QuietHours | undefined): PlannedMessage[] {
  const { checkOn, reviewOn, refreshOn, channels } = plan;
  // Who is to come for a refresh by then needs no look before it.
  const dates = [checkOn, reviewOn === refreshOn ? null : reviewOn, refreshOn];
  return TOUCH_UP_REMINDERS.flatMap((kind, index) => {
    const date = dates[index];
    if (!date) return [];
    const at = afterQuiet({ date, time: MORNING }, quiet);
    return channels.map((channel) => ({ kind, channel, at }));
  });
}

/** Tells what a client does not know yet, however late they booked. */
export const isAftercare = (kind: MessageKind): boolean => kind.startsWith('booking.aftercare-');

/**
 * Whether a reminder is planned at all: one that is due in a moment, or was before the booking was made, tells nothing.
 * @param since when that was booked, moved or asked for which it is planned; planning itself may be later. It and `due` in
 * milliseconds since 1970
 */
export const isWorthPlanning = (kind: MessageKind, due: number, since: number): boolean =>
  due - since >= (isAftercare(kind) ? 0 : SOON_MS);
