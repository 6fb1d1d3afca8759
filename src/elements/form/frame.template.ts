import { html } from 'lit';

/**
 * Stands around all pages of an element: text and colours of its own whatever the page's, and places for what the clinic
 * puts above and below.
 */
export const frame = (content: unknown, inert = false) =>
  html`<div class="frame" ?inert=${inert}>
    <slot name="heading"></slot>
    ${content}
    <slot name="footer"></slot>
  </div>`;
