import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import { SmpError, type SmpErrorCode } from '../../src/domain/errors.js';
import { createHandler, type LogEntry } from '../../src/server/index.js';
import { answerOf, ask, issuesOf, KEY, problemOf, requestOf } from './desk-client.js';
import { BOOKING, CLINIC, CONSULTATION_DRAFT, DRAFT, HOLD, PAGE, SLOT, stubAdapter } from './stub-adapter.js';

const WAITLIST = { service: 'consult', contact: DRAFT.contact, consents: [] };
const never = (): Promise<never> => new Promise(() => undefined);

describe('createHandler routes', () => {
  it('tells the clinic with the capabilities of adapter and backend together', async () => {
    const body = await answerOf(await ask(createHandler(stubAdapter()), 'GET', '/v1/clinic'), 200);
    assert.deepEqual(body, {
      ...CLINIC,
      capabilities: {
        holds: true,
        waitlist: true,
        consultations: true,
        photos: true,
        management: false,
        courses: false,
        touchUps: false,
      },
    });
    const none = {
      holds: false,
      waitlist: false,
      consultations: false,
      photos: false,
      management: false,
      courses: false,
      touchUps: false,
    };
    const less = stubAdapter({
      capabilities: { holds: false, waitlist: true, photos: true },
      getClinic: async () => ({
        ...CLINIC,
        capabilities: { holds: true, waitlist: false, consultations: true, photos: false },
      }),
    });
    const { capabilities } = await answerOf(await ask(createHandler(less), 'GET', '/v1/clinic'), 200);
    assert.deepEqual(capabilities, none);
  });

  it('lists slots for the query as it was sent', async () => {
    const adapter = stubAdapter();
    const path = '/v1/slots?service=consult&practitioner=ana&location=soho&from=2026-12-01&to=2026-12-02&cursor=c%20d';
    const response = await ask(createHandler(adapter), 'GET', path);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await answerOf(response, 200), PAGE);
    const query = { service: 'consult', practitioner: 'ana', location: 'soho', from: '2026-12-01', to: '2026-12-02' };
    assert.deepEqual(adapter.calls[0]?.args[0], { ...query, cursor: 'c d' });
  });

  it('holds a slot under the key of the request', async () => {
    const adapter = stubAdapter();
    const body = { service: 'consult', slotId: SLOT.id, replaces: { holdId: 'h', holdToken: 't' } };
    assert.deepEqual(await answerOf(await ask(createHandler(adapter), 'POST', '/v1/holds', { body }), 201), HOLD);
    const [sent, options] = adapter.calls[0]?.args ?? [];
    assert.deepEqual(sent, body);
    assert.equal((options as { operationId: string }).operationId, KEY);
  });

  it('takes the key in quotes as well', async () => {
    const adapter = stubAdapter();
    const headers = { 'idempotency-key': `"${KEY}"` };
    await ask(createHandler(adapter), 'POST', '/v1/bookings', { body: DRAFT, headers });
    assert.equal((adapter.calls[0]?.args[1] as { operationId: string }).operationId, KEY);
  });

  it('prolongs a hold whose id needs encoding', async () => {
    const adapter = stubAdapter();
    const path = `/v1/holds/${encodeURIComponent('a/b%?')}/extend`;
    const response = await ask(createHandler(adapter), 'POST', path, { body: { holdToken: 't' } });
    assert.deepEqual(await answerOf(response, 200), HOLD);
    assert.deepEqual(adapter.calls[0]?.args[0], { holdId: 'a/b%?', holdToken: 't' });
  });

  it('lets a hold go by DELETE, by JSON and by plain text, without a key', async () => {
    const adapter = stubAdapter();
    const handler = createHandler(adapter);
    const text = JSON.stringify({ holdToken: 't' });
    const responses = [
      await ask(handler, 'DELETE', '/v1/holds/h', { headers: { authorization: 'Bearer t' } }),
      await ask(handler, 'POST', '/v1/holds/h/release', { body: text, headers: { 'content-type': 'text/plain' } }),
      await ask(handler, 'POST', '/v1/holds/h/release', {
        body: text,
        headers: { 'content-type': 'application/json; charset=UTF-8' },
      }),
    ];
    for (const response of responses) {
      assert.equal(response.status, 204);
      assert.equal(await response.text(), '');
    }
    const ids = adapter.calls.map(({ method, args }) => {
      assert.equal(method, 'releaseHold');
      assert.deepEqual(args[0], { holdId: 'h', holdToken: 't' });
      return (args[1] as { operationId: string }).operationId;
    });
    assert.equal(new Set(ids).size, 3);
    for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{16,64}$/);
  });

  it('books with the contact trimmed', async () => {
    const adapter = stubAdapter();
    const body = { ...DRAFT, contact: { name: '  Sam Doe ', email: ' sam@example.com\n' } };
    const response = await ask(createHandler(adapter), 'POST', '/v1/bookings', { body });
    assert.deepEqual(await answerOf(response, 201), BOOKING);
    assert.deepEqual((adapter.calls[0]?.args[0] as typeof DRAFT).contact, {
      name: 'Sam Doe',
      email: 'sam@example.com',
    });
  });

  it('hands the design of a booking and of a consultation to the adapter', async () => {
    const adapter = stubAdapter();
    const handler = createHandler(adapter);
    for (const [path, draft] of [
      ['/v1/bookings', DRAFT],
      ['/v1/consultations', CONSULTATION_DRAFT],
    ] as const) {
      assert.equal((await ask(handler, 'POST', path, { body: { ...draft, design: DEFAULT_DESIGN } })).status, 201);
      assert.deepEqual((adapter.calls.at(-1)?.args[0] as typeof DRAFT).design, DEFAULT_DESIGN);
    }
  });

  it('takes a waiting-list entry and says nothing of it', async () => {
    const response = await ask(createHandler(stubAdapter()), 'POST', '/v1/waitlist', { body: WAITLIST });
    assert.deepEqual(await answerOf(response, 202), {});
  });

  it('tells its health without asking the adapter', async () => {
    const adapter = stubAdapter();
    const body = await answerOf(await ask(createHandler(adapter), 'GET', '/v1/health'), 200);
    assert.deepEqual(body, { status: 'ok', apiVersion: 'v1', tzdb: process.versions['tz'] });
    assert.deepEqual(adapter.calls, []);
    const ill = createHandler(adapter, { health: () => Promise.reject(new Error('no database')) });
    assert.equal((await answerOf(await ask(ill, 'GET', '/v1/health'), 503))['status'], 'unavailable');
    const hanging = createHandler(adapter, { health: never, timeoutMs: 20 });
    assert.equal((await answerOf(await ask(hanging, 'GET', '/v1/health'), 503))['status'], 'unavailable');
  });

  it('leaves out what a runtime without `process` does not tell', async (test) => {
    const kept = Object.getOwnPropertyDescriptor(globalThis, 'process') ?? {};
    test.after(() => Object.defineProperty(globalThis, 'process', kept));
    const handler = createHandler(stubAdapter());
    Reflect.deleteProperty(globalThis, 'process');
    const response = await ask(handler, 'GET', '/v1/health');
    Object.defineProperty(globalThis, 'process', kept);
    assert.deepEqual(await answerOf(response, 200), { status: 'ok', apiVersion: 'v1' });
  });

  it('serves below its base path only', async () => {
    const handler = createHandler(stubAdapter(), { basePath: '/smp' });
    assert.equal((await ask(handler, 'GET', '/smp/v1/clinic')).status, 200);
    for (const path of ['/v1/clinic', '/smpx/v1/clinic', '/smp', '/smp/', '/smp/v1/clinic/', '/smp//v1/clinic', '/']) {
      await problemOf(await ask(handler, 'GET', path), 404, 'not-found');
    }
  });

  it('refuses a base path or origin that can’t work when it is made', () => {
    for (const options of [
      { basePath: 'smp' },
      { basePath: '/smp/' },
      { basePath: '/a?b' },
      { origins: ['https://clinic.example/'] },
      { origins: ['clinic.example'] },
      { origins: ['*'] },
    ]) {
      assert.throws(() => createHandler(stubAdapter(), options), { name: 'SmpError', code: 'invalid-config' });
    }
  });

  it('answers HEAD like GET without the body', async () => {
    const handler = createHandler(stubAdapter());
    const [head, get] = [await ask(handler, 'HEAD', '/v1/clinic'), await ask(handler, 'GET', '/v1/clinic')];
    assert.equal(head.status, 200);
    assert.equal(head.headers.get('etag'), get.headers.get('etag'));
    assert.equal(await head.text(), '');
  });

  it('names the methods of an address in a 405', async () => {
    const handler = createHandler(stubAdapter());
    for (const [method, path, allow] of [
      ['POST', '/v1/clinic', 'GET, HEAD, OPTIONS'],
      ['PUT', '/v1/holds/h', 'DELETE, OPTIONS'],
      ['GET', '/v1/bookings', 'POST, OPTIONS'],
      ['PATCH', '/v1/holds/h/release', 'POST, OPTIONS'],
    ] as const) {
      const response = await ask(handler, method, path);
      assert.equal(response.headers.get('allow'), allow);
      await problemOf(response, 405, 'not-supported');
    }
  });
});

