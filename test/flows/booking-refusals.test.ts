import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SmpError } from '../../src/domain/errors.js';
import { BookingBench, SCHEDULE, issuesOf, type BookingOptions } from '../support/booking.js';
import { settle } from '../support/manual-clock.js';

const MINUTE = 60_000;
const FULL = { ...SCHEDULE, daysOff: [{ from: '2026-01-01', to: '2027-12-31' }] };

const refusal = (code: ConstructorParameters<typeof SmpError>[0], pointers: readonly string[] = []) => ({
  kind: 'refuse' as const,
  error: new SmpError(code, 'No', { issues: pointers.map((pointer) => ({ pointer, code: 'bad' })) }),
});

/** At the check page with a time that somebody else has taken meanwhile. */
async function outrun(options: BookingOptions = {}): Promise<BookingBench> {
  const bench = await BookingBench.open(options);
  await bench.toCheck();
  bench.flow.setDetail('note', 'Ring twice');
  await bench.clock.advance(11 * MINUTE);
  assert.ok(bench.state.slot);
  await bench.town.rivalsBook(bench.state.slot);
  bench.takeNews();
  await bench.confirm();
  return bench;
}

describe('BookingFlow, a time that somebody else took', () => {
  it('tells so when it is to be held, and offers the nearest ones', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.flow.chooseDate('2026-11-26');
    const wanted = bench.time(1);
    await bench.town.rivalsBook(wanted);
    bench.flow.chooseSlot(wanted);
    bench.takeNews();
    await bench.flow.hold();
    await settle();
    const { lost, step, slot, hold, error, date, calendar } = bench.state;
    assert.deepEqual([step, slot, hold, error, date], ['time', undefined, undefined, undefined, '2026-11-26']);
    assert.equal(lost?.slot.id, wanted.id);
    assert.equal(lost.alternatives.length, 3);
    assert.ok(bench.takeNews().includes('refused'));
    assert.equal(calendar.status, 'ready');
    assert.ok(!bench.times().some(({ id }) => id === wanted.id));
  });

  for (const holds of [true, false]) {
    it(`keeps every answer when the booking is refused ${holds ? 'after a hold' : 'without holds'}`, async () => {
      const bench = await outrun({ capabilities: { holds } });
      const { lost, step, details, booking, submission } = bench.state;
      assert.equal(step, 'time');
      assert.equal(booking, undefined);
      assert.equal(submission, 'idle');
      assert.equal(bench.state.secondsLeft, 0);
      assert.ok(lost && lost.alternatives.length > 0);
      assert.deepEqual(details, {
        name: 'Ada Example',
        email: 'ada@example.org',
        phone: '',
        note: 'Ring twice',
        consents: { privacy: true },
      });
    });
  }

  it('leads from an alternative back to the check page and to a booking', async () => {
    const bench = await outrun();
    const [alternative] = bench.state.lost?.alternatives ?? [];
    assert.ok(alternative);
    await bench.clock.run(bench.flow.hold(alternative));
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.lost, undefined);
    assert.equal(bench.state.slot?.start, alternative.start);
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(bench.town.bookings.length, 1);
    assert.equal(bench.town.bookings[0]?.draft.note, 'Ring twice');
  });

  it('offers alternatives of which each can be held', async () => {
    for (const index of [0, 1, 2]) {
      const bench = await outrun();
      const alternative = bench.state.lost?.alternatives[index];
      assert.ok(alternative);
      await bench.flow.hold(alternative);
      assert.equal(bench.state.step, 'check');
    }
  });

  it('offers the next ones when an alternative is gone, too', async () => {
    const bench = await outrun();
    const [alternative] = bench.state.lost?.alternatives ?? [];
    assert.ok(alternative);
    await bench.town.rivalsBook(alternative);
    await bench.flow.hold(alternative);
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.lost?.slot.start, alternative.start);
    assert.ok(!bench.state.lost.alternatives.some(({ start }) => start === alternative.start));
  });

  it('shows the times where there is no alternative', async () => {
    const bench = await BookingBench.open({ preset: { service: 'consult' } });
    bench.town.faults.holdSlot = [refusal('slot-taken')];
    bench.flow.chooseSlot(bench.time());
    await bench.flow.hold();
    assert.deepEqual(bench.state.lost?.alternatives, []);
    assert.equal(bench.state.step, 'time');
  });

  it('treats a hold that the backend can’t book any more alike', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = [refusal('hold-expired')];
    await bench.confirm();
    assert.equal(bench.state.step, 'time');
    assert.ok(bench.state.lost);
    await settle();
    await bench.holdTime();
    assert.equal(bench.state.step, 'check');
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
  });

  it('forgets the lost time once another one is chosen or another choice made', async () => {
    const bench = await outrun();
    bench.flow.choosePractitioner('ana');
    assert.equal(bench.state.lost, undefined);
  });
});

