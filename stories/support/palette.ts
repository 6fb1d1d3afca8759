import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';

/** What a clinic offers. */
const design = {
  shades: [
    { id: 'ash', colour: '#6b6a6c', name: 'Ash' },
    { id: 'coal', colour: '#2c2b2e', name: 'Coal' },
  ],
  presets: [{ id: 'house', name: 'House style', design: { shape: 'mature-receded', edge: 'medium', shade: 'ash' } }],
  start: { shape: 'round', density: 40, shade: 'ash' },
  shapes: ['natural-rounded', 'mature-receded', 'round'],
  edges: ['soft-broken', 'medium'],
  densities: { full: 95 },
};

/** The same backend, of a clinic with a palette of its own. */
export function withPalette(adapter: MemoryAdapter): SchedulingAdapter {
  return { ...adapter, getClinic: async (options) => ({ ...(await adapter.getClinic(options)), design }) };
}
