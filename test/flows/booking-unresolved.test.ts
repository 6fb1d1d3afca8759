import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault } from '../../src/adapters/memory.js';
import type { ConsentRequest } from '../../src/domain/consultation/consent.js';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import type { Enquiry } from '../../src/domain/enquiry.js';
import { SmpError } from '../../src/domain/errors.js';
import { BookingBench, Town, type BookingOptions } from '../support/booking.js';

/** As many answers as the Scheduler is willing to wait for. */
const TRIES = 5;
const lost = (times = TRIES): Fault[] => Array.from({ length: times }, () => ({ kind: 'lose' }));

/** At the check page, with a booking that was sent and not answered. */
async function unanswered(options: BookingOptions = {}): Promise<BookingBench> {
  const bench = await BookingBench.open(options);
  await bench.toCheck();
  bench.town.faults.createBooking = lost();
  await bench.confirm();
  return bench;
}

/** A page without holds, whose address, language and words change when it is told to. */
function changingPage(enquiry: Enquiry = {}) {
  const consents: ConsentRequest[] = [{ purpose: 'privacy', wording: 'I agree.', version: 'en-1', required: true }];
  const now = { landingPath: '/book', language: 'en' };
  return {
    options: {
      capabilities: { holds: false },
      preset: { enquiry },
      attribution: () => ({ landingPath: now.landingPath }),
      locale: () => now.language,
      consents,
    },
    change(): void {
      now.landingPath = '/de/kontakt';
      now.language = 'de';
      consents[0] = { purpose: 'privacy', wording: 'Ich stimme zu.', version: 'de-1', required: true };
    },
  };
}

describe('BookingFlow, sending a booking', () => {
  it('sends it once however often it is asked to', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    const release = bench.town.keepBack('createBooking');
    const sending = [bench.flow.confirm(), bench.flow.confirm(), bench.flow.confirm()];
    assert.equal(bench.state.submission, 'sending');
    assert.equal(bench.state.booking, undefined);
    await release();
    await Promise.all(sending);
    await bench.flow.confirm();
    assert.equal(bench.town.count('createBooking'), 1);
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(bench.takeNews().filter((kind) => kind === 'confirmed').length, 1);
  });

  it('shows nothing as booked before the backend has said so', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    const release = bench.town.keepBack('createBooking');
    const sending = bench.flow.confirm();
    await bench.clock.advance(5000);
    assert.equal(bench.state.step, 'check');
    assert.ok(bench.states.every(({ booking }) => booking === undefined));
    await release();
    await sending;
    assert.equal(bench.state.step, 'confirmed');
  });

  it('leads to no other page while it is under way', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    const release = bench.town.keepBack('createBooking');
    const sending = bench.flow.confirm();
    bench.flow.goTo('time');
    await bench.flow.hold();
    await bench.flow.extendHold();
    bench.flow.preset({ service: 'call' });
    assert.equal(bench.state.step, 'check');
    await release();
    await sending;
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.count('holdSlot'), 1);
    assert.equal(bench.town.count('extendHold'), 0);
  });

  it('asks again by itself and says that it takes longer', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = lost(2);
    await bench.confirm();
    const progress = bench.states.map(({ submission }) => submission);
    assert.ok(progress.includes('checking'));
    assert.ok(!progress.includes('unresolved'));
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
  });

  it('survives a backend that hangs, crashes or says nonsense', async () => {
    const faults: Fault[] = [
      { kind: 'hang', effect: true },
      { kind: 'throw', error: new Error('boom') },
      { kind: 'garble', answer: () => ({ reference: 5 }) },
      { kind: 'refuse', error: 'not even an error' },
    ];
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = faults;
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.deepEqual(bench.state.booking, bench.town.bookings[0]?.booking);
  });
});

