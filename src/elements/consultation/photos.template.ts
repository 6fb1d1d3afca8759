import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PhotoAngle } from '../../domain/consultation/photo.js';
import type { Question } from '../../domain/consultation/question.js';
import type { ConsultationPhoto } from '../../flows/consultation-photos.js';
import type { Part } from '../form/part.js';
import { errorText, type ConsultingView } from './consulting-view.js';
import { drawing } from './drawings/drawing.js';
import { photoPreview } from './photo-preview.js';

/** What an angle is called, and how to take the photo. */
export function angleText({ words }: ConsultingView, angle: PhotoAngle): readonly [label: string, hint: string] {
  const text = words.photos[angle];
  return typeof text === 'string' ? [text, ''] : text;
}

/** What photos are asked for. */
export const anglesOf = ({ words }: ConsultingView, { angles }: Question): readonly PhotoAngle[] =>
  angles ?? (Object.keys(words.photos) as PhotoAngle[]);

/** The places for photos, with what stands in them. */
export function photoList(view: ConsultingView, question: Question): TemplateResult {
  return html`<p class="muted">${view.words.photoLocal}</p>
    <ul class="photos">
      ${anglesOf(view, question).map((angle) => {
        const photo = view.state.photos.find((one) => one.angle === angle);
        const [label, hint] = angleText(view, angle);
        return html`<li part="photo">
          ${
            photo?.image
              ? html`<canvas
                  class="shot"
                  role="img"
                  aria-label=${view.words.photoAlt(label)}
                  ${photoPreview(photo.image)}
                ></canvas>`
              : html`<span class="shot">${drawing(`photo-${angle}`)}</span>`
          }
          <div>
            <h3>${label}</h3>
            <p class="muted small">${hint}</p>
            ${photo ? status(view, photo) : nothing}
            <div class="actions">${chooser(view, angle, label, photo)}</div>
          </div>
        </li>`;
      })}
    </ul>`;
}

function chooser({ flow, words }: ConsultingView, angle: PhotoAngle, label: string, photo?: ConsultationPhoto): Part {
  const onChange = (event: Event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    if (file) void flow.addPhoto(angle, file);
    // The same file can be chosen again.
    target.value = '';
  };
  const onRemove = ({ target }: Event) => {
    const root = target instanceof Element ? target.getRootNode() : undefined;
    flow.removePhoto(angle);
    // The button goes away; the focus stays at its place.
    if (root instanceof ShadowRoot) root.getElementById(`photo-${angle}`)?.focus();
  };
  return html`<label class="button quiet">
      <input class="out-of-sight" type="file" accept="image/*" id="photo-${angle}" @change=${onChange} />
      ${photo ? words.photoReplace : words.photoChoose}<span class="out-of-sight">: ${label}</span>
    </label>
    ${
      photo
        ? html`<button type="button" class="link" @click=${onRemove}>
            ${words.photoRemove}<span class="out-of-sight">: ${label}</span>
          </button>`
        : nothing
    }`;
}

/** How far a photo has come, in words. */
function status({ words, common }: ConsultingView, { status, problem = '', fraction }: ConsultationPhoto): Part {
  switch (status) {
    case 'preparing':
      return html`<p class="small" role="status">${words.photoPreparing}</p>`;
    case 'refused':
      return html`<p class="wrong" role="alert">${words.photoProblems[problem] ?? errorText(common, problem)}</p>`;
    case 'waiting':
      return html`<p class="small" role="status">${words.photoReady}</p>`;
    case 'sending':
      return html`<p class="small">
        ${words.photoSending(Math.round(fraction * 100))}
        <progress max="1" .value=${fraction} aria-label=${words.photoSending(Math.round(fraction * 100))}></progress>
      </p>`;
    case 'sent':
      return html`<p class="small">${words.photoSent}</p>`;
    case 'failed':
      return html`<p class="wrong" role="alert">
        ${words.photoFailed}. ${problem === 'aborted' ? nothing : errorText(common, problem)}
      </p>`;
  }
}

/** The photos after the consultation was sent: how far each has come, and what can be done. */
export function sentPhotos(view: ConsultingView): Part {
  const { state, flow, words } = view;
  // Those that could not be used were told of where they were chosen.
  const photos = state.photos.filter((photo) => photo.image);
  if (photos.length === 0) return nothing;
  const isOpen = ({ status }: ConsultationPhoto) => status === 'sending' || status === 'waiting';
  return html`<div>
    ${photos.some(isOpen) ? html`<p role="status">${words.photosSending}</p>` : nothing}
    <ul class="photos">
      ${photos.map((photo) => {
        const { angle } = photo;
        const [label] = angleText(view, angle);
        const open = isOpen(photo);
        // One button for both, which keeps the focus.
        return html`<li part="photo">
          <div>
            <h3>${label}</h3>
            ${status(view, photo)}
            ${
              open || photo.status === 'failed'
                ? html`<button
                    type="button"
                    class="link"
                    @click=${() => (open ? flow.cancelPhoto(angle) : flow.sendPhotos(angle))}
                  >
                    ${open ? words.photoCancel : words.photoRetry}<span class="out-of-sight">: ${label}</span>
                  </button>`
                : nothing
            }
          </div>
        </li>`;
      })}
    </ul>
  </div>`;
}
