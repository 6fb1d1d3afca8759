import { join } from 'node:path';
import { rollup } from 'rollup';
import { ROOT } from '../../.config/entries.mjs';
import { median, openSlow } from './slow-browser.mjs';

/** A head without hair under the most dots: some 20,000 are seen from the front. */
const FULL = { density: 110, pattern: 'aa-totalis' };

/** The drawing alone, as one script. */
export async function drawingBundle() {
  const bundle = await rollup({
    input: 'drawing',
    plugins: [
      {
        name: 'drawing',
        resolveId: (id) => (id === 'drawing' ? id : null),
        load: (id) => {
          if (id !== 'drawing') return null;
          const from = (path) => JSON.stringify(join(ROOT, 'dist', path));
          return `export { HeadMaps } from ${from('scalp/head-maps.js')};
export { Preview } from ${from('scalp/preview.js')};
export { dotField } from ${from('scalp/dot-field.js')};
export { DEFAULT_DESIGN } from ${from('domain/design/hairline-design.js')};`;
        },
      },
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}

/** What a machine is measured by: 40,000 dots of 3 × 3 pixels, blended one by one into a picture of that width. */
const blendPlainly = (picture, side) => {
  let place = 1;
  for (let dot = 0; dot < 40_000; dot += 1) {
    place = (Math.imul(place, 1_664_525) + 1_013_904_223) >>> 0;
    const at = (place % (side * (side - 3))) * 4;
    for (let pixel = 0; pixel < 9; pixel += 1) {
      const to = at + (Math.floor(pixel / 3) * side + (pixel % 3)) * 4;
      for (let colour = 0; colour < 3; colour += 1) picture[to + colour] = (picture[to + colour] * 240) >> 8;
    }
  }
};

const measureScript = `async ({ density, pattern }) => {
  const { HeadMaps, Preview, dotField, DEFAULT_DESIGN } = await import('/drawing.js');
  const side = 640;
  const picture = new Uint8ClampedArray(side * side * 4);
  const maps = new HeadMaps();
  const preview = new Preview(maps);
  const look = { share: 1, strength: 1, width: 1, redness: 0 };
  const scene = { design: { ...DEFAULT_DESIGN, density }, view: 'front', look, pigment: [61, 57, 54], hair: [61, 57, 54], skin: [234, 218, 186], pattern, before: 0 };
  const timed = (work) => { const begun = performance.now(); work(); return performance.now() - begun; };
  for (const _ of maps.refine('front'));
  const dots = preview.draw(scene, side, picture);
  const fresh = Array.from({ length: 9 }, (_, seed) => timed(() => dotField(seed))).slice(2);
  const redraw = Array.from({ length: 20 }, () => timed(() => preview.draw(scene, side, picture)));
  const shaped = Array.from({ length: 20 }, (_, i) => timed(() => preview.draw({ ...scene, design: { ...scene.design, midHeight: 70 + i } }, side, picture)));
  const places = dotField(1).count;
  const plain = Array.from({ length: 20 }, () => timed(() => (${blendPlainly})(picture, side)));
  const cheap = ['look', 'pigment'].map((name) => timed(() => preview.draw({ ...scene, [name]: name === 'look' ? { ...look, share: 0.3 } : [40, 40, 40] }, side, picture)));
  return { dots, places, plain, fresh, redraw, shaped, cheap };
}`;

/** A canvas has this width until it is drawn on. */
const UNTOUCHED = 300;

/** Notes when something is first put on a canvas. */
const noteFirst = () => {
  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (...rest) {
    globalThis.firstPut_ ??= performance.now();
    return putImageData.apply(this, rest);
  };
};

/** Notes when the code of the picker has run: the same module is asked for once more. */
const noteRun = () => {
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (/\/picking-[^/]*\.js$/.test(name)) void import(name).then(() => (globalThis.run_ ??= performance.now()));
    }
  }).observe({ type: 'resource', buffered: true });
};

const firstScript = `async () => {
  const picker = document.querySelector('smp-hairline-picker');
  while (!globalThis.firstPut_ || !globalThis.run_) await new Promise(requestAnimationFrame);
  (await picker.picture())?.close();
  const begun = Math.min(globalThis.run_, globalThis.firstPut_);
  return { coarseMs: globalThis.firstPut_ - begun, fineMs: performance.now() - begun };
}`;

