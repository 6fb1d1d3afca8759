import type { RequestOptions } from '../adapters/adapter.js';
import { CancelRequest, ManagedBooking, ManageToken, RescheduleRequest } from '../domain/managed-booking.js';
import { checked } from './answer.js';
import { reader } from './scheduler.js';
import type { ScheduledWriteOptions, Scheduler, WriteKind } from './scheduler.js';
import type { WriteOutcome } from './write-outcome.js';

// What a Scheduler does for a booking that stands, apart from it: a page that only books loads none of this.

const read = reader(ManagedBooking, 'The managed booking');
const RESCHEDULE: WriteKind<RescheduleRequest, ManagedBooking> = {
  method: 'reschedule',
  schema: RescheduleRequest,
  read,
};
const CANCEL: WriteKind<CancelRequest, ManagedBooking> = { method: 'cancel', schema: CancelRequest, read };

/** What a manage token opens. @throws SmpError, `unauthorized` for any token that opens nothing */
export async function getBooking(
  scheduler: Scheduler,
  token: string,
  options?: RequestOptions,
): Promise<ManagedBooking> {
  return scheduler.read('getBooking', checked(ManageToken, token, 'validation', 'The token'), read, options);
}

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
