import { AsyncDirective, directive } from 'lit/async-directive.js';
import { noChange } from 'lit';
import { PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Draws a photo so that it fills its canvas. No address of the photo is made, which a strict policy would forbid. */
class PhotoPreview extends AsyncDirective {
  #drawn: Blob | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('photoPreview() stands in the tag of a canvas');
  }

  render(_image: Blob): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [image]: [Blob]): typeof noChange {
    if (image !== this.#drawn && element instanceof HTMLCanvasElement) {
      this.#drawn = image;
      void this.#draw(element, image);
    }
    return noChange;
  }

  async #draw(canvas: HTMLCanvasElement, image: Blob): Promise<void> {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(image);
    } catch {
      // A preview that fails leaves its place empty; the label still says which photo it is.
      return;
    }
    const { clientWidth, clientHeight } = canvas;
    if (image === this.#drawn && this.isConnected && clientWidth > 0) {
      canvas.width = clientWidth * devicePixelRatio;
      canvas.height = clientHeight * devicePixelRatio;
      const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
      const width = bitmap.width * scale;
      const height = bitmap.height * scale;
      canvas
        .getContext('2d')
        ?.drawImage(bitmap, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
    }
    bitmap.close();
  }
}

/** `<canvas ${photoPreview(image)}>` shows a photo, cut to the canvas's shape. */
export const photoPreview = directive(PhotoPreview);