describe('BookingFlow, details', () => {
  it('names what is to be put right and stays on the page', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.takeNews();
    await bench.flow.submitDetails();
    assert.equal(bench.state.step, 'details');
    assert.deepEqual(issuesOf(bench.state), ['name missing', 'email missing', 'privacy unconfirmed']);
    assert.deepEqual(bench.takeNews(), ['issues']);
  });

  it('goes on once they are right', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    await bench.flow.submitDetails();
    bench.fill();
    await bench.flow.submitDetails();
    assert.equal(bench.state.step, 'check');
    assert.deepEqual(bench.state.issues, []);
  });

  it('keeps what was typed, as it was typed', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill({ name: '  Ada ', email: 'not an address' });
    await bench.flow.submitDetails();
    assert.equal(bench.state.details.name, '  Ada ');
    assert.equal(bench.state.details.email, 'not an address');
  });

  it('takes a consent back', async () => {
    const bench = await BookingBench.open();
    await bench.toDetails();
    bench.fill();
    bench.flow.setConsent('privacy', false);
    await bench.flow.submitDetails();
    assert.deepEqual(issuesOf(bench.state), ['privacy unconfirmed']);
  });

  it('sends a consent that was not given as not given', async () => {
    const consents = [
      { purpose: 'privacy' as const, wording: 'Agree?', version: '7', required: true },
      { purpose: 'marketing-email' as const, wording: 'News?', version: '3' },
    ];
    const bench = await BookingBench.open({ clinic: { consents } });
    await bench.toCheck();
    await bench.confirm();
    assert.deepEqual(
      bench.town.bookings[0]?.draft.consents.map(({ purpose, version, granted }) => [purpose, version, granted]),
      [
        ['privacy', '7', true],
        ['marketing-email', '3', false],
      ],
    );
  });

  for (const [policy, phone, expected] of [
    ['required', '', ['phone missing']],
    ['required', '020 7946 0123', []],
    ['optional', '', []],
    ['none', 'rubbish from a prefill', []],
  ] as const) {
    it(`with a phone number ${policy}: “${phone}”`, async () => {
      const bench = await BookingBench.open({ clinic: { policies: { phone: policy } } });
      await bench.toDetails();
      bench.fill({ phone });
      await bench.flow.submitDetails();
      assert.deepEqual(issuesOf(bench.state), expected);
    });
  }

  it('sends no phone number where none is asked for', async () => {
    const bench = await BookingBench.open({ clinic: { policies: { phone: 'none' } } });
    await bench.toDetails();
    bench.fill({ phone: 'rubbish from a prefill' });
    await bench.flow.submitDetails();
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.ok(!('phone' in (bench.town.bookings[0]?.draft.contact ?? {})));
  });

  it('leads back to the fields that the backend points at', async () => {
    for (const field of ['name', 'email', 'phone', 'note'] as const) {
      const bench = await BookingBench.open();
      await bench.toCheck();
      bench.town.faults.createBooking = [refusal('validation', [field === 'note' ? '/note' : `/contact/${field}`])];
      bench.takeNews();
      await bench.confirm();
      assert.equal(bench.state.step, 'details');
      assert.deepEqual(issuesOf(bench.state), [`${field} invalid`]);
      assert.equal(bench.state.details.name, 'Ada Example');
      assert.ok(bench.state.hold, 'the time stays held');
      await bench.flow.submitDetails();
      await bench.confirm();
      assert.equal(bench.state.step, 'confirmed');
      assert.equal(bench.town.bookings.length, 1);
    }
  });

  it('shows a refusal that points at no field where the booking is sent', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = [refusal('validation', ['/consents/0'])];
    await bench.confirm();
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.error?.code, 'validation');
    assert.equal(bench.state.submission, 'idle');
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
  });
});

