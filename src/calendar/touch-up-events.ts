import type { Instant } from '../domain/time/instant.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { CalendarEvent } from './calendar-event.js';

/** What the entries of touch-up reminders say. Neutral: calendars are shared with families and employers. */
export interface TouchUpEventWords {
  readonly title: string;
  readonly note: string;
  readonly phone?: string | undefined;
}

/** When the entries are written, and whose they are. */
export interface TouchUpEventOptions {
  /** The session that the dates count from: a file made after a second thought changes the entries of the first. */
  readonly lastSession: PlainDate;
  /** Names the clinic within the entries' uids. */
  readonly clinic: string;
  readonly stamp: Instant;
}

/** Whole-day entries for the dates of a plan, with a reminder at nine in the morning of the day before. */
export function touchUpEvents(
  dates: readonly { readonly kind: string; readonly date: PlainDate }[],
  { title, note, phone }: TouchUpEventWords,
  { lastSession, clinic, stamp }: TouchUpEventOptions,
): CalendarEvent[] {
  return dates.map(({ kind, date }) => ({
    uid: `touch-up-${kind}-${lastSession}@${clinic}`,
    // Minutes since 1970, so that each later file counts as newer.
    sequence: Math.floor(Date.parse(stamp) / 60_000),
    stamp,
    date,
    title,
    description: [note, ...(phone === undefined ? [] : [phone])].join('\n'),
    alarms: [900],
  }));
}
