import { css } from 'lit';

/**
 * The box an element stands in: its own text settings whatever the page's, and a container for its layout. The surface
 * reaches a little beyond the box, so that text has air around it on a page of another colour and none is lost on a
 * page of the same.
 */
export const hostStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0 0 0.75em var(--_surface);
    color: var(--_text);
    font: 400 var(--smp-font-size, 1rem) / 1.5 var(--smp-font, inherit);
    font-family: var(--smp-font, inherit);
    font-variant-numeric: tabular-nums;
    letter-spacing: normal;
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
`;
