import type { ManagedBooking } from '../domain/managed-booking.js';
import type { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import type { RequestOptions, WriteOptions } from './adapter.js';

/** Sends one request of the wire protocol and reads its answer. */
export type Call = (path: string, init: RequestInit, signal?: AbortSignal) => Promise<object>;

const PATH = 'manage';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function change(
  call: Call,
  body: object,
  { token, version }: Pick<CancelRequest, 'token' | 'version'>,
  { operationId, signal }: WriteOptions,
): Promise<ManagedBooking> {
  const headers = {
    ...bearer(token),
    'content-type': 'application/json',
    'idempotency-key': operationId,
    'if-match': `"${version}"`,
  };
  return call(PATH, { method: 'PATCH', headers, body: JSON.stringify(body) }, signal) as Promise<ManagedBooking>;
}

// What an http adapter does with a booking that stands: loaded when there is one.

export const getBooking = (call: Call, token: string, { signal }: RequestOptions = {}): Promise<ManagedBooking> =>
  call(PATH, { headers: bearer(token) }, signal) as Promise<ManagedBooking>;

export const reschedule = (call: Call, request: RescheduleRequest, options: WriteOptions): Promise<ManagedBooking> =>
  change(call, { moves: request.moves }, request, options);

export const cancel = (call: Call, request: CancelRequest, options: WriteOptions): Promise<ManagedBooking> =>
  change(call, { cancel: request.bookingIds }, request, options);
