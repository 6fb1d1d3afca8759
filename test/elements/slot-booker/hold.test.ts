import { assert } from '@esm-bundle/chai';
import { SmpError } from '../../../src/domain/errors.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { backend, bookedByAnother, lonelyBackend, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { Weather } from '../../support/fault-adapter.js';
import { ADA, textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { useVirtualTime } from '../../support/virtual-time.js';

const MINUTE = 60_000;

describe(`a held time in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const time = useVirtualTime();
  let now = MONDAY;

  beforeEach(() => {
    now = MONDAY;
  });

  /** Time passes for the visitor and for the clinic. */
  async function pass(ms: number): Promise<void> {
    now += ms;
    await time.pass(ms);
  }

  const countdown = (booker: SlotBookerHarness): string => textOf(booker.part('countdown'));

  async function atDetails(adapter = backend({ now: () => now })): Promise<SlotBookerHarness> {
    const booker = page.booker({ adapter, service: 'talk' });
    return booker.toDetails();
  }

  it('is counted down, in minutes and at last in seconds', async () => {
    const booker = await atDetails();
    assert.equal(countdown(booker), en.heldMinutes(10));
    assert.match(textOf(booker.part('hold')), /We are holding Monday,? 30 November, 10:00 for you/);
    await pass(61_000);
    await booker.shows('less', () => countdown(booker) === en.heldMinutes(9));
    await pass(6 * MINUTE + 59_500);
    await booker.shows(
      'seconds',
      () => countdown(booker) === en.heldSeconds(1, 59) || countdown(booker) === en.heldSeconds(2, 0),
    );
    await pass(60_000);
    await booker.shows('the last minute', () => /^[01]:/.test(countdown(booker)));
  });

  it('is spoken of when it is taken, at two minutes and at thirty seconds, and at its end', async () => {
    const booker = await atDetails();
    assert.match(booker.spoken(), /^We are holding Monday,? 30 November, 10:00 for you\.$/);
    const said: string[] = [];
    const status = booker.root.querySelector('[role=status]');
    assert.isNotNull(status);
    new MutationObserver(() => {
      if (said.at(-1) !== booker.spoken()) said.push(booker.spoken());
    }).observe(status, { subtree: true, childList: true, characterData: true });
    await pass(7 * MINUTE);
    await booker.element.updateComplete;
    assert.isEmpty(said, 'nothing is said before');
    await pass(MINUTE);
    await booker.shows('two minutes', () => said.length === 1);
    await pass(90_000);
    await booker.shows('thirty seconds', () => said.length === 2);
    await pass(30_000);
    await booker.shows('the end', () => said.length === 3);
    assert.deepEqual(said, [en.holdEnding(120), en.holdEnding(30), en.holdEnded]);
  });

  it('is not spoken of on the pages after it', async () => {
    const booker = await atDetails();
    assert.notEqual(booker.spoken(), '', 'control: it was spoken of');
    await booker.fill(ADA);
    await booker.continue();
    await booker.at(en.checkTitle);
    assert.equal(booker.spoken(), '');
  });

  it('can be had for longer when it comes to its end', async () => {
    const booker = await atDetails();
    assert.isFalse(booker.buttons().includes(en.extendHold), 'not while there is plenty of time');
    await pass(6.5 * MINUTE);
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    await booker.press(en.extendHold);
    await booker.shows('more time', () => countdown(booker) === en.heldMinutes(10));
    assert.isFalse(booker.buttons().includes(en.extendHold));
  });

  it('is not offered for longer than the clinic allows', async () => {
    const booker = await atDetails(backend({ now: () => now, maxExtensions: 1 }));
    await pass(7 * MINUTE);
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    await booker.press(en.extendHold);
    await booker.shows('more time', () => countdown(booker) === en.heldMinutes(10));
    await pass(7 * MINUTE);
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    await booker.press(en.extendHold);
    await booker.shows('no way any more', () => !booker.buttons().includes(en.extendHold));
    assert.match(countdown(booker), /^[23]/, 'it is still held');
  });

  it('keeps what was typed when more time can’t be had', async () => {
    const weather = new Weather('extendHold', {
      kind: 'refuse',
      error: new SmpError('rate-limited', 'Slow down', { retryAfterMs: 90_000 }),
    });
    const booker = await atDetails(backend({ now: () => now, faults: weather.faults }));
    await booker.fill(ADA);
    await pass(7 * MINUTE);
    await booker.shows('a way to have more', () => booker.buttons().includes(en.extendHold));
    await booker.press(en.extendHold);
    await booker.shows('what went wrong', () => booker.alert().includes(en.errors['rate-limited']));
    assert.deepEqual(booker.details(), ADA);
  });

  it('can be held again once it has run out', async () => {
    const booker = await atDetails();
    await booker.fill(ADA);
    await pass(10 * MINUTE);
    await booker.shows('that it has ended', () => booker.text().includes(en.holdEnded));
    await booker.press(en.holdAgain);
    await booker.shows('that it is held', () => countdown(booker) === en.heldMinutes(10));
    assert.deepEqual(booker.details(), ADA);
  });

  it('is told to be lost when somebody else has it by then', async () => {
    const adapter = lonelyBackend({ now: () => now });
    const booker = await atDetails(adapter);
    await booker.fill(ADA);
    await pass(10 * MINUTE);
    await bookedByAnother(adapter, '2026-11-30', '10:00');
    await booker.shows('that it has ended', () => booker.text().includes(en.holdEnded));
    await booker.press(en.holdAgain);
    await booker.shows('that it is lost', () => booker.part('lost'));
    booker.part('alternative')?.click();
    await booker.at(en.yourDetails);
    assert.deepEqual(booker.details(), ADA);
  });

  it('is booked also after it has run out, if it is still free', async () => {
    const adapter = lonelyBackend({ now: () => now });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck();
    await pass(11 * MINUTE);
    await booker.shows('that it has ended', () => booker.text().includes(en.holdEnded));
    await booker.confirm();
    await booker.confirmed();
    assert.lengthOf(adapter.state.bookings, 1);
  });

  it('is looked at anew when a frozen page comes back', async () => {
    for (const comeBack of [
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      () => document.dispatchEvent(new Event('visibilitychange')),
    ]) {
      sessionStorage.clear();
      page.element.replaceChildren();
      now = MONDAY;
      const booker = await atDetails();
      now += 11 * MINUTE;
      time.freeze(11 * MINUTE);
      await booker.element.updateComplete;
      assert.equal(countdown(booker), en.heldMinutes(10), 'timers slept');
      comeBack();
      await booker.shows('that it has ended', () => booker.text().includes(en.holdEnded));
    }
  });

  it('brings fresh times when a page with old ones comes back', async () => {
    const adapter = lonelyBackend({ now: () => now });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.atTimes();
    assert.include(booker.times(), '10:00');
    await bookedByAnother(adapter, '2026-11-30', '10:00');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await booker.shows('that the time is gone', () => !booker.times().includes('10:00') && booker.times().length > 0);
  });

  it('does not depend on the device’s calendar', async () => {
    const real = Date.now;
    Date.now = () => MONDAY + 10 * 365 * 86_400_000;
    try {
      const booker = await atDetails();
      assert.equal(countdown(booker), en.heldMinutes(10));
      await pass(5 * MINUTE);
      await booker.shows('half of it', () => countdown(booker) === en.heldMinutes(5));
    } finally {
      Date.now = real;
    }
  });

  it('is let go when another service is chosen, and only then', async () => {
    const adapter = backend({ now: () => now });
    const booker = page.booker({ adapter });
    await booker.chooseService('Video talk');
    await booker.toDetails();
    await booker.press(en.back);
    await booker.at(en.chooseTime);
    assert.lengthOf(adapter.state.holds, 1);
    await booker.press(en.back);
    await booker.chooseService('Visit');
    await booker.atTimes();
    await booker.shows('that nothing is held', () => adapter.state.holds.length === 0);
  });

  it('leads on again from the page of times', async () => {
    const adapter = backend({ now: () => now });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toDetails();
    await booker.press(en.back);
    await booker.at(en.chooseTime);
    assert.match(booker.text(), /We are holding Monday,? 30 November, 10:00 for you/);
    await booker.press(en.continue);
    await booker.at(en.yourDetails);
    assert.equal(adapter.state.calls.holdSlot, 1);
  });
});
