import { assert } from '@esm-bundle/chai';
import type { SmpClinic } from '../../../src/elements/clinic/clinic.js';
import { en as consultationWords } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { en as hairlineWords } from '../../../src/locales/hairline/en.js';
import { en as journeyWords } from '../../../src/locales/journey/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { journeyOn, type JourneyHarness } from '../../support/journey.harness.js';
import { ADA, type Details, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import { framedPage } from '../consultation/support/framed-page.js';

type Entry = Readonly<Record<string, unknown>>;

const page = globalThis as { dataLayer?: Entry[] | undefined };
const root = document.documentElement;

describe(`what <smp-clinic> tells a tag manager, in ${engine}`, () => {
  const visit = useClinicPage();
  let clinic: SmpClinic;
  let booker: SlotBookerHarness;

  afterEach(() => {
    delete page.dataLayer;
    delete root.dataset['smpConsent'];
  });

  async function open(attributes: Readonly<Record<string, string>>): Promise<void> {
    clinic = visit.clinic({ adapter: backend() });
    for (const [name, value] of Object.entries(attributes)) clinic.setAttribute(name, value);
    booker = visit.booker({}, clinic);
    await until('there are services', () => booker.services().length > 0);
  }
  async function choose(): Promise<void> {
    await booker.chooseService('Video talk');
    await booker.atTimes();
    await booker.pick(booker.times()[0] ?? '');
  }
  async function book(): Promise<void> {
    await choose();
    await booker.hold();
    await booker.at(en.yourDetails);
    await booker.fill(ADA);
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
  }
  const told = (): readonly Entry[] => page.dataLayer ?? [];
  const steps = (): string[] =>
    told().map(({ event, smp_step, lead_source }) =>
      `${String(event)} ${String(smp_step ?? lead_source ?? '')}`.trim(),
    );

  it('is nothing where the code of it does not come, which is no failure of the page', async () => {
    const { document: framed, settled } = await framedPage(visit, { missing: ['src/elements/clinic/data-layer.ts'] });
    const uncaught: unknown[] = [];
    const warnings: unknown[] = [];
    const view = framed.defaultView;
    view?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    if (view) view.console.warn = (text) => warnings.push(text);
    const element = Object.assign(framed.createElement('smp-clinic'), { adapter: backend(), analytics: 'datalayer' });
    framed.body.append(element);
    await until('the developer is told', () => warnings.length > 0);
    await settled();
    assert.isEmpty(uncaught);
  });

  it('is how far somebody came who agreed, once for each step', async () => {
    root.dataset['smpConsent'] = 'granted';
    await open({ analytics: 'datalayer', 'analytics-value': '45', 'analytics-currency': 'GBP' });
    await until('it is told that the first page is shown', () => told().length === 1);
    await book();
    assert.equal(
      steps().join(', '),
      [
        'smp_step_view start',
        'smp_step_complete start',
        'smp_step_view time',
        'smp_slot_select',
        'smp_step_complete time',
        'smp_step_view details',
        'smp_step_complete details',
        'smp_step_view check',
        'generate_lead booking',
        'smp_step_complete check',
        'smp_step_view confirmed',
      ].join(', '),
    );
    assert.deepEqual(
      told().find(({ event }) => event === 'generate_lead'),
      {
        event: 'generate_lead',
        smp_element: 'slot-booker',
        lead_source: 'booking',
        smp_service: 'talk',
        value: 45,
        currency: 'GBP',
      },
    );
    for (const { smp_duration } of told()) if (smp_duration !== undefined) assert.isAtLeast(Number(smp_duration), 0);
    assert.notMatch(JSON.stringify(told()), /Ada|example\.com|7946|bell|SMP-/);
    // Whoever hears of the same booking again counts no second lead.
    const event = new Event('smp-booking-confirmed', { bubbles: true });
    Object.assign(event, { booking: booker.element.booking });
    booker.element.dispatchEvent(event);
    assert.lengthOf(
      told().filter(({ event: name }) => name === 'generate_lead'),
      1,
    );
  });

  it('is nothing by default', async () => {
    root.dataset['smpConsent'] = 'granted';
    await open({});
    await book();
    assert.isUndefined(page.dataLayer);
  });

  it('is told from when they agree, and what came before is not told later', async () => {
    await open({ analytics: 'datalayer', 'analytics-value': '45' });
    await choose();
    assert.isUndefined(page.dataLayer);
    clinic.analyticsConsent = 'granted';
    await booker.hold();
    await booker.at(en.yourDetails);
    await until('the next step is told', () => told().length > 0);
    assert.notInclude(steps(), 'smp_step_view time');
    root.dataset['smpConsent'] = 'granted';
    clinic.analyticsConsent = 'denied';
    const before = told().length;
    await booker.fill(ADA);
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(told(), before);
  });

  /** What was told of an element, in order; the pages of a consultation in between aside. */
  const toldOf = (element: string): string[] =>
    told()
      .filter(({ smp_element }) => smp_element === element)
      .map(({ event, smp_step, lead_source }) => `${String(event)} ${String(smp_step ?? lead_source ?? '')}`.trim());
  const leads = (): Entry[] => told().filter(({ event }) => event === 'generate_lead');
  const GRANTED = { analytics: 'datalayer', 'analytics-value': '45', 'analytics-currency': 'GBP' };

  function agreed(adapter = backend()): SmpClinic {
    root.dataset['smpConsent'] = 'granted';
    const around = visit.clinic({ adapter });
    for (const [name, value] of Object.entries(GRANTED)) around.setAttribute(name, value);
    return around;
  }

  async function bookIn(journey: JourneyHarness, details: Details = ADA): Promise<void> {
    const inJourney = await journey.booker();
    await inJourney.chooseService('Video talk');
    await inJourney.toCheck('10:00', details);
    await inJourney.confirm();
    await inJourney.confirmed();
  }

  it('is one lead for a journey, told when the first thing of it is sent', async () => {
    const adapter = backend();
    const journey = journeyOn(visit, {}, agreed(adapter));
    const consultation = await journey.consultation();
    await consultation.toSent();
    assert.deepEqual(
      leads().map(({ lead_source, value }) => [lead_source, value]),
      [['consultation', 45]],
    );
    await journey.press(journeyWords.goOn(journeyWords.steps.design));
    await (await journey.picker()).press(hairlineWords.choose);
    await bookIn(journey, {});
    await journey.press(journeyWords.goOn(journeyWords.steps.care));
    await journey.at('care');
    assert.lengthOf(leads(), 1);
    assert.deepEqual(toldOf('journey'), [
      'smp_step_view start',
      'smp_step_complete start',
      'smp_step_view design',
      'smp_step_complete design',
      'smp_step_view booking',
      'smp_step_complete booking',
      'smp_step_view care',
    ]);
    assert.deepEqual(toldOf('slot-booker').slice(0, 3), [
      'smp_step_view start',
      'smp_step_complete start',
      'smp_step_view time',
    ]);
    assert.notMatch(JSON.stringify(told()), /Ada|example\.com|SMP-|norwood|shavedLook/);
  });

  it('is no second lead after a reload of the page', async () => {
    const adapter = backend();
    await (await journeyOn(visit, {}, agreed(adapter)).consultation()).toSent();
    visit.element.replaceChildren();
    const again = journeyOn(visit, { steps: 'booking' }, agreed(adapter));
    await bookIn(again, {});
    assert.lengthOf(leads(), 1);
    // In another tab, where nothing of it is known, it would be one.
    sessionStorage.clear();
    visit.element.replaceChildren();
    const other = journeyOn(visit, { steps: 'booking' }, agreed(adapter));
    await bookIn(other);
    assert.lengthOf(leads(), 2);
  });

  it('is no lead while answers only wait for a booking', async () => {
    const adapter = backend({ capabilities: { consultations: false, photos: false } });
    const journey = journeyOn(visit, {}, agreed(adapter));
    const consultation = await (await journey.consultation()).toCheck();
    await consultation.send();
    await consultation.at(consultationWords.keptTitle);
    assert.isEmpty(leads());
    assert.include(toldOf('journey'), 'smp_step_complete start');
    await journey.press(journeyWords.goOn(journeyWords.steps.design));
    await (await journey.picker()).press(hairlineWords.choose);
    const inJourney = await journey.booker();
    await inJourney.chooseService('Video talk');
    await inJourney.toCheck('10:00', {});
    assert.isEmpty(leads());
    await inJourney.confirm();
    await inJourney.confirmed();
    assert.deepEqual(
      leads().map(({ lead_source }) => lead_source),
      ['booking'],
    );
  });

  it('names no step complete that was skipped or left by the way back', async () => {
    const journey = journeyOn(visit, {}, agreed());
    await journey.at('consultation');
    await until('the consultation is told of', () => toldOf('consultation').length > 0);
    await journey.skip();
    await journey.at('design');
    await journey.skip();
    const inJourney = await journey.booker();
    await inJourney.chooseService('Video talk');
    await inJourney.atTimes();
    await inJourney.press(en.back);
    assert.deepEqual(toldOf('journey'), ['smp_step_view start', 'smp_step_view design', 'smp_step_view booking']);
    assert.deepEqual(toldOf('slot-booker'), [
      'smp_step_view start',
      'smp_step_complete start',
      'smp_step_view time',
      'smp_step_view start',
    ]);
    assert.isEmpty(leads());
  });

  it('begins with the first page of an element that comes late', async () => {
    const around = agreed();
    booker = visit.booker({}, around);
    await until('there are services', () => booker.services().length > 0);
    await until('it is told of', () => told().length === 1);
    booker.element.remove();
    booker = visit.booker({}, around);
    await until('there are services', () => booker.services().length > 0);
    assert.deepEqual(steps(), ['smp_step_view start', 'smp_step_view start']);
  });

  it('is nothing of another clinic inside', async () => {
    const around = agreed();
    const inner = visit.clinic({ adapter: backend() });
    around.append(inner);
    booker = visit.booker({}, inner);
    await until('there are services', () => booker.services().length > 0);
    await choose();
    assert.isUndefined(page.dataLayer);
  });
});
