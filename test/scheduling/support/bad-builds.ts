import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { newOperationId } from '../../../src/scheduling/operation.js';
import type { FaultScheduleOptions } from './fault-schedule.js';

/** Builds that lack one of the guards, to show that the harness would notice. */
export const BUILDS = {
  sound: {},
  /** A server to which each request is a new one, and that books without asking whose hold it is. */
  'forgetful server': {
    server: (backend: SchedulingAdapter): SchedulingAdapter => ({
      ...backend,
      createBooking: async ({ hold, ...draft }, { operationId: _, ...options }) => {
        if (hold) await backend.releaseHold?.(hold, { ...options, operationId: newOperationId() });
        return backend.createBooking(draft, { ...options, operationId: newOperationId() });
      },
    }),
  },
  /** A client that names each try anew. */
  'careless client': {
    client: (connection: SchedulingAdapter): SchedulingAdapter => ({
      ...connection,
      createBooking: ({ hold: _, ...draft }, options) =>
        connection.createBooking(draft, { ...options, operationId: newOperationId() }),
    }),
  },
} satisfies Readonly<Record<string, FaultScheduleOptions>>;
export type Build = keyof typeof BUILDS;
