import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { encodeDesign } from '../../../src/domain/design/design-code.js';
import { designAdvice } from '../../../src/domain/design/design-advice.js';
import { DEFAULT_DESIGN, designFrom } from '../../../src/domain/design/hairline-design.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { dotField } from '../../../src/scalp/dot-field.js';
import { engine } from '../../support/browser.js';
import { usePickers, type HairlinePickerHarness, type Pixels } from '../../support/hairline-picker.harness.js';
import { until } from '../../support/until.js';

/** Of the dots of these seeds, as in `test/scalp/dot-field.test.ts`: node and every browser place them alike. */
const HASHES = [
  [1, '61a6648eda39005e'],
  [7, '947ddb4ea7083501'],
  [65_535, 'c73903924a24cce4'],
] as const;

/** Pixels that pigment makes clearly darker, in each of 4 × 4 parts of a picture 276 pixels wide, row by row. */
const DARKENED = [
  ['front', [2, 1831, 1738, 0, 201, 324, 231, 39, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['top', [0, 781, 771, 0, 110, 4437, 4375, 51, 108, 1506, 1312, 30, 0, 0, 0, 0]],
  ['left', [0, 1824, 2977, 302, 0, 2523, 3715, 1601, 0, 12, 621, 243, 0, 0, 0, 0]],
  ['back', [0, 2261, 2229, 0, 152, 4739, 4559, 42, 0, 2624, 2127, 0, 0, 0, 0, 0]],
] as const;

/** How light a place of a picture is, 0 to 765. */
const light = ({ data }: Pixels, pixel: number): number =>
  (data[pixel * 4] ?? 0) + (data[pixel * 4 + 1] ?? 0) + (data[pixel * 4 + 2] ?? 0);

/** The share of a picture's pixels, of those that a head covers, that are darker in the second one. */
function darker(one: Pixels, other: Pixels, where: (u: number, v: number) => boolean = () => true): number {
  let all = 0;
  let some = 0;
  for (let pixel = 0; pixel < one.side * one.side; pixel++) {
    if ((one.data[pixel * 4 + 3] ?? 0) < 255) continue;
    if (!where((pixel % one.side) / one.side, Math.floor(pixel / one.side) / one.side)) continue;
    all++;
    if (light(other, pixel) < light(one, pixel) - 2) some++;
  }
  return some / all;
}

/** Of places, levels and looks, to a tenth of a mm and of a dot. */
async function hashOf(seed: number): Promise<string> {
  const { places, levels, sizes, tones } = dotField(seed);
  const tenths = (numbers: ArrayLike<number>) => Int16Array.from(numbers, (one) => Math.round(one * 10));
  const all = new Blob([tenths(places), tenths(levels), Uint8Array.from(sizes), Uint8Array.from(tones)]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await all.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16);
}

describe(`the picture of <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();

  it('has the same dots in every engine', async () => {
    for (const [seed, hash] of HASHES) assert.equal(await hashOf(seed), hash);
  });

  it('has as many dark pixels in each part of the head in every engine', async () => {
    const style = document.createElement('style');
    style.textContent = 'smp-hairline-picker::part(picture) { inline-size: 276px }';
    document.head.append(style);
    const picker = await pickers({ pattern: 'aa-totalis', density: 'full', seed: '7' }).usable();
    for (const [view, pinned] of DARKENED) {
      picker.element.view = view;
      picker.element.stage = 'before';
      const before = await picker.pixels();
      assert.equal(before.side, 276);
      picker.element.stage = 'healed';
      const healed = await picker.pixels();
      const counts = new Array<number>(16).fill(0);
      for (let pixel = 0; pixel < 276 * 276; pixel++) {
        if (light(before, pixel) - light(healed, pixel) <= 40) continue;
        const part = Math.floor((pixel % 276) / 69) + 4 * Math.floor(pixel / 276 / 69);
        counts[part] = (counts[part] ?? 0) + 1;
      }
      for (const [part, count] of counts.entries()) {
        const wanted = pinned[part] ?? NaN;
        assert.approximately(count, wanted, 3 + wanted * 0.005, `${view}: ${counts.join()}`);
      }
    }
    style.remove();
  });

  it('has no pigment before, and more from session to session, at the same places', async () => {
    const picker = await pickers({ view: 'front', pattern: 'aa-totalis', density: 'full', stage: 'before' }).ready();
    const before = await picker.pixels();
    picker.element.stage = 'healed';
    const healed = await picker.pixels();
    const head = (u: number, v: number) => v < 0.2 && u > 0.4 && u < 0.6;
    assert.isAbove(darker(before, healed, head), 0.3);
    assert.equal(darker(healed, before), 0);
    assert.equal(
      darker(before, healed, (_u, v) => v > 0.55),
      0,
    );
    let last = before;
    for (const session of [1, 2, 3]) {
      picker.element.stage = `session-${session}`;
      const next = await picker.pixels();
      // What one session put there stays under the next.
      assert.equal(darker(next, last), 0);
      assert.isAbove(darker(last, next, head), 0.05);
      last = next;
    }
    picker.element.stage = 'years-5';
    const later = await picker.pixels();
    const total = (pixels: Pixels) => {
      let sum = 0;
      for (let pixel = 0; pixel < pixels.side ** 2; pixel++) sum += light(pixels, pixel);
      return sum;
    };
    assert.isAbove(total(later), total(healed));
  });

  it('shows the head without pigment on the one side of the line that compares', async () => {
    const picker = await pickers({ view: 'front', pattern: 'aa-totalis', density: 'bold' }).ready();
    const all = await picker.pixels();
    picker.element.stage = 'before';
    const none = await picker.pixels();
    picker.element.stage = 'healed';
    await picker.press(words.compare);
    await picker.slide(words.compare, 50);
    const half = await picker.pixels();
    assert.equal(
      darker(none, half, (u) => u < 0.48),
      0,
    );
    assert.equal(
      darker(half, all, (u) => u > 0.52),
      0,
    );
    assert.isAbove(darker(half, all), 0.02);
  });

  it('is the same on a page that goes from right to left', async () => {
    const plain = await (await pickers({ view: 'quarter' }).ready()).pixels();
    const around = document.createElement('div');
    around.dir = 'rtl';
    document.body.append(around);
    const picker = await pickers({ view: 'quarter' }, around).ready();
    const turned = await picker.pixels();
    assert.equal(plain.side, turned.side);
    assert.isTrue(plain.data.every((value, i) => value === turned.data[i]));
    assert.isAbove(picker.placeOf(picker.choice(words.view, words.views.front)).x, 200);
    const mark = picker.placeOf(picker.mark('midHeight'));
    const frame = picker.canvas.getBoundingClientRect();
    assert.isBelow((mark.x - frame.left) / frame.width, 0.5);
    around.remove();
  });

  it('surprises with what can be worn', async () => {
    const picker = await pickers().ready();
    const shapes = new Set<string>();
    for (let turn = 0; turn < 40; turn++) {
      const before = picker.element.design;
      await picker.press(words.surprise);
      await until('it is another', () => picker.element.design !== before);
      const design = picker.element.design ?? DEFAULT_DESIGN;
      shapes.add(design.shape);
      assert.isEmpty(designAdvice(design));
      assert.isEmpty(designFrom(design).problems);
    }
    assert.isAbove(shapes.size, 3, [...shapes].join());
  });

  it('says what it shows', async () => {
    const picker = await pickers({ shape: 'round' }).ready();
    assert.equal(picker.canvas.getAttribute('role'), 'img');
    assert.include(picker.canvas.getAttribute('aria-label'), 'Round hairline, soft edge');
    assert.equal(picker.part('caption').textContent, words.caption);
  });

  /** The file that is saved, and what is in it. */
  async function saved(picker: HairlinePickerHarness) {
    const { click } = HTMLAnchorElement.prototype;
    const link = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve(this);
      };
    });
    await picker.press(words.save);
    const { href, download } = await link;
    HTMLAnchorElement.prototype.click = click;
    const file = await (await fetch(href)).blob();
    const bitmap = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = bitmap.width;
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    return { download, type: file.type, side: bitmap.width, height: bitmap.height, data };
  }

  /** Part of a place of a picture that is as light as a plate, and the part that is as dark as letters. */
  function plate({ side, data }: Pixels, from: readonly [number, number], to: readonly [number, number]) {
    let [all, pale, dark] = [0, 0, 0];
    for (let y = Math.floor(from[1] * side); y < to[1] * side; y++) {
      for (let x = Math.floor(from[0] * side); x < to[0] * side; x++) {
        all++;
        const one = light({ side, data }, y * side + x);
        if (one > 675) pale++;
        if (one < 480) dark++;
      }
    }
    return { pale: pale / all, dark: dark / all };
  }

  /** Part of a picture, without the room for the caption, that is lighter or darker in another. */
  function other(shown: Pixels, file: Pixels): number {
    let count = 0;
    for (let pixel = 0; pixel < file.side ** 2 * 0.85; pixel++) {
      if ((shown.data[pixel * 4 + 3] ?? 0) === 255 && Math.abs(light(shown, pixel) - light(file, pixel)) > 6) count++;
    }
    return count / file.side ** 2;
  }

  it('is saved as a PNG with its caption readable on it, of the model and of a dark photo', async () => {
    const picker = await pickers({ view: 'front', skin: '10' }).ready();
    for (const isPhoto of [false, true]) {
      if (isPhoto) {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 500;
        const context = canvas.getContext('2d');
        if (context) context.fillStyle = '#101214';
        context?.fillRect(0, 0, 500, 500);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
        await picker.choosePhoto(new File(blob ? [blob] : [], 'night.jpg', { type: 'image/jpeg' }));
      }
      // The finer picture may come in between.
      let [shown, file] = [await picker.pixels(), await saved(picker)];
      for (let tries = 0; tries < 5 && other(shown, await picker.pixels()) > 0; tries++) {
        [shown, file] = [await picker.pixels(), await saved(picker)];
      }
      assert.deepEqual([file.type, file.side, file.height], ['image/png', shown.side, shown.side]);
      assert.equal(file.download, `${encodeDesign(picker.element.design ?? DEFAULT_DESIGN)}.png`);
      const caption = plate(file, [0.08, 0.915], [0.3, 0.95]);
      assert.isAbove(caption.pale, 0.5, 'a light plate');
      assert.isAbove(caption.dark, 0.02, 'with dark letters');
      // All of it is there, and none of it can be seen through.
      assert.isTrue(file.data.every((value, i) => i % 4 !== 3 || value === 255));
      const middle = plate(file, [0.4, 0.05], [0.6, 0.09]);
      if (isPhoto) assert.isBelow(middle.pale, 0.01, 'no label where nothing is compared');
      assert.isBelow(other(shown, file), 0.001, 'as it is shown');
    }
  });

  it('says in the file which side is before, and which is after', async () => {
    const picker = await pickers({ view: 'front' }).ready();
    await picker.press(words.compare);
    await picker.ready();
    const file = await saved(picker);
    for (const [side, from, to] of [
      ['before', 0.38, 0.47],
      ['after', 0.53, 0.6],
    ] as const) {
      const label = plate(file, [from, 0.05], [to, 0.09]);
      assert.isAbove(label.pale, 0.3, side);
      assert.isAbove(label.dark, 0.015, side);
    }
    const line = plate(file, [0.499, 0.2], [0.501, 0.8]);
    assert.isAbove(line.pale, 0.6, 'the line between them');
  });

  it('lets go of everything when it leaves the page, and paints again when it is back', async () => {
    const canvases: HTMLCanvasElement[] = [];
    const { requestAnimationFrame } = window;
    for (let turn = 0; turn < 25; turn++) {
      const picker = pickers();
      await until('it is ready', () => picker.element.matches(':state(ready)'));
      await picker.update();
      if (turn % 5 === 0) await picker.ready();
      canvases.push(picker.canvas);
      picker.element.remove();
    }
    let frames = 0;
    window.requestAnimationFrame = (callback) => {
      frames++;
      return requestAnimationFrame.call(window, callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 120));
    window.requestAnimationFrame = requestAnimationFrame;
    assert.equal(frames, 0);
    assert.deepEqual(new Set(canvases.map(({ width }) => width)), new Set([0]));
    const picker = await pickers().ready();
    const first = await picker.pixels();
    picker.element.remove();
    document.body.append(picker.element);
    await picker.update();
    const again = await picker.pixels();
    assert.isTrue(first.data.every((value, i) => value === again.data[i]));
    assert.deepEqual(picker.element.design, DEFAULT_DESIGN);
  });
});
