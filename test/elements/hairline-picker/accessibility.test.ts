import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { photoEn } from '../../../src/locales/hairline/photo.en.js';
import { HANDLES } from '../../../src/scalp/handle.js';
import { axeViolations, bringToRest, showsAxeAll, violations } from '../../support/accessibility.js';
import { can, emulateMedia, engine, press, setViewport } from '../../support/browser.js';
import { usePickers, type HairlinePickerHarness } from '../../support/hairline-picker.harness.js';
import { focusIn } from '../../support/keyboard.js';
import { isShown } from '../../support/slot-booker.harness.js';
import { photoFile } from '../consultation/support/photo-file.js';

type Pickers = ReturnType<typeof usePickers>;

const opened = (picker: HairlinePickerHarness): HairlinePickerHarness => {
  for (const details of picker.root.querySelectorAll('details')) details.open = true;
  return picker;
};

/** What a visitor can meet, and the way to it. */
const STATES: Readonly<Record<string, (pickers: Pickers) => Promise<HairlinePickerHarness>>> = {
  'the model': async (pickers) => opened(await pickers().usable()),
  'compared, with advice': async (pickers) => {
    const picker = await pickers({ 'mid-height': '62', 'left-corner': '60', view: 'front' }).usable();
    await picker.press(words.compare);
    return opened(picker);
  },
  'a photo, closer': async (pickers) => {
    const picker = await pickers().usable();
    await picker.choosePhoto(await photoFile({ width: 400, height: 500 }));
    await picker.slide(photoEn.zoom, 200);
    await picker.press(words.compare);
    return opened(picker);
  },
  'a refused file, and a chosen design': async (pickers) => {
    const picker = await pickers().usable();
    await picker.choosePhoto(new File(['no'], 'no.jpg', { type: 'image/jpeg' }));
    await picker.press(words.choose);
    return picker;
  },
  'a design to look at': async (pickers) => pickers({ readonly: '', shape: 'm-shape' }).usable(),
};

/** What reaches beyond the element, or makes the page wider than its window. */
function overflow({ element, root }: HairlinePickerHarness): string[] {
  const box = element.getBoundingClientRect();
  const found = [...root.querySelectorAll('*')]
    .filter((one) => isShown(one) && getComputedStyle(one).clipPath === 'none')
    .filter((one) => {
      // A mark at the rim of the picture is cut off there.
      const { left, right } = one.getBoundingClientRect();
      return (left < box.left - 1 || right > box.right + 1) && !one.matches('[part~=handle]');
    })
    .map((one) => one.outerHTML.slice(0, 120));
  const excess = document.documentElement.scrollWidth - innerWidth;
  return excess > 0 ? [...found, `the page is ${excess} px too wide`] : found;
}

