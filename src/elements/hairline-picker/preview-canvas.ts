import type { HeadView } from '../../domain/design/hairline-design.js';
import { HeadMaps } from '../../scalp/head-maps.js';
import { Preview } from '../../scalp/preview.js';
import type { PreviewScene } from '../../scalp/preview.js';
import type { OwnPhoto } from './own-photo.js';

/** Pixels of the first, rough picture, and most of the last, along a side; the last has twice the first at least. */
const ROUGH = 96;
const MOST = 1280;
/** Width in CSS pixels of a picture that is asked for where it has none. */
const UNSEEN = 640;
/** Milliseconds of work before a click or a key has its turn. */
const SLICE = 7;

/** Gives way to whatever the visitor does. */
const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

let shared: WeakRef<HeadMaps> | undefined;

/** What every preview of the page draws from, and the next one too, unless memory is wanted before. */
function sharedMaps(): HeadMaps {
  let maps = shared?.deref();
  if (!maps) shared = new WeakRef((maps = new HeadMaps()));
  return maps;
}

/** Draws scenes on a canvas: at once as well as it can, then finer, never holding the page up. */
export class PreviewCanvas {
  /** How many dots of pigment the last picture has. */
  dots = 0;
  readonly #maps = sharedMaps();
  #preview: Preview | undefined = new Preview(this.#maps);
  #scene: PreviewScene | undefined;
  #photo: OwnPhoto | undefined;
  #frame = 0;
  #side = 0;
  #ready = false;
  #working: HeadView | 'all' | undefined;
  #picture: ImageData | undefined;
  readonly #canvas: HTMLCanvasElement;
  readonly #drawn: () => void;
  readonly #begun: () => void;

  /** `begun` is called once the first, rough picture is there to be seen, and `drawn` with each finished one. */
  constructor(canvas: HTMLCanvasElement, begun: () => void, drawn: () => void) {
    this.#canvas = canvas;
    this.#begun = begun;
    this.#drawn = drawn;
  }

  /** The width that the canvas has on the page, in CSS pixels. */
  resize(width: number, density: number): void {
    const side = Math.max(2 * ROUGH, Math.min(MOST, Math.round(width * Math.min(2, density))));
    if (side === this.#side) return;
    this.#side = side;
    if (this.#scene) this.show(this.#scene, this.#photo);
  }

  /** Draws a scene with the next frame, on the model or on a photo; of several before that, the last. */
  show(scene: PreviewScene, photo?: OwnPhoto): void {
    this.#scene = scene;
    this.#photo = photo;
    if (this.#side === 0 || !this.#preview) return;
    if (!this.#ready) {
      if (!this.#working) void this.#begin(scene);
      return;
    }
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /** Resolves once nothing is left to be drawn or made finer. */
  async finished(): Promise<void> {
    // Where nobody sees it, its size is not told, or it has none.
    if (this.#side === 0) this.resize(this.#canvas.clientWidth || UNSEEN, window.devicePixelRatio);
    while (this.#preview && (this.#frame || this.#working || !this.#ready)) {
      // In a window that is out of sight there are no frames.
      if (this.#frame && document.hidden) this.#draw();
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
  }

  /** Lets go of all memory. */
  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#preview = undefined;
    this.#picture = undefined;
    this.#canvas.width = this.#canvas.height = 0;
  }

  async #begin(scene: PreviewScene): Promise<void> {
    this.#working = 'all';
    const rough = this.#pixels(ROUGH);
    this.#preview?.head(scene, ROUGH, rough.data);
    this.#put(rough);
    await giveWay();
    this.#begun();
    await this.#work(this.#preview?.prepare(scene));
    this.#working = undefined;
    this.#ready = true;
    this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const scene = this.#scene;
    const preview = this.#preview;
    if (!scene || !preview) return;
    const picture = this.#pixels(this.#side);
    const photo = this.#photo;
    this.dots = photo ? photo.draw(preview, scene, picture) : preview.draw(scene, this.#side, picture.data);
    this.#put(picture);
    this.#drawn();
    if (!photo && !this.#working && !this.#maps.fine(scene.view)) void this.#refine(scene.view);
  }

  async #refine(view: HeadView): Promise<void> {
    this.#working = view;
    await this.#work(this.#maps.refine(view));
    this.#working = undefined;
    if (this.#scene) this.show(this.#scene, this.#photo);
  }

  /** Goes through steps in slices; stops when the canvas is closed. */
  async #work(steps: Generator<void, void> | undefined): Promise<void> {
    await giveWay();
    let until = performance.now() + SLICE;
    while (this.#preview && steps && !steps.next().done) {
      if (performance.now() < until) continue;
      await giveWay();
      until = performance.now() + SLICE;
    }
  }

  #pixels(side: number): ImageData {
    if (this.#picture?.width !== side) this.#picture = new ImageData(side, side);
    return this.#picture;
  }

  #put(picture: ImageData): void {
    const canvas = this.#canvas;
    if (canvas.width !== picture.width) canvas.width = canvas.height = picture.width;
    canvas.getContext('2d')?.putImageData(picture, 0, 0);
  }
}
