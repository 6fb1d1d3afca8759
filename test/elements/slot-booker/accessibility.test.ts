import { assert } from '@esm-bundle/chai';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { axeViolations, bringToRest, showsAxeAll, violations } from '../../support/accessibility.js';
import { can, emulateMedia, engine, setViewport } from '../../support/browser.js';
import { backend, bookedByAnother, lonelyBackend, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { Gate, Weather } from '../../support/fault-adapter.js';
import { ADA, isShown, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

/** Every state that a visitor can meet, and the way to it. */
const STATES: Readonly<Record<string, (page: ReturnType<typeof useClinicPage>) => Promise<SlotBookerHarness>>> = {
  loading: async (page) => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(gate.before(backend(), 'getClinic'), 'listSlots') });
    await until('it has asked', () => gate.waiting > 0);
    return booker;
  },
  'loading times': async (page) => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(backend(), 'listSlots'), service: 'talk' });
    return booker.at(en.chooseTime);
  },
  'the services': async (page) => page.booker({ adapter: backend() }).at(en.chooseService),
  'the times': async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'visit' });
    await booker.pick('10:00');
    return booker;
  },
  'the times of a whole month': async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    if (booker.buttons().includes(en.showMonth)) await booker.press(en.showMonth);
    return booker;
  },
  'no time chosen': async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    return booker.hold();
  },
  'holding a time': async (page) => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(backend(), 'holdSlot'), service: 'talk' });
    await booker.pick('10:00');
    await booker.hold();
    return booker.shows('that it is being held', () => booker.buttons().includes(en.holding));
  },
  'a lost time': async (page) => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.pick('10:00');
    await bookedByAnother(adapter, '2026-11-30', '10:00');
    await booker.hold();
    return booker.shows('that it is lost', () => booker.part('lost') && booker.times().length > 0);
  },
  'fully booked': async (page) => {
    const booker = page.booker({ adapter: backend({ schedule: { practitioners: [] } }), service: 'talk' });
    return booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
  },
  'the waitlist': async (page) => {
    const booker = page.booker({ adapter: backend({ schedule: { practitioners: [] } }), service: 'talk' });
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    return booker.at(en.waitlistTitle);
  },
  'on the waitlist': async (page) => {
    const booker = page.booker({ adapter: backend({ schedule: { practitioners: [] } }), service: 'talk' });
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    await booker.fill(ADA);
    await booker.press(en.joinWaitlist);
    return booker.at(en.waitlistedTitle);
  },
  'times that failed to load': async (page) => {
    const error = new SmpError('unauthorized', 'no');
    const booker = page.booker({
      adapter: backend({ faults: new Weather('listSlots', { kind: 'refuse', error }).faults }),
      service: 'talk',
    });
    return booker.shows('that it failed', () => booker.alert().includes(en.failedTimes));
  },
  'the details': async (page) => page.booker({ adapter: backend(), service: 'talk' }).toDetails(),
  'details with problems': async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toDetails();
    await booker.fill({ email: 'ada@gmial.com', phone: 'x', note: 'n'.repeat(1001) });
    await booker.continue();
    return booker.shows('the problems', () => booker.part('problems'));
  },
  'a hold that has ended': async (page) => {
    const booker = page.booker({ adapter: backend({ holdMs: 1 }), service: 'talk' });
    await booker.toDetails();
    return booker.shows('that it has ended', () => booker.text().includes(en.holdEnded));
  },
  'a hold that is about to end': async (page) => {
    const booker = page.booker({ adapter: backend({ holdMs: 100_000 }), service: 'talk' });
    await booker.toDetails();
    return booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
  },
  'the answers': async (page) => page.booker({ adapter: backend(), service: 'visit' }).toCheck(),
  'sending the booking': async (page) => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(backend(), 'createBooking'), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    return booker.shows('that it is sent', () => booker.buttons().includes(en.sending));
  },
  'a booking without an answer': async (page) => {
    const weather = new Weather('createBooking', { kind: 'lose' });
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    return booker.shows('that there is no answer', () => booker.part('unresolved'));
  },
  'a refused booking': async (page) => {
    const error = new SmpError('rate-limited', 'slow', { retryAfterMs: 120_000 });
    const weather = new Weather('createBooking', { kind: 'refuse', error });
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    return booker.shows('why', () => booker.part('error'));
  },
  confirmed: async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'visit' });
    await booker.toCheck();
    await booker.confirm();
    return booker.shows('the ways into a calendar', () => booker.part('calendars'));
  },
  requested: async (page) => {
    const booker = page.booker({ adapter: backend(), service: 'session' });
    await booker.toCheck();
    await booker.confirm();
    return booker.at(en.requestedTitle);
  },
  failed: async (page) => {
    const error = new SmpError('network', 'down');
    const adapter = backend({ faults: new Weather('getClinic', { kind: 'refuse', error }).faults });
    const booker = page.booker({ adapter, phone: '020 7946 0199' });
    booker.element.append('Write to us');
    return booker.shows('that it failed', () => booker.alert().includes(en.failedTitle));
  },
};