describe('createHandler caching', () => {
  it('tags the clinic by its content, not by the time of the answer', async () => {
    let now = 0;
    let clinic = CLINIC;
    const handler = createHandler(stubAdapter({ getClinic: async () => clinic }), { now: () => (now += 1000) });
    const tag = async () => (await ask(handler, 'GET', '/v1/clinic')).headers.get('etag') ?? '';
    const first = await tag();
    assert.match(first, /^W\/"[\w-]{22}"$/);
    assert.equal(await tag(), first);
    clinic = { ...CLINIC, name: 'Another name' };
    assert.notEqual(await tag(), first);
  });

  it('answers 304 to a tag that fits, and in full to others', async () => {
    const handler = createHandler(stubAdapter());
    const etag = (await ask(handler, 'GET', '/v1/clinic')).headers.get('etag') ?? '';
    for (const fitting of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const response = await ask(handler, 'GET', '/v1/clinic', { headers: { 'if-none-match': fitting } });
      assert.equal(response.status, 304, fitting);
      assert.equal(response.headers.get('etag'), etag);
      assert.equal(response.headers.get('cache-control'), 'public, max-age=60, stale-while-revalidate=600');
      assert.equal(await response.text(), '');
    }
    for (const other of ['"other"', 'W/"other"', '']) {
      assert.equal((await ask(handler, 'GET', '/v1/clinic', { headers: { 'if-none-match': other } })).status, 200);
    }
  });

  it('lets nothing but the clinic be stored', async () => {
    const handler = createHandler(stubAdapter());
    const answers = [
      await ask(handler, 'GET', '/v1/slots?service=consult'),
      await ask(handler, 'GET', '/v1/health'),
      await ask(handler, 'POST', '/v1/bookings', { body: DRAFT }),
      await ask(handler, 'POST', '/v1/bookings', { body: {} }),
      await ask(handler, 'GET', '/nowhere'),
      await ask(handler, 'DELETE', '/v1/holds/h', { headers: { authorization: 'Bearer t' } }),
    ];
    for (const response of answers) assert.equal(response.headers.get('cache-control'), 'no-store');
  });
});

