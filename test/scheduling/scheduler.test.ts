import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchedulingAdapter, WriteOptions } from '../../src/adapters/adapter.js';
import type { BookingDraft } from '../../src/domain/booking.js';
import { SmpError, isSmpError, type SmpErrorCode } from '../../src/domain/errors.js';
import type { SlotPage, SlotQuery } from '../../src/domain/slot.js';
import {
  Scheduler,
  type Diagnostic,
  type SchedulerOptions,
  type WriteOutcome,
} from '../../src/scheduling/scheduler.js';
import * as fixture from './support/fixture.js';
import { VirtualClock } from './support/virtual-clock.js';

const { OPERATION, adapterWith, booking, draft, hold, page, slot } = fixture;
const never = (): Promise<never> => new Promise(() => undefined);
const lost = (): SmpError => new SmpError('network', 'lost');
const taken = (): SmpError => new SmpError('slot-taken', 'taken', { alternatives: [slot(3)] });

/** A method that gives these answers in turn, then the last one again and again; errors are thrown. */
function inTurn(...answers: readonly unknown[]) {
  const calls: unknown[][] = [];
  const method = (...args: unknown[]): Promise<never> => {
    const answer = answers[Math.min(calls.push(args), answers.length) - 1];
    return answer instanceof Error ? Promise.reject(answer) : (Promise.resolve(answer) as Promise<never>);
  };
  return { method, calls };
}

function setUp(parts: Partial<SchedulingAdapter> = {}, options: SchedulerOptions = {}) {
  const clock = new VirtualClock();
  const told: Diagnostic[] = [];
  const scheduler = new Scheduler(adapterWith(parts), {
    clock,
    random: () => 0.5,
    locks: undefined,
    onDiagnostic: (diagnostic) => told.push(diagnostic),
    ...options,
  });
  const book = (more: Partial<Parameters<Scheduler['createBooking']>[1]> = {}, what: BookingDraft = draft()) =>
    clock.run(scheduler.createBooking(what, { operationId: OPERATION, ...more }));
  const codes = (): string[] => told.map(({ code }) => code);
  return { clock, scheduler, book, told, codes };
}

/** The error that a read rejects with. */
async function failure(clock: VirtualClock, read: Promise<unknown>): Promise<SmpError> {
  const error = await clock.run(
    read.then(
      () => assert.fail('should have been rejected'),
      (error: unknown) => error,
    ),
  );
  assert.ok(isSmpError(error), String(error));
  return error;
}

function refusal(outcome: WriteOutcome<unknown>): SmpErrorCode | undefined {
  return outcome.status === 'refused' ? outcome.error.code : undefined;
}

