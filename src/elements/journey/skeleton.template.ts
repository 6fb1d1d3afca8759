import { html } from 'lit';

/** Stands where a step will be until its code is there. */
export const skeleton = html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** Stands where the journey will be, with room for the steps above. */
export const waiting = html`<div class="bar" aria-hidden="true"></div>
  <div><slot>${skeleton}</slot></div>`;
