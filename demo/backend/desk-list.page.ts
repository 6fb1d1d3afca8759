import { html } from 'hono/html';
import { designSummary, type Shade } from 'smp-widgets/server';
import type { DeskList, ListedBooking, ListedConsultation, ListedDeposit } from './desk-list.js';
import { clinicTime, flagWords, NOTHING, wallTimeOf, type Markup } from './desk-page.js';

/** What the clinic calls its own. */
export interface BookingWords {
  readonly timeZone: string;
  readonly serviceName: (id: string) => string;
  readonly practitionerName: (id: string) => string;
  /** The clinic's pigments. */
  readonly palette: readonly Shade[];
}

/** What the list page is told. */
export interface ListPage extends BookingWords {
  readonly list: DeskList;
  /** What has just been done, in a sentence. */
  readonly notice?: string | undefined;
}

/** Everything that has come in. */
export function listPage({ list, notice, ...words }: ListPage): Markup {
  const { consultations, bookings, older } = list;
  return html`${notice === undefined ? NOTHING : html`<section class="notice" role="status">${notice}</section>`}
    <section>
      <form action="/clinic/find" role="search">
        <label
          >Reference of a booking, course or consultation<input name="reference" autocomplete="off" required
        /></label>
        <button>Find</button>
      </form>
    </section>
    <section>
      <h2>Consultations</h2>
      ${
        consultations.length === 0
          ? html`<p class="quiet">None here.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Flags</th>
                  <th scope="col">Reference</th>
                  <th scope="col">Name</th>
                  <th scope="col">Sent</th>
                  <th scope="col">Photos</th>
                  <th scope="col">Booking</th>
                </tr>
              </thead>
              <tbody>
                ${consultations.map((one) => consultationRow(one, words.timeZone))}
              </tbody>
            </table>`
      }
    </section>
    <section>
      <h2>Bookings</h2>
      ${
        bookings.length === 0
          ? html`<p class="quiet">None here.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Reference</th>
                  <th scope="col">Name</th>
                  <th scope="col">When</th>
                  <th scope="col">What</th>
                  <th scope="col">With</th>
                  <th scope="col">Status</th>
                  <th scope="col">Consultation</th>
                </tr>
              </thead>
              <tbody>
                ${bookings.map((one) => bookingRow(one, words))}
              </tbody>
            </table>`
      }
    </section>
    ${older === undefined ? NOTHING : html`<p><a href="/clinic/?before=${older}">Older</a></p>`}
    <section>
      <h2>One person’s data</h2>
      <form method="post" action="/clinic/export">
        <label>Email address or phone number<input name="contact" autocomplete="off" required /></label>
        <button class="main">Export as JSON</button>
        <button class="grave" formaction="/clinic/erase/ask">Erase …</button>
      </form>
    </section>`;
}

const GRAVE = ['block', 'letter', 'defer'];

function consultationRow(one: ListedConsultation, timeZone: string): Markup {
  const { id, reference, name, findings, photos, bookings, withdrawnAt, consentsWithdrawn, unreadable } = one;
  return html`<tr>
    <td data-name="Flags">
      <div>
        ${
          unreadable
            ? html`<strong>Can’t be opened with this server’s keys</strong>`
            : withdrawnAt !== null
              ? html`<span class="quiet">withdrawn</span>`
              : findings.length === 0
                ? html`<span class="quiet">none</span>`
                : html`<ul class="tags">
                    ${findings.map(
                      ({ flag, effects }) =>
                        html`<li class="${effects.some((kind) => GRAVE.includes(kind)) ? 'grave' : 'slight'}">
                          ${flagWords(flag)}
                        </li>`,
                    )}
                  </ul>`
        }
        ${
          withdrawnAt === null && consentsWithdrawn.length > 0
            ? html`<p class="quiet">withdrawn: ${consentsWithdrawn.join(', ')}</p>`
            : NOTHING
        }
      </div>
    </td>
    <td data-name="Reference"><a class="number" href="/clinic/consultations/${id}">${reference}</a></td>
    <td data-name="${name === null ? '' : 'Name'}">${name ?? NOTHING}</td>
    <td data-name="Sent">${clinicTime(one.sentAt, timeZone)}</td>
    <td data-name="Photos" class="number">${photos}</td>
    <td data-name="${bookings.length === 0 ? '' : 'Booking'}">
      <div>
        ${bookings.map((booking) => html`<a class="number" href="/clinic/bookings/${booking.id}">${booking.reference}</a> `)}
      </div>
    </td>
  </tr>`;
}

