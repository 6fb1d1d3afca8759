import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter, type Fault, type MemoryAdapter, type MemoryCall } from '../../src/adapters/memory.js';
import type { Booking } from '../../src/domain/booking.js';
import { SmpError } from '../../src/domain/errors.js';
import type { ManagedBooking } from '../../src/domain/managed-booking.js';
import type { Slot } from '../../src/domain/slot.js';
import { addDays, daysBetween } from '../../src/domain/time/plain-date.js';
import { clinicBackend } from '../../src/flows/clinic-backend.js';
import { ManagementChange } from '../../src/flows/management-change.js';
import { ManagementFlow, type ManagementNews } from '../../src/flows/management-flow.js';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const SERVICE = 'consultation';

interface BenchOptions {
  /** The backend's clock. */
  readonly now?: () => number;
  readonly faults?: (call: MemoryCall) => Fault | undefined;
  readonly wrap?: (memory: MemoryAdapter) => Partial<SchedulingAdapter>;
}

let count = 0;
const operationId = (): string => `management-flow-${(count += 1)}`;

/** A backend with one booking, and somebody who has its link. */
async function open({ faults, wrap, now = () => NOW }: BenchOptions = {}) {
  const memory = memoryAdapter({ now, ...(faults && { faults }) });
  const { slots } = await memory.listSlots({ service: SERVICE });
  const book = (slot: Slot | undefined): Promise<Booking> => {
    assert.ok(slot);
    const contact = { name: 'Ada Example', email: 'ada@example.org' };
    return memory.createBooking(
      { service: SERVICE, slotId: slot.id, contact, consents: [] },
      { operationId: operationId() },
    );
  };
  const booking = await book(slots[5]);
  const news: ManagementNews[] = [];
  const flow = new ManagementFlow({ changed: () => undefined, tell: (one) => news.push(one) });
  const change = new ManagementChange(flow);
  const adapter: SchedulingAdapter = { ...memory, ...wrap?.(memory) };
  const backend = clinicBackend(
    adapter,
    { clinic: 'test', now: () => NOW },
    { baseDelayMs: 1, capDelayMs: 2, timeoutMs: 200, totalMs: 400, locks: undefined },
  );
  flow.connect(backend);
  flow.open(booking.manageToken);
  await settled(flow);
  return { flow, change, memory, booking, slots, book, news, backend };
}

async function settled(flow: ManagementFlow): Promise<void> {
  for (let turns = 0; turns < 500; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const { status, calendar, planning, change } = flow.state;
    const waiting = status === 'loading' || calendar.status === 'loading' || planning;
    if (!waiting && change !== 'sending' && change !== 'checking') return;
  }
  assert.fail('It never came to rest');
}

/** Chooses a time of a day. */
async function pick({ flow, change }: Pick<Awaited<ReturnType<typeof open>>, 'flow' | 'change'>, slot: Slot) {
  change.chooseDate(slot.localDate);
  await settled(flow);
  assert.ok(change.chooseSlot(slot));
}

/** At the page that tells what moving to a free time means. */
async function toMove(bench: Awaited<ReturnType<typeof open>>, slot = bench.slots[30]): Promise<Slot> {
  const { flow, change, booking } = bench;
  assert.ok(slot);
  change.startMove(booking.bookingId);
  await settled(flow);
  await pick(bench, slot);
  await change.review();
  assert.equal(flow.state.page, 'move');
  return slot;
}

