import { addDays } from '../domain/time/plain-date.js';
import type { CalendarEvent } from './calendar-event.js';
import { calendarDate, calendarInstant, calendarText } from './calendar-text.js';

/** Addresses that open a calendar on the web with an entry filled in, ready to be saved. */
export interface CalendarLinks {
  readonly google: string;
  /** Outlook.com, for private accounts. */
  readonly outlook: string;
  /** Outlook of Microsoft 365, for accounts of work or school. */
  readonly office365: string;
  readonly yahoo: string;
}

/**
 * Links that add an entry to the calendars people have on the web. Reminders, status and uid can't be carried by them.
 * @throws RangeError for a start, end or date that is none
 */
export function calendarLinks(event: CalendarEvent): CalendarLinks {
  const title = calendarText(event.title, ' ');
  const location = calendarText(event.location ?? '', ', ');
  const details = calendarText(event.description ?? '', '\n');
  const [start, end] =
    event.date === undefined ? [event.start, event.end] : [addDays(event.date, 0), addDays(event.date, 1)];
  const allDay = event.date !== undefined;
  const compact = allDay ? calendarDate : calendarInstant;
  const outlookTime = (time: string): string => (allDay ? time : new Date(time).toISOString().slice(0, 19) + 'Z');
  const outlook = query({
    path: '/calendar/action/compose',
    rru: 'addevent',
    startdt: outlookTime(start),
    enddt: outlookTime(end),
    allday: allDay ? 'true' : '',
    subject: title,
    // Outlook drops line breaks from what it is given.
    body: details.replaceAll('\n', ' · '),
    location,
  });
  return {
    google: `https://calendar.google.com/calendar/render${query({
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(start)}/${compact(end)}`,
      details,
      location,
    })}`,
    outlook: `https://outlook.live.com/calendar/0/action/compose${outlook}`,
    office365: `https://outlook.office.com/calendar/0/action/compose${outlook}`,
    yahoo: `https://calendar.yahoo.com/${query({
      v: '60',
      title,
      st: compact(start),
      ...(allDay ? { dur: 'allday' } : { et: compact(end) }),
      desc: details,
      in_loc: location,
    })}`,
  };
}

/** Not URLSearchParams: it writes a space as `+`, which Outlook shows as a plus sign. */
function query(fields: Readonly<Record<string, string>>): string {
  return (
    '?' +
    Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("'", '%27')}`)
      .join('&')
  );
}
