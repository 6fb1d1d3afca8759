import { assert } from '@esm-bundle/chai';
import { html, nothing, render } from 'lit';
import { photoPreview } from '../../../src/elements/consultation/photo-preview.js';
import { engine } from '../../support/browser.js';
import { blobOf, canvasOf, colourName, fields } from '../../support/photo-fixtures.js';
import { until } from '../../support/until.js';

describe(`photoPreview in ${engine}`, () => {
  let place: HTMLElement;
  const original = globalThis.createImageBitmap;
  let made: number;
  let closed: number;

  beforeEach(() => {
    [made, closed] = [0, 0];
    place = document.createElement('div');
    document.body.append(place);
    globalThis.createImageBitmap = async (image: ImageBitmapSource) => {
      const bitmap = await original(image);
      made += 1;
      const close = bitmap.close.bind(bitmap);
      bitmap.close = () => {
        closed += 1;
        close();
      };
      return bitmap;
    };
  });
  afterEach(() => {
    globalThis.createImageBitmap = original;
    render(nothing, place);
    place.remove();
  });

  /** Shows a photo in a canvas of this size, in CSS pixels. */
  function show(image: Blob | undefined, width = 120, height = 160): HTMLCanvasElement {
    render(image ? html`<canvas role="img" aria-label="Front" ${photoPreview(image)}></canvas>` : nothing, place);
    const canvas = place.querySelector('canvas');
    if (canvas) resize(canvas, width, height);
    return canvas ?? document.createElement('canvas');
  }
  function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
    canvas.style.cssText = `display: block; inline-size: ${width}px; block-size: ${height}px`;
  }

  const isSized = (canvas: HTMLCanvasElement, width: number, height: number): boolean =>
    canvas.width === Math.floor(width * devicePixelRatio) && canvas.height === Math.floor(height * devicePixelRatio);

  /** The colours near the corners of what a canvas shows. */
  function corners(canvas: HTMLCanvasElement): string {
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    const points = [0.1, 0.9].flatMap((y) => [0.1, 0.9].map((x) => [x * width, y * height] as const));
    return context ? points.map(([x, y]) => colourName(context, x, y)).join(' ') : '';
  }

  const ALL = 'red green blue white';

  it('fills the canvas at the resolution of the screen, and lets the picture go', async () => {
    const canvas = show(await blobOf(fields(640, 480)));
    await until('it is drawn', () => isSized(canvas, 120, 160) && corners(canvas) === ALL);
    await until('it is let go of', () => made > 0 && closed === made);
    assert.isEmpty(place.querySelectorAll('img'));
  });

  it('cuts what does not fit, the same on both sides', async () => {
    // Red, then a green middle as wide as the canvas is, then red.
    const [source, context] = canvasOf(900, 300);
    context.fillStyle = 'rgb(220 30 30)';
    context.fillRect(0, 0, 900, 300);
    context.fillStyle = 'rgb(30 180 30)';
    context.fillRect(300, 0, 300, 300);
    const canvas = show(await blobOf(source), 100, 100);
    await until('the middle is drawn', () => corners(canvas) === 'green green green green');
    resize(canvas, 300, 100);
    await until('all is drawn', () => corners(canvas) === 'red red red red' && isSized(canvas, 300, 100));
  });

  it('draws again when its size changes', async () => {
    const canvas = show(await blobOf(fields(640, 480)));
    await until('it is drawn', () => isSized(canvas, 120, 160));
    resize(canvas, 200, 90);
    await until('it is drawn again', () => isSized(canvas, 200, 90) && corners(canvas) === ALL);
  });

  it('draws what was hidden once it is shown', async () => {
    place.hidden = true;
    const canvas = show(await blobOf(fields(640, 480)));
    assert.equal(canvas.width, 300);
    place.hidden = false;
    await until('it is drawn', () => isSized(canvas, 120, 160) && corners(canvas) === ALL);
  });

  it('decodes nothing to hide it', async () => {
    const canvas = show(await blobOf(fields(640, 480)));
    await until('it is drawn', () => isSized(canvas, 120, 160));
    const before = made;
    place.hidden = true;
    for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    assert.equal(made, before);
    assert.isTrue(isSized(canvas, 120, 160));
  });

  it('draws again what was moved elsewhere', async () => {
    const canvas = show(await blobOf(fields(640, 480)));
    await until('it is drawn', () => isSized(canvas, 120, 160));
    document.body.append(place);
    resize(canvas, 90, 90);
    await until('it is drawn again', () => isSized(canvas, 90, 90) && corners(canvas) === ALL);
  });

  it('shows another photo in place of the first, which comes too late', async () => {
    const [source, context] = canvasOf(300, 300);
    context.fillStyle = 'rgb(30 180 30)';
    context.fillRect(0, 0, 300, 300);
    const late = await blobOf(source);
    const counting = globalThis.createImageBitmap;
    let release: (() => void) | undefined;
    globalThis.createImageBitmap = async (image: ImageBitmapSource) => {
      if (image === late) await new Promise<void>((resolve) => (release = resolve));
      return counting(image);
    };
    show(late);
    await until('the first is asked for', () => release !== undefined);
    const canvas = show(await blobOf(fields(300, 300)));
    await until('the second is drawn', () => corners(canvas) === ALL);
    const before = closed;
    release?.();
    await until('the first is let go of', () => closed > before && closed === made);
    assert.equal(corners(canvas), ALL);
  });

  it('does nothing after it is gone', async () => {
    let decoded = (_bitmap: ImageBitmap): void => undefined;
    let asked = false;
    globalThis.createImageBitmap = () => {
      asked = true;
      return new Promise((resolve) => (decoded = resolve));
    };
    const file = await blobOf(fields(640, 480));
    const canvas = show(file);
    await until('it is asked for', () => asked);
    show(undefined);
    const bitmap = await original(file);
    const gone = new Promise<void>((resolve) => (bitmap.close = resolve));
    decoded(bitmap);
    await gone;
    assert.equal(canvas.width, 300);
    asked = false;
    document.body.append(canvas);
    resize(canvas, 50, 50);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    canvas.remove();
    assert.isFalse(asked);
  });

  it('leaves its place empty where the photo can’t be drawn', async () => {
    let failed = 0;
    globalThis.createImageBitmap = () => {
      failed += 1;
      return Promise.reject(new DOMException('', 'InvalidStateError'));
    };
    const canvas = show(new Blob(['no photo']));
    await until('it was tried', () => failed > 0);
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(canvas.width, 300);
  });

  it('says where it belongs', () => {
    assert.throws(() => render(html`<p>${photoPreview(new Blob())}</p>`, place), /canvas/);
  });
});
