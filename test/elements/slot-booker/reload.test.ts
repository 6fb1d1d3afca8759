import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, bookedByAnother, lonelyBackend, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { Gate, Weather } from '../../support/fault-adapter.js';
import { ADA, type Details, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

/** Details without the note, which no storage sees. */
const { note: _note, ...KEPT } = ADA;

/** The storage of a browser that forbids it. */
function forbidStorage(how: 'absent' | 'throwing' | 'full'): () => void {
  const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
  if (!own) throw new Error('This browser has no storage to forbid');
  const forbidden = (): never => {
    throw new DOMException('Not allowed', 'SecurityError');
  };
  const full = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new DOMException('Full', 'QuotaExceededError');
    },
  };
  const get = { absent: () => undefined, throwing: forbidden, full: () => full }[how];
  Object.defineProperty(window, 'sessionStorage', { configurable: true, get });
  return () => Object.defineProperty(window, 'sessionStorage', own);
}

/** A page that is left gives up its locks; the one that only plays that it is left must not keep them. */
function withoutLocks(): () => void {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
  return () => Reflect.deleteProperty(navigator, 'locks');
}

describe(`a reload of the page in ${engine}`, () => {
  const page = useClinicPage();
  let giveBackLocks = (): void => undefined;

  beforeEach(() => {
    giveBackLocks = withoutLocks();
  });
  afterEach(() => giveBackLocks());

  /** What a visitor finds who loads the page once more. */
  function reload(adapter: SchedulingAdapter, service?: string): SlotBookerHarness {
    page.element.replaceChildren();
    return page.booker({ adapter, ...(service !== undefined && { service }) });
  }

  it('brings the answers back, and holds the visitor’s own time again', async () => {
    const adapter = lonelyBackend();
    const first = page.booker({ adapter });
    await first.chooseService('Video talk');
    await first.toCheck('10:00', KEPT);

    const again = reload(adapter);
    await again.at(en.yourDetails);
    assert.deepEqual(again.details(), { ...KEPT, note: '' });
    assert.lengthOf(adapter.state.holds, 1);
    await again.continue();
    await again.at(en.checkTitle);
    assert.match(again.answers()[en.when] ?? '', /10:00/);
    await again.confirm();
    await again.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('brings them back with the details not yet given', async () => {
    const adapter = backend();
    await page.booker({ adapter, service: 'talk' }).toDetails('11:00');
    const again = reload(adapter, 'talk');
    await again.at(en.yourDetails);
    assert.equal(again.field(en.name).value, '');
  });

  it('brings back what was typed, amid the details', async () => {
    const adapter = backend();
    const first = page.booker({ adapter, service: 'talk' });
    await first.toDetails('11:00');
    await first.fill({ name: ADA.name, privacy: true });
    const again = reload(adapter, 'talk');
    await again.at(en.yourDetails);
    assert.deepEqual(again.details(), { name: ADA.name, email: '', phone: '', note: '', privacy: true });
  });

  it('brings them back also where the times can’t be listed', async () => {
    const weather = new Weather('listSlots');
    const adapter = backend({ faults: weather.faults });
    await page.booker({ adapter, service: 'talk' }).toDetails('11:00');
    weather.strike({ kind: 'refuse', error: new SmpError('not-supported', 'down') });
    const again = reload(adapter, 'talk');
    await again.at(en.yourDetails);
    await again.fill(ADA);
    await again.continue();
    await again.at(en.checkTitle);
  });

  it('keeps no word of the note', async () => {
    const booker = page.booker({ adapter: backend(), service: 'talk' });
    await booker.toCheck();
    const stored = Object.entries(sessionStorage).flat().join(' ');
    assert.include(stored, ADA.name);
    assert.notInclude(stored, ADA.note);
  });

  it('keeps nothing once the booking is made', async () => {
    const adapter = backend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.notInclude(Object.entries(sessionStorage).flat().join(' '), ADA.name);
    const again = reload(adapter, 'talk');
    await again.atTimes();
  });

  it('says so when the time has gone in the meantime', async () => {
    let now = MONDAY;
    const adapter = lonelyBackend({ now: () => now, holdMs: 60_000 });
    await page.booker({ adapter, service: 'talk' }).toCheck('10:00', KEPT);
    now += 120_000;
    await bookedByAnother(adapter, '2026-11-30', '10:00');
    const again = reload(adapter, 'talk');
    await again.shows('that the time is lost', () => again.part('lost'));
    again.part('alternative')?.click();
    await again.at(en.yourDetails);
    assert.deepEqual(again.details(), { ...KEPT, note: '' });
  });

  it('leaves another service that the page names alone', async () => {
    const adapter = backend();
    await page.booker({ adapter, service: 'talk' }).toCheck();
    const again = reload(adapter, 'visit');
    await again.atTimes();
    assert.equal(again.chosenTime(), '');
  });

  it('forgets a service that the clinic no longer has', async () => {
    const adapter = backend();
    const first = page.booker({ adapter });
    await first.chooseService('Video talk');
    await first.toCheck();
    const clinic = await adapter.getClinic();
    const again = reload(
      backend({ clinic: { ...clinic, services: clinic.services.filter(({ id }) => id !== 'talk') } }),
    );
    await again.at(en.chooseService);
  });

  for (const [kind, text] of [
    ['no JSON', '{'],
    ['another version', '{"version":99,"at":0,"draft":{}}'],
    [
      'nonsense',
      JSON.stringify({ version: 1, at: Date.now(), draft: { service: 7, slot: 'x', hold: [], consents: 1 } }),
    ],
    [
      'a slot of another shape',
      JSON.stringify({ version: 1, at: Date.now(), draft: { service: 'talk', slot: { id: 'x' }, name: 7 } }),
    ],
  ] as const) {
    it(`minds ${kind} in the storage little`, async () => {
      await page.booker({ adapter: backend(), service: 'talk' }).toCheck();
      const key = Object.keys(sessionStorage).find((name) => sessionStorage.getItem(name)?.includes(ADA.name));
      sessionStorage.setItem(key ?? '', text);
      const adapter = backend();
      const again = reload(adapter, 'talk');
      await again.toCheck();
      await again.confirm();
      await again.confirmed();
      assert.lengthOf(adapter.state.bookings, 1);
    });
  }

  /** Leaves the page while a booking is being made, and loads it again. */
  async function leaveAmidSending(adapter: MemoryAdapter, given: Details): Promise<SlotBookerHarness> {
    const gate = new Gate();
    const first = page.booker({ adapter: gate.before(adapter, 'createBooking'), service: 'talk' });
    await first.toCheck('10:00', given);
    await first.confirm();
    await until('it is sent', () => gate.waiting === 1);
    const again = reload(adapter, 'talk');
    await again.at(en.checkTitle);
    assert.include(again.text(), en.unresolvedTitle);
    return again;
  }

  for (const [how, holds, given] of [
    ['with a hold and a note', true, ADA],
    ['with a hold', true, KEPT],
    ['without a hold', false, KEPT],
    ['without a hold, with a note', false, ADA],
  ] as const) {
    it(`amid the sending makes no second booking and loses none, ${how}`, async () => {
      const adapter = lonelyBackend({ capabilities: { holds } });
      const again = await leaveAmidSending(adapter, given);
      const [made] = adapter.state.bookings;
      await again.press(en.checkAgain);
      assert.equal(await again.confirmed(), made?.booking.reference);
      assert.lengthOf(adapter.state.bookings, 1);
    });
  }

  it('amid the sending calls nothing failed where the backend misses the note that is lost', async () => {
    const issues = [{ pointer: '', code: 'key-reused' }];
    const fault = { kind: 'refuse', error: new SmpError('validation', 'Other content', { issues }) } as const;
    const weather = new Weather('createBooking', fault);
    weather.calm();
    const adapter = lonelyBackend({ capabilities: { holds: false }, faults: weather.faults });
    const again = await leaveAmidSending(adapter, ADA);
    weather.strike(fault);
    await again.press(en.checkAgain);
    await until('it was asked again', () => adapter.state.calls.createBooking === 2);
    await again.shows('that it is not known', () => again.buttons().includes(en.checkAgain));
    assert.include(again.text(), en.unresolvedTitle);
    assert.isUndefined(again.part('error'));
    assert.isUndefined(again.part('lost'));
    assert.isDefined(again.part('phone'));
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('amid the sending makes the booking that had not arrived', async () => {
    const weather = new Weather('createBooking', { kind: 'hang' });
    const adapter = lonelyBackend({ faults: weather.faults });
    const first = page.booker({ adapter, service: 'talk' });
    await first.toCheck('10:00', KEPT);
    await first.confirm();
    await until('it is sent', () => adapter.state.calls.createBooking > 0);
    weather.calm();
    const again = reload(adapter, 'talk');
    await again.at(en.checkTitle);
    await again.press(en.checkAgain);
    await again.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('in a second tab that was copied from the first makes one booking, told in both', async () => {
    giveBackLocks();
    const adapter = lonelyBackend();
    const first = page.booker({ adapter, service: 'talk' });
    await first.toCheck('10:00', KEPT);
    // It has its own storage, with the same in it; here, that is the place of a second booker.
    sessionStorage.setItem('smp-widgets/booking/2', sessionStorage.getItem('smp-widgets/booking') ?? '');
    const second = page.booker({ adapter, service: 'talk' });
    await second.at(en.yourDetails);
    await second.continue();
    await second.at(en.checkTitle);
    await Promise.all([first.confirm(), second.confirm()]);
    assert.equal(await first.confirmed(), await second.confirmed());
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('gives each of two bookers its own answers back', async () => {
    const adapter = backend();
    const first = page.booker({ adapter });
    const second = page.booker({ adapter });
    await first.chooseService('Video talk');
    await first.toDetails('10:00');
    await first.fill({ name: ADA.name });
    await second.at(en.chooseService);
    page.element.replaceChildren();
    const [again, other] = [page.booker({ adapter }), page.booker({ adapter })];
    await again.at(en.yourDetails);
    await other.at(en.chooseService);
    assert.lengthOf(adapter.state.holds, 1);
  });

  it('offers to check a booking without an answer, though another booker was used since', async () => {
    const weather = new Weather('createBooking', { kind: 'lose' });
    const adapter = backend({ faults: weather.faults });
    const first = page.booker({ adapter });
    const second = page.booker({ adapter });
    await first.chooseService('Video talk');
    await first.toCheck('10:00', KEPT);
    await first.confirm();
    await first.shows('that there is no answer', () => first.part('unresolved'));
    await second.chooseService('Visit');
    await second.toDetails('11:00');
    page.element.replaceChildren();
    weather.calm();
    const [again, other] = [page.booker({ adapter }), page.booker({ adapter })];
    await again.shows('that there was no answer', () => again.part('unresolved'));
    await other.at(en.yourDetails);
    await again.press(en.checkAgain);
    await again.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  for (const how of ['absent', 'throwing', 'full'] as const) {
    it(`is no matter where storage is ${how}`, async () => {
      const allow = forbidStorage(how);
      try {
        const weather = new Weather('createBooking', { kind: 'lose' }, 5);
        const adapter = backend({ faults: weather.faults });
        const booker = page.booker({ adapter, service: 'talk' });
        await booker.toCheck();
        await booker.confirm();
        await booker.shows('that there is no answer', () => booker.part('unresolved'));
        await booker.press(en.checkAgain);
        await booker.confirmed();
        assert.lengthOf(adapter.state.bookings, 1);
      } finally {
        allow();
      }
    });
  }
});
