import { css } from 'lit';

/** The looks of preparation and aftercare, on paper too. */
export const careStyles = css`
  h3 {
    font-size: 1.125em;
  }

  h5 {
    font-size: 0.875em;
  }

  h4,
  h5,
  b,
  .badge,
  [part='phone'] {
    font-weight: 600;
  }

  ol {
    list-style: none;
  }

  .stretch {
    position: relative;
    display: grid;
    gap: 0.625em;
    padding-inline-start: 2em;
  }

  .stretch::before,
  .stretch:not(:last-child)::after {
    content: '';
    position: absolute;
  }

  .stretch::before {
    inset-block-start: 0.25em;
    inset-inline-start: 0.0625em;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }

  .stretch::after {
    inset-block: 1.375em -0.125em;
    inset-inline-start: 0.4375em;
    border-inline-start: 2px solid var(--_line);
  }

  .stretch:not(:last-child) {
    padding-block-end: 1.75em;
  }

  /* A border is seen in all colours that a visitor may have forced. */
  .today::before {
    inline-size: 0;
    block-size: 0;
    border: 0.5625em solid var(--_ink);
  }

  .past::before {
    background: var(--_edge);
  }

  .badge {
    padding: 0.0625em 0.625em;
    border: 1px solid;
    border-radius: 1em;
    background: var(--_tint);
    color: var(--_ink);
    font-size: 0.875em;
  }

  .lists,
  .levels {
    display: grid;
    gap: 0.75em 2em;
  }

  .lists li,
  label {
    display: flex;
    flex: auto;
    gap: 0.625em;
    padding-block: 0.1875em;
  }

  svg,
  input {
    flex: none;
  }

  svg {
    margin-block-start: 0.125em;
    color: var(--_danger);
  }

  .do svg {
    color: var(--_ink);
  }

  label {
    margin-block: -0.1875em;
    padding-block: 0.625em;
  }

  .dots {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .levels {
    margin-block-start: 0.75em;
  }

  .levels div > * + * {
    margin-block-start: 0.375em;
  }

  .emergency h4 {
    color: var(--_danger);
  }

  summary {
    padding-block: 0.625em;
    color: var(--_ink);
    cursor: pointer;
  }

  details ol {
    padding-block: 0.75em 1em;
  }

  @container (min-width: 38em) {
    .lists {
      grid-template-columns: 1fr 1fr;
    }

    .levels {
      grid-template-columns: repeat(3, 1fr);
    }
  }

  @media print {
    .tools,
    .sources {
      display: none;
    }

    ::details-content {
      content-visibility: visible;
    }

    .lists {
      grid-template-columns: 1fr 1fr;
    }

    .stretch,
    .notice {
      break-inside: avoid;
    }

    summary,
    h3 {
      break-after: avoid;
    }
  }
`;
