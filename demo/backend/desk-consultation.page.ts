import { html } from 'hono/html';
import type { ScreeningOutcome } from 'smp-widgets/server';
import type { ConsultationContent, ConsultationView } from './consultation-view.js';
import { clinicTime, flagWords, NOTHING, type Markup } from './desk-page.js';

/** One consultation, as the practitioner reads it: flags first. */
export function consultationPage(view: ConsultationView, timeZone: string): Markup {
  const { content, withdrawnAt, questionnaire, bookings } = view;
  return html`<p class="quiet">
      Sent ${clinicTime(view.sentAt, timeZone)} · questionnaire ${questionnaire.id}, version ${questionnaire.version}
      ${bookings.map(
        ({ reference, status, localDate, localTime }) =>
          html` · booking <span class="number">${reference}</span> (${status}) on
            <time datetime="${localDate}T${localTime}">${localDate} ${localTime}</time>`,
      )}
    </p>
    ${
      content
        ? html`${flags(content)} ${person(content)} ${answers(content)} ${photos(view)}`
        : html`<section class="notice">
            <p>
              Withdrawn ${withdrawnAt === null ? NOTHING : clinicTime(withdrawnAt, timeZone)}. Answers, photos and
              contact details have been erased.
            </p>
          </section>`
    }
    ${consents(view, timeZone)} ${content ? eraseForm(view) : NOTHING}`;
}

const EFFECTS: Readonly<Record<string, string>> = {
  block: 'Under age: nothing can be booked',
  defer: 'Wait before a treatment',
  letter: 'Doctor’s letter first',
  review: 'Practitioner decides',
  inform: 'Worth knowing',
  'patch-test': 'Patch test first',
};

const TREATMENT: Readonly<Record<ScreeningOutcome['treatment'], string>> = {
  open: 'A treatment can be booked.',
  request: 'A treatment can be asked for; the practitioner decides.',
  'after-consultation': 'A treatment can be booked after a consultation.',
  none: 'Nothing can be booked.',
};

function flags({ outcome, told }: ConsultationContent): Markup {
  const { findings, treatment, earliestTreatment, patchTestHours } = outcome;
  return html`<section class="${findings.length > 0 ? 'flags' : 'notice'}">
    <h2>Flags</h2>
    ${
      findings.length === 0
        ? html`<p>None.</p>`
        : html`<dl>
            ${findings.map(
              ({ flag, effects, until }) =>
                html`<dt>${flagWords(flag)}</dt>
                  <dd>
                    ${effects.map((kind) => EFFECTS[kind] ?? kind).join(' · ')}${
                      until === undefined ? NOTHING : html` · until <time datetime="${until}">${until}</time>`
                    }
                  </dd>`,
            )}
          </dl>`
    }
    <p>
      ${TREATMENT[treatment]}
      ${
        earliestTreatment === undefined
          ? NOTHING
          : html`Not before <time datetime="${earliestTreatment}">${earliestTreatment}</time>.`
      }
      ${patchTestHours === undefined ? NOTHING : html`Patch test at least ${patchTestHours} hours before.`}
    </p>
    ${
      JSON.stringify(told) === JSON.stringify(outcome)
        ? html`<p class="quiet">The visitor was told the same.</p>`
        : html`<p>
            <strong>The visitor was told something else</strong>: ${TREATMENT[told.treatment]}
            ${told.findings.map(({ flag }) => flagWords(flag)).join(', ') || 'No flags.'}
          </p>`
    }
    <p class="quiet">Worked out from what the visitor said. It decides nothing: the practitioner does.</p>
  </section>`;
}

function person({ contact, locale }: ConsultationContent): Markup {
  return html`<section>
    <h2>Contact</h2>
    <dl>
      <dt>Name</dt>
      <dd>${contact.name}</dd>
      <dt>E-mail</dt>
      <dd>${contact.email}</dd>
      ${
        contact.phone === undefined
          ? NOTHING
          : html`<dt>Phone</dt>
              <dd>${contact.phone}</dd>`
      }
      ${
        locale === null
          ? NOTHING
          : html`<dt>Language</dt>
              <dd>${locale}</dd>`
      }
    </dl>
  </section>`;
}

function answers({ answers: given }: ConsultationContent): Markup {
  return html`<section>
    <h2>Answers</h2>
    <dl>
      ${Object.entries(given).map(
        ([id, answer]) =>
          html`<dt>${flagWords(id)}</dt>
            <dd>${typeof answer === 'object' ? answer.map(flagWords).join(', ') : answer}</dd>`,
      )}
    </dl>
  </section>`;
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

function consents({ consents: records, consentsReceivedAt, withdrawnAt }: ConsultationView, timeZone: string): Markup {
  return html`<section>
    <h2>Consents</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Purpose</th>
          <th scope="col">Given</th>
          <th scope="col">Wording</th>
          <th scope="col">Visitor’s clock</th>
          <th scope="col">Received</th>
          <th scope="col">Withdrawn</th>
        </tr>
      </thead>
      <tbody>
        ${records.map(
          ({ purpose, granted, version, at }) =>
            html`<tr>
              <td data-name="Purpose">${purpose}</td>
              <td data-name="Given">${granted ? 'yes' : 'no'}</td>
              <td data-name="Wording">${version}</td>
              <td data-name="Visitor’s clock">${clinicTime(at, timeZone)}</td>
              <td data-name="Received">${clinicTime(consentsReceivedAt, timeZone)}</td>
              <td data-name="Withdrawn">
                ${granted && withdrawnAt !== null ? clinicTime(withdrawnAt, timeZone) : html`–`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
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
