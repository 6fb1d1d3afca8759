import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScreeningFinding } from '../../domain/consultation/screening.js';
import { backButton, heading } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { droppedNotice, phoneLink, type ConsultingView } from './consulting-view.js';

/** The page that says what the answers mean, kindly, and what can be booked. */
export function outcomePage(view: ConsultingView): Part {
  const { flow, state, words, common } = view;
  const { outcome } = state;
  if (!outcome) return nothing;
  const { findings, consultation } = outcome;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void flow.next();
  };
  return html`<form novalidate @submit=${onSubmit} part="page">
    ${backButton(common.back, () => flow.back())} ${heading(consultation ? words.outcomeTitle : words.blockedTitle)}
    ${droppedNotice(view)}
    ${consultation ? html`<p>${findings.length > 0 ? words.outcomeFound : words.outcomeClear}</p>` : nothing}
    <ul class="findings">
      ${findings.map((finding) => findingItem(view, finding))}
    </ul>
    ${consultation ? bookable(view) : nothing} ${phoneLink(view)}
    ${
      consultation
        ? html`<p class="muted small">${words.noAdvice}</p>
            <div class="actions"><button class="button" part="button">${common.continue}</button></div>`
        : nothing
    }
  </form>`;
}

function findingItem(
  { words, formats, flow, state }: ConsultingView,
  { flag, effects, until }: ScreeningFinding,
): TemplateResult {
  const { title, advice } = flow.ruleOf(flag) ?? {};
  const [known = flag, more = ''] = words.findings[flag] ?? [];
  return html`<li part="finding">
    ${
      // Where nothing can be booked, the heading of the page says it.
      (title ?? state.outcome?.consultation) ? html`<h3>${title ?? known}</h3>` : nothing
    }
    <p class="tags">
      ${effects.map(
        (effect) =>
          html`<span class="tag"
            >${effect === 'defer' && until !== undefined ? words.until(formats.knownDate(until)) : words.effects[effect]}</span
          >`,
      )}
    </p>
    <p>${advice ?? more}</p>
  </li>`;
}

/** What can be booked, and from when. */
function bookable({ words, formats, state }: ConsultingView): Part {
  const { outcome } = state;
  if (!outcome) return nothing;
  const { treatment, earliestTreatment, patchTestHours } = outcome;
  return html`<div class="notice">
    <h3>${words.bookableTitle}</h3>
    <ul class="bullets">
      <li>${words.bookConsultation}</li>
      <li>${words.treatment[treatment]}</li>
    </ul>
    ${earliestTreatment === undefined ? nothing : html`<p>${words.treatmentFrom(formats.knownDate(earliestTreatment))}</p>`}
    ${patchTestHours === undefined ? nothing : html`<p>${words.patchTest(patchTestHours)}</p>`}
  </div>`;
}
