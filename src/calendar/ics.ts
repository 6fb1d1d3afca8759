import { addDays } from '../domain/time/plain-date.js';
import { safeUrl } from '../domain/web-address.js';
import type { CalendarEvent } from './calendar-event.js';
import { calendarDate, calendarInstant, calendarText } from './calendar-text.js';

/** Media type of a {@link calendarFile}. */
export const CALENDAR_FILE_TYPE = 'text/calendar;charset=utf-8';

/** What may be said of a calendar file as a whole. */
export interface CalendarFileOptions {
  /** Names the software that wrote the file. Default `-//smp-widgets//EN`. */
  readonly productId?: string;
}

/**
 * A calendar file (RFC 5545) to be saved or opened by a calendar. Times are written in UTC, so it needs no zone data;
 * entries are private and ask for no answer. Whatever the texts hold, they stay within their own property.
 * @throws RangeError for a start, end, date or stamp that is none
 */
export function calendarFile(events: readonly CalendarEvent[], options: CalendarFileOptions = {}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${textValue(options.productId ?? '-//smp-widgets//EN')}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const { description, location } = event;
  const url = event.url === undefined ? undefined : safeUrl(event.url);
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `SEQUENCE:${whole(event.sequence ?? 0)}`,
    `DTSTAMP:${calendarInstant(event.stamp)}`,
    ...timeLines(event),
    `SUMMARY:${textValue(event.title)}`,
    ...(description ? [`DESCRIPTION:${textValue(description)}`] : []),
    ...(location ? [`LOCATION:${textValue(location)}`] : []),
    ...(url?.startsWith('https:') ? [`URL:${url}`] : []),
    `STATUS:${(event.status ?? 'confirmed').toUpperCase()}`,
    'CLASS:PRIVATE',
    ...(event.alarms ?? []).flatMap((minutes) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-PT${whole(minutes)}M`,
      `DESCRIPTION:${textValue(event.title)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function timeLines(event: CalendarEvent): string[] {
  return event.date === undefined
    ? [`DTSTART:${calendarInstant(event.start)}`, `DTEND:${calendarInstant(event.end)}`]
    : [
        `DTSTART;VALUE=DATE:${calendarDate(addDays(event.date, 0))}`,
        `DTEND;VALUE=DATE:${calendarDate(addDays(event.date, 1))}`,
        'TRANSP:TRANSPARENT',
      ];
}

function whole(value: number): string {
  const number = Math.trunc(value);
  return String(Number.isSafeInteger(number) ? Math.max(0, number) : 0);
}

function textValue(text: string): string {
  return calendarText(text, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The line in pieces of at most 75 octets, each ended, no character split. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result + '\r\n';
}
