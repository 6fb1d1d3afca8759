import { css } from 'lit';

export const clinicStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }
`;