describe('createHandler answers', () => {
  const thrown: readonly (readonly [unknown, number, string])[] = [
    [new SmpError('slot-taken', 'x'), 409, 'slot-taken'],
    [new SmpError('hold-expired', 'x'), 410, 'hold-expired'],
    [new SmpError('unauthorized', 'x'), 401, 'unauthorized'],
    [new SmpError('not-found', 'x'), 404, 'not-found'],
    [new SmpError('validation', 'x'), 422, 'validation'],
    [new SmpError('version-conflict', 'x'), 412, 'version-conflict'],
    [new SmpError('rate-limited', 'x'), 429, 'rate-limited'],
    [new SmpError('network', 'x'), 503, 'network'],
    [new SmpError('timeout', 'x'), 503, 'timeout'],
    [new SmpError('aborted', 'x'), 503, 'timeout'],
    [new SmpError('invalid-response', 'x'), 502, 'invalid-response'],
    [new SmpError('not-supported', 'x'), 501, 'not-supported'],
    [new SmpError('invalid-config', 'x'), 500, 'unknown'],
    [new SmpError('unknown', 'x'), 500, 'unknown'],
    [new SmpError('unknown', 'x', { retryable: true }), 503, 'unknown'],
    [new SmpError('toString' as SmpErrorCode, 'x'), 500, 'unknown'],
    [new SmpError('validation', 'x', { issues: [{ pointer: '', code: 'key-reused' }] }), 422, 'key-reused'],
    [new SmpError('unknown', 'x', { issues: [{ pointer: '', code: 'key-in-progress' }] }), 409, 'key-in-progress'],
    [{ name: 'SmpError', code: 'slot-taken', message: 'from another copy' }, 409, 'slot-taken'],
    [new Error('password=hunter2 at db.internal'), 500, 'unknown'],
    ['text', 500, 'unknown'],
    [undefined, 500, 'unknown'],
    [null, 500, 'unknown'],
  ];
  for (const [error, status, code] of thrown) {
    const name = error instanceof SmpError ? error.code : String(error);
    it(`says ${status} ${code} when the adapter throws ${name}`, async () => {
      for (const createBooking of [
        async (): Promise<never> => {
          throw error;
        },
        (): never => {
          throw error;
        },
      ]) {
        const handler = createHandler(stubAdapter({ createBooking }));
        const problem = await problemOf(await ask(handler, 'POST', '/v1/bookings', { body: DRAFT }), status, code);
        assert.equal(problem.detail, undefined);
      }
    });
  }

  it('never passes on the words of an error', async () => {
    const createBooking = () => Promise.reject(new SmpError('not-found', 'sam@example.com at db.internal'));
    const response = await ask(createHandler(stubAdapter({ createBooking })), 'POST', '/v1/bookings', { body: DRAFT });
    assert.doesNotMatch(await response.text(), /sam@|internal/);
  });

  it('passes on alternatives, issues and the time to wait', async () => {
    const issues = [{ pointer: '/service', code: 'mismatch' }];
    const error = new SmpError('slot-taken', 'x', { alternatives: [SLOT], issues, retryAfterMs: 1500.2 });
    const handler = createHandler(stubAdapter({ createBooking: () => Promise.reject(error) }));
    const response = await ask(handler, 'POST', '/v1/bookings', { body: DRAFT });
    assert.equal(response.headers.get('retry-after'), '2');
    const problem = await problemOf(response, 409, 'slot-taken');
    assert.deepEqual(problem.alternatives, [SLOT]);
    assert.deepEqual(problem.errors, issues);
    assert.equal(problem.retryAfterMs, 1501);
  });

  it('drops alternatives and issues that are not well-formed, and what is not theirs', async () => {
    const broken = { alternatives: [{ ...SLOT, start: 'soon' }], issues: 'many', retryAfterMs: -1 };
    const error = Object.assign(new SmpError('slot-taken', 'x'), broken);
    const handler = createHandler(stubAdapter({ createBooking: () => Promise.reject(error) }));
    const response = await ask(handler, 'POST', '/v1/bookings', { body: DRAFT });
    assert.equal(response.headers.get('retry-after'), null);
    const problem = await problemOf(response, 409, 'slot-taken');
    assert.deepEqual([problem.alternatives, problem.errors, problem.retryAfterMs], [undefined, undefined, undefined]);
  });

  const nonsense = [undefined, null, 'ok', 42, [], {}, { ...BOOKING, status: 'maybe' }, { ...BOOKING, slot: null }];
  for (const answer of nonsense) {
    it(`says 500, not garbage, when the adapter answers ${JSON.stringify(answer)?.slice(0, 40)}`, async () => {
      const errors: unknown[] = [];
      const adapter = stubAdapter({ createBooking: async () => answer as typeof BOOKING });
      const handler = createHandler(adapter, { onError: (error) => errors.push(error) });
      await problemOf(await ask(handler, 'POST', '/v1/bookings', { body: DRAFT }), 500, 'unknown');
      assert.equal((errors[0] as SmpError).code, 'invalid-response');
    });
  }

  it('lets no field out that the schema does not know', async () => {
    const answer = { ...BOOKING, internalNote: 'secret', slot: { ...SLOT, resource: 'secret' } };
    const handler = createHandler(stubAdapter({ createBooking: async () => answer }));
    const response = await ask(handler, 'POST', '/v1/bookings', { body: DRAFT });
    assert.deepEqual(await answerOf(response, 201), BOOKING);
  });

  it('says 501 for what the adapter can’t do', async () => {
    const { holdSlot, joinWaitlist, ...bare } = stubAdapter();
    for (const adapter of [
      stubAdapter({ capabilities: { holds: false, waitlist: false } }),
      { ...bare, capabilities: { holds: true, waitlist: true } },
    ]) {
      const handler = createHandler(adapter);
      const hold = { service: 'consult', slotId: SLOT.id };
      await problemOf(await ask(handler, 'POST', '/v1/holds', { body: hold }), 501, 'not-supported');
      await problemOf(await ask(handler, 'POST', '/v1/waitlist', { body: WAITLIST }), 501, 'not-supported');
    }
    assert.ok(holdSlot && joinWaitlist);
  });

  it('gives up an adapter that hangs, and tells it so', async () => {
    let signal: AbortSignal | undefined;
    const createBooking = (_: unknown, options: { signal?: AbortSignal }) => {
      signal = options.signal;
      return never();
    };
    const handler = createHandler(stubAdapter({ createBooking }), { timeoutMs: 20 });
    const response = await ask(handler, 'POST', '/v1/bookings', { body: DRAFT });
    assert.equal(response.headers.get('retry-after'), '1');
    assert.equal((await problemOf(response, 503, 'timeout')).retryAfterMs, 1000);
    assert.equal(signal?.aborted, true);
  });

  it('gives up a read, but not a write, when the client goes', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const signals: (AbortSignal | undefined)[] = [];
    const client = new AbortController();
    const hang = (_: unknown, options?: { signal?: AbortSignal }) => {
      signals.push(options?.signal);
      return never();
    };
    const adapter = stubAdapter({ listSlots: hang, createBooking: hang });
    const handler = createHandler(adapter);
    const read = ask(handler, 'GET', '/v1/slots?service=consult', { signal: client.signal });
    const write = ask(handler, 'POST', '/v1/bookings', { body: DRAFT, signal: client.signal });
    while (signals.length < 2) await new Promise(setImmediate);
    client.abort();
    assert.equal((await read).status, 499);
    assert.deepEqual(
      signals.map((signal) => signal?.aborted),
      [true, false],
    );
    test.mock.timers.tick(20_000);
    assert.equal((await write).status, 503);
  });
});

