import { html, nothing } from 'lit';
import { firstLate } from '../../domain/consultation/service-limits.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import type { PlannedMove } from '../../flows/management-state.js';
import type { Slot } from '../../domain/slot.js';
import { filters } from '../calendar/filters.template.js';
import { calendar } from '../calendar/month.template.js';
import { times } from '../calendar/times.template.js';
import { answerRow } from '../form/answer-row.template.js';
import { facts } from '../form/facts.js';
import { backButton, heading, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import type { ChangingView } from './changing-view.js';
import { numberOf } from './managing-view.js';
import { errorNotice, policy, sessionRows } from './overview.template.js';

/** The page on which another time is chosen for a session. */
export function timePage(view: ChangingView): Part {
  const { flow, state, words, own, formats } = view;
  const { session, managed, gapIssue, planning, slot, date, calendar: known } = state;
  if (!session || !managed) return nothing;
  const { min = 0, max = 0 } = managed.gapDays ?? {};
  const [[shown] = []] = known.days.values();
  const { limits } = session;
  const earliest = limits && shown && known.asOf !== undefined ? firstLate(limits, shown, known.asOf) : limits?.from;
  const barred = (day: PlainDate) => {
    const issue = flow.barred(day);
    return issue && own.gap[issue](min, max);
  };
  const reason = date && barred(date);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.review();
  };
  return html`<form class="choosing" novalidate @submit=${onSubmit} part="page">
    ${backButton(words.back, () => flow.back())}
    <div>
      ${heading(own.timeTitle)}
      <p class="muted">${own.sofar(formats.slot(session.slot))}</p>
    </div>
    ${earliest === undefined ? nothing : html`<p class="notice">${words.treatmentFrom(formats.fullDay(earliest))}</p>`}
    ${lostNotice(view)} ${filters({ flow, state: { ...state, service: session.service }, words })}
    ${
      known.status === 'failed'
        ? html`<div class="notice bad" role="alert" part="error">
            <h3>${words.failedTimes}</h3>
            <p>${words.errors[known.error?.code ?? 'unknown'] ?? words.errors.unknown}</p>
            ${phoneLine(words, view.phone)}
            <button type="button" class="button quiet" @click=${() => flow.reload()}>${words.retry}</button>
          </div>`
        : known.status === 'ready' && known.days.size === 0
          ? html`<div class="notice">
              <h3>${words.fullyBooked}</h3>
              <p>${words.fullyBookedHint}</p>
              ${phoneLine(words, view.phone)}
            </div>`
          : html`<div class="chooser">
              ${calendar({ ...view, barred })}
              ${reason ? html`<p class="wrong" role="alert">${reason}</p>` : times(view)}
            </div>`
    }
    ${errorNotice(view)}
    ${
      known.days.size === 0
        ? nothing
        : html`<div class="actions foot">
            <button class="button" part="button" aria-disabled=${planning || !slot}>
              ${planning ? own.planning : own.review}
            </button>
            <p>
              ${
                gapIssue
                  ? html`<b class="wrong" role="alert">${own.gap[gapIssue](min, max)}</b>`
                  : slot
                    ? html`<b>${formats.slot(slot)}</b>`
                    : nothing
              }
            </p>
          </div>`
    }
  </form>`;
}

/** The page that tells what a move means before it is sent. */
export function movePage(view: ChangingView): Part {
  const { flow, state, words, own } = view;
  const { moves, managed } = state;
  const stuck = moves.find(({ slot }) => !slot);
  const [first, ...followers] = moves;
  if (!first || !managed) return nothing;
  const row = (move: (typeof moves)[number]) =>
    html`<div part="session">
      ${managed.sessions.length > 1 ? html`<p><b>${own.session(numberOf(view, move.session), managed.sessions.length)}</b></p>` : nothing}
      <dl class="rows">
        ${answerRow(words, own.from, spot(view, move, move.session.slot))}
        ${move.slot ? answerRow(words, own.to, spot(view, move, move.slot)) : nothing}
      </dl>
    </div>`;
  return html`<div class="page" part="page">
    ${state.change === 'unresolved' ? nothing : backButton(words.back, () => flow.back())} ${heading(own.moveTitle)}
    ${row(first)} ${followers.length > 0 ? html`<p>${own.followers(managed.gapDays?.min ?? 0)}</p>` : nothing}
    ${followers.map(row)}
    ${
      stuck
        ? html`<p class="notice bad" role="alert">${own.noTime(numberOf(view, stuck.session))}</p>
            ${phoneLine(words, view.phone)}`
        : confirmation(view, own.moveConfirm(moves.length), 'button')
    }
  </div>`;
}

