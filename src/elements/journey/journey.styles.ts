import { css } from 'lit';

/** What is painted before the steps are there, in their size: the page around does not jump when they come. */
export const journeyStyles = css`
  :host {
    min-block-size: var(--smp-reserve, 34em);
    scroll-margin-block-start: 1em;
  }

  .bar {
    min-block-size: 5.25em;
    margin-block-end: 1.5em;
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

  i:last-child {
    block-size: 16em;
  }

  @container (inline-size >= 40em) {
    .bar {
      min-block-size: 3.5em;
      margin-block-end: 2em;
    }
  }
`;
