import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SmpError, type SmpErrorCode } from '../../src/domain/errors.js';
import { canonicalText, digest } from '../../src/scheduling/digest.js';
import { isOperationId, newOperationId, OperationLog, type OperationStorage } from '../../src/scheduling/operation.js';
import type { WriteOutcome } from '../../src/scheduling/write-outcome.js';

class FakeStorage implements OperationStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22);

/** A log and the things around it; `reload()` gives what a fresh page would have. */
function setUp(storage: () => OperationStorage | null | undefined) {
  const time = { now: START };
  const reload = (clinic = 'clinic'): OperationLog => new OperationLog({ clinic, now: () => time.now, storage });
  return { time, reload, log: reload() };
}

describe('newOperationId', () => {
  it('makes ids that a backend accepts, each its own', () => {
    const ids = Array.from({ length: 1_000 }, newOperationId);
    assert.ok(ids.every(isOperationId));
    assert.equal(new Set(ids).size, 1_000);
  });

  it('does without randomUUID, which http pages lack', (context) => {
    context.mock.method(globalThis.crypto, 'randomUUID', () => assert.fail('called'));
    assert.ok(isOperationId(newOperationId()));
  });
});

describe('digest', () => {
  it('is the same for the same content in any order of keys', () => {
    assert.equal(digest({ a: 1, b: { c: [1, 2], d: undefined } }), digest({ b: { c: [1, 2] }, a: 1 }));
  });

  it('differs where the canonical text differs', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value);
        const known = seen.get(digest(value));
        assert.ok(known === undefined || known === text);
        seen.set(digest(value), text);
      }),
      { numRuns: 10_000, seed: 2 },
    );
    assert.ok(seen.size > 3_000);
  });

  it('writes canonical text that means the same as the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.deepEqual(JSON.parse(canonicalText(value)), JSON.parse(JSON.stringify(value)));
      }),
      { seed: 3 },
    );
  });
});

