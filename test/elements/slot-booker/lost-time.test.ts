import { assert } from '@esm-bundle/chai';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { en } from '../../../src/locales/en.js';
import { engine } from '../../support/browser.js';
import { bookedByAnother, lonelyBackend, MONDAY, useClinicPage } from '../../support/clinic-page.js';
import { ADA, stepsOf, textOf, type SlotBookerHarness } from '../../support/slot-booker.harness.js';

describe(`a lost time in <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const TIME = '10:00';

  async function atLoss(booker: SlotBookerHarness): Promise<void> {
    await booker.at(en.chooseTime);
    await booker.shows('that the time is lost', () => booker.part('lost'));
  }

  it('is told when it goes between its choice and the hold, with the nearest times', async () => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    const refusals: string[] = [];
    booker.element.addEventListener('smp-booking-refused', ({ error }) => refusals.push(error.code));
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.hold();
    await atLoss(booker);

    assert.deepEqual(refusals, ['slot-taken']);
    assert.include(textOf(booker.part('lost')), en.lostTitle);
    assert.match(textOf(booker.part('lost')), /Somebody else booked Monday,? 30 November, 10:00 before you/);
    assert.deepEqual(
      booker.alternatives().map((text) => text.slice(-5)),
      ['09:30', '10:30', '09:00'],
    );
    await booker.shows('times without the lost one', () => booker.times().length > 0 && !booker.times().includes(TIME));
    assert.equal(booker.chosenTime(), '');
    assert.isUndefined(booker.part('error'));
  });

  it('takes the focus, and is announced by it', async () => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    booker.button(en.holdTime).focus();
    await booker.hold();
    await atLoss(booker);
    await booker.shows('the focus on the notice or its alert', () => {
      const focused = booker.focused();
      return (focused && booker.part('lost')?.contains(focused)) || booker.alert().includes(en.lostTitle);
    });
  });

  it('leads on by one of the nearest times', async () => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.hold();
    await atLoss(booker);
    booker.part('alternative')?.click();
    await booker.at(en.yourDetails);
    await booker.fill(ADA);
    await booker.continue();
    await booker.confirm();
    await booker.confirmed();
    assert.equal(adapter.state.bookings.at(-1)?.booking.slot.localTime, '09:30');
  });

  it('costs no answer when it goes between the hold and the confirmation', async () => {
    let now = MONDAY;
    const adapter = lonelyBackend({ now: () => now, holdMs: 60_000 });
    const booker = page.booker({ adapter, service: 'talk' });
    const steps = stepsOf(booker.element);
    await booker.toCheck(TIME);
    now += 61_000;
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.confirm();
    await atLoss(booker);
    const focused = booker.focused();
    assert.isTrue(focused !== undefined && booker.part('lost')?.contains(focused), 'the focus is on the notice');
    assert.include(textOf(booker.part('lost')), 'What you told us is still here');

    booker.part('alternative')?.click();
    await booker.at(en.checkTitle);
    assert.deepInclude(booker.answers(), {
      [en.name]: ADA.name,
      [en.email]: ADA.email,
      [en.phone]: ADA.phone,
      [en.note]: ADA.note,
    });
    await booker.confirm();
    await booker.confirmed();
    assert.deepEqual(steps.slice(-5), ['details', 'check', 'time', 'check', 'confirmed']);
    const [, own, ...more] = adapter.state.bookings;
    assert.isEmpty(more);
    assert.equal(own?.booking.slot.localTime, '09:30');
    assert.equal(own?.draft.note, ADA.note);
  });

  it('can be answered by another time of the calendar', async () => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.hold();
    await atLoss(booker);
    await booker.toCheck('15:30');
    assert.isUndefined(booker.part('lost'));
    assert.match(booker.answers()[en.when] ?? '', /15:30/);
  });

  it('is found with a backend without holds when the booking is sent', async () => {
    const adapter = lonelyBackend({ capabilities: { holds: false } });
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.toCheck(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.confirm();
    await atLoss(booker);
    booker.part('alternative')?.click();
    await booker.at(en.checkTitle);
    await booker.confirm();
    await booker.confirmed();
    assert.equal(adapter.state.bookings.at(-1)?.draft.contact.name, ADA.name);
  });

  it('has words also when nothing else is free', async () => {
    const adapter = memoryAdapter({
      clinic: {
        id: 'tiny',
        name: 'Tiny',
        timeZone: 'Europe/London',
        locations: [],
        practitioners: [{ id: 'ann', name: 'Ann' }],
        services: [{ id: 'talk', name: 'Talk', kind: 'consultation', mode: 'video', durationMinutes: 30 }],
      },
      schedule: {
        practitioners: [{ practitioner: 'ann', hours: [{ weekday: 1, from: '10:00', to: '10:30' }] }],
        rules: { windowDays: 3 },
      },
      now: () => MONDAY,
    });
    const booker = page.booker({ adapter });
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.hold();
    await atLoss(booker);
    assert.include(textOf(booker.part('lost')), en.lostNone);
    await booker.shows('that all is taken', () => booker.text().includes(en.fullyBooked));
    assert.include(booker.buttons(), en.joinWaitlist);
  });

  it('can be lost again and again', async () => {
    const adapter = lonelyBackend();
    const booker = page.booker({ adapter, service: 'talk' });
    await booker.pick(TIME);
    await bookedByAnother(adapter, '2026-11-30', TIME);
    await booker.hold();
    await atLoss(booker);
    await bookedByAnother(adapter, '2026-11-30', '09:30');
    booker.part('alternative')?.click();
    await booker.shows('other times', () => booker.alternatives()[0]?.endsWith('09:00'));
    booker.part('alternative')?.click();
    await booker.at(en.yourDetails);
  });
});
