import { memoryAdapter } from '../../src/adapters/memory.js';
import type { MemoryAdapter, MemoryAdapterOptions } from '../../src/adapters/memory.js';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import { SmpError } from '../../src/domain/errors.js';
import type { HoldRequest } from '../../src/domain/hold.js';
import type { StoryClinic } from './fake-clinics.js';
import { storyNow } from './story-time.js';

const DAY = 86_400_000;
/** The methods that only read. */
const READS: readonly string[] = ['getClinic', 'listSlots', 'getBooking'];

/** The backend is asked too much, and says for how long it answers nobody: longer than a page waits. */
const overrun = () => new SmpError('rate-limited', 'Too many requests', { retryAfterMs: 120_000 });

const isRead = ({ method }: { readonly method: string }): boolean => READS.includes(method);

/** How the way to the clinic's backend may be, and what it has to offer, by name. */
export const networks = {
  instant: { title: 'Instant', options: () => ({}) },
  slow: { title: 'Slow: one to three seconds', options: () => ({ latencyMs: [1000, 3000] }) },
  waiting: { title: 'No answer', options: () => ({ faults: () => ({ kind: 'hang' }) }) },
  failing: {
    title: 'Reads, but takes no bookings',
    options: () => ({
      faults: (call) => (isRead(call) ? undefined : { kind: 'refuse', error: overrun() }),
    }),
  },
  lost: {
    title: 'Writes, but answers are lost',
    options: () => ({ faults: (call) => (isRead(call) ? undefined : { kind: 'lose' }) }),
  },
  offline: {
    title: 'Offline',
    options: () => ({ faults: () => ({ kind: 'refuse', error: new SmpError('network', 'Nothing is reached') }) }),
  },
  'fully-booked': {
    title: 'Fully booked',
    options: ({ begins, options: { clinic } }) => ({
      busy: clinic.practitioners.map(({ id }) => ({
        practitioner: id,
        start: begins - DAY,
        end: begins + 200 * DAY,
      })),
    }),
  },
} as const satisfies Record<
  string,
  { readonly title: string; readonly options: (clinic: StoryClinic) => MemoryAdapterOptions }
>;

/** The name of one of {@link networks}. */
export type NetworkName = keyof typeof networks;

/** The backend of a story: the SDK's own memory adapter, set in a clinic and a network. */
export interface StoryBackend {
  readonly adapter: MemoryAdapter;
  /** From here on the network is as it was asked for; before, a story may prepare what has gone before. */
  begin(): void;
}

/** Makes the backend of a story. */
export function storyBackend(clinic: StoryClinic, network: NetworkName): StoryBackend {
  const options: MemoryAdapterOptions = networks[network].options(clinic);
  let begun = false;
  const adapter = memoryAdapter({
    ...clinic.options,
    ...options,
    now: storyNow,
    faults: (call) => (begun ? options.faults?.(call) : undefined),
  });
  return {
    adapter,
    begin: () => {
      begun = true;
    },
  };
}

/** The same backend, on which somebody else takes the first time that a visitor wants a moment before. */
export function withRival(adapter: MemoryAdapter): SchedulingAdapter {
  let came = false;
  return {
    ...adapter,
    holdSlot: async (request, options) => {
      if (!came) {
        came = true;
        await bookAll(adapter, request);
      }
      if (!adapter.holdSlot) throw new SmpError('not-supported', 'This backend holds no times');
      return adapter.holdSlot(request, options);
    },
  };
}

/** The same backend, without a way to hold times. */
export function withoutHolds({
  holdSlot: _hold,
  extendHold: _extend,
  releaseHold: _release,
  ...rest
}: MemoryAdapter): SchedulingAdapter {
  return { ...rest, capabilities: { ...rest.capabilities, holds: false } };
}

/** Books a time with everybody who could take it. */
async function bookAll(adapter: MemoryAdapter, { service, slotId }: HoldRequest): Promise<void> {
  const { slots } = await adapter.listSlots({ service });
  const wanted = slots.find(({ id }) => id === slotId);
  for (const { id } of slots.filter(({ start }) => start === wanted?.start)) {
    const contact = { name: 'Somebody Quicker', email: 'quicker@example.com' };
    await adapter
      .createBooking({ service, slotId: id, contact, consents: [] }, { operationId: crypto.randomUUID() })
      .catch(() => undefined);
  }
}
