import type { PlainDate } from './instant.js';

// The schema stands apart: the first paint counts days and checks none.
export type { PlainDate };

const MS_PER_DAY = 86_400_000;
/** Years 0000–9999, so that text order stays date order. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

// A date alone is read as midnight UTC, where every day has 24 hours: no zone comes in.
const dayNumber = (date: PlainDate): number => Date.parse(date) / MS_PER_DAY;

function fromDayNumber(day: number): PlainDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError('Date outside years 0000–9999');
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The last date that was found to exist: lists of times say the same one again and again. */
let lastKnown = '2000-01-01';

/** Is this text a date that exists? */
export function isPlainDate(text: string): boolean {
  if (
    text !== lastKnown &&
    /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) &&
    Number(text.slice(8)) > 0 &&
    endOfMonth(text) >= text
  ) {
    lastKnown = text;
  }
  return text === lastKnown;
}

/** The date `days` later, or earlier when negative. @throws RangeError outside years 0000–9999 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day of the month `months` later, or earlier when negative. The last day when that month is
 * shorter: 31 January and one month is 28 or 29 February. @throws RangeError outside years 0000–9999
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const last = endOfMonth(firstOfMonth(date, months));
  return last.slice(0, 8) + (date.slice(8) < last.slice(8) ? date.slice(8) : last.slice(8));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  return ((dayNumber(date) - FIRST_DAY + 5) % 7) + 1;
}

/** The `firstDay` (1 Monday … 7 Sunday) on or before the date. */
export function startOfWeek(date: PlainDate, firstDay: number): PlainDate {
  return addDays(date, -((weekday(date) - firstDay + 7) % 7));
}

/** First day of the date's month. */
export function startOfMonth(date: PlainDate): PlainDate {
  return date.slice(0, 8) + '01';
}

/** Last day of the date's month. */
export function endOfMonth(date: PlainDate): PlainDate {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : month >= 1 && month <= 12 ? 31 : 0;
  return date.slice(0, 8) + String(days).padStart(2, '0');
}

function firstOfMonth(date: PlainDate, months: number): PlainDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  if (!(month >= 0 && month < 120_000)) throw new RangeError('Date outside years 0000–9999');
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