describe('OperationLog', () => {
  it('keeps the id of what this page has sent, though another page of the site has settled it meanwhile', () => {
    const storage = new FakeStorage();
    const { log, reload } = setUp(() => storage);
    const sent = log.begin('booking', { slotId: 'a' });
    const other = reload();
    assert.equal(other.idFor('booking', { slotId: 'a' }), sent.operationId);
    other.settle('booking', sent.operationId);
    assert.equal(storage.items.size, 0, 'control: nobody else knows of it');

    // Back from the browser's cache, this page asks what became of it.
    assert.deepEqual(log.begin('booking', { slotId: 'a' }), sent);
    log.settle('booking', sent.operationId);
    assert.notEqual(log.idFor('booking', { slotId: 'a' }), sent.operationId, 'it is settled for good');
  });

  it('keeps such an id no longer than a backend does', () => {
    const storage = new FakeStorage();
    const { log, reload, time } = setUp(() => storage);
    const sent = log.idFor('booking', { slotId: 'a' });
    reload().settle('booking');
    time.now += 24 * HOUR;
    assert.notEqual(log.idFor('booking', { slotId: 'a' }), sent);
  });

  it('gives the same id for the same content until it is settled', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    const first = log.idFor('booking', { slotId: 'a' });
    assert.equal(log.idFor('booking', { slotId: 'a' }), first);
    log.settle('booking');
    assert.notEqual(log.idFor('booking', { slotId: 'a' }), first);
  });

  it('gives other ids for other content and other kinds', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    const ids = [log.idFor('booking', 1), log.idFor('booking', 2), log.idFor('hold', 1)];
    assert.equal(new Set(ids).size, 3);
  });

  it('comes back to the id of content that was sent before another and never settled', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    const first = log.idFor('hold', 'nine');
    const second = log.idFor('hold', 'ten');
    log.settle('hold', second);
    assert.equal(log.idFor('hold', 'nine'), first);
  });

  it('concludes an operation only when the backend has decided', () => {
    const { log } = setUp(() => undefined);
    const error = (code: SmpErrorCode): SmpError => new SmpError(code, '');
    const open: readonly WriteOutcome<unknown>[] = [
      { status: 'unknown', error: error('network') },
      { status: 'unknown', error: error('rate-limited') },
      { status: 'refused', error: error('rate-limited') },
      { status: 'refused', error: error('unauthorized') },
      { status: 'refused', error: error('not-supported') },
      { status: 'refused', error: error('aborted') },
    ];
    const decided: readonly WriteOutcome<unknown>[] = [
      { status: 'confirmed', value: undefined },
      { status: 'refused', error: error('slot-taken') },
      { status: 'refused', error: error('hold-expired') },
      { status: 'refused', error: error('validation') },
      { status: 'refused', error: error('not-found') },
    ];
    const id = log.idFor('booking', 'a');
    for (const outcome of open) {
      log.conclude('booking', id, outcome);
      assert.equal(log.idFor('booking', 'a'), id);
    }
    for (const outcome of decided) {
      const before = log.idFor('booking', 'a');
      log.conclude('booking', before, outcome);
      assert.notEqual(log.idFor('booking', 'a'), before);
    }
  });

  it('knows an operation again after a reload, with the time it was begun', () => {
    const storage = new FakeStorage();
    const { log, reload, time } = setUp(() => storage);
    const before = log.begin('booking', { slotId: 'a' });
    assert.deepEqual(before, { operationId: before.operationId, resumed: false, begunAt: START });
    assert.deepEqual(log.begin('booking', { slotId: 'a' }), before);
    time.now += HOUR;
    assert.deepEqual(reload().begin('booking', { slotId: 'a' }), { ...before, resumed: true });
  });

  it('shares storage with other logs of the clinic on the page', () => {
    const storage = new FakeStorage();
    const { log, reload } = setUp(() => storage);
    const other = reload();
    const id = log.idFor('booking', 'a');
    assert.equal(other.idFor('booking', 'a'), id);
    other.settle('booking');
    assert.notEqual(reload().idFor('booking', 'a'), id);
  });

  it('keeps clinics apart', () => {
    const storage = new FakeStorage();
    const { log, reload } = setUp(() => storage);
    assert.notEqual(reload('other').idFor('booking', 'a'), log.idFor('booking', 'a'));
  });

  it('forgets after 24 hours, and when the clock was set back by more', () => {
    for (const jump of [24 * HOUR, -24 * HOUR, 10 * 365 * 24 * HOUR]) {
      const storage = new FakeStorage();
      const { log, time } = setUp(() => storage);
      const id = log.idFor('booking', 'a');
      time.now += Math.sign(jump) * 23 * HOUR;
      assert.equal(log.idFor('booking', 'a'), id);
      time.now = START + jump;
      assert.notEqual(log.idFor('booking', 'a'), id);
    }
  });

  it('stores nothing of the content', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    log.idFor('booking', { name: 'Ada Example', email: 'ada@example.org', note: 'scar' });
    assert.equal(storage.items.size, 1);
    const text = [...storage.items].flat().join();
    for (const word of ['Ada', 'ada@', 'example.org', 'scar']) assert.ok(!text.includes(word));
  });

  it('leaves nothing behind once all is settled', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    log.idFor('booking', 'a');
    log.settle('booking');
    assert.equal(storage.items.size, 0);
  });

  it('keeps a bounded number of operations', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    for (let i = 0; i < 200; i++) log.idFor('hold', i);
    assert.ok([...storage.items.values()].join().length < 5_000);
    assert.equal(log.idFor('hold', 199), log.idFor('hold', 199));
  });

  const deaf = Object.assign(new FakeStorage(), { setItem: () => undefined });
  const broken: Readonly<Record<string, () => OperationStorage | null | undefined>> = {
    'a getter that throws': () => {
      throw new DOMException('denied', 'SecurityError');
    },
    'no storage': () => null,
    'no room': () =>
      Object.assign(new FakeStorage(), {
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    'a storage that keeps nothing': () => deaf,
    'methods that throw': () => ({
      getItem: () => assert.fail('broken'),
      setItem: () => assert.fail('broken'),
      removeItem: () => assert.fail('broken'),
    }),
  };
  for (const [name, storage] of Object.entries(broken)) {
    it(`works from memory with ${name}`, () => {
      const { log } = setUp(storage);
      const id = log.idFor('booking', 'a');
      assert.equal(log.idFor('booking', 'a'), id);
      assert.notEqual(log.idFor('booking', 'b'), id);
      log.settle('booking');
      assert.notEqual(log.idFor('booking', 'a'), id);
    });
  }

  it('does not come back to a stale store once it can no longer be written', () => {
    const storage = new FakeStorage();
    const { log } = setUp(() => storage);
    const id = log.idFor('booking', 'a');
    storage.removeItem = () => assert.fail('full');
    log.settle('booking');
    assert.notEqual(log.idFor('booking', 'a'), id);
  });

  it('takes any text found in the store for no operations at worst', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('null', '[]', '[null]', '[{"id":"short","kind":"booking"}]', '{"__proto__":[]}'),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const storage = new FakeStorage();
        storage.getItem = () => text;
        const { log } = setUp(() => storage);
        assert.ok(isOperationId(log.idFor('booking', 'a')));
        log.settle('booking');
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
