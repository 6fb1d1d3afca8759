import { css } from 'lit';

/** The pages on which a service and a time are chosen. */
export const pickingStyles = css`
  :host {
    min-block-size: var(--smp-reserve, 34em);
  }

  form,
  .page {
    display: grid;
    gap: 1.25em;
    background: var(--_surface);
  }

  .cards,
  .filters,
  .chooser {
    display: grid;
    gap: 0.75em;
  }

  .card {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0 0.875em;
    align-items: baseline;
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    overflow-wrap: anywhere;
    transition: border-color 140ms;
  }

  .card:hover {
    border-color: var(--_edge);
  }

  .card:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }

  .card input {
    inline-size: 1.125em;
    block-size: 1.125em;
    accent-color: var(--_fill);
    align-self: center;
    grid-row: span 2;
  }

  .card .name {
    font-weight: 600;
  }

  .card .more {
    grid-column: 2 / -1;
  }

  .card:focus-within:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .card input:focus-visible,
  .chip input:focus-visible {
    outline: none;
  }

  .filters {
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
  }

  .field {
    display: grid;
    gap: 0.375em;
    align-content: start;
  }

  .label {
    font-weight: 600;
  }

  .input {
    inline-size: 100%;
    min-block-size: 2.875em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 0.25em;
    min-block-size: 2.75em;
  }

  .bar h3 {
    flex: 1;
    font-size: 1.0625em;
  }

  .turn {
    display: inline-grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink);
    cursor: pointer;
  }

  .turn:hover {
    background: var(--_tint);
  }

  .turn[aria-disabled='true'] {
    color: var(--_muted);
    opacity: 0.4;
    cursor: default;
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
    display: grid;
    align-content: center;
    justify-items: center;
    inline-size: 100%;
    min-block-size: 3.25em;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    line-height: 1.2;
    cursor: pointer;
    transition: background-color 140ms;
  }

  .day .free {
    font-size: 0.6875em;
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
    color: var(--_muted);
    cursor: default;
  }

  .day[aria-current] > :first-child {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.25em;
  }

  .day[aria-pressed='true'] {
    background: var(--_fill);
    border-color: var(--_fill);
    color: var(--_on-fill);
  }

  .day[aria-pressed='true'] .free {
    color: inherit;
  }

  .beside {
    opacity: 0.55;
  }

  .times {
    display: grid;
    gap: 0.875em;
    align-content: start;
    min-block-size: 15em;
  }

  .times legend,
  .part-of-day {
    padding: 0;
  }

  .times > legend {
    font-weight: 600;
    min-block-size: 2.625em;
    display: flex;
    align-items: center;
  }

  .part-of-day {
    color: var(--_muted);
    font-size: 0.875em;
    margin-block-end: 0.375em;
  }

  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.5em, 1fr));
    gap: 0.5em;
  }

  .chip {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: 2.875em;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
    transition: background-color 140ms;
  }

  .chip input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .chip:hover {
    background: var(--_tint);
    border-color: var(--_ink);
  }

  .chip:has(:checked) {
    background: var(--_fill);
    border-color: var(--_fill);
    color: var(--_on-fill);
  }

  .chip:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .chip .small {
    font-size: 0.75em;
    overflow-wrap: anywhere;
  }

  .ghost {
    border-color: transparent;
    background: color-mix(in oklab, var(--_text) 7%, var(--_surface));
    color: transparent;
    cursor: default;
  }

  .by-month,
  table:not(.open) tr:not(.current):not(.weekdays) {
    display: none;
  }

  .open ~ .by-week,
  .bar:has(+ .open) .by-week {
    display: none;
  }

  .bar:has(+ .open) .by-month {
    display: inline-grid;
  }

  @container (inline-size >= 40em) {
    .chooser {
      grid-template-columns: minmax(19em, 5fr) minmax(14em, 4fr);
      gap: 2em;
    }

    .calendar {
      min-block-size: 26em;
    }

    table:not(.open) tr:not(.current):not(.weekdays) {
      display: table-row;
    }

    .bar .by-month {
      display: inline-grid;
    }

    .bar .by-week,
    .bar .expand {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .day[aria-pressed='true'],
    .chip:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .day[data-free] {
      border-color: ButtonBorder;
    }

    .card:has(:checked) {
      border-color: Highlight;
      outline: 2px solid Highlight;
    }
  }
`;

/** The pages on which a booking is filled in, checked and confirmed. */
export const completingStyles = css`
  .wrong {
    color: var(--_danger);
    font-weight: 600;
  }

  .input[aria-invalid] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .input {
    max-inline-size: 32em;
  }

  textarea.input {
    resize: vertical;
  }

  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75em;
    padding-block: 0.5em;
    cursor: pointer;
  }

  .consent input {
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_fill);
  }

  .notice.actions > * + * {
    margin-block-start: 0;
  }

  .held {
    flex: 1 1 14em;
    font-weight: 600;
  }

  .held .muted {
    font-weight: 400;
    white-space: nowrap;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .row dt {
    grid-column: 1;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .row dd {
    grid-column: 1;
    white-space: pre-line;
  }

  .row .act {
    grid-area: 1 / 2 / 3 / 3;
    align-self: center;
  }

  .done {
    display: grid;
    justify-items: start;
    gap: 0.75em;
  }

  .done svg {
    inline-size: 3em;
    block-size: 3em;
    padding: 0.625em;
    border-radius: 50%;
    background: var(--_fill);
    color: var(--_on-fill);
  }

  .reference {
    font-size: 1.375em;
    letter-spacing: 0.03em;
  }

  @container (inline-size >= 40em) {
    .row {
      grid-template-columns: 11em 1fr auto;
    }

    .row dd {
      grid-column: 2;
      grid-row: 1;
    }

    .row .act {
      grid-area: 1 / 3;
    }
  }
`;
