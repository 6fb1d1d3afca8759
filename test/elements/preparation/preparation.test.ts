import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { visitor } from '../../../src/controllers/visitor.js';
import type { SmpErrorEvent } from '../../../src/events/error-event.js';
import { en as words } from '../../../src/locales/care/en.js';
import { formatsOf } from '../../../src/locales/formats.js';
import { axeViolations, showsAxeAll, violations } from '../../support/accessibility.js';
import { emulateMedia, engine, press, setViewport } from '../../support/browser.js';
import { careOn } from '../../support/care.harness.js';
import { backend, clinic, MONDAY, useClinicPage } from '../../support/clinic-page.js';

describe(`<smp-preparation> in ${engine}`, () => {
  const page = useClinicPage();
  const { now } = visitor;

  beforeEach(() => {
    visitor.now = () => MONDAY;
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  afterEach(() => {
    visitor.now = now;
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('counts down to a session and marks today', async () => {
    const care = await careOn(page, 'smp-preparation', { date: '2026-12-01' }).ready();
    assert.equal(care.parts('heading')[0]?.textContent, words.preparationTitle);
    const [today] = care.parts('stretch').filter((one) => one.getAttribute('aria-current') === 'date');
    assert.include(today?.textContent, formatsOf('en-GB').day('2026-11-30'));
    assert.include(today?.textContent, words.today);
    assert.include(care.text(), words.inDays(1));
    assert.include(today?.textContent, String(words.preparation['no-tanning']));
  });

  it('speaks in relative days without a date', async () => {
    const care = await careOn(page, 'smp-preparation').ready();
    assert.equal(care.stretches()[0], '7 days before your session');
    assert.isEmpty(care.parts('calendar'));
  });

  it('takes dates from the address, and tells one that is none', async () => {
    history.replaceState(null, '', '#date=2026-12-24');
    const linked = await careOn(page, 'smp-preparation').ready();
    assert.include(linked.text(), '24 December 2026');
    // As a skip link does.
    const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = 'main';
    await followed;
    await linked.element.updateComplete;
    assert.include(linked.text(), '24 December 2026');
    const errors: string[] = [];
    page.element.addEventListener('smp-error', (event: SmpErrorEvent) => errors.push(event.error.message));
    const care = await careOn(page, 'smp-preparation', { date: '2026-13-40, 2026-12-10', look: 'long' }).ready();
    assert.include(care.text(), '10 December 2026');
    await care.shows('the mistakes', () => errors.length >= 2);
    assert.deepEqual(errors.sort(), ['date: "2026-13-40" is not a date', 'look: "long" is not one of shaved, density']);
  });

  it('takes the booked sessions and the rules of its clinic', async () => {
    const host = page.clinic({
      adapter: backend({ clinic: { ...clinic, care: { shave: 'day-before', alcoholHours: 72, dryDays: 99 } } }),
    });
    const errors: string[] = [];
    host.addEventListener('smp-error', (event) => errors.push(event.error.message));
    const care = await careOn({ element: host }, 'smp-preparation', { date: '2026-12-10' }).ready();
    assert.include(care.text(), words.onlyFor.shaved);
    assert.include(care.text(), String(words.preparation['shave-day-before']));
    assert.include(care.text(), clinic.phone ?? '?');
    await care.shows('the mistake', () => errors.length === 1);
    assert.deepEqual(errors, ['care: dryDays is not a whole number from 3 to 5']);
    care.element.setAttribute('look', 'density');
    await care.element.updateComplete;
    assert.notInclude(care.text(), String(words.preparation['shave-day-before']));
    assert.include(care.text(), String(words.preparation['keep-hair']));
  });

  it('remembers ticks on the device, by codes alone', async () => {
    const care = await careOn(page, 'smp-preparation', { date: '2026-12-10' }).ready();
    const [first] = care.ticks();
    first?.click();
    assert.equal(localStorage.getItem('smp-care/1//2026-12-10'), 'moisturise-before');
    care.element.remove();
    const again = await careOn(page, 'smp-preparation', { date: '2026-12-10' }).ready();
    assert.isTrue(again.ticks()[0]?.checked);
    again.ticks()[0]?.click();
    assert.isNull(localStorage.getItem('smp-care/1//2026-12-10'));
    const other = await careOn(page, 'smp-preparation', { date: '2026-12-11' }).ready();
    assert.isFalse(other.ticks()[0]?.checked);
    // Of an earlier visit, with a step that is none any more.
    localStorage.setItem('smp-care/1//2026-12-12', 'gone,ask-medicine');
    const earlier = await careOn(page, 'smp-preparation', { date: '2026-12-12' }).ready();
    assert.deepEqual(
      earlier
        .ticks()
        .map(({ checked }) => checked)
        .slice(0, 3),
      [false, true, false],
    );
  });

  it('keeps boxes and ticks together when the date changes, and with another page’s ticks', async () => {
    const care = await careOn(page, 'smp-preparation', { date: '2026-12-16' }).ready();
    care.ticks()[0]?.click();
    await care.element.updateComplete;
    care.element.setAttribute('date', '2026-12-17');
    await care.element.updateComplete;
    assert.isFalse(care.ticks()[0]?.checked);
    assert.isNull(localStorage.getItem('smp-care/1//2026-12-17'));
    // Ticked elsewhere since this was drawn.
    localStorage.setItem('smp-care/1//2026-12-17', 'moisturise-before');
    care.ticks()[0]?.click();
    assert.isTrue(care.ticks()[0]?.checked);
    assert.equal(localStorage.getItem('smp-care/1//2026-12-17'), 'moisturise-before');
    care.element.setAttribute('date', '2026-12-16');
    await care.element.updateComplete;
    assert.isTrue(care.ticks()[0]?.checked);
  });

  it('opens what is folded before it prints', async () => {
    const { print } = window;
    const folds = (): boolean[] => [...care.root.querySelectorAll<HTMLDetailsElement>('.fold')].map(({ open }) => open);
    let printed: boolean[] | undefined;
    window.print = () => (printed = folds());
    const care = await careOn(page, 'smp-preparation', { date: '2026-12-01 2026-12-20' }).ready();
    try {
      assert.deepEqual(folds(), [false]);
      care.parts('print')[0]?.click();
      assert.deepEqual(printed, [true]);
    } finally {
      window.print = print;
    }
  });

  it('shows its steps where storage is broken', async () => {
    const { lastingStorage } = visitor;
    const broken = (): never => {
      throw new DOMException('corrupted', 'UnknownError');
    };
    visitor.lastingStorage = () => ({ getItem: broken, setItem: broken, removeItem: broken }) as unknown as Storage;
    try {
      const care = await careOn(page, 'smp-preparation', { date: '2026-12-18' }).ready();
      care.ticks()[0]?.click();
      await care.element.updateComplete;
      assert.isTrue(care.ticks()[0]?.checked);
    } finally {
      visitor.lastingStorage = lastingStorage;
    }
  });

  it('takes the figures of the clinic that stands there now', async () => {
    const host = page.clinic({ adapter: backend({ clinic: { ...clinic, care: { shave: 'zero-clipper' } } }) });
    const care = await careOn({ element: host }, 'smp-preparation', { date: '2026-12-10', look: 'shaved' }).ready();
    const said = String(words.preparation['zero-clipper']);
    assert.include(care.text(), said);
    host.adapter = backend({ clinic });
    await care.shows('the usual figures', () => !care.text().includes(said));
  });

  it('works where storage is refused', async () => {
    const { lastingStorage } = visitor;
    visitor.lastingStorage = () => undefined;
    try {
      const care = await careOn(page, 'smp-preparation', { date: '2026-12-15' }).ready();
      care.ticks()[0]?.focus();
      await press('Space');
      await care.element.updateComplete;
      assert.isTrue(care.ticks()[0]?.checked);
      assert.equal(localStorage.length, 0);
    } finally {
      visitor.lastingStorage = lastingStorage;
    }
  });

  it('has nothing that axe objects to, light, dark and in colours of the visitor’s own', async function () {
    if (!showsAxeAll) this.skip();
    const care = await careOn(page, 'smp-preparation', {
      date: '2026-12-01 2026-12-20',
      phone: '020 7946 0100',
    }).ready();
    for (const details of care.root.querySelectorAll('details')) details.open = true;
    await care.shows('the sources', () => care.root.querySelector('.sources a'));
    assert.equal((await violations(care.element)).join('\n'), '');
    document.documentElement.style.colorScheme = 'dark';
    document.body.style.background = '#17191b';
    assert.equal((await violations(care.element)).join('\n'), '', 'dark');
    await emulateMedia({ 'forced-colors': 'active' });
    assert.equal((await violations(care.element)).join('\n'), '', 'forced colours');
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    await emulateMedia({});
    care.ticks()[0]?.closest('label')?.replaceWith(document.createElement('input'));
    assert.match((await axeViolations(care.element)).join('\n'), /^label: /m);
  });

  it('needs no sideways scrolling at 320 pixels, in either direction', async () => {
    await setViewport({ width: 320, height: 480 });
    // An engine whose windows can't be that narrow gets a page that is.
    page.element.style.maxInlineSize = '320px';
    try {
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        const care = await careOn(page, 'smp-preparation', { date: '2026-12-10' }).ready();
        assert.isAtMost(page.element.scrollWidth, 320);
        care.element.remove();
      }
    } finally {
      document.documentElement.dir = 'ltr';
      page.element.style.maxInlineSize = '';
      await setViewport({ width: 800, height: 600 });
    }
  });
});
