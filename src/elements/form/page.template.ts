import { html, nothing } from 'lit';
import type { SmpError } from '../../domain/errors.js';
import type { Messages } from '../../locales/messages.js';
import { callLink } from './call-link.template.js';
import { previousIcon } from './icons.js';
import type { Part } from './part.js';

/** The heading of a page. It takes the focus when the page is turned to. */
export const heading = (text: string) => html`<h2 tabindex="-1" part="heading">${text}</h2>`;

/** Leads to the page before. */
export const backButton = (label: string, onClick: () => void) =>
  html`<div><button type="button" class="link back" @click=${onClick}>${previousIcon}${label}</button></div>`;

/** The clinic's number, and what it is there for. */
export function phoneLine({ callUs }: Pick<Messages, 'callUs'>, phone: string | undefined): Part {
  if (!phone) return nothing;
  return html`<p>${callUs} ${callLink(phone)}</p>`;
}

/** Says that something failed, in words for the visitor, and whom to call. */
export function failure(
  { words, phone }: { readonly words: Messages; readonly phone: string | undefined },
  error: SmpError | undefined,
  title?: string,
  retry?: () => void,
): Part {
  const { errors } = words;
  return html`<div class="notice bad" role="alert" part="error">
    ${title ? html`<h3>${title}</h3>` : nothing}
    <p>${errors[error?.code ?? 'unknown'] ?? errors.unknown}</p>
    ${phoneLine(words, phone)}
    ${retry ? html`<button type="button" class="button quiet" @click=${retry}>${words.retry}</button>` : nothing}
  </div>`;
}
