import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { photoEn } from '../../../src/locales/hairline/photo.en.js';
import { violations } from '../../support/accessibility.js';
import { engine } from '../../support/browser.js';
import { usePickers } from '../../support/hairline-picker.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import { turn } from '../../support/until.js';
import { photoFile } from '../consultation/support/photo-file.js';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Watches every way out of a page, and every place where it could keep something. Names what was used. */
function watchLeaks(): { readonly seen: string[]; readonly stop: () => void } {
  const seen: string[] = [];
  const undo: (() => void)[] = [];
  const put = (on: object, name: string, descriptor: PropertyDescriptor): void => {
    const was = Object.getOwnPropertyDescriptor(on, name);
    Object.defineProperty(on, name, { ...descriptor, configurable: true });
    undo.push(() => (was ? Object.defineProperty(on, name, was) : Reflect.deleteProperty(on, name)));
  };
  /** Calls go on, but for those that would last. */
  const call = (on: object, name: string, goesOn = true): void => {
    const real: unknown = Reflect.get(on, name);
    if (typeof real !== 'function') throw new Error(`There is no ${name}`);
    const value = new Proxy(real, {
      apply: (target, self, args: unknown[]): unknown => {
        seen.push(name);
        return goesOn ? Reflect.apply(target, self, args) : undefined;
      },
      construct: (target, args: unknown[]): object => {
        seen.push(name);
        return Reflect.construct(target, args) as object;
      },
    });
    put(on, name, { value, writable: true });
  };
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'RTCPeerConnection']) {
    if (name in window) call(window, name);
  }
  call(navigator, 'sendBeacon', false);
  call(XMLHttpRequest.prototype, 'open', false);
  call(Storage.prototype, 'setItem', false);
  call(URL, 'createObjectURL', false);
  for (const name of ['pushState', 'replaceState']) call(history, name, false);
  for (const name of LEVELS) call(console, name, false);
  const { indexedDB: base } = window;
  put(window, 'indexedDB', { get: () => (seen.push('indexedDB'), base) });
  if ('caches' in window) {
    const { caches: stores } = window;
    put(window, 'caches', { get: () => (seen.push('caches'), stores) });
  }
  put(HTMLImageElement.prototype, 'src', { set: () => void seen.push('src') });
  return {
    seen,
    stop: () => {
      for (const step of undo.reverse()) step();
    },
  };
}

