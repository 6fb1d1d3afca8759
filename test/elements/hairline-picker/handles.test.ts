import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { DEFAULT_DESIGN } from '../../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { en as words } from '../../../src/locales/hairline/en.js';
import { photoEn } from '../../../src/locales/hairline/photo.en.js';
import { HANDLES } from '../../../src/scalp/handle.js';
import { drag, engine, press } from '../../support/browser.js';
import { usePickers, type HairlinePickerHarness } from '../../support/hairline-picker.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import { isShown } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import { photoFile } from '../consultation/support/photo-file.js';

const designOf = ({ element }: HairlinePickerHarness): HairlineDesign => element.design ?? DEFAULT_DESIGN;

/** The heights of all marks of a line. */
const heightsOf = (picker: HairlinePickerHarness): number[] => HANDLES.map((name) => designOf(picker)[name]);

/** How often a change was told. */
function counted(picker: HairlinePickerHarness): () => number {
  let times = 0;
  picker.element.addEventListener('smp-hairline-changed', () => times++);
  return () => times;
}

describe(`the marks of <smp-hairline-picker> in ${engine}`, () => {
  const pickers = usePickers();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  for (const name of HANDLES) {
    it(`moves ${name} alone by its mark, with a mouse and with a finger, each time in one step`, async () => {
      const picker = await pickers({ view: 'front' }).usable();
      const before = designOf(picker);
      const changes = counted(picker);
      for (const pointerType of ['mouse', 'touch'] as const) {
        const steps = [4, 10, 16].map((y) => ({ x: 3, y: pointerType === 'mouse' ? y : -y }));
        await picker.drag(picker.mark(name), steps, 'pointerup', { pointerType });
        const after = designOf(picker);
        assert.deepEqual({ ...after, [name]: 0 }, { ...before, [name]: 0 });
        if (pointerType === 'mouse') assert.isBelow(after[name], before[name] - 3);
        else assert.isAbove(after[name], before[name] + 3);
        assert.equal(changes(), pointerType === 'mouse' ? 1 : 3);
        await picker.press(words.undo);
        assert.deepEqual(designOf(picker), before);
      }
    });
  }

  it('can be dragged by the real mouse, as the sliders can', async () => {
    const picker = pickers({ view: 'front' });
    picker.element.scrollIntoView();
    await picker.usable();
    const changes = counted(picker);
    const mark = picker.placeOf(picker.mark('midHeight'));
    await drag(mark, { x: mark.x, y: mark.y + 8 }, { x: mark.x + 2, y: mark.y + 15 }, { x: mark.x, y: mark.y + 22 });
    await picker.update();
    assert.isBelow(designOf(picker).midHeight, 80);
    assert.equal(changes(), 1);
    const slider = picker.slider(words.rightCorner);
    slider.scrollIntoView({ block: 'center' });
    const { left, width, top, height } = slider.getBoundingClientRect();
    const share = (designOf(picker).rightCorner - 60) / 80;
    const at = (part: number) => ({ x: left + 8 + (width - 16) * part, y: top + height / 2 });
    await drag(at(share), at(share + 0.1), at(share + 0.2), at(0.9));
    await picker.update();
    assert.isAbove(designOf(picker).rightCorner, 120);
    assert.equal(changes(), 2);
    await picker.press(words.undo);
    await picker.press(words.undo);
    assert.deepEqual(designOf(picker), { ...DEFAULT_DESIGN, view: 'front' });
  });

  it('stays where it is when a finger touches its rim, and follows from there', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const before = designOf(picker);
    for (const name of HANDLES) {
      const { width, height } = picker.mark(name).getBoundingClientRect();
      assert.isAtLeast(Math.min(width, height), 43.5, 'as large as a fingertip');
      for (const aside of [
        { x: 0, y: 20 },
        { x: -18, y: -18 },
      ]) {
        const pointer = picker.pointer(picker.mark(name), { aside, pointerType: 'touch' });
        await pointer.down();
        await pointer.move({ x: 0, y: 0 });
        await pointer.end();
        assert.deepEqual(designOf(picker), before);
      }
    }
    const change = async (aside: { x: number; y: number }) => {
      await picker.drag(picker.mark('midHeight'), [{ x: 0, y: 14 }], 'pointerup', { aside });
      const { midHeight } = designOf(picker);
      await picker.press(words.undo);
      return midHeight;
    };
    assert.approximately(await change({ x: 0, y: 20 }), await change({ x: 0, y: 0 }), 1);
    assert.isTrue(picker.button(words.undo).matches('[aria-disabled=true]'));
  });

  it('follows one finger at a time', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const before = designOf(picker);
    const first = picker.pointer(picker.mark('midHeight'), { pointerType: 'touch', pointerId: 1 });
    const second = picker.pointer(picker.mark('leftCorner'), { pointerType: 'touch', pointerId: 2, isPrimary: false });
    await first.down();
    await first.move({ x: 0, y: 6 });
    await second.down();
    await second.move({ x: 0, y: -20 });
    await first.move({ x: 0, y: 16 });
    await second.end({ x: 0, y: -20 });
    await first.end({ x: 0, y: 16 });
    const after = designOf(picker);
    assert.isBelow(after.midHeight, before.midHeight - 4);
    assert.deepEqual({ ...after, midHeight: 0 }, { ...before, midHeight: 0 });
    await picker.press(words.undo);
    assert.deepEqual(designOf(picker), before);
  });

  it('compares at the place of the picture that is dragged to, or tapped', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const changes = counted(picker);
    const share = () => picker.slider(words.compare).valueAsNumber;
    const { left, width } = picker.canvas.getBoundingClientRect();
    const from = width / 2;
    await picker.drag(picker.canvas, [{ x: 40, y: 0 }]);
    assert.throws(share, /no slider/);
    await picker.press(words.compare);
    assert.equal(share(), 50);
    const pointer = picker.pointer(picker.canvas, { pointerType: 'touch' });
    await pointer.down();
    assert.equal(share(), 50, 'a finger that may want to scroll changes nothing yet');
    await pointer.move({ x: 60, y: 2 });
    assert.approximately(share(), (100 * (from + 60)) / width, 1);
    await pointer.end({ x: 60, y: 2 }, 'pointercancel');
    assert.equal(share(), 50, 'the page is scrolled instead');
    await picker.drag(picker.canvas, [
      { x: -30, y: 0 },
      { x: -80, y: 5 },
    ]);
    assert.approximately(share(), (100 * (from - 80)) / width, 1);
    const line = picker.root.querySelector('.split')?.getBoundingClientRect().right ?? NaN;
    assert.approximately(line - left, from - 80, 2, 'the line is under the finger');
    await picker.drag(picker.canvas, [], 'pointerup', { aside: { x: 50, y: 0 } });
    assert.approximately(share(), (100 * (from + 50)) / width, 1, 'tapped');
    await picker.drag(picker.canvas, [{ x: 4000, y: 0 }]);
    assert.equal(share(), 100);
    assert.equal(changes(), 0);
    // Marks are still dragged as marks are.
    await picker.drag(picker.mark('midHeight'), [{ x: 0, y: 18 }]);
    assert.equal(share(), 100);
    assert.equal(changes(), 1);
    assert.equal(getComputedStyle(picker.canvas).touchAction, 'pan-y pinch-zoom');
  });

  it('compares a design that can’t be changed, too', async () => {
    const picker = await pickers({ readonly: '' }).usable();
    await picker.press(words.compare);
    await picker.drag(picker.canvas, [{ x: 40, y: 0 }]);
    assert.isAbove(picker.slider(words.compare).valueAsNumber, 55);
  });

  it('is dragged by the main button only', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    await picker.drag(picker.mark('midHeight'), [{ x: 0, y: 20 }], 'pointerup', { button: 2 });
    assert.equal(designOf(picker).midHeight, DEFAULT_DESIGN.midHeight);
  });

  it('is let go when it leaves the page, can’t be changed any more, or nothing is pressed', async () => {
    for (const away of ['removed', 'readonly', 'lifted elsewhere'] as const) {
      const picker = await pickers({ view: 'front' }).usable();
      const before = heightsOf(picker);
      const changes = counted(picker);
      const pointer = picker.pointer(picker.mark('midHeight'));
      await pointer.down();
      await pointer.move({ x: 0, y: 12 });
      assert.notDeepEqual(heightsOf(picker), before);
      if (away === 'removed') {
        picker.element.remove();
        document.body.append(picker.element);
      } else if (away === 'readonly') {
        picker.element.readOnly = true;
        await picker.update();
        picker.element.readOnly = false;
      }
      await picker.usable();
      const next = picker.pointer(picker.mark('leftCorner'));
      await next.hover({ x: 30, y: 40 });
      await next.hover({ x: 10, y: 50 });
      assert.deepEqual(heightsOf(picker), before, away);
      await picker.press(words.more(words.midHeight));
      assert.equal(changes(), 1, away);
      await picker.press(words.undo);
      assert.deepEqual(heightsOf(picker), before, away);
      picker.element.remove();
    }
  });

  it('is there on the sides from which the line is seen, and not on the others', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const shown = () => HANDLES.filter((name) => isShown(picker.mark(name)));
    assert.sameMembers(shown(), [...HANDLES]);
    await picker.choose(words.view, words.views.back);
    assert.isEmpty(shown());
    await picker.choose(words.view, words.views.left);
    assert.notInclude(shown(), 'rightCorner');
  });

  it('has words for where each slider stands, and stops at its ends', async () => {
    const picker = await pickers({ 'mid-height': '60', sessions: '1' }).usable();
    for (const details of picker.root.querySelectorAll('details')) details.open = true;
    await picker.press(words.compare);
    await picker.choosePhoto(await photoFile({ width: 400, height: 500 }));
    await picker.slide(photoEn.zoom, 200);
    const sliders = [...picker.root.querySelectorAll('input[type=range]')];
    assert.lengthOf(sliders, 11);
    for (const slider of sliders) {
      assert.match(slider.getAttribute('aria-valuetext') ?? '', /\d.*[\p{Letter}%]/u, slider.outerHTML);
    }
    assert.equal(picker.slider(words.sessions).getAttribute('aria-valuetext'), words.sessionCount(1));
    const less = picker.button(words.less(words.midHeight));
    assert.equal(less.getAttribute('aria-disabled'), 'true');
    less.click();
    await picker.update();
    assert.equal(designOf(picker).midHeight, 60);
    assert.isTrue(picker.button(words.undo).matches('[aria-disabled=true]'));
  });
});

