import type { RequestOptions } from '../adapters/adapter.js';
import { ManagedBooking, ManageToken } from '../domain/managed-booking.js';
import { checked } from './answer.js';
import { reader } from './scheduler.js';
import type { Scheduler } from './scheduler.js';

// What a Scheduler does for a booking that stands, apart from it: a page that only books loads none of this.

export const readManaged = reader(ManagedBooking, 'The managed booking');

/** What a manage token opens. @throws SmpError, `unauthorized` for any token that opens nothing */
export async function getBooking(
  scheduler: Scheduler,
  token: string,
  options?: RequestOptions,
): Promise<ManagedBooking> {
  return scheduler.read('getBooking', checked(ManageToken, token, 'validation', 'The token'), readManaged, options);
}