describe(`all states of <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();

  afterEach(async () => {
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    document.documentElement.dir = 'ltr';
    if (can('emulateMedia')) await emulateMedia({});
  });

  for (const [state, reach] of Object.entries(STATES)) {
    it(`has nothing that axe objects to: ${state}`, async function () {
      if (!showsAxeAll) this.skip();
      const picker = await reach(pickers);
      assert.equal((await violations(picker.element)).join('\n'), '');
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.background = '#17191b';
      assert.equal((await violations(picker.element)).join('\n'), '', 'dark');
      if (!can('emulateMedia')) return;
      await emulateMedia({ 'forced-colors': 'active' });
      assert.equal((await violations(picker.element)).join('\n'), '', 'colours of the visitor’s own');
    });

    it(`needs no sideways scrolling at 320 pixels, or four times as large: ${state}`, async function () {
      await setViewport({ width: 320, height: 256 });
      try {
        const picker = await reach((attributes) => {
          const made = pickers(attributes);
          made.element.style.removeProperty('inline-size');
          return made;
        });
        assert.isEmpty(overflow(picker));
        // Letters alone, twice as large.
        document.documentElement.style.fontSize = '200%';
        assert.isEmpty(overflow(picker), 'with large letters');
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });
  }

  for (const [width, height] of [
    [360, 740],
    [640, 360],
    [320, 256],
  ] as const) {
    it(`never hides what has the focus behind the picture: ${width} by ${height} pixels`, async () => {
      await setViewport({ width, height });
      // The focus stays in the page: the tests after this one would get no keys from a browser that has it itself.
      const [above, below] = [document.createElement('button'), document.createElement('button')];
      try {
        const picker = pickers();
        picker.element.before(above);
        picker.element.after(below);
        picker.element.style.removeProperty('inline-size');
        await picker.usable();
        opened(picker);
        const picture = picker.root.querySelector('.picture');
        const hidden: string[] = [];
        picker.button(words.choose).focus();
        for (const key of ['Shift', '']) {
          let stops = 0;
          for (; stops < 70; stops++) {
            await press(...(key ? [key, 'Tab'] : ['Tab']));
            const focused = focusIn(picker.root);
            if (!focused) break;
            const shown = focused.closest('label') ?? focused;
            const one = shown.getBoundingClientRect();
            const other = picture?.getBoundingClientRect() ?? new DOMRect();
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (wide > 0 && high > 0 && wide * high > (one.width * one.height) / 2)
              hidden.push(shown.outerHTML.slice(0, 120));
          }
          assert.isAbove(stops, 30);
        }
        assert.equal(hidden.join('\n'), '');
      } finally {
        above.remove();
        below.remove();
        await setViewport({ width: 800, height: 600 });
      }
    });
  }

  it('lets nothing show through the picture in colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) return this.skip();
    await emulateMedia({ 'forced-colors': 'active' });
    const picker = await pickers().usable();
    const picture = picker.root.querySelector('.picture');
    assert.match(picture ? getComputedStyle(picture).backgroundColor : '', /^rgb\(/);
  });

  it('would be told by axe of what is wrong', async () => {
    const picker = await pickers().usable();
    picker.slider(words.midHeight).id = 'elsewhere';
    assert.match((await axeViolations(picker.element)).join('\n'), /^label: /m);
  });

  it('shows what is chosen, compared and dragged in colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) return this.skip();
    await emulateMedia({ 'forced-colors': 'active' });
    const picker = await STATES['compared, with advice']?.(pickers);
    if (!picker) throw new Error('There is no such state');
    const looks = (label: string) => {
      const option = picker.choice(words.edge, label).closest('label');
      if (!option) throw new Error(`There is no ${label}`);
      const { borderTopColor, outline, backgroundColor, borderTopWidth } = getComputedStyle(option);
      return [borderTopColor, outline, backgroundColor, borderTopWidth].join(' ');
    };
    bringToRest(picker.element);
    assert.notEqual(looks(words.edges['soft-broken']), looks(words.edges.medium));
    for (const name of HANDLES) {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(picker.mark(name), '::before');
      assert.equal(borderTopStyle, 'solid');
      assert.isAbove(parseFloat(borderTopWidth), 0);
    }
    const before = await picker.pixels();
    await emulateMedia({});
    const after = await picker.pixels();
    assert.isTrue(
      before.data.every((value, i) => value === after.data[i]),
      'the picture keeps its colours',
    );
  });

  it('moves nothing by itself for who wants it calm', async function () {
    if (!can('emulateMedia')) return this.skip();
    const moving = (picker: HairlinePickerHarness) =>
      [...picker.root.querySelectorAll('*')].flatMap((one) =>
        ['', '::before', '::after']
          .map((pseudo) => getComputedStyle(one, pseudo))
          .filter(({ transitionDuration, animationName, scrollBehavior }) =>
            [parseFloat(transitionDuration) > 0.011, animationName !== 'none', scrollBehavior === 'smooth'].includes(
              true,
            ),
          )
          .map(({ transitionDuration }) => `${one.outerHTML.slice(0, 80)} ${transitionDuration}`),
      );
    const picker = await pickers().usable();
    assert.isNotEmpty(moving(picker), 'something does move for others');
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    assert.equal(moving(picker).join('\n'), '');
  });

  it('mirrors its controls on a page from right to left, and neither the head nor the client’s sides', async () => {
    const places = (picker: HairlinePickerHarness) => {
      const frame = picker.canvas.getBoundingClientRect();
      const box = picker.element.getBoundingClientRect();
      const inFrame = (one: Element) => Math.round(picker.placeOf(one).x - frame.left);
      const fromStart = (one: Element) => Math.round(picker.placeOf(one).x - box.left);
      return {
        width: Math.round(box.width),
        marks: HANDLES.map((name) => inFrame(picker.mark(name))),
        controls: [
          fromStart(picker.button(words.less(words.midHeight))),
          fromStart(picker.slider(words.midHeight)),
          fromStart(picker.button(words.more(words.midHeight))),
          fromStart(picker.button(words.choose)),
          fromStart(picker.choice(words.edge, words.edges.medium)),
        ],
      };
    };
    const picker = await pickers({ view: 'front', 'left-corner': '110' }).ready();
    const plain = places(picker);
    const before = await picker.pixels();
    picker.element.remove();
    const turned = await pickers({ view: 'front', 'left-corner': '110', dir: 'rtl' }).ready();
    const mirrored = places(turned);
    const after = await turned.pixels();
    assert.isTrue(before.data.every((value, i) => value === after.data[i]));
    assert.deepEqual(mirrored.marks, plain.marks);
    for (const [i, x] of plain.controls.entries()) {
      assert.approximately(mirrored.controls[i] ?? NaN, plain.width - x, 2, `control ${i}`);
    }
    // Dragging is not mirrored either.
    const value = () => turned.element.design?.leftCorner ?? 0;
    const left = value();
    await turned.drag(turned.mark('leftCorner'), [{ x: 0, y: -10 }]);
    assert.isAbove(value(), left);
    await turned.press(words.compare);
    await turned.slide(words.compare, 100);
    turned.element.stage = 'healed';
    const all = await turned.pixels();
    await turned.slide(words.compare, 0);
    assert.isTrue((await turned.pixels()).data.some((one, i) => one !== all.data[i]));
  });

  it('compares from the same side as its slider shows, also from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const picker = await pickers({ view: 'front' }).ready();
    await picker.press(words.compare);
    await picker.slide(words.compare, 20);
    const slider = picker.slider(words.compare);
    assert.equal(getComputedStyle(slider).direction, 'ltr');
    const { width } = picker.canvas.getBoundingClientRect();
    const split = picker.root.querySelector('.split')?.getBoundingClientRect();
    assert.approximately(split?.width ?? 0, width * 0.2, 3);
    assert.approximately((split?.left ?? 0) - picker.canvas.getBoundingClientRect().left, 0, 1);
  });
});
