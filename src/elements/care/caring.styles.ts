import { css } from 'lit';

/** The looks of preparation and aftercare, on paper too. */
export const caringStyles = css`
  .page {
    container-type: inline-size;
  }

  h4 {
    font-size: 1.0625em;
    line-height: 1.3;
  }

  h5 {
    font-size: 0.875em;
    font-weight: 600;
  }

  .session {
    font-size: 1.0625em;
  }

  .timeline {
    display: grid;
    list-style: none;
  }

  .stretch {
    position: relative;
    display: grid;
    gap: 0.625em;
    padding-block-end: 1.75em;
    padding-inline-start: 2em;
  }

  .stretch::before {
    content: '';
    position: absolute;
    inset-block-start: 0.25em;
    inset-inline-start: 0.0625em;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }

  .stretch:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.375em -0.125em;
    inset-inline-start: 0.4375em;
    border-inline-start: 2px solid var(--_line);
  }

  .stretch:last-child {
    padding-block-end: 0;
  }

  .today::before {
    border: 5px double var(--_ink);
    background: var(--_ink);
  }

  .past::before {
    background: var(--_edge);
  }

  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125em 0.625em;
  }

  .when p {
    flex-basis: 100%;
  }

  .badge {
    padding: 0.0625em 0.625em;
    border: 1px solid transparent;
    border-radius: 1em;
    background: var(--_fill);
    color: #fff;
    font-size: 0.875em;
    font-weight: 600;
  }

  .expect b {
    font-weight: 600;
  }

  .lists {
    display: grid;
    gap: 0.75em 2em;
  }

  .lists ul {
    margin-block-start: 0.25em;
  }

  .lists li:not(.check) {
    display: flex;
    gap: 0.625em;
    padding-block: 0.1875em;
  }

  .lists svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    margin-block-start: 0.25em;
  }

  .do svg {
    color: var(--_ink);
  }

  .avoid svg {
    color: var(--_danger);
  }

  .check label {
    display: flex;
    align-items: start;
    gap: 0.625em;
    min-block-size: 2.75em;
    padding-block: 0.5em;
    border-radius: var(--_radius);
  }

  .check label:hover {
    background: var(--_tint);
  }

  .check input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    accent-color: var(--_fill);
  }

  .bound {
    color: var(--_muted);
    white-space: nowrap;
  }

  .dots {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .levels {
    display: grid;
    gap: 1em 1.5em;
    margin-block-start: 0.75em;
  }

  .levels h4 + ul,
  .levels ul + p {
    margin-block-start: 0.375em;
  }

  .emergency h4 {
    color: var(--_danger);
  }

  .phone {
    display: inline-block;
    padding-block: 0.625em;
    font-weight: 600;
  }

  summary {
    min-block-size: 2.75em;
    padding-block: 0.625em;
    border-radius: var(--_radius);
    color: var(--_ink);
    cursor: pointer;
  }

  .fold > .timeline {
    padding-block: 0.75em 1em;
  }

  .sources li {
    padding-block: 0.375em;
  }

  @container (min-width: 38em) {
    .lists {
      grid-template-columns: 1fr 1fr;
    }

    .levels {
      grid-template-columns: repeat(3, 1fr);
    }
  }

  @media (forced-colors: active) {
    .badge,
    .today::before {
      border-color: Highlight;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    :host {
      color-scheme: light;
      --_surface: #fff;
      --_text: #000;
      --_muted: #000;
      --_ink: #000;
      --_tint: #fff;
      --_danger: #000;
    }

    .frame {
      box-shadow: none;
    }

    .tools,
    .sources {
      display: none;
    }

    details::details-content {
      display: block;
      content-visibility: visible;
      block-size: auto;
    }

    .badge {
      border-color: #000;
      background: #fff;
      color: #000;
    }

    .bad {
      background: #fff;
      border: 2px solid #000;
    }

    .stretch,
    .flags {
      break-inside: avoid;
    }
  }
`;
