import { describe, it } from 'node:test';
import { memoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import type { AdapterHarness } from '../../src/testing/harness.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

function open(options: MemoryAdapterOptions = {}): Promise<AdapterHarness> {
  let now = NOW;
  const adapter = memoryAdapter({ now: () => (now += 1), ...options });
  return Promise.resolve({
    adapter,
    expireHolds: () => {
      now += 11 * 60_000;
      return Promise.resolve();
    },
  });
}

adapterSuite({ describe, it }, 'memory', () => open());
