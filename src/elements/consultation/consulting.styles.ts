import { css } from 'lit';

/** The pages of a consultation. */
export const consultingStyles = css`
  h2 small {
    font-size: 0.6875em;
    font-weight: 400;
  }

  fieldset > p {
    margin-block-end: 1em;
  }

  /* What belongs to a heading is near it. */
  [part='progress'] {
    margin-block-end: -0.75em;
  }

  .field:has(.label > .out-of-sight) {
    margin-block-start: -0.875em;
  }

  .findings:not(:has(li)) {
    display: none;
  }

  .cards {
    gap: 0.5em;
  }

  .cards label {
    align-items: start;
    align-content: center;
    min-block-size: 3em;
    padding-block: 0.625em;
  }

  .cards b {
    font-weight: 500;
  }

  .cards label.alone {
    margin-block-start: 1em;
  }

  .pictures .cards {
    grid-template-columns: repeat(auto-fill, minmax(min(8em, 100%), 1fr));
    gap: 0.75em;
  }

  .pictures label {
    position: relative;
    grid-template-columns: 1fr;
    justify-items: center;
    align-content: start;
    padding: 0.75em;
    text-align: center;
    text-wrap: balance;
  }

  .pictures input {
    position: absolute;
    inset: 0.625em auto auto 0.625em;
  }

  .pictures input:dir(rtl) {
    inset: 0.625em 0.625em auto auto;
  }

  .pictures b {
    hyphens: auto;
    hyphenate-limit-chars: 12;
  }

  .pictures .small {
    grid-column: 1;
  }

  .picture svg {
    inline-size: 6.5em;
    block-size: 6.5em;
  }

  .scale .cards {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }

  .scale label {
    gap: 0.5em;
  }

  .date {
    display: grid;
    grid-template-columns: 4fr 6fr 5fr;
    gap: 0.75em;
    max-inline-size: 20em;
  }

  .bullets {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .photos,
  .findings {
    display: grid;
    gap: 0.75em;
  }

  .photos li,
  .findings li {
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .photos li {
    display: flex;
    gap: 0.75em;
  }

  .photos li > div {
    flex: 1;
    min-inline-size: 0;
  }

  .photos .actions {
    margin-block-start: 0.5em;
  }

  .photos .button {
    padding-inline: 0.75em;
  }

  .shot {
    flex: none;
    inline-size: 5.5em;
    block-size: 6.75em;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_ghost);
    color: var(--_muted);
  }

  .shot svg {
    inline-size: 100%;
    block-size: 100%;
  }

  progress {
    display: block;
    inline-size: 100%;
    max-inline-size: 20em;
    accent-color: var(--_fill);
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    margin-block: 0.25em 0.5em;
  }

  .tag {
    padding: 0.125em 0.625em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    background: var(--_tint);
    font-size: 0.8125em;
    font-weight: 500;
  }

  /* A journey has the clinic's number above each question. */
  .actions + p {
    display: var(--_call, block);
  }

  @container (inline-size >= 40em) {
    .photos {
      grid-template-columns: 1fr 1fr;
    }

    .row {
      grid-template-columns: 16em 1fr auto;
    }
  }

  @media (forced-colors: active) {
    .tag {
      border-color: CanvasText;
    }
  }
`;
