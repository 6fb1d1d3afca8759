import { addDays, endOfMonth, startOfMonth, startOfWeek, type PlainDate } from './plain-date.js';

/** Rows of a calendar, at least: no month but a February needs fewer. */
const LEAST_WEEKS = 5;

/**
 * The weeks that a month touches, each with seven days, so the first and last may reach into the months beside it. Of the
 * month that is under way, the weeks from today's on; others follow until there are five.
 * @param date any day of the month, not before `today`
 * @param firstDay first day of the week, 1 Monday … 7 Sunday
 */
export function monthGrid(date: PlainDate, firstDay: number, today = ''): PlainDate[][] {
  const weeks: PlainDate[][] = [];
  const start = startOfMonth(date);
  const end = endOfMonth(date);
  let day = startOfWeek(today > start ? today : start, firstDay);
  for (; day <= end || weeks.length < LEAST_WEEKS; day = addDays(day, 7)) weeks.push(weekOf(day, firstDay));
  return weeks;
}

/** The seven days of the date's week, from `firstDay` (1 Monday … 7 Sunday). */
export function weekOf(date: PlainDate, firstDay: number): PlainDate[] {
  const start = startOfWeek(date, firstDay);
  return Array.from({ length: 7 }, (_, index) => addDays(start, index));
}

interface WeekInfo {
  readonly firstDay: number;
}

/** Engines differ: a method, an accessor, or neither. */
interface LocaleWithWeek {
  getWeekInfo?(): WeekInfo;
  readonly weekInfo?: WeekInfo;
}

// Regions from CLDR; Monday elsewhere. Asking the engine takes it many milliseconds the first time, so it is asked only
// where the tag names no region, or a week of its own.
const SUNDAY =
  /^(?:A[GS]|B[DRSTWZ]|C[AO]|D[MO]|ET|G[TU]|H[KN]|I[DLNS]|J[MP]|K[EHR]|LA|M[HMOTXZ]|NI|NP|P[AEHKRTY]|S[AGV]|T[HTW]|U[MS]|V[EI]|WS|YE|Z[AW])$/;
const SATURDAY = /^(?:AF|BH|D[JZ]|EG|I[QR]|JO|KW|LY|OM|QA|S[DY])$/;

/**
 * The day that a week starts with where this language is read: 1 Monday … 7 Sunday.
 * @param locale BCP 47 tag; Monday when it isn't one
 */
export function firstDayOfWeek(locale: string): number {
  const region = /^(?!und)[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/i.exec(locale)?.[1];
  if (region) return firstDayOfRegion(region.toUpperCase());
  try {
    const tag = new Intl.Locale(locale);
    const week: LocaleWithWeek = tag as LocaleWithWeek;
    return week.getWeekInfo?.().firstDay ?? week.weekInfo?.firstDay ?? firstDayOfRegion(tag.maximize().region);
  } catch {
    return 1;
  }
}

/** {@link firstDayOfWeek} by region alone. */
export function firstDayOfRegion(region = ''): number {
  return SUNDAY.test(region) ? 7 : SATURDAY.test(region) ? 6 : region === 'MV' ? 5 : 1;
}
