import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { createHandler } from 'smp-widgets/server';
import { ClinicBook } from '../../demo/backend/clinic-book.js';
import { renewLinks } from '../../demo/backend/desk-links.js';
import { silentLog } from '../../demo/backend/log.js';
import { signer } from '../../demo/backend/manage-token.js';
import { messagePages } from '../../demo/backend/message-pages.js';
import { messageToken, type MessageGrant, type MessagePurpose } from '../../demo/backend/message-token.js';
import { offerFreeTimes } from '../../demo/backend/waitlist-offer.js';
import {
  adapterOver,
  confirmWaits,
  operationId,
  soon,
  tally,
  testCipher,
  testSigner,
  touchUpWish,
  useDatabase,
  visitor,
} from '../support/backend.js';
import { bookVisits } from '../support/booked-visits.js';
import { consultationDraft } from '../support/consultation-drafts.js';

const TOKENS = 10_000;
const TABLES = [
  'booking',
  'client_details',
  'touch_up',
  'waitlist',
  'waitlist_offer',
  'outbox',
  'message',
  'consultation',
];
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
  readonly kind:
    'manage' | 'touch-up' | 'stop' | 'leave' | 'join' | 'attend' | 'offer' | 'consents' | 'hold' | 'consultation';
  readonly token: string;
}

