import { assert } from '@esm-bundle/chai';
import type { MemoryAdapter, MemoryMethod } from '../../../src/adapters/memory.js';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { click, engine } from '../../support/browser.js';
import { backend, lonelyBackend, useClinicPage } from '../../support/clinic-page.js';
import { Gate, Weather } from '../../support/fault-adapter.js';
import { ADA, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { turn, until } from '../../support/until.js';
import { useVirtualTime } from '../../support/virtual-time.js';

/** Words that must not be read where a booking may have been made. */
const FAILURES = [en.failedTitle, en.lostTitle, ...Object.values(en.errors)];

function neverFailed(booker: SlotBookerHarness): string[] {
  const seen: string[] = [];
  const look = (): void => {
    const text = booker.root.textContent;
    for (const words of FAILURES) if (text.includes(words) && !seen.includes(words)) seen.push(words);
  };
  new MutationObserver(look).observe(booker.root, { subtree: true, childList: true, characterData: true });
  return seen;
}

describe(`a booking without an answer in ${engine}`, () => {
  const page = useClinicPage();

  it('is confirmed when the answer is lost once and comes the second time', async () => {
    const weather = new Weather('createBooking', { kind: 'lose' }, 1);
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    const seen = neverFailed(booker);
    await booker.confirm();
    const reference = await booker.confirmed();
    assert.deepEqual(
      adapter.state.bookings.map(({ booking }) => booking.reference),
      [reference],
    );
    assert.isEmpty(seen);
  });

  it('is never called failed, and asking again gives the same booking', async () => {
    const weather = new Weather('createBooking', { kind: 'lose' });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    const seen = neverFailed(booker);
    await booker.confirm();
    await booker.shows('that there is no answer', () => booker.part('unresolved'));
    assert.include(booker.alert(), en.unresolvedTitle);
    assert.include(booker.alert(), en.unresolvedHint);
    assert.deepEqual(booker.buttons(), [en.checkAgain], 'nothing else can be had while it is not known what is booked');
    assert.equal(booker.part('phone')?.getAttribute('href'), 'tel:02079460100');
    await booker.press(en.checkAgain);
    await booker.shows('that there is still none', () => booker.buttons().includes(en.checkAgain));
    weather.calm();
    await booker.press(en.checkAgain);
    const reference = await booker.confirmed();
    assert.deepEqual(
      adapter.state.bookings.map(({ booking }) => booking.reference),
      [reference],
    );
    assert.isEmpty(seen);
  });

  for (const [name, error] of [
    ['a server error', new SmpError('unknown', 'Broken', { retryable: true })],
    ['nothing sensible', 'a mere word'],
    ['a network that breaks', new TypeError('Failed to fetch')],
    ['too long a silence', new SmpError('timeout', 'Too long')],
  ] as const) {
    it(`is not called failed after ${name}`, async () => {
      const weather = new Weather('createBooking', { kind: 'lose', error });
      const adapter = backend({ faults: weather.faults });
      const booker = page.booker({ adapter, service: 'talk' });
      await booker.toCheck();
      const seen = neverFailed(booker);
      await booker.confirm();
      await booker.shows('that there is no answer', () => booker.part('unresolved'));
      weather.calm();
      await booker.press(en.checkAgain);
      await booker.confirmed();
      assert.lengthOf(adapter.state.bookings, 1);
      assert.isEmpty(seen);
    });
  }

  it('is not called failed when an answer can’t be read', async () => {
    const weather = new Weather('createBooking', { kind: 'garble', answer: () => ({ ok: true }) });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.shows('that there is no answer', () => booker.part('unresolved'));
    weather.calm();
    await booker.press(en.checkAgain);
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('is made once when the request arrives twice', async () => {
    const adapter = lonelyBackend({ faults: new Weather('createBooking', { kind: 'duplicate' }).faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('would be made twice by a backend that forgets what it was sent', async () => {
    const weather = new Weather('createBooking', { kind: 'lose' }, 1);
    const adapter = backend({ idempotent: false, capabilities: { holds: false }, faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 2, 'the fault that the other tests rule out');
  });

  it('tells when the time went while nobody answered', async () => {
    const weather = new Weather('createBooking', { kind: 'refuse', error: new SmpError('network', 'No connection') });
    const adapter = lonelyBackend({ capabilities: { holds: false }, faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.shows('that there is no answer', () => booker.part('unresolved'));
    weather.strike({ kind: 'refuse', error: new SmpError('slot-taken', 'Gone') });
    await booker.press(en.checkAgain);
    await booker.shows('that the time is lost', () => booker.part('lost'));
    await booker.pick('11:00');
    await booker.hold();
    await booker.at(en.checkTitle);
    assert.isEmpty(adapter.state.bookings);
  });

  it('is made once however often it is clicked', async () => {
    const adapter = backend();
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(adapter, 'createBooking'), service: 'talk' });
    await booker.toCheck();
    let requests = 0;
    booker.element.addEventListener('smp-booking-requested', () => (requests += 1));
    const button = booker.button(en.confirm);
    for (let clicks = 0; clicks < 5; clicks++) button.click();
    await until('it is sent', () => gate.waiting === 1);
    await booker.press(en.sending);
    button.click();
    gate.open();
    await booker.confirmed();
    assert.equal(gate.waiting, 1);
    assert.equal(requests, 1);
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('is made once by a double click with the mouse and Enter', async () => {
    const adapter = backend();
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(adapter, 'createBooking'), service: 'talk' });
    await booker.toCheck();
    const button = booker.button(en.confirm);
    await Promise.all([click(button), click(button)]);
    booker.root.querySelector('form')?.requestSubmit();
    await turn();
    gate.open();
    await booker.confirmed();
    assert.equal(gate.waiting, 1);
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('is shown to be under way, and the page can’t be left for another', async () => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(backend(), 'createBooking'), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await booker.shows('that it is sent', () => booker.buttons().includes(en.sending));
    await booker.press(`${en.change} ${en.name}`);
    assert.equal(booker.heading(), en.checkTitle);
    gate.open();
    await booker.confirmed();
  });

  it('goes on while the element is moved', async () => {
    const adapter = backend();
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(adapter, 'createBooking'), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await until('it is sent', () => gate.waiting === 1);
    const elsewhere = document.createElement('section');
    page.element.append(elsewhere);
    elsewhere.append(booker.element);
    gate.open();
    const reference = await booker.confirmed();
    assert.equal(adapter.state.bookings[0]?.booking.reference, reference);
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('goes on while the element is out of the document', async () => {
    const adapter = backend();
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(adapter, 'createBooking'), service: 'talk' });
    await booker.toCheck();
    await booker.confirm();
    await until('it is sent', () => gate.waiting === 1);
    booker.element.remove();
    gate.open();
    await turn();
    page.element.append(booker.element);
    const reference = await booker.confirmed();
    assert.equal(adapter.state.bookings[0]?.booking.reference, reference);
    assert.equal(adapter.state.calls.createBooking, 1);
  });

  it('keeps all that was typed while the element is moved', async () => {
    const around = page.clinic({ adapter: backend() });
    const booker = page.booker({ service: 'talk' }, around);
    await booker.toDetails();
    await booker.fill(ADA);
    around.append(document.createElement('p'), booker.element);
    await booker.element.updateComplete;
    assert.deepEqual(booker.details(), ADA);
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
  });

  it('goes on listing when the element was away while it asked', async () => {
    const gate = new Gate();
    const booker = page.booker({ adapter: gate.before(backend(), 'listSlots'), service: 'talk' });
    await until('it has asked', () => gate.waiting > 0);
    booker.element.remove();
    page.element.append(booker.element);
    gate.open();
    await booker.atTimes();
  });
});

describe(`a backend that hangs in ${engine}`, () => {
  const page = useClinicPage();
  const time = useVirtualTime();

  /** Waits until the backend has been asked: locks and code take a moment of real time before that. */
  const asked = (adapter: MemoryAdapter, method: MemoryMethod): Promise<unknown> =>
    until(`${method} is asked for`, () => adapter.state.calls[method] > 0);

  it('is asked again while the visitor is told that it takes longer', async () => {
    const weather = new Weather('createBooking', { kind: 'hang', effect: true }, 1);
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await time.pass(0);
    await booker.toCheck();
    const seen = neverFailed(booker);
    await booker.confirm();
    await booker.shows('that it is sent', () => booker.buttons().includes(en.sending));
    await asked(adapter, 'createBooking');
    weather.strike({ kind: 'hang' });
    await time.pass(10_001);
    await booker.shows('that it takes longer', () => booker.text().includes(en.checking));
    weather.calm();
    await time.pass(20_000);
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
    assert.isEmpty(seen);
  });

  it('is given up after a while, and the visitor may ask again', async () => {
    const weather = new Weather('createBooking', { kind: 'hang', effect: true });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await time.pass(0);
    await booker.toCheck();
    const seen = neverFailed(booker);
    await booker.confirm();
    await asked(adapter, 'createBooking');
    await time.pass(60_000);
    await booker.shows('that there is no answer', () => booker.part('unresolved'));
    weather.calm();
    await booker.press(en.checkAgain);
    await time.pass(0);
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
    assert.isEmpty(seen);
  });

  it('leaves the visitor with a way on when it hangs while a time is held', async () => {
    const weather = new Weather('holdSlot', { kind: 'hang' });
    const adapter = backend({ faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await time.pass(0);
    await booker.pick('10:00');
    await booker.hold();
    await booker.shows('that the time is being held', () => booker.buttons().includes(en.holding));
    await asked(adapter, 'holdSlot');
    await time.pass(60_000);
    await booker.shows('that it can be tried again', () => booker.buttons().includes(en.holdTime));
    assert.notEqual(booker.alert(), '', 'the visitor is told that there was no answer');
    weather.calm();
    await booker.hold();
    await time.pass(0);
    await booker.at(en.yourDetails);
  });

  it('leaves the visitor with a way on when it hangs while the waitlist is joined', async () => {
    const weather = new Weather('joinWaitlist', { kind: 'hang' });
    const adapter = backend({ schedule: { practitioners: [] }, faults: weather.faults });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    await booker.press(en.joinWaitlist);
    await booker.at(en.waitlistTitle);
    await booker.fill(ADA);
    await booker.press(en.joinWaitlist);
    await asked(adapter, 'joinWaitlist');
    await time.pass(60_000);
    await booker.shows('that it can be tried again', () => booker.buttons().includes(en.joinWaitlist));
    assert.notEqual(booker.alert(), '', 'the visitor is told that there was no answer');
    weather.calm();
    await booker.press(en.joinWaitlist);
    await time.pass(0);
    await booker.at(en.waitlistedTitle);
    assert.lengthOf(adapter.state.waitlist, 1);
  });
});
