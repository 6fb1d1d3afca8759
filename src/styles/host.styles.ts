import { css } from 'lit';

/**
 * The box an element stands in. Its text settings and its container for the layout are the frame's and not the host's,
 * since a page's own rules reach the host, also those that mean everything. The surface reaches a little beyond the box,
 * so that text has air around it on a page of another colour and none is lost on a page of the same.
 */
export const hostStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }

  .frame {
    all: initial;
    display: flow-root;
    container-type: inline-size;
    color-scheme: inherit;
    visibility: inherit;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0 0 0.75em var(--_surface);
    color: var(--_text);
    font-family: var(--smp-font, inherit);
    font-size: var(--smp-font-size, max(1rem, 16px));
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
  }

  /* Margins of what the page has in it stay inside, so that nothing moves when it makes room for a step. */
  :where(.frame > div) {
    display: flow-root;
  }

  /* A number is read and dialled in one piece. */
  :where([part='phone']) {
    display: inline-block;
    max-inline-size: 100%;
  }
`;
