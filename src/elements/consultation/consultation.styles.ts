import { css } from 'lit';

/** What is painted before the pages are there: the page around does not jump when they come. */
export const consultationStyles = css`
  :host {
    min-block-size: var(--smp-reserve, 34em);
  }
`;