describe('ManagementFlow', () => {
  it('takes no time of a day, a person or a place that is not shown any more', async () => {
    const bench = await open();
    const { flow, change, booking, slots } = bench;
    change.startMove(booking.bookingId);
    await settled(flow);
    const [first, last] = [slots[30], slots.at(-1)];
    assert.ok(first && last && first.localDate !== last.localDate);
    change.chooseDate(first.localDate);
    change.chooseDate(last.localDate);
    assert.equal(change.chooseSlot(first), false);
    assert.equal(flow.state.slot, undefined);
    assert.equal(change.chooseSlot(last), true);
    change.chooseLocation('nowhere');
    assert.equal(change.chooseSlot(last), false);
    assert.equal(flow.state.slot, undefined);
  });

  it('shows the booking of a token', async () => {
    const { flow, booking, news } = await open();
    assert.equal(flow.state.status, 'ready');
    assert.equal(flow.state.managed?.sessions[0]?.reference, booking.reference);
    assert.deepEqual(
      news.map(({ kind }) => kind),
      ['shown'],
    );
  });

  it('tells every token that opens nothing the same', async () => {
    const { flow } = await open();
    for (const token of ['forged', '', undefined, 'with space', 'x'.repeat(2000)]) {
      flow.open(token);
      await settled(flow);
      assert.deepEqual([flow.state.status, flow.state.managed, flow.state.error], ['refused', undefined, undefined]);
    }
  });

  it('moves a booking, and says so only then', async () => {
    const bench = await open();
    const { flow, change, memory, booking } = bench;
    const wanted = await toMove(bench);
    assert.equal(memory.state.bookings[0]?.booking.slot.start, booking.slot.start);
    const confirming = change.confirm();
    assert.equal(flow.state.notice, undefined);
    await confirming;
    assert.deepEqual([flow.state.page, flow.state.notice], ['overview', 'moved']);
    assert.equal(flow.state.managed?.sessions[0]?.slot.start, wanted.start);
    assert.equal(memory.state.bookings[0]?.booking.slot.start, wanted.start);
  });

  it('does not move a booking to the time that it has', async () => {
    const { flow, change, booking, slots } = await open();
    change.startMove(booking.bookingId);
    await settled(flow);
    const same = slots.find(({ start }) => start === booking.slot.start);
    assert.ok(same);
    await change.review(same);
    assert.deepEqual([flow.state.page, flow.state.gapIssue], ['time', 'same']);
    // With somebody else it is another time.
    await change.review({ ...same, practitioner: 'somebody-else' });
    assert.deepEqual([flow.state.page, flow.state.gapIssue], ['move', undefined]);
  });

  it('lists the times of the session’s own person and place, others only when they are chosen', async () => {
    const asked: unknown[] = [];
    const wrap = (memory: MemoryAdapter): Partial<SchedulingAdapter> => ({
      listSlots: (query, options) => {
        asked.push([query.practitioner, query.location]);
        return memory.listSlots(query, options);
      },
    });
    const { flow, change, memory, booking } = await open({ wrap });
    flow.set({ clinic: await memory.getClinic() });
    const { practitioner, location } = booking.slot;
    assert.ok(practitioner !== undefined && location !== undefined);
    change.startMove(booking.bookingId);
    await settled(flow);
    assert.deepEqual(asked.at(-1), [practitioner, location]);
    change.choosePractitioner(undefined);
    await settled(flow);
    assert.deepEqual(asked.at(-1), [undefined, location]);
    change.chooseLocation(undefined);
    await settled(flow);
    assert.deepEqual(asked.at(-1), [undefined, undefined]);
  });

  it('lists anyone’s times when the person is not there any more', async () => {
    const { flow, change, memory, booking } = await open();
    const clinic = await memory.getClinic();
    flow.set({
      clinic: { ...clinic, practitioners: clinic.practitioners.filter(({ id }) => id !== booking.slot.practitioner) },
    });
    change.startMove(booking.bookingId);
    await settled(flow);
    assert.equal(flow.state.practitioner, undefined);
    assert.ok(flow.state.calendar.days.size > 0);
  });

  it('sends a second click on the button nowhere', async () => {
    const bench = await open();
    await toMove(bench);
    await Promise.all([bench.change.confirm(), bench.change.confirm()]);
    assert.equal(bench.memory.state.calls.reschedule, 1);
  });

  it('cancels a booking, after it was asked', async () => {
    const { flow, change, memory, booking } = await open();
    change.startCancel(booking.bookingId);
    assert.equal(flow.state.page, 'cancel');
    assert.equal(memory.state.bookings[0]?.booking.status, 'confirmed');
    await change.confirm();
    assert.deepEqual([flow.state.page, flow.state.notice], ['overview', 'cancelled']);
    assert.equal(memory.state.bookings[0]?.booking.status, 'cancelled');
    assert.equal(flow.changeable.length, 0);
  });

  it('offers others when the time has been taken, and keeps the booking as it was', async () => {
    const bench = await open();
    const { flow, change, book, memory, booking } = bench;
    const wanted = await toMove(bench);
    for (;;) {
      const taken = await book(wanted).catch(() => undefined);
      if (!taken) break;
    }
    await change.confirm();
    await settled(flow);
    assert.equal(flow.state.page, 'time');
    assert.equal(flow.state.lost?.slot.id, wanted.id);
    assert.ok((flow.state.lost?.alternatives.length ?? 0) > 0);
    const own = memory.state.bookings.find((one) => one.booking.bookingId === booking.bookingId);
    assert.equal(own?.booking.slot.start, booking.slot.start);
    await change.review(flow.state.lost?.alternatives[0]);
    await change.confirm();
    assert.equal(flow.state.notice, 'moved');
  });

  it('offers only times that a consultation leaves, also where the chosen one is gone', async () => {
    const from = '2026-12-02';
    const offered = ['2026-12-01', '2026-12-03'];
    const wrap = (memory: MemoryAdapter) => ({
      getBooking: async (token: string) => {
        const managed = await (memory as Required<MemoryAdapter>).getBooking(token);
        return { ...managed, sessions: managed.sessions.map((one) => ({ ...one, limits: { from } })) };
      },
      reschedule: async () => {
        const days = offered.map((date) => memory.listSlots({ service: SERVICE, from: date }));
        const alternatives = (await Promise.all(days)).flatMap(({ slots }) => slots.slice(0, 1));
        throw new SmpError('slot-taken', 'Gone', { alternatives });
      },
    });
    const { flow, change, booking } = await open({ wrap });
    change.startMove(booking.bookingId);
    await settled(flow);
    const days = [...flow.state.calendar.days.keys()];
    assert.ok(days.length > 0 && days.every((date) => date >= from), days.join());
    await change.review([...flow.state.calendar.days.values()][0]?.[0]);
    await change.confirm();
    assert.deepEqual(
      flow.state.lost?.alternatives.map(({ localDate }) => localDate),
      ['2026-12-03'],
    );
  });

  it('shows what stands when somebody else has changed it in the meantime', async () => {
    const bench = await open();
    const { flow, change, memory, booking, slots } = bench;
    await toMove(bench);
    const token = booking.manageToken ?? '';
    const moves = [{ bookingId: booking.bookingId, slotId: slots[60]?.id ?? '' }];
    await memory.reschedule?.({ token, version: 1, moves }, { operationId: operationId() });
    await change.confirm();
    await settled(flow);
    assert.deepEqual([flow.state.page, flow.state.notice], ['overview', 'changed']);
    assert.equal(flow.state.managed?.sessions[0]?.slot.start, slots[60]?.start);
  });

  it('says that it can’t be changed any more, and shows what stands', async () => {
    let now = NOW;
    const bench = await open({ now: () => now });
    const { flow, change, booking, news } = bench;
    await toMove(bench);
    now = Date.parse(booking.slot.start) + 1;
    await change.confirm();
    await settled(flow);
    const refusals = news.flatMap((one) => (one.kind === 'refused' ? [one.error.code] : []));
    assert.deepEqual(refusals, ['not-found']);
    assert.deepEqual([flow.state.page, flow.state.notice, flow.state.error], ['overview', 'gone', undefined]);
    assert.equal(flow.state.managed?.sessions[0]?.slot.start, booking.slot.start);
    assert.deepEqual(flow.changeable, []);
  });

  it('cancels nothing that somebody else has moved in the meantime', async () => {
    const { flow, change, memory, booking, slots } = await open();
    change.startCancel(booking.bookingId);
    const token = booking.manageToken ?? '';
    const moves = [{ bookingId: booking.bookingId, slotId: slots[60]?.id ?? '' }];
    await memory.reschedule?.({ token, version: 1, moves }, { operationId: operationId() });
    await change.confirm();
    await settled(flow);
    assert.deepEqual([flow.state.page, flow.state.notice], ['overview', 'changed']);
    assert.equal(flow.state.managed?.sessions[0]?.status, 'confirmed');
  });

  it('asks again for an answer that was lost, and changes once', async () => {
    const faults = ({ method, attempt }: MemoryCall): Fault | undefined =>
      method === 'reschedule' && attempt === 1 ? { kind: 'lose' } : undefined;
    const bench = await open({ faults });
    const wanted = await toMove(bench);
    await bench.change.confirm();
    assert.equal(bench.flow.state.notice, 'moved');
    assert.equal(bench.flow.state.managed?.version, 2);
    assert.equal(bench.memory.state.bookings[0]?.booking.slot.start, wanted.start);
  });

  it('calls no answer no failure, and lets the same be sent again', async () => {
    let isDown = true;
    const faults = ({ method }: MemoryCall): Fault | undefined =>
      method === 'cancel' && isDown ? { kind: 'lose' } : undefined;
    const { flow, change, memory, booking } = await open({ faults });
    change.startCancel();
    await change.confirm();
    assert.deepEqual([flow.state.page, flow.state.change], ['cancel', 'unresolved']);
    change.back();
    assert.equal(flow.state.page, 'cancel');
    isDown = false;
    await change.confirm();
    assert.equal(flow.state.notice, 'cancelled');
    assert.equal(memory.state.bookings.find((one) => one.booking.bookingId === booking.bookingId)?.booking.version, 2);
  });

  describe('whose page gives the token of another booking', () => {
    it('shows nothing of the one before', async () => {
      const { flow, change, book, booking, slots } = await open();
      const other = await book(slots[9]);
      change.startMove(booking.bookingId);
      flow.open(other.manageToken);
      assert.deepEqual([flow.state.status, flow.state.managed, flow.state.page], ['loading', undefined, 'overview']);
      change.startMove(booking.bookingId);
      change.startCancel();
      assert.equal(flow.state.page, 'overview');
      await settled(flow);
      assert.equal(flow.state.managed?.sessions[0]?.reference, other.reference);
    });

    it('hears nothing there of a change of the one before', async () => {
      const faults = ({ method, attempt }: MemoryCall): Fault | undefined =>
        method === 'cancel' && attempt < 3 ? { kind: 'lose' } : undefined;
      const { flow, change, book, booking, memory, slots, news } = await open({ faults });
      const other = await book(slots[9]);
      change.startCancel(booking.bookingId);
      const confirming = change.confirm();
      flow.open(other.manageToken);
      await confirming;
      await settled(flow);
      assert.deepEqual([flow.state.change, flow.state.page, flow.state.notice], ['idle', 'overview', undefined]);
      assert.equal(flow.state.managed?.sessions[0]?.reference, other.reference);
      assert.deepEqual(
        memory.state.bookings.map((one) => one.booking.status),
        ['cancelled', 'confirmed'],
      );
      assert.ok(news.every(({ kind }) => kind !== 'cancelled'));
    });
  });

  it('says that the backend can’t be asked, and reads again when told to', async () => {
    let isDown = true;
    const wrap = (memory: MemoryAdapter): Partial<SchedulingAdapter> => ({
      getBooking: (token, options) =>
        isDown
          ? Promise.reject(new SmpError('network', 'No answer'))
          : (memory.getBooking?.(token, options) ?? assert.fail()),
    });
    const { flow } = await open({ wrap });
    assert.deepEqual([flow.state.status, flow.state.error?.code], ['failed', 'network']);
    isDown = false;
    await flow.load();
    assert.equal(flow.state.status, 'ready');
  });
});

