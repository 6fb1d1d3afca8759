import { css } from 'lit';

/** What the booking manager adds to the booker's looks. */
export const managingStyles = css`
  .sessions {
    display: grid;
    gap: 1em;
  }

  .session {
    display: grid;
    gap: 0.75em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .session .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: baseline;
    justify-content: space-between;
  }

  .badge {
    padding: 0.125em 0.625em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.875em;
    color: var(--_ink);
  }

  .cancelled .badge {
    color: var(--_muted);
  }

  .cancelled dd {
    text-decoration: line-through;
    color: var(--_muted);
  }
`;
