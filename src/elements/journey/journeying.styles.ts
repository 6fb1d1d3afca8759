import { css } from 'lit';

/** The bar of steps, the ways on and back, and the parts of the last step. */
export const journeyingStyles = css`
  [hidden] {
    display: none;
  }

  /* Its questions need not say the clinic's number again. */
  smp-consultation {
    --_call: none;
  }

  .bar {
    position: relative;
    display: grid;
    /* Room for the phone number, which comes with the clinic. */
    grid-template: 2.25em minmax(2.25em, auto) / 1fr auto;
    gap: 0 1em;
    align-items: center;
    align-content: start;
  }

  /* Its place stands beside the phone number, its name beside the toggle. */
  .bar h2 {
    grid-area: 1 / 1 / 3 / 3;
    display: grid;
    grid-template: subgrid / subgrid;
    align-items: center;
    font-size: 1em;
    letter-spacing: normal;
  }

  .bar h2 > .small {
    font-weight: 400;
  }

  .bar h2 > :last-child {
    grid-area: 2 / 1 / 3 / 3;
    padding-inline-end: 2.75em;
  }

  .phone {
    grid-area: 1 / 2;
    justify-self: end;
    font-size: 0.875em;
  }

  .phone a {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-block-size: 2.5em;
    padding-block: 0;
  }

  .toggle {
    grid-area: 2 / 2;
    justify-self: end;
    min-inline-size: 2.75em;
    min-block-size: 2.75em;
    margin-block: -0.25em;
    padding: 0;
    text-align: end;
  }

  .toggle[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }

  .track {
    grid-column: 1 / -1;
    display: flex;
    gap: 0.25em;
    margin-block-start: 0.5em;
  }

  .track span {
    flex: 1;
  }

  .track span {
    border-block-start: 4px solid var(--_fill);
  }

  .track .ahead {
    border-color: var(--_line);
  }

  nav {
    grid-column: 1 / -1;
    display: none;
  }

  nav.listed {
    display: block;
  }

  ol {
    padding-block-start: 0.5em;
    list-style: none;
  }

  nav li {
    color: var(--_muted);
  }

  nav .current {
    color: var(--_text);
    font-weight: 600;
  }

  nav li > * {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-block-size: 2.75em;
    padding-block: 0.375em;
    text-align: start;
  }

  nav svg {
    flex: none;
    color: var(--_ink);
  }

  .bar .link:dir(rtl) > svg {
    transform: none;
  }

  /* As much as an element of a step keeps for itself. */
  .waiting {
    display: flow-root;
    min-block-size: var(--smp-reserve, 34em);
  }

  /* Most questions are short, and the way past them is to be seen. */
  .waiting.consultation,
  smp-consultation {
    min-block-size: var(--smp-reserve, 26em);
  }

  /* A picture with its controls, and the days to prepare on, reach below most windows. */
  .waiting:is(.design, .preparation),
  smp-hairline-picker,
  smp-preparation {
    min-block-size: var(--smp-reserve, min(100vh, 60em));
  }

  .ways {
    margin-block-start: 2em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }

  .ways .link {
    min-block-size: 2.75em;
  }

  summary {
    min-block-size: 2.75em;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
    color: var(--_ink);
    font-weight: 600;
    cursor: pointer;
  }

  [part='care']:first-of-type {
    margin-block-start: 2em;
  }

  [part='care'] > :last-child:not(summary) {
    margin-block: 1em 2em;
  }

  [part='restored'] {
    margin-block-end: 1.5em;
  }

  @container (inline-size >= 40em) {
    .bar {
      grid-template: auto / 1fr minmax(9em, auto);
      align-items: start;
      gap: 0 2em;
    }

    .bar h2 {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      white-space: nowrap;
    }

    .toggle,
    .track {
      display: none;
    }

    nav {
      grid-area: 1 / 1;
      display: block;
    }

    ol {
      display: flex;
      gap: 0.5em;
      padding: 0;
      font-size: 0.875em;
    }

    nav li {
      flex: auto;
      border-block-start: 4px solid var(--_fill);
    }

    nav .ahead {
      border-color: var(--_line);
    }
  }

  @media (forced-colors: active) {
    .current,
    .past {
      border-color: Highlight !important;
    }

    .ahead {
      border-color: GrayText !important;
    }
  }
`;
