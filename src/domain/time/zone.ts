import type { PlainDate } from './plain-date.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      // Not `hour12: false`, which prints midnight as 24:00 in some engines.
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Is this IANA name known to this engine's time-zone data? Offsets such as `+01:00` are not names. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * Minutes that the zone's clock is ahead of UTC at an instant, negative when behind. A fraction only for the
 * local mean times of the past. From year 1 on. @throws RangeError for a zone that this engine does not know
 */
export function offsetAt(zone: string, epochMs: number): number {
  // US English writes month/day/year, hour:minute:second. Picking out the numbers takes half the time of formatToParts.
  const numbers = formatOf(zone).format(epochMs).match(/\d+/g) ?? [];
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const wall = new Date(0).setUTCFullYear(year, month - 1, day);
  const seconds = (hour * 60 + minute) * 60 + second;
  return (wall + seconds * 1000 - Math.floor(epochMs / 1000) * 1000) / MINUTE;
}

/** What a clock on the wall shows. */
export interface WallTime {
  readonly date: PlainDate;
  /** `HH:mm`, 24 hours. */
  readonly time: string;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** What the zone's clock shows at an instant. @throws RangeError for a zone that this engine does not know */
export function wallTime(zone: string, epochMs: number): WallTime {
  const offset = offsetAt(zone, epochMs);
  const text = new Date(epochMs + offset * MINUTE).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16), offset };
}

/**
 * The instants at which the zone's clock shows this date and time, in order: none in a gap (clocks go forward),
 * two in a fold (clocks go back), else one. @throws RangeError for a zone that this engine does not know
 */
export function instantsOf(zone: string, date: PlainDate, time: string): number[] {
  const wall = Date.parse(`${date}T${time}Z`);
  // Whatever changes that day, the offset in force is that of the day before or that of the day after.
  const before = wall - offsetAt(zone, wall - DAY) * MINUTE;
  const after = wall - offsetAt(zone, wall + DAY) * MINUTE;
  const instants = before === after ? [before] : [before, after];
  return instants.filter((instant) => instant + offsetAt(zone, instant) * MINUTE === wall);
}

/**
 * The first instant at which the zone's clock shows this date and time or, in a gap, jumps past it.
 * @throws RangeError for a zone that this engine does not know
 */
export function firstInstantFrom(zone: string, date: PlainDate, time: string): number {
  const [first] = instantsOf(zone, date, time);
  if (first !== undefined) return first;
  const wall = Date.parse(`${date}T${time}Z`);
  let low = wall - DAY - offsetAt(zone, wall - DAY) * MINUTE;
  let high = wall + DAY - offsetAt(zone, wall + DAY) * MINUTE;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(zone, middle) * MINUTE >= wall) high = middle;
    else low = middle;
  }
  return high;
}

/** Minutes ahead of UTC as `+HH:mm` or `-HH:mm`, rounded to whole minutes. */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 && minutes ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * An instant as RFC 3339 text at an offset: `2026-12-01T13:00:00-07:00`. Milliseconds only when there are any.
 * @param offset minutes ahead of UTC, rounded to whole ones
 */
export function formatInstant(epochMs: number, offset: number): string {
  const minutes = Math.sign(offset) * Math.round(Math.abs(offset));
  const text = new Date(epochMs + minutes * MINUTE).toISOString();
  return text.slice(0, epochMs % 1000 === 0 ? 19 : 23) + offsetText(minutes);
}
