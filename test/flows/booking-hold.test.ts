import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmpError } from '../../src/domain/errors.js';
import { BookingBench, HOLD_SECONDS } from '../support/booking.js';
import { settle } from '../support/manual-clock.js';

const MINUTE = 60_000;
const CONSULT = { preset: { service: 'consult' } };

/** Seconds left at each spoken warning. */
const warnings = ({ news }: BookingBench): number[] =>
  news.flatMap((one) => (one.kind === 'hold-ending' ? [one.secondsLeft] : []));
const ends = ({ news }: BookingBench): number => news.filter(({ kind }) => kind === 'hold-expired').length;

describe('BookingFlow, holding a time', () => {
  it('shows that it is being held, and holds it once', async () => {
    const bench = await BookingBench.open(CONSULT);
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    const holding = [bench.flow.hold(), bench.flow.hold(), bench.flow.hold()];
    assert.equal(bench.state.holding, 'sending');
    assert.equal(bench.state.step, 'time');
    await release();
    await Promise.all(holding);
    assert.equal(bench.state.holding, 'idle');
    assert.equal(bench.town.count('holdSlot'), 1);
    assert.deepEqual(
      bench.takeNews().filter((kind) => kind === 'held'),
      ['held'],
    );
  });

  it('tells when it takes longer', async () => {
    const bench = await BookingBench.open(CONSULT);
    bench.town.faults.holdSlot = [{ kind: 'lose' }];
    bench.flow.chooseSlot(bench.time());
    await bench.clock.run(bench.flow.hold());
    assert.ok(bench.states.some(({ holding }) => holding === 'checking'));
    assert.equal(bench.state.holding, 'idle');
    assert.equal(bench.state.step, 'details');
    assert.equal(new Set(bench.town.operations('holdSlot')).size, 1);
    assert.equal(bench.town.backend.state.holds.length, 1);
  });

  it('holds a time that is given without choosing it first', async () => {
    const bench = await BookingBench.open(CONSULT);
    const slot = bench.time(2, '2026-11-26');
    await bench.flow.hold(slot);
    assert.equal(bench.state.hold?.slot.start, slot.start);
    assert.deepEqual([bench.state.date, bench.state.cursor], ['2026-11-26', '2026-11-26']);
  });

  it('lets the time before go when another is held', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime(0);
    const first = bench.state.hold;
    bench.flow.goTo('time');
    await bench.holdTime(1);
    assert.notEqual(bench.state.hold?.holdId, first?.holdId);
    const [held, ...others] = bench.town.backend.state.holds;
    assert.deepEqual(others, []);
    assert.equal(held?.holdId, bench.state.hold?.holdId);
    assert.equal(bench.state.step, 'details');
  });

  it('keeps the time before when the other one can’t be had', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime(0);
    const first = bench.state.hold;
    bench.flow.goTo('time');
    const wanted = bench.time(1);
    await bench.town.rivalsBook(wanted);
    bench.flow.chooseSlot(wanted);
    await bench.flow.hold();
    assert.equal(bench.state.lost?.slot.id, wanted.id);
    assert.deepEqual(
      bench.town.backend.state.holds.map(({ holdId }) => holdId),
      [first?.holdId],
    );
  });

  it('goes on with a time that is not kept, lets go what was, and books it', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.flow.goTo('time');
    const wanted = bench.time(1);
    bench.town.faults.holdSlot = [{ kind: 'refuse', error: new SmpError('not-supported', 'Not this one') }];
    bench.flow.chooseSlot(wanted);
    await bench.flow.hold();
    assert.equal(bench.state.step, 'check');
    assert.deepEqual([bench.state.hold, bench.state.error, bench.state.secondsLeft], [undefined, undefined, 0]);
    assert.deepEqual(bench.town.backend.state.holds, []);
    await bench.confirm();
    assert.equal(bench.state.booking?.slot.start, wanted.start);
  });

  it('goes straight on with the time that is held already', async () => {
    const bench = await BookingBench.open(CONSULT);
    const slot = bench.time(0);
    await bench.flow.hold(slot);
    await bench.clock.advance(MINUTE);
    bench.flow.goTo('time');
    await bench.flow.hold(slot);
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.town.count('holdSlot'), 1);
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS - 60);
  });

  it('asks for the time again when another practitioner is wanted at the same time', async () => {
    const bench = await BookingBench.open(CONSULT);
    const slot = bench.time(0);
    await bench.flow.hold(slot);
    const other = bench.state.hold?.slot.practitioner === 'ana' ? 'ben' : 'ana';
    bench.flow.goTo('time');
    bench.flow.choosePractitioner(other);
    await settle();
    const theirs = bench.time(0);
    assert.equal(theirs.start, slot.start);
    await bench.flow.hold(theirs);
    assert.equal(bench.town.count('holdSlot'), 2);
    assert.equal(bench.state.hold?.slot.practitioner, other);
    assert.equal(bench.town.backend.state.holds.length, 1);
  });

  it('goes back to the check page when the details were right before', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.flow.goTo('time');
    await bench.holdTime(1);
    assert.equal(bench.state.step, 'check');
    await bench.confirm();
    assert.equal(bench.town.bookings[0]?.booking.slot.localTime, '10:00');
    assert.deepEqual(bench.town.backend.state.holds, []);
  });

  it('lets a time go that was granted after the visitor had turned to others', async () => {
    const bench = await BookingBench.open(CONSULT);
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    const holding = bench.flow.hold();
    bench.flow.choosePractitioner('ben');
    await release();
    await holding;
    await settle();
    assert.equal(bench.state.step, 'time');
    assert.ok(!('hold' in bench.state));
    assert.equal(bench.state.holding, 'idle');
    assert.deepEqual(bench.town.backend.state.holds, []);
    await bench.holdTime();
    assert.equal(bench.state.slot?.practitioner, 'ben');
  });

  it('lets a time go where it was granted, though another backend is connected by then', async () => {
    const bench = await BookingBench.open(CONSULT);
    const next = await BookingBench.open(CONSULT);
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    const holding = bench.flow.hold();
    bench.flow.connect(next.backend);
    bench.flow.choosePractitioner('ben');
    await release();
    await holding;
    await settle();
    assert.equal(bench.town.count('releaseHold'), 1);
    assert.deepEqual(bench.town.backend.state.holds, []);
    assert.equal(next.town.count('releaseHold'), 0);
  });

  it('keeps the earlier hold when another was refused after the visitor had turned to others', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime(0);
    const earlier = bench.state.hold;
    bench.flow.goTo('time');
    const wanted = bench.time(1);
    await bench.town.rivalsBook(wanted);
    const release = bench.town.keepBack('holdSlot');
    const holding = bench.flow.hold(wanted);
    bench.flow.choosePractitioner('ben');
    await release();
    await holding;
    assert.equal(bench.state.hold, earlier);
    await settle();
    await bench.holdTime(1);
    assert.equal(bench.town.backend.state.holds.length, 1, 'the earlier one is replaced');
  });

  it('shows no other page while it is being held', async () => {
    const bench = await BookingBench.open();
    await bench.pickService();
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    void bench.flow.hold();
    bench.flow.goTo('service');
    assert.equal(bench.state.step, 'time');
    await release();
    assert.equal(bench.state.step, 'details');
  });

  it('stays with the service that the visitor has turned to while a time of another was being held', async () => {
    const bench = await BookingBench.open();
    await bench.pickService('consult');
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    const holding = bench.flow.hold();
    bench.flow.chooseService('call');
    await release();
    await holding;
    await settle();
    const { service, slot } = bench.state;
    assert.ok(!slot || slot.id.startsWith(`${service}~`), `a time for ${slot?.id} and the service ${service}`);
  });
});

