import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { JourneyStep } from '../../domain/journey/journey-step.js';
import { doneIcon, icon } from '../form/icons.js';
import { callLink } from '../form/call-link.template.js';
import type { Part } from '../form/part.js';
import type { JourneyView } from './journeying-view.js';

/** There is more under it. */
const moreIcon = icon('m5 9 7 7 7-7');
const phoneIcon = icon(
  'M6.2 3.5 9 4l1.3 4-2 1.7a13 13 0 0 0 6 6l1.7-2 4 1.3.5 2.8c0 1.5-1.2 2.7-2.7 2.7C10.4 20.5 3.5 13.6 3.5 6.2c0-1.5 1.2-2.7 2.7-2.7Z',
);

/** Where the visitor is, where they may go, and whom they can call: above each step, always the same. */
export function bar(view: JourneyView): TemplateResult {
  const { flow, state, words, listed, toggleList } = view;
  const { steps, step } = state;
  return html`<div class="bar" part="bar">
    <h2 tabindex="-1" part="heading">
      <span class="muted small">${words.place(flow.position, steps.length)}<span class="out-of-sight">: </span></span>
      <span>${step === undefined ? nothing : words.steps[step]}</span>
    </h2>
    ${phone(view)}
    <button
      type="button"
      class="toggle"
      part="toggle"
      aria-expanded=${listed}
      aria-controls="steps"
      aria-label=${words.allSteps}
      @click=${toggleList}
    >
      ${moreIcon}
    </button>
    <div class="track" aria-hidden="true">${steps.map((one) => html`<span class=${look(state, one)}></span>`)}</div>
    <nav aria-label=${words.stepsLabel} class=${listed ? 'listed' : nothing}>
      <ol id="steps" part="steps">
        ${steps.map((one) => item(view, one))}
      </ol>
    </nav>
  </div>`;
}

/** Done and current steps stand out from those that are to come. */
function look({ step, done }: JourneyView['state'], one: JourneyStep): string {
  return one === step ? 'current' : done.includes(one) ? 'past' : 'ahead';
}

function item({ flow, state, words }: JourneyView, one: JourneyStep): TemplateResult {
  const { step, done, skipped } = state;
  const isDone = done.includes(one);
  const after = isDone ? words.done : skipped.includes(one) ? words.skipped : undefined;
  const name = html`${isDone ? doneIcon : nothing}${words.steps[one]}${
    after === undefined ? nothing : html`<span class="out-of-sight"> (${after})</span>`
  }`;
  return html`<li class=${look(state, one)} part="step" aria-current=${one === step ? 'step' : nothing}>
    ${
      one !== step && flow.mayGo(one)
        ? html`<button type="button" class="link" @click=${() => flow.goTo(one)}>${name}</button>`
        : html`<span>${name}</span>`
    }
  </li>`;
}

function phone({ common, phone }: JourneyView): Part {
  if (!phone) return nothing;
  return html`<p class="phone">
    <span class="out-of-sight">${common.callUs} </span>
    ${callLink(phone, phoneIcon)}
  </p>`;
}

/** The ways on and back, under each step. */
export function ways({ flow, words }: JourneyView): Part {
  const { next, previous, skippable } = flow;
  if (next === undefined && previous === undefined && !skippable) return nothing;
  return html`<div class="actions ways" part="ways">
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="button" part="button" @click=${() => flow.goTo(next)}>
            ${words.goOn(words.steps[next])}
          </button>`
    }
    ${skippable ? html`<button type="button" class="link" @click=${() => flow.skip()}>${words.skip}</button>` : nothing}
    ${
      previous === undefined
        ? nothing
        : html`<button type="button" class="link" @click=${() => flow.goTo(previous)}>
            ${words.goBack(words.steps[previous])}
          </button>`
    }
  </div>`;
}
