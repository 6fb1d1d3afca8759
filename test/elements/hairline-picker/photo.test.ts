import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { photoEn } from '../../../src/locales/hairline/photo.en.js';
import { violations } from '../../support/accessibility.js';
import { engine } from '../../support/browser.js';
import { usePickers } from '../../support/hairline-picker.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import { photoFile } from '../consultation/support/photo-file.js';

const file = (content: BlobPart, name = 'head.jpg', type = 'image/jpeg') => new File([content], name, { type });

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

  it('says what is wrong with a file, and goes on', async () => {
    const picker = await pickers().ready();
    const { refusals } = photoEn;
    await picker.choosePhoto(file('just some words'));
    assert.equal(picker.alert, refusals['not-a-photo']);
    await picker.choosePhoto(file('GIF89a' + '\0'.repeat(40), 'a.gif', 'image/gif'));
    assert.equal(picker.alert, refusals['not-a-photo']);
    await picker.choosePhoto(await skin(60, 60));
    assert.equal(picker.alert, refusals['too-small']);
    await picker.choosePhoto(file(new Uint8Array(16_000_000)));
    assert.equal(picker.alert, refusals['too-many-bytes']);
    const whole = new Uint8Array(await (await skin()).arrayBuffer());
    await picker.choosePhoto(file(whole.slice(0, whole.length / 3)));
    assert.equal(picker.alert, refusals.unreadable);
    await picker.choosePhoto(await skin());
    assert.equal(picker.alert, '');
  });

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
    const seen: string[] = [];
    const { fetch } = window;
    const { open } = XMLHttpRequest.prototype;
    const { setItem } = Storage.prototype;
    const { sendBeacon } = navigator;
    window.fetch = (...rest) => {
      seen.push(`fetch ${String(rest[0])}`);
      return fetch(...rest);
    };
    XMLHttpRequest.prototype.open = function (...rest: unknown[]) {
      seen.push(`request ${String(rest[1])}`);
      Reflect.apply(open, this, rest);
    };
    Storage.prototype.setItem = (key) => void seen.push(`storage ${key}`);
    navigator.sendBeacon = (address) => seen.push(`beacon ${String(address)}`) > 0;
    const address = location.href;
    const picker = await pickers().ready();
    await picker.choosePhoto(await skin());
    await picker.slide(words.midHeight, 90);
    await picker.press(words.choose);
    (await picker.pixels()).data.fill(0);
    const quiet = [...seen];
    // What would be seen of a photo that went somewhere.
    navigator.sendBeacon('/photo');
    sessionStorage.setItem('photo', 'x');
    await window.fetch('data:text/plain,photo').catch(() => undefined);
    window.fetch = fetch;
    XMLHttpRequest.prototype.open = open;
    Storage.prototype.setItem = setItem;
    navigator.sendBeacon = sendBeacon;
    assert.isEmpty(quiet);
    assert.lengthOf(seen, 3);
    assert.equal(location.href, address);
    assert.isEmpty(reports.warnings);
  });
});
