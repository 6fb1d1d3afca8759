import { css } from 'lit';

/** The looks of the touch-up reminder. */
export const remindingStyles = css`
  .dates {
    display: grid;
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

  .choices legend {
    margin-block-end: 0.5em;
  }

  .ways {
    display: grid;
    justify-items: start;
    gap: 0.75em;
  }

  summary {
    margin-block: -0.625em;
    padding-block: 0.625em;
    cursor: pointer;
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
`;
