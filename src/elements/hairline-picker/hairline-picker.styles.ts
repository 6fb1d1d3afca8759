import { css } from 'lit';

/** What is painted before the picker is there: the page around does not jump when it comes. */
export const hairlinePickerStyles = css`
  :host {
    min-block-size: var(--smp-reserve, 34em);
  }
`;
