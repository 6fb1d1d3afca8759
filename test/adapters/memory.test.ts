import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { memoryAdapter, type MemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { WriteOptions } from '../../src/adapters/adapter.js';
import type { BookingDraft } from '../../src/domain/booking.js';
import type { Clinic } from '../../src/domain/clinic.js';
import { SmpError, isSmpError, type SmpErrorCode } from '../../src/domain/errors.js';
import type { ClinicSchedule } from '../../src/domain/schedule.js';
import { slotId } from '../../src/domain/slot-id.js';
import type { Slot, SlotQuery } from '../../src/domain/slot.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { mailedToken } from '../support/mailed-token.js';
import type { AdapterHarness } from '../../src/testing/harness.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const NOW = Date.parse('2026-11-22T12:00:00Z');

function open(options: MemoryAdapterOptions = {}): Promise<AdapterHarness> {
  let now = NOW;
  // The clock goes on with every look at it, as a real one does.
  const adapter = memoryAdapter({ now: () => (now += 1), ...options });
  return Promise.resolve({
    adapter,
    expireHolds: () => {
      now += 11 * MINUTE;
      return Promise.resolve();
    },
    touchUpToken: (email) => mailedToken(adapter)(email),
  });
}

/** One practitioner, two services by video, a zone with an odd offset. */
const smallClinic: Clinic = {
  id: 'small',
  name: 'Small Clinic',
  timeZone: 'America/St_Johns',
  locations: [],
  services: [
    { id: 'talk', name: 'Talk', kind: 'consultation', mode: 'video', durationMinutes: 45 },
    {
      id: 'advice',
      name: 'Advice',
      kind: 'other',
      mode: 'phone',
      durationMinutes: 20,
      confirmation: 'request',
    },
  ],
  practitioners: [{ id: 'ada', name: 'Ada' }],
  courses: [
    {
      id: 'talks',
      name: 'Two talks',
      sessions: [{ service: 'talk' }, { service: 'advice' }],
      gapDays: { min: 7, default: 8, max: 12 },
    },
  ],
};
const smallSchedule: ClinicSchedule = {
  practitioners: [
    { practitioner: 'ada', hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })) },
  ],
};

const runner = { describe, it };
adapterSuite(runner, 'memory', () => open());
adapterSuite(runner, 'memory with nothing booked', () => open({ busy: [] }));
adapterSuite(runner, 'memory with answers that take time', () => open({ latencyMs: [0, 3] }));
adapterSuite(runner, 'memory without holds', () => open({ capabilities: { holds: false } }), {
  capabilities: { ...memoryAdapter().capabilities, holds: false },
});
adapterSuite(runner, 'memory without waiting list', () => open({ capabilities: { waitlist: false } }), {
  capabilities: { ...memoryAdapter().capabilities, waitlist: false },
});
adapterSuite(
  runner,
  'memory with a clinic of one person',
  () => open({ clinic: smallClinic, schedule: smallSchedule }),
  { skips: { 'lists the times of one location when one is asked for': 'this clinic meets its clients by video only' } },
);

/** A memory adapter on a clock that the test sets, with shorthands. */
class Bench {
  now = NOW;
  readonly adapter: Required<MemoryAdapter>;
  #count = 0;

  constructor(options: MemoryAdapterOptions = {}) {
    // The tests below never call what is switched off.
    this.adapter = memoryAdapter({ now: () => this.now, busy: [], ...options }) as Required<MemoryAdapter>;
  }

  operation(): WriteOptions {
    this.#count += 1;
    return { operationId: `operation-${String(this.#count).padStart(12, '0')}` };
  }

  async slots(query: Partial<SlotQuery> = {}): Promise<Slot[]> {
    return (await this.adapter.listSlots({ service: 'consultation', ...query })).slots;
  }

  async slot(query: Partial<SlotQuery> = {}, index = 0): Promise<Slot> {
    const slot = (await this.slots(query))[index];
    assert.ok(slot);
    return slot;
  }

  draft(slot: Pick<Slot, 'id'>, more: Partial<BookingDraft> = {}): BookingDraft {
    const service = slot.id.split('~')[0] ?? '';
    return {
      service,
      slotId: slot.id,
      contact: { name: 'Visitor', email: 'visitor@example.com' },
      consents: [],
      ...more,
    };
  }

