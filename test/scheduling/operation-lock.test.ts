import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserLocks, type OperationLocks } from '../../src/scheduling/operation-lock.js';
import { Scheduler } from '../../src/scheduling/scheduler.js';
import { OPERATION, adapterWith, booking, draft } from './support/fixture.js';
import { VirtualClock } from './support/virtual-clock.js';

/** Locks as browsers have them, shared by all tabs of an origin. */
class FakeLocks implements OperationLocks {
  readonly held = new Map<string, Promise<unknown>>();

  async request<T>(name: string, { signal }: { signal: AbortSignal }, callback: () => Promise<T>): Promise<T> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
    for (let holder = this.held.get(name); holder; holder = this.held.get(name)) await Promise.race([holder, aborted]);
    const work = callback();
    const released = work.finally(() => this.held.delete(name));
    this.held.set(name, released);
    return released;
  }
}

/** Two tabs that send to one backend, which counts how many requests it has at a time. */
function twoTabs(locks: OperationLocks | undefined) {
  const clock = new VirtualClock();
  let atOnce = 0;
  let most = 0;
  let sent = 0;
  const adapter = adapterWith({
    createBooking: async () => {
      sent++;
      most = Math.max(most, ++atOnce);
      await clock.sleep(1_000);
      atOnce--;
      return booking();
    },
  });
  const tab = () => new Scheduler(adapter, { clock, locks });
  const send = (operationId = OPERATION) => tab().createBooking(draft(), { operationId });
  return { clock, send, counts: () => ({ most, sent }) };
}

describe('operation locks', () => {
  it('keep two tabs from sending one operation at a time', async () => {
    const { clock, send, counts } = twoTabs(new FakeLocks());
    const outcomes = await clock.run(Promise.all([send(), send()]));
    assert.ok(outcomes.every(({ status }) => status === 'confirmed'));
    assert.deepEqual(counts(), { most: 1, sent: 2 });
  });

  it('would not without locks (control)', async () => {
    const { clock, send, counts } = twoTabs(undefined);
    await clock.run(Promise.all([send(), send()]));
    assert.deepEqual(counts(), { most: 2, sent: 2 });
  });

  it('let different operations go side by side', async () => {
    const { clock, send, counts } = twoTabs(new FakeLocks());
    await clock.run(Promise.all([send(), send('another-operation')]));
    assert.deepEqual(counts(), { most: 2, sent: 2 });
  });

  it('are not waited for longer than one try takes', async () => {
    const locks = new FakeLocks();
    locks.held.set(`smp-widgets/operation/${OPERATION}`, new Promise(() => undefined));
    const { clock, send, counts } = twoTabs(locks);
    assert.equal((await clock.run(send())).status, 'confirmed');
    assert.equal(clock.now(), 11_000);
    assert.equal(counts().sent, 1);
    assert.equal(clock.waiting, 0);
  });

  const broken: Readonly<Record<string, OperationLocks>> = {
    'reject, as in a sandboxed frame': { request: () => Promise.reject(new DOMException('no', 'SecurityError')) },
    throw: {
      request: () => {
        throw new TypeError('no');
      },
    },
    'never grant': {
      request: (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    },
    'grant and then reject': {
      request: async (_, __, callback) => {
        await callback();
        throw new Error('late');
      },
    },
    'are no locks': {} as OperationLocks,
  };
  for (const [name, locks] of Object.entries(broken)) {
    it(`that ${name} do not keep a booking from being sent once`, async () => {
      const { clock, send, counts } = twoTabs(locks);
      assert.equal((await clock.run(send())).status, 'confirmed');
      assert.equal(counts().sent, 1);
      assert.equal(clock.waiting, 0);
    });
  }
});

describe('browserLocks', () => {
  const withNavigator = (navigator: PropertyDescriptor, test: () => void): void => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { configurable: true, ...navigator });
    try {
      test();
    } finally {
      delete (globalThis as { navigator?: unknown }).navigator;
      if (before) Object.defineProperty(globalThis, 'navigator', before);
    }
  };

  it('are the locks of the page, where there are any', () => {
    const locks = new FakeLocks();
    withNavigator({ value: { locks } }, () => assert.equal(browserLocks(), locks));
    withNavigator({ value: {} }, () => assert.equal(browserLocks(), undefined));
    withNavigator({ value: undefined }, () => assert.equal(browserLocks(), undefined));
    withNavigator({ get: () => assert.fail('no') }, () => assert.equal(browserLocks(), undefined));
  });

  it('are what a Scheduler uses unless told otherwise', async () => {
    const locks = new FakeLocks();
    const asked: string[] = [];
    locks.request = (name, _, callback) => {
      asked.push(name);
      return callback();
    };
    let scheduler: Scheduler | undefined;
    withNavigator({ value: { locks } }, () => (scheduler = new Scheduler(adapterWith())));
    await scheduler?.createBooking(draft(), { operationId: OPERATION });
    assert.deepEqual(asked, [`smp-widgets/operation/${OPERATION}`]);
  });
});