describe(`an own photo in <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  const skin = (width = 600, height = 800, type = 'image/jpeg') => photoFile({ width, height, type });

  for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
    it(`takes a ${type}`, async function () {
      const photo = await skin(600, 800, type);
      if (photo.type !== type) return this.skip();
      const picker = await pickers().ready();
      const before = await picker.pixels();
      await picker.choosePhoto(photo);
      assert.equal(picker.alert, '');
      const after = await picker.pixels();
      assert.isFalse(after.data.every((value, i) => value === before.data[i]));
      await picker.press(words.useModel);
      const back = await picker.pixels();
      assert.isTrue(back.data.every((value, i) => value === before.data[i]));
    });
  }

  it('has four marks to be dragged, tapped to their places, or moved by keys', async () => {
    const picker = await pickers({ view: 'front' }).ready();
    await picker.choosePhoto(await skin());
    const where = (name: 'top' | 'brow' | 'left' | 'right') => picker.placeOf(picker.mark(name));
    const top = where('top');
    await picker.drag(picker.mark('top'), [{ x: 20, y: 10 }]);
    assert.approximately(where('top').x, top.x + 20, 1);
    assert.approximately(where('top').y, top.y + 10, 1);
    const brow = where('brow');
    await picker.drag(picker.mark('brow'), []);
    assert.equal(picker.mark('brow').getAttribute('aria-pressed'), 'true');
    const { left, top: edge, width } = picker.canvas.getBoundingClientRect();
    picker.canvas.dispatchEvent(
      new PointerEvent('pointerdown', {
        bubbles: true,
        composed: true,
        clientX: left + width * 0.45,
        clientY: edge + width * 0.5,
      }),
    );
    await picker.update();
    assert.approximately(where('brow').x, left + width * 0.45, 1);
    assert.notEqual(where('brow').y, brow.y);
    const side = where('left');
    picker
      .mark('left')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    await picker.update();
    assert.approximately(where('left').x, side.x + width * 0.005, 0.6);
  });

  it('has a slider and buttons for where each mark is, both ways', async () => {
    const picker = await pickers({ view: 'front' }).ready();
    await picker.choosePhoto(await skin());
    const { width } = picker.canvas.getBoundingClientRect();
    for (const name of ['top', 'brow', 'left', 'right'] as const) {
      const pose = photoEn.poses[name];
      assert.throws(() => picker.slider(`${pose}: ${photoEn.across}`));
      await picker.choose(photoEn.mark, pose);
      assert.equal(picker.mark(name).getAttribute('aria-pressed'), 'true');
      for (const [axis, label] of [
        ['x', `${pose}: ${photoEn.across}`],
        ['y', `${pose}: ${photoEn.down}`],
      ] as const) {
        const at = () => picker.placeOf(picker.mark(name))[axis];
        const start = at();
        await picker.press(words.more(label));
        await picker.press(words.more(label));
        await picker.press(words.less(label));
        assert.approximately(at(), start + width * 0.01, width * 0.006, label);
        const slider = picker.slider(label);
        assert.match(slider.getAttribute('aria-valuetext') ?? '', /^\d+\u00a0%$/);
        await picker.slide(label, slider.valueAsNumber + 3);
        assert.approximately(at(), start + width * 0.04, width * 0.006, `${label}, slid`);
      }
      assert.equal(picker.picked(photoEn.mark), pose, 'it stays chosen');
      assert.isEmpty(await violations(picker.element));
    }
  });

  it('is moved under a finger in every direction once it is closer, and lets the page scroll before', async () => {
    const picker = await pickers().ready();
    const allowed = () => getComputedStyle(picker.canvas).touchAction;
    assert.equal(allowed(), 'pan-y pinch-zoom');
    await picker.choosePhoto(await skin());
    assert.equal(allowed(), 'pan-y pinch-zoom');
    await picker.slide(photoEn.zoom, 250);
    assert.equal(allowed(), 'pinch-zoom');
    const before = picker.placeOf(picker.mark('brow'));
    await picker.drag(picker.canvas, [{ x: 0, y: 30 }], 'pointerup', { pointerType: 'touch' });
    assert.approximately(picker.placeOf(picker.mark('brow')).y, before.y + 30, 1);
    await picker.press(words.useModel);
    assert.equal(allowed(), 'pan-y pinch-zoom');
  });

  it('moves the line on the photo as on the model', async () => {
    const picker = await pickers({ view: 'front' }).ready();
    await picker.choosePhoto(await skin());
    const before = picker.element.design;
    await picker.drag(picker.mark('midHeight'), [{ x: 0, y: 8 }]);
    assert.isBelow(picker.element.design?.midHeight ?? 0, before?.midHeight ?? 0);
  });

  it('is looked at closer, without dragging too', async () => {
    const picker = await pickers().ready();
    await picker.choosePhoto(await skin());
    const whole = await picker.pixels();
    await picker.slide(photoEn.zoom, 250);
    const close = await picker.pixels();
    assert.isFalse(close.data.every((value, i) => value === whole.data[i]));
    await picker.slide(photoEn.across, 70);
    const aside = await picker.pixels();
    assert.isFalse(aside.data.every((value, i) => value === close.data[i]));
    assert.isEmpty(await violations(picker.element));
  });

  it('goes nowhere', async () => {
    const watch = watchLeaks();
    try {
      const picker = await pickers().ready();
      const photo = await skin();
      await turn();
      const before = performance.getEntriesByType('resource').length;
      watch.seen.length = 0;
      const address = location.href;
      await picker.choosePhoto(photo);
      await picker.slide(words.midHeight, 90);
      await picker.drag(picker.mark('top'), [{ x: 9, y: 9 }]);
      await picker.slide(photoEn.zoom, 200);
      await picker.press(words.compare);
      await picker.press(words.choose);
      (await picker.pixels()).data.fill(0);
      await picker.press(words.useModel);
      // Code that is needed with a photo alone may come late, and is all that comes.
      const fetched = performance.getEntriesByType('resource').slice(before);
      assert.isEmpty(
        fetched
          .map(({ name }) => new URL(name))
          .filter(({ origin, pathname }) => origin !== location.origin || !pathname.startsWith('/src/')),
      );
      assert.isEmpty(watch.seen);
      assert.equal(location.href, address);
      assert.isEmpty(document.cookie);
    } finally {
      watch.stop();
    }
  });

  it('would be seen if it went anywhere', async () => {
    const watch = watchLeaks();
    try {
      navigator.sendBeacon('/photo');
      sessionStorage.setItem('photo', 'x');
      localStorage.setItem('photo', 'x');
      await window.fetch('data:text/plain,photo').catch(() => undefined);
      new XMLHttpRequest().open('POST', '/photo');
      new WebSocket('ws://127.0.0.1:9/photo').close();
      new EventSource('/photo').close();
      indexedDB.open('photo');
      history.replaceState(null, '', location.href);
      URL.createObjectURL(new Blob(['photo']));
      new Image().src = '/photo';
      new BroadcastChannel('photo').close();
      for (const level of LEVELS) console[level]('photo');
    } finally {
      watch.stop();
    }
    assert.sameMembers(
      [...new Set(watch.seen)],
      [
        'sendBeacon',
        'setItem',
        'fetch',
        'open',
        'WebSocket',
        'EventSource',
        'indexedDB',
        'replaceState',
        'createObjectURL',
        'src',
        'BroadcastChannel',
        ...LEVELS,
      ],
    );
  });
});
