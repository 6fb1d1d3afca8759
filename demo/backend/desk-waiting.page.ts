import { html } from 'hono/html';
import { clinicTime, NOTHING, wallDateOf, wallTimeOf, type Markup } from './desk-page.js';
import type { DeskWaiting, ListedWaiting } from './desk-waiting.js';

/** What the page of the waiting list is told. */
export interface WaitingPage {
  readonly list: DeskWaiting;
  readonly timeZone: string;
  /** What has just been done, in a sentence. */
  readonly notice?: string | undefined;
  readonly serviceName: (id: string) => string;
  readonly practitionerName: (id: string) => string;
  readonly locationName: (id: string) => string;
  /** The clinic has several, so that it tells something which is wanted. */
  readonly hasPractitioners: boolean;
  readonly hasLocations: boolean;
  /** Times can be offered and letters sent. */
  readonly canSend: boolean;
}

/** Who waits for a time, next in line first. */
export function waitingPage(page: WaitingPage): Markup {
  const { list, notice, canSend } = page;
  const { waiting, isCut } = list;
  return html`${notice === undefined ? NOTHING : html`<section class="notice" role="status">${notice}</section>`}
    <section>
      ${
        canSend
          ? html`<p class="quiet">
              Free times are looked for every minute by day and offered to the next in line, who was offered least and
              then came first. You can offer one out of turn.
            </p>`
          : html`<p class="quiet">No messages are sent from here, so no times are offered either.</p>`
      }
      ${
        waiting.length === 0
          ? html`<p>Nobody waits.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">For what</th>
                  <th scope="col">When</th>
                  <th scope="col">Since</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              <tbody>
                ${waiting.map((one) => waitingRow(one, page))}
              </tbody>
            </table>`
      }
      ${isCut ? html`<p class="quiet">There are more; these are the first ${waiting.length}.</p>` : NOTHING}
    </section>`;
}

function waitingRow(one: ListedWaiting, page: WaitingPage): Markup {
  const { id, name, email, phone, practitioner, location, state } = one;
  const path = `/clinic/waiting/${id}`;
  return html`<tr>
    <td data-name="Name">
      <div>${name}<br /><span class="quiet">${email}${phone === null ? NOTHING : html`<br />${phone}`}</span></div>
    </td>
    <td data-name="For what">
      <div>
        ${page.serviceName(one.service)}
        ${
          page.hasPractitioners
            ? html`<br /><span class="quiet"
                  >with ${practitioner === null ? 'anybody' : page.practitionerName(practitioner)}</span
                >`
            : NOTHING
        }
        ${
          page.hasLocations
            ? html`<br /><span class="quiet">${location === null ? 'anywhere' : page.locationName(location)}</span>`
            : NOTHING
        }
        ${one.request ? html`<br /><span class="quiet">asks for your decision</span>` : NOTHING}
      </div>
    </td>
    <td data-name="When"><div>${datesOf(one)}</div></td>
    <td data-name="Since">${clinicTime(one.joinedAt, page.timeZone)}</td>
    <td data-name="State">
      <div>
        ${stateOf(one, page.timeZone)}
        <form method="post" class="decision">
          ${
            page.canSend && (state === 'waiting' || state === 'passed')
              ? html`<button formaction="${path}/offer" aria-label="Offer ${name} a time">Offer a time</button>`
              : NOTHING
          }
          ${
            page.canSend && state !== 'asked'
              ? html`<button class="grave" formaction="${path}/dismiss" aria-label="Take ${name} off and write to them">
                  Take off with a letter
                </button>`
              : NOTHING
          }
          <button class="grave" formaction="${path}/remove" aria-label="Take ${name} off without a letter">
            Take off silently
          </button>
        </form>
      </div>
    </td>
  </tr>`;
}

function datesOf({ from, to }: ListedWaiting): Markup {
  if (from !== null && to !== null) return html`${wallDateOf(from)} to ${wallDateOf(to)}`;
  if (from !== null) return html`from ${wallDateOf(from)}`;
  return to === null ? html`any date` : html`until ${wallDateOf(to)}`;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const SAID: { readonly [State in ListedWaiting['state']]?: string } = {
  waiting: 'waits',
  passed: 'nothing more is offered by itself',
  over: 'their dates are over',
};

function stateOf({ state, offers, offer, askedAt }: ListedWaiting, timeZone: string): Markup {
  const before = offers === 0 ? NOTHING : html`<br /><span class="quiet">offered a time ${times(offers)}</span>`;
  if (offer) {
    return html`${wallTimeOf(offer.date, offer.time)} is kept for them<br /><span class="quiet"
        >until ${wallTimeOf(offer.until.date, offer.until.time)}</span
      >`;
  }
  if (state === 'asked') {
    const asked = askedAt === null ? 'not asked yet' : html`asked ${clinicTime(askedAt, timeZone)}`;
    return html`not confirmed yet<br /><span class="quiet">${asked}</span>`;
  }
  return html`${SAID[state]}${before}`;
}
