import { css } from 'lit';

/** The looks of signing up, and of a plan. */
export const reminderStyles = css`
  .choices {
    outline: 0;
  }

  .plan {
    display: grid;
    gap: 1.25em;
  }

  .way .field {
    margin-block: 0.25em 0.75em;
    margin-inline-start: 2.25em;
  }

  .ending {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
`;