describe('Scheduler reads', () => {
  it('give what the adapter gives, without what the schema does not know', async () => {
    const { clock, scheduler } = setUp({
      getClinic: () => Promise.resolve({ ...fixture.clinic(), secret: 'x' } as never),
    });
    assert.deepEqual(await clock.run(scheduler.getClinic()), fixture.clinic());
  });

  it('are sent again after what may pass', async () => {
    for (const code of ['network', 'timeout', 'rate-limited', 'invalid-response'] as const) {
      const { method, calls } = inTurn(new SmpError(code, ''), new SmpError(code, ''), fixture.clinic());
      const { clock, scheduler, codes } = setUp({ getClinic: method });
      assert.equal((await clock.run(scheduler.getClinic())).id, 'clinic');
      assert.equal(calls.length, 3);
      assert.deepEqual(codes(), [code, code]);
    }
  });

  it('are not sent again after what is decided', async () => {
    for (const code of ['not-found', 'unauthorized', 'validation', 'not-supported', 'invalid-config'] as const) {
      const { method, calls } = inTurn(new SmpError(code, '', { retryable: true }));
      const { clock, scheduler } = setUp({ getClinic: method });
      assert.equal((await failure(clock, scheduler.getClinic())).code, code);
      assert.equal(calls.length, 1);
    }
  });

  it('end as a time-out when the adapter never answers', async () => {
    const { clock, scheduler } = setUp({ getClinic: never });
    assert.equal((await failure(clock, scheduler.getClinic())).code, 'timeout');
    assert.ok(clock.now() <= 45_000, `${clock.now()} ms`);
    assert.equal(clock.waiting, 0);
  });

  it('abort the call that nobody waits for any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { clock, scheduler } = setUp({
      getClinic: (options) => {
        signals.push(options?.signal);
        return never();
      },
    });
    await failure(clock, scheduler.getClinic());
    assert.equal(signals.length, 5);
    assert.ok(signals.every((signal) => signal?.aborted));
  });

  it('tell the wait when the backend asks for more than 30 s', async () => {
    const { method, calls } = inTurn(new SmpError('rate-limited', '', { retryAfterMs: 86_400_000 }));
    const { clock, scheduler } = setUp({ getClinic: method });
    assert.equal((await failure(clock, scheduler.getClinic())).retryAfterMs, 86_400_000);
    assert.equal(calls.length, 1);
  });

  it('wait as long as the backend asks for', async () => {
    const { method } = inTurn(new SmpError('rate-limited', '', { retryAfterMs: 20_000 }), fixture.clinic());
    const { clock, scheduler } = setUp({ getClinic: method });
    await clock.run(scheduler.getClinic());
    assert.equal(clock.now(), 20_250);
  });

  it('reject as aborted before, during and between tries', async () => {
    for (const abortAt of [undefined, 1, 5_000, 10_100]) {
      const controller = new AbortController();
      let calls = 0;
      const { clock, scheduler, codes } = setUp({
        getClinic: () => {
          calls++;
          return never();
        },
      });
      if (abortAt === undefined) controller.abort();
      else void clock.sleep(abortAt).then(() => controller.abort());
      const error = await failure(clock, scheduler.getClinic({ signal: controller.signal }));
      assert.equal(error.code, 'aborted');
      assert.equal(clock.now(), abortAt ?? 0);
      assert.equal(calls, abortAt === undefined ? 0 : 1);
      assert.deepEqual(codes(), abortAt === 10_100 ? ['timeout'] : []);
      assert.equal(clock.waiting, 0);
    }
  });

  it('leave no listeners on a signal that lives long', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: EventListener, options: AddEventListenerOptions) => {
      listeners++;
      options.signal?.addEventListener('abort', () => listeners--);
      add(type, listener, options);
    };
    const { clock, scheduler } = setUp();
    await clock.run(scheduler.getClinic({ signal }));
    assert.equal(listeners, 0);
  });

  it('reject a query that is no query, unsent', async () => {
    const { method, calls } = inTurn(page([]));
    const { clock, scheduler } = setUp({ listSlots: method });
    const error = await failure(clock, scheduler.listSlots({ service: 'a b', from: 'tomorrow' }));
    assert.equal(error.code, 'validation');
    assert.deepEqual(
      error.issues?.map(({ pointer }) => pointer),
      ['/service', '/from'],
    );
    assert.equal(calls.length, 0);
  });
});

