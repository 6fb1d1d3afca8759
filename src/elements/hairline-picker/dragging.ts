import { designFrom } from '../../domain/design/hairline-design.js';
import type { DesignFlow } from '../../flows/design-flow.js';
import { cameraOf } from '../../scalp/camera.js';
import { HANDLES, heightUnder } from '../../scalp/handle.js';
import type { HandleName } from '../../scalp/handle.js';
import type { Mark } from '../../scalp/photo-pose.js';
import type { PhotoMarks } from './photo-marks.js';
import type { MarkEvents } from './picture.template.js';

/** What is dragged on, as it is just then. */
export interface DragSurface {
  readonly canvas: HTMLElement | undefined;
  readonly own: PhotoMarks | undefined;
  readonly readOnly: boolean;
}

/** What is dragged on the picture: a mark of the line, what compares, or what belongs to a photo. */
interface Held {
  readonly pointer: number;
  readonly line: HandleName | undefined;
  /** Where the line that compares was. */
  readonly before: number | undefined;
  /** Where the pointer came down, and how far that is from the middle of the mark. */
  readonly from: Mark;
  readonly aside: Mark;
  moved: boolean;
}

/** Follows a finger on the picture, or on a mark of it. */
export class Dragging {
  #held: Held | undefined;
  readonly #flow: DesignFlow;
  readonly #surface: () => DragSurface;

  constructor(flow: DesignFlow, surface: () => DragSurface) {
    this.#flow = flow;
    this.#surface = surface;
  }

  readonly events: MarkEvents = {
    onDown: (event) => {
      const { target, pointerId } = event;
      // One finger at a time. A new first one says that the last has left unseen.
      if (!(target instanceof HTMLElement) || event.button !== 0 || (this.#held && !event.isPrimary)) return;
      this.letGo();
      const { canvas, own: photo } = this.#surface();
      const { line: name, mark } = target.dataset;
      const line = HANDLES.find((one) => one === name);
      const from = this.#placeOf(event.clientX, event.clientY);
      const { left, top, width, height } = target.getBoundingClientRect();
      const isPicture = target === canvas;
      const middle = isPicture ? from : this.#placeOf(left + width / 2, top + height / 2);
      const own = mark !== undefined || isPicture ? photo : undefined;
      const before = isPicture && !own?.chosen ? this.#flow.state.before : undefined;
      if (!line && before === undefined && !own?.down(mark, middle)) return;
      const aside = { u: from.u - middle.u, v: from.v - middle.v };
      this.#held = { pointer: pointerId, line, before, from, aside, moved: false };
      target.setPointerCapture(pointerId);
    },
    onMove: (event) => this.#drag(event, false),
    onUp: (event) => this.#drag(event, true),
  };

  #placeOf(x: number, y: number): Mark {
    const frame = this.#surface().canvas?.getBoundingClientRect();
    return {
      u: frame?.width ? (x - frame.left) / frame.width : 0.5,
      v: frame?.height ? (y - frame.top) / frame.height : 0.5,
    };
  }

  #drag(event: PointerEvent, settled: boolean): void {
    const held = this.#held;
    if (held?.pointer !== event.pointerId) return;
    const isLost = event.type === 'pointercancel' || (!settled && event.buttons === 0);
    const { line, before, from, aside } = held;
    const { own, readOnly } = this.#surface();
    if (isLost || (readOnly && before === undefined)) return this.letGo();
    if (settled) this.#held = undefined;
    const at = this.#placeOf(event.clientX, event.clientY);
    if (before !== undefined) return this.#flow.show({ before: Math.min(1, Math.max(0, at.u)) });
    const [u, v] = [at.u - aside.u, at.v - aside.v];
    if (!line) return own?.move({ u, v }, settled);
    held.moved ||= at.u !== from.u || at.v !== from.v;
    if (!held.moved) return;
    const { design } = this.#flow.state;
    const height = own ? own.photo.heightUnder(line, u, v) : heightUnder(line, cameraOf(design.view), u, v);
    const next = height === undefined ? {} : { [line]: Math.round(height) };
    this.#flow.change(designFrom(next, design).design, settled);
  }

  /** Gives up what is dragged. */
  letGo(): void {
    const { before } = this.#held ?? {};
    this.#held = undefined;
    if (before !== undefined) this.#flow.show({ before });
    this.#surface().own?.letGo();
    this.#flow.letGo();
  }
}
