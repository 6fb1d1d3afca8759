import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryBotPasses } from '../../src/server/bot-check.js';
import { createHandler, type BotCheckInfo } from '../../src/server/index.js';
import { ask, issuesOf, KEY, problemOf } from './desk-client.js';
import { DRAFT, SLOT, stubAdapter } from './stub-adapter.js';

/** A check whose tokens are good for one use, as those of Turnstile are. */
function singleUse() {
  const spent = new Set<string>();
  const asked: string[] = [];
  const botCheck = async ({ request, route, operationId }: BotCheckInfo): Promise<boolean> => {
    asked.push(`${route} ${operationId}`);
    await new Promise(setImmediate);
    const token = request.headers.get('x-bot-token') ?? '';
    if (!token || spent.has(token)) return false;
    spent.add(token);
    return true;
  };
  return { asked, botCheck };
}

const withToken = (token: string, body: unknown = DRAFT) => ({ body, headers: { 'x-bot-token': token } });

describe('bot check', () => {
  it('refuses with 403 and does not ask the adapter', async () => {
    const adapter = stubAdapter();
    const handler = createHandler(adapter, { botCheck: async () => false });
    const problem = await problemOf(await ask(handler, 'POST', '/v1/bookings', { body: DRAFT }), 403, 'unauthorized');
    assert.deepEqual(issuesOf(problem), [' bot-check']);
    assert.deepEqual(adapter.calls, []);
  });

  it('lets an operation that passed be sent again though its token is spent', async () => {
    const { asked, botCheck } = singleUse();
    const adapter = stubAdapter();
    const handler = createHandler(adapter, { botCheck });
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 201);
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 201);
    assert.deepEqual(asked, [`POST /v1/bookings ${KEY}`]);
    assert.equal(adapter.calls.length, 2);
  });

  it('fails that retry when passes are not remembered', async () => {
    const { botCheck } = singleUse();
    const botPasses = { has: async () => false, add: async () => undefined };
    const handler = createHandler(stubAdapter(), { botCheck, botPasses });
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 201);
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 403);
  });

  it('checks two copies that come at once together', async () => {
    const { asked, botCheck } = singleUse();
    const handler = createHandler(stubAdapter(), { botCheck });
    const copies = Array.from({ length: 20 }, () => ask(handler, 'POST', '/v1/bookings', withToken('t')));
    for (const { status } of await Promise.all(copies)) assert.equal(status, 201);
    assert.equal(asked.length, 1);
  });

  it('gives no pass to other content, another key or another call', async () => {
    const { botCheck } = singleUse();
    const handler = createHandler(stubAdapter(), { botCheck });
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 201);
    const hold = { service: 'consult', slotId: SLOT.id };
    for (const [path, options] of [
      ['/v1/bookings', withToken('t', { ...DRAFT, note: 'other' })],
      ['/v1/bookings', { body: DRAFT, headers: { 'x-bot-token': 't', 'idempotency-key': 'another-key-0123456789' } }],
      ['/v1/holds', withToken('t', hold)],
    ] as const) {
      assert.equal((await ask(handler, 'POST', path, options)).status, 403);
    }
  });

  it('remembers no failure: the same operation may try a new token', async () => {
    const { botCheck } = singleUse();
    const handler = createHandler(stubAdapter(), { botCheck });
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken(''))).status, 403);
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t'))).status, 201);
  });

  it('asks anew after a check that hung', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    let count = 0;
    const botCheck = () => ((count += 1) === 1 ? new Promise<boolean>(() => undefined) : Promise.resolve(true));
    const handler = createHandler(stubAdapter(), { botCheck });
    const hung = ask(handler, 'POST', '/v1/bookings', { body: DRAFT });
    while (count === 0) await new Promise(setImmediate);
    test.mock.timers.tick(20_000);
    await problemOf(await hung, 503, 'timeout');
    assert.equal((await ask(handler, 'POST', '/v1/bookings', { body: DRAFT })).status, 201);
  });

  it('spends no token on a request that is malformed', async () => {
    const { asked, botCheck } = singleUse();
    const handler = createHandler(stubAdapter(), { botCheck });
    assert.equal((await ask(handler, 'POST', '/v1/bookings', withToken('t', {}))).status, 422);
    assert.deepEqual(asked, []);
  });

  it('leaves reads, extensions and releases alone', async () => {
    const { asked, botCheck } = singleUse();
    const handler = createHandler(stubAdapter(), { botCheck });
    await ask(handler, 'GET', '/v1/clinic');
    await ask(handler, 'POST', '/v1/holds/h/extend', { body: { holdToken: 't' } });
    await ask(handler, 'POST', '/v1/holds/h/release', { body: { holdToken: 't' } });
    assert.deepEqual(asked, []);
  });
});

describe('memoryBotPasses', () => {
  it('forgets after 24 hours, and the oldest when there are very many', async () => {
    let now = 0;
    const passes = memoryBotPasses(() => now);
    await passes.add('first');
    now = 24 * 3_600_000 - 1;
    assert.equal(await passes.has('first'), true);
    now += 1;
    assert.equal(await passes.has('first'), false);
    await passes.add('second');
    for (let count = 0; count < 9_999; count += 1) await passes.add(`more-${count}`);
    assert.equal(await passes.has('second'), true);
    await passes.add('last');
    assert.equal(await passes.has('second'), false);
    assert.equal(await passes.has('last'), true);
  });
});
