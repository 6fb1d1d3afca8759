import type { RequestOptions } from '../adapters/adapter.js';
import { TouchUpPlan, TouchUpRequest, TouchUpStop, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import { ManageToken } from '../domain/managed-booking.js';
import { checked } from './answer.js';
import { reader, readNothing } from './scheduler.js';
import type { ScheduledWriteOptions, Scheduler, WriteKind } from './scheduler.js';
import type { WriteOutcome } from './write-outcome.js';

// What a Scheduler does for touch-up reminders, apart from it: a page that only books loads none of this.

const readPlan = reader(TouchUpPlan, 'The touch-up plan');
const SIGN_UP: WriteKind<TouchUpRequest, undefined> = {
  method: 'signUpForTouchUps',
  schema: TouchUpRequest,
  read: readNothing,
};
const UPDATE: WriteKind<TouchUpUpdate, TouchUpPlan> = {
  method: 'updateTouchUps',
  schema: TouchUpUpdate,
  read: readPlan,
};
const STOP: WriteKind<TouchUpStop, undefined> = { method: 'stopTouchUps', schema: TouchUpStop, read: readNothing };

/** Asks to be reminded of touch-ups. */
export function signUpForTouchUps(
  scheduler: Scheduler,
  request: TouchUpRequest,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<undefined>> {
  return scheduler.write(SIGN_UP, request, options);
}

/** What a touch-up token opens. @throws SmpError, `unauthorized` for any token that opens nothing */
export async function getTouchUps(scheduler: Scheduler, token: string, options?: RequestOptions): Promise<TouchUpPlan> {
  return scheduler.read('getTouchUps', checked(ManageToken, token, 'validation', 'The token'), readPlan, options);
}

/** Changes dates or channels. */
export function updateTouchUps(
  scheduler: Scheduler,
  update: TouchUpUpdate,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<TouchUpPlan>> {
  return scheduler.write(UPDATE, update, options);
}

/** Ends all reminders. */
export function stopTouchUps(
  scheduler: Scheduler,
  stop: TouchUpStop,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<undefined>> {
  return scheduler.write(STOP, stop, options);
}