/** Main controls that are smaller than a fingertip, and others that are smaller than the least of all. */
function smallTargets(booker: SlotBookerHarness): string[] {
  return booker
    .all('button, a[href], input, select, textarea, label:has(> input)')
    .filter((element) => isShown(element) && !element.closest('[inert]'))
    .flatMap((element) => {
      const area = element.closest('label') ?? element;
      const { width, height } = area.getBoundingClientRect();
      const main = element.matches('[part~=button], [part~=input], [part~=time], [part~=day], [part~=service], select');
      const inText = element.matches('a[href]') && element.closest('p, li') !== null;
      const least = main ? 44 : inText ? 0 : 24;
      // Seven days side by side are as wide as a narrow screen lets them be.
      const wide = element.matches('[part~=day]') ? 24 : least;
      const fits = width >= wide - 0.5 && height >= least - 0.5;
      return fits ? [] : [`${element.outerHTML.slice(0, 120)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
}

/** How far anything reaches beyond the element, in pixels, by what it is. */
function overflow(booker: SlotBookerHarness): string[] {
  const box = booker.element.getBoundingClientRect();
  const found = booker
    .all('*')
    .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none')
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1;
    })
    .map((element) => element.outerHTML.slice(0, 120));
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return excess > 0 ? [...found, `the page is ${excess} px too wide`] : found;
}

describe(`<smp-slot-booker> for everybody, in ${engine}`, () => {
  const page = useClinicPage();
  const root = document.documentElement;

  afterEach(() => {
    root.style.removeProperty('color-scheme');
    root.style.removeProperty('background');
    page.element.removeAttribute('style');
  });

  for (const [name, reach] of Object.entries(STATES)) {
    it(`has nothing in anybody’s way: ${name}`, async function () {
      if (!showsAxeAll) this.skip();
      const booker = await reach(page);
      const found: string[] = [];
      const look = async (how: string, only?: string[]): Promise<void> => {
        await booker.element.updateComplete;
        for (const violation of await violations(page.element, only)) found.push(`${how}: ${violation}`);
      };
      await look('light');
      root.style.colorScheme = 'dark';
      await look('dark', ['color-contrast', 'link-in-text-block']);
      root.style.removeProperty('color-scheme');
      root.dir = 'rtl';
      await look('right to left', ['target-size', 'scrollable-region-focusable']);
      assert.equal(found.join('\n'), '');
    });
  }

  describe('fits the narrowest screen and a finger', () => {
    // Once for all: it takes some engines half a second.
    before(() => setViewport({ width: 320, height: 800 }));
    after(() => setViewport({ width: 800, height: 600 }));

    for (const [name, reach] of Object.entries(STATES)) {
      it(`also with wider text: ${name}`, async () => {
        // An engine whose windows can't be that narrow gets a page that is.
        page.element.style.maxInlineSize = '320px';
        const booker = await reach(page);
        assert.equal(overflow(booker).join('\n'), '');
        assert.equal(smallTargets(booker).join('\n'), '');
        const spacing = new CSSStyleSheet();
        spacing.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        booker.root.adoptedStyleSheets.push(spacing);
        assert.equal(overflow(booker).join('\n'), '', 'with wider text');
        const clipped = booker
          .all('button, label, legend, p, dd, dt, h2, h3')
          .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none')
          .filter(
            (element) =>
              element.scrollHeight > element.clientHeight + 2 && getComputedStyle(element).overflow !== 'visible',
          );
        assert.deepEqual(
          clipped.map((element) => element.outerHTML.slice(0, 120)),
          [],
          'nothing is cut off',
        );
      });
    }
  });

  it('has nothing in anybody’s way with colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) this.skip();
    this.timeout(60_000);
    const found: string[] = [];
    await emulateMedia({ 'forced-colors': 'active' });
    for (const [name, reach] of Object.entries(STATES)) {
      page.element.replaceChildren();
      sessionStorage.clear();
      bringToRest((await reach(page)).element);
      for (const violation of await violations(page.element)) found.push(`${name}: ${violation}`);
    }
    await emulateMedia({});
    assert.equal(found.join('\n'), '');
  });

  it('shows what is chosen with colours of the visitor’s own', async function () {
    if (!can('emulateMedia')) this.skip();
    await emulateMedia({ 'forced-colors': 'active' });
    const booker = await (STATES['the times'] as (typeof STATES)[string])(page);
    const looks = (element: Element | undefined): string => {
      const { backgroundColor, borderColor, outlineStyle } = getComputedStyle(element as Element);
      return [backgroundColor, borderColor, outlineStyle].join();
    };
    const chips = booker.parts('time');
    const chosen = chips.find((chip) => chip.querySelector('input')?.checked);
    assert.notEqual(looks(chosen), looks(chips.find((chip) => chip !== chosen)));
    const days = booker.days();
    assert.notEqual(
      looks(days.find((day) => day.chosen)?.element),
      looks(days.find((day) => !day.chosen && day.free)?.element),
    );
    await emulateMedia({});
  });

  for (const accent of ['#ffe9a8', '#ff00aa', '#000000', '#7fffd4', 'rgb(255 255 255)']) {
    it(`stays readable with the clinic’s colour ${accent}`, async function () {
      if (!showsAxeAll) this.skip();
      page.element.style.setProperty('--smp-accent', accent);
      await (STATES['the times'] as (typeof STATES)[string])(page);
      const found = await violations(page.element, ['color-contrast']);
      root.style.colorScheme = 'dark';
      assert.equal([...found, ...(await violations(page.element, ['color-contrast']))].join('\n'), '');
    });
  }

  it('moves nothing where motion is not wanted', async function () {
    if (!can('emulateMedia')) this.skip();
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    const booker = await (STATES['the times'] as (typeof STATES)[string])(page);
    const moving = booker.all('*').filter((element) => {
      const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
      return animationName !== 'none' || (transitionProperty !== 'none' && parseFloat(transitionDuration) > 0);
    });
    assert.isEmpty(moving.map((element) => element.outerHTML.slice(0, 80)));
    await emulateMedia({});
  });

  it('would be noticed otherwise', async () => {
    const booker = await page.booker({ adapter: backend({ now: () => MONDAY }) }).at(en.chooseService);
    const image = document.createElement('img');
    booker.root.append(image);
    assert.isTrue((await axeViolations(page.element)).some((violation) => violation.startsWith('image-alt')));
    image.remove();
    const wide = document.createElement('div');
    wide.style.inlineSize = '3000px';
    wide.style.blockSize = '10px';
    booker.root.append(wide);
    assert.isNotEmpty(overflow(booker));
    const small = document.createElement('button');
    small.style.cssText = 'inline-size: 10px; block-size: 10px; padding: 0; border: 0';
    booker.root.append(small);
    assert.isNotEmpty(smallTargets(booker));
  });
});