const viewScript = `async () => {
  const picker = document.querySelector('smp-hairline-picker');
  const times = [];
  for (const view of ['top', 'left', 'back', 'quarter']) {
    const begun = performance.now();
    picker.view = view;
    await picker.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    times.push(performance.now() - begun);
    (await picker.picture())?.close();
  }
  return times;
}`;

const cyclesScript = `async (times) => {
  const UNTOUCHED = ${UNTOUCHED};
  const canvases = [];
  for (let left = times; left > 0; left -= 1) {
    const picker = document.createElement('smp-hairline-picker');
    document.body.append(picker);
    while ((picker.shadowRoot?.querySelector('canvas')?.width ?? UNTOUCHED) === UNTOUCHED) await new Promise((done) => setTimeout(done, 1));
    canvases.push(new WeakRef(picker.shadowRoot.querySelector('canvas')));
    picker.remove();
  }
  return canvases.reduce((sum, canvas) => sum + (canvas.deref()?.width ?? 0), 0);
}`;

/** Frames a second while the middle of the line is dragged up and down, in a browser slowed down `cpu` times. */
async function drag(page) {
  const mark = await page.evaluate(() => {
    const { x, y, width, height } = document
      .querySelector('smp-hairline-picker')
      .shadowRoot.querySelector('[data-line=midHeight]')
      .getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(mark.x, mark.y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.frames_ = [];
    const next = (time) => globalThis.frames_.push(time) && requestAnimationFrame(next);
    requestAnimationFrame(next);
  });
  const begun = Date.now();
  for (let step = 0; Date.now() - begun < 3000; step += 1) {
    await page.mouse.move(mark.x, mark.y + 40 * Math.sin(step / 9));
    await new Promise((done) => setTimeout(done, 8));
  }
  await page.mouse.up();
  return page.evaluate(() => {
    const frames = globalThis.frames_;
    return ((frames.length - 1) / (frames.at(-1) - frames[0])) * 1000;
  });
}

/** Opens a picker; tells when it was first seen, and seen in full. */
async function open(browser, url, cpu) {
  const { page, close } = await openSlow(browser, { network: false, cpu });
  await page.addInitScript(noteFirst);
  await page.addInitScript(noteRun);
  await page.goto(`${url}/picker`);
  return { page, close, first: await page.evaluate(`(${firstScript})()`) };
}

/** How fast the hairline preview is drawn, at full speed and in a browser slowed down four times. */
export async function measureDrawing(browser, url, cycles = 1000) {
  const result = {};
  for (const cpu of [1, 4]) {
    const firsts = [];
    for (let again = 0; again < 6; again += 1) {
      const { close, first } = await open(browser, url, cpu);
      firsts.push(first);
      await close();
    }
    const { page, close, first } = await open(browser, url, cpu);
    firsts.push(first);
    const framesPerSecond = await drag(page);
    const views = await page.evaluate(`(${viewScript})()`);
    const { dots, places, plain, fresh, redraw, shaped, cheap } = await page.evaluate(
      `(${measureScript})(${JSON.stringify(FULL)})`,
    );
    result[cpu] = {
      coarseMs: median(firsts.map(({ coarseMs }) => coarseMs)),
      fineMs: median(firsts.map(({ fineMs }) => fineMs)),
      framesPerSecond,
      viewMs: Math.max(...views),
      dots,
      places,
      freshMs: median(fresh),
      /** A field of 20,000 dots. */
      fieldMs: (median(fresh) * 20_000) / places,
      plainMs: median(plain),
      redrawMs: median(redraw),
      shapedMs: median(shaped),
      otherMs: Math.max(...cheap),
    };
    await close();
  }
  const { page, close } = await openSlow(browser, { network: false, cpu: 1 });
  await page.goto(`${url}/empty`);
  await page.waitForFunction(`customElements.get('smp-hairline-picker')`);
  result.cycles = { times: cycles, canvasPixelsKept: await page.evaluate(`(${cyclesScript})(${cycles})`) };
  await close();
  return result;
}