describe(`<smp-hairline-picker> by the keyboard in ${engine}`, () => {
  const pickers = usePickers();
  const reports = usePageReports();

  afterEach(() => assert.isEmpty(reports.uncaught));

  const keys = async (picker: HairlinePickerHarness, control: HTMLElement, ...names: string[]) => {
    control.focus();
    assert.equal(picker.root.activeElement, control, `${control.outerHTML.slice(0, 80)} takes the focus`);
    for (const name of names) await press(name);
    await picker.update();
  };

  it('does everything', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const changes = counted(picker);
    const does = async (control: HTMLElement, key: string, changed: (design: HairlineDesign) => unknown, times = 1) => {
      const [before, count] = [changed(designOf(picker)), changes()];
      await keys(picker, control, key);
      assert.notEqual(changed(designOf(picker)), before, `${key} on ${control.outerHTML.slice(0, 80)}`);
      assert.equal(changes() - count, times, `${key} on ${control.outerHTML.slice(0, 80)}`);
    };
    await does(picker.choice(words.shape, words.shapes['natural-rounded']), 'ArrowRight', ({ shape }) => shape);
    await does(picker.choice(words.edge, words.edges['soft-broken']), 'ArrowRight', ({ edge }) => edge);
    await does(picker.choice(words.shade, words.shades['shade-3'] ?? ''), 'ArrowDown', ({ shade }) => shade);
    await does(picker.choice(words.density, words.densities.natural), 'ArrowRight', ({ density }) => density);
    await does(picker.choice(words.view, words.views.front), 'ArrowRight', ({ view }) => view, 0);
    for (const name of HANDLES) await does(picker.slider(words[name]), 'ArrowRight', (design) => design[name]);
    await does(picker.button(words.less(words.midHeight)), 'Enter', ({ midHeight }) => midHeight);
    await does(picker.button(words.more(words.leftCorner)), 'Space', ({ leftCorner }) => leftCorner);
    await does(picker.button(words.undo), 'Enter', ({ leftCorner }) => leftCorner);
    await does(picker.button(words.redo), 'Enter', ({ leftCorner }) => leftCorner);
    const { seed } = designOf(picker);
    await keys(picker, picker.button(words.surprise), 'Space');
    await until('there is another', () => designOf(picker).seed !== seed);
    await does(picker.button(words.reset), 'Enter', ({ seed }) => seed);
    const [fine, you] = [...picker.root.querySelectorAll('summary')] as [HTMLElement, HTMLElement];
    await keys(picker, fine, 'Enter');
    await does(picker.choice(words.temples, words.templeStyles.soft), 'ArrowRight', ({ temples }) => temples);
    for (const name of ['temporalPeak', 'peakDepth', 'sessions'] as const) {
      await does(picker.slider(words[name]), 'ArrowRight', (design) => design[name]);
    }
    await keys(picker, you, 'Space');
    await keys(picker, picker.choice(words.skin, words.tone(4)), 'ArrowRight');
    assert.equal(picker.picked(words.skin), words.tone(5));
    await keys(picker, picker.choice(words.time, words.healed), 'ArrowLeft');
    assert.equal(picker.picked(words.time), words.afterSession(4));
    await keys(picker, picker.button(words.compare), 'Enter');
    await keys(picker, picker.slider(words.compare), 'ArrowRight', 'ArrowRight');
    assert.equal(picker.slider(words.compare).getAttribute('aria-valuetext'), words.beforeShare(52));
    await keys(picker, picker.button(words.comparing), 'Enter');
    assert.throws(() => picker.slider(words.compare));
    await keys(picker, picker.button(words.choose), 'Enter');
    assert.include(picker.said, words.chosen);
  });

  it('is all within reach, in the order in which it is read, and by names', async () => {
    const picker = await pickers().usable();
    for (const details of picker.root.querySelectorAll('details')) details.open = true;
    await picker.press(words.compare);
    await picker.choosePhoto(await photoFile({ width: 400, height: 500 }));
    const focusable = [...picker.root.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex]')];
    for (const one of focusable) {
      assert.isAtLeast(one.tabIndex, 0, one.outerHTML);
      assert.isNotTrue('disabled' in one && one.disabled, 'what is off still has its place');
      one.focus();
      assert.equal(picker.root.activeElement, one, one.outerHTML);
    }
    const clickable = [...picker.root.querySelectorAll('label, .button, .step, .link')].filter(
      (one) => !focusable.some((other) => one === other || one.contains(other) || one.getAttribute('for') === other.id),
    );
    assert.isEmpty(clickable.map((one) => one.outerHTML));
    const [mark] = HANDLES;
    assert.isFalse(picker.mark(mark).matches('button'), 'its slider stands for it');
    const top = picker.placeOf(picker.mark('top'));
    await keys(picker, picker.mark('top'), 'ArrowDown', 'ArrowDown');
    assert.isAbove(picker.placeOf(picker.mark('top')).y, top.y + 1);
  });
});

