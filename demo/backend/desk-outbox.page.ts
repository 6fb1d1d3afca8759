import { html } from 'hono/html';
import type { DeskOutbox, ListedMessage, Unreached } from './desk-outbox.js';
import { clinicTime, NOTHING, phoneLink, type Markup } from './desk-page.js';
import type { KeptMessage } from './folder-transport.js';
import type { MessageKind } from './message-plan.js';

/** What the outbox page is told. */
export interface OutboxPage {
  readonly outbox: DeskOutbox;
  readonly timeZone: string;
  /** Ids of the messages that lie in the outbox folder; absent where mails are really sent. */
  readonly kept?: ReadonlySet<string> | undefined;
  /** Text messages are only noted in the log. */
  readonly textsReachNobody?: boolean | undefined;
  readonly notice?: string | undefined;
}

const STATES: readonly ListedMessage['state'][] = ['waiting', 'claimed', 'sent', 'dropped', 'dead'];
const STATE_WORDS = {
  waiting: 'Waiting',
  claimed: 'Being sent',
  sent: 'Sent',
  dropped: 'Dropped',
  dead: 'Given up',
} as const;

/** What the clinic calls each message. */
const KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  'booking.confirmed': 'Booked',
  'booking.requested': 'Requested',
  'booking.declined': 'Declined',
  'booking.moved': 'Moved',
  'booking.cancelled': 'Cancelled',
  'booking.renewed': 'New links',
  'booking.prepare': 'Preparation, a week before',
  'booking.remind': 'Reminder, two days before',
  'booking.aftercare-0': 'Aftercare, first evening',
  'booking.aftercare-4': 'Aftercare, day 4',
  'booking.aftercare-8': 'Aftercare, day 8',
  'booking.aftercare-30': 'Aftercare, day 30',
  'touch-up.signed': 'Touch-up reminders asked for',
  'touch-up.check-6w': 'Touch-up, first check',
  'touch-up.review-12m': 'Touch-up, yearly look',
  'touch-up.refresh': 'Touch-up, refresh',
  'waitlist.joined': 'Waiting list, please confirm',
  'consultation.received': 'Consultation received',
  'waitlist.offer': 'Waiting list, a time is kept',
  'waitlist.removed': 'Waiting list, taken off',
};

/** Messages that wait, have gone out, or could not. */
export function outboxPage({ outbox, timeZone, kept, textsReachNobody, notice }: OutboxPage): Markup {
  const { counts, dead, recent, next } = outbox;
  const table = (messages: readonly ListedMessage[]) => messageTable(messages, timeZone, kept);
  return html`${notice === undefined ? NOTHING : html`<section class="notice" role="status">${notice}</section>`}
    <section>
      <p>${STATES.map((state) => `${STATE_WORDS[state]}: ${counts[state] ?? 0}`).join(' · ')}</p>
      ${
        kept
          ? html`<p class="quiet">
              No mail server is set (<code>SMTP_URL</code>), so messages are kept here for 30 days and sent to nobody.
            </p>`
          : NOTHING
      }
      ${
        textsReachNobody === true
          ? html`<p class="quiet">No service for text messages is set: they are noted in the log and reach nobody.</p>`
          : NOTHING
      }
    </section>
    ${
      dead.length === 0
        ? NOTHING
        : html`<section class="flags">
            <h2>Given up</h2>
            <p>These people were not reached. Call them, or have it tried again.</p>
            ${table(dead)}
          </section>`
    }
    <section>
      <h2>Sent and dropped</h2>
      ${table(recent)}
    </section>
    <section>
      <h2>Next</h2>
      ${table(next)}
    </section>`;
}

function messageTable(messages: readonly ListedMessage[], timeZone: string, kept?: ReadonlySet<string>): Markup {
  if (messages.length === 0) return html`<p class="quiet">None.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">What</th>
        <th scope="col">By</th>
        <th scope="col">About</th>
        <th scope="col">State</th>
        <th scope="col"><span class="quiet">More</span></th>
      </tr>
    </thead>
    <tbody>
      ${messages.map((message) => messageRow(message, timeZone, kept))}
    </tbody>
  </table>`;
}

function messageRow(message: ListedMessage, timeZone: string, kept?: ReadonlySet<string>): Markup {
  const { id, kind, channel, state, reference, link, unreached, attempts, reason, at } = message;
  return html`<tr>
    <td data-name="When">${clinicTime(at, timeZone)}</td>
    <td data-name="What">${KIND_WORDS[kind]}</td>
    <td data-name="By">${channel === 'sms' ? 'text message' : 'email'}</td>
    <td data-name="${reference === null && unreached === null ? '' : 'About'}">
      <div>
        ${reference === null ? NOTHING : html`<a class="number" href="${link}">${reference}</a>`}
        ${unreached === null ? NOTHING : whom(unreached, reference !== null)}
      </div>
    </td>
    <td data-name="State">
      ${STATE_WORDS[state]}${reason === null ? NOTHING : html` <span class="quiet">${reason}</span>`}${
        attempts > 1 ? html` <span class="quiet">after ${attempts} tries</span>` : NOTHING
      }
    </td>
    <td data-name="${kept?.has(id) || state === 'dead' ? 'More' : ''}">
      ${kept?.has(id) ? html`<a href="/clinic/outbox/${id}">Read</a>` : NOTHING}
      ${
        state === 'dead'
          ? html`<form method="post" action="/clinic/outbox/${id}/retry"><button>Try again</button></form>`
          : NOTHING
      }
    </td>
  </tr>`;
}

/** Somebody to be reached in another way. */
function whom({ name, email, phone }: Unreached, isBelow: boolean): Markup {
  return html`${isBelow ? html`<br />` : NOTHING}${name}${
    phone === null ? NOTHING : html`<br />${phoneLink(phone)}`
  }${email === null ? NOTHING : html`<br /><span class="quiet">${email}</span>`}`;
}

/** A line that is an address is one of ours: whatever a client wrote stands in a line with other words. */
const lineOf = (line: string, index: number): Markup =>
  html`${index === 0 ? '' : '\n'}${/^https?:\/\/\S+$/.test(line) ? html`<a href="${line}">${line}</a>` : line}`;

/** One message from the outbox folder. */
export function keptMessagePage({ key, text, isMail }: KeptMessage): Markup {
  return html`<section>
      <pre class="letter">${text.split('\n').map(lineOf)}</pre>
      ${isMail ? html`<p><a href="/clinic/outbox/${key}/mail">The mail as a file</a></p>` : NOTHING}
    </section>
    <p><a href="/clinic/outbox/">Back to the messages</a></p>`;
}
