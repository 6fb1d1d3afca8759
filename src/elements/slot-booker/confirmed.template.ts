import { html, nothing } from 'lit';
import { answerRow } from '../form/answer-row.template.js';
import { heading, phoneLink } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';
import { appointmentRows } from './check.template.js';
import type { WaitlistView } from './details.template.js';
import { doneIcon } from '../form/icons.js';

/** The page that says what has been booked and what happens next. */
export function confirmedPage(view: BookerView): Part {
  const { flow, state, words } = view;
  const { booking, details, clinic } = state;
  if (!booking || !clinic) return nothing;
  const requested = booking.status === 'requested';
  const row = (label: string, value: string | undefined) => answerRow(words, label, value);
  return html`<div class="page" part="page">
    <div class="done">
      ${doneIcon} ${heading(requested ? words.requestedTitle : words.confirmedTitle)}
      <p>${words.reference}<br /><strong class="reference" part="reference">${booking.reference}</strong></p>
    </div>
    <dl class="rows" part="answers">${appointmentRows(view, row)}</dl>
    <div>
      <h3>${words.whatNext}</h3>
      <p>${(requested ? words.requestedNext : words.confirmedNext)(details.email.trim())}</p>
      ${clinic.policies?.nextSteps ? html`<p><bdi>${clinic.policies.nextSteps}</bdi></p>` : nothing} ${phoneLink(view)}
    </div>
    ${requested ? nothing : view.addToCalendar?.({ bookings: [booking], clinic, words, now: view.now })}
    <div><button type="button" class="link" @click=${() => flow.restart()}>${words.bookAnother}</button></div>
  </div>`;
}

/** The page that says that the visitor is on the waitlist. */
export function waitlistedPage(view: WaitlistView): Part {
  const { flow, state, words } = view;
  return html`<div class="page" part="page">
    <div class="done">${doneIcon} ${heading(words.waitlistedTitle)}</div>
    <p>${words.waitlistedHint(state.details.email.trim())}</p>
    ${phoneLink(view)}
    <div><button type="button" class="link" @click=${() => flow.restart()}>${words.bookAnother}</button></div>
  </div>`;
}