describe('BookingFlow, time running out', () => {
  it('counts down by the server’s time, not by the device’s calendar', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(1000);
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS - 1);
    await bench.clock.advance(99_000);
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS - 100);
  });

  it('promises no more than the backend does when the answer is slow', async () => {
    const bench = await BookingBench.open(CONSULT);
    const release = bench.town.keepBack('holdSlot');
    bench.flow.chooseSlot(bench.time());
    void bench.flow.hold();
    await bench.clock.advance(7000);
    await release();
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS - 7);
  });

  it('warns with 120 and 30 seconds left and tells the end, each once', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(479_000);
    assert.deepEqual(warnings(bench), []);
    await bench.clock.advance(1000);
    assert.deepEqual(warnings(bench), [120]);
    await bench.clock.advance(500);
    bench.flow.wake();
    bench.flow.wake();
    await bench.clock.advance(60 * MINUTE);
    bench.flow.wake();
    assert.deepEqual(warnings(bench), [120, 30]);
    assert.equal(ends(bench), 1);
    assert.equal(bench.state.secondsLeft, 0);
    assert.equal(bench.clock.waiting, 0);
  });

  it('warns again when more time was had', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(8.5 * MINUTE);
    await bench.flow.extendHold();
    await bench.clock.advance(20 * MINUTE);
    assert.deepEqual(warnings(bench), [120, 120, 30]);
    assert.equal(ends(bench), 1);
  });

  it('tells the end at once after a long sleep', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    bench.clock.jump(60 * MINUTE);
    bench.flow.wake();
    assert.equal(bench.state.secondsLeft, 0);
    assert.equal(ends(bench), 1);
    await bench.clock.advance(MINUTE);
    assert.equal(ends(bench), 1);
    assert.deepEqual(warnings(bench), []);
  });

  it('warns on waking when a warning was slept through', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    bench.clock.jump(8.5 * MINUTE);
    bench.flow.wake();
    assert.equal(bench.state.secondsLeft, 90);
    assert.deepEqual(warnings(bench), [90]);
    await bench.clock.advance(5 * MINUTE);
    assert.deepEqual(warnings(bench), [90, 30]);
  });

  it('warns when timers come seconds late, as on a busy page', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    for (let late = 0; late < 200; late += 1) {
      bench.clock.jump(3500);
      await bench.clock.advance(0);
    }
    assert.equal(warnings(bench).length, 2);
    assert.equal(ends(bench), 1);
  });

  it('is silent after the booking', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    await bench.confirm();
    bench.takeNews();
    await bench.clock.advance(60 * MINUTE);
    assert.deepEqual(bench.takeNews(), []);
    assert.equal(bench.clock.waiting, 0);
  });

  it('keeps the page and the answers when time is up', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    bench.fill({ note: 'Ring twice' });
    const { details } = bench.state;
    await bench.clock.advance(11 * MINUTE);
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.details, details);
    assert.ok(bench.state.slot);
  });

  it('books all the same when the time is still free', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    await bench.clock.advance(11 * MINUTE);
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
  });
});