describe('createHandler headers', () => {
  it('puts the secure headers and a request id of its own on every answer', async () => {
    const handler = createHandler(stubAdapter(), { hsts: true });
    const ids = new Set<string | null>();
    for (const [method, path] of [
      ['GET', '/v1/clinic'],
      ['OPTIONS', '/v1/clinic'],
      ['GET', '/nowhere'],
      ['POST', '/v1/bookings'],
      ['PUT', '/v1/bookings'],
    ] as const) {
      const { headers } = await ask(handler, method, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.equal(headers.get('idempotency-replayed'), null);
      ids.add(headers.get('x-request-id'));
    }
    assert.equal(ids.size, 5);
    assert.equal(
      (await ask(createHandler(stubAdapter()), 'GET', '/v1/clinic')).headers.get('strict-transport-security'),
      null,
    );
  });
});

describe('createHandler hooks', () => {
  it('limits by route before it reads the body', async () => {
    const routes: unknown[] = [];
    const adapter = stubAdapter();
    const handler = createHandler(adapter, {
      rateLimit: async ({ route, platform, request }) => {
        routes.push([route, platform, request.bodyUsed]);
        return { retryAfterMs: 2500 };
      },
    });
    const response = await handler(requestOf('POST', '/v1/holds/h/extend', { body: {} }), 'from-runtime');
    assert.equal(response.headers.get('retry-after'), '3');
    assert.equal((await problemOf(response, 429, 'rate-limited')).retryAfterMs, 2500);
    assert.deepEqual(routes, [['POST /v1/holds/{holdId}/extend', 'from-runtime', false]]);
    assert.deepEqual(adapter.calls, []);
  });

  it('logs each answer without anything of the visitor’s', async () => {
    const entries: LogEntry[] = [];
    let now = 0;
    const handler = createHandler(stubAdapter(), { log: (entry) => entries.push(entry), now: () => (now += 5) });
    const ids = [];
    for (const [method, path, options] of [
      ['POST', '/v1/bookings', { body: DRAFT }],
      ['POST', '/v1/holds/secret-hold/release', { body: 'nonsense sam@example.com' }],
      ['GET', '/v1/secret?token=secret', {}],
      ['OPTIONS', '/v1/holds/secret-hold', {}],
    ] as const) {
      ids.push((await ask(handler, method, path, options)).headers.get('x-request-id'));
    }
    assert.deepEqual(
      entries.map(({ route, status, code }) => [route, status, code]),
      [
        ['POST /v1/bookings', 201, undefined],
        ['POST /v1/holds/{holdId}/release', 400, 'validation'],
        ['-', 404, 'not-found'],
        ['OPTIONS /v1/holds/{holdId}', 204, undefined],
      ],
    );
    assert.deepEqual(
      entries.map(({ requestId }) => requestId),
      ids,
    );
    for (const { durationMs } of entries) assert.ok(durationMs > 0);
    assert.doesNotMatch(JSON.stringify(entries), /secret|sam@/);
  });

  it('hands what was thrown to onError for a 5xx only', async () => {
    const seen: unknown[] = [];
    const cause = new Error('database is gone');
    const options = { onError: (error: unknown, { status }: LogEntry) => seen.push([error, status]) };
    const failing = createHandler(stubAdapter({ createBooking: () => Promise.reject(cause) }), options);
    await ask(failing, 'POST', '/v1/bookings', { body: DRAFT });
    await ask(failing, 'POST', '/v1/bookings', { body: {} });
    // A time that is not kept, say, is no failure.
    const without = createHandler(
      stubAdapter({ createBooking: () => Promise.reject(new SmpError('not-supported', 'Not this one')) }),
      options,
    );
    const { status } = await ask(without, 'POST', '/v1/bookings', { body: DRAFT });
    assert.equal(status, 501);
    assert.deepEqual(seen, [[cause, 500]]);
  });

  it('answers although a log throws', async () => {
    const fail = (): never => {
      throw new Error('log is full');
    };
    const handler = createHandler(stubAdapter({ listSlots: fail }), { log: fail, onError: fail });
    assert.equal((await ask(handler, 'GET', '/v1/clinic')).status, 200);
    assert.equal((await ask(handler, 'GET', '/v1/slots?service=consult')).status, 500);
  });

  it('says 500 when a hook throws, and does not ask the adapter', async () => {
    const adapter = stubAdapter();
    const rateLimit = () => Promise.reject(new Error('redis is gone'));
    await problemOf(await ask(createHandler(adapter, { rateLimit }), 'GET', '/v1/clinic'), 500, 'unknown');
    assert.deepEqual(adapter.calls, []);
  });
});

describe('createHandler malformed requests', () => {
  const json = { 'content-type': 'application/json' };
  const keyed = { ...json, 'idempotency-key': KEY };
  const big = 'x'.repeat(65_537);
  const deep = `${'{"contact":'.repeat(40)}1${'}'.repeat(40)}`;
  const cases: readonly (readonly [string, Request, number, readonly string[]])[] = [
    [
      'no key',
      requestOf('POST', '/v1/holds', { headers: json, body: '{}' }),
      400,
      ['/header/idempotency-key required'],
    ],
    ...['short', 'x'.repeat(65), 'has space 0123456789', '"unclosed0123456789', '""', ''].map(
      (key) =>
        [
          `key ${key}`,
          requestOf('POST', '/v1/holds', { headers: { ...json, 'idempotency-key': key }, body: '{}' }),
          400,
          ['/header/idempotency-key format'],
        ] as const,
    ),
    ['no JSON', requestOf('POST', '/v1/holds', { headers: keyed, body: '{' }), 400, [' json']],
    ['nothing', requestOf('POST', '/v1/holds', { headers: keyed }), 400, [' json']],
    [
      'bad UTF-8',
      requestOf('POST', '/v1/holds', { headers: keyed, body: new Uint8Array([34, 255, 34]) }),
      400,
      [' json'],
    ],
    ['a list', requestOf('POST', '/v1/holds', { body: [] }), 422, [' type']],
    ['null', requestOf('POST', '/v1/holds', { body: null }), 422, [' type']],
    ['no fields', requestOf('POST', '/v1/holds', { body: {} }), 422, ['/service required', '/slotId required']],
    [
      'an ill-typed field',
      requestOf('POST', '/v1/holds', { body: { service: 1, slotId: 'a b' } }),
      422,
      ['/service type', '/slotId format'],
    ],
    [
      'an unknown field',
      requestOf('POST', '/v1/holds', { body: { service: 's', slotId: 'x', 'a/b~': 1 } }),
      422,
      ['/a~1b~0 unknown-field'],
    ],
    [
      'unknown fields inside',
      requestOf('POST', '/v1/bookings', {
        body: { ...DRAFT, contact: { ...DRAFT.contact, admin: true }, consents: [{ ...DRAFT.consents[0], x: 1 }] },
      }),
      422,
      ['/contact/admin unknown-field', '/consents/0/x unknown-field'],
    ],
    [
      '__proto__',
      requestOf('POST', '/v1/bookings', {
        headers: keyed,
        body: JSON.stringify(DRAFT).replace(
          '{',
          '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
        ),
      }),
      422,
      ['/__proto__ unknown-field', '/constructor unknown-field'],
    ],
    ['text with a NUL', requestOf('POST', '/v1/bookings', { body: { ...DRAFT, note: 'a\0b' } }), 422, ['/note text']],
    [
      'half a surrogate pair',
      requestOf('POST', '/v1/bookings', { body: { ...DRAFT, note: 'a\ud800b' } }),
      422,
      ['/note text'],
    ],
    [
      'too much text',
      requestOf('POST', '/v1/bookings', { body: { ...DRAFT, note: 'x'.repeat(1001) } }),
      422,
      ['/note too-big'],
    ],
    [
      'bad contact details',
      requestOf('POST', '/v1/bookings', { body: { ...DRAFT, contact: { name: '  ', email: 'x', phone: '1' } } }),
      422,
      ['/contact/name too-small', '/contact/email format', '/contact/phone format'],
    ],
    [
      'too deep',
      requestOf('POST', '/v1/bookings', { headers: keyed, body: deep }),
      422,
      [`${'/contact'.repeat(16)} too-deep`],
    ],
    ['too large', requestOf('POST', '/v1/holds', { headers: keyed, body: big }), 413, [' too-large']],
    [
      'a stated length that is too large',
      requestOf('POST', '/v1/holds', { headers: { ...keyed, 'content-length': '70000' }, body: '{}' }),
      413,
      [' too-large'],
    ],
    [
      'no content type',
      new Request('https://api.example/v1/holds', {
        method: 'POST',
        headers: { 'idempotency-key': KEY },
        body: new Uint8Array([123, 125]),
      }),
      415,
      ['/header/content-type media-type'],
    ],
    ...['text/plain', 'text/html', 'application/json; charset=latin1', 'application/jsonx', 'multipart/form-data'].map(
      (type) =>
        [
          `content type ${type}`,
          requestOf('POST', '/v1/holds', { headers: { ...keyed, 'content-type': type }, body: '{}' }),
          415,
          ['/header/content-type media-type'],
        ] as const,
    ),
    [
      'a compressed body',
      requestOf('POST', '/v1/holds', { headers: { ...keyed, 'content-encoding': 'gzip' }, body: '{}' }),
      415,
      ['/header/content-encoding media-type'],
    ],
    ['no service', requestOf('GET', '/v1/slots'), 422, ['/service required']],
    ['an empty service', requestOf('GET', '/v1/slots?service='), 422, ['/service format']],
    ['a bad date', requestOf('GET', '/v1/slots?service=s&from=2026-02-30'), 422, ['/from format']],
    ['an unknown parameter', requestOf('GET', '/v1/slots?service=s&limit=5'), 422, ['/limit unknown-field']],
    ['a repeated parameter', requestOf('GET', '/v1/slots?service=s&service=t'), 422, ['/service repeated']],
    ['a parameter nobody reads', requestOf('GET', '/v1/clinic?__proto__=1'), 422, ['/__proto__ unknown-field']],
    ['to before from', requestOf('GET', '/v1/slots?service=s&from=2026-12-02&to=2026-12-01'), 422, ['/to before-from']],
    ['63 days', requestOf('GET', '/v1/slots?service=s&from=2026-01-01&to=2026-03-04'), 422, ['/to too-far']],
    [
      'a bad hold id',
      requestOf('POST', '/v1/holds/a%20b/extend', { body: { holdToken: 't' } }),
      422,
      ['/holdId format'],
    ],
    [
      'a hold id that is not UTF-8',
      requestOf('POST', '/v1/holds/%ff/extend', { body: { holdToken: 't' } }),
      422,
      ['/holdId format'],
    ],
    [
      'a design out of its limits',
      requestOf('POST', '/v1/bookings', {
        body: { ...DRAFT, design: { ...DEFAULT_DESIGN, density: 900, shade: '<b>' } },
      }),
      422,
      ['/design/shade format', '/design/density too-big'],
    ],
    [
      'a design with a part that none has',
      requestOf('POST', '/v1/bookings', { body: { ...DRAFT, design: { ...DEFAULT_DESIGN, colour: 'red' } } }),
      422,
      ['/design/colour unknown-field'],
    ],
    ['a release without proof', requestOf('POST', '/v1/holds/h/release', { body: {} }), 422, ['/holdToken required']],
  ];
  for (const [name, request, status, issues] of cases) {
    it(`refuses ${name.slice(0, 60)} and names it`, async () => {
      const adapter = stubAdapter();
      const problem = await problemOf(await createHandler(adapter)(request), status, 'validation');
      assert.deepEqual(issuesOf(problem), issues);
      assert.ok(problem.detail);
      assert.deepEqual(adapter.calls, []);
      assert.equal((Object.prototype as { polluted?: unknown }).polluted, undefined);
    });
  }

  it('takes exactly 62 days', async () => {
    const path = '/v1/slots?service=s&from=2026-01-01&to=2026-03-03';
    assert.equal((await ask(createHandler(stubAdapter()), 'GET', path)).status, 200);
  });

  it('refuses a DELETE without the token', async () => {
    for (const authorization of [undefined, 'Basic dDp0', 'Bearer ', 'Bearer a b', `Bearer ${'x'.repeat(1025)}`]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const response = await ask(createHandler(stubAdapter()), 'DELETE', '/v1/holds/h', { headers });
      assert.equal(response.headers.get('www-authenticate'), 'Bearer');
      assert.deepEqual(issuesOf(await problemOf(response, 401, 'unauthorized')), ['/header/authorization required']);
    }
  });

  it('stops reading a body that never ends, whatever length it states', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
      cancel() {
        cancelled = true;
      },
    });
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY, 'content-length': '10' };
    const response = await ask(createHandler(stubAdapter()), 'POST', '/v1/holds', { headers, body });
    await problemOf(response, 413, 'validation');
    assert.ok(pulled < 10 && cancelled, `${pulled} chunks read`);
  });

  it('says 408 for a body that does not come, 400 for one that breaks off', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
    const handler = createHandler(stubAdapter(), { timeoutMs: 20 });
    const slow = await ask(handler, 'POST', '/v1/holds', { headers, body: new ReadableStream() });
    assert.deepEqual(issuesOf(await problemOf(slow, 408, 'validation')), [' incomplete']);
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
    const cut = await ask(handler, 'POST', '/v1/holds', { headers, body: broken });
    assert.deepEqual(issuesOf(await problemOf(cut, 400, 'validation')), [' incomplete']);
  });

  it('names at most twenty fields, and long names cut', async () => {
    const body = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]));
    const response = await ask(createHandler(stubAdapter()), 'POST', '/v1/holds', {
      body: { service: 's', slotId: 'x', ...body },
    });
    const problem = await problemOf(response, 422, 'validation');
    assert.equal(problem.errors?.length, 20);
    for (const { pointer } of problem.errors ?? []) assert.ok(pointer.length <= 65);
  });
});
