import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage, type BookerSettings } from '../../support/clinic-page.js';
import { overridden, Weather } from '../../support/fault-adapter.js';
import { errorsOf, usePageReports } from '../../support/page-reports.js';
import { ADA, isShown, SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { turn, until } from '../../support/until.js';
import { useVirtualTime } from '../../support/virtual-time.js';
import { framedPage } from '../consultation/support/framed-page.js';

const PHONE = '020 7946 0199';

describe(`<smp-slot-booker> where nothing can be booked, in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();
  const { fetch } = window;

  beforeEach(() => {
    window.fetch = () => Promise.resolve(new Response('<!doctype html>', { status: 404 }));
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  /** A booker with fallback content, and what it tells the page. */
  function failing(settings: BookerSettings): { booker: SlotBookerHarness; fallback: Element; errors: string[] } {
    const errors = errorsOf(page.element);
    const booker = page.booker({ phone: PHONE, ...settings });
    const fallback = document.createElement('p');
    fallback.textContent = 'Write to us';
    booker.element.append(fallback);
    return { booker, fallback, errors };
  }

  async function failed(booker: SlotBookerHarness): Promise<void> {
    await booker.shows('that nothing can be booked', () => booker.alert().includes(en.failedTitle));
  }

  const broken = (method: () => unknown): SchedulingAdapter =>
    overridden(backend(), { getClinic: method as SchedulingAdapter['getClinic'] });

  const cases: readonly (readonly [name: string, settings: () => BookerSettings, code: string, words: string])[] = [
    ['no backend at all', () => ({}), 'invalid-config', en.errors.unknown],
    ['an endpoint that is no address', () => ({ endpoint: 'http://[nowhere' }), 'invalid-config', en.errors.unknown],
    [
      'an endpoint of a dangerous scheme',
      () => ({ endpoint: 'javascript:alert(1)' }),
      'invalid-config',
      en.errors.unknown,
    ],
    [
      'an endpoint that serves something else',
      () => ({ endpoint: '/test/nothing-here' }),
      'not-found',
      en.errors['not-found'],
    ],
    [
      'an adapter that throws at once',
      () => ({
        adapter: broken(() => {
          throw new Error('at once');
        }),
      }),
      'unknown',
      en.errors.unknown,
    ],
    [
      'an adapter that rejects with mere text',
      () => ({ adapter: backend({ faults: new Weather('getClinic', { kind: 'refuse', error: 'mere text' }).faults }) }),
      'unknown',
      en.errors.unknown,
    ],
    [
      'an adapter that answers with nothing',
      () => ({ adapter: broken(() => Promise.resolve()) }),
      'invalid-response',
      en.errors.unknown,
    ],
    [
      'an adapter that answers with nonsense',
      () => ({ adapter: broken(() => Promise.resolve({ id: 1, services: 'all' })) }),
      'invalid-response',
      en.errors.unknown,
    ],
    [
      'an adapter that is none',
      () => ({ adapter: { name: 'empty' } as unknown as SchedulingAdapter }),
      'invalid-config',
      en.errors.unknown,
    ],
    [
      'a service that does not exist',
      () => ({ adapter: backend(), service: 'moonwalk' }),
      'not-found',
      en.errors['not-found'],
    ],
    [
      'a practitioner who does not exist',
      () => ({ adapter: backend(), service: 'talk', practitioner: 'nobody' }),
      'not-found',
      en.errors['not-found'],
    ],
    [
      'a practitioner who does not exist, while the service is still to be chosen',
      () => ({ adapter: backend(), practitioner: 'someone' }),
      'not-found',
      en.errors['not-found'],
    ],
    [
      'a location that does not exist',
      () => ({ adapter: backend(), service: 'visit', location: 'moon' }),
      'not-found',
      en.errors['not-found'],
    ],
    [
      'a clinic without services',
      () => ({ adapter: backend({ clinic: { ...clinic, services: [] } }) }),
      'not-found',
      en.errors['not-found'],
    ],
    ['an endpoint that is left empty', () => ({ endpoint: '' }), 'invalid-config', en.errors.unknown],
  ];

  for (const [name, settings, code, words] of cases) {
    it(`tells the visitor, the page and its developer of ${name}`, async () => {
      const { booker, fallback, errors } = failing(settings());
      await failed(booker);
      assert.include(booker.alert(), words);
      assert.match(booker.part('phone')?.getAttribute('href') ?? '', /^tel:0207946/);
      assert.isTrue(isShown(fallback), 'the fallback content is there');
      assert.deepEqual(errors, [code]);
      assert.isTrue(
        reports.warnings.some((text) => text.startsWith(`[smp-widgets] ${code}: `)),
        `warnings: ${reports.warnings.join(' | ')}`,
      );
      assert.isEmpty(reports.uncaught);
    });
  }

  it('connects once more when the visitor asks for it', async () => {
    const weather = new Weather('getClinic', { kind: 'refuse', error: new SmpError('network', 'down') });
    const adapter = backend({ faults: weather.faults });
    const { booker, fallback, errors } = failing({ adapter, service: 'talk' });
    await failed(booker);
    assert.include(booker.alert(), en.errors.network);
    assert.lengthOf(errors, 1);
    weather.calm();
    await booker.press(en.retry);
    await booker.atTimes();
    assert.isFalse(isShown(fallback));
    await booker.toCheck();
  });

  it('is shown once something right is put in place of what was wrong', async () => {
    const { booker } = failing({ endpoint: '/test/nothing-here-either' });
    await failed(booker);
    booker.element.adapter = backend();
    booker.element.removeAttribute('endpoint');
    await booker.chooseService('Video talk');
    await booker.atTimes();
  });

  it('takes a service that is put right', async () => {
    const { booker } = failing({ adapter: backend(), service: 'talks' });
    await failed(booker);
    booker.element.setAttribute('service', 'talk');
    await booker.toCheck();
  });

  it('asks a backend that is not there in vain, and says so', async () => {
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { booker, errors } = failing({ endpoint: 'https://clinic.example/smp' });
    await failed(booker);
    assert.include(booker.alert(), en.errors.network);
    assert.deepEqual(errors, ['network']);
  });

  it('makes no visitor read what a developer wrote', async () => {
    const { booker } = failing({
      adapter: broken(() => {
        throw new Error('SELECT * FROM secrets');
      }),
    });
    await failed(booker);
    assert.notInclude(booker.text(), 'secrets');
  });
});

describe(`<smp-slot-booker> with a backend that fails now and then, in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();

  it('lists times again after a failure when it is asked to', async () => {
    const weather = new Weather('listSlots', { kind: 'refuse', error: new SmpError('network', 'down') });
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.shows('that times could not be loaded', () => booker.alert().includes(en.failedTimes));
    assert.include(booker.alert(), en.errors.network);
    assert.isDefined(booker.part('phone'));
    weather.calm();
    await booker.press(en.retry);
    await booker.toCheck();
    assert.isEmpty(reports.uncaught);
  });

  for (const [name, fault] of [
    ['nonsense', { kind: 'garble', answer: () => ({ slots: [{ id: '<b>' }] }) }],
    ['a thrown word', { kind: 'throw', error: 'no' }],
    ['nothing', { kind: 'garble', answer: () => undefined }],
  ] as const) {
    it(`says so when the list of times is ${name}`, async () => {
      const weather = new Weather('listSlots', fault);
      const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
      await booker.shows('that times could not be loaded', () => booker.alert().includes(en.failedTimes));
      weather.calm();
      await booker.press(en.retry);
      await booker.atTimes();
    });
  }

  it('keeps every answer when a hold is refused for another reason', async () => {
    const weather = new Weather('holdSlot', {
      kind: 'refuse',
      error: new SmpError('rate-limited', 'slow', { retryAfterMs: 120_000 }),
    });
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.pick('10:00');
    await booker.hold();
    await booker.shows('why', () => booker.alert().includes(en.errors['rate-limited']));
    assert.equal(booker.chosenTime(), '10:00');
    weather.calm();
    await booker.hold();
    await booker.at(en.yourDetails);
  });

  it('keeps every answer when a booking is refused for another reason', async () => {
    const weather = new Weather('createBooking', {
      kind: 'refuse',
      error: new SmpError('rate-limited', 'slow', { retryAfterMs: 120_000 }),
    });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.shows('why', () => booker.alert().includes(en.errors['rate-limited']));
    assert.equal(booker.answers()[en.note], ADA.note);
    weather.calm();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('leads to the field that the backend objects to', async () => {
    const weather = new Weather(
      'createBooking',
      {
        kind: 'refuse',
        error: new SmpError('validation', 'no', { issues: [{ pointer: '/contact/email', code: 'unreachable' }] }),
      },
      1,
    );
    const booker = page.booker({ adapter: backend({ faults: weather.faults }), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.at(en.yourDetails);
    assert.deepEqual(booker.problems(), [en.emailInvalid]);
    assert.equal(booker.details().note, ADA.note);
    await booker.fill({ email: 'other@example.com' });
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
  });

  it('says why when the waitlist can’t be joined', async () => {
    const weather = new Weather('joinWaitlist', { kind: 'refuse', error: new SmpError('unauthorized', 'no') });
    const booker = page.booker({
      adapter: backend({ schedule: { practitioners: [] }, faults: weather.faults }),
      service: 'talk',
    });
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    await booker.fill(ADA);
    await booker.press(en.joinWaitlist);
    await booker.shows('why', () => booker.alert() !== '');
    assert.deepEqual(booker.details(), ADA);
  });

  it('minds a page that fails in its own listeners as little as may be', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    const spoilt = (event: Event): void => event.stopImmediatePropagation();
    window.addEventListener('smp-booking-confirmed', spoilt, true);
    try {
      await booker.confirm();
      await booker.confirmed();
    } finally {
      window.removeEventListener('smp-booking-confirmed', spoilt, true);
    }
  });
});

describe(`<smp-slot-booker> without a connection on the way, in ${engine}`, () => {
  const page = useClinicPage();

  async function without(file: string) {
    const { document } = await framedPage(page, { missing: [file] });
    const uncaught: unknown[] = [];
    const gone = new Promise((resolve) => document.defaultView?.addEventListener('pagehide', resolve));
    document.defaultView?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    const element = Object.assign(document.createElement('smp-slot-booker'), { adapter: backend(), service: 'talk' });
    element.textContent = 'Write to us';
    document.body.append(element);
    const booker = new SlotBookerHarness(element);
    await booker.pick('10:00');
    return { booker, uncaught, errors: errorsOf(element), gone };
  }

  it('leads back to the times where the pages after the choice of one do not come', async () => {
    const { booker } = await without('src/elements/slot-booker/completing.ts');
    booker.part('button')?.click();
    await booker.shows('that it failed', () => booker.alert().includes(en.errors.network));
    booker.all('button')[0]?.click();
    await booker.shows('the times', () => booker.times().length > 0);
    await booker.pick('10:30');
    assert.equal(booker.chosenTime(), '10:30');
  });

  it('loads the page anew where they were asked for again in vain: some browsers do not ask twice', async () => {
    const { booker, errors, gone } = await without('src/elements/slot-booker/completing.ts');
    booker.part('button')?.click();
    for (const times of [1, 2]) {
      await booker.shows('that it failed', () => errors.length === times && booker.all('[role=alert] button')[0]);
      booker.all('[role=alert] button')[0]?.click();
    }
    await gone;
  });

  it('says so where the pages after the choice of a time do not come, whom to call, and asks for them again', async () => {
    const { booker, uncaught, errors } = await without('src/elements/slot-booker/completing.ts');
    assert.isEmpty(errors, 'as long as they are not wanted');
    booker.part('button')?.click();
    await booker.shows('that it failed', () => booker.alert().includes(en.errors.network));
    assert.include(booker.alert(), clinic.phone ?? '-');
    assert.deepEqual(errors, ['network']);
    assert.isAbove(booker.element.getBoundingClientRect().height, 0);
    booker.all('[role=alert] button')[0]?.click();
    await booker.shows('that it failed again', () => errors.length === 2 && booker.alert() !== '');
    assert.isEmpty(uncaught);
  });

  it('confirms a booking also where the ways to add it to a calendar do not come', async () => {
    const { booker, uncaught, errors } = await without('src/elements/calendar/add-to-calendar.template.ts');
    const next = async (heading: string) => {
      booker.part('button')?.click();
      await booker.at(heading);
    };
    await next(en.yourDetails);
    for (const [id, text] of [
      ['name', ADA.name],
      ['email', ADA.email],
    ] as const) {
      const field = booker.root.querySelector<HTMLInputElement>(`#${id}`);
      if (field) field.value = text;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    }
    booker.root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await next(en.checkTitle);
    await next(en.confirmedTitle);
    for (let turns = 0; turns < 50; turns++) await turn();
    assert.isEmpty(uncaught);
    assert.isEmpty(errors);
    assert.isUndefined(booker.part('calendars'));
  });
});

describe(`<smp-slot-booker> with a backend that never answers, in ${engine}`, () => {
  const page = useClinicPage();
  const time = useVirtualTime();

  it('gives up, tells the visitor, and asks again when told to', async () => {
    const weather = new Weather('getClinic', { kind: 'hang' });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk', phone: PHONE });
    const errors = errorsOf(booker.element);
    await until('it was asked', () => adapter.state.calls.getClinic > 0);
    await time.pass(60_000);
    await booker.shows('that nothing can be booked', () => booker.alert().includes(en.failedTitle));
    assert.include(booker.alert(), en.errors.timeout);
    assert.deepEqual(errors, ['timeout']);
    weather.calm();
    await booker.press(en.retry);
    await time.pass(0);
    await booker.atTimes();
  });

  it('gives up listing times, and lists them when told to', async () => {
    const weather = new Weather('listSlots', { kind: 'hang' });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await until('it was asked', () => adapter.state.calls.listSlots > 0);
    await time.pass(60_000);
    await booker.shows('that times could not be loaded', () => booker.alert().includes(en.failedTimes));
    assert.include(booker.alert(), en.errors.timeout);
    weather.calm();
    await booker.press(en.retry);
    await booker.atTimes();
  });
});
