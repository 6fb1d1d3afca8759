/** Text only: a page pays for this before anybody presses anything, and does without Lit until then. */
const css = String.raw;

/** The button. Its tokens are those of `tokens.styles.ts`, word for word. */
export const buttonStyles = css`
  :host {
    --_radius: var(--smp-radius, 0.625em);
    --_accent: var(--smp-accent, #17635c);
    --_fill: oklch(from var(--_accent) min(l, 0.48) calc(min(c, 0.26) * min(1, 0.48 / l)) h / 1);
    --_focus: var(--smp-focus, light-dark(#0b57d0, #a8c7fa));

    display: inline-block;
    vertical-align: middle;
  }

  /* Not the host: a page's own rules reach that one, also those that mean everything. */
  :host([floating]) [part='place'] {
    position: fixed;
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-end: 1rem;
    z-index: 9999;
    text-align: center;
  }

  :host([hidden]) {
    display: none;
  }

  [part='button'] {
    min-block-size: 2.875em;
    padding: 0.5em 1.375em;
    border: 1px solid #0000;
    border-radius: var(--_radius);
    background: var(--_fill);
    color: #fff;
    font-family: var(--smp-font, inherit);
    font-size: var(--smp-font-size, max(1rem, 16px));
    font-weight: 600;
    line-height: 1.5;
    cursor: pointer;
    touch-action: manipulation;
  }

  [part='button'][hidden] {
    display: none;
  }

  [part='button']:hover {
    background: color-mix(in oklab, var(--_fill) 86%, #000);
  }

  [part='button'][aria-busy] {
    cursor: progress;
  }

  [part='button']:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  :host([floating]) [part='button'] {
    border-radius: 2em;
    box-shadow: 0 0.25em 1.25em #0005;
  }

  [part='place'] [part='phone'] {
    display: block;
    padding: 0.5em 1em;
    background: light-dark(#fff, #17191b);
    color: light-dark(#1b1e20, #eceeef);
    font: inherit;
  }

  @media print {
    [part='place'] {
      display: none;
    }
  }
`;
