import { html } from 'hono/html';
import { designSummary } from 'smp-widgets/server';
import type { DeskBooking } from './desk-booking.js';
import { consentsPart, withdrawnWords } from './desk-consents.page.js';
import { decisionForm, depositPart, newLink, type BookingWords } from './desk-list.page.js';
import { clinicTime, NOTHING, phoneLink, wallTimeOf, type Markup } from './desk-page.js';

/** What the page of a booking calls things. */
export interface BookingPageWords extends BookingWords {
  readonly locationName: (id: string) => string;
}

/** One booking: whose it is, how they are reached, and what they wrote. */
export function bookingPage(booking: DeskBooking, words: BookingPageWords): Markup {
  const { course, note, consents, consentsReceivedAt, consentsWithdrawn } = booking;
  const { timeZone } = words;
  return html`<p class="quiet">
      Booked
      ${clinicTime(booking.bookedAt, timeZone)}${
        course === null ? NOTHING : html` · session of <span class="number">${course}</span>`
      }
    </p>
    ${
      note === null
        ? NOTHING
        : html`<section class="notice">
            <h2>Note</h2>
            <pre class="letter">${note}</pre>
          </section>`
    }
    ${client(booking)} ${appointment(booking, words)}
    ${
      consents === null || consentsReceivedAt === null
        ? NOTHING
        : consentsPart({
            consents,
            receivedAt: consentsReceivedAt,
            timeZone,
            withdrawal: (purpose) => {
              const own = consentsWithdrawn?.[purpose];
              return own ? withdrawnWords(own, timeZone) : html`–`;
            },
          })
    }
    <p><a href="/clinic/">Back to the list</a></p>`;
}

const row = (label: string, value: Markup | string): Markup =>
  html`<dt>${label}</dt>
    <dd>${value}</dd>`;

function client({ name, email, phone, locale }: DeskBooking): Markup {
  if (name === null) {
    return html`<section class="notice"><p>Contact details, note and consents have been erased.</p></section>`;
  }
  return html`<section>
    <h2>Client</h2>
    <dl>
      ${row('Name', name)}
      ${email === null ? NOTHING : row('Email', html`<a href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a>`)}
      ${row('Phone', phone === null ? html`<span class="quiet">none given</span>` : phoneLink(phone))}
      ${locale === null ? NOTHING : row('Language', locale)}
    </dl>
  </section>`;
}

function appointment(booking: DeskBooking, words: BookingPageWords): Markup {
  const { course, location, design, consultation, deposit, sessions } = booking;
  const summary = design && designSummary(design, words.palette);
  return html`<section>
      <h2>Appointment</h2>
      <dl>
        ${row('When', html`${wallTimeOf(booking.localDate, booking.localTime)}, ${booking.durationMinutes} minutes`)}
        ${row('What', words.serviceName(booking.service))} ${row('With', words.practitionerName(booking.practitioner))}
        ${location === null ? NOTHING : row('Where', words.locationName(location))}
        ${row(
          'Status',
          html`${booking.status}${booking.attending ? html`, <span class="quiet">the client says they are coming</span>` : NOTHING}`,
        )}
        ${summary ? row('Hairline', summary) : NOTHING}
        ${
          consultation
            ? row(
                'Consultation',
                html`<a class="number" href="/clinic/consultations/${consultation.id}">${consultation.reference}</a>`,
              )
            : NOTHING
        }
        ${
          sessions.length === 0
            ? NOTHING
            : row(
                'Other sessions',
                html`${sessions.map(
                  (one) =>
                    html`<div>
                      <a class="number" href="/clinic/bookings/${one.id}">${one.reference}</a>
                      (${one.status}) on ${wallTimeOf(one.localDate, one.localTime)}
                    </div>`,
                )}`,
              )
        }
      </dl>
      ${decisionForm(booking)} ${newLink(booking)}
    </section>
    ${
      deposit
        ? html`<section>
            <h2>Deposit</h2>
            ${depositPart(deposit, course ?? booking.reference, words.timeZone)}
          </section>`
        : NOTHING
    }`;
}
