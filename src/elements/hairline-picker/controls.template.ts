import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { densityName } from '../../domain/design/density.js';
import type { Density } from '../../domain/design/density.js';
import { DESIGN_LIMITS, withShape } from '../../domain/design/hairline-design.js';
import type { DesignNumber, HairlineDesign } from '../../domain/design/hairline-design.js';
import { TEMPLES } from '../../domain/design/hairline.js';
import { DEFAULT_SHADES, SKIN_TONES } from '../../domain/design/pigment.js';
import { choices, dial } from './choices.template.js';
import type { Choice } from './choices.template.js';
import type { PickingView } from './picking-view.js';
import { shapeDrawing } from './shape-drawing.js';

const swatch = (colour: string) =>
  html`<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill=${colour} /></svg>`;

const named = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>): readonly Choice<T>[] =>
  values.map((value) => ({ value, label: words[value] }));

/** Everything that shapes the design. */
export function controls(view: PickingView): TemplateResult {
  const { flow, state, words, offer, nameOf } = view;
  const { shades, shapes, edges, presets } = offer;
  const { design } = state;
  const tints = shades.map((shade) => ({ value: shade.id, label: nameOf(shade), drawing: swatch(shade.colour) }));
  return html`${
      presets.length === 0
        ? nothing
        : choices(
            'preset',
            words.presets,
            presets.map(({ id, name }) => ({ value: id, label: name })),
            presets.find((one) => sameDesign(one.design, design))?.id,
            (id) => flow.change({ ...presets.find((one) => one.id === id)?.design, view: flow.state.design.view }),
          )
    }
    ${choices(
      'shape',
      words.shape,
      shapes.map((value) => ({ value, label: words.shapes[value], drawing: shapeDrawing(value) })),
      design.shape,
      (shape) => flow.change(withShape(flow.state.design, shape)),
      'drawn',
    )}
    ${heights(view)} ${advice(view)}
    ${choices('edge', words.edge, named(edges, words.edges), design.edge, (edge) => flow.change({ edge }))}
    ${choices('shade', words.shade, tints, design.shade, (shade) => flow.change({ shade }), 'tints')} ${density(view)}
    <details>
      <summary class="label">${words.fine}</summary>
      <div class="more">
        ${choices('temples', words.temples, named(TEMPLES, words.templeStyles), design.temples, (temples) =>
          flow.change({ temples }),
        )}
        ${length(view, 'temporalPeak', words.temporalPeak)} ${length(view, 'peakDepth', words.peakDepth)}
        ${number(view, 'sessions', words.sessions, words.sessionCount(design.sessions))}
      </div>
    </details>`;
}

/** What the head looks like that wears it. */
export function modelControls(
  { flow, state, words, nameOf, patterns }: PickingView,
  onOpen: () => void,
): TemplateResult {
  const { skin, hair, pattern } = state.model;
  return html`<details @toggle=${onOpen}>
    <summary class="label">${words.you}</summary>
    <div class="more">
      ${choices(
        'skin',
        words.skin,
        SKIN_TONES.map((colour, i) => ({
          value: i + 1,
          label: words.tone(i + 1),
          drawing: swatch(colour),
          swatch: true,
        })),
        skin,
        (tone) => flow.wear({ skin: tone }),
        'tones',
      )}
      ${choices(
        'hair',
        words.hair,
        // Of hair, not of the clinic's pigments.
        DEFAULT_SHADES.map(({ id, colour }) => ({
          value: id,
          label: nameOf({ id }),
          drawing: swatch(colour),
          swatch: true,
        })),
        hair,
        (id) => flow.wear({ hair: id }),
        'tones',
      )}
      ${
        patterns &&
        html`<div class="field">
          <label class="label" for="pattern">${words.pattern}</label>
          <select
            class="input"
            id="pattern"
            @change=${({ target }: Event) => {
              flow.wear({ pattern: (target as HTMLSelectElement).value as typeof pattern });
            }}
          >
            ${patterns.map(
              ([name, set]) =>
                html`<optgroup label=${name}>
                  ${set.map(([value, label]) => html`<option value=${value} .selected=${value === pattern}>${label}</option>`)}
                </optgroup>`,
            )}
          </select>
        </div>`
      }
    </div>
  </details>`;
}

/** Are they the same, from whichever side? */
const sameDesign = (one: HairlineDesign, other: HairlineDesign): boolean =>
  (Object.keys(one) as (keyof HairlineDesign)[]).every((key) => key === 'view' || one[key] === other[key]);

function heights(view: PickingView): TemplateResult {
  const { words, number: write } = view;
  return html`<fieldset class="choices">
    <legend class="label">${words.heights}</legend>
    ${(['midHeight', 'leftCorner', 'rightCorner'] as const).map((name) => {
      const text = write(view.state.design[name] / 10, 1);
      return number(view, name, words[name], words.cm(text), words.aboveBrows(text));
    })}
  </fieldset>`;
}

function length(view: PickingView, name: 'temporalPeak' | 'peakDepth', label: string): TemplateResult {
  return number(view, name, label, view.words.mm(view.state.design[name]));
}

function number(
  { flow, state, words }: PickingView,
  name: DesignNumber,
  label: string,
  text: string,
  spoken?: string,
): TemplateResult {
  return dial({
    id: name,
    label,
    value: state.design[name],
    limits: DESIGN_LIMITS[name],
    text,
    ...(spoken !== undefined && { spoken }),
    less: words.less(label),
    more: words.more(label),
    onChange: (value, settled) => flow.change({ [name]: value }, settled),
  });
}

function density(view: PickingView): TemplateResult {
  const { flow, state, words, offer } = view;
  const { densities } = offer;
  const dots = state.design.density;
  const names = Object.keys(densities) as Density[];
  const current = names.find((name) => densities[name] === dots);
  return html`${choices('density', words.density, named(names, words.densities), current, (name) =>
    flow.change({ density: densities[name] }),
  )}
  ${dial({
    id: 'dots',
    label: html`<span class="out-of-sight">${words.density}: </span>${words.densities[densityName(dots, densities)]}`,
    value: dots,
    limits: DESIGN_LIMITS.density,
    step: 5,
    text: words.dots(dots),
    less: words.less(words.density),
    more: words.more(words.density),
    onChange: (value, settled) => flow.change({ density: value }, settled),
  })}`;
}

function advice({ advice: codes, words }: PickingView): TemplateResult | typeof nothing {
  if (codes.length === 0) return nothing;
  return html`<div class="notice" part="advice">
    ${codes.map((code) => html`<p>${words.advice[code] ?? nothing}</p>`)}
  </div>`;
}
