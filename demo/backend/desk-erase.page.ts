import { html } from 'hono/html';
import { NOTHING, type Markup } from './desk-page.js';
import type { Erasure, PersonRecord } from './person-record.js';

/** Asks whether everything of a person is to be erased. */
export function confirmErasePage({ contact, consultations, bookings, waitingList, touchUps }: PersonRecord): Markup {
  const total = consultations.length + bookings.length + waitingList.length + touchUps.length;
  return html`<section class="${total > 0 ? 'flags' : 'notice'}">
    ${
      total === 0
        ? html`<p>
            ${contact.trim() === '' ? 'Enter an email address or a phone number first.' : `Nothing is stored under ${contact}.`}
          </p>`
        : html`<p>Stored under <strong>${contact}</strong>:</p>
            <ul>
              <li>Consultations: ${consultations.length}</li>
              <li>Bookings: ${bookings.length}. Those still to come keep their contact details.</li>
              <li>Entries of the waiting list: ${waitingList.length}</li>
              <li>Wishes for touch-up reminders: ${touchUps.length}</li>
            </ul>
            <form method="post" action="/clinic/erase">
              <input type="hidden" name="contact" value="${contact}" />
              <button class="grave">Erase for good</button>
            </form>`
    }
    <p><a href="/clinic/">Back to the list</a></p>
  </section>`;
}

/** Says what was erased, and what was kept and why. */
export function erasedPage({ consultations, photos, bookings, waitingList, touchUps, kept }: Erasure): Markup {
  return html`<section class="notice" role="status">
      <ul>
        <li>Consultations: ${consultations}</li>
        <li>Photos: ${photos}</li>
        <li>Contact details of past bookings: ${bookings}</li>
        <li>Entries of the waiting list: ${waitingList}</li>
        <li>Wishes for touch-up reminders: ${touchUps}</li>
      </ul>
    </section>
    ${
      kept.length === 0
        ? NOTHING
        : html`<section>
            <h2>What was kept, and why</h2>
            <ul>
              ${kept.map((one) => html`<li>${one}</li>`)}
            </ul>
          </section>`
    }
    <p><a href="/clinic/">Back to the list</a></p>`;
}
