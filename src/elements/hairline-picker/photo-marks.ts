import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { PhotoRefusal } from '../../controllers/photo-preparation.js';
import type { HairlinePhotoMessages } from '../../locales/hairline/photo-messages.js';
import { MARKS } from '../../scalp/photo-pose.js';
import type { Mark, MarkName } from '../../scalp/photo-pose.js';
import { choices, dial } from './choices.template.js';
import { OwnPhoto } from './own-photo.js';
import type { PhotoFrame } from './own-photo.js';
import type { PickingView } from './picking-view.js';

export { photoWords } from '../../locales/hairline/photo-words.js';

/** What the visitor has under the finger: a mark, or the photo itself. */
type Held = Mark & ({ readonly mark: MarkName } | { readonly from: PhotoFrame });

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** A finger that moves less than this share of the picture has tapped. */
const TAP = 0.012;

/** Why a file can't be used as a photo, in words. */
export function refusalWords(error: unknown, { refusals }: HairlinePhotoMessages): string | undefined {
  if (!(error instanceof PhotoRefusal)) return refusals.unreadable;
  return error.code === 'cancelled' ? undefined : refusals[error.code];
}

/**
 * A photo with the marks that say where the head is: dragged, tapped to their places, moved by the arrow keys, or, once
 * one is chosen, by sliders and buttons.
 */
export class PhotoMarks {
  readonly photo: OwnPhoto;
  #held: Held | undefined;
  #chosen: MarkName | undefined;
  readonly #changed: () => void;

  private constructor(photo: OwnPhoto, changed: () => void) {
    this.photo = photo;
    this.#changed = changed;
  }

  /**
   * Reads a file. `changed` is called whenever there is another picture to draw.
   * @throws PhotoRefusal
   */
  static async read(file: Blob, signal: AbortSignal, changed: () => void): Promise<PhotoMarks> {
    return new PhotoMarks(await OwnPhoto.read(file, signal), changed);
  }

  /** Is a mark to be put where the photo is tapped next? */
  get chosen(): boolean {
    return this.#chosen !== undefined;
  }

  /** The marks, to be laid over the picture. */
  marks({ poses }: HairlinePhotoMessages): TemplateResult {
    return html`${MARKS.map(
      (name) =>
        html`<button
          type="button"
          class="handle mark"
          part="handle"
          data-mark=${name}
          aria-label=${poses[name]}
          title=${poses[name]}
          aria-pressed=${this.#chosen === name}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event, name)}
        ></button>`,
    )}`;
  }

  /** What to do, how a mark is moved and how the photo is looked at without dragging. */
  looks({ words, number }: PickingView, photo: HairlinePhotoMessages): TemplateResult {
    const { help, poses, mark, zoom, across, down } = photo;
    const { frame } = this.photo;
    const chosen = this.#chosen;
    const part = (
      id: string,
      label: string,
      share: number,
      limits: readonly [number, number],
      step: number,
      onChange: (share: number) => void,
    ) =>
      dial({
        id,
        label,
        value: Math.round(share * 100),
        limits,
        step,
        text: `${number(share * 100)}\u00a0%`,
        less: words.less(label),
        more: words.more(label),
        onChange: (value) => {
          onChange(value / 100);
          this.#changed();
        },
      });
    const look = (name: keyof PhotoFrame, label: string, limits: readonly [number, number]) =>
      part(name, label, frame[name], limits, 5, (to) => (this.photo.frame = { ...frame, [name]: to }));
    const move = (name: MarkName) => {
      const at = this.photo.mark(name);
      const to = (axis: keyof Mark, label: string) =>
        part(`mark-${axis}`, `${poses[name]}: ${label}`, at[axis], [0, 100], 1, (share) => {
          const { u, v }: Mark = { ...at, [axis]: share };
          this.photo.put(name, u, v);
        });
      return html`<div class="closer">${to('u', across)} ${to('v', down)}</div>`;
    };
    return html`<p class="small">${help}</p>
      ${choices(
        'mark',
        mark,
        MARKS.map((value) => ({ value, label: poses[value] })),
        chosen,
        (name) => this.#choose(name),
        'row',
      )}
      ${chosen ? move(chosen) : nothing}
      <div class="closer">
        ${look('zoom', zoom, [100, 400])}
        ${frame.zoom > 1 ? html`${look('u', across, [0, 100])} ${look('v', down, [0, 100])}` : nothing}
      </div>`;
  }

  /** Puts each mark where it belongs. */
  place(put: (selector: string, u: number, v: number, seen: boolean) => void): void {
    for (const name of MARKS) {
      const { u, v } = this.photo.mark(name);
      put(`[data-mark=${name}]`, u, v, u >= 0 && v >= 0 && u <= 1 && v <= 1);
    }
  }

  /** A finger comes down on a mark, or on the photo. Says whether it is to be followed. */
  down(mark: string | undefined, { u, v }: Mark): boolean {
    const name = MARKS.find((one) => one === mark);
    if (!name && this.#chosen) {
      this.#put(this.#chosen, u, v);
      this.#choose(undefined);
      return false;
    }
    this.#held = name ? { mark: name, u, v } : { from: this.photo.frame, u, v };
    return true;
  }

  /** The finger moves, or (`settled`) leaves. */
  move({ u, v }: Mark, settled: boolean): void {
    const held = this.#held;
    if (!held) return;
    if (settled) this.#held = undefined;
    if ('from' in held) {
      const { from } = held;
      const { zoom } = from;
      this.photo.frame = { zoom, u: from.u - (u - held.u) / zoom, v: from.v - (v - held.v) / zoom };
      this.#changed();
    } else if (Math.hypot(u - held.u, v - held.v) >= TAP) this.#put(held.mark, u, v);
    else if (settled) this.#choose(this.#chosen === held.mark ? undefined : held.mark);
  }

  /** The finger has left unseen: all stays where it is. */
  letGo(): void {
    this.#held = undefined;
  }

  #onKey(event: KeyboardEvent, name: MarkName): void {
    const [u, v] = ARROWS[event.key] ?? [0, 0];
    if (u === 0 && v === 0) return;
    event.preventDefault();
    const at = this.photo.mark(name);
    const step = event.shiftKey ? 0.04 : 0.005;
    this.#put(name, at.u + u * step, at.v + v * step);
  }

  #choose(name: MarkName | undefined): void {
    this.#chosen = name;
    this.#changed();
  }

  #put(name: MarkName, u: number, v: number): void {
    this.photo.put(name, u, v);
    this.#changed();
  }
}