function bookingRow(one: ListedBooking, words: BookingWords): Markup {
  const { reference, course, name, localDate, localTime, service, practitioner, status, consultation, design } = one;
  return html`<tr>
    <td data-name="Reference">
      <div>
        <a class="number" href="/clinic/bookings/${one.id}">${reference}</a
        >${course === null ? NOTHING : html`<br /><span class="quiet number">of ${course}</span>`}
      </div>
    </td>
    <td data-name="Name">${name ?? html`<span class="quiet">erased</span>`}</td>
    <td data-name="When">${wallTimeOf(localDate, localTime)}</td>
    <td data-name="What">
      <div>
        ${words.serviceName(service)}
        ${design ? html`<br /><span class="quiet">${designSummary(design, words.palette)}</span>` : NOTHING}
      </div>
    </td>
    <td data-name="With">${words.practitionerName(practitioner)}</td>
    <td data-name="Status">
      <div>
        ${status}${one.attending ? html`<br /><span class="quiet">the client says they are coming</span>` : NOTHING}
        ${one.deposit ? depositPart(one.deposit, course ?? reference, words.timeZone) : NOTHING} ${decisionForm(one)}
        ${newLink(one)}
      </div>
    </td>
    <td data-name="${consultation ? 'Consultation' : ''}">
      ${
        consultation
          ? html`<a class="number" href="/clinic/consultations/${consultation.id}">${consultation.reference}</a>`
          : NOTHING
      }
    </td>
  </tr>`;
}

/** Answers a request, as it was shown. */
export function decisionForm({ id, reference, status, version }: ListedBooking): Markup {
  if (status !== 'requested') return NOTHING;
  return html`<form method="post" class="decision">
    <input type="hidden" name="version" value="${version}" />
    <button class="main" formaction="/clinic/bookings/${id}/confirm" aria-label="Confirm ${reference}">Confirm</button>
    <button class="grave" formaction="/clinic/bookings/${id}/decline" aria-label="Decline ${reference}">Decline</button>
  </form>`;
}

/** Leads to where the links of a booking are made worthless. */
export function newLink({ id, reference, status, name }: ListedBooking): Markup {
  if (status === 'cancelled' || name === null) return NOTHING;
  return html`<p class="decision">
    <a class="button" href="/clinic/bookings/${id}/renew-links" aria-label="A new link for ${reference}">New link …</a>
  </p>`;
}

/** What is asked for in advance of a course, and whether the clinic has it: which only somebody here can tell. */
export function depositPart({ id, text, receivedAt }: ListedDeposit, course: string, timeZone: string): Markup {
  const button = (path: string, name: string, label: string) =>
    html`<form method="post" class="decision">
      <button formaction="/clinic/courses/${id}/${path}" aria-label="${name} (${course})">${label}</button>
    </form>`;
  return receivedAt === null
    ? html`<p class="deposit">Deposit under ${course}, not received yet:<br /><span class="quiet">${text}</span></p>
        ${button('deposit-received', 'Deposit received', 'Deposit received')}`
    : html`<p class="deposit">
          Deposit under ${course}, received<br /><span class="quiet">${clinicTime(receivedAt, timeZone)}</span>
        </p>
        ${button('deposit-open', 'Deposit not received', 'Not received')}`;
}
