import { html, nothing } from 'lit';
import { calendarLinks } from '../../calendar/add-to-calendar.js';
import { bookingEvent } from '../../calendar/booking-event.js';
import { calendarFile, CALENDAR_FILE_TYPE } from '../../calendar/ics.js';
import { safeUrl } from '../../domain/web-address.js';
import type { BookerView, Part } from './booker-view.js';

/** Calendars that take an entry by a link. */
const SERVICES = [
  ['google', 'Google Calendar'],
  ['outlook', 'Outlook.com'],
  ['office365', 'Office 365'],
  ['yahoo', 'Yahoo'],
] as const;

/** The ways to add the appointment to a calendar: a file, and links. Loaded once there is something to add. */
export function calendars(view: BookerView): Part {
  const { state, words } = view;
  const { booking, clinic } = state;
  if (!booking || !clinic) return nothing;
  const event = bookingEvent(
    booking,
    clinic,
    { title: words.calendarTitle, reference: words.calendarReference, phone: words.calendarPhone },
    { stamp: new Date(view.now()).toISOString() },
  );
  const links = calendarLinks(event);
  const hosted = booking.icsUrl === undefined ? undefined : safeUrl(booking.icsUrl, document.baseURI);
  const download = () => {
    const address = URL.createObjectURL(new Blob([calendarFile([event])], { type: CALENDAR_FILE_TYPE }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${booking.reference}.ics`;
    link.click();
    // The download has taken hold of the blob by the next task.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return html`<div part="calendars">
    <h3>${words.addToCalendar}</h3>
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
          html`<li>
            <a href=${links[key]} target="_blank" rel="noopener noreferrer"
              >${name}<span class="out-of-sight"> ${words.newTab}</span></a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
