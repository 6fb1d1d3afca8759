import { html, nothing } from 'lit';
import { calendarLinks } from '../../calendar/add-to-calendar.js';
import { bookingEvent } from '../../calendar/booking-event.js';
import { safeUrl } from '../../domain/web-address.js';
import type { Booking } from '../../domain/booking.js';
import type { Clinic } from '../../domain/clinic.js';
import type { Messages } from '../../locales/messages.js';
import type { Part } from '../form/part.js';
import { saveCalendar } from './saved-calendar.js';

/** Calendars that take an entry by a link. */
const SERVICES = [
  ['google', 'Google Calendar'],
  ['outlook', 'Outlook.com'],
  ['office365', 'Office 365'],
  ['yahoo', 'Yahoo'],
] as const;

/** What is to be added to a calendar. */
export interface AddToCalendar {
  /** In order of time. One that is cancelled is taken out of the calendar again. */
  readonly bookings: readonly Booking[];
  readonly clinic: Clinic;
  readonly words: Messages;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  /** Heads it. Default: that they can be added. */
  readonly title?: string | undefined;
}

/**
 * The ways to add appointments to a calendar: one file for all of them, and links where there is one. Loaded once there
 * is something to add.
 */
export function addToCalendar({ bookings, clinic, words, now, title = words.addToCalendar }: AddToCalendar): Part {
  const [booking, another] = bookings;
  if (!booking) return nothing;
  const stamp = new Date(now()).toISOString();
  const written = { title: words.calendarTitle, reference: words.calendarReference, phone: words.calendarPhone };
  const [event, ...others] = bookings.map((one) => bookingEvent(one, clinic, written, { stamp }));
  if (!event) return nothing;
  const links = (another ?? booking.status === 'cancelled') ? undefined : calendarLinks(event);
  const hosted =
    (another ?? booking.icsUrl === undefined) ? undefined : safeUrl(booking.icsUrl ?? '', document.baseURI);
  const download = () => saveCalendar([event, ...others], `${booking.reference}.ics`);
  return html`<div part="calendars">
    <h3>${title}</h3>
    <ul class="actions">
      <li>
        ${
          hosted
            ? html`<a class="button quiet" href=${hosted} download>${words.calendarFile}</a>`
            : html`<button type="button" class="button quiet" @click=${download}>${words.calendarFile}</button>`
        }
      </li>
      ${SERVICES.map(
        ([key, name]) =>
          links &&
          html`<li>
            <a href=${links[key]} target="_blank" rel="noopener noreferrer"
              >${name}<span class="out-of-sight"> ${words.newTab}</span></a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
