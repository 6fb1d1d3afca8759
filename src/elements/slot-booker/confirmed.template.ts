import { html, nothing } from 'lit';
import { calendarFile, CALENDAR_FILE_TYPE } from '../../calendar/ics.js';
import { calendarLinks } from '../../calendar/add-to-calendar.js';
import { bookingEvent } from '../../calendar/booking-event.js';
import { safeUrl } from '../../domain/web-address.js';
import { heading, phoneLink } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';
import { appointmentRows } from './check.template.js';
import { doneIcon } from './icons.js';

/** The page that says what has been booked and what happens next. */
export function confirmedPage(view: BookerView): Part {
  const { flow, state, words } = view;
  const { booking, details, clinic } = state;
  if (!booking || !clinic) return nothing;
  const requested = booking.status === 'requested';
  const row = (label: string, value: string | undefined) =>
    html`<div class="row">
      <dt>${label}</dt>
      <dd><bdi>${value}</bdi></dd>
    </div>`;
  return html`<div class="page" part="page">
    <div class="done">
      ${doneIcon} ${heading(requested ? words.requestedTitle : words.confirmedTitle)}
      <p>${words.reference}<br /><strong class="reference" part="reference">${booking.reference}</strong></p>
    </div>
    <dl class="rows" part="answers">${appointmentRows(view, row)}</dl>
    <div>
      <h3>${words.whatNext}</h3>
      <p>${(requested ? words.requestedNext : words.confirmedNext)(details.email.trim())}</p>
      ${clinic.policies?.nextSteps ? html`<p>${clinic.policies.nextSteps}</p>` : nothing} ${phoneLink(view)}
    </div>
    ${requested ? nothing : calendarChoices(view)}
    <div><button type="button" class="link" @click=${() => flow.restart()}>${words.bookAnother}</button></div>
  </div>`;
}

/** The page that says that the visitor is on the waitlist. */
export function waitlistedPage(view: BookerView): Part {
  const { flow, state, words } = view;
  return html`<div class="page" part="page">
    <div class="done">${doneIcon} ${heading(words.waitlistedTitle)}</div>
    <p>${words.waitlistedHint(state.details.email.trim())}</p>
    ${phoneLink(view)}
    <div><button type="button" class="link" @click=${() => flow.restart()}>${words.bookAnother}</button></div>
  </div>`;
}

const SERVICES = [
  ['google', 'Google Calendar'],
  ['outlook', 'Outlook.com'],
  ['office365', 'Office 365'],
  ['yahoo', 'Yahoo'],
] as const;

function calendarChoices(view: BookerView): Part {
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