describe('BookingFlow, no answer to a booking', () => {
  it('shows it as unresolved, never as failed', async () => {
    const bench = await unanswered();
    assert.equal(bench.state.submission, 'unresolved');
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.booking, undefined);
    assert.ok(!bench.takeNews().includes('refused'));
    assert.equal(bench.town.bookings.length, 1, 'the booking has arrived');
  });

  it('finds the booking when it is asked to check', async () => {
    const bench = await unanswered();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.deepEqual(bench.state.booking, bench.town.bookings[0]?.booking);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
  });

  it('finds it after the hold has run out, too', async () => {
    const bench = await unanswered();
    await bench.clock.advance(20 * 60_000);
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
  });

  it('finds it though the page has another address and language by now', async () => {
    const page = changingPage();
    const bench = await unanswered(page.options);
    page.change();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(new Set(bench.town.operations('createBooking')).size, 1);
  });

  it('finds it though more has been said elsewhere by now', async () => {
    const bench = await unanswered({ capabilities: { holds: false } });
    const enquiry: Enquiry = {
      contact: { phone: '020 7946 0123' },
      note: 'Flags: Scar',
      consultation: { consultationId: 'c-1', consultationToken: 'token-of-the-consultation' },
      screening: { findings: [], consultation: true, treatment: 'request' },
      design: DEFAULT_DESIGN,
    };
    bench.flow.preset({ enquiry });
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    const [first, ...copies] = bench.town.sent.filter(({ method }) => method === 'createBooking');
    for (const copy of copies) assert.deepEqual(copy, first);
  });

  it('stays unresolved while there is no answer', async () => {
    const bench = await unanswered();
    bench.town.faults.createBooking = lost();
    await bench.confirm();
    assert.equal(bench.state.submission, 'unresolved');
    assert.equal(bench.town.bookings.length, 1);
  });

  it('books when nothing has arrived', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = Array.from({ length: TRIES }, () => ({
      kind: 'refuse',
      error: new SmpError('network', 'Offline'),
    }));
    await bench.confirm();
    assert.equal(bench.state.submission, 'unresolved');
    assert.equal(bench.town.bookings.length, 0);
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
  });

  it('books twice on a backend that ignores the operation id: what the id is for', async () => {
    const holds = { capabilities: { holds: false } };
    const twice = await unanswered({ ...holds, idempotent: false });
    await twice.confirm();
    assert.notEqual(twice.state.step, 'confirmed', 'the visitor is told that the time is taken, by their own booking');
    const once = await unanswered(holds);
    await once.confirm();
    assert.equal(once.state.step, 'confirmed');
    assert.equal(once.town.bookings.length, 1);
  });

  it('keeps the visitor from making a second booking beside one that may have arrived', async () => {
    const bench = await unanswered();
    for (const step of ['time', 'details', 'service'] as const) bench.flow.goTo(step);
    assert.equal(bench.flow.previous, undefined);
    assert.equal(bench.flow.unresolved, true);
    bench.flow.preset({ service: 'call' });
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.service, 'consult');
    await bench.confirm();
    assert.equal(bench.flow.unresolved, false);
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
  });
});

