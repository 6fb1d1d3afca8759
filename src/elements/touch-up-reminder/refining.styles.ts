import { css } from 'lit';

/** The looks of the questions that make an estimate fit better. */
export const refiningStyles = css`
  .questions {
    display: grid;
    gap: 1.25em;
    padding-block-start: 1em;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .chips label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .chips label:hover {
    border-color: var(--_edge);
  }

  .chips label:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }

  .chips label:has(:focus-visible) {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }

  .chips input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .chips label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
