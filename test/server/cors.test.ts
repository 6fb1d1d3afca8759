import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandler, type AllowedOrigins } from '../../src/server/index.js';
import { ask } from './desk-client.js';
import { DRAFT, stubAdapter } from './stub-adapter.js';

const CLINIC = 'https://clinic.example';

function corsOf({ headers }: Response): Record<string, string | null> {
  return {
    allow: headers.get('access-control-allow-origin'),
    vary: headers.get('vary'),
    resource: headers.get('cross-origin-resource-policy'),
    credentials: headers.get('access-control-allow-credentials'),
  };
}

const REFUSED = { allow: null, vary: 'Origin', resource: 'same-origin', credentials: null };
const ALLOWED = { allow: CLINIC, vary: 'Origin', resource: 'cross-origin', credentials: null };

describe('CORS', () => {
  const from = (origin: string | undefined, origins?: AllowedOrigins) =>
    ask(createHandler(stubAdapter(), origins === undefined ? {} : { origins }), 'GET', '/v1/clinic', {
      headers: origin === undefined ? {} : { origin },
    });

  it('lets no other origin read unless it is allowed', async () => {
    assert.deepEqual(corsOf(await from(CLINIC)), REFUSED);
    assert.deepEqual(corsOf(await from(CLINIC, ['https://other.example'])), REFUSED);
    assert.deepEqual(corsOf(await from(CLINIC, [CLINIC])), ALLOWED);
    assert.deepEqual(corsOf(await from(undefined, [CLINIC])), REFUSED);
  });

  it('compares origins whole', async () => {
    for (const origin of [`${CLINIC}.evil.example`, 'http://clinic.example', `${CLINIC}:8443`, 'null', '']) {
      assert.deepEqual(corsOf(await from(origin, [CLINIC])), REFUSED, origin);
    }
  });

  it('asks a function, and takes its failure for a no', async () => {
    assert.deepEqual(corsOf(await from(CLINIC, (origin) => origin.endsWith('.example'))), ALLOWED);
    const fail = (): never => {
      throw new Error('no list');
    };
    assert.deepEqual(corsOf(await from(CLINIC, fail)), REFUSED);
  });

  it('allows every origin with a star, the same to all', async () => {
    const star = { allow: '*', vary: null, resource: 'cross-origin', credentials: null };
    assert.deepEqual(corsOf(await from(CLINIC, '*')), star);
    assert.deepEqual(corsOf(await from(undefined, '*')), star);
  });

  it('exposes what scripts need, on refusals too', async () => {
    const handler = createHandler(stubAdapter(), { origins: [CLINIC] });
    for (const path of ['/v1/clinic', '/nowhere']) {
      const { headers } = await ask(handler, 'GET', path, { headers: { origin: CLINIC } });
      assert.equal(headers.get('access-control-expose-headers'), 'ETag, Retry-After, X-Request-Id');
      assert.equal(headers.get('access-control-allow-origin'), CLINIC);
    }
  });

  it('answers a preflight with methods and headers, to allowed origins only', async () => {
    const handler = createHandler(stubAdapter(), { origins: [CLINIC], allowHeaders: ['X-Bot-Token'] });
    const preflight = (origin: string) =>
      ask(handler, 'OPTIONS', '/v1/bookings', { headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await preflight(CLINIC);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-methods'), 'POST');
    assert.equal(
      allowed.headers.get('access-control-allow-headers'),
      'Authorization, Content-Type, Idempotency-Key, If-Match, X-Bot-Token',
    );
    assert.equal(allowed.headers.get('access-control-max-age'), '7200');
    assert.equal(allowed.headers.get('allow'), 'POST, OPTIONS');
    const refused = await preflight('https://evil.example');
    assert.equal(refused.status, 204);
    assert.equal(refused.headers.get('access-control-allow-methods'), null);
    assert.deepEqual(corsOf(refused), REFUSED);
  });

  it('answers a preflight without asking adapter or hooks', async () => {
    const adapter = stubAdapter();
    const fail = () => Promise.reject(new Error('asked'));
    const handler = createHandler(adapter, { origins: '*', rateLimit: fail, botCheck: fail });
    for (const path of ['/v1/clinic', '/v1/bookings', '/v1/holds/h', '/v1/holds/h/extend']) {
      assert.equal((await ask(handler, 'OPTIONS', path)).status, 204);
    }
    assert.equal((await ask(handler, 'OPTIONS', '/nowhere')).status, 404);
    assert.deepEqual(adapter.calls, []);
  });

  it('does not take the missing allowance for a lock: the server still answers', async () => {
    const handler = createHandler(stubAdapter());
    const response = await ask(handler, 'POST', '/v1/bookings', { body: DRAFT, headers: { origin: CLINIC } });
    assert.equal(response.status, 201);
    assert.deepEqual(corsOf(response), REFUSED);
  });
});
