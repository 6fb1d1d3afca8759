import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { HEAD_VIEWS } from '../../domain/design/hairline-design.js';
import { numberOf } from '../../domain/design/treatment-stage.js';
import type { TreatmentStage } from '../../domain/design/treatment-stage.js';
import type { HairlineMessages } from '../../locales/hairline/messages.js';
import { HANDLES } from '../../scalp/handle.js';
import { choices } from './choices.template.js';
import type { PickingView } from './picking-view.js';

/** Years after which the picture can be looked at. */
const YEARS = [1, 3, 5];

/** A moment in words. */
export function stageName(stage: TreatmentStage, words: HairlineMessages): string {
  const years = numberOf(stage, 'years');
  if (years > 0) return words.inYears(years);
  return stage === 'before' || stage === 'healed' ? words[stage] : words.afterSession(numberOf(stage, 'session'));
}

/** What happens to a mark on the picture, and to the picture itself. */
export interface MarkEvents {
  readonly onDown: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
}

/** The picture with its marks, the line that compares, and its caption. */
export function picture(view: PickingView, on: MarkEvents): TemplateResult {
  const { flow, state, words, description, readOnly, own, photo } = view;
  const { before } = state;
  return html`<figure
    class="picture"
    part="picture"
    dir="ltr"
    @pointerdown=${on.onDown}
    @pointermove=${on.onMove}
    @pointerup=${on.onUp}
    @pointercancel=${on.onUp}
  >
    <canvas
      class=${before !== undefined ? 'compared' : own && own.photo.frame.zoom > 1 ? 'near' : ''}
      role="img"
      aria-label=${words.picture(description)}
    ></canvas>
    ${
      before === undefined
        ? nothing
        : html`<input
              class="out-of-sight"
              type="range"
              min="0"
              max="100"
              aria-label=${words.compare}
              .value=${String(Math.round(before * 100))}
              aria-valuetext=${words.beforeShare(Math.round(before * 100))}
              @input=${(event: Event) => {
                if (event.target instanceof HTMLInputElement) flow.show({ before: event.target.valueAsNumber / 100 });
              }}
            />
            <div class="split" aria-hidden="true"><span>${words.before}</span><span>${words.after}</span></div>`
    }
    ${
      readOnly
        ? nothing
        : HANDLES.map(
            (name) =>
              html`<span
                class="handle"
                part="handle"
                data-line=${name}
                aria-hidden="true"
                title=${words.handle(words[name])}
              ></span>`,
          )
    }
    ${own && photo ? own.marks(photo) : nothing}
    <figcaption part="caption" class="small" dir="auto">${words.caption}</figcaption>
  </figure>`;
}

/** From where, and when, the head is looked at. */
export function looks(view: PickingView): TemplateResult {
  const { flow, state, words, own } = view;
  const { design, stage, before } = state;
  const stages: readonly TreatmentStage[] = [
    'before',
    ...Array.from({ length: design.sessions }, (_, i) => `session-${i + 1}` as const),
    'healed',
    ...YEARS.map((years) => `years-${years}` as const),
  ];
  return html`<div class="looks">
    ${
      own && view.photo
        ? own.looks(view, view.photo)
        : choices(
            'view',
            words.view,
            HEAD_VIEWS.map((value) => ({ value, label: words.views[value] })),
            design.view,
            (side) => flow.look(side),
            'row',
          )
    }
    ${choices(
      'stage',
      words.time,
      stages.map((value) => ({ value, label: stageName(value, words) })),
      stage,
      (one) => flow.show({ stage: one }),
      'row',
    )}
    <button
      type="button"
      class="button quiet"
      aria-pressed=${before !== undefined}
      @click=${() => flow.show({ before: before === undefined ? 0.5 : undefined })}
    >
      ${before === undefined ? words.compare : words.comparing}
    </button>
  </div>`;
}