  book(slot: Pick<Slot, 'id'>, more: Partial<BookingDraft> = {}) {
    return this.adapter.createBooking(this.draft(slot, more), this.operation());
  }

  hold(slot: Pick<Slot, 'id'>) {
    const service = slot.id.split('~')[0] ?? '';
    return this.adapter.holdSlot({ service, slotId: slot.id }, this.operation());
  }
}

/** A time for anyone at which Maya and Idris both work. */
const whenTwoAreFree = {
  id: slotId({ service: 'consultation-video', start: Date.parse('2026-11-24T10:00:00Z') }),
};

const code = (expected: SmpErrorCode) => (error: unknown) => isSmpError(error, expected);

describe('memoryAdapter', () => {
  describe('slots that can’t be booked any more', () => {
    const id = (start: string, practitioner?: string) =>
      slotId({
        service: 'consultation',
        location: 'riverside',
        start: Date.parse(start),
        ...(practitioner && { practitioner }),
      });

    for (const [what, start] of [
      ['is over', '2026-11-16T10:00:00Z'],
      ['comes before the notice ends', '2026-11-23T10:00:00Z'],
      ['is outside opening hours', '2026-11-24T03:00:00Z'],
      ['is not on the grid', '2026-11-24T10:07:00Z'],
      ['is beyond the booking window', '2027-06-01T10:00:00Z'],
    ] as const) {
      it(`says that a time is taken which ${what}`, async () => {
        const bench = new Bench();
        await assert.rejects(bench.book({ id: id(start) }), code('slot-taken'));
        await assert.rejects(bench.hold({ id: id(start) }), code('slot-taken'));
      });
    }

    it('books a good time by an id that was never listed', async () => {
      const booking = await new Bench().book({ id: id('2026-11-24T10:00:00Z', 'maya') });
      assert.equal(booking.slot.localTime, '10:00');
    });

    it('does not know a practitioner or a location of another clinic', async () => {
      const bench = new Bench();
      const foreign = slotId({ service: 'consultation', practitioner: 'zoe', location: 'riverside', start: NOW + DAY });
      await assert.rejects(bench.book({ id: foreign }), code('not-found'));
      const elsewhere = slotId({ service: 'consultation', location: 'moon', start: NOW + DAY });
      await assert.rejects(bench.hold({ id: elsewhere }), code('not-found'));
    });
  });

  describe('holds', () => {
    it('lasts ten minutes to the millisecond', async () => {
      const bench = new Bench();
      const slot = await bench.slot({ practitioner: 'maya' }, 40);
      const hold = await bench.hold(slot);
      assert.equal(hold.expiresInMs, 10 * MINUTE);
      assert.equal(Date.parse(hold.expiresAt), NOW + 10 * MINUTE);
      bench.now += 10 * MINUTE - 1;
      await assert.rejects(bench.book(slot), code('slot-taken'));
      bench.now += 1;
      await bench.book(slot);
    });

    it('starts ten minutes afresh three times', async () => {
      const bench = new Bench();
      const hold = await bench.hold(await bench.slot());
      const left: number[] = [];
      for (let count = 0; count < 5; count += 1) {
        bench.now += 4 * MINUTE;
        left.push((await bench.adapter.extendHold(hold, bench.operation())).expiresInMs / MINUTE);
      }
      assert.deepEqual(left, [10, 10, 10, 6, 2]);
      bench.now += 2 * MINUTE;
      await assert.rejects(bench.adapter.extendHold(hold, bench.operation()), code('hold-expired'));
    });

    it('lasts as long and as often as the options say', async () => {
      const bench = new Bench({ holdMs: 2 * MINUTE, maxExtensions: 1 });
      const hold = await bench.hold(await bench.slot());
      assert.equal(hold.expiresInMs, 2 * MINUTE);
      bench.now += MINUTE;
      assert.equal((await bench.adapter.extendHold(hold, bench.operation())).expiresInMs, 2 * MINUTE);
      bench.now += MINUTE;
      assert.equal((await bench.adapter.extendHold(hold, bench.operation())).expiresInMs, MINUTE);
    });

    it('tells the time that is left when a hold is asked for again', async () => {
      const bench = new Bench();
      const request = { service: 'consultation', slotId: (await bench.slot()).id };
      const operation = bench.operation();
      const first = await bench.adapter.holdSlot(request, operation);
      bench.now += 3 * MINUTE;
      const again = await bench.adapter.holdSlot(request, operation);
      assert.deepEqual(again, { ...first, expiresInMs: 7 * MINUTE });
    });

    it('counts picking one’s own time again as an extension', async () => {
      const bench = new Bench();
      const slot = await bench.slot();
      const { holdId, holdToken } = await bench.hold(slot);
      const left: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        bench.now += 4 * MINUTE;
        const request = { service: slot.id.split('~')[0] ?? '', slotId: slot.id, replaces: { holdId, holdToken } };
        left.push((await bench.adapter.holdSlot(request, bench.operation())).expiresInMs / MINUTE);
      }
      assert.deepEqual(left, [10, 10, 10, 6]);
    });

    it('keeps a hold with one person when anyone will do at the same time', async () => {
      const bench = new Bench();
      const own = await bench.slot({ practitioner: 'idris' });
      const { holdId, holdToken } = await bench.hold(own);
      const anyone = (await bench.slots()).find(
        ({ start, location }) => start === own.start && location === own.location,
      );
      const slotId = anyone?.id ?? own.id.replace('~idris~', '~*~');
      const request = { service: 'consultation', slotId, replaces: { holdId, holdToken } };
      const again = await bench.adapter.holdSlot(request, bench.operation());
      assert.equal(again.holdId, holdId);
      assert.equal(again.slot.practitioner, 'idris');
      const booking = await bench.book({ id: slotId }, { hold: { holdId, holdToken } });
      assert.equal(booking.slot.practitioner, 'idris');
    });

    it('takes another service or location at the same time for another time', async () => {
      const start = Date.parse('2026-11-27T10:00:00Z');
      const bench = new Bench();
      const ids = [
        slotId({ service: 'consultation', location: 'riverside', start }),
        slotId({ service: 'consultation', location: 'northgate', start }),
        slotId({ service: 'treatment', location: 'northgate', start }),
      ];
      let replaces: { holdId: string; holdToken: string } | undefined;
      const seen = new Set<string>();
      for (const id of ids) {
        const service = id.split('~')[0] ?? '';
        const request = { service, slotId: id, ...(replaces && { replaces }) };
        const { holdId, holdToken, slot } = await bench.adapter.holdSlot(request, bench.operation());
        assert.equal(slot.id, id);
        seen.add(holdId);
        replaces = { holdId, holdToken };
      }
      assert.equal(seen.size, 3);
      assert.equal(bench.adapter.state.holds.length, 1);
    });

    it('gives whom was held, if free, when the hold ran out', async () => {
      const bench = new Bench();
      const slot = whenTwoAreFree;
      const [first, second] = [await bench.hold(slot), await bench.hold(slot)];
      assert.notEqual(first.slot.practitioner, second.slot.practitioner);
      bench.now += 11 * MINUTE;
      const { holdId, holdToken } = second;
      const booking = await bench.book(slot, { hold: { holdId, holdToken } });
      assert.equal(booking.slot.practitioner, second.slot.practitioner);
    });

    it('refuses to book another time than the one that is held', async () => {
      const bench = new Bench();
      const slots = await bench.slots({ practitioner: 'maya' });
      const [first, last] = [slots[0], slots.at(-1)];
      assert.ok(first && last);
      const { holdId, holdToken } = await bench.hold(first);
      await assert.rejects(bench.book(last, { hold: { holdId, holdToken } }), (error: unknown) => {
        assert.ok(isSmpError(error, 'validation'));
        assert.deepEqual(error.issues, [{ pointer: '/slotId', code: 'not-held' }]);
        return true;
      });
    });

    it('never takes a booking for another time to be the one of a hold', async () => {
      const bench = new Bench();
      const slots = await bench.slots({ practitioner: 'maya' });
      const [first, second, third] = [slots[10], slots[60], slots[90]];
      assert.ok(first && second && third);
      const { holdId, holdToken } = await bench.hold(first);
      const hold = { holdId, holdToken };
      bench.now += 11 * MINUTE;
      await bench.book(second, { hold });
      assert.equal((await bench.book(first, { hold })).slot.start, first.start);
      assert.equal((await bench.book(third, { hold })).slot.start, third.start);
      assert.equal(bench.adapter.state.bookings.length, 3);
    });

    it('keeps the clean-up time free', async () => {
      const bench = new Bench();
      const day = '2026-11-30';
      const query = { service: 'treatment', practitioner: 'maya', from: day, to: day };
      const slot = await bench.slot(query);
      await bench.hold(slot);
      const starts = (await bench.slots({ ...query, service: 'consultation' })).map(({ localTime }) => localTime);
      assert.equal(slot.localTime, '09:00');
      // To 12:00, and a quarter of an hour to clean: the consultation of 12:00 is out, that of 12:30 is cut by lunch.
      assert.equal(starts[0], '13:45');
    });
  });

  describe('bookings', () => {
    it('writes references without letters and digits that look alike', async () => {
      const bench = new Bench();
      const slots = await bench.slots({ service: 'consultation-video', practitioner: 'maya' });
      for (const slot of slots.slice(0, 60)) {
        const booking = await bench.book(slot).catch(() => undefined);
        if (booking) assert.match(booking.reference, /^SMP-[234679ACDEFGHJKMNPQRTUVWXY]{6}$/);
      }
      assert.ok(bench.adapter.state.bookings.length > 30);
    });

    it('draws a reference again that is given already', async () => {
      let draws = 0;
      // The first hundred draws are alike, so that ids and references come out alike too.
      const bench = new Bench({ random: () => (draws++ < 100 ? 0 : (draws % 97) / 97) });
      const slots = await bench.slots({ practitioner: 'maya' });
      const [first, last] = [slots[0], slots.at(-1)];
      assert.ok(first && last);
      const references = [(await bench.book(first)).reference, (await bench.book(last)).reference];
      assert.equal(references[0], 'SMP-222222');
      assert.notEqual(references[1], references[0]);
    });

    it('shows what is in store as copies', async () => {
      const bench = new Bench();
      const slot = await bench.slot();
      await bench.book(slot, { note: 'First time' });
      const { state } = bench.adapter;
      assert.equal(state.bookings[0]?.draft.note, 'First time');
      assert.deepEqual(state.calls, {
        getClinic: 0,
        listSlots: 1,
        createBooking: 1,
        holdSlot: 0,
        extendHold: 0,
        releaseHold: 0,
        submitConsultation: 0,
        eraseConsultation: 0,
        uploadPhoto: 0,
        deletePhoto: 0,
        bookCourse: 0,
        getBooking: 0,
        reschedule: 0,
        cancel: 0,
        joinWaitlist: 0,
        signUpForTouchUps: 0,
        getTouchUps: 0,
        updateTouchUps: 0,
        stopTouchUps: 0,
      });
      const [stored] = state.bookings;
      assert.ok(stored);
      stored.booking.status = 'cancelled';
      assert.equal(bench.adapter.state.bookings[0]?.booking.status, 'confirmed');
    });

    it('reads a request as it was when it was sent', async () => {
      const bench = new Bench({ latencyMs: 1 });
      const draft = bench.draft(await bench.slot());
      const pending = bench.adapter.createBooking(draft, bench.operation());
      draft.contact.name = 'Somebody else';
      await pending;
      assert.equal(bench.adapter.state.bookings[0]?.draft.contact.name, 'Visitor');
    });

    it('reads a query as it was when it was sent', async () => {
      const bench = new Bench({ latencyMs: 1 });
      const query = { service: 'treatment' };
      const pending = bench.adapter.listSlots(query);
      query.service = 'consultation';
      const { slots } = await pending;
      assert.match(slots[0]?.id ?? '', /^treatment~/);
    });

    it('gives each copy of an operation an answer of its own', async () => {
      const bench = new Bench();
      const draft = bench.draft(await bench.slot());
      const operation = bench.operation();
      const first = await bench.adapter.createBooking(draft, operation);
      const { reference } = first;
      first.reference = 'changed';
      const second = await bench.adapter.createBooking(draft, operation);
      assert.equal(second.reference, reference);
      second.reference = 'changed';
      assert.equal((await bench.adapter.createBooking(draft, operation)).reference, reference);
      assert.equal(bench.adapter.state.bookings[0]?.booking.reference, reference);
    });

    it('takes content for the same whatever the order of its fields', async () => {
      const bench = new Bench();
      const draft = bench.draft(await bench.slot());
      const operation = bench.operation();
      const first = await bench.adapter.createBooking(draft, operation);
      const { name, email } = draft.contact;
      const turned = Object.fromEntries(Object.entries({ ...draft, contact: { email, name } }).reverse());
      assert.deepEqual(await bench.adapter.createBooking(turned as BookingDraft, operation), first);
    });

    it('keeps nothing of an operation that broke down', async () => {
      let broken = false;
      const now = (): number => {
        // A clock so far out that no date can be made of it.
        return broken ? 9e15 : NOW;
      };
      const adapter = memoryAdapter({ now, busy: [] });
      const slot = (await adapter.listSlots({ service: 'consultation' })).slots[0];
      assert.ok(slot && adapter.holdSlot);
      const operation = { operationId: 'operation-000000000001' };
      const request = { service: 'consultation', slotId: slot.id };
      broken = true;
      await assert.rejects(adapter.holdSlot(request, operation), (error) => !isSmpError(error));
      broken = false;
      await adapter.holdSlot(request, operation);
    });

    it('forgets an operation after a day', async () => {
      const bench = new Bench();
      const draft = bench.draft(await bench.slot({ practitioner: 'maya' }, 40));
      const operation = bench.operation();
      const first = await bench.adapter.createBooking(draft, operation);
      bench.now += DAY - 1;
      assert.deepEqual(await bench.adapter.createBooking(draft, operation), first);
      bench.now += 1;
      await assert.rejects(bench.adapter.createBooking(draft, operation), code('slot-taken'));
    });
  });

  describe('waiting list', () => {
    it('keeps one wish of a kind for each visitor', async () => {
      const bench = new Bench();
      const wish = { service: 'treatment', contact: { name: 'A', email: 'a@example.com' }, consents: [] };
      await bench.adapter.joinWaitlist(wish, bench.operation());
      await bench.adapter.joinWaitlist({ ...wish, contact: { name: 'A', email: 'A@Example.com ' } }, bench.operation());
      assert.equal(bench.adapter.state.waitlist.length, 1);
      await bench.adapter.joinWaitlist({ ...wish, practitioner: 'maya' }, bench.operation());
      await bench.adapter.joinWaitlist({ ...wish, location: 'northgate' }, bench.operation());
      assert.equal(bench.adapter.state.waitlist.length, 3);
    });

    it('keeps which dates are wanted and that the clinic decides', async () => {
      const bench = new Bench();
      const wish = { service: 'treatment', contact: { name: 'A', email: 'a@example.com' }, consents: [] };
      const kept = { ...wish, from: '2027-01-12', to: '2027-01-12', request: true };
      await bench.adapter.joinWaitlist(kept, bench.operation());
      assert.deepEqual(bench.adapter.state.waitlist, [kept]);
    });

    it('does not know what the clinic does not have', async () => {
      const bench = new Bench();
      const wish = { service: 'treatment', contact: { name: 'A', email: 'a@example.com' }, consents: [] };
      for (const change of [{ service: 'none' }, { practitioner: 'none' }, { location: 'none' }]) {
        await assert.rejects(bench.adapter.joinWaitlist({ ...wish, ...change }, bench.operation()), code('not-found'));
      }
    });
  });

  describe('clinics', () => {
    it('has no times for a clinic that is given alone', async () => {
      const { adapter } = new Bench({ clinic: smallClinic });
      const page = await adapter.listSlots({ service: 'talk' });
      assert.deepEqual([page.slots, page.nextAvailable], [[], null]);
    });

    it('has no methods of a capability that is switched off', () => {
      const adapter = memoryAdapter({ capabilities: { holds: false, waitlist: false } });
      for (const method of ['holdSlot', 'extendHold', 'releaseHold', 'joinWaitlist']) {
        assert.ok(!(method in adapter), method);
      }
    });

    it('looks lived in by default', async () => {
      const lived = memoryAdapter({ now: () => NOW });
      const bare = memoryAdapter({ now: () => NOW, busy: [] });
      const query = { service: 'consultation' };
      const [some, all] = [(await lived.listSlots(query)).slots, (await bare.listSlots(query)).slots];
      assert.ok(some.length < all.length * 0.9);
      assert.ok(some.length > all.length * 0.4);
    });
  });

  describe('latency', () => {
    it('takes as long as it is told', async (t) => {
      t.mock.timers.enable({ apis: ['setTimeout'] });
      const { adapter } = new Bench({ latencyMs: [100, 300], random: () => 0.5 });
      let done = false;
      const pending = adapter.getClinic().then(() => (done = true));
      t.mock.timers.tick(199);
      await settle();
      assert.equal(done, false);
      t.mock.timers.tick(1);
      await pending;
    });

    it('gives a read up the moment that nobody waits for it', async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        const { adapter } = new Bench({ latencyMs: 60_000 });
        const abort = new AbortController();
        const pending = adapter.listSlots({ service: 'consultation' }, { signal: abort.signal });
        abort.abort();
        await assert.rejects(pending, code('aborted'));
      } finally {
        mock.timers.reset();
      }
    });

    it('leaves nothing on a signal that lives longer than the read', async () => {
      const { adapter } = new Bench({ latencyMs: 1 });
      const { signal } = new AbortController();
      await adapter.getClinic({ signal });
      assert.deepEqual(getEventListeners(signal, 'abort'), []);
    });

    it('carries a write out though nobody waits for it', async () => {
      const bench = new Bench({ latencyMs: 2 });
      const draft = bench.draft(await bench.slot());
      const abort = new AbortController();
      const pending = bench.adapter.createBooking(draft, { ...bench.operation(), signal: abort.signal });
      abort.abort();
      await pending;
      assert.equal(bench.adapter.state.bookings.length, 1);
    });
  });

  describe('faults', () => {
    it('names the method, the operation and the attempt', async () => {
      const seen: unknown[] = [];
      const bench = new Bench({ faults: (call) => void seen.push(call) });
      const draft = bench.draft(await bench.slot());
      const operation = bench.operation();
      await bench.adapter.createBooking(draft, operation);
      await bench.adapter.createBooking(draft, operation);
      await bench.slots();
      assert.deepEqual(seen, [
        { method: 'listSlots', attempt: 1 },
        { method: 'createBooking', attempt: 1, ...operation },
        { method: 'createBooking', attempt: 2, ...operation },
        { method: 'listSlots', attempt: 2 },
      ]);
    });

    it('fails before anything is done, and leaves nothing behind', async () => {
      const error = new SmpError('unknown', 'Down');
      const bench = new Bench({
        faults: ({ method, attempt }) =>
          method === 'createBooking' && attempt === 1 ? { kind: 'refuse', error } : undefined,
      });
      const draft = bench.draft(await bench.slot());
      const operation = bench.operation();
      await assert.rejects(bench.adapter.createBooking(draft, operation), error);
      assert.equal(bench.adapter.state.bookings.length, 0);
      await bench.adapter.createBooking(draft, operation);
      assert.equal(bench.adapter.state.bookings.length, 1);
    });

    it('throws instead of rejecting', () => {
      const { adapter } = new Bench({ faults: () => ({ kind: 'throw', error: 'no error at all' }) });
      assert.throws(
        () => adapter.getClinic(),
        (error) => error === 'no error at all',
      );
    });

    it('does what was asked and loses the answer', async () => {
      const bench = new Bench({
        faults: ({ method, attempt }) => (method === 'createBooking' && attempt === 1 ? { kind: 'lose' } : undefined),
      });
      const draft = bench.draft(await bench.slot());
      const operation = bench.operation();
      await assert.rejects(bench.adapter.createBooking(draft, operation), code('network'));
      assert.equal(bench.adapter.state.bookings.length, 1);
      const booking = await bench.adapter.createBooking(draft, operation);
      assert.deepEqual(bench.adapter.state.bookings, [{ booking, draft }]);
    });

    it('loses a refusal as well', async () => {
      let lose = false;
      const bench = new Bench({ faults: () => (lose ? { kind: 'lose' } : undefined) });
      const slot = await bench.slot({ practitioner: 'maya' });
      await bench.book(slot);
      lose = true;
      await assert.rejects(bench.book(slot), code('network'));
    });

    it('never answers', async () => {
      let kind: { kind: 'hang'; effect?: boolean } | undefined;
      const bench = new Bench({ faults: () => kind });
      const slots = await bench.slots({ practitioner: 'maya' });
      const [first, last] = [slots[0], slots.at(-1)];
      assert.ok(first && last);
      let answered = false;
      const note = (): void => void (answered = true);
      kind = { kind: 'hang' };
      bench.book(first).then(note, note);
      await settle();
      assert.equal(bench.adapter.state.bookings.length, 0);
      kind = { kind: 'hang', effect: true };
      bench.book(last).then(note, note);
      await settle();
      assert.equal(bench.adapter.state.bookings.length, 1);
      assert.equal(answered, false);
    });

    it('delivers twice', async () => {
      const book = async (idempotent: boolean) => {
        const bench = new Bench({
          idempotent,
          faults: ({ method }) => (method === 'createBooking' ? { kind: 'duplicate' } : undefined),
        });
        const slot = whenTwoAreFree;
        await bench.book(slot);
        return bench.adapter.state.bookings.length;
      };
      assert.equal(await book(true), 1);
      assert.equal(await book(false), 2);
    });

    it('answers nonsense', async () => {
      const bench = new Bench({
        faults: ({ method }) =>
          method === 'getClinic' ? { kind: 'garble', answer: (clinic) => [typeof clinic] } : undefined,
      });
      assert.deepEqual(await bench.adapter.getClinic(), ['object']);
    });
  });

  it('never has one person in two places, whatever happens', async () => {
    const step = fc.record({
      act: fc.constantFrom('book', 'hold', 'confirm', 'move', 'release', 'wait'),
      service: fc.constantFrom('consultation', 'consultation-video', 'treatment', 'touch-up'),
      practitioner: fc.constantFrom(undefined, 'maya', 'idris'),
      index: fc.nat(12),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const bench = new Bench();
        const holds: { holdId: string; holdToken: string; slot: Slot }[] = [];
        // Listed beforehand, so that many ask for what is gone.
        const listed = new Map<string, Slot[]>();
        for (const { service, practitioner } of steps) {
          const query = { service, from: '2026-11-26', to: '2026-11-26', ...(practitioner && { practitioner }) };
          listed.set(`${service} ${practitioner ?? ''}`, await bench.slots(query));
        }
        for (const { act, service, practitioner, index } of steps) {
          const slots = listed.get(`${service} ${practitioner ?? ''}`) ?? [];
          const slot = slots[index % slots.length];
          const held = holds[index % (holds.length || 1)];
          const proof = held && { holdId: held.holdId, holdToken: held.holdToken };
          assert.ok(slot);
          try {
            if (act === 'wait') bench.now += 4 * MINUTE;
            else if (act === 'book') await bench.book(slot);
            else if (act === 'hold') holds.push(await bench.hold(slot));
            else if (act === 'confirm' && held && proof) await bench.book(held.slot, { hold: proof });
            else if (act === 'release' && proof) await bench.adapter.releaseHold(proof, bench.operation());
            else if (act === 'move' && proof) {
              const request = { service, slotId: slot.id, replaces: proof };
              holds.push(await bench.adapter.holdSlot(request, bench.operation()));
            }
          } catch (error) {
            assert.ok(isSmpError(error, 'slot-taken'), String(error));
          }
          checkApart(bench.adapter);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Bookings and live holds of one person never touch, clean-up time included. */
function checkApart({ state }: MemoryAdapter): void {
  const taken = [
    ...state.bookings.map(({ booking }) => ({ slot: booking.slot, service: booking.service })),
    ...state.holds.map(({ slot }) => ({ slot, service: slot.id.split('~')[0] ?? '' })),
  ].map(({ slot, service }) => {
    const [before, after] = service === 'treatment' ? [15, 15] : service === 'touch-up' ? [0, 15] : [0, 0];
    const start = Date.parse(slot.start) - before * MINUTE;
    return { practitioner: slot.practitioner, start, end: Date.parse(slot.end) + after * MINUTE };
  });
  for (const one of taken) {
    assert.ok(one.practitioner);
    for (const other of taken) {
      if (one === other || one.practitioner !== other.practitioner) continue;
      assert.ok(one.end <= other.start || other.end <= one.start, JSON.stringify([one, other]));
    }
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
