import { assert } from '@esm-bundle/chai';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';

/** A Saturday, the last but two days of its month. */
const LATE = '2026-11-28T12:00:00Z';

describe(`the calendar of <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();

  async function atCalendar(): Promise<SlotBookerHarness> {
    const booker = page.booker({ adapter: backend({ now: () => Date.parse(LATE) }), service: 'talk' });
    return booker.atTimes();
  }

  const dates = (booker: SlotBookerHarness): string[] => booker.days().map(({ date }) => date);
  const ends = (booker: SlotBookerHarness): unknown[] => [dates(booker).length, dates(booker)[0], dates(booker).at(-1)];
  const title = (booker: SlotBookerHarness): string => textOf(booker.root.querySelector('#month .by-month'));

  it('shows five weeks from today on, late in a month too', async () => {
    const booker = await atCalendar();
    assert.deepEqual(ends(booker), [35, '2026-11-23', '2026-12-27']);
    assert.equal(booker.days().find(({ today }) => today)?.date, '2026-11-28');
    assert.equal(title(booker), 'Nov – Dec 2026');
    assert.isAbove(booker.days().filter(({ free }) => free).length, 15);
  });

  it('stays as it is when a day of the next month is chosen', async () => {
    const booker = await atCalendar();
    const before = dates(booker);
    await booker.pickDay('2026-12-08');
    assert.equal(booker.cursor(), '2026-12-08');
    assert.deepEqual(dates(booker), before);
  });

  it('is turned past a month that is shown in full', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.atTimes();
    assert.deepEqual(ends(booker), [35, '2026-11-30', '2027-01-03']);
    await booker.press(en.nextMonth);
    await booker.shows('January', () => title(booker) === 'January 2027');
  });

  it('is turned to whole months, and back', async () => {
    const booker = await atCalendar();
    await booker.pickDay('2026-12-08');
    await booker.press(en.nextMonth);
    await booker.shows('December', () => title(booker) === 'December 2026');
    assert.deepEqual(ends(booker), [35, '2026-11-30', '2027-01-03']);
    await booker.press(en.nextMonth);
    await booker.shows('January', () => title(booker) === 'January 2027');
    assert.equal(dates(booker)[0], '2026-12-28');
    await booker.press(en.previousMonth);
    await booker.press(en.previousMonth);
    await booker.shows('the weeks from today', () => dates(booker)[0] === '2026-11-23');
  });
});
