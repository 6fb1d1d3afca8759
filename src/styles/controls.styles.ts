import { css } from 'lit';

/** Buttons, fields, choices and messages, the same in every element. */
export const controlStyles = css`
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
    outline: none;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  button,
  select,
  label,
  a {
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.875em;
    padding: 0.5em 1.375em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    transition: background-color 140ms;
  }

  .button:hover {
    background: color-mix(in oklab, var(--_fill) 86%, black);
  }

  .button.quiet {
    background: transparent;
    border-color: var(--_edge);
    color: var(--_text);
  }

  .button.quiet:hover {
    background: var(--_tint);
  }

  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }

  .link {
    padding: 0.5em 0;
    border: 0;
    background: none;
    color: var(--_ink);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .link:hover {
    text-decoration-thickness: 2px;
  }

  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    text-decoration: none;
    color: var(--_muted);
  }

  .back svg,
  .turn svg {
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  .back:dir(rtl) svg,
  .turn:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
  }

  .notice {
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ink);
    border-radius: var(--_radius);
    background: var(--_tint);
    overflow-wrap: anywhere;
  }

  .notice.bad {
    border-inline-start-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 7%, var(--_surface));
  }

  .notice > * + * {
    margin-block-start: 0.375em;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: 0.875em;
  }

  .stack > * + * {
    margin-block-start: 1.25em;
  }

  a {
    color: var(--_ink);
    text-underline-offset: 0.2em;
  }

  @media (forced-colors: active) {
    .button,
    .chip,
    .day,
    .card {
      border-color: ButtonBorder;
    }

    .button {
      background: ButtonFace;
      color: ButtonText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