describe('ManagementFlow, a course', () => {
  const gapDays = { min: 7, default: 10, max: 30 };

  /** Three bookings ten days apart that one token opens; moves are carried out one by one. */
  async function openCourse(free: (slot: Slot) => boolean = () => true) {
    let ids: readonly string[] = [];
    let moved: readonly { readonly bookingId: string; readonly slotId: string }[] = [];
    const wrap = (memory: MemoryAdapter) => {
      const shown = (): ManagedBooking => {
        const sessions = memory.state.bookings
          .map(({ booking }) => booking)
          .filter(({ bookingId }) => ids.includes(bookingId))
          .map((one) => ({ ...one, changeableUntil: one.slot.start }));
        return { sessions, version: 1, gapDays };
      };
      return {
        listSlots: async (...asked: Parameters<SchedulingAdapter['listSlots']>) => {
          const page = await memory.listSlots(...asked);
          return { ...page, slots: page.slots.filter(free) };
        },
        getBooking: () => Promise.resolve(shown()),
        reschedule: (request: { readonly moves: typeof moved }) => {
          moved = request.moves;
          return Promise.resolve(shown());
        },
      };
    };
    const bench = await open({ wrap });
    const { flow, memory, booking, book, backend } = bench;
    const at = async (date: string) =>
      (await memory.listSlots({ service: SERVICE, from: date, to: addDays(date, 3) })).slots[0];
    const second = await book(await at(addDays(booking.slot.localDate, 10)));
    const third = await book(await at(addDays(second.slot.localDate, 10)));
    ids = [booking.bookingId, second.bookingId, third.bookingId];
    flow.open('another');
    flow.open(booking.manageToken);
    await settled(flow);
    return { ...bench, backend, sessions: [booking, second, third] as const, at, moved: () => moved };
  }

  it('leaves the others where the distance allows', async () => {
    const { flow, change, at, sessions, moved } = await openCourse();
    const slot = await at(addDays(sessions[1].slot.localDate, 2));
    assert.ok(slot);
    change.startMove(sessions[1].bookingId);
    await settled(flow);
    await pick({ flow, change }, slot);
    await change.review();
    await change.confirm();
    assert.deepEqual(moved(), [{ bookingId: sessions[1].bookingId, slotId: slot.id }]);
  });

  it('moves those that follow when the first moves, never nearer or farther than allowed', async () => {
    const { flow, change, at, sessions, moved } = await openCourse();
    const slot = await at(addDays(sessions[0].slot.localDate, 15));
    assert.ok(slot);
    change.startMove(sessions[0].bookingId);
    await settled(flow);
    await pick({ flow, change }, slot);
    await change.review();
    const dates = flow.state.moves.map((move) => move.slot?.localDate ?? '');
    assert.equal(dates.length, 3);
    for (const [index, date] of dates.entries()) {
      const before = dates[index - 1];
      if (before === undefined) continue;
      const days = daysBetween(before, date);
      assert.ok(days >= gapDays.min && days <= gapDays.max, `${days} days`);
    }
    await change.confirm();
    assert.equal(moved().length, 3);
  });

  it('plans nothing for another booking that is opened meanwhile', async () => {
    const { flow, change, at, sessions } = await openCourse();
    const slot = await at(addDays(sessions[0].slot.localDate, 15));
    change.startMove(sessions[0].bookingId);
    await settled(flow);
    const planning = change.review(slot);
    assert.ok(flow.state.planning);
    flow.open('another');
    await settled(flow);
    await planning;
    assert.deepEqual([flow.state.page, flow.state.moves, flow.state.planning], ['overview', [], false]);
  });

  it('sends no move that leaves a session without a time, and names it', async () => {
    let last = '9999';
    const { flow, change, at, sessions, moved } = await openCourse(({ localDate }) => localDate <= last);
    const slot = await at(addDays(sessions[0].slot.localDate, 8));
    assert.ok(slot);
    last = addDays(slot.localDate, gapDays.min - 1);
    change.startMove(sessions[0].bookingId);
    await settled(flow);
    await pick({ flow, change }, slot);
    await change.review();
    assert.deepEqual(
      [flow.state.page, ...flow.state.moves.map((one) => [one.session.bookingId, one.slot?.id])],
      ['move', [sessions[0].bookingId, slot.id], [sessions[1].bookingId, undefined]],
    );
    await change.confirm();
    assert.deepEqual([flow.state.change, moved()], ['idle', []]);
    change.back();
    assert.equal(flow.state.page, 'time');
  });

  it('refuses a date too near to the session before, and says why', async () => {
    const { flow, change, at, sessions } = await openCourse();
    const slot = await at(addDays(sessions[0].slot.localDate, 3));
    assert.ok(slot);
    change.startMove(sessions[1].bookingId);
    await settled(flow);
    assert.ok([...flow.state.calendar.days.keys()].every((date) => daysBetween(sessions[0].slot.localDate, date) >= 7));
    await change.review(slot);
    assert.deepEqual([flow.state.page, flow.state.gapIssue], ['time', 'too-soon']);
  });

  it('lets a session be moved within a distance that a cancellation has made too long, and no farther', async () => {
    const { flow, change, at, sessions, memory } = await openCourse();
    const far = await at(addDays(sessions[0].slot.localDate, gapDays.max + 12));
    const token = sessions[2].manageToken ?? '';
    const moves = [{ bookingId: sessions[2].bookingId, slotId: far?.id ?? '' }];
    await memory.reschedule?.({ token, version: 1, moves }, { operationId: operationId() });
    const second = { token: sessions[1].manageToken ?? '', version: 1, bookingIds: [sessions[1].bookingId] };
    await memory.cancel?.(second, { operationId: operationId() });
    await flow.load();
    await settled(flow);
    change.startMove(sessions[2].bookingId);
    await settled(flow);
    const own = flow.state.session?.slot.localDate ?? '';
    await pick({ flow, change }, (await at(addDays(own, -3))) ?? assert.fail());
    assert.equal(flow.state.gapIssue, undefined);
    await pick({ flow, change }, (await at(addDays(own, 2))) ?? assert.fail());
    assert.equal(flow.state.gapIssue, 'too-late');
  });
});
