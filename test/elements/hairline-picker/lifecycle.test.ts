import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { DEFAULT_DESIGN, withShape } from '../../../src/domain/design/hairline-design.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { can, collectGarbage, engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { usePickers } from '../../support/hairline-picker.harness.js';
import { countListeners } from '../../support/listeners.js';
import { usePageReports } from '../../support/page-reports.js';
import { turn, until } from '../../support/until.js';
import { photoFile } from '../consultation/support/photo-file.js';

/** Watches what draws and waits: canvases that were drawn on, frames, and observers that are still at work. */
function watchDrawing() {
  const canvases = new Set<HTMLCanvasElement>();
  const observing = new Set<object>();
  let frames = 0;
  const { getContext } = HTMLCanvasElement.prototype;
  const { requestAnimationFrame, ResizeObserver } = window;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, ...args: unknown[]): unknown {
      canvases.add(this);
      return Reflect.apply(getContext, this, args);
    },
  });
  window.requestAnimationFrame = (callback) => {
    frames++;
    return requestAnimationFrame.call(window, callback);
  };
  window.ResizeObserver = class extends ResizeObserver {
    override observe(...args: Parameters<ResizeObserver['observe']>) {
      observing.add(this);
      super.observe(...args);
    }
    override disconnect() {
      observing.delete(this);
      super.disconnect();
    }
  };
  return {
    canvases,
    observing,
    /** Frames that were asked for since the last time. */
    frames: () => {
      const asked = frames;
      frames = 0;
      return asked;
    },
    stop: () => {
      Object.assign(HTMLCanvasElement.prototype, { getContext });
      Object.assign(window, { requestAnimationFrame, ResizeObserver });
    },
  };
}

