import { css } from 'lit';

/** What the pages of a course add to the booker's looks. */
export const courseStyles = css`
  [part='payment'] {
    margin-block-end: 1.25em;
  }

  .sessions {
    display: grid;
    gap: 0.75em;
    list-style: none;
  }

  .session {
    display: grid;
    gap: 0.375em;
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .session > * {
    text-wrap: balance;
  }

  .session .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: baseline;
    justify-content: space-between;
  }
`;
