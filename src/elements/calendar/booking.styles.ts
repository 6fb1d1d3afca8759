import { css } from 'lit';

/** The pages of a booking. */
export const bookingStyles = css`
  .filters,
  .chooser,
  .times {
    display: grid;
    gap: 0.75em;
    align-content: start;
  }

  .filters {
    min-block-size: 4.75em;
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
  }

  .bar {
    display: flex;
    align-items: center;
  }

  .bar h3 {
    flex: 1;
  }

  .turn {
    inline-size: 2.75em;
    block-size: 2.75em;
    color: var(--_ink);
  }

  .turn:hover {
    background: var(--_tint);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }

  th {
    padding-block: 0.375em;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 500;
  }

  td {
    padding: 1px;
  }

  .day {
    display: block;
    inline-size: 100%;
    min-block-size: 3.25em;
    line-height: 1.2;
    text-align: center;
  }

  .day,
  .chip {
    contain: layout style;
  }

  /* What is pressed answers in one frame. */
  .day,
  .chip,
  .turn {
    transition: none;
  }

  /* Keeps the room of the words beneath the number. */
  .day:not([data-free]) {
    padding-block-end: 0.825em;
  }

  /* Its label says the same, and more. */
  .day[data-free]::after {
    content: attr(data-words);
    display: block;
    block-size: 1.2em;
    font-size: 0.6875em;
    font-weight: 400;
    color: var(--_muted);
    white-space: nowrap;
  }

  .day[data-free] {
    font-weight: 600;
    background: var(--_tint);
  }

  .day[data-free]:hover {
    border-color: var(--_ink);
  }

  .day[aria-disabled='true'] {
    opacity: 1;
    color: var(--_muted);
  }

  .day[aria-current] > :first-child {
    text-decoration: underline 2px;
    text-underline-offset: 0.25em;
  }

  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr));
    gap: 0.5em;
    margin-block-start: 0.375em;
  }

  .chip {
    position: relative;
    display: grid;
    place-content: center;
    min-block-size: 2.875em;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.25;
    text-align: center;
  }

  .chip input {
    position: absolute;
    inset: 0;
    appearance: none;
  }

  .chip:hover {
    background: var(--_tint);
    border-color: var(--_ink);
  }

  .day[aria-pressed='true'],
  .chip:has(:checked) {
    background: var(--_fill);
    color: #fff;
  }

  .day[aria-pressed='true']::after {
    color: inherit;
  }

  .chip small {
    font-size: 0.75em;
  }

  .ghost {
    border: 0;
    border-radius: var(--_radius);
    background: var(--_ghost) !important;
  }

  .by-month,
  .open .by-week,
  tbody tr:not(.current) {
    display: none;
  }

  .open .by-month {
    display: inline-block;
  }

  .open tbody tr {
    display: table-row !important;
  }

  .foot {
    padding-block: 0.75em;
  }

  /* What is chosen stays in sight; before that nothing lies over the days. */
  .foot:has(b) {
    position: sticky;
    inset-block-end: 0;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  .choosing :focus {
    scroll-margin-block: 1em 5em;
  }

  .held {
    flex: 1 1 14em;
    font-weight: 600;
  }

  .held span {
    display: inline-block;
  }

  .expand {
    align-self: stretch;
    margin-inline-end: 0.5em;
  }

  @container (inline-size < 28em) {
    .day {
      padding-inline: 0;
    }

    th {
      padding-inline: 0;
      font-size: 0.6875em;
      white-space: nowrap;
    }

    /* There is no room for the word beside the number. */
    .day[data-free]::after {
      content: attr(data-free);
      font-size: 0.75em;
    }
  }

  @container (inline-size >= 40em) {
    .filters,
    .chooser {
      grid-template-columns: minmax(19em, 5fr) minmax(14em, 4fr);
      gap: 2em;
    }

    tbody tr:not(.current) {
      display: table-row;
    }

    .bar .by-month {
      display: inline-block;
    }

    .bar .by-week,
    .expand {
      display: none;
    }

    /* On one line with the month's name. */
    .times legend {
      padding-block-start: 0.5625em;
    }
  }

  @media (forced-colors: active) {
    .day:not([data-free]) {
      border-color: Canvas !important;
    }

    .day[aria-pressed='true'],
    .chip:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