describe('BookingFlow, refusals', () => {
  it('shows why a time could not be held, and holds it when asked again', async () => {
    for (const code of ['unauthorized', 'not-found', 'rate-limited'] as const) {
      const bench = await BookingBench.open({ preset: { service: 'consult' } });
      bench.town.faults.holdSlot = [{ kind: 'refuse', error: new SmpError(code, 'No', { retryAfterMs: 60_000 }) }];
      bench.flow.chooseSlot(bench.time());
      await bench.clock.run(bench.flow.hold());
      assert.equal(bench.state.error?.code, code);
      assert.equal(bench.state.step, 'time');
      assert.ok(bench.state.slot);
      await bench.clock.run(bench.flow.hold());
      assert.equal(bench.state.error, undefined);
      assert.equal(bench.state.step, 'details');
    }
  });

  it('holds the time anew when the proof of the hold is refused', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    const { slot } = bench.state;
    assert.ok(slot);
    bench.town.faults.createBooking = [refusal('unauthorized')];
    await bench.confirm();
    assert.equal(bench.state.error?.code, 'unauthorized');
    // The words for it ask the visitor to choose the time again.
    bench.flow.goTo('time');
    await bench.clock.run(bench.flow.hold(slot));
    assert.equal(bench.town.count('holdSlot'), 2);
  });

  it('sends nothing when the page says no, and may be asked again', async () => {
    let allowed = false;
    const asked: unknown[] = [];
    const bench = await BookingBench.open({
      mayRequest: (draft) => {
        asked.push(draft);
        return allowed;
      },
    });
    await bench.toCheck();
    await bench.confirm();
    assert.equal(bench.town.count('createBooking'), 0);
    assert.equal(bench.state.step, 'check');
    assert.equal(bench.state.submission, 'idle');
    allowed = true;
    await bench.confirm();
    assert.equal(bench.state.step, 'confirmed');
    assert.equal(asked.length, 2);
    assert.deepEqual(asked[1], bench.town.bookings[0]?.draft);
  });

  it('forgets an error when another page is shown', async () => {
    const bench = await BookingBench.open();
    await bench.toCheck();
    bench.town.faults.createBooking = [refusal('not-found')];
    await bench.confirm();
    assert.ok(bench.state.error);
    bench.flow.goTo('details');
    assert.equal(bench.state.error, undefined);
  });
});

describe('BookingFlow, waitlist', () => {
  const open = (options: BookingOptions = {}) =>
    BookingBench.open({ preset: { service: 'consult', practitioner: 'ana' }, schedule: FULL, ...options });

  it('takes the visitor on with what was chosen and typed', async () => {
    const bench = await open();
    assert.equal(bench.flow.takesWaitlist, true);
    bench.flow.goTo('waitlist');
    bench.fill({ phone: '020 7946 0123', note: 'Mornings' });
    await bench.flow.joinWaitlist();
    assert.equal(bench.state.step, 'waitlisted');
    const [request] = bench.town.backend.state.waitlist;
    assert.deepEqual(request, {
      service: 'consult',
      practitioner: 'ana',
      contact: { name: 'Ada Example', email: 'ada@example.org', phone: '020 7946 0123' },
      note: 'Mornings',
      consents: [{ purpose: 'privacy', version: 'test-1', granted: true, at: '2026-11-22T12:00:00.000Z' }],
      locale: 'en',
    });
    assert.deepEqual(bench.takeNews().slice(-2), ['waitlisted', 'step']);
  });

  it('names what is to be put right', async () => {
    const bench = await open();
    bench.flow.goTo('waitlist');
    await bench.flow.joinWaitlist();
    assert.deepEqual(issuesOf(bench.state), ['name missing', 'email missing', 'privacy unconfirmed']);
    assert.equal(bench.town.count('joinWaitlist'), 0);
  });

  it('asks once for two clicks, and tells it once', async () => {
    const bench = await open();
    bench.flow.goTo('waitlist');
    bench.fill();
    await Promise.all([bench.flow.joinWaitlist(), bench.flow.joinWaitlist()]);
    assert.equal(bench.town.count('joinWaitlist'), 1);
    assert.equal(bench.takeNews().filter((kind) => kind === 'waitlisted').length, 1);
  });

  it('shows why it failed, and may be asked again under the same id', async () => {
    const bench = await open();
    bench.flow.goTo('waitlist');
    bench.fill();
    bench.town.faults.joinWaitlist = Array.from({ length: 5 }, () => ({ kind: 'lose' }));
    await bench.clock.run(bench.flow.joinWaitlist());
    assert.equal(bench.state.step, 'waitlist');
    assert.equal(bench.state.error?.code, 'network');
    await bench.clock.run(bench.flow.joinWaitlist());
    assert.equal(bench.state.step, 'waitlisted');
    assert.equal(new Set(bench.town.operations('joinWaitlist')).size, 1);
    assert.equal(bench.town.backend.state.waitlist.length, 1);
  });

  it('is not offered where the backend has none, or the clinic has switched it off', async () => {
    assert.equal((await open({ capabilities: { waitlist: false } })).flow.takesWaitlist, false);
    assert.equal((await open({ clinic: { capabilities: { waitlist: false } } })).flow.takesWaitlist, false);
  });

  it('leads to another booking afterwards', async () => {
    const bench = await open();
    bench.flow.goTo('waitlist');
    bench.fill();
    await bench.flow.joinWaitlist();
    bench.flow.goTo('time');
    assert.equal(bench.state.step, 'waitlisted');
    bench.flow.restart();
    assert.equal(bench.state.step, 'time');
    assert.equal(bench.state.submission, 'idle');
  });
});