describe('tokens that nobody was given', () => {
  const test = useDatabase('pglite');
  const bookings: string[] = [];
  let handler: (request: Request) => Promise<Response>;
  let pages: ReturnType<typeof messagePages>;
  let known: Known[] = [];
  let holdIds: string[] = [];
  let consultationIds: string[] = [];
  let offers: string[] = [];
  let waiting: string[] = [];

  const tokensOf = (kind: Known['kind']) => known.filter((one) => one.kind === kind).map(({ token }) => token);
  const expiresAt = Date.now() + 86_400_000;

  before(async () => {
    await test.reset();
    const adapter = adapterOver(test.database);
    handler = createHandler(adapter, {});
    pages = messagePages(
      {
        database: test.database,
        book: new ClinicBook(),
        signer: testSigner,
        cipher: testCipher,
        adapter,
        log: silentLog,
        now: Date.now,
      },
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
    const idsOf = async (table: string) =>
      (await test.database.query<{ id: string }>(`select id::text as id from ${table} order by id`)).map(
        ({ id }) => id,
      );
    // Each is offered a time of their own, and all of them are open.
    for (const name of ['di', 'ed', 'flo']) {
      const contact = { name: 'Test Visitor', email: `${name}@example.com` };
      const wish = { service: 'consultation', ...visitor(), contact };
      await adapter.joinWaitlist?.(wish, { operationId: operationId() });
    }
    await confirmWaits(test);
    waiting = await idsOf('waitlist');
    const made = await offerFreeTimes({
      database: test.database,
      adapter: adapterOver(test.database, { holdSeconds: 43_200 }),
      timeZone: 'Europe/London',
      quiet: undefined,
      now: Date.now(),
      offerMs: 43_200_000,
    });
    assert.equal(made, waiting.length);
    offers = await idsOf('waitlist_offer');
    // And asked anew whether they want to wait.
    await test.database.query('update waitlist set confirmed_at = null');
    const consultations = [];
    for (const name of ['gus', 'hal']) {
      const draft = consultationDraft({ email: `${name}@example.com` });
      consultations.push(await adapter.submitConsultation?.(draft, { operationId: operationId() }));
    }
    consultationIds = consultations.map((one) => one?.consultationId ?? '');
    const link = (purpose: MessagePurpose, about: MessageGrant['about'], refs: readonly string[], version?: number) =>
      refs.map((ref) => messageToken(testSigner, { purpose, about, ref, version }));
    known = [
      ...bookings.map((bookingId) => ({
        kind: 'manage' as const,
        token: testSigner.manageToken({ bookingId, version: 1, expiresAt }),
      })),
      ...plans.map(({ id, version }) => ({ kind: 'touch-up' as const, token: testSigner.touchUpToken(id, version) })),
      ...link('stop', 'booking', bookings).map((token) => ({ kind: 'stop' as const, token })),
      ...link('stop', 'waitlist', waiting).map((token) => ({ kind: 'leave' as const, token })),
      ...link('join', 'waitlist', waiting, 1).map((token) => ({ kind: 'join' as const, token })),
      ...link('attend', 'booking', bookings, 1).map((token) => ({ kind: 'attend' as const, token })),
      ...link('offer', 'offer', offers).map((token) => ({ kind: 'offer' as const, token })),
      ...link('consents', 'booking', bookings).map((token) => ({ kind: 'consents' as const, token })),
      ...link('consents', 'waitlist', waiting).map((token) => ({ kind: 'consents' as const, token })),
      ...link('consents', 'consultation', consultationIds).map((token) => ({ kind: 'consents' as const, token })),
      ...consultations.map((one) => ({ kind: 'consultation' as const, token: one?.consultationToken ?? '' })),
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
  const show = (page: MessagePurpose, token: string) =>
    pages.request(`/messages/${page}?m=${encodeURIComponent(token)}`);
  const form = (page: MessagePurpose, token: string, chosen = '') =>
    pages.request(`/messages/${page}?m=${encodeURIComponent(token)}${chosen}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  /** A door that a token may be tried at. It changes something, or shows something, for the right ones. */
  interface Door {
    readonly kinds: readonly Known['kind'][];
    /** There are others behind other doors of the same kind. Default: all of these kinds are right. */
    readonly only?: () => string;
    readonly open: (token: string) => Promise<Response>;
  }

  const DOORS: readonly Door[] = [
    { kinds: ['manage'], open: (token) => api('GET', '/v1/manage', token) },
    { kinds: ['manage'], open: (token) => api('PATCH', '/v1/manage', token, { cancel: [bookings[0]] }) },
    { kinds: ['touch-up'], open: (token) => api('GET', '/v1/touch-ups', token) },
    { kinds: ['touch-up'], open: (token) => api('PATCH', '/v1/touch-ups', token, { channels: ['email'] }) },
    { kinds: ['touch-up'], open: (token) => api('DELETE', '/v1/touch-ups', token) },
    { kinds: ['join'], open: async (token) => show('join', token) },
    { kinds: ['join'], open: async (token) => form('join', token) },
    { kinds: ['stop', 'leave'], open: async (token) => show('stop', token) },
    { kinds: ['stop', 'leave'], open: async (token) => form('stop', token) },
    { kinds: ['attend'], open: async (token) => show('attend', token) },
    { kinds: ['attend'], open: async (token) => form('attend', token) },
    { kinds: ['offer'], open: async (token) => show('offer', token) },
    { kinds: ['offer'], open: async (token) => form('offer', token) },
    { kinds: ['consents'], open: async (token) => show('consents', token) },
    {
      kinds: ['consents'],
      // The last of those that were made is of the consultation.
      only: () => tokensOf('consents').at(-1) ?? '',
      open: async (token) =>
        form('consents', token, `&of=consultation.${consultationIds.at(-1) ?? ''}&consent=health-data`),
    },
    {
      kinds: ['hold'],
      only: () => tokensOf('hold')[0] ?? '',
      open: (token) => api('POST', `/v1/holds/${holdIds[0] ?? ''}/extend`, '', { holdToken: token }),
    },
    {
      kinds: ['hold'],
      only: () => tokensOf('hold')[0] ?? '',
      open: (token) => api('DELETE', `/v1/holds/${holdIds[0] ?? ''}`, token),
    },
    {
      kinds: ['consultation'],
      only: () => tokensOf('consultation')[0] ?? '',
      open: (token) => api('DELETE', `/v1/consultations/${consultationIds[0] ?? ''}`, token),
    },
    {
      kinds: ['consultation'],
      only: () => tokensOf('consultation')[0] ?? '',
      open: (token) => api('DELETE', `/v1/consultations/${consultationIds[0] ?? ''}/photos/top`, token),
    },
  ];

  const isRight = ({ kinds, only }: Door, token: string): boolean =>
    only ? token === only() : kinds.some((kind) => tokensOf(kind).includes(token));

  const PURPOSES: readonly MessagePurpose[] = ['stop', 'attend', 'offer', 'join', 'consents'];
  const ABOUTS: readonly MessageGrant['about'][] = [
    'booking',
    'phone',
    'touch-up',
    'offer',
    'waitlist',
    'consultation',
  ];
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~+/';
  const stranger = signer(randomBytes(32));

  /** A token made of right ones in one of the ways that somebody would try. */
  function forged(draw: (below: number) => number): string {
    const any = () => known[draw(known.length)]?.token ?? '';
    const token = any();
    const at = draw(token.length);
    const letter = () => ALPHABET[draw(ALPHABET.length)] ?? 'A';
    const one = <Item>(items: readonly Item[]): Item | undefined => items[draw(items.length)];
    switch (draw(13)) {
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
      // What a message of another server would hold, about what there is here.
      case 9:
        return messageToken(stranger, {
          purpose: one(PURPOSES) ?? 'stop',
          about: one(ABOUTS) ?? 'booking',
          ref: one([...bookings, ...offers, ...waiting, ...consultationIds]) ?? '',
          version: draw(2) === 0 ? 1 : undefined,
        });
      // Ours, of another version, or about what there is not.
      case 10:
        return messageToken(testSigner, {
          purpose: one(['stop', 'attend', 'consents'] as const) ?? 'stop',
          about: 'booking',
          ref: one(bookings) ?? '',
          tokenVersion: 2 + draw(9),
          version: draw(2) === 0 ? 1 : undefined,
        });
      case 11: {
        const purpose = one(PURPOSES) ?? 'stop';
        // That somebody is off the waiting list is told by any link of ours that takes them off it.
        const about = one(ABOUTS.filter((subject) => purpose !== 'stop' || subject !== 'waitlist')) ?? 'booking';
        return messageToken(testSigner, {
          purpose,
          about,
          ref: randomUUID(),
          version: draw(2) === 0 ? 1 : undefined,
        });
      }
      // Swapped: right, but not at this door.
      default:
        return token;
    }
  }

  const content = async () =>
    JSON.stringify(
      await Promise.all(TABLES.map((table) => test.database.query(`select * from ${table} order by 1, 2`))),
    );

  it(`open nothing: ${TOKENS} are tried, and none is accepted`, async () => {
    const draw = dice(20_261_127);
    const before = await content();
    const answers: string[] = [];
    const said = new Set<string>();
    const pagesSaid = new Set<string>();
    let accepted = 0;
    while (answers.length < TOKENS) {
      const door = DOORS[draw(DOORS.length)];
      const token = forged(draw);
      if (!door || isRight(door, token)) continue;
      const answer = await door.open(token);
      const [kind = ''] = door.kinds;
      answers.push(`${kind} ${answer.status}`);
      if (![401, 404, 422].includes(answer.status)) accepted += 1;
      if (kind === 'manage' || kind === 'touch-up') said.add(neutral(await answer.text()));
      if (['stop', 'attend', 'offer', 'join', 'consents'].includes(kind)) pagesSaid.add(await answer.text());
    }
    assert.equal(answers.length, TOKENS);
    assert.equal(accepted, 0);
    const counts = tally(answers);
    assert.deepEqual(
      Object.keys(counts).filter((one) => !/ (?:401|404)$|^(?:hold|consultation) 422$/.test(one)),
      [],
    );
    const kinds = new Set(Object.keys(counts).map((one) => one.split(' ')[0]));
    assert.deepEqual([...kinds].sort(), [...new Set(DOORS.map(({ kinds: [kind] }) => kind))].sort());
    assert.equal(pagesSaid.size, 1, 'whatever is wrong with a link, the page says the same');
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
    const first = (kind: Known['kind']) => tokensOf(kind)[0] ?? '';
    const changes = async (what: string, work: () => Promise<Response>, status: number) => {
      const before = await content();
      const answer = await work();
      assert.equal(answer.status, status, what);
      assert.notEqual(await content(), before, what);
      return answer;
    };
    const manage = first('manage');
    assert.equal((await api('GET', '/v1/manage', manage)).status, 200);
    assert.equal((await api('GET', '/v1/touch-ups', first('touch-up'))).status, 200);
    for (const page of ['stop', 'attend', 'offer', 'join'] as const) {
      assert.match(await (await show(page, first(page))).text(), /<button>/, page);
    }
    const consents = tokensOf('consents').at(-1) ?? '';
    const answers = `&of=consultation.${consultationIds.at(-1) ?? ''}&consent=health-data`;
    assert.match(await (await show('consents', consents)).text(), /&amp;consent=health-data"/);
    await changes('consents', async () => form('consents', consents, answers), 200);
    await changes('attend', async () => form('attend', first('attend')), 200);
    await changes('join', async () => form('join', first('join')), 200);
    await changes('stop', async () => form('stop', first('stop')), 200);
    const taken = await changes('offer', async () => form('offer', first('offer')), 200);
    assert.match(await taken.text(), /is booked/);
    const [id = ''] = offers;
    const [left] = await test.database.query<{ id: string }>(
      'select waitlist_id::text as id from waitlist_offer where id <> $1 and waitlist_id is not null limit 1',
      [id],
    );
    const leave = known.find(({ kind, token }) => kind === 'leave' && token.includes(left?.id ?? 'none'))?.token ?? '';
    await changes('leave', async () => form('stop', leave), 200);
    await changes('hold', () => api('DELETE', `/v1/holds/${holdIds[0] ?? ''}`, first('hold')), 204);
    const consultation = `/v1/consultations/${consultationIds[0] ?? ''}`;
    assert.equal((await api('DELETE', `${consultation}/photos/top`, first('consultation'))).status, 204);
    await changes('consultation', () => api('DELETE', consultation, first('consultation')), 204);
    await changes('cancel', () => api('PATCH', '/v1/manage', manage, { cancel: [bookings[0]] }), 200);
    await changes('touch-ups', () => api('DELETE', '/v1/touch-ups', first('touch-up')), 204);
  });

  it('are no more once they are taken back', async () => {
    const [, manage = ''] = tokensOf('manage');
    assert.equal((await api('GET', '/v1/manage', manage)).status, 200);
    const proof = { bookingId: bookings[1] ?? '', manageToken: manage };
    const submit = () => api('POST', '/v1/consultations', '', { ...consultationDraft(), booking: proof });
    assert.equal((await submit()).status, 201);
    const [, attend = ''] = tokensOf('attend');
    const [, stop = ''] = tokensOf('stop');
    for (const [page, token] of [
      ['attend', attend],
      ['stop', stop],
    ] as const) {
      assert.equal((await show(page, token)).status, 200);
    }
    assert.equal(await renewLinks(test.database, bookings[1] ?? '', Date.now()), 1);
    assert.equal((await api('GET', '/v1/manage', manage)).status, 401);
    const before = await content();
    assert.equal((await submit()).status, 401, 'nobody gives a booking another consultation');
    assert.equal(await content(), before);
    for (const [page, token] of [
      ['attend', attend],
      ['stop', stop],
    ] as const) {
      assert.equal((await show(page, token)).status, 404);
      assert.equal((await form(page, token)).status, 404);
    }
  });
});
