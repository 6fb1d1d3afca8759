import type { SchedulingAdapter } from '../adapters/adapter.js';
import { OperationLog } from '../scheduling/operation.js';
import type { OperationLogOptions } from '../scheduling/operation.js';
import { Scheduler } from '../scheduling/scheduler.js';
import type { SchedulerOptions } from '../scheduling/scheduler.js';

/** A clinic's backend, guarded, with the memory of what was sent to it. */
export interface ClinicBackend {
  readonly scheduler: Scheduler;
  readonly operations: OperationLog;
}

/** Guards an adapter. */
export function clinicBackend(
  adapter: SchedulingAdapter,
  log: OperationLogOptions,
  options: SchedulerOptions,
): ClinicBackend {
  return { scheduler: new Scheduler(adapter, options), operations: new OperationLog(log) };
}
