import { html } from 'hono/html';
import {
  designSummary,
  type ConsentPurpose,
  type ScreeningOutcome,
  type Shade,
  type SummaryRow,
} from 'smp-widgets/server';
import type { ConsultationContent, ConsultationView } from './consultation-view.js';
import { consentsPart, withdrawnWords } from './desk-consents.page.js';
import { clinicTime, flagWords, NOTHING, wallTimeOf, type Markup } from './desk-page.js';

/** One consultation, as the practitioner reads it: flags first. */
export function consultationPage(view: ConsultationView, timeZone: string, palette: readonly Shade[]): Markup {
  const { content, withdrawnAt, questionnaire, bookings } = view;
  return html`<p class="quiet">
      Sent ${clinicTime(view.sentAt, timeZone)} · questionnaire ${questionnaire.id}, version ${questionnaire.version}
      ${bookings.map(
        ({ id, reference, status, localDate, localTime }) =>
          html` · booking <a class="number" href="/clinic/bookings/${id}">${reference}</a> (${status}) on
            ${wallTimeOf(localDate, localTime)}`,
      )}
    </p>
    ${
      content
        ? html`${flags(content, view.consentsWithdrawn['health-data'] !== undefined)}
          ${group('Design', designs(content, bookings, palette))} ${answers(content)} ${photos(view)}`
        : view.unreadable
          ? html`<section class="flags">
              <p>
                This can’t be opened with this server’s keys. With the key that it was sealed with, it can be read
                again; withdrawing and erasing need none.
              </p>
            </section>`
          : html`<section class="notice">
              <p>
                Withdrawn ${withdrawnAt === null ? NOTHING : clinicTime(withdrawnAt, timeZone)}. Answers, photos and
                contact details have been erased.
              </p>
            </section>`
    }
    ${consents(view, timeZone)} ${withdrawnAt === null ? eraseForm(view) : NOTHING}`;
}

function flags({ summary, told, outcome }: ConsultationContent, isErased: boolean): Markup {
  if (isErased) {
    return html`<section class="notice">
      <h2>Flags</h2>
      <p>Erased with the consent to health data, as is what the visitor was told. Please talk in person.</p>
    </section>`;
  }
  return html`<section class="${summary.flags.length > 0 ? 'flags' : 'notice'}">
    <h2>Flags</h2>
    ${summary.flags.length === 0 ? html`<p>None.</p>` : rows(summary.flags)}
    <p><strong>${summary.booking.label}:</strong> ${summary.booking.value}</p>
    ${
      sameOutcome(told, outcome)
        ? html`<p class="quiet">The visitor was told the same.</p>`
        : html`<p>
            <strong>The visitor was told something else:</strong> treatment ${told.treatment},
            ${told.findings.map(({ flag }) => flagWords(flag)).join(', ') || 'no flags'}.
          </p>`
    }
    <p class="quiet">Worked out from what the visitor said. It decides nothing: the practitioner does.</p>
  </section>`;
}

/** Did the visitor read what the server has worked out? The order of a finding's fields means nothing. */
function sameOutcome(told: ScreeningOutcome, outcome: ScreeningOutcome): boolean {
  const gist = ({ findings, consultation, treatment, earliestTreatment, patchTestHours }: ScreeningOutcome) =>
    JSON.stringify([
      findings.map(({ flag, effects, until }) => [flag, effects, until]),
      [consultation, treatment, earliestTreatment, patchTestHours],
    ]);
  return gist(told) === gist(outcome);
}

const rows = (all: readonly SummaryRow[]): Markup =>
  html`<dl>
    ${all.map(
      ({ label, value }) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;

function group(title: string, all: readonly SummaryRow[]): Markup {
  return all.length === 0
    ? NOTHING
    : html`<section>
        <h2>${title}</h2>
        ${rows(all)}
      </section>`;
}

/** The design of the consultation, and of each booking that came with another. */
function designs(
  { summary, design }: ConsultationContent,
  bookings: ConsultationView['bookings'],
  palette: readonly Shade[],
): SummaryRow[] {
  const own = design && designSummary(design, palette);
  const others = bookings.flatMap(({ reference, design: other }) => {
    const value = other && designSummary(other, palette);
    return value && value !== own ? [{ id: reference, label: `Hairline of booking ${reference}`, value }] : [];
  });
  return [...summary.design, ...others];
}

function answers({ summary, locale }: ConsultationContent): Markup {
  const language = locale === null ? [] : [{ id: 'locale', label: 'Language', value: locale }];
  return html`${group('Contact', [...summary.contact, ...language])} ${group('Hair loss', summary.hairLoss)}
  ${group('Health', summary.health)} ${group('History', summary.history)} ${group('Wishes', summary.wishes)}`;
}

function photos({ photos: taken }: ConsultationView): Markup {
  if (taken.length === 0) return NOTHING;
  return html`<section>
    <h2>Photos</h2>
    <div class="photos">
      ${taken.map(
        ({ angle, link, width, height }) =>
          html`<figure>
            <img src="${link}" width="${width}" height="${height}" alt="${angle} view" loading="lazy" />
            <figcaption>
              ${angle} <span class="quiet number">${width} × ${height}</span> · <a href="${link}">Save</a>
            </figcaption>
          </figure>`,
      )}
    </div>
  </section>`;
}

function consents(view: ConsultationView, timeZone: string): Markup {
  return consentsPart({
    consents: view.consents,
    receivedAt: view.consentsReceivedAt,
    timeZone,
    withdrawal: (purpose) => withdrawal(view, purpose, timeZone),
  });
}

const WITHDRAWN: Partial<Record<ConsentPurpose, string>> = {
  'health-data': 'All answers about health, all free texts and the flags are erased for good.',
  'photos-assessment': 'The photos are erased for good.',
  'photos-publication': 'The record says so from now on. Take down what is published.',
  'marketing-email': 'The record says so from now on, for everything of this address.',
  'marketing-sms': 'The record says so from now on, for everything of this address and number.',
  'appointment-sms': 'No more texts about appointments go to this address’s bookings, or to this number.',
};

/** When a consent was withdrawn, or the form by which it is. */
function withdrawal(view: ConsultationView, purpose: ConsentPurpose, timeZone: string): Markup {
  const own = view.consentsWithdrawn[purpose];
  if (own) return withdrawnWords(own, timeZone);
  if (view.withdrawnAt !== null) return clinicTime(view.withdrawnAt, timeZone);
  if (purpose === 'privacy') return html`–`;
  return html`<details>
    <summary>Withdraw …</summary>
    <p>${WITHDRAWN[purpose] ?? 'The record says so from now on.'}</p>
    <form method="post" action="/clinic/consultations/${view.id}/consents/${purpose}/withdraw">
      <button class="${purpose === 'health-data' || purpose === 'photos-assessment' ? 'grave' : ''}">
        Withdraw ${purpose}
      </button>
    </form>
  </details>`;
}

function eraseForm({ id }: ConsultationView): Markup {
  return html`<details>
    <summary>Erase this consultation …</summary>
    <p>Answers, photos and contact details are erased for good. The record of the consents stays, without a name.</p>
    <form method="post" action="/clinic/consultations/${id}/erase">
      <button class="grave">Erase for good</button>
    </form>
  </details>`;
}
