import { html, nothing } from 'lit';
import { depositLink } from '../../domain/course/deposit-link.js';
import { dueDeposit } from '../../domain/course/due-deposit.js';
import { plainDigits } from '../../domain/plain-digits.js';
import { payLink } from '../deposit/pay-link.template.js';
import { answerRow } from '../form/answer-row.template.js';
import { facts } from '../form/facts.js';
import { doneIcon } from '../form/icons.js';
import { backButton, heading, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { errorOf, problemOf } from './course-times.template.js';
import { sessionName, timeOf, type CourseView } from './course-view.js';
import { detailsForm } from './details.template.js';

/** The menu of courses. */
export function offerPage({ flow, state, words, own, formats }: CourseView): Part {
  const chosen = state.offer?.id ?? state.suggested ?? state.offers[0]?.id;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget instanceof HTMLFormElement ? new FormData(event.currentTarget).get('offer') : null;
    if (typeof form === 'string') flow.chooseOffer(form);
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${heading(own.chooseOffer)}
    <fieldset class="cards">
      <legend class="out-of-sight">${own.chooseOffer}</legend>
      ${state.offers.map(
        ({ id, name, description, sessions, price }) =>
          html`<label part="service">
            <input type="radio" name="offer" .value=${id} ?checked=${id === chosen} />
            <b>${name}</b>
            <span class="muted small">
              ${facts(own.sessions(sessions.length), price && own.forAll(formats.price(price)))}
            </span>
            ${id === state.suggested ? html`<span class="small">${own.suggested}</span>` : nothing}
            ${description ? html`<bdi class="small">${description}</bdi>` : nothing}
          </label>`,
      )}
    </fieldset>
    <div class="actions"><button class="button" part="button">${words.continue}</button></div>
  </form>`;
}

/** The plan of all sessions, each of which can be changed. */
export function planPage(view: CourseView): Part {
  const { flow, state, words, own } = view;
  const { offer, sessions, planning, holding } = state;
  const { min = 0, max = 0 } = offer?.gapDays ?? {};
  const busy = planning === 'loading' || holding === 'sending' || holding === 'checking';
  const whole = sessions.every(({ slot }) => slot);
  return html`<div class="page" part="page">
    ${backButton(words.back, () => flow.goTo('first'))} ${heading(own.planTitle)} ${undone(view)}
    <p class="muted">${own.planHint(min, max)}</p>
    <ol class="sessions">
      ${sessions.map((session, index) => planned(view, session, index))}
    </ol>
    ${terms(view)}
    ${problemOf(
      view,
      html`<button type="button" class="button quiet" @click=${() => void flow.replan()}>${words.retry}</button>`,
    )}
    ${errorOf(view)}
    <div class="actions">
      <button
        type="button"
        class="button"
        part="button"
        aria-disabled=${busy || !whole}
        @click=${() => void (busy || !whole || flow.hold())}
      >
        ${busy ? (planning === 'loading' ? own.planning : own.holding) : own.hold}
      </button>
    </div>
  </div>`;
}

function planned(view: CourseView, session: CourseView['state']['sessions'][number], index: number): Part {
  const { flow, words, own } = view;
  const { slot, durationMinutes, daysAfter, notice } = session;
  const hours = Math.floor(durationMinutes / 60);
  const length = hours > 0 ? words.hours(hours, durationMinutes % 60) : words.minutes(durationMinutes);
  const name = sessionName(view, index, session);
  return html`<li class="session" part="session">
    <p class="bar">
      <b>${name}</b>
      <span class="muted small">${facts(length, daysAfter && own.daysAfter(daysAfter))}</span>
    </p>
    <p>${slot ? timeOf(view, { slot }) : own.noTime}</p>
    ${notice ? html`<p class="notice small">${notice === 'lost' ? own.lost : own.moved}</p>` : nothing}
    <div>
      <button type="button" class="link" part="change" @click=${() => flow.changeSession(index)}>
        ${own.changeTime}<span class="out-of-sight">: ${name}</span>
      </button>
    </div>
  </li>`;
}

/** Price and deposit, in the clinic's words. */
function terms({ state, own, paying, formats }: CourseView): Part {
  const { price, deposit } = state.offer ?? {};
  if (!price && !deposit) return nothing;
  return html`<p class="muted" part="terms">
    ${price ? own.forAll(formats.price(price)) : nothing}${price && deposit ? html`<br />` : nothing}
    ${deposit ? html`${paying.deposit}: <bdi>${deposit.text}</bdi>` : nothing}
  </p>`;
}

/** How long the times are still kept. */
function keptBar({ flow, state, own, words }: CourseView): Part {
  const { secondsLeft, extendable, holding, sessions } = state;
  // Nothing can be changed while it is not known what has been booked.
  if (flow.unresolved || !sessions.some(({ hold }) => hold)) return nothing;
  const busy = holding === 'sending' || holding === 'checking';
  return html`<div class="notice actions" part="hold">
    <p>${secondsLeft > 0 ? own.held(Math.ceil(secondsLeft / 60)) : own.heldEnded}</p>
    ${
      (extendable && secondsLeft < 240) || secondsLeft === 0
        ? html`<button type="button" class="button quiet" aria-disabled=${busy} @click=${() => void flow.extendHold()}>
            ${secondsLeft > 0 ? words.extendHold : words.holdAgain}
          </button>`
        : nothing
    }
  </div>`;
}

/** The page that asks how to reach the visitor. */
export function courseDetailsPage(view: CourseView): Part {
  const { flow, words } = view;
  const intro = html`${backButton(words.back, () => flow.goTo('plan'))} ${heading(words.yourDetails)} ${undone(view)}
  ${keptBar(view)}`;
  return detailsForm(view, words.continue, () => flow.submitDetails(), intro, errorOf(view));
}

/** The page on which everything is read once more and sent. */
export function courseCheckPage(view: CourseView): Part {
  const { flow, state, words, own } = view;
  const { details, clinic, sessions, submission, offer } = state;
  const sending = submission === 'sending' || submission === 'checking';
  const asked =
    flow.limits.booking === 'request' ||
    sessions.some(({ service }) => clinic?.services.find(({ id }) => id === service)?.confirmation === 'request');
  const row = (label: string, value: string, step?: 'plan' | 'details') =>
    answerRow(words, label, value, step && !flow.unresolved ? () => flow.goTo(step) : undefined);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.confirm();
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${flow.unresolved ? nothing : backButton(words.back, () => flow.goTo('details'))} ${heading(words.checkTitle)}
    ${keptBar(view)}
    <dl class="rows" part="answers">
      ${row(words.service, offer?.name ?? '')}
      ${sessions.map((session, index) =>
        session.slot ? row(sessionName(view, index, session), timeOf(view, { slot: session.slot }), 'plan') : nothing,
      )}
      ${row(words.name, details.name, 'details')} ${row(words.email, details.email, 'details')}
      ${clinic?.policies?.phone === 'none' ? nothing : row(words.phone, plainDigits(details.phone), 'details')}
      ${row(words.note, flow.note, 'details')}
    </dl>
    ${terms(view)}
    ${
      clinic?.policies?.cancellation
        ? html`<div>
            <h3>${words.cancellationPolicy}</h3>
            <p class="muted"><bdi>${clinic.policies.cancellation}</bdi></p>
          </div>`
        : nothing
    }
    ${undone(view)} ${errorOf(view)}
    ${submission === 'checking' ? html`<p class="notice">${words.checking}</p>` : nothing}
    ${submission === 'unresolved' ? unresolved(view) : nothing}
    <slot name="legal"></slot>
    <div class="actions">
      <button class="button" part="button" aria-disabled=${sending}>
        ${
          sending
            ? words.sending
            : submission === 'unresolved'
              ? flow.paused
                ? words.retry
                : words.checkAgain
              : (asked ? own.request : own.confirm)(sessions.length)
        }
      </button>
    </div>
  </form>`;
}

/** Says that what was booked is cancelled again. */
const undone = ({ state, own }: CourseView): Part =>
  state.undone
    ? html`<p class="notice bad" role="alert" tabindex="-1" id="undone" part="undone">${own.cancelled}</p>`
    : nothing;

/** No answer came; or booking was put off. Either way some sessions may stand. */
function unresolved(view: CourseView): Part {
  const { flow, state, words, own, phone } = view;
  const { error, standing } = state;
  return html`<div class="notice" role="alert" part="unresolved">
    <h3>${flow.paused ? own.remainsTitle : words.unresolvedTitle}</h3>
    <p>${flow.paused ? words.errors[error?.code ?? 'unknown'] : words.unresolvedHint}</p>
    ${standing.length > 0 ? html`<p>${own.standing}</p>` : nothing} ${standingRows(view)} ${phoneLine(words, phone)}
    ${
      flow.paused
        ? html`<button type="button" class="button quiet" part="undo" @click=${() => void flow.undo()}>
            ${own.tryAgain}
          </button>`
        : nothing
    }
  </div>`;
}

/** The sessions that stand though their course does not. */
function standingRows(view: CourseView): Part {
  const { state, words, own } = view;
  if (state.standing.length === 0) return nothing;
  return html`<dl class="rows" part="answers">
    ${state.standing.map(({ index, booking }) =>
      answerRow(words, own.session(index + 1, undefined), facts(timeOf(view, booking), booking.reference)),
    )}
  </dl>`;
}

/** The page that says that the course is booked. */
export function courseConfirmedPage(view: CourseView): Part {
  const { state, words, own } = view;
  const { booked, clinic, details, offer, sessions } = state;
  if (!booked || !clinic) return nothing;
  const asked = booked.sessions.some(({ status }) => status === 'requested');
  const reference = booked.course?.reference ?? booked.sessions.map((one) => one.reference).join(', ');
  const { url } = dueDeposit(offer?.deposit, { reference, sessions: booked.sessions }) ?? {};
  const payHere = url === undefined ? undefined : depositLink(url, reference, view.page);
  return html`<div class="page" part="page">
    <div class="done">
      ${doneIcon} ${heading(asked ? own.requestedTitle : own.confirmedTitle)}
      <p>${words.reference}<br /><strong class="reference" part="reference">${reference}</strong></p>
    </div>
    <dl class="rows" part="answers">
      ${booked.sessions.map((booking, index) =>
        answerRow(words, sessionName(view, index, sessions[index] ?? {}), timeOf(view, booking)),
      )}
    </dl>
    <div>
      <h3>${words.whatNext}</h3>
      <p>${(asked ? words.requestedNext : words.confirmedNext)(details.email.trim())}</p>
      ${clinic.policies?.nextSteps ? html`<p><bdi>${clinic.policies.nextSteps}</bdi></p>` : nothing}
      ${phoneLine(words, view.phone)}
    </div>
    ${terms(view)} ${payHere ? html`<div class="actions">${payLink(words, view.paying, payHere)}</div>` : nothing}
    ${asked ? nothing : view.addToCalendar?.({ bookings: booked.sessions, clinic, words, now: view.now })}
  </div>`;
}

/** The page that says which sessions stand though their course does not. */
export function remainsPage(view: CourseView): Part {
  const { flow, state, words, own } = view;
  const busy = state.submission === 'sending' || state.submission === 'checking';
  // Where nobody can cancel online, or the backend said no, asking again changes nothing.
  const open = busy || state.standing.some(({ cancellation = 'unclear' }) => cancellation === 'unclear');
  return html`<div class="page" part="page">
    ${heading(own.remainsTitle)}
    <p>${open ? own.remainsHint : own.remainsCall}</p>
    ${standingRows(view)} ${phoneLine(words, view.phone)} ${errorOf(view)}
    ${
      open
        ? html`<div class="actions">
            <button type="button" class="button" part="button" aria-disabled=${busy} @click=${() => void flow.undo()}>
              ${busy ? words.sending : own.tryAgain}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
