import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SMP_ERROR_CODES, isSmpError } from '../../src/domain/errors.js';
import type { Clock } from '../../src/scheduling/clock.js';
import { Scheduler } from '../../src/scheduling/scheduler.js';
import * as fixture from './support/fixture.js';
import { seededRandom } from './support/random.js';

const PAYLOADS = 100_000;
const SEED = Number(process.env['PAYLOAD_SEED'] ?? 1);
const METHODS = ['getClinic', 'listSlots', 'holdSlot', 'createBooking'] as const;
type Method = (typeof METHODS)[number];

const SLOTS = Array.from({ length: 300 }, () => Object.freeze(fixture.slot(1)));
/** No answer takes time here, so nothing ever times out. */
const CLOCK: Clock = { now: () => 0, sleep: () => new Promise(() => undefined) };

/** Things that no backend should send, to be put in the place of what it should. */
const ODDITIES: readonly ((random: () => number) => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => -1,
  () => 1e308,
  () => '',
  () => 'x'.repeat(3_000),
  () => '\u202e\ud800<img src=x onerror=alert(1)>\0',
  () => '2026-02-30',
  () => '2026-12-01T25:00:00+99:99',
  () => [],
  () => ({}),
  () => Symbol('odd'),
  () => 10n,
  () => () => 'odd',
  () => new Date(Number.NaN),
  () => new Map([['id', 1]]),
  (): unknown => Object.create(null),
  () => Object.freeze(['frozen']),
  () => new Proxy({}, { get: () => assert.fail('trap'), ownKeys: () => assert.fail('trap') }),
  () =>
    Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw null as unknown as Error;
      },
    }),
  (): unknown => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => new Array<unknown>(6_000),
  (random) => SLOTS.slice(0, Math.floor(random() * SLOTS.length)),
];

const VALID: Readonly<Record<Method, () => unknown>> = {
  getClinic: fixture.clinic,
  listSlots: () => fixture.page([fixture.slot(1), fixture.slot(2)]),
  holdSlot: fixture.hold,
  createBooking: fixture.booking,
};

type Node = Record<PropertyKey, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** A good answer with one to three places of it spoiled. */
function spoiled(method: Method, random: () => number): unknown {
  const oddity = (): unknown => ODDITIES[Math.floor(random() * ODDITIES.length)]?.(random);
  const root: Node = { answer: VALID[method]() };
  for (let times = Math.ceil(random() * 3); times > 0; times--) {
    let node = root;
    let key: PropertyKey = 'answer';
    while (random() < 0.7) {
      const [place, at] = [node, key];
      const below: unknown = safely((): unknown => place[at]);
      if (!isNode(below)) break;
      const keys: readonly PropertyKey[] = safely(() => Reflect.ownKeys(below)) ?? [];
      if (keys.length === 0) break;
      node = below;
      key = keys[Math.floor(random() * keys.length)] ?? key;
    }
    const last = key;
    safely(() => {
      if (random() < 0.15) Reflect.deleteProperty(node, last);
      else if (random() < 0.1) node[String(random())] = oddity();
      else node[last] = oddity();
    });
  }
  return root['answer'];
}

function safely<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Sends one answer or error through a Scheduler. @throws AssertionError unless it ends typed */
async function outcomeOf(method: Method, answer: () => unknown): Promise<string> {
  // `then` of an answer may itself throw, which is part of what is tried.
  const adapter = fixture.adapterWith({ [method]: answer });
  const scheduler = new Scheduler(adapter, { tries: 1, clock: CLOCK, locks: undefined });
  const options = { operationId: fixture.OPERATION };
  if (method === 'holdSlot' || method === 'createBooking') {
    const outcome = await (method === 'holdSlot'
      ? scheduler.holdSlot(fixture.holdRequest(), options)
      : scheduler.createBooking(fixture.draft(), options));
    if (outcome.status === 'confirmed') return check(method, outcome.value);
    return checkError(outcome.error);
  }
  return (method === 'getClinic' ? scheduler.getClinic() : scheduler.listSlots({ service: 'consultation' })).then(
    (value) => check(method, value),
    checkError,
  );
}

/** What gets through is plain data of the right shape. */
function check(method: Method, value: unknown): string {
  const text = JSON.stringify(value);
  assert.deepEqual(structuredClone(value), value, method);
  assert.ok(text.length < 1_500_000 && !text.includes('polluted'), text.slice(0, 200));
  return 'fine';
}

function checkError(error: unknown): string {
  assert.ok(isSmpError(error), String(error));
  assert.ok(SMP_ERROR_CODES.includes(error.code));
  return error.code;
}

describe(`${PAYLOADS.toLocaleString('en')} malformed answers`, () => {
  it('always end as a typed error, never as another', async (context) => {
    const uncaught: unknown[] = [];
    const listener = (reason: unknown): void => void uncaught.push(reason);
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
      process.on(event, listener);
      context.after(() => process.off(event, listener));
    }
    const traceLimit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    context.after(() => (Error.stackTraceLimit = traceLimit));

    const counts = new Map<string, number>();
    const anything = fc.sample(
      fc.oneof(
        fc.anything({
          withNullPrototype: true,
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSparseArray: true,
        }),
        fc.jsonValue(),
      ),
      { numRuns: PAYLOADS / 10, seed: SEED },
    );
    for (let n = 0; n < PAYLOADS; n++) {
      const random = seededRandom(SEED * PAYLOADS + n);
      const method = METHODS[n % METHODS.length] ?? 'getClinic';
      const made = n % 10 === 9 ? anything[(n - 9) / 10] : spoiled(method, random);
      const way = random();
      const answer = (): unknown => {
        if (way < 0.05) throw made;
        return way < 0.15 ? fixture.rejection(made) : Promise.resolve(made);
      };
      const outcome = await outcomeOf(method, answer).catch((error: unknown) => {
        throw new Error(`payload ${n} of seed ${SEED} (${method})`, { cause: error });
      });
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    await new Promise((resolve) => setImmediate(resolve));
    context.diagnostic(JSON.stringify(Object.fromEntries(counts)));
    assert.deepEqual(uncaught, []);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    // Most have to be bad, or nothing was tried; some have to be good, or nothing gets through at all.
    assert.ok((counts.get('invalid-response') ?? 0) > PAYLOADS * 0.5);
    assert.ok((counts.get('fine') ?? 0) > PAYLOADS * 0.01);
  });
});
