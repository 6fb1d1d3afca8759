import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { createHandler } from 'smp-widgets/server';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { silentLog } from '../../demo/backend/log.js';
import { signer } from '../../demo/backend/manage-token.js';
import { messagePages } from '../../demo/backend/message-pages.js';
import { messageToken } from '../../demo/backend/message-token.js';
import { adapterOver, operationId, soon, tally, testSigner, touchUpWish, useDatabase } from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';

const TOKENS = 10_000;
const TABLES = ['booking', 'client_details', 'touch_up', 'waitlist', 'waitlist_offer', 'outbox', 'message'];
const SITE = 'https://fadeaway.example';

/** An answer without the time of day. */
const neutral = (text: string): string => text.replace(/"serverTime":"[^"]*"/, '');

/** Numbers that come the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % below;
  };
}

/** What a token opens, and what it is a token of. */
interface Known {
  readonly kind: 'manage' | 'touch-up' | 'stop' | 'offer' | 'hold';
  readonly token: string;
}

describe('tokens that nobody was given', () => {
  const test = useDatabase('pglite');
  const bookings: string[] = [];
  let handler: (request: Request) => Promise<Response>;
  let pages: ReturnType<typeof messagePages>;
  let known: Known[] = [];
  let holdIds: string[] = [];

  const tokensOf = (kind: Known['kind']) => known.filter((one) => one.kind === kind).map(({ token }) => token);
  const expiresAt = Date.now() + 86_400_000;

  before(async () => {
    await test.reset();
    const adapter = adapterOver(test.database);
    handler = createHandler(adapter, {});
    pages = messagePages(
      { database: test.database, book: new ClinicBook(), signer: testSigner, adapter, log: silentLog, now: Date.now },
      () => '192.0.2.1',
    );
    const visits = [soon(20), soon(21), soon(22)].map((date) => ({ date, time: '10:00' }));
    bookings.push(...(await bookVisits(test.database, visits, Date.now())));
    for (const name of ['ada', 'bo', 'cy']) {
      await adapter.signUpForTouchUps?.(touchUpWish(`${name}@example.com`, soon(-30)), { operationId: operationId() });
    }
    const plans = await test.database.query<{ id: string; version: number }>(
      'select id::text as id, token_version as version from touch_up',
    );
    const { slots } = await adapter.listSlots({ service: 'consultation' }, {});
    const days = slots.filter((slot, index) => slots.findIndex((one) => one.localDate === slot.localDate) === index);
    const holds = [];
    for (const { id } of days.slice(0, 2)) {
      holds.push(await adapter.holdSlot?.({ service: 'consultation', slotId: id }, { operationId: operationId() }));
    }
    holdIds = holds.map((hold) => hold?.holdId ?? '');
    known = [
      ...bookings.map((bookingId) => ({
        kind: 'manage' as const,
        token: testSigner.manageToken({ bookingId, version: 1, expiresAt }),
      })),
      ...plans.map(({ id, version }) => ({ kind: 'touch-up' as const, token: testSigner.touchUpToken(id, version) })),
      ...bookings.map((ref) => ({
        kind: 'stop' as const,
        token: messageToken(testSigner, { purpose: 'stop', about: 'booking', ref }),
      })),
      ...bookings.map((ref) => ({
        kind: 'offer' as const,
        token: messageToken(testSigner, { purpose: 'offer', about: 'offer', ref }),
      })),
      ...holds.map((hold) => ({ kind: 'hold' as const, token: hold?.holdToken ?? '' })),
    ];
  });

  const api = (method: string, path: string, token: string, body?: object) =>
    handler(
      new Request(`${SITE}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': randomUUID(),
          'if-match': '"1"',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const form = (page: 'stop' | 'offer', token: string) =>
    pages.request(`/messages/${page}?m=${encodeURIComponent(token)}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  /** The doors that a token may be tried at. Each changes something, or shows something, for the right one. */
  const DOORS: readonly { kind: Known['kind']; open: (token: string) => Promise<Response> }[] = [
    { kind: 'manage', open: (token) => api('GET', '/v1/manage', token) },
    { kind: 'manage', open: (token) => api('PATCH', '/v1/manage', token, { cancel: [bookings[0]] }) },
    { kind: 'touch-up', open: (token) => api('GET', '/v1/touch-ups', token) },
    { kind: 'touch-up', open: (token) => api('PATCH', '/v1/touch-ups', token, { channels: ['email'] }) },
    { kind: 'touch-up', open: (token) => api('DELETE', '/v1/touch-ups', token) },
    { kind: 'stop', open: async (token) => form('stop', token) },
    { kind: 'offer', open: async (token) => form('offer', token) },
    { kind: 'hold', open: (token) => api('POST', `/v1/holds/${holdIds[0] ?? ''}/extend`, '', { holdToken: token }) },
    { kind: 'hold', open: (token) => api('DELETE', `/v1/holds/${holdIds[0] ?? ''}`, token) },
  ];

  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~+/';
  const stranger = signer(randomBytes(32));

  /** A token made of right ones in one of the ways that somebody would try. */
  function forged(draw: (below: number) => number): string {
    const any = () => known[draw(known.length)]?.token ?? '';
    const token = any();
    const at = draw(token.length);
    const letter = () => ALPHABET[draw(ALPHABET.length)] ?? 'A';
    switch (draw(10)) {
      case 0:
        return token.slice(0, at) + letter() + token.slice(at + 1);
      case 1:
        return token.slice(0, at);
      case 2:
        return token + letter();
      case 3:
        return token.slice(0, at) + letter() + token.slice(at);
      // The one's content with the other's signature.
      case 4:
        return `${token.slice(0, token.lastIndexOf('.') + 1)}${any().split('.').at(-1) ?? ''}`;
      // Of another server.
      case 5:
        return stranger.manageToken({ bookingId: bookings[draw(bookings.length)] ?? '', version: 1, expiresAt });
      case 6:
        return testSigner.manageToken({ bookingId: randomUUID(), version: 1, expiresAt });
      // Ours, of another version or run out.
      case 7:
        return testSigner.manageToken({
          bookingId: bookings[draw(bookings.length)] ?? '',
          version: draw(2) === 0 ? 2 + draw(9) : 1,
          expiresAt: Date.now() - 1 - draw(1000),
        });
      case 8:
        return Array.from({ length: 1 + draw(200) }, letter).join('');
      // Swapped: right, but not at this door.
      default:
        return token;
    }
  }

  const content = async () =>
    JSON.stringify(
      await Promise.all(TABLES.map((table) => test.database.query(`select * from ${table} order by 1, 2`))),
    );

  it(`open nothing: ${TOKENS} at every door`, async () => {
    const draw = dice(20_261_127);
    const before = await content();
    const answers: string[] = [];
    const said = new Set<string>();
    for (let made = 0; made < TOKENS; made += 1) {
      const door = DOORS[draw(DOORS.length)];
      const token = forged(draw);
      if (!door || tokensOf(door.kind).includes(token)) continue;
      const answer = await door.open(token);
      answers.push(`${door.kind} ${answer.status}`);
      if (door.kind === 'manage' || door.kind === 'touch-up') said.add(neutral(await answer.text()));
    }
    assert.ok(answers.length > TOKENS * 0.9);
    assert.deepEqual(
      Object.keys(tally(answers)).filter((one) => !/ (?:401|404)$|^hold 422$/.test(one)),
      [],
    );
    // Nobody learns from the answer what a token lacked, unless it is no token by its looks.
    assert.deepEqual([...said].filter((one) => !one.includes('/header/authorization')).length, 1, [...said].join('\n'));
    assert.ok(said.size <= 2);
    assert.equal(await content(), before);
  });

  it('let nobody change what another’s is for', async () => {
    const [first = '', second = ''] = tokensOf('manage');
    const before = await content();
    const crossed = await api('PATCH', '/v1/manage', first, { cancel: [bookings[1]] });
    assert.ok([404, 422].includes(crossed.status), String(crossed.status));
    const [, holdToken = ''] = tokensOf('hold');
    assert.equal((await api('DELETE', `/v1/holds/${holdIds[0] ?? ''}`, holdToken)).status, 401);
    assert.equal(await content(), before);
    assert.notEqual(first, second);
  });

  it('would be seen to open something: the right ones do', async () => {
    const [manage = ''] = tokensOf('manage');
    const [touchUp = ''] = tokensOf('touch-up');
    const [stop = ''] = tokensOf('stop');
    const [hold = ''] = tokensOf('hold');
    assert.equal((await api('GET', '/v1/manage', manage)).status, 200);
    assert.equal((await api('GET', '/v1/touch-ups', touchUp)).status, 200);
    assert.equal((await form('stop', stop)).status, 200);
    assert.equal((await api('DELETE', `/v1/holds/${holdIds[0] ?? ''}`, hold)).status, 204);
    const before = await content();
    assert.equal((await api('PATCH', '/v1/manage', manage, { cancel: [bookings[0]] })).status, 200);
    assert.notEqual(await content(), before);
    assert.equal((await api('DELETE', '/v1/touch-ups', touchUp)).status, 204);
  });

  it('are no more once they are taken back', async () => {
    const [, manage = ''] = tokensOf('manage');
    assert.equal((await api('GET', '/v1/manage', manage)).status, 200);
    await test.database.query('update booking set token_version = token_version + 1 where id = $1', [bookings[1]]);
    assert.equal((await api('GET', '/v1/manage', manage)).status, 401);
  });
});
