import { css } from 'lit';

/** Choices, boxes to tick, lists of answers and confirmations, the same in every element. */
export const formStyles = css`
  .cards {
    display: grid;
    gap: 0.75em;
    align-content: start;
  }

  .cards label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.875em;
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .cards label:hover {
    border-color: var(--_edge);
  }

  .cards label:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }

  .cards .small {
    grid-column: 2;
  }

  [type='radio'],
  [type='checkbox'] {
    font: inherit;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_fill);
    outline: 0;
  }

  legend {
    margin-block-end: 0.75em;
  }

  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em;
    padding-block: 0.5em;
    min-block-size: 2.75em;
  }

  [part='page']:not(.choosing) {
    max-inline-size: 46em;
  }

  .done h2 + p {
    margin-block-start: 0.5em;
  }

  :is(form, .page) > div > h3 + *,
  .page > div > p + p {
    margin-block-start: 0.375em;
  }

  /* What the page has to show where nothing else can be. */
  .notice + slot:not([name]) {
    display: block;
    margin-block-start: 1em;
  }

  li > a {
    display: inline-block;
  }

  .actions a:not(.button) {
    margin-block: -0.375em;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }

  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  dd {
    grid-column: 1;
    text-wrap: balance;
  }

  /* A text of another direction is read in its own, and stands where the words around it stand. */
  bdi {
    white-space: pre-line;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .act {
    grid-area: 1 / 2 / 3;
    align-self: center;
    margin-block: -0.5em;
  }

  .done svg {
    inline-size: 3em;
    block-size: 3em;
    margin-block-end: 0.75em;
    padding: 0.625em;
    border-radius: 50%;
    background: var(--_fill);
    color: #fff;
  }

  .reference {
    font-size: 1.375em;
    letter-spacing: 0.03em;
  }

  @container (inline-size >= 40em) {
    .row {
      grid-template-columns: 11em 1fr auto;
    }

    dd {
      grid-area: 1 / 2;
    }

    .act {
      grid-area: 1 / 3;
    }
  }

  @media (forced-colors: active) {
    .cards label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