describe(`what <smp-hairline-picker> says in ${engine}`, () => {
  const pickers = usePickers();

  /** Everything that its polite places have said from now on. */
  function spoken(picker: HairlinePickerHarness): { readonly texts: string[]; readonly stop: () => void } {
    const texts: string[] = [];
    const observers = [...picker.root.querySelectorAll('[role=status]')].map((place) => {
      const observer = new MutationObserver(() => void texts.push((place.textContent ?? '').trim()));
      observer.observe(place, { childList: true, characterData: true, subtree: true });
      return observer;
    });
    return { texts, stop: () => observers.forEach((one) => one.disconnect()) };
  }

  /** Longer than it takes to speak. */
  const calm = () => new Promise((resolve) => setTimeout(resolve, 700));

  it('says each change once, and nothing while it is dragged', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    const { texts, stop } = spoken(picker);
    const heard = async () => {
      await calm();
      return texts.splice(0);
    };
    const pointer = picker.pointer(picker.mark('midHeight'));
    await pointer.down();
    for (const y of [3, 8, 13, 18]) await pointer.move({ x: 0, y });
    assert.isEmpty(await heard());
    await pointer.end({ x: 0, y: 18 });
    const [said = '', ...rest] = await heard();
    assert.isEmpty(rest);
    assert.match(said, /^Rounded hairline, soft edge, [67]\.\d cm above the brows/);
    await picker.slide(words.leftCorner, 100, 110, 120);
    assert.isAtMost((await heard()).length, 1);
    await picker.press(words.undo);
    await picker.press(words.undo);
    await picker.choose(words.edge, words.edges.defined);
    const [edge = '', ...more] = await heard();
    assert.include(edge, 'defined edge');
    assert.isEmpty(more, 'what is done in one go is said in one go');
    await picker.press(words.undo);
    assert.include((await heard()).join(), 'soft edge');
    await picker.press(words.redo);
    await picker.press(words.undo);
    assert.isEmpty(await heard(), 'nothing is another than it was');
    picker.element.edge = 'medium';
    assert.isEmpty(await heard(), 'the page knows what it does');
    stop();
  });

  it('says what is looked at, and on whom', async () => {
    const picker = await pickers({ view: 'front' }).usable();
    let said = '';
    const next = async () => (said = await picker.news(said));
    await picker.choose(words.view, words.views.top);
    assert.equal(await next(), 'View: Top');
    await picker.choose(words.time, words.afterSession(2));
    await picker.choose(words.skin, words.tone(8));
    assert.equal(await next(), 'When: Session 2. Skin: Tone 8 of 10');
    await picker.choose(words.hair, words.shades['shade-1'] ?? '');
    assert.equal(await next(), 'Stubble: Light');
    await picker.press(words.compare);
    assert.equal(await next(), '50% of the picture shows before');
    await picker.slide(words.compare, 30, 20);
    await calm();
    await picker.press(words.comparing);
    assert.equal(await next(), 'After');
    await picker.choosePhoto(await photoFile({ width: 400, height: 500 }));
    assert.equal(await next(), photoEn.help);
    await picker.press(words.useModel);
    assert.equal(await next(), 'View: Top');
  });

  it('says its advice with the change that calls for it, and not with others', async () => {
    const picker = await pickers().usable();
    await picker.slide(words.midHeight, 66);
    const low = await picker.news();
    assert.match(low, /6\.6 cm above the brows/);
    assert.include(low, words.advice['low'] ?? '?');
    await picker.choose(words.edge, words.edges.medium);
    assert.notInclude(await picker.news(low), words.advice['low'] ?? '?');
  });
});
