import { assert } from '@esm-bundle/chai';
import '../../../src/define.js';
import { visitor } from '../../../src/controllers/visitor.js';
import { RED_FLAGS } from '../../../src/domain/care/red-flag.js';
import { calendarFile } from '../../../src/calendar/ics.js';
import { careEvents } from '../../../src/elements/care/care-calendar.js';
import type { CareView } from '../../../src/elements/care/care-view.js';
import { carePlan } from '../../../src/domain/care/care-plan.js';
import { DEFAULT_CARE_SETTINGS } from '../../../src/domain/care/care-settings.js';
import { en as words } from '../../../src/locales/care/en.js';
import { formatsOf } from '../../../src/locales/formats.js';
import { showsAxeAll, violations } from '../../support/accessibility.js';
import { emulateMedia, engine, setViewport } from '../../support/browser.js';
import { careOn } from '../../support/care.harness.js';
import { backend, clinic, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { isShown } from '../../support/slot-booker.harness.js';

describe(`<smp-aftercare> in ${engine}`, () => {
  const page = useClinicPage();
  const { now } = visitor;

  beforeEach(() => {
    visitor.now = () => MONDAY;
  });

  afterEach(() => {
    visitor.now = now;
  });

  it('shows the phase of today, folds what is over, and names the next session', async () => {
    const care = await careOn(page, 'smp-aftercare', { date: '2026-11-24, 2026-12-10' }).ready();
    const [today] = care.parts('stretch').filter((one) => one.getAttribute('aria-current') === 'date');
    assert.include(today?.textContent, words.phases.rinse);
    assert.include(care.text(), words.earlier);
    assert.include(care.text(), words.nextSession(formatsOf('en-GB').day('2026-12-10')));
  });

  it('takes today from the clinic’s zone', async () => {
    visitor.now = () => Date.parse('2026-12-01T11:30:00Z');
    const host = page.clinic({ adapter: backend({ clinic: { ...clinic, timeZone: 'Pacific/Kiritimati' } }) });
    const care = await careOn({ element: host }, 'smp-aftercare', { date: '2026-12-02' }).ready();
    const [today] = care.parts('today');
    assert.include(today?.closest('li')?.textContent, words.phases.day0);
  });

  it('always shows the signs that call for help, with numbers to call', async () => {
    const all = Object.values(RED_FLAGS).flat();
    const host = page.clinic({ adapter: backend({ clinic: { ...clinic, care: { without: all, emergency: '999' } } }) });
    const care = await careOn({ element: host }, 'smp-aftercare').ready();
    const [flags] = care.parts('flags');
    for (const code of all) assert.include(flags?.textContent, words.flags[code]);
    assert.isNull(flags?.closest('details') ?? null);
    assert.isTrue(flags && isShown(flags));
    const links = [...(flags?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    assert.deepEqual(links, ['tel:999', 'tel:02079460100']);
  });

  it('puts neutral whole days into a calendar', () => {
    const today = '2026-11-30';
    const plan = carePlan({ sessions: ['2026-11-28'], today, settings: DEFAULT_CARE_SETTINGS, own: [] });
    const events = careEvents({ part: 'aftercare', plan, words, today, clinicId: 'northlight' } as CareView, {
      page: 'https://northlight.example/aftercare#date=2026-11-28',
      now: MONDAY,
    });
    assert.deepEqual(
      events.map(({ date }) => date),
      ['2026-12-03', '2026-12-06', '2026-12-13', '2026-12-29', '2027-01-28'],
    );
    assert.deepEqual([...new Set(events.map(({ title }) => title))], [words.calendarAftercare]);
    assert.notMatch(JSON.stringify(events), /scalp|pigment|skin/i);
    assert.include(calendarFile(events), 'URL:https://northlight.example/aftercare#date=2026-11-28');
  });

  it('has nothing that axe objects to, and prints without buttons', async function () {
    if (!showsAxeAll) this.skip();
    const care = await careOn(page, 'smp-aftercare', { date: '2026-11-24', look: 'shaved' }).ready();
    for (const details of care.root.querySelectorAll('details')) details.open = true;
    await care.shows('the sources', () => care.root.querySelector('.sources a'));
    assert.equal((await violations(care.element)).join('\n'), '');
    const print = care.parts('print')[0];
    assert.isTrue(print && isShown(print));
    await emulateMedia({ media: 'print' });
    assert.isFalse(print && isShown(print));
    await emulateMedia({});
  });

  it('needs no sideways scrolling at 320 pixels, in either direction', async () => {
    await setViewport({ width: 320, height: 480 });
    // An engine whose windows can't be that narrow gets a page that is.
    page.element.style.maxInlineSize = '320px';
    try {
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        const care = await careOn(page, 'smp-aftercare', { date: '2026-11-24' }).ready();
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
