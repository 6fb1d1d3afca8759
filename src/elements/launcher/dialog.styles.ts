/** Text only: the dialog stands before Lit is there. */
const css = String.raw;

/** The dialog: a sheet over the whole screen on a phone, a window from there on. */
export const dialogStyles = css`
  dialog {
    --_surface: var(--smp-surface, light-dark(#fff, #17191b));
    --_text: var(--smp-text, light-dark(#1b1e20, #eceeef));
    --_line: color-mix(in oklab, var(--_text) 16%, var(--_surface));

    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--smp-font, inherit);
    font-size: var(--smp-font-size, max(1rem, 16px));
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
    white-space: normal;
    cursor: auto;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: #0008;
  }

  dialog:focus {
    outline: 0;
  }

  [part='bar'] {
    display: flex;
    align-items: center;
    gap: 1em;
    padding-block: max(0.375em, env(safe-area-inset-top)) 0.375em;
    padding-inline: max(1.25em, env(safe-area-inset-left)) max(0.5em, env(safe-area-inset-right));
    border-block-end: 1px solid var(--_line);
  }

  [part='title'] {
    flex: 1;
    margin: 0;
    overflow: hidden;
    font-size: 1em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  button:not([part='button']) {
    min-block-size: 2.875em;
    padding: 0.5em 1.375em;
    border: 1px solid color-mix(in oklab, var(--_text) 52%, var(--_surface));
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }

  button[part='close'] {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 2.875em;
    padding: 0;
    border-color: #0000;
  }

  dialog button:hover {
    background: color-mix(in oklab, var(--_text) 7%, var(--_surface));
  }

  dialog button:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -1px;
  }

  dialog .stay {
    border-color: #0000;
    background: var(--_fill);
    color: #fff;
  }

  dialog .stay:hover {
    background: color-mix(in oklab, var(--_fill) 86%, #000);
  }

  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 2;
  }

  [part='content'] {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding-block: 1.5em max(1.5em, env(safe-area-inset-bottom));
    padding-inline: max(1.25em, env(safe-area-inset-left)) max(1.25em, env(safe-area-inset-right));
  }

  .loading {
    margin: 0;
    color: color-mix(in oklab, var(--_text) 70%, var(--_surface));
  }

  [part='failed'] {
    display: grid;
    gap: 1em;
    justify-items: start;
  }

  [part='failed'] p {
    margin: 0;
  }

  [part='failed'] a {
    color: inherit;
  }

  [part='failed']:not([hidden]) ~ [name='content'] {
    display: none;
  }

  [part='leaving'] {
    display: grid;
    gap: 0.375em;
    padding: 1.25em;
    border-block-end: 1px solid var(--_line);
    overflow: auto;
    background: color-mix(in oklab, var(--_text) 4%, var(--_surface));
  }

  [part='leaving'] > * {
    margin: 0;
  }

  [part='leaving'] h2 {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 0.75em;
  }

  [hidden] {
    display: none !important;
  }

  @media (min-width: 40rem) {
    dialog {
      inline-size: min(62rem, 100vw - 3rem);
      block-size: min(50rem, 100dvh - 3rem);
      margin: auto;
      border-radius: calc(var(--_radius) * 1.5);
      box-shadow: 0 1.5em 4em #0006;
    }

    [part='bar'],
    [part='leaving'],
    [part='content'] {
      padding-inline: 2em;
    }

    [part='bar'] {
      padding-inline-end: 0.875em;
      padding-block: 0.625em;
    }

    [part='content'] {
      padding-block: 2em;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog,
    dialog::backdrop {
      transition: opacity 0.16s;
    }

    @starting-style {
      dialog[open],
      dialog[open]::backdrop {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }

    button[part='close'] {
      border-color: ButtonBorder;
    }
  }
`;
