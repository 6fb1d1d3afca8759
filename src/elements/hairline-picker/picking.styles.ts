import { css } from 'lit';

/** The picture and the controls beside or below it. */
export const pickingStyles = css`
  .picker {
    display: grid;
    gap: 1.5em;
    --_side: max(min(100cqi, 46svh), min(14em, 100cqi));
    /* A low window has no room for the picture and the controls: nothing stays there. */
    --_room: calc((100svh - 30em) * 999);
    --_over: clamp(0px, var(--_room), var(--_side) + 1em);
  }

  .show {
    display: contents;
  }

  /* On a phone the picture stays in sight while the controls pass below it. */
  .picture {
    position: sticky;
    inset-block-start: min(0px, var(--_room));
    z-index: 1;
    inline-size: var(--_side);
    margin-inline: auto;
    aspect-ratio: 1;
    border-radius: calc(var(--_radius) * 1.6);
    background: radial-gradient(circle at 42% 36%, var(--_glow), var(--_ground) 78%);
    overflow: hidden;
    --_glow: light-dark(#f6f5f2, #3b3f43);
    --_ground: light-dark(#dcdad5, #1d2022);
  }

  /* What gets the focus comes to rest below it. */
  :is(.looks, .controls) :is(button, input, select, summary) {
    scroll-margin-block-start: var(--_over);
  }

  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    touch-action: pan-y pinch-zoom;
  }

  /* A photo that is looked at closer moves under the finger, up and down too. */
  .near {
    touch-action: pinch-zoom;
    cursor: grab;
  }

  /* The line that compares follows it sideways. */
  .compared {
    cursor: ew-resize;
  }

  /* The first, rough picture is out of focus. */
  canvas[width='96'] {
    filter: blur(0.25em);
  }

  figcaption,
  .split span {
    position: absolute;
    inset: auto auto 0.75em 1em;
    padding: 0.125em 0.625em;
    border-radius: 1em;
    background: light-dark(#ffffffe6, #17191be6);
    color: light-dark(#26292b, #e3e5e6);
    font-size: 0.75em;
  }

  .handle {
    position: absolute;
    left: 0;
    top: 0;
    inline-size: 2.75em;
    block-size: 2.75em;
    margin: -1.375em;
    display: grid;
    place-items: center;
    cursor: grab;
    touch-action: none;
  }

  .handle::before {
    content: '';
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid #fff;
    border-radius: 50%;
    background: var(--_fill);
    box-shadow:
      0 0 0 1px #0005,
      0 1px 4px #0006;
  }

  @media (prefers-reduced-motion: no-preference) {
    .handle::before {
      transition: transform 0.14s;
    }
  }

  .handle:hover::before {
    transform: scale(1.3);
  }

  .handle:active {
    cursor: grabbing;
  }

  .mark {
    border-radius: 50%;
  }

  .mark::before {
    inline-size: 1.125em;
    block-size: 1.125em;
    background: #0005;
  }

  .mark[aria-pressed='true']::before {
    background: #fff;
  }

  .own {
    display: grid;
    gap: 0.25em;
  }

  .file {
    position: relative;
    overflow: hidden;
  }

  .file input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .file:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .closer {
    inline-size: 100%;
    max-inline-size: 24em;
  }

  .handle[hidden] {
    display: none;
  }

  .split {
    position: absolute;
    inset: 0 auto 0 0;
    border-inline-end: 2px solid #fff;
    box-shadow: 1px 0 0 #0004;
    pointer-events: none;
  }

  .split span {
    inset: 0.75em 0.75em auto auto;
    white-space: nowrap;
  }

  .split span + span {
    inset: 0.75em auto auto calc(100% + 0.75em);
  }

  /* What the line is held by. */
  .split::after {
    content: '‹ ›';
    position: absolute;
    inset: auto -1.25em 3.5em auto;
    inline-size: 2.5em;
    line-height: 2.5em;
    border-radius: 50%;
    background: #fff;
    color: #1b1e20;
    text-align: center;
    box-shadow: 0 1px 4px #0006;
  }

  :focus-visible + .split::after {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .choices {
    display: grid;
    gap: 0.5em;
  }

  .choices legend {
    margin-block-end: 0.375em;
    font-size: 0.9375em;
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
    gap: 0.5em;
    min-block-size: 2.75em;
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    line-height: 1.25;
  }

  .chips label:hover {
    border-color: var(--_edge);
  }

  .chips label:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_ink);
  }

  .chips input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .looks {
    display: grid;
    gap: 1em;
    justify-items: start;
  }

  .row label {
    min-block-size: 2.9375em;
    padding-inline: 0.6875em;
    font-size: 0.9375em;
  }

  .drawn .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(5.5em, 20%), 1fr));
  }

  .drawn label {
    flex-direction: column;
    justify-content: start;
    gap: 0.25em;
    padding: 0.5em 0.25em;
    font-size: 0.8125em;
    text-align: center;
  }

  svg.shape {
    inline-size: 4.5em;
    block-size: 3.375em;
    vertical-align: 0;
  }

  .head {
    stroke: var(--_edge);
  }

  .tints svg,
  .tones svg {
    inline-size: 1.75em;
    block-size: 1.75em;
    flex: none;
  }

  .chips .swatch {
    padding: 0.25em;
    min-inline-size: 2.75em;
    justify-content: center;
    border-color: transparent;
    border-radius: 50%;
  }

  .swatch svg {
    inline-size: 2em;
    block-size: 2em;
  }

  .dial {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0 0.5em;
  }

  .dial label {
    grid-area: 1 / 1 / 2 / 4;
    cursor: default;
  }

  .dial output {
    grid-area: 1 / 2 / 2 / 4;
    justify-self: end;
    color: var(--_muted);
    white-space: nowrap;
  }

  .step {
    inline-size: 2.75em;
    block-size: 2.75em;
    border-color: var(--_line);
    font-size: 1em;
  }

  .step:hover {
    background: var(--_tint);
  }

  [type='range'] {
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 2.75em;
    font: inherit;
    accent-color: var(--_ink);
    cursor: pointer;
  }

  .controls {
    display: grid;
    gap: 1.5em;
    align-content: start;
  }

  details {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.5em;
  }

  summary {
    min-block-size: 2.75em;
    align-content: center;
    cursor: pointer;
  }

  .more {
    display: grid;
    gap: 1.25em;
    padding-block: 0.5em 1em;
  }

  @container (inline-size >= 45em) {
    .picker {
      grid-template: auto 1fr / minmax(0, 40em) minmax(18em, 1fr);
      column-gap: 2em;
      --_over: 0;
    }

    /* Alone in its column: what stays in sight below it would be out of reach in a low window. */
    .picture {
      grid-row: 1 / -1;
      align-self: start;
      inset-block-start: 1em;
      inline-size: min(100%, 40em, 86svh);
      margin-inline: 0;
    }
  }

  @media (forced-colors: active) {
    .chips label:has(:checked) {
      outline: 2px solid Highlight;
    }

    /* Its ground is gone, and what passes below it would be seen through it. */
    .picture {
      background: Canvas;
    }

    .handle::before,
    circle,
    .split {
      forced-color-adjust: none;
    }
  }
`;