const TIMES = engine === 'chromium' ? 200 : 40;

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe(`the life of <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const page = useClinicPage();
  const reports = usePageReports();
  let watch: ReturnType<typeof watchDrawing>;

  beforeEach(() => (watch = watchDrawing()));
  afterEach(() => {
    watch.stop();
    assert.isEmpty(reports.uncaught);
  });

  /** Pixels that canvases still hold. */
  const held = () => [...watch.canvases].reduce((sum, { width, height }) => sum + width * height, 0);

  it(`keeps no canvas, no frame, no observer and no listener after ${TIMES} times`, async function () {
    this.timeout(90_000);
    const before = watch.observing.size;
    const listeners = countListeners();
    let most = 0;
    try {
      for (let times = 0; times < TIMES; times++) {
        const around = times % 10 === 0 ? page.clinic({ adapter: backend() }) : page.element;
        const picker = pickers({}, around);
        if (times % 4 !== 0) await picker.usable();
        // Before its first picture, on the way to a finer one, and when all is drawn.
        if (times % (TIMES / 4) === 1) await picker.ready();
        else if (times % 20 === 3) await later(60);
        most = Math.max(most, held());
        picker.element.remove();
        if (around !== page.element) around.remove();
        assert.equal(held(), 0, `after ${times} times`);
      }
      await later(50);
      watch.frames();
      await later(120);
      assert.isAbove(most, 50_000, 'it does hold pixels while it is there');
      assert.isAtLeast(watch.canvases.size, 10);
      assert.equal(held(), 0);
      assert.equal(watch.frames(), 0);
      assert.equal(watch.observing.size, before);
      assert.equal(listeners.count(), 0);
    } finally {
      listeners.stop();
    }
  });

  it('shows the picture first, and then what it is changed with', async () => {
    const picker = pickers();
    const root = await until('it has a root', () => picker.element.shadowRoot);
    const widths = new Promise<readonly number[]>((resolve) => {
      const seen: number[] = [];
      new MutationObserver((_, observer) => {
        const canvas = root.querySelector('canvas');
        if (canvas) seen.push(canvas.width);
        if (!root.querySelector('.controls')) return;
        observer.disconnect();
        resolve(seen);
      }).observe(root, { childList: true, subtree: true });
    });
    const seen = await widths;
    assert.isAbove(seen.length, 1, 'the canvas comes alone');
    assert.equal(seen.at(-1), 96, 'and is drawn on before anything else comes');
  });

  it('is in focus in the end, however small a page makes it', async () => {
    const style = document.createElement('style');
    style.textContent = 'smp-hairline-picker::part(picture) { inline-size: 60px; min-inline-size: 0 }';
    page.element.append(style);
    const picker = await pickers().ready();
    const canvas = picker.root.querySelector('canvas');
    assert.equal(canvas?.clientWidth, 60);
    assert.equal(canvas && getComputedStyle(canvas).filter, 'none');
    style.remove();
  });

  it('can be used where nobody sees the picture', async () => {
    const hidden = document.createElement('div');
    hidden.hidden = true;
    page.element.append(hidden);
    const picker = await pickers({}, hidden).usable();
    assert.exists(picker.root.querySelector('.controls'));
    hidden.remove();
  });

  it('gives its picture where nobody sees it, and keeps it when it is hidden later', async () => {
    const hidden = document.createElement('div');
    hidden.hidden = true;
    page.element.append(hidden);
    const picker = await pickers({ view: 'front' }, hidden).usable();
    const unseen = await picker.pixels();
    assert.isAtLeast(unseen.side, 640);
    assert.isTrue(
      unseen.data.some((value, i) => i % 4 === 3 && value > 0),
      'there is something on it',
    );
    hidden.hidden = false;
    await until(
      'it has its size',
      () => picker.canvas.width === Math.round(picker.canvas.clientWidth * devicePixelRatio),
    );
    const seen = await picker.pixels();
    hidden.hidden = true;
    await later(50);
    assert.equal((await picker.pixels()).side, seen.side);
    hidden.remove();
  });

  it('gives its picture in a window that is out of sight, where there are no frames', async () => {
    const { requestAnimationFrame } = window;
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    window.requestAnimationFrame = () => 1;
    try {
      const picker = await pickers({ view: 'right' }).usable();
      const before = await picker.pixels();
      picker.element.stage = 'before';
      const after = await picker.pixels();
      assert.isFalse(before.data.every((value, i) => value === after.data[i]));
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('asks for no frame when it leaves while its picture gets finer', async () => {
    // Of another view each time: one that is as fine as can be is kept.
    for (const [wait, view] of [
      [0, 'left'],
      [15, 'right'],
      [40, 'top'],
      [90, 'back'],
    ] as const) {
      const picker = await pickers({ view }).usable();
      await later(wait);
      picker.element.remove();
      watch.frames();
      await later(60);
      assert.equal(watch.frames(), 0, `left after ${wait} ms`);
    }
  });

  it('paints nothing more once it has left, whatever is set', async () => {
    const picker = await pickers().ready();
    const { canvas } = picker;
    picker.element.remove();
    watch.frames();
    picker.element.design = withShape(DEFAULT_DESIGN, 'straight');
    picker.element.stage = 'before';
    await picker.update();
    await later(50);
    assert.equal(watch.frames(), 0);
    assert.equal(canvas.width, 0);
    assert.isUndefined(await picker.element.picture());
    page.element.append(picker.element);
    await picker.ready();
    assert.equal(picker.element.design?.shape, 'straight');
    assert.equal(picker.picked(words.time), words.before);
    assert.isAbove(picker.canvas.width, 0);
  });

  it('forgets a photo when it leaves, and keeps it when it is only moved', async () => {
    const photo = await photoFile({ width: 400, height: 400 });
    watch.canvases.clear();
    const picker = await pickers().usable();
    await picker.choosePhoto(photo);
    await picker.ready();
    const elsewhere = document.createElement('div');
    page.element.append(elsewhere);
    elsewhere.append(picker.element);
    await picker.ready();
    assert.doesNotThrow(() => picker.mark('top'));
    picker.element.remove();
    await later(30);
    assert.equal(held(), 0);
    page.element.append(picker.element);
    await picker.ready();
    assert.throws(() => picker.mark('top'));
    assert.doesNotThrow(() => picker.choice(words.view, words.views.front));
  });

  it('gives up a photo that is being read when it leaves', async () => {
    const photo = await photoFile({ width: 3000, height: 2000 });
    watch.canvases.clear();
    const picker = await pickers().usable();
    await picker.offerPhoto(photo);
    picker.element.remove();
    await later(400);
    assert.equal(held(), 0);
    page.element.append(picker.element);
    await picker.ready();
    assert.throws(() => picker.mark('top'));
    assert.equal(picker.alert, '');
    await picker.choosePhoto(await photoFile({ width: 400, height: 400 }));
    assert.doesNotThrow(() => picker.mark('top'));
  });

  it('goes on as it was when it is moved', async () => {
    const picker = await pickers({ view: 'front' }).ready();
    await picker.choose(words.shape, words.shapes.round);
    const before = await picker.pixels();
    const elsewhere = document.createElement('div');
    page.element.append(elsewhere);
    elsewhere.append(picker.element);
    await picker.update();
    assert.equal(picker.element.design?.shape, 'round');
    const after = await picker.pixels();
    assert.isTrue(before.data.every((value, i) => value === after.data[i]));
    await picker.press(words.undo);
    assert.equal(picker.element.design?.shape, DEFAULT_DESIGN.shape);
  });

  it('keeps two on a page apart', async () => {
    const [one, other] = [await pickers().usable(), await pickers().usable()];
    await one.choose(words.shape, words.shapes.straight);
    await other.choose(words.view, words.views.top);
    assert.equal(other.element.design?.shape, DEFAULT_DESIGN.shape);
    assert.equal(one.element.design?.view, DEFAULT_DESIGN.view);
    assert.equal(one.picked(words.shape), words.shapes.straight);
  });

  it('shows the next one at once what was worked out for the first', async () => {
    const pictures = async () => {
      const picker = await pickers({ view: 'left' }).usable();
      let count = 0;
      picker.root.addEventListener('drawn', () => count++);
      const finest = await picker.pixels();
      return { count, finest };
    };
    const first = await pictures();
    const next = await pictures();
    assert.isAtLeast(first.count, 2, 'coarse, then fine');
    assert.equal(next.count, 1);
    assert.isTrue(next.finest.data.every((value, i) => value === first.finest.data[i]));
  });

  it('is forgotten once nobody holds it', async function () {
    if (!can('collectGarbage')) return this.skip();
    const made = async () => {
      const element = document.createElement('smp-hairline-picker');
      document.body.append(element);
      await element.picture().then((picture) => picture?.close());
      element.remove();
      return new WeakRef(element);
    };
    const gone = await made();
    const kept = document.createElement('smp-hairline-picker');
    const still = new WeakRef(kept);
    watch.canvases.clear();
    for (let times = 0; times < 20 && gone.deref(); times++) {
      await turn();
      await collectGarbage();
    }
    assert.isUndefined(gone.deref());
    assert.equal(still.deref(), kept, 'one that is held stays');
  });
});
