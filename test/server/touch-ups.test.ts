import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createHandler } from '../../src/server/handler.js';
import { mailedToken } from '../support/mailed-token.js';
import { answerOf, ask, problemOf } from './desk-client.js';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const PATH = '/v1/touch-ups';
const EMAIL = 'pat@example.com';
const WISH = {
  lastSession: '2026-11-20',
  contact: { name: 'Pat Example', email: EMAIL },
  channels: ['email'],
  consents: [
    {
      purpose: 'touch-up-email',
      granted: true,
      version: '1',
      at: '2026-11-23T08:00:00Z',
      wording: 'Write to me about these dates.',
    },
  ],
  dates: { check: '2027-01-01', review: '2027-11-20', refresh: '2029-05-20' },
};

async function open() {
  const adapter = memoryAdapter({ now: () => NOW });
  const handler = createHandler(adapter, { now: () => NOW });
  let count = 0;
  const send = (method: string, token: string | undefined, body?: object, headers: Record<string, string> = {}) =>
    ask(handler, method, PATH, {
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        'idempotency-key': `touch-ups-operation-${(count += 1)}`,
        ...headers,
      },
      ...(body && { body }),
    });
  const first = await answerOf(await send('POST', undefined, WISH), 202);
  return { send, first, token: await mailedToken(adapter)(EMAIL), adapter };
}

describe('/v1/touch-ups', () => {
  it('answers the first wish and the second with nothing, and with the same', async () => {
    const { send, first } = await open();
    const second = await answerOf(await send('POST', undefined, { ...WISH, lastSession: '2026-11-19' }), 202);
    assert.deepEqual(first, {});
    assert.deepEqual(second, first);
  });

  it('takes no wish without consent to the channel, and says nothing of skin, sun or scars', async () => {
    const { send } = await open();
    await problemOf(await send('POST', undefined, { ...WISH, consents: [] }), 422, 'validation');
    await problemOf(await send('POST', undefined, { ...WISH, skin: 'oily' }), 422, 'validation');
  });

  it('tells the version as an ETag that a change has to name', async () => {
    const { send, token } = await open();
    const read = await send('GET', token);
    assert.equal(read.headers.get('etag'), '"1"');
    assert.equal(read.headers.get('cache-control'), 'no-store');
    const change = { dates: { ...WISH.dates, refresh: '2030-01-01' } };
    await problemOf(await send('PATCH', token, change), 428, 'validation');
    const changed = await send('PATCH', token, change, { 'if-match': '"1"' });
    assert.equal(changed.headers.get('etag'), '"2"');
    assert.deepEqual((await answerOf(changed, 200))['dates'], change.dates);
    await problemOf(await send('PATCH', token, change, { 'if-match': '"1"' }), 412, 'version-conflict');
  });

  it('stops, and is gone for changes', async () => {
    const { send, token } = await open();
    for (let time = 0; time < 2; time += 1) assert.equal((await send('DELETE', token)).status, 204);
    assert.equal((await answerOf(await send('GET', token), 200))['stopped'], true);
    const change = { channels: ['email'] };
    await problemOf(await send('PATCH', token, change, { 'if-match': '"2"' }), 410, 'not-found');
  });

  it('answers every token that opens nothing alike', async () => {
    const { send, token } = await open();
    const answers = new Set<string>();
    for (const one of [`${token}x`, token.slice(1), 'a', 'a.b']) {
      const { detail, title, code } = await problemOf(await send('GET', one), 401, 'unauthorized');
      answers.add(JSON.stringify([detail, title, code]));
    }
    assert.equal(answers.size, 1);
  });
});