describe('BookingFlow, loaded again after a booking was sent', () => {
  for (const holds of [true, false]) {
    for (const note of ['', 'Ring twice']) {
      const case_ = `${holds ? 'with' : 'without'} holds, ${note ? 'with' : 'without'} a note`;

      it(`offers to check, and finds the booking: ${case_}`, async () => {
        const before = await BookingBench.open({ capabilities: { holds } });
        await before.toCheck();
        before.flow.setDetail('note', note);
        before.town.faults.createBooking = [{ kind: 'hang', effect: true }];
        void before.flow.confirm();
        await before.clock.advance(1000);
        assert.equal(before.town.bookings.length, 1);

        const bench = await before.reloaded();
        assert.equal(bench.state.step, 'check');
        assert.equal(bench.state.submission, 'unresolved');
        assert.equal(bench.state.details.name, 'Ada Example');
        assert.deepEqual(bench.state.details.consents, { privacy: true });
        for (const _ of [1, 2, 3]) await bench.confirm();
        assert.equal(bench.town.bookings.length, 1);
        assert.ok(!bench.takeNews().includes('refused'));
        assert.equal(bench.state.step, 'confirmed');
        assert.deepEqual(bench.state.booking, bench.town.bookings[0]?.booking);
      });

      it(`offers to check, and books what has not arrived: ${case_}`, async () => {
        const before = await BookingBench.open({ capabilities: { holds } });
        await before.toCheck();
        before.flow.setDetail('note', note);
        before.town.faults.createBooking = [{ kind: 'hang' }];
        void before.flow.confirm();
        await before.clock.advance(1000);
        const bench = await before.reloaded();
        assert.equal(bench.state.submission, 'unresolved');
        await bench.confirm();
        assert.equal(bench.state.step, 'confirmed');
        assert.equal(bench.town.bookings.length, 1);
      });
    }
  }

  it('sends the very same: same id, same content, same moment of consent', async () => {
    const before = await BookingBench.open({ capabilities: { holds: false } });
    await before.toCheck();
    before.town.faults.createBooking = [{ kind: 'hang' }];
    void before.flow.confirm();
    await before.clock.advance(60_000);
    const bench = await before.reloaded();
    await bench.confirm();
    const [first, ...copies] = bench.town.sent.filter(({ method }) => method === 'createBooking');
    assert.ok(copies.length > 0);
    for (const copy of copies) assert.deepEqual(copy, first);
  });

  it('sends the very same from a page at another address, in another language and without the consultation', async () => {
    const consultation = { consultationId: 'c-1', consultationToken: 'token-of-the-consultation' };
    const page = changingPage({ consultation });
    const before = await BookingBench.open(page.options);
    await before.toCheck();
    before.town.faults.createBooking = [{ kind: 'hang', effect: true }];
    void before.flow.confirm();
    await before.clock.advance(1000);
    page.change();
    const bench = await before.reloaded({});
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    const [first, ...copies] = bench.town.sent.filter(({ method }) => method === 'createBooking');
    assert.ok(copies.length > 0);
    for (const copy of copies) assert.deepEqual(copy, first);
  });

  it('starts empty once the booking was confirmed', async () => {
    const before = await BookingBench.open();
    await before.toCheck();
    await before.confirm();
    const bench = await before.reloaded();
    assert.equal(bench.state.step, 'service');
    assert.equal(bench.state.details.name, '');
  });

  it('goes back to choosing when the booking was refused', async () => {
    const before = await BookingBench.open();
    await before.toCheck();
    before.town.faults.createBooking = [{ kind: 'refuse', error: new SmpError('validation', 'No') }];
    await before.confirm();
    const bench = await before.reloaded();
    assert.notEqual(bench.state.submission, 'unresolved');
    assert.equal(bench.state.details.email, 'ada@example.org');
  });
});

describe('BookingFlow in two tabs', () => {
  it('makes one booking when both confirm', async () => {
    const first = await BookingBench.open();
    await first.toCheck();
    const second = await first.duplicated();
    assert.equal(second.state.step, 'details');
    assert.equal(second.state.hold?.holdId, first.state.hold?.holdId);
    second.fill();
    await second.flow.submitDetails();
    await Promise.all([first.confirm(), second.confirm()]);
    assert.equal(first.state.step, 'confirmed');
    assert.deepEqual(second.state.booking, first.state.booking);
    assert.equal(first.town.bookings.length, 1);
  });

  it('lets the first tab book its time though the second has moved on to another', async () => {
    const first = await BookingBench.open();
    await first.toCheck();
    const second = await first.duplicated();
    second.flow.goTo('time');
    await second.holdTime(1);
    assert.equal(first.town.backend.state.holds.length, 1);
    await first.confirm();
    assert.equal(first.state.step, 'confirmed');
    assert.notEqual(first.state.booking?.slot.start, second.state.hold?.slot.start);
  });

  it('finds one booking from both tabs when the answer was lost before the tab was duplicated', async () => {
    const first = await unanswered();
    const second = await first.duplicated();
    assert.equal(second.state.submission, 'unresolved');
    await Promise.all([first.confirm(), second.confirm()]);
    assert.equal(first.state.step, 'confirmed');
    assert.deepEqual(second.state.booking, first.state.booking);
    assert.equal(first.town.bookings.length, 1);
  });

  it('tells the second tab that a time is lost, never a third state, when strangers compete', async () => {
    const town = new Town();
    const first = await BookingBench.open({}, town);
    const second = await BookingBench.open({}, town);
    await first.pickService('session');
    await second.pickService('session');
    const slot = first.time();
    first.flow.chooseSlot(slot);
    second.flow.chooseSlot(slot);
    await Promise.all([first.flow.hold(), second.flow.hold()]);
    const outcome = [first, second].map(({ state }) => (state.lost ? 'lost' : state.hold ? 'held' : 'neither')).sort();
    assert.deepEqual(outcome, ['held', 'lost']);
  });
});
