import { css } from 'lit';

/** The looks of the touch-up reminder. */
export const remindingStyles = css`
  .dates {
    display: grid;
    gap: 0;
    padding: 0;
    margin: 0;
    list-style: none;
    border-block-start: 1px solid var(--_line);
  }

  .dates li {
    display: grid;
    gap: 0.125em 1em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }

  .dates b {
    font-size: 1.125em;
  }

  .dates p {
    margin: 0;
  }

  .choices {
    min-inline-size: 0;
    padding: 0;
    margin: 0;
    border: 0;
  }

  .choices legend {
    margin-block-end: 0.5em;
  }

  .questions {
    display: grid;
    gap: 1.25em;
    padding-block-start: 1em;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .chips label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .chips label:hover {
    border-color: var(--_edge);
  }

  .chips label:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }

  .chips label:has(:focus-visible) {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }

  .chips input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .ways {
    display: grid;
    gap: 0.75em;
  }

  .ways p {
    margin: 0;
  }

  .day .input {
    max-inline-size: 14em;
  }

  @container (inline-size >= 32em) {
    .dates li {
      grid-template-columns: 10em 1fr;
      align-items: baseline;
    }

    .dates .hint {
      grid-column: 2;
    }
  }

  @media (forced-colors: active) {
    .chips label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
