import { html, nothing } from 'lit';
import type { ManagedSession } from '../../domain/managed-booking.js';
import { answerRow } from '../form/answer-row.template.js';
import { facts } from '../form/facts.js';
import { heading, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { numberOf, type ManagingView } from './managing-view.js';

/** All sessions, and what can be done with each. */
export function overviewPage(view: ManagingView): Part {
  const { state, words, own } = view;
  const { managed, clinic, notice } = state;
  if (!managed || !clinic) return nothing;
  const { sessions } = managed;
  return html`<div class="page" part="page">
    ${heading(own.title(sessions.length))}
    ${notice ? html`<p class="notice" part="notice">${own.notice[notice]}</p>` : nothing} ${errorNotice(view)}
    ${view.beside?.deposit(view)}
    <ul class="sessions">
      ${sessions.map((session) => card(view, session))}
    </ul>
    ${
      view.changeable.length > 1
        ? html`<div>
            <button type="button" class="link" part="cancel" @click=${() => view.cancel()}>${own.cancelAll}</button>
          </div>`
        : nothing
    }
    ${view.beside?.calendars(view)}
    ${clinic.policies?.cancellation ? policy(view, clinic.policies.cancellation) : nothing}
    ${phoneLine(words, view.phone)}
  </div>`;
}

/** Why the last wish was not granted. */
export function errorNotice({ state, words, reload }: ManagingView): Part {
  const { error, change } = state;
  if (!error || change === 'unresolved') return nothing;
  return html`<div class="notice bad" role="alert" part="error">
    <p>${words.errors[error.code] ?? words.errors.unknown}</p>
    ${reload ? html`<button type="button" class="button quiet" @click=${reload}>${words.retry}</button>` : nothing}
  </div>`;
}

/** The clinic's own rules. */
export const policy = ({ words }: ManagingView, text: string): Part =>
  html`<div part="policy">
    <h3>${words.cancellationPolicy}</h3>
    <p class="muted"><bdi>${text}</bdi></p>
  </div>`;

/** The facts of a session in a list. */
export function sessionRows(view: ManagingView, session: ManagedSession): Part {
  const { state, words, formats, visitorZone } = view;
  const { slot } = session;
  const service = state.clinic?.services.find(({ id }) => id === session.service);
  const place = state.clinic?.locations.find(({ id }) => id === slot.location);
  const person = state.clinic?.practitioners.find(({ id }) => id === slot.practitioner);
  const elsewhere = formats.elsewhere(slot, visitorZone);
  const when = formats.fullSlot(slot);
  return html`${answerRow(words, words.when, facts(when, elsewhere && words.yourTime(elsewhere)))}
  ${service ? answerRow(words, words.service, service.name) : nothing}
  ${place ? answerRow(words, words.where, [place.name, place.address].filter(Boolean).join(', ')) : nothing}
  ${person ? answerRow(words, words.who, person.name) : nothing} ${answerRow(words, words.reference, session.reference)}`;
}

function card(view: ManagingView, session: ManagedSession): Part {
  const { state, own, formats } = view;
  const { status, changeableUntil, bookingId, slot } = session;
  const of = state.managed?.sessions.length ?? 1;
  const name = html`<span class="out-of-sight">: ${formats.slot(slot)}</span>`;
  return html`<li class="session ${status}" part="session">
    <p class="bar">
      ${of > 1 ? html`<b>${own.session(numberOf(view, session), of)}</b>` : nothing}
      <span class="badge" part="status">${own.status[status]}</span>
    </p>
    <dl class="rows">${sessionRows(view, session)}</dl>
    ${
      changeableUntil !== undefined
        ? html`<p class="muted small">
              ${own.changeableUntil(formats.shortSlot({ localDate: changeableUntil.slice(0, 10), localTime: changeableUntil.slice(11, 16) }))}
            </p>
            <div class="actions">
              <button type="button" class="button quiet" part="move" @click=${() => view.move(bookingId)}>
                ${own.move}${name}
              </button>
              <button type="button" class="link" part="cancel" @click=${() => view.cancel(bookingId)}>
                ${own.cancel}${name}
              </button>
            </div>`
        : status === 'cancelled'
          ? nothing
          : html`<p class="muted small">${own.notChangeable}</p>`
    }
  </li>`;
}
