import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** One of several things to choose from. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  /** Drawn beside or instead of the label. */
  readonly drawing?: unknown;
  /** A swatch is its drawing; its label is for tooltips and ears. */
  readonly swatch?: boolean;
}

/** A group of which one is chosen. */
export function choices<T extends string | number>(
  name: string,
  legend: string,
  options: readonly Choice<T>[],
  current: T | undefined,
  onPick: (value: T) => void,
  style = '',
): TemplateResult {
  return html`<fieldset class="choices ${style}">
    <legend class="label">${legend}</legend>
    <div class="chips">
      ${options.map(
        ({ value, label, drawing, swatch }) =>
          html`<label part="option" class=${swatch ? 'swatch' : ''} title=${swatch ? label : nothing}
            ><input
              type="radio"
              name=${name}
              .value=${String(value)}
              .checked=${value === current}
              @change=${() => onPick(value)}
            />${drawing ?? nothing}<span class=${swatch ? 'out-of-sight' : ''}>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** A number between two limits, with a button on each side for those who don't drag. */
export function dial(options: {
  readonly id: string;
  readonly label: unknown;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly step?: number;
  /** As shown. */
  readonly text: string;
  /** As said. */
  readonly spoken?: string;
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number, settled: boolean) => void;
}): TemplateResult {
  const { id, label, value, limits, step = 1, text, spoken = text, less, more, onChange } = options;
  const [least, most] = limits;
  const by = (steps: number) => onChange(Math.min(most, Math.max(least, value + steps)), true);
  const read = ({ target }: Event, settled: boolean) => {
    if (target instanceof HTMLInputElement) onChange(target.valueAsNumber, settled);
  };
  return html`<div class="dial">
    <label for=${id}>${label}</label><output for=${id}>${text}</output>
    <button type="button" class="step" aria-label=${less} aria-disabled=${value <= least} @click=${() => by(-step)}>
      −
    </button>
    <input
      type="range"
      id=${id}
      min=${least}
      max=${most}
      step=${step}
      .value=${String(value)}
      aria-valuetext=${spoken}
      @input=${(event: Event) => read(event, false)}
      @change=${(event: Event) => read(event, true)}
    />
    <button type="button" class="step" aria-label=${more} aria-disabled=${value >= most} @click=${() => by(step)}>
      +
    </button>
  </div>`;
}
