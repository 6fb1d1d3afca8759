import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemClock } from '../../src/scheduling/clock.js';

describe('systemClock', () => {
  it('sleeps as long as asked and never runs back', async () => {
    const before = systemClock.now();
    await systemClock.sleep(20);
    assert.ok(systemClock.now() - before >= 15);
  });

  it('wakes at once when aborted, and leaves no timer behind', async (context) => {
    const cleared = context.mock.method(globalThis, 'clearTimeout');
    await systemClock.sleep(3_600_000, AbortSignal.abort());
    const later = new AbortController();
    const sleeping = systemClock.sleep(3_600_000, later.signal);
    later.abort();
    await sleeping;
    assert.equal(cleared.mock.callCount(), 1);
  });

  it('leaves no listener on a signal that lives on', async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    const sleeping = systemClock.sleep(1, signal);
    assert.equal(listeners.size, 1);
    await sleeping;
    assert.equal(listeners.size, 0);
  });
});
