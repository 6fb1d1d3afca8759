import { assert } from '@esm-bundle/chai';
import type { SmpClinic } from '../../../src/elements/clinic/clinic.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { ADA, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

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
});
