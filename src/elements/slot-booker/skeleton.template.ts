import { html } from 'lit';

/** Stands where the pages will be, in their size, until their code is there. */
export const skeleton = html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;