describe('Scheduler.listSlots', () => {
  const list = async (pages: (query: SlotQuery) => SlotPage) => {
    const queries: SlotQuery[] = [];
    const rig = setUp({
      listSlots: (query) => {
        queries.push(query);
        return Promise.resolve(pages(query));
      },
    });
    const result = await rig.clock.run(rig.scheduler.listSlots({ service: 'consultation' }));
    return { ...rig, result, queries };
  };

  it('follows the cursors and lays the pages together', async () => {
    const { result, queries } = await list(({ cursor }) =>
      cursor === undefined
        ? page([slot(1), slot(2)], { next: 'two' })
        : page([slot(3)], { nextAvailable: '2027-01-04' }),
    );
    assert.deepEqual(queries, [{ service: 'consultation' }, { service: 'consultation', cursor: 'two' }]);
    assert.deepEqual(
      result.slots.map(({ id }) => id),
      ['slot-1', 'slot-2', 'slot-3'],
    );
    assert.equal(result.nextAvailable, '2027-01-04');
    assert.ok(!('next' in result));
  });

  it('puts slots in the order of their instant, not of their text', async () => {
    const early = { ...slot(1, 'early'), start: '2026-12-01T10:30:00+02:00' };
    const late = { ...slot(1, 'late'), start: '2026-12-01T09:00:00+00:00' };
    const { result } = await list(() => page([late, early]));
    assert.deepEqual(
      result.slots.map(({ id }) => id),
      ['early', 'late'],
    );
  });

  it('drops slots that came before and says so', async () => {
    const { result, codes } = await list(() => page([slot(1), slot(1), slot(2)]));
    assert.equal(result.slots.length, 2);
    assert.deepEqual(codes(), ['duplicate-slots']);
  });

  it('stops at a cursor that comes again', async () => {
    const { result, codes, queries } = await list(() => page([slot(1)], { next: 'same' }));
    assert.equal(queries.length, 2);
    assert.ok(!('next' in result));
    assert.ok(codes().includes('cursor-loop'));
  });

  it('stops at 5,000 slots and tells that there are more', async () => {
    const { result, codes } = await list(({ cursor = '0' }) => {
      const first = Number(cursor) * 1_500;
      const slots = Array.from({ length: 1_500 }, (_, n) => slot(first + n));
      return page(slots, { next: String(Number(cursor) + 1) });
    });
    assert.equal(result.slots.length, 5_000);
    assert.equal(result.slots.at(-1)?.id, 'slot-4999');
    assert.equal(result.next, '4');
    assert.ok(codes().includes('slots-capped'));
  });

  it('stops at 50 pages that have nothing on them', async () => {
    const { queries, codes } = await list(({ cursor = '0' }) => page([], { next: String(Number(cursor) + 1) }));
    assert.equal(queries.length, 51);
    assert.ok(codes().includes('slots-capped'));
  });

  it('gives all pages one time limit', async () => {
    const { clock, scheduler } = setUp({
      listSlots: async ({ cursor = '0' }) => {
        await clock.sleep(9_000);
        return page([], { next: String(Number(cursor) + 1) });
      },
    });
    const error = await failure(clock, scheduler.listSlots({ service: 'consultation' }));
    assert.equal(error.code, 'timeout');
    assert.ok(clock.now() <= 45_001, `${clock.now()} ms`);
  });

  it('refuses more than 5,000 slots on one page without reading them', async () => {
    const tooMany = { ...page([]), slots: { length: 1 } as never };
    tooMany.slots = Array.from({ length: 5_001 }, () => lost) as never;
    const { clock, scheduler } = setUp({ listSlots: () => Promise.resolve(tooMany) });
    const error = await failure(clock, scheduler.listSlots({ service: 'consultation' }));
    assert.equal(error.code, 'invalid-response');
    assert.deepEqual(error.issues, [{ pointer: '/slots', code: 'too-big' }]);
  });
});

