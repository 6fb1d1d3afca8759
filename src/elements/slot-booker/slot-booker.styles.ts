import { css } from 'lit';

/** What is painted before the pages are there, in their size: the page around does not jump when they come. */
export const shellStyles = css`
  :host {
    min-block-size: var(--smp-reserve, 34em);
  }

  .skeleton,
  .choosing {
    min-block-size: min(100vh, 48em);
  }

  .skeleton {
    display: grid;
    gap: 1.25em;
    align-content: start;
  }

  i {
    block-size: 2.875em;
    border-radius: var(--_radius);
    background: var(--_ghost);
  }

  i:first-child {
    inline-size: 60%;
  }

  i:nth-child(3) {
    block-size: 8em;
  }

  i:last-child {
    block-size: 24em;
  }
`;
