import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreeningOutcome } from '../../src/domain/consultation/screening.js';
import { BookingBench, Town } from '../support/booking.js';
import { settle } from '../support/manual-clock.js';

const outcome = (part: Partial<ScreeningOutcome> = {}): ScreeningOutcome => ({
  findings: [],
  consultation: true,
  treatment: 'open',
  ...part,
});
const asked = (bench: BookingBench) => bench.town.sent.filter(({ method }) => method === 'listSlots').at(-1)?.request;
const open = (screening: ScreeningOutcome) => BookingBench.open({ preset: { enquiry: { screening } } });

describe('BookingFlow after a consultation', () => {
  it('asks for the times of a treatment from the day on which it is possible', async () => {
    const bench = await open(outcome({ earliestTreatment: '2027-01-12' }));
    await bench.pickService('session');
    assert.deepEqual(asked(bench), { service: 'session', from: '2027-01-12' });
    assert.equal(bench.state.date, '2027-01-12');
  });

  it('leaves consultations as they are', async () => {
    const bench = await open(outcome({ earliestTreatment: '2027-01-12', treatment: 'after-consultation' }));
    await bench.pickService('consult');
    assert.equal(bench.state.date, '2026-11-23');
    assert.equal(bench.flow.limits().booking, 'open');
    assert.equal(bench.flow.limits('session').booking, 'after-consultation');
  });

  it('shows no time before a patch test can have been', async () => {
    const bench = await open(outcome({ patchTestHours: 72 }));
    await bench.pickService('session');
    // It is noon on the 22nd at the clinic, and all times of the 25th are before noon.
    assert.equal(bench.state.date, '2026-11-26');
    assert.ok([...bench.state.calendar.days.keys()].every((date) => date >= '2026-11-26'));
    const shorter = await open(outcome({ patchTestHours: 70 }));
    await shorter.pickService('session');
    const times = ({ state }: BookingBench) => state.calendar.days.get('2026-11-25')?.map(({ localTime }) => localTime);
    assert.deepEqual(times(shorter), ['10:00']);
    const untested = await open(outcome());
    await untested.pickService('session');
    assert.deepEqual(times(untested), ['09:00', '10:00'], 'control');
  });

  it('lists anew when the outcome comes while times are shown', async () => {
    const bench = await BookingBench.open();
    await bench.pickService('session');
    assert.equal(bench.state.date, '2026-11-23');
    bench.flow.preset({ enquiry: { screening: outcome({ earliestTreatment: '2026-12-01' }) } });
    await settle();
    assert.ok([...bench.state.calendar.days.keys()].every((date) => date >= '2026-12-01'));
  });

  it('offers no alternatives that come too early', async () => {
    const bench = await open(outcome({ earliestTreatment: '2026-11-24' }));
    await bench.pickService('session');
    const first = bench.time(0);
    await bench.town.rivalsBook(first);
    bench.flow.chooseSlot(first);
    await bench.clock.run(bench.flow.hold());
    assert.ok(bench.state.lost);
    assert.ok(bench.state.lost.alternatives.length > 0);
    assert.ok(bench.state.lost.alternatives.every(({ localDate }) => localDate >= '2026-11-24'));
  });

  it('asks instead of books where the practitioner decides', async () => {
    const town = new Town({ clinic: { services: [{ ...sessionOf(new Town()), confirmation: 'instant' }] } });
    const bench = await BookingBench.open(
      { preset: { enquiry: { screening: outcome({ treatment: 'request' }) } } },
      town,
    );
    await bench.toCheck('session');
    await bench.confirm();
    assert.equal(town.bookings[0]?.draft.request, true);
  });

  it('sends the proof of the consultation along', async () => {
    const consultation = { consultationId: 'one', consultationToken: '0123456789abcdef' };
    const bench = await BookingBench.open({ preset: { enquiry: { consultation } } });
    await bench.toCheck();
    await bench.confirm();
    const draft = bench.town.sent.find(({ method }) => method === 'createBooking')?.request;
    assert.deepEqual((draft as { consultation?: unknown }).consultation, consultation);
  });

  it('waits for times from the day on which it is possible, and lets the clinic decide', async () => {
    const waiting = async (screening: ScreeningOutcome) => {
      const bench = await open(screening);
      await bench.pickService('session');
      bench.flow.goTo('waitlist');
      bench.fill();
      await bench.flow.joinWaitlist();
      const [{ from, request } = {}] = bench.town.backend.state.waitlist;
      return { from, request };
    };
    assert.deepEqual(await waiting(outcome()), { from: undefined, request: undefined }, 'control');
    assert.deepEqual(await waiting(outcome({ earliestTreatment: '2027-01-12', treatment: 'request' })), {
      from: '2027-01-12',
      request: true,
    });
    // From noon on the 22nd at the clinic, whole days.
    const tested = (part: Partial<ScreeningOutcome>) => waiting(outcome({ patchTestHours: 72, ...part }));
    assert.equal((await tested({})).from, '2026-11-26');
    assert.equal((await waiting(outcome({ patchTestHours: 70 }))).from, '2026-11-26');
    assert.equal((await waiting(outcome({ patchTestHours: 73 }))).from, '2026-11-27');
    assert.equal((await tested({ earliestTreatment: '2026-11-24' })).from, '2026-11-26');
    assert.equal((await tested({ earliestTreatment: '2026-12-24' })).from, '2026-12-24');
  });

  it('books nothing for those under age', async () => {
    const bench = await open(outcome({ consultation: false, treatment: 'none' }));
    assert.equal(bench.flow.limits('consult').booking, 'none');
  });
});

function sessionOf({ clinic }: Town) {
  const session = clinic.services.find(({ id }) => id === 'session');
  assert.ok(session);
  return session;
}
