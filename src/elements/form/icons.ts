import { html } from 'lit';

/** A line drawing on a square of 24. */
export const icon = (path: string) =>
  html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${path}></path>
  </svg>`;

/** Points back, against the direction of reading. */
export const previousIcon = icon('m15 5-7 7 7 7');
/** Points on, in the direction of reading. */
export const nextIcon = icon('m9 5 7 7-7 7');
/** A tick: it is done. */
export const doneIcon = icon('m5 12.5 4.5 4.5L19 7.5');
