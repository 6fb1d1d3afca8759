import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PickingView } from './picking-view.js';

/** What the buttons do. */
export interface PickingActions {
  readonly onChoose: () => void;
  readonly onSave: () => void;
  readonly onCopyLink: () => void;
  readonly onSurprise: () => void;
  readonly onPhoto: (event: Event) => void;
  readonly onModel: () => void;
}

/** Steps back and forth, and what can be taken away. */
export function steps({ flow, state, words, copied }: PickingView, on: PickingActions): TemplateResult {
  const link = (label: string, onClick: () => void, off = false) =>
    html`<button type="button" class="link" aria-disabled=${off} @click=${onClick}>${label}</button>`;
  return html`<div class="actions">
    ${link(words.undo, () => flow.undo(), !state.canUndo)} ${link(words.redo, () => flow.redo(), !state.canRedo)}
    ${link(words.reset, () => flow.reset())} ${link(words.surprise, on.onSurprise)}
    ${link(words.copyLink, on.onCopyLink)} ${link(words.save, on.onSave)}
    <span class="small" role="status">${copied ?? nothing}</span>
  </div>`;
}

/** Where a photo of the visitor's own is chosen. */
export function photoField({ words, own, reading, refusal }: PickingView, on: PickingActions): TemplateResult {
  return html`<div class="own">
    <div class="actions">
      <label class="button quiet file">
        ${reading ? words.reading : words.usePhoto}
        <input type="file" accept="image/*" aria-describedby="stays" @change=${on.onPhoto} />
      </label>
      ${own ? html`<button type="button" class="link" @click=${on.onModel}>${words.useModel}</button>` : nothing}
      <span id="stays" class="muted small">${words.photoStays}</span>
    </div>
    <p role="alert" class="wrong">${refusal ?? nothing}</p>
  </div>`;
}

/** The design in words, and the button that takes it along. */
export function choice({ state, words, description }: PickingView, on: PickingActions): TemplateResult {
  return html`<div class="page">
    <p class="muted">${description}.</p>
    <div class="actions">
      <button type="button" class="button" part="button" @click=${on.onChoose}>${words.choose}</button>
    </div>
    <p role="status">${state.chosen ? words.chosen : nothing}</p>
  </div>`;
}
