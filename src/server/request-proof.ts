import { malformed, Refusal } from './refusal.js';
import type { Route } from './route.js';

const TOKEN = /^[\x21-\x7e]{1,1024}$/;
const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * The idempotency key of a request, in quotes or not; one made up where the route needs none and none was sent.
 *
 * @throws Refusal 400
 */
export function operationIdOf(route: Route, headers: Headers): string {
  const sent = headers.get('idempotency-key');
  if (sent === null) {
    if (route.key) throw malformed(400, '/header/idempotency-key', 'required', 'Send an Idempotency-Key.');
    return crypto.randomUUID();
  }
  const key = /^"(.*)"$/.exec(sent)?.[1] ?? sent;
  if (!KEY.test(key)) {
    throw malformed(400, '/header/idempotency-key', 'format', 'An Idempotency-Key has 16 to 64 of A–Z a–z 0–9 _ -.');
  }
  return key;
}

/**
 * The token of `Authorization: Bearer`, or nothing where the route asks for none.
 *
 * @throws Refusal 401
 */
export function bearerOf(route: Route, headers: Headers): string {
  if (!route.bearer) return '';
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token !== undefined && TOKEN.test(token)) return token;
  throw new Refusal(401, 'unauthorized', {
    detail: 'Send Authorization: Bearer and the token of what you name.',
    issues: [{ pointer: '/header/authorization', code: 'required' }],
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

/**
 * The version that a request was made for: `If-Match: "3"`. 0 where the route asks for none.
 *
 * @throws Refusal 428 where it is missing, 400 where it is none
 */
export function versionOf(route: Route, headers: Headers): number {
  if (!route.versioned) return 0;
  const sent = headers.get('if-match');
  if (sent === null)
    throw malformed(428, '/header/if-match', 'required', 'Send If-Match with the ETag of what you change.');
  const version = Number(/^(?:W\/)?"([1-9]\d{0,8})"$/.exec(sent)?.[1]);
  if (!version) throw malformed(400, '/header/if-match', 'format', 'If-Match is an ETag of this address: "3".');
  return version;
}
