import { html, nothing } from 'lit';
import { firstLate } from '../../domain/consultation/service-limits.js';
import { backLink, errorNotice, failure, heading, issueOf, phoneLink, serviceLine, serviceOf } from './booker-view.js';
import type { BookerView, Part } from './booker-view.js';
import { filters } from '../calendar/filters.template.js';
import { calendar } from '../calendar/month.template.js';
import { times } from '../calendar/times.template.js';

/** The page on which a day and a time are chosen. */
export function timePage(view: BookerView): Part {
  const { flow, state, words, formats } = view;
  const service = serviceOf(view);
  const [[shown] = []] = state.calendar.days.values();
  const sending = state.holding === 'sending' || state.holding === 'checking';
  const { asOf } = state.calendar;
  const limits = flow.limits();
  const earliest = shown && asOf !== undefined ? firstLate(limits, shown, asOf) : limits.from;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.hold();
  };
  return html`<form class="choosing" novalidate @submit=${onSubmit} part="page">
    ${backLink(view)}
    <div>
      ${heading(words.chooseTime)}
      <p class="muted">${service ? serviceLine(view, service) : '\u00a0'}</p>
    </div>
    ${earliest === undefined ? nothing : html`<p class="notice">${words.treatmentFrom(formats.fullDay(earliest))}</p>`}
    ${lostNotice(view)} ${heldNotice(view)} ${filters(view)} ${chooser(view)} ${errorNotice(view)}
    ${
      issueOf(view, 'slot')
        ? html`<p class="wrong" role="alert">
            <span class="out-of-sight">${words.errorPrefix} </span>${words.timeMissing}
          </p>`
        : nothing
    }
    ${
      state.calendar.days.size === 0
        ? nothing
        : html`<div class="actions foot">
            <button class="button" part="button" aria-disabled=${sending}>
              ${sending ? words.holding : flow.takesHolds ? words.holdTime : words.continue}
            </button>
            <p>${state.slot ? html`<b>${formats.slot(state.slot)}</b>` : nothing}</p>
          </div>`
    }
    ${shown ? html`<p class="muted small">${words.clinicTime(formats.zone(shown.timeZone, shown.start))}</p>` : nothing}
  </form>`;
}

function chooser(view: BookerView): Part {
  const { flow, state, words } = view;
  const { status, days, error } = state.calendar;
  if (status === 'failed') {
    return failure(view, error, words.failedTimes, () => flow.reload());
  }
  if (status === 'ready' && days.size === 0) {
    return html`<div class="notice">
      <h3>${words.fullyBooked}</h3>
      ${(state.practitioner ?? state.location) ? html`<p>${words.fullyBookedHint}</p>` : nothing} ${phoneLink(view)}
      ${
        flow.takesWaitlist
          ? html`<button type="button" class="button" @click=${() => flow.goTo('waitlist')}>
              ${words.joinWaitlist}
            </button>`
          : nothing
      }
    </div>`;
  }
  return html`<div class="chooser">${calendar(view)} ${times(view)}</div>`;
}

function lostNotice({ flow, state, words, formats }: BookerView): Part {
  const { lost } = state;
  if (!lost) return nothing;
  return html`<div class="notice" part="lost">
    <h3 tabindex="-1" id="lost">${words.lostTitle}</h3>
    <p>${words.lostHint(formats.slot(lost.slot))}</p>
    ${
      lost.alternatives.length === 0
        ? html`<p>${words.lostNone}</p>`
        : html`<p>${words.lostAlternatives}</p>
            <div class="actions">
              ${lost.alternatives.map(
                (slot) =>
                  html`<button
                    type="button"
                    class="button quiet"
                    part="alternative"
                    @click=${() => void flow.hold(slot)}
                  >
                    ${formats.shortSlot(slot)}
                  </button>`,
              )}
            </div>`
    }
  </div>`;
}

function heldNotice({ flow, state, words, formats }: BookerView): Part {
  const { hold, secondsLeft } = state;
  if (!hold || secondsLeft === 0) return nothing;
  return html`<div class="notice actions">
    <p>${words.held(formats.slot(hold.slot))}</p>
    <button type="button" class="button quiet" @click=${() => void flow.hold(hold.slot)}>${words.continue}</button>
  </div>`;
}
