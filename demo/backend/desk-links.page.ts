import { html } from 'hono/html';
import type { LinkSubject } from './desk-links.js';
import { NOTHING, wallTimeOf, type Markup } from './desk-page.js';

/** Says what is about to happen to the links of a booking, and asks how the new one is to be given. */
export function renewLinksPage(id: string, { recipient, visits }: LinkSubject): Markup {
  const name = recipient?.name ?? 'the client';
  const [appointments, stay] =
    visits.length === 1
      ? ['this appointment', 'The appointment stays as it is.']
      : ['these appointments', 'The appointments stay as they are.'];
  return html`<section>
      <p>All links that ${name} was given for ${appointments} stop working, wherever they are:</p>
      <ul>
        ${visits.map(
          ({ reference, local_date: date, local_time: time }) =>
            html`<li><span class="number">${reference}</span> on ${wallTimeOf(date, time)}</li>`,
        )}
      </ul>
      <p>${stay} How should ${name} get a new link?</p>
      <form method="post" action="/clinic/bookings/${id}/renew-links" class="ways">
        ${recipient ? html`<button class="main" name="delivery" value="mail">Mail it to ${recipient.email}</button>` : NOTHING}
        <button name="delivery" value="show">Show it here, to hand over</button>
      </form>
      ${
        recipient
          ? html`<p class="quiet">
              Hand it over if the mailbox is no longer theirs. Later mails still go to ${recipient.email}, and a
              reminder holds the link too.
            </p>`
          : NOTHING
      }
    </section>
    <p><a href="/clinic/">Back to the list, and change nothing</a></p>`;
}

/** The new link, to be handed over. */
export function handOverPage(link: string, { recipient }: LinkSubject): Markup {
  return html`<section class="notice" role="status">
      <p>The earlier links no longer work. This is the new one; it is shown only now.</p>
      <label>Link to hand over<input value="${link}" readonly autocomplete="off" /></label>
      <p class="quiet">
        Whoever has it can see, move and cancel the appointments. Give it to ${recipient?.name ?? 'the client'} alone.
      </p>
    </section>
    <p><a href="/clinic/">Back to the list</a></p>`;
}
