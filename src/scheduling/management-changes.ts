import { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import type { ManagedBooking } from '../domain/managed-booking.js';
import { readManaged } from './management.js';
import type { ScheduledWriteOptions, Scheduler, WriteKind } from './scheduler.js';
import type { WriteOutcome } from './write-outcome.js';

const RESCHEDULE: WriteKind<RescheduleRequest, ManagedBooking> = {
  method: 'reschedule',
  schema: RescheduleRequest,
  read: readManaged,
};
const CANCEL: WriteKind<CancelRequest, ManagedBooking> = { method: 'cancel', schema: CancelRequest, read: readManaged };

/** Moves sessions to other times: all or none. */
export function reschedule(
  scheduler: Scheduler,
  request: RescheduleRequest,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<ManagedBooking>> {
  return scheduler.write(RESCHEDULE, request, options);
}

/** Cancels sessions: all or none. */
export function cancel(
  scheduler: Scheduler,
  request: CancelRequest,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<ManagedBooking>> {
  return scheduler.write(CANCEL, request, options);
}
