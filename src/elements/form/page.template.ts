import { html, nothing } from 'lit';
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
