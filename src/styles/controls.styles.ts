import { css } from 'lit';

/** Headings, buttons, fields and messages, the same in every element. */
export const controlStyles = css`
  h2,
  h3 {
    font-family: var(--smp-heading-font, inherit);
    font-size: 1em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
    outline: 0 !important;
  }

  h2 {
    font-size: 1.375em;
    letter-spacing: -0.01em;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  ul {
    list-style: none;
  }

  button,
  .input {
    font: inherit;
    color: inherit;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    touch-action: manipulation;
  }

  button,
  label {
    cursor: pointer;
    transition: background-color 0.14s;
  }

  :focus-visible,
  label:has(> :focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 2.875em;
    padding: 0.5em 1.375em;
    border-radius: var(--_radius);
    background: var(--_fill);
    color: #fff;
    font-weight: 600;
    text-decoration: none;
  }

  .button:hover {
    background: color-mix(in oklab, var(--_fill) 86%, #000);
  }

  .quiet {
    background: var(--_surface);
    border: 1px solid var(--_edge);
    color: var(--_text);
  }

  .quiet:hover {
    background: var(--_tint);
  }

  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  a,
  .link {
    padding-block: 0.625em;
    border: 0;
    color: var(--_ink);
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  a:hover,
  .link:hover {
    text-decoration-thickness: 2px;
  }

  /* Room for a finger, none for the eye. */
  .back {
    margin-block: -0.625em;
  }

  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    vertical-align: -0.25em;
  }

  button:dir(rtl) > svg {
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
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .notice > * + * {
    margin-block-start: 0.375em;
  }

  .notice > .actions,
  .notice > .button {
    margin-block-start: 0.75em;
  }

  .notice.actions > * {
    margin-block-start: 0;
  }

  .bad {
    border-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 7%, var(--_surface));
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: 0.875em;
  }

  .field,
  form,
  .page {
    display: grid;
    gap: 0.375em;
  }

  form,
  .page {
    gap: 1.25em;
    align-content: start;
  }

  .label {
    font-weight: 600;
  }

  .input {
    inline-size: 100%;
    max-inline-size: 32em;
    min-block-size: 2.875em;
    padding: 0.5em 0.75em;
    border-color: var(--_edge);
    background: var(--_surface);
    resize: vertical;
  }

  .wrong {
    color: var(--_danger);
    font-weight: 600;
  }

  [aria-invalid] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .out-of-sight {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button,
    label {
      border-color: ButtonBorder !important;
    }
  }

  @media (prefers-reduced-motion) {
    * {
      transition: none !important;
    }
  }
`;
