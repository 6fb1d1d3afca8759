import { html, nothing } from 'lit';
import type { DateIssue } from '../../domain/course/course-plan.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { calendar } from '../calendar/month.template.js';
import { times } from '../calendar/times.template.js';
import { failure } from './booker-view.js';
import { backButton, heading, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import type { CourseView } from './course-view.js';

/** The page on which the first time is chosen, or another one for any session. */
export function courseTimePage(view: CourseView): Part {
  const { flow, state, words, own, formats } = view;
  const { changing, slot, date, dateIssue, planning, holding } = state;
  const { previous } = flow;
  const present = changing === undefined ? undefined : state.sessions[changing]?.slot;
  const busy = planning === 'loading' || holding === 'sending' || holding === 'checking';
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) void flow.takeSlot();
  };
  return html`<form class="choosing" novalidate @submit=${onSubmit} part="page">
    ${previous ? backButton(words.back, () => flow.goTo(previous)) : nothing}
    <div>
      ${heading(changing === undefined ? own.firstTitle : own.sessionTitle(changing + 1))}
      ${present ? html`<p class="muted">${own.sofar(formats.slot(present))}</p>` : nothing}
    </div>
    ${chooser(view)}
    ${
      !dateIssue && date !== undefined && changing !== undefined && flow.movesOthers(date)
        ? html`<p class="notice">${own.movesOthers}</p>`
        : nothing
    }
    ${problemOf(view)} ${errorOf(view)}
    ${
      state.calendar.days.size === 0
        ? nothing
        : html`<div class="actions foot">
            <button class="button" part="button" aria-disabled=${busy || !slot || !!dateIssue}>
              ${busy ? own.takesTime : own.takeTime}
            </button>
            <p>${slot ? html`<b>${formats.slot(slot)}</b>` : nothing}</p>
          </div>`
    }
  </form>`;
}

function chooser(view: CourseView): Part {
  const { flow, state, words, own } = view;
  const { status, days, error } = state.calendar;
  const { min = 0, max = 0 } = state.offer?.gapDays ?? {};
  const saying = (issue: DateIssue | undefined) =>
    issue && (issue.issue === 'too-soon' ? own.tooSoon(min) : own.tooLate(max));
  const barred = (date: PlainDate) => saying(flow.dateIssue(date));
  if (status === 'failed') {
    return failure(view, error, words.failedTimes, () => flow.reload());
  }
  if (status === 'ready' && days.size === 0) {
    return html`<div class="notice">
      <h3>${words.fullyBooked}</h3>
      ${phoneLine(words, view.phone)} ${waitlistButton(view, 'button')}
    </div>`;
  }
  const reason = saying(state.dateIssue);
  return html`<div class="chooser">
    ${calendar({ ...view, barred })} ${reason ? html`<p class="wrong" role="alert">${reason}</p>` : times(view)}
  </div>`;
}

/** Says that there is no plan. */
export function problemOf(view: CourseView, retry: Part = nothing): Part {
  const { state, words, own, phone } = view;
  if (!state.problem) return nothing;
  return html`<div class="notice bad" role="alert" part="error">
    <p>${own.unplannable}</p>
    ${phoneLine(words, phone)}
    <div class="actions">${retry} ${waitlistButton(view, 'button quiet')}</div>
  </div>`;
}

/** Leads to the page on which somebody asks to be told when a time becomes free. */
const waitlistButton = ({ flow, words }: CourseView, look: string): Part =>
  flow.takesWaitlist
    ? html`<button type="button" class=${look} @click=${() => flow.goTo('waitlist')}>${words.joinWaitlist}</button>`
    : nothing;

/** Says why the last wish was not granted. */
export function errorOf(view: CourseView): Part {
  const { error, submission } = view.state;
  return error && submission !== 'unresolved' ? failure(view, error) : nothing;
}