/** When a session is, and, as far as the move changes it, where and with whom. */
function spot(
  { state, words, formats }: ChangingView,
  { session, slot = session.slot }: PlannedMove,
  at: Slot,
): string {
  const { locations = [], practitioners = [], services = [] } = state.clinic ?? {};
  const named = (list: readonly { readonly id: string; readonly name: string }[], wanted: string | undefined) =>
    list.find(({ id }) => id === wanted)?.name;
  const { mode = 'in-person' } = services.find(({ id }) => id === session.service) ?? {};
  const place = named(locations, at.location) ?? (at === slot ? words.mode[mode] : undefined);
  const person =
    at.practitioner === undefined && practitioners.length > 1
      ? `${words.practitioner}: ${words.anyPractitioner}`
      : named(practitioners, at.practitioner);
  return facts(
    formats.slot(at),
    slot.location !== session.slot.location && place,
    slot.practitioner !== session.slot.practitioner && person,
  );
}

/** The page that asks whether sessions are to be cancelled. */
export function cancelPage(view: ChangingView): Part {
  const { flow, state, own } = view;
  const { cancelling, clinic } = state;
  return html`<div class="page" part="page">
    ${heading(own.cancelTitle(cancelling.length))}
    ${clinic?.policies?.cancellation ? policy(view, clinic.policies.cancellation) : nothing}
    ${cancelling.map((session) => html`<dl class="rows" part="session">${sessionRows(view, session)}</dl>`)}
    ${confirmation(view, own.cancelConfirm(cancelling.length), 'button grave')}
    ${
      state.change === 'unresolved'
        ? nothing
        : html`<div>
            <button type="button" class="link" @click=${() => flow.back()}>${own.keep}</button>
          </div>`
    }
  </div>`;
}

function confirmation(view: ChangingView, label: string, look: string): Part {
  const { flow, state, words, own } = view;
  const sending = state.change === 'sending' || state.change === 'checking';
  return html`${errorNotice(view)}
    ${state.change === 'checking' ? html`<p class="notice">${own.checking}</p>` : nothing}
    ${
      state.change === 'unresolved'
        ? html`<div class="notice" role="alert" part="unresolved">
            <h3>${words.unresolvedTitle}</h3>
            <p>${own.unresolvedHint}</p>
            ${phoneLine(words, view.phone)}
          </div>`
        : nothing
    }
    <slot name="legal"></slot>
    <div class="actions">
      <button type="button" class=${look} part="button" aria-disabled=${sending} @click=${() => void flow.confirm()}>
        ${sending ? own.sending : state.change === 'unresolved' ? words.checkAgain : label}
      </button>
    </div>`;
}

function lostNotice({ flow, state, words, formats }: ChangingView): Part {
  const { lost } = state;
  if (!lost) return nothing;
  return html`<div class="notice" part="lost">
    <h3 tabindex="-1" id="lost">${words.lostTitle}</h3>
    <p>${words.lostHint(formats.slot(lost.slot))}</p>
    ${lost.alternatives.length > 0 ? html`<p>${words.lostAlternatives}</p>` : nothing}
    <div class="actions">
      ${lost.alternatives.map(
        (slot) =>
          html`<button type="button" class="button quiet" part="alternative" @click=${() => void flow.review(slot)}>
            ${formats.shortSlot(slot)}
          </button>`,
      )}
    </div>
  </div>`;
}
