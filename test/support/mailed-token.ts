import type { MemoryAdapter } from '../../src/adapters/memory.js';

/** The touch-up token that a real backend would have mailed to somebody. */
export const mailedToken =
  ({ state }: Pick<MemoryAdapter, 'state'>) =>
  (email: string): Promise<string> =>
    Promise.resolve(state.touchUps.find(({ contact }) => contact.email === email)?.token ?? 'none');