describe('BookingFlow, more time', () => {
  it('has the full time again', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(7 * MINUTE);
    assert.equal(bench.state.extendable, true);
    await bench.flow.extendHold();
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS);
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.town.backend.state.holds[0]?.expiresInMs, HOLD_SECONDS * 1000);
  });

  it('asks once for two clicks', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(7 * MINUTE);
    await Promise.all([bench.flow.extendHold(), bench.flow.extendHold()]);
    assert.equal(bench.town.count('extendHold'), 1);
  });

  it('asks anew each time', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    for (const _ of [1, 2, 3]) {
      await bench.clock.advance(7 * MINUTE);
      await bench.flow.extendHold();
      assert.equal(bench.state.secondsLeft, HOLD_SECONDS);
    }
    assert.equal(new Set(bench.town.operations('extendHold')).size, 3);
  });

  it('can’t be had any more at the limit, and the time goes on running', async () => {
    const bench = await BookingBench.open({ ...CONSULT, maxExtensions: 1 });
    await bench.holdTime();
    await bench.clock.advance(7 * MINUTE);
    await bench.flow.extendHold();
    assert.equal(bench.state.extendable, true);
    await bench.clock.advance(7 * MINUTE);
    await bench.flow.extendHold();
    assert.equal(bench.state.extendable, false);
    assert.equal(bench.state.secondsLeft, 180);
    await bench.clock.advance(3 * MINUTE);
    assert.equal(ends(bench), 1);
  });

  it('holds the time again once it has run out, even at the limit', async () => {
    const bench = await BookingBench.open({ ...CONSULT, maxExtensions: 0 });
    await bench.holdTime();
    bench.fill();
    const first = bench.state.hold;
    await bench.clock.advance(11 * MINUTE);
    await bench.flow.extendHold();
    assert.equal(bench.state.step, 'details');
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS);
    assert.equal(bench.state.extendable, true);
    assert.notEqual(bench.state.hold?.holdId, first?.holdId);
    assert.equal(bench.state.hold?.slot.start, first?.slot.start);
    assert.equal(bench.state.details.name, 'Ada Example');
  });

  it('holds the time again when the backend says that it has run out', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    const hold = bench.state.hold;
    assert.ok(hold);
    await bench.town.backend.releaseHold?.(hold, { operationId: crypto.randomUUID() });
    await bench.flow.extendHold();
    assert.equal(bench.town.backend.state.holds.length, 1);
    assert.equal(bench.state.secondsLeft, HOLD_SECONDS);
    assert.equal(bench.state.step, 'details');
  });

  it('offers the nearest times when the time has run out and gone to somebody else', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    bench.fill();
    await bench.clock.advance(11 * MINUTE);
    assert.ok(bench.state.slot);
    await bench.town.rivalsBook(bench.state.slot);
    await bench.clock.run(bench.flow.extendHold());
    assert.equal(bench.state.step, 'time');
    assert.ok(bench.state.lost);
    assert.equal(bench.state.hold, undefined);
    assert.equal(bench.state.details.name, 'Ada Example');
  });

  it('stays on the page on which it is asked for', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.flow.goTo('details');
    bench.flow.setDetail('name', '');
    await bench.clock.advance(11 * MINUTE);
    await bench.flow.extendHold();
    assert.equal(bench.state.step, 'details');
  });

  it('is not asked for while a booking may have arrived', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = Array.from({ length: 5 }, () => ({ kind: 'lose' }));
    await bench.confirm();
    await bench.clock.advance(11 * MINUTE);
    await bench.flow.extendHold();
    await bench.flow.hold(bench.time(1));
    assert.equal(bench.town.count('holdSlot'), 1);
    assert.equal(bench.flow.unresolved, true);
    await bench.confirm();
    assert.equal(bench.town.bookings.length, 1);
  });

  it('tells when there is no answer, and may be asked for again', async () => {
    const bench = await BookingBench.open(CONSULT);
    await bench.holdTime();
    await bench.clock.advance(2 * MINUTE);
    bench.town.faults.extendHold = Array.from({ length: 5 }, () => ({ kind: 'lose' }));
    await bench.clock.run(bench.flow.extendHold());
    assert.equal(bench.state.error?.code, 'network');
    assert.equal(bench.state.step, 'details');
    await bench.flow.extendHold();
    assert.equal(bench.state.error, undefined);
    assert.equal(new Set(bench.town.operations('extendHold')).size, 1);
    const [live] = bench.town.backend.state.holds;
    assert.ok(bench.state.secondsLeft * 1000 <= (live?.expiresInMs ?? 0) + 1000);
  });
});
