import { AsyncDirective, directive } from 'lit/async-directive.js';
import { noChange } from 'lit';
import { PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Draws a photo so that it fills its canvas. No address of the photo is made, which a strict policy would forbid. */
class PhotoPreview extends AsyncDirective {
  #image: Blob | undefined;
  #canvas: HTMLCanvasElement | undefined;
  /** Tells of the first size too, and of the one that a hidden canvas gets when it is shown. */
  readonly #sizes = new ResizeObserver(() => void this.#draw());

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('photoPreview() stands in the tag of a canvas');
  }

  render(_image: Blob): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [image]: [Blob]): typeof noChange {
    if (image !== this.#image && element instanceof HTMLCanvasElement) {
      this.#image = image;
      this.#canvas = element;
      if (this.isConnected) this.reconnected();
    }
    return noChange;
  }

  override disconnected(): void {
    this.#sizes.disconnect();
  }

  override reconnected(): void {
    this.#sizes.disconnect();
    if (this.#canvas) this.#sizes.observe(this.#canvas);
  }

  async #draw(): Promise<void> {
    const image = this.#image;
    const canvas = this.#canvas;
    if (!image || !canvas?.clientWidth) return;
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(image);
    } catch {
      // A preview that fails leaves its place empty; the label still says which photo it is.
      return;
    }
    const { clientWidth, clientHeight } = canvas;
    if (image === this.#image && clientWidth > 0) {
      canvas.width = clientWidth * devicePixelRatio;
      canvas.height = clientHeight * devicePixelRatio;
      const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
      const width = bitmap.width * scale;
      const height = bitmap.height * scale;
      const context = canvas.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(bitmap, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
    }
    bitmap.close();
  }
}

/**
 * `<canvas ${photoPreview(image)}>` shows a photo, cut to the canvas's shape, and again when its size changes. That size
 * has to come from styles.
 */
export const photoPreview = directive(PhotoPreview);
