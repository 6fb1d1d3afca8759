import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { HEAD_VIEWS } from '../../domain/design/hairline-design.js';
import type { TreatmentStage } from '../../domain/design/treatment-stage.js';
import { HANDLES } from '../../scalp/handle.js';
import type { HandleName } from '../../scalp/handle.js';
import { choices } from './choices.template.js';
import type { PickingView } from './picking-view.js';

/** Years after which the picture can be looked at. */
const YEARS = [1, 3, 5];

const keyOf = (stage: TreatmentStage): string =>
  stage.kind === 'session' ? `s${stage.session}` : stage.kind === 'years' ? `y${stage.years}` : 'healed';

/** What happens to a mark on the picture. */
export interface HandleEvents {
  readonly onDown: (event: PointerEvent, name: HandleName) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
}

/** The picture with its marks, the line that compares, and its caption. */
export function picture({ flow, state, words, description, readOnly }: PickingView, on: HandleEvents): TemplateResult {
  const { before } = state;
  return html`<figure class="picture" part="picture" dir="ltr">
    <canvas role="img" aria-label=${words.picture(description)}></canvas>
    ${
      before === undefined
        ? nothing
        : html`<div class="split" aria-hidden="true"><span>${words.before}</span><span>${words.after}</span></div>`
    }
    ${
      readOnly
        ? nothing
        : HANDLES.map(
            (name) =>
              html`<span
                class="handle"
                part="handle"
                data-name=${name}
                aria-hidden="true"
                title=${words.handle(words[name])}
                @pointerdown=${(event: PointerEvent) => on.onDown(event, name)}
                @pointermove=${on.onMove}
                @pointerup=${on.onUp}
                @pointercancel=${on.onUp}
              ></span>`,
          )
    }
    <figcaption part="caption" class="small">${words.caption}</figcaption>
    ${
      before === undefined
        ? nothing
        : html`<input
            class="across"
            type="range"
            min="0"
            max="100"
            aria-label=${words.compare}
            .value=${String(Math.round(before * 100))}
            aria-valuetext=${words.beforeShare(Math.round(before * 100))}
            @input=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) flow.show({ before: event.target.valueAsNumber / 100 });
            }}
          />`
    }
  </figure>`;
}

/** From where, and when, the head is looked at. */
export function looks({ flow, state, words }: PickingView): TemplateResult {
  const { design, stage, before } = state;
  const sessions = Array.from({ length: design.sessions }, (_, i): TreatmentStage => ({
    kind: 'session',
    session: i + 1,
  }));
  const stages: readonly TreatmentStage[] = [
    ...sessions,
    { kind: 'healed' },
    ...YEARS.map((years): TreatmentStage => ({ kind: 'years', years })),
  ];
  const label = (one: TreatmentStage) =>
    one.kind === 'session'
      ? words.afterSession(one.session)
      : one.kind === 'years'
        ? words.inYears(one.years)
        : words.healed;
  return html`<div class="looks">
    ${choices(
      'view',
      words.view,
      HEAD_VIEWS.map((value) => ({ value, label: words.views[value] })),
      design.view,
      (view) => flow.look(view),
      'row',
    )}
    ${choices(
      'stage',
      words.time,
      stages.map((one) => ({ value: keyOf(one), label: label(one) })),
      keyOf(stage),
      (key) => {
        const found = stages.find((one) => keyOf(one) === key);
        if (found) flow.show({ stage: found });
      },
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
