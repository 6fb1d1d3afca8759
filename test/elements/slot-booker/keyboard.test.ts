import { assert } from '@esm-bundle/chai';
import { en } from '../../../src/locales/en.js';
import { engine, press, type } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { labelOf, tabTo } from '../../support/keyboard.js';
import { ADA, isShown, textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';

describe(`the keyboard in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  /** A booker on the page of times, with the keyboard on its calendar. */
  async function atCalendar(settings: Parameters<typeof page.booker>[0] = {}): Promise<SlotBookerHarness> {
    const booker = page.booker({ adapter: backend(), service: 'talk', ...settings });
    await booker.atTimes();
    booker
      .days()
      .find(({ element }) => element.tabIndex === 0)
      ?.element.focus();
    return booker;
  }

  /** Presses keys, and gives the date that the keyboard is on after each. */
  async function visit(booker: SlotBookerHarness, keys: readonly (string | readonly string[])[]): Promise<string[]> {
    const dates: string[] = [];
    for (const key of keys) {
      const before = booker.cursor();
      await press(...(typeof key === 'string' ? [key] : key));
      await booker.shows(`the keyboard moves on from ${before} by ${String(key)}`, () => {
        const now = booker.days().find(({ element }) => element === booker.focused());
        return now?.date === booker.cursor() && now.date !== before;
      });
      dates.push(booker.cursor());
    }
    return dates;
  }

  it('is all that a booking needs', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter });
    await booker.at(en.chooseService);
    await tabTo(booker.root, 'Video talk');
    await press('ArrowDown');
    assert.include(textOf(booker.focused()?.closest('label')), 'Visit');
    await press('Enter');
    await booker.atTimes();
    assert.isTrue(booker.focused() === booker.part('heading'));

    await tabTo(booker.root, 'Monday');
    await press('ArrowRight');
    await booker.shows('the next day', () => booker.cursor() === '2026-12-01');
    await press('Enter');
    await booker.shows('its times', () => booker.days().find(({ chosen }) => chosen)?.date === '2026-12-01');
    await tabTo(booker.root, '09:00');
    await press('ArrowRight');
    await press('ArrowRight');
    await booker.shows('a time that is chosen', () => booker.chosenTime().startsWith('10:00'));
    await press('Enter');

    await booker.at(en.yourDetails);
    assert.isTrue(booker.focused() === booker.part('heading'));
    await tabTo(booker.root, en.name);
    await type(ADA.name);
    await tabTo(booker.root, en.email);
    await type(ADA.email);
    await press('Enter');
    await booker.shows('what is to be put right', () => booker.problems().length > 0);
    assert.deepEqual(booker.problems(), [en.consentMissing]);
    assert.isTrue(booker.focused() === booker.part('problems'));
    await tabTo(booker.root, en.consentMissing);
    await press('Enter');
    assert.include(labelOf(booker.focused() ?? document.body), 'I agree');
    await press('Space');
    await tabTo(booker.root, en.continue);
    await press('Enter');

    await booker.at(en.checkTitle);
    assert.isTrue(booker.focused() === booker.part('heading'));
    await tabTo(booker.root, en.confirm);
    await press('Enter');
    await booker.confirmed();
    assert.isTrue(booker.focused() === booker.part('heading'));
    assert.lengthOf(adapter.state.bookings, 1);
    assert.equal(adapter.state.bookings[0]?.booking.slot.start, '2026-12-01T10:00:00+00:00');
    assert.equal(adapter.state.bookings[0]?.booking.service, 'visit');
  });

  it('goes from day to day, week to week and month to month', async () => {
    const booker = await atCalendar();
    assert.equal(booker.cursor(), '2026-11-30');
    assert.deepEqual(
      await visit(booker, ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'ArrowUp']),
      ['2026-12-01', '2026-12-08', '2026-12-07', '2026-12-08', '2026-12-07', '2026-12-13', '2026-12-06'],
    );
    assert.deepEqual(await visit(booker, ['PageDown', 'PageUp', ['Shift', 'PageDown'], ['Shift', 'PageUp']]), [
      '2027-01-06',
      '2026-12-06',
      '2027-12-06',
      '2026-12-06',
    ]);
  });

  it('goes no further back than today', async () => {
    const booker = await atCalendar();
    await visit(booker, ['ArrowRight']);
    assert.deepEqual(await visit(booker, ['PageUp']), ['2026-11-30']);
  });

  it('goes the way of the words, whatever the page’s', async () => {
    document.documentElement.dir = 'rtl';
    const booker = await atCalendar();
    assert.deepEqual(await visit(booker, ['ArrowRight']), ['2026-12-01']);
  });

  it('is mirrored with an element that goes its own way', async () => {
    const booker = await atCalendar({ dir: 'rtl' });
    assert.deepEqual(await visit(booker, ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'End', 'Home']), [
      '2026-12-01',
      '2026-12-02',
      '2026-12-01',
      '2026-12-06',
      '2026-11-30',
    ]);
  });

  it('starts the week where the language does', async () => {
    document.documentElement.lang = 'en-US';
    const booker = await atCalendar();
    await visit(booker, ['ArrowRight']);
    assert.deepEqual(await visit(booker, ['Home']), ['2026-11-30'], 'not before today');
    assert.deepEqual(await visit(booker, ['End']), ['2026-12-05'], 'a Saturday');
  });

  it('stops once at the calendar and once at the times', async () => {
    const booker = await atCalendar();
    const inCalendar = booker.days().filter(({ element }) => element.tabIndex === 0 && isShown(element));
    assert.lengthOf(inCalendar, 1);
    await press('Tab');
    assert.isTrue(booker.focused() instanceof HTMLInputElement);
    await press('Tab');
    assert.equal(textOf(booker.focused()), en.holdTime);
  });

  it('chooses no day that has no free time', async () => {
    const booker = await atCalendar();
    await visit(booker, ['End']);
    await press('Enter');
    await booker.element.updateComplete;
    assert.equal(booker.days().find(({ chosen }) => chosen)?.date, '2026-11-30');
    assert.equal(booker.focused()?.getAttribute('aria-disabled'), 'true');
  });

  it('is told how many times a day has', async () => {
    const booker = await atCalendar();
    await visit(booker, ['ArrowRight']);
    await press('Enter');
    await booker.shows('the number of times', () => /^16 times on Tuesday/.test(booker.spoken()));
  });

  it('stays where it was on the page while a booker loads', async () => {
    const search = document.createElement('input');
    page.element.append(search);
    search.focus();
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.isTrue(document.activeElement === search);
  });
});