describe('Scheduler and bad adapters', () => {
  const throwing = (key: string, target: object): object =>
    Object.defineProperty(target, key, {
      enumerable: true,
      get: () => {
        throw new Error('getter');
      },
    });
  const answers: Readonly<Record<string, unknown>> = {
    undefined: undefined,
    null: null,
    'a number': 7,
    text: 'ok',
    'an empty object': {},
    'an array': [],
    'a function': () => undefined,
    'a getter that throws': throwing('name', { ...fixture.clinic() }),
    'a proxy that throws': new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : assert.fail()) }),
    'a field of the wrong kind': { ...fixture.clinic(), name: 7 },
    'a text that is too long': { ...fixture.clinic(), name: 'x'.repeat(10_000_000) },
    'a list that is too long': { ...fixture.clinic(), services: Array.from({ length: 201 }, () => ({})) },
    'a list that is far too long': { ...fixture.clinic(), services: new Array(50_000_000) },
    'a part nested without end': (() => {
      const loop: Record<string, unknown> = { ...fixture.clinic() };
      loop['services'] = [loop];
      return loop;
    })(),
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(`make an answer that is ${name} invalid-response`, async () => {
      const { clock, scheduler } = setUp({ getClinic: () => Promise.resolve(answer as never) });
      const error = await failure(clock, scheduler.getClinic());
      assert.equal(error.code, 'invalid-response');
      assert.ok((error.issues?.length ?? 0) > 0);
    });
  }

  it('name what is wrong by pointers', async () => {
    const bad = { ...fixture.clinic(), name: '', services: [{ id: 'a/b~c' }], phone: 7 };
    const { clock, scheduler, told } = setUp({ getClinic: () => Promise.resolve(bad as never) });
    const { issues } = await failure(clock, scheduler.getClinic());
    const pointers = issues?.map(({ pointer, code }) => `${pointer} ${code}`);
    for (const wanted of ['/name too-small', '/phone type', '/services/0/name type']) {
      assert.ok(pointers?.includes(wanted), `${wanted} in ${pointers?.join()}`);
    }
    assert.match(told[0]?.message ?? '', /\/name/);
  });

  it('take good objects of any make', async () => {
    const odd: readonly unknown[] = [
      Object.freeze(fixture.clinic()),
      Object.assign(Object.create(null), fixture.clinic()),
      JSON.parse(`{"__proto__":{"name":"polluted"},${JSON.stringify(fixture.clinic()).slice(1)}`),
    ];
    for (const answer of odd) {
      const { clock, scheduler } = setUp({ getClinic: () => Promise.resolve(answer as never) });
      const clinic = await clock.run(scheduler.getClinic());
      assert.deepEqual(clinic, fixture.clinic());
    }
    assert.equal(({} as { name?: string }).name, undefined);
  });

  it('fall back where the schema says how', async () => {
    const [service] = fixture.clinic().services;
    const { clock, scheduler } = setUp({
      getClinic: () =>
        Promise.resolve({ ...fixture.clinic(), services: [{ ...service, kind: 'scan', mode: 9 }] } as never),
    });
    const { services } = await clock.run(scheduler.getClinic());
    assert.deepEqual([services[0]?.kind, services[0]?.mode], ['other', 'in-person']);
  });

  const thrown: Readonly<Record<string, [unknown, SmpErrorCode]>> = {
    nothing: [undefined, 'unknown'],
    null: [null, 'unknown'],
    text: ['no', 'unknown'],
    'an object': [{ code: 'slot-taken' }, 'unknown'],
    'an Error': [new Error('no'), 'unknown'],
    'what a bug throws': [new TypeError('x is not a function'), 'unknown'],
    'what Chromium throws offline': [new TypeError('Failed to fetch'), 'network'],
    'what Firefox throws offline': [new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    'what WebKit throws offline': [new TypeError('Load failed'), 'network'],
    'what Node throws on a reset': [new TypeError('terminated'), 'network'],
    'an abort nobody asked for': [new DOMException('aborted', 'AbortError'), 'network'],
    'the same as an SmpError': [new SmpError('aborted', ''), 'network'],
    'a time-out of its own': [new DOMException('late', 'TimeoutError'), 'timeout'],
    'an SmpError of another copy': [
      { name: 'SmpError', code: 'not-found', message: 'x', retryable: false },
      'not-found',
    ],
    'an SmpError with a code of its own': [{ name: 'SmpError', code: 'teapot' }, 'unknown'],
    'an SmpError without a code': [{ name: 'SmpError' }, 'unknown'],
    'an error with a getter that throws': [throwing('code', { name: 'SmpError' }), 'unknown'],
    'an error whose name throws': [throwing('name', {}), 'unknown'],
  };
  for (const [name, [what, code]] of Object.entries(thrown)) {
    it(`make ${name} an SmpError, whether thrown at once or later`, async () => {
      for (const getClinic of [
        () => {
          throw what as Error;
        },
        () => fixture.rejection(what),
      ]) {
        const { clock, scheduler } = setUp({ getClinic });
        assert.equal((await failure(clock, scheduler.getClinic())).code, code);
      }
    });
  }

  it('are asked again after an abort that nobody asked for', async () => {
    const { method, calls } = inTurn(new SmpError('aborted', ''), fixture.clinic());
    const { clock, scheduler } = setUp({ getClinic: method });
    await clock.run(scheduler.getClinic());
    assert.equal(calls.length, 2);
  });

  it('can not fill the memory with an error', async () => {
    const text = 'x'.repeat(1_000_000);
    const error = new SmpError('validation', text, {
      retryAfterMs: Number.POSITIVE_INFINITY,
      issues: Array.from({ length: 100_000 }, () => ({ pointer: text, code: text })),
    });
    const { clock, scheduler } = setUp({ getClinic: () => Promise.reject(error) });
    const { message, issues, retryAfterMs } = await failure(clock, scheduler.getClinic());
    assert.ok(message.length <= 500);
    assert.equal(issues?.length, 20);
    assert.ok(issues.every(({ pointer, code }) => pointer.length <= 500 && code.length <= 500));
    assert.equal(retryAfterMs, 86_400_000);
  });

  it('are told of 20 things that are wrong, not of all', async () => {
    const slots = Array.from({ length: 100 }, () => ({}));
    const { clock, scheduler } = setUp({ listSlots: () => Promise.resolve({ ...page([]), slots } as never) });
    assert.equal((await failure(clock, scheduler.listSlots({ service: 'consultation' }))).issues?.length, 20);
  });

  it('make nonsense within an SmpError harmless', async () => {
    const error = {
      name: 'SmpError',
      code: 'slot-taken',
      message: 7,
      retryable: 'yes',
      retryAfterMs: Number.NaN,
      issues: [null, 1, { pointer: 1, code: 2 }, { pointer: '/a', code: 'b', html: '<b>' }],
      alternatives: [null, slot(1), { ...slot(2), start: 'soon' }, ...Array.from({ length: 1_000 }, (_, n) => slot(n))],
    };
    const { book } = setUp({ createBooking: () => fixture.rejection(error) });
    const outcome = await book();
    assert.equal(refusal(outcome), 'slot-taken');
    assert.ok(outcome.status === 'refused');
    const { retryable, retryAfterMs, issues, alternatives, message } = outcome.error;
    assert.deepEqual(
      { retryable, retryAfterMs, issues, message },
      {
        retryable: false,
        retryAfterMs: undefined,
        issues: [{ pointer: '/a', code: 'b' }],
        message: 'slot-taken',
      },
    );
    assert.ok(alternatives && alternatives.length > 0 && alternatives.length <= 10);
    assert.ok(alternatives.every(({ start }) => start !== 'soon'));
  });

  it('ignore answers after the first', async () => {
    const late: ((page: SlotPage) => void)[] = [];
    const { clock, scheduler } = setUp({
      listSlots: () =>
        new Promise((resolve, reject) => {
          if (late.push(resolve) < 2) return;
          resolve(page([slot(2)]));
          resolve(page([slot(3)]));
          reject(new Error('late'));
        }),
    });
    const { slots } = await clock.run(scheduler.listSlots({ service: 'consultation' }));
    late[0]?.(page([slot(1)]));
    assert.deepEqual(slots, [slot(2)]);
  });

  it('keep no rejection unheard', async (context) => {
    const unheard: unknown[] = [];
    const listener = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', listener);
    context.after(() => process.off('unhandledRejection', listener));
    const rejectors: (() => void)[] = [];
    const { clock, scheduler } = setUp({
      getClinic: () => new Promise((_, reject) => rejectors.push(() => reject(new Error('late')))),
    });
    await failure(clock, scheduler.getClinic());
    for (const reject of rejectors) reject();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(unheard, []);
  });

  it('see the same arguments with each try though the adapter changes them', async () => {
    const seen: string[] = [];
    const mine = draft();
    const { book } = setUp({
      createBooking: (sent, options) => {
        seen.push(JSON.stringify([sent, options.operationId]));
        (sent.contact as { name: string }).name = 'Mallory';
        (options as { operationId: string }).operationId = 'changed-changed-changed';
        return seen.length < 3 ? Promise.reject(lost()) : Promise.resolve(booking());
      },
    });
    assert.equal((await book({}, mine)).status, 'confirmed');
    assert.equal(new Set(seen).size, 1);
    assert.deepEqual(mine, draft());
  });

  it('can not change an answer that was given', async () => {
    const answer = fixture.clinic();
    const { clock, scheduler } = setUp({ getClinic: () => Promise.resolve(answer) });
    const clinic = await clock.run(scheduler.getClinic());
    (answer as { name: string }).name = 'Changed';
    answer.services.pop();
    assert.deepEqual(clinic, fixture.clinic());
  });

  for (const adapter of [
    undefined,
    null,
    {},
    'x',
    {
      get name() {
        return assert.fail();
      },
    },
  ]) {
    it(`are no adapter at all (${typeof adapter === 'object' ? JSON.stringify(Object.keys(adapter ?? {})) : adapter})`, async () => {
      const clock = new VirtualClock();
      const scheduler = new Scheduler(adapter as never, { clock, locks: undefined });
      assert.equal(typeof scheduler.adapterName, 'string');
      const none = {
        holds: false,
        waitlist: false,
        consultations: false,
        photos: false,
        management: false,
        courses: false,
        touchUps: false,
      };
      assert.deepEqual(scheduler.capabilities(), none);
      assert.equal((await failure(clock, scheduler.getClinic())).code, 'invalid-config');
      const booked = await clock.run(scheduler.createBooking(draft(), { operationId: OPERATION }));
      assert.equal(refusal(booked), 'invalid-config');
      const held = await clock.run(scheduler.holdSlot(fixture.holdRequest(), { operationId: OPERATION }));
      assert.equal(refusal(held), 'not-supported');
    });
  }
});

