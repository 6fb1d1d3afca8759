import { assert } from '@esm-bundle/chai';
import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine, setViewport } from '../../support/browser.js';
import { bookedByAnother, clinic, MONDAY, schedule, useClinicPage } from '../../support/clinic-page.js';
import { overridden } from '../../support/fault-adapter.js';
import { clinicSaying, planted, useHarmWatch } from '../../support/harm.js';
import { fitting, hostileTexts, PWNED } from '../../support/hostile-texts.js';
import { ADA, textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';

function backendSaying(text: string): MemoryAdapter {
  const adapter = memoryAdapter({ clinic: clinicSaying(text), schedule, now: () => MONDAY });
  return overridden(adapter, {
    createBooking: async (draft, options) => ({
      ...(await adapter.createBooking(draft, options)),
      reference: fitting(text, 200),
      manageToken: fitting(text, 1024),
      icsUrl: fitting(text, 2000),
    }),
  });
}

describe(`hostile text in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const harm = useHarmWatch();
  const unharmed = (booker: SlotBookerHarness, where: string): void => harm.unharmed(booker.root, where);

  for (const text of hostileTexts) {
    it(`is text on every page, and a booking is made: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const adapter = backendSaying(text);
      const booker = page.booker({ adapter });
      await booker.at(en.chooseService);
      unharmed(booker, 'services');
      assert.include(booker.parts('service')[1]?.textContent, fitting(text, 200));
      const cards = booker.parts('service');
      cards[1]?.querySelector('input')?.click();
      await booker.continue();
      await booker.pick('10:00');
      unharmed(booker, 'times');
      await booker.hold();
      await booker.at(en.yourDetails);
      unharmed(booker, 'details');
      const { privacy: _, ...typed } = ADA;
      await booker.fill({ ...typed, name: fitting(text.trim() || 'x', 100), note: text.slice(0, 900) });
      booker.all('input[type=checkbox]').forEach((box) => box.click());
      await booker.continue();
      await booker.at(en.checkTitle);
      unharmed(booker, 'answers');
      await booker.confirm();
      await booker.at(en.confirmedTitle);
      await booker.shows('the ways into a calendar', () => booker.part('calendars'));
      unharmed(booker, 'confirmed');
    });
  }

  it('does not widen the page, however long its words', async () => {
    await setViewport({ width: 400, height: 800 });
    const booker = page.booker({ adapter: backendSaying(hostileTexts.find(({ length }) => length === 2000) ?? '') });
    const excess = (): number => {
      const { right } = booker.element.getBoundingClientRect();
      return Math.max(0, ...booker.all('*').map((element) => element.getBoundingClientRect().right - right));
    };
    await booker.at(en.chooseService);
    assert.isAtMost(excess(), 1);
    booker.parts('service')[1]?.querySelector('input')?.click();
    await booker.continue();
    await booker.pick('10:00');
    assert.isAtMost(excess(), 1);
    await booker.hold();
    await booker.at(en.yourDetails);
    assert.isAtMost(excess(), 1);
    await setViewport({ width: 800, height: 600 });
  });

  it('turns no direction outside its own place', async () => {
    const booker = page.booker({ adapter: backendSaying('\u202eevil'), service: 'visit' });
    await booker.toDetails('10:00').catch(() => undefined);
    const loose = booker
      .all('p, dd, small, b')
      .filter((element) => element.childElementCount === 0 && textOf(element).includes('\u202e'))
      .filter((element) => {
        const { unicodeBidi, display } = getComputedStyle(element);
        return unicodeBidi !== 'isolate' && display === 'inline';
      });
    assert.isEmpty(loose.map(({ outerHTML }) => outerHTML));
  });

  it('is not read from an error', async () => {
    const adapter = memoryAdapter({ clinic, schedule, now: () => MONDAY });
    const angry: SchedulingAdapter = overridden(adapter, {
      holdSlot: () =>
        Promise.reject(
          new SmpError('validation', `<img src=x onerror=${PWNED}()>`, { issues: [{ pointer: '<b>', code: '<i>' }] }),
        ),
    });
    const booker = page.booker({ adapter: angry, service: 'talk' });
    await booker.pick('10:00');
    await booker.hold();
    await booker.shows('that it is refused', () => booker.alert() !== '');
    unharmed(booker, 'error');
    assert.notInclude(booker.text(), '<img');
  });

  it('does no harm in the times that are offered for a lost one', async () => {
    const adapter = memoryAdapter({
      clinic: { ...clinic, locations: clinic.locations.slice(0, 1), practitioners: clinic.practitioners.slice(0, 1) },
      schedule: { ...schedule, practitioners: schedule.practitioners.slice(0, 1) },
      now: () => MONDAY,
    });
    const { slots } = await adapter.listSlots({ service: 'talk' });
    const [slot] = slots;
    if (!slot) throw new Error('Nothing is free');
    const angry: SchedulingAdapter = overridden(adapter, {
      holdSlot: () =>
        Promise.reject(
          new SmpError('slot-taken', 'gone', {
            alternatives: [
              { ...slot, id: `"><img/src=x/onerror=${PWNED}()>` },
              { ...slot, localTime: '<b>10' },
              { ...slot, localDate: '__proto__' },
            ],
          }),
        ),
    });
    const booker = page.booker({ adapter: angry, service: 'talk' });
    await booker.pick('10:00');
    await bookedByAnother(adapter, '2026-11-30', '10:00');
    await booker.hold();
    await booker.shows('that it is lost', () => booker.part('lost'));
    assert.lengthOf(booker.alternatives(), 1);
    unharmed(booker, 'alternatives');
  });

  it('would be noticed if it were run', async () => {
    const booker = page.booker({ adapter: backendSaying('x') });
    await booker.at(en.chooseService);
    const card = booker.parts('service')[0];
    if (!card) throw new Error('No service');
    card.innerHTML = hostileTexts[0] ?? '';
    assert.isNotEmpty(planted(booker.root));
    await booker.shows('that it ran', () => harm.runs() > 0);
  });
});
