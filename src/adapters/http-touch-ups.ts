import type { TouchUpPlan, TouchUpRequest, TouchUpStop, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import type { RequestOptions, WriteOptions } from './adapter.js';
import type { Call } from './http-management.js';

const PATH = 'touch-ups';
const JSON_TYPE = { 'content-type': 'application/json' };

// What an http adapter does for touch-up reminders: loaded when somebody wants them.

export async function signUpForTouchUps(
  call: Call,
  request: TouchUpRequest,
  { operationId, signal }: WriteOptions,
): Promise<void> {
  const headers = { ...JSON_TYPE, 'idempotency-key': operationId };
  await call(PATH, { method: 'POST', headers, body: JSON.stringify(request) }, signal);
}

export const getTouchUps = (call: Call, token: string, { signal }: RequestOptions = {}): Promise<TouchUpPlan> =>
  call(PATH, { headers: { authorization: `Bearer ${token}` } }, signal) as Promise<TouchUpPlan>;

export function updateTouchUps(
  call: Call,
  { token, version, ...update }: TouchUpUpdate,
  { operationId, signal }: WriteOptions,
): Promise<TouchUpPlan> {
  const headers = {
    ...JSON_TYPE,
    authorization: `Bearer ${token}`,
    'idempotency-key': operationId,
    'if-match': `"${version}"`,
  };
  return call(PATH, { method: 'PATCH', headers, body: JSON.stringify(update) }, signal) as Promise<TouchUpPlan>;
}

export async function stopTouchUps(
  call: Call,
  { token }: TouchUpStop,
  { operationId, signal }: WriteOptions,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': operationId };
  await call(PATH, { method: 'DELETE', headers }, signal);
}
