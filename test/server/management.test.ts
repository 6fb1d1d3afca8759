import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createHandler } from '../../src/server/handler.js';

const NOW = Date.parse('2026-11-23T08:00:00Z');

/** A server with one booking, and what asks it about that booking. */
async function open() {
  const adapter = memoryAdapter({ now: () => NOW });
  const handler = createHandler(adapter, { now: () => NOW });
  const { slots } = await adapter.listSlots({ service: 'consultation' });
  const [slot, other] = [slots[3], slots[40]];
  assert.ok(slot && other);
  const booking = await adapter.createBooking(
    {
      service: 'consultation',
      slotId: slot.id,
      contact: { name: 'Pat Example', email: 'pat@example.com' },
      consents: [],
    },
    { operationId: 'management-test-1' },
  );
  const ask = (method: string, headers: Record<string, string> = {}, body?: object): Promise<Response> =>
    handler(
      new Request('https://clinic.example/v1/manage', {
        method,
        headers: {
          authorization: `Bearer ${booking.manageToken}`,
          ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const cancel = { cancel: [booking.bookingId] };
  const moves = { moves: [{ bookingId: booking.bookingId, slotId: other.id }] };
  return { ask, cancel, moves, booking };
}

const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;

describe('/v1/manage', () => {
  it('tells the version as an ETag that a change has to name', async () => {
    const { ask, moves } = await open();
    const read = await ask('GET');
    assert.equal(read.status, 200);
    assert.equal(read.headers.get('etag'), '"1"');
    assert.equal(read.headers.get('cache-control'), 'no-store');
    const missing = await ask('PATCH', {}, moves);
    assert.equal(missing.status, 428);
    assert.equal(await codeOf(missing), 'validation');
    for (const wrong of ['1', '"0"', '"a"', '*', '"1", "2"']) {
      assert.equal((await ask('PATCH', { 'if-match': wrong }, moves)).status, 400, wrong);
    }
    const moved = await ask('PATCH', { 'if-match': '"1"' }, moves);
    assert.equal(moved.status, 200);
    assert.equal(moved.headers.get('etag'), '"2"');
    const late = await ask('PATCH', { 'if-match': '"1"' }, moves);
    assert.equal(late.status, 412);
    assert.equal(await codeOf(late), 'version-conflict');
  });

  it('is gone once it is cancelled', async () => {
    const { ask, cancel, moves } = await open();
    assert.equal((await ask('PATCH', { 'if-match': '"1"' }, cancel)).status, 200);
    const again = await ask('PATCH', { 'if-match': '"2"' }, moves);
    assert.equal(again.status, 410);
    assert.equal(await codeOf(again), 'not-found');
  });

  it('takes either moves or what is to be cancelled', async () => {
    const { ask, cancel, moves } = await open();
    for (const body of [{}, { ...cancel, ...moves }, { moves: [] }, { cancel: [] }, { cancel: 'all' }]) {
      assert.equal((await ask('PATCH', { 'if-match': '"1"' }, body)).status, 422, JSON.stringify(body));
    }
  });

  it('answers every token that opens nothing alike', async () => {
    const { ask, booking } = await open();
    const token = booking.manageToken ?? '';
    const answers = new Set<string>();
    for (const one of [`${token}x`, token.slice(1), 'a', 'a.b', `${token.slice(0, -1)}~`]) {
      const response = await ask('GET', { authorization: `Bearer ${one}` });
      assert.equal(response.status, 401);
      const { serverTime: _, ...body } = (await response.json()) as Record<string, unknown>;
      answers.add(JSON.stringify(body));
    }
    assert.equal(answers.size, 1);
  });
});
