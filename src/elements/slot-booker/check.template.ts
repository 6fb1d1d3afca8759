import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { plainDigits } from '../../domain/plain-digits.js';
import type { BookingStep } from '../../flows/booking-state.js';
import { answerRow } from '../form/answer-row.template.js';
import { facts } from '../form/facts.js';
import { backLink, errorNotice, heading, phoneLink, serviceLine, serviceOf } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';
import { holdBar } from './hold-bar.template.js';

/** The page on which everything is read once more and sent. */
export function checkPage(view: BookerView): Part {
  const { flow, state, words } = view;
  const { details, clinic, submission } = state;
  const sending = submission === 'sending' || submission === 'checking';
  const service = serviceOf(view);
  const policy = clinic?.policies?.cancellation;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.confirm();
  };
  const row = (label: string, value: string | TemplateResult | undefined, step?: BookingStep) =>
    answerRow(words, label, value, step && !flow.unresolved ? () => flow.goTo(step) : undefined);
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${backLink(view)} ${heading(words.checkTitle)} ${holdBar(view)}
    <dl class="rows" part="answers">
      ${service ? row(words.service, serviceLine(view, service), flow.serviceFixed ? undefined : 'service') : nothing}
      ${appointmentRows(view, row)} ${row(words.name, details.name, 'details')}
      ${row(words.email, details.email, 'details')}
      ${clinic?.policies?.phone === 'none' ? nothing : row(words.phone, plainDigits(details.phone), 'details')}
      ${row(words.note, flow.note, 'details')} ${view.hasDesign ? row(words.design, words.designGoes) : nothing}
    </dl>
    ${
      policy
        ? html`<div>
            <h3>${words.cancellationPolicy}</h3>
            <p class="muted"><bdi>${policy}</bdi></p>
          </div>`
        : nothing
    }
    ${errorNotice(view)} ${submission === 'checking' ? html`<p class="notice">${words.checking}</p>` : nothing}
    ${
      submission === 'unresolved'
        ? html`<div class="notice" role="alert" part="unresolved">
            <h3>${words.unresolvedTitle}</h3>
            <p>${words.unresolvedHint}</p>
            ${phoneLink(view)}
          </div>`
        : nothing
    }
    <slot name="legal"></slot>
    <div class="actions">
      <button class="button" part="button" aria-disabled=${sending}>
        ${
          sending
            ? words.sending
            : submission === 'unresolved'
              ? words.checkAgain
              : service?.confirmation === 'request' || flow.limits().booking === 'request'
                ? words.request
                : words.confirm
        }
      </button>
    </div>
  </form>`;
}

/** When, where and with whom. */
export function appointmentRows(
  { state, words, formats, visitorZone }: BookerView,
  row: (label: string, value: string | undefined, step?: BookingStep) => Part,
): Part {
  const { clinic, slot } = state;
  if (!slot || !clinic) return nothing;
  const place = clinic.locations.find(({ id }) => id === slot.location);
  const person = clinic.practitioners.find(({ id }) => id === slot.practitioner);
  const elsewhere = formats.elsewhere(slot, visitorZone);
  const when = formats.fullSlot(slot);
  return html`${row(words.when, facts(when, elsewhere && words.yourTime(elsewhere)), 'time')}
  ${place ? row(words.where, [place.name, place.address].filter(Boolean).join(', ')) : nothing}
  ${person ? row(words.who, person.name) : nothing}`;
}
