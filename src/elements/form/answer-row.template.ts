import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Part } from './part.js';

/** An answer in a list of answers, with a way to change it where there is one. */
export function answerRow(
  words: Messages,
  label: string,
  value: string | TemplateResult | undefined,
  onChange?: () => void,
): Part {
  return html`<div class="row">
    <dt>${label}</dt>
    <dd>${value ? html`<bdi>${value}</bdi>` : html`<span class="muted">${words.notProvided}</span>`}</dd>
    ${
      onChange
        ? html`<dd class="act">
            <button type="button" class="link" @click=${onChange}>
              ${words.change}<span class="out-of-sight"> ${label}</span>
            </button>
          </dd>`
        : nothing
    }
  </div>`;
}