describe('Scheduler.capabilities', () => {
  const all = {
    holds: true,
    waitlist: true,
    consultations: false,
    photos: false,
    management: false,
    courses: false,
    touchUps: false,
  };
  it('are those that the adapter declares', () => {
    assert.deepEqual(setUp().scheduler.capabilities(), all);
    const { scheduler } = setUp({ capabilities: { holds: false, waitlist: true } });
    assert.deepEqual(scheduler.capabilities(), { ...all, holds: false });
  });

  it('leave out what the clinic switches off, and can not add', () => {
    const { scheduler } = setUp({ capabilities: { holds: true, waitlist: false } });
    assert.deepEqual(scheduler.capabilities({ capabilities: { holds: false, waitlist: true } }), {
      ...all,
      holds: false,
      waitlist: false,
    });
  });

  it('leave out what the adapter has no methods for', () => {
    for (const method of ['holdSlot', 'extendHold', 'releaseHold'] as const) {
      assert.deepEqual(setUp({ [method]: undefined }).scheduler.capabilities(), { ...all, holds: false });
    }
    assert.deepEqual(setUp({ joinWaitlist: undefined } as never).scheduler.capabilities(), { ...all, waitlist: false });
  });
});

describe('Scheduler writes', () => {
  const outcomes: readonly [string, readonly unknown[], WriteOutcome<unknown>['status'], SmpErrorCode?][] = [
    ['an answer', [booking()], 'confirmed'],
    ['an answer after a lost one', [lost(), booking()], 'confirmed'],
    ['an answer after a server error', [new SmpError('unknown', '500', { retryable: true }), booking()], 'confirmed'],
    ['a refusal', [taken()], 'refused', 'slot-taken'],
    ['a refusal after a lost answer', [lost(), taken()], 'refused', 'slot-taken'],
    ['lost answers only', [lost()], 'unknown', 'network'],
    ['answers that can not be read', [{}], 'unknown', 'invalid-response'],
    ['answers that are odd, then good', [null, booking()], 'confirmed'],
    ['an untyped error', [new Error('?')], 'unknown', 'unknown'],
    ['an error that is not to be retried and says nothing', [new SmpError('unknown', '')], 'unknown', 'unknown'],
    ['a busy backend throughout', [new SmpError('rate-limited', '')], 'refused', 'rate-limited'],
    ['a busy backend after a lost answer', [lost(), new SmpError('rate-limited', '')], 'unknown', 'rate-limited'],
    ['a lost answer after a busy backend', [new SmpError('rate-limited', ''), lost()], 'unknown', 'network'],
    ['a closed door', [new SmpError('unauthorized', '')], 'refused', 'unauthorized'],
    ['a closed door after a lost answer', [lost(), new SmpError('unauthorized', '')], 'unknown', 'unauthorized'],
    ['a missing method after a lost answer', [lost(), new SmpError('not-supported', '')], 'unknown', 'not-supported'],
    ['a hold that ran out', [new SmpError('hold-expired', '')], 'refused', 'hold-expired'],
    ['a long wait', [new SmpError('rate-limited', '', { retryAfterMs: 60_000 })], 'refused', 'rate-limited'],
    [
      'a long wait after a lost answer',
      [lost(), new SmpError('rate-limited', '', { retryAfterMs: 60_000 })],
      'unknown',
      'rate-limited',
    ],
  ];
  for (const [name, answers, status, code] of outcomes) {
    it(`end as ${status} after ${name}`, async () => {
      const { method } = inTurn(...answers);
      const outcome = await setUp({ createBooking: method }).book();
      assert.equal(outcome.status, status);
      if (outcome.status !== 'confirmed') assert.equal(outcome.error.code, code);
    });
  }

  it('hand over the nearest times with a refusal', async () => {
    const outcome = await setUp({ createBooking: () => Promise.reject(taken()) }).book();
    assert.ok(outcome.status === 'refused');
    assert.deepEqual(outcome.error.alternatives, [slot(3)]);
  });

  it('stay unknown when they may have been sent before, until the backend decides', async () => {
    const busy = new SmpError('rate-limited', '');
    for (const [answer, status] of [
      [busy, 'unknown'],
      [new SmpError('unauthorized', ''), 'unknown'],
      [taken(), 'refused'],
      [booking(), 'confirmed'],
    ] as const) {
      const resumed = await setUp({ createBooking: inTurn(answer).method }).book({ resumed: true });
      assert.equal(resumed.status, status);
      // The same, known from this page's own earlier write.
      const { book } = setUp({ createBooking: inTurn(lost(), lost(), lost(), lost(), lost(), answer).method });
      assert.equal((await book()).status, 'unknown');
      assert.equal((await book()).status, status);
    }
  });

  it('are refused again once the backend has decided', async () => {
    const { method } = inTurn(lost(), lost(), lost(), lost(), lost(), taken(), new SmpError('rate-limited', ''));
    const { book } = setUp({ createBooking: method });
    assert.deepEqual([(await book()).status, (await book()).status], ['unknown', 'refused']);
    assert.equal(refusal(await book()), 'rate-limited');
  });

  it('keep one operation id for all tries', async () => {
    const { method, calls } = inTurn(lost(), lost(), lost(), lost(), booking());
    await setUp({ createBooking: method }).book();
    assert.deepEqual(
      calls.map(([, options]) => (options as WriteOptions).operationId),
      Array(5).fill(OPERATION),
    );
  });

  it('tell before each further try', async () => {
    const { method } = inTurn(lost(), new SmpError('rate-limited', '', { retryAfterMs: 2_000 }), booking());
    const infos: unknown[] = [];
    await setUp({ createBooking: method }).book({ onRetry: (info) => infos.push(info) });
    assert.deepEqual(infos, [{ attempt: 1 }, { attempt: 2, retryAfterMs: 2_000 }]);
  });

  it('are not stopped by listeners that throw', async () => {
    const { method } = inTurn(lost(), booking());
    const { book } = setUp({ createBooking: method }, { onDiagnostic: () => assert.fail() });
    assert.equal((await book({ onRetry: () => assert.fail() })).status, 'confirmed');
  });

  it('are refused unsent when what is to be sent is wrong', async () => {
    const { method, calls } = inTurn(booking());
    const { book } = setUp({ createBooking: method });
    const wrong: readonly [BookingDraft, string][] = [
      [{ ...draft(), contact: { name: '  ', email: 'a@b.co' } }, '/contact/name'],
      [{ ...draft(), contact: { name: 'A', email: 'nonsense' } }, '/contact/email'],
      [{ ...draft(), note: 'x'.repeat(1_001) }, '/note'],
      [{ ...draft(), slotId: '' }, '/slotId'],
    ];
    for (const [what, pointer] of wrong) {
      const outcome = await book({}, what);
      assert.equal(refusal(outcome), 'validation');
      assert.ok(outcome.status === 'refused');
      assert.deepEqual(
        outcome.error.issues?.map((issue) => issue.pointer),
        [pointer],
      );
    }
    for (const what of [null, 7, Object.defineProperty({}, 'service', { get: () => assert.fail() })]) {
      assert.equal(refusal(await book({}, what as never)), 'validation');
    }
    assert.equal(calls.length, 0);
  });

  it('are refused unsent with an operation id that no backend takes', async () => {
    const { method, calls } = inTurn(booking());
    const { clock, scheduler, book } = setUp({ createBooking: method });
    for (const operationId of ['', 'short', 'a'.repeat(65), 'with space with space', undefined]) {
      assert.equal(refusal(await book({ operationId } as never)), 'invalid-config');
    }
    assert.equal((await clock.run(scheduler.createBooking(draft(), undefined as never))).status, 'refused');
    assert.equal(calls.length, 0);
  });

  it('heed a signal only until they are sent', async () => {
    const controller = new AbortController();
    const { method, calls } = inTurn(lost(), booking());
    const { book } = setUp({
      createBooking: (...args) => {
        controller.abort();
        return method(...args);
      },
    });
    assert.equal((await book({ signal: controller.signal })).status, 'confirmed');
    assert.equal(calls.length, 2);
    assert.equal(refusal(await book({ signal: controller.signal })), 'aborted');
    assert.equal(calls.length, 2);
  });

  it('are one write when asked for twice at a time', async () => {
    const { method, calls } = inTurn(lost(), booking());
    const { clock, scheduler } = setUp({ createBooking: method });
    const once = (): Promise<WriteOutcome<unknown>> => scheduler.createBooking(draft(), { operationId: OPERATION });
    const [first, second] = await clock.run(Promise.all([once(), once()]));
    assert.equal(first, second);
    assert.equal(calls.length, 2);
    await clock.run(once());
    assert.equal(calls.length, 3);
  });

  it('of other content are not taken for the same', async () => {
    const { method, calls } = inTurn(booking());
    const { clock, scheduler } = setUp({ createBooking: method });
    const send = (note: string) => scheduler.createBooking({ ...draft(), note }, { operationId: OPERATION });
    await clock.run(Promise.all([send('one'), send('two')]));
    assert.equal(calls.length, 2);
  });

  it('confirm with nothing where there is nothing to say', async () => {
    const { clock, scheduler } = setUp({ joinWaitlist: () => Promise.resolve('whatever' as never) });
    const joined = scheduler.joinWaitlist(fixture.waitlistRequest(), { operationId: OPERATION });
    assert.deepEqual(await clock.run(joined), { status: 'confirmed', value: undefined });
  });

  it('hold and prolong', async () => {
    const { clock, scheduler } = setUp();
    const held = await clock.run(scheduler.holdSlot(fixture.holdRequest(), { operationId: OPERATION }));
    assert.deepEqual(held, { status: 'confirmed', value: hold() });
    const proof = { holdId: 'hold-1', holdToken: 'token-1' };
    assert.equal((await clock.run(scheduler.extendHold(proof, { operationId: OPERATION }))).status, 'confirmed');
  });

  it('never reject, whatever the adapter does', async () => {
    const { clock, scheduler } = setUp({
      holdSlot: () => {
        throw Symbol('sync') as unknown as Error;
      },
      extendHold: never,
      createBooking: () => fixture.rejection(Object.create(null)),
      joinWaitlist: (() => undefined) as never,
    });
    const options = { operationId: OPERATION };
    const all = await clock.run(
      Promise.all([
        scheduler.holdSlot(fixture.holdRequest(), options),
        scheduler.extendHold({ holdId: 'a', holdToken: 'b' }, options),
        scheduler.createBooking(draft(), options),
        scheduler.joinWaitlist(fixture.waitlistRequest(), options),
      ]),
    );
    assert.deepEqual(
      all.map(({ status }) => status),
      ['unknown', 'unknown', 'unknown', 'confirmed'],
    );
  });
});

describe('Scheduler.releaseHold', () => {
  const proof = { holdId: 'hold-1', holdToken: 'token-1' };

  it('sends before it returns, for a page that is being left', () => {
    const { method, calls } = inTurn(undefined);
    void setUp({ releaseHold: method }).scheduler.releaseHold(proof);
    assert.deepEqual(calls[0]?.[0], proof);
  });

  it('resolves whatever comes of it', async () => {
    for (const releaseHold of [never, () => Promise.reject(lost()), () => assert.fail(), undefined]) {
      const { clock, scheduler } = setUp({ releaseHold } as never);
      assert.equal(await clock.run(scheduler.releaseHold(proof)), undefined);
    }
    const { clock, scheduler } = setUp();
    assert.equal(await clock.run(scheduler.releaseHold(undefined as never)), undefined);
  });
});
