import { PhotoRefusal, preparePhoto } from '../../controllers/photo-preparation.js';
import type { HairlineDesign } from '../../domain/design/hairline-design.js';
import { handlesOf, heightUnder } from '../../scalp/handle.js';
import type { Handle, HandleName } from '../../scalp/handle.js';
import type { Sight } from '../../scalp/painter.js';
import { fitPose, sightOnPhoto, USUAL_POSE } from '../../scalp/photo-pose.js';
import type { Mark, MarkName, PhotoPose } from '../../scalp/photo-pose.js';
import type { Preview, PreviewScene } from '../../scalp/preview.js';

/** How close one looks at a photo, and the place of it that is in the middle. */
export interface PhotoFrame {
  /** 1 shows all of it, 4 a quarter of each side. */
  readonly zoom: number;
  readonly u: number;
  readonly v: number;
}

const WHOLE: PhotoFrame = { zoom: 1, u: 0.5, v: 0.5 };
const MOST_ZOOM = 4;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** A photo of the visitor's own. It is read, drawn and forgotten on this device; nothing here can send it. */
export class OwnPhoto {
  #pose: PhotoPose = USUAL_POSE;
  #frame = WHOLE;
  /** The photo as framed, in pixels, and what it was made for. */
  #base: Uint8ClampedArray | undefined;
  #sight: Sight | undefined;
  #made = '';
  readonly #image: HTMLCanvasElement;

  private constructor(image: HTMLCanvasElement) {
    this.#image = image;
  }

  /**
   * Reads a file.
   * @throws PhotoRefusal
   */
  static async read(file: Blob, signal: AbortSignal): Promise<OwnPhoto> {
    const { image, width, height } = await preparePhoto(file, { signal });
    const bitmap = await createImageBitmap(image);
    // A square holds every photo, and the marks are shares of its side.
    const side = Math.max(width, height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    if (!context) throw new PhotoRefusal('out-of-memory');
    context.drawImage(bitmap, (side - width) / 2, (side - height) / 2);
    bitmap.close();
    return new OwnPhoto(canvas);
  }

  get frame(): PhotoFrame {
    return this.#frame;
  }

  /** Looks closer, or elsewhere. */
  set frame(frame: PhotoFrame) {
    const zoom = clamp(frame.zoom, 1, MOST_ZOOM);
    const edge = 0.5 / zoom;
    this.#frame = { zoom, u: clamp(frame.u, edge, 1 - edge), v: clamp(frame.v, edge, 1 - edge) };
  }

  /** Where a mark is in the picture as framed. */
  mark(name: MarkName): Mark {
    return this.#toFrame(this.#pose[name]);
  }

  /** Puts a mark to a place of the picture as framed. */
  put(name: MarkName, u: number, v: number): void {
    const { zoom, u: cu, v: cv } = this.#frame;
    const to = { u: clamp((u - 0.5) / zoom + cu, 0, 1), v: clamp((v - 0.5) / zoom + cv, 0, 1) };
    const pose = { ...this.#pose, [name]: to };
    // Marks that fall together make no head.
    if (fitPose(pose)) this.#pose = pose;
  }

  /** Where the marks of the line are. */
  handles(design: HairlineDesign): readonly Handle[] {
    const fit = this.#fit();
    if (!fit) return [];
    return handlesOf(design, fit.camera).map((handle) => {
      const [u, v] = fit.toPhoto(handle.u, handle.v);
      return { ...handle, u, v, seen: handle.seen && u > 0 && v > 0 && u < 1 && v < 1 };
    });
  }

  /** The height in mm of a mark of the line that is dragged to a place of the picture. */
  heightUnder(name: HandleName, u: number, v: number): number | undefined {
    const fit = this.#fit();
    if (!fit) return undefined;
    const [x, y] = fit.toModel(u, v);
    return heightUnder(name, fit.camera, x, y);
  }

  /** Draws the photo and the dots on it. Returns how many. */
  draw(preview: Preview, scene: PreviewScene, picture: ImageData): number {
    const side = picture.width;
    const fit = this.#fit();
    const made = JSON.stringify([side, this.#frame, this.#pose, scene.design.seed]);
    if (made !== this.#made || !this.#base) {
      this.#base = this.#pixels(side);
      this.#sight = fit && sightOnPhoto(preview.field(scene.design.seed), fit, this.#base, side);
    }
    this.#made = made;
    picture.data.set(this.#base);
    return fit && this.#sight ? preview.drawOver(scene, side, picture.data, this.#sight, fit.perMm * side) : 0;
  }

  /** Forgets the photo. */
  close(): void {
    this.#image.width = 0;
    this.#base = this.#sight = undefined;
  }

  #toFrame({ u, v }: Mark): Mark {
    const { zoom, u: cu, v: cv } = this.#frame;
    return { u: (u - cu) * zoom + 0.5, v: (v - cv) * zoom + 0.5 };
  }

  #fit() {
    const { top, brow, left, right } = this.#pose;
    return fitPose({
      top: this.#toFrame(top),
      brow: this.#toFrame(brow),
      left: this.#toFrame(left),
      right: this.#toFrame(right),
    });
  }

  #pixels(side: number): Uint8ClampedArray {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return new Uint8ClampedArray(side * side * 4);
    const { zoom, u, v } = this.#frame;
    const whole = this.#image.width;
    const part = whole / zoom;
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#image, u * whole - part / 2, v * whole - part / 2, part, part, 0, 0, side, side);
    const { data } = context.getImageData(0, 0, side, side);
    canvas.width = 0;
    return data;
  }
}
