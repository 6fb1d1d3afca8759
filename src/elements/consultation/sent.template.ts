import { html, nothing } from 'lit';
import { doneIcon } from '../form/icons.js';
import { heading } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { errorNotice, phoneLink, type ConsultingView } from './consulting-view.js';
import { sentPhotos } from './photos.template.js';

/** The page that says that the answers are sent, and what happens next. */
export function sentPage(view: ConsultingView): Part {
  const { flow, state, words, common } = view;
  const { consultation, withdrawal } = state;
  return html`<div class="page" part="page">
    <div class="done">
      ${doneIcon} ${heading(consultation ? words.sentTitle : words.keptTitle)}
      ${
        consultation
          ? html`<p>
              ${common.reference}<br /><strong class="reference" part="reference">${consultation.reference}</strong>
            </p>`
          : nothing
      }
    </div>
    ${sentPhotos(view)}
    <div>
      <h3>${common.whatNext}</h3>
      <p>
        ${consultation ? words.sentNext((flow.byPhone && state.contact.phone.trim()) || state.contact.email.trim()) : words.keptNext}
      </p>
      ${phoneLink(view)}
    </div>
    <slot name="next"></slot>
    ${errorNotice(view)}
    ${
      consultation
        ? html`<details>
            <summary class="link">${words.withdraw}</summary>
            <p>${words.withdrawAsk}</p>
            <button
              type="button"
              class="button quiet"
              aria-disabled=${withdrawal === 'sending'}
              @click=${() => flow.withdraw()}
            >
              ${withdrawal === 'sending' ? words.withdrawing : words.withdraw}
            </button>
          </details>`
        : nothing
    }
  </div>`;
}

/** The page that says that the clinic has deleted the answers. */
export function withdrawnPage(view: ConsultingView): Part {
  const { flow, words } = view;
  return html`<div class="page" part="page">
    <div class="done">${doneIcon} ${heading(words.withdrawnTitle)}</div>
    <p>${words.withdrawnHint}</p>
    ${phoneLink(view)}
    <div><button type="button" class="link" @click=${() => flow.restart()}>${words.another}</button></div>
  </div>`;
}
