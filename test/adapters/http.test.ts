import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { EARLY_READS, type EarlyReads } from '../../src/adapters/early-reads.js';
import { httpAdapter, type HttpAdapterOptions } from '../../src/adapters/http.js';
import { SMP_ERROR_CODES, SmpError } from '../../src/domain/errors.js';
import { PROBLEM_CODES } from '../../src/domain/problem.js';
import { createHandler } from '../../src/server/index.js';
import { BOOKING, CLINIC, DRAFT, HOLD, PAGE, SLOT, stubAdapter } from '../server/stub-adapter.js';

const BASE = 'https://clinic.example/smp';
const WRITE = { operationId: 'operation-0123456789' };

/** An adapter whose requests are noted and answered by `reply`. */
function noting(reply: (request: Request) => Response | Promise<Response>, options: HttpAdapterOptions = {}) {
  const requests: Request[] = [];
  const adapter = httpAdapter(BASE, {
    ...options,
    fetch: async (request) => {
      requests.push(request.clone());
      return reply(request);
    },
  });
  return { adapter, requests };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

async function errorOf(promise: Promise<unknown> | undefined): Promise<SmpError> {
  const error: unknown = await promise?.then(
    () => assert.fail('should have been refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SmpError, String(error));
  return error;
}

describe('httpAdapter requests', () => {
  it('reads without a header of its own, so that no preflight is due', async () => {
    const { adapter, requests } = noting(() => json({}));
    await adapter.getClinic();
    await adapter.listSlots({ service: 'a b', practitioner: 'p&q', location: 'l', from: 'f', to: 't', cursor: 'c' });
    await adapter.listSlots({ service: 's' });
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url}`),
      [
        `GET ${BASE}/v1/clinic`,
        `GET ${BASE}/v1/slots?service=a+b&practitioner=p%26q&location=l&from=f&to=t&cursor=c`,
        `GET ${BASE}/v1/slots?service=s`,
      ],
    );
    for (const request of requests) {
      assert.deepEqual([...request.headers], []);
      assert.equal(request.credentials, 'omit');
    }
  });

  it('writes with the operation id as the key', async () => {
    const { adapter, requests } = noting(() => json({}));
    const waiting = { service: 's', contact: DRAFT.contact, consents: [] };
    await adapter.createBooking(DRAFT, WRITE);
    await adapter.holdSlot?.({ service: 's', slotId: 'x' }, WRITE);
    await adapter.extendHold?.({ holdId: 'a/b?', holdToken: 't' }, WRITE);
    await adapter.joinWaitlist?.(waiting, WRITE);
    const sent = await Promise.all(
      requests.map(async (request) => [
        request.method,
        request.url.slice(BASE.length),
        JSON.parse(await request.text()) as object,
      ]),
    );
    assert.deepEqual(sent, [
      ['POST', '/v1/bookings', DRAFT],
      ['POST', '/v1/holds', { service: 's', slotId: 'x' }],
      ['POST', '/v1/holds/a%2Fb%3F/extend', { holdToken: 't' }],
      ['POST', '/v1/waitlist', waiting],
    ]);
    for (const { headers } of requests) {
      assert.equal(headers.get('idempotency-key'), WRITE.operationId);
      assert.equal(headers.get('content-type'), 'application/json');
    }
  });

  it('lets a hold go by a simple request that outlives its page', async () => {
    const { adapter, requests } = noting(() => new Response(null, { status: 204 }));
    await adapter.releaseHold?.({ holdId: 'h', holdToken: 't' }, WRITE);
    const [request] = requests;
    assert.equal(request?.url, `${BASE}/v1/holds/h/release`);
    assert.equal(request?.keepalive, true);
    assert.deepEqual([...(request?.headers ?? [])], [['content-type', 'text/plain']]);
    assert.equal(await request?.text(), '{"holdToken":"t"}');
  });

  it('adds the headers it is given, made anew for each request, and credentials', async () => {
    let count = 0;
    const headers = () => ({ 'x-token': String((count += 1)) });
    const { adapter, requests } = noting(() => json({}), { headers, credentials: 'include' });
    await adapter.getClinic();
    await adapter.createBooking(DRAFT, WRITE);
    assert.deepEqual(
      requests.map((request) => [request.headers.get('x-token'), request.credentials]),
      [
        ['1', 'include'],
        ['2', 'include'],
      ],
    );
    assert.equal(requests[1]?.headers.get('idempotency-key'), WRITE.operationId);
  });

  it('sends each request once, whatever comes of it', async () => {
    for (const reply of [
      () => json({}, { status: 503 }),
      () => json({}, { status: 429, headers: { 'retry-after': '0' } }),
      () => Promise.reject(new TypeError('fetch failed')),
    ]) {
      const { adapter, requests } = noting(reply);
      await errorOf(adapter.getClinic());
      await errorOf(adapter.createBooking(DRAFT, WRITE));
      assert.equal(requests.length, 2);
    }
  });

  it('has the methods of the capabilities it is given', () => {
    const { holdSlot, extendHold, releaseHold, joinWaitlist } = httpAdapter(BASE, {
      capabilities: { holds: false, waitlist: true },
    });
    assert.deepEqual(
      [holdSlot, extendHold, releaseHold, typeof joinWaitlist],
      [undefined, undefined, undefined, 'function'],
    );
  });
});

describe('httpAdapter addresses', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'document'));
  const addressOf = async (base: string): Promise<string> => {
    let address = '';
    await httpAdapter(base, { fetch: async ({ url }) => ((address = url), json({})) }).getClinic();
    return address;
  };

  it('takes an absolute address, with or without slashes at its end', async () => {
    for (const base of ['https://api.example', 'https://api.example/', 'https://api.example///']) {
      assert.equal(await addressOf(base), 'https://api.example/v1/clinic');
    }
    assert.equal(await addressOf('http://127.0.0.1:8787/smp'), 'http://127.0.0.1:8787/smp/v1/clinic');
  });

  /** A page, with what its head names as backends. */
  const stand = (listed?: string): void => {
    const querySelector = () => (listed === undefined ? null : { content: listed });
    Object.assign(globalThis, { document: { baseURI: 'https://page.example/book/now?x#y', querySelector } });
  };

  it('are those that the page lists, where it does', async () => {
    stand(' https://api.example/smp/\n/smp https:// ');
    for (const base of ['https://api.example/smp', '/smp/', 'https://page.example/smp']) {
      assert.match(await addressOf(base), /\/smp\/v1\/clinic$/);
    }
    for (const base of ['https://api.example/smp/x', 'http://api.example/smp', 'https://evil.example/smp', '.']) {
      await assert.rejects(async () => addressOf(base), { code: 'invalid-config' }, base);
    }
    stand('');
    await assert.rejects(async () => addressOf('.'), { code: 'invalid-config' });
    // The control: with no list, that is an address like any other.
    stand();
    assert.equal(await addressOf('.'), 'https://page.example/book/v1/clinic');
  });

  it('are never empty, wherever the page stands', async () => {
    stand();
    Object.assign(document, { baseURI: 'https://page.example/book/' });
    for (const base of ['', ' ']) await assert.rejects(async () => addressOf(base), { code: 'invalid-config' });
  });

  it('are named to the developer where nothing is there, or something else', async () => {
    const told = async (reply: () => Response | Promise<Response>): Promise<string> => {
      const adapter = httpAdapter('https://api.example/smp/v1', { fetch: async () => reply() });
      return (await errorOf(adapter.getClinic())).message;
    };
    const address = 'https://api.example/smp/v1/v1/clinic';
    const nothing = { status: 404, code: 'not-found', title: 'Not found', detail: 'Nothing is at this address.' };
    assert.equal(await told(() => new Response('<h1>', { status: 404 })), `HTTP 404 ${address}`);
    assert.equal(await told(() => json(nothing, { status: 404 })), `HTTP 404 Nothing is at this address. ${address}`);
    assert.equal(await told(() => new Response('<h1>')), `HTTP 200 without JSON: ${address}`);
    assert.equal(await told(() => Promise.reject(new TypeError('fetch'))), `No answer: ${address}`);
  });

  it('reads a relative address against the page', async () => {
    stand();
    assert.equal(await addressOf('/smp'), 'https://page.example/smp/v1/clinic');
    assert.equal(await addressOf('smp/'), 'https://page.example/book/smp/v1/clinic');
    assert.equal(await addressOf('//api.example'), 'https://api.example/v1/clinic');
  });

  for (const base of [
    '',
    '/smp',
    'nonsense',
    'https://',
    'javascript:alert(1)',
    'data:,x',
    'ftp://api.example',
    'https://user:secret@api.example',
    'https://user@api.example',
    'https://api.example/?key=1',
    'https://api.example/#x',
  ]) {
    it(`refuses ${base || 'nothing'} at once`, () => {
      assert.throws(() => httpAdapter(base), { name: 'SmpError', code: 'invalid-config', retryable: false });
    });
  }
});

describe('httpAdapter answers', () => {
  it('gives what createHandler serves', async () => {
    const handler = createHandler(stubAdapter(), { basePath: '/smp' });
    const adapter = httpAdapter(BASE, { fetch: (request) => handler(request) });
    assert.deepEqual(await adapter.getClinic(), {
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
    assert.deepEqual(await adapter.listSlots({ service: 'consult' }), PAGE);
    assert.deepEqual(await adapter.createBooking(DRAFT, WRITE), BOOKING);
    assert.deepEqual(await adapter.holdSlot?.({ service: 'consult', slotId: SLOT.id }, WRITE), HOLD);
    assert.deepEqual(await adapter.extendHold?.(HOLD, WRITE), HOLD);
    assert.equal(await adapter.releaseHold?.(HOLD, WRITE), undefined);
    const waiting = { service: 'consult', contact: DRAFT.contact, consents: [] };
    assert.equal(await adapter.joinWaitlist?.(waiting, WRITE), undefined);
  });

  for (const code of PROBLEM_CODES) {
    it(`hands a ${code} of the server on`, async () => {
      const problem = { code, title: 'x', retryAfterMs: 1500, alternatives: [SLOT] };
      const error = await errorOf(noting(() => json(problem, { status: 409 })).adapter.createBooking(DRAFT, WRITE));
      const special = { 'key-reused': 'validation', 'key-in-progress': 'unknown', aborted: 'unknown' };
      assert.equal(error.code, Object.hasOwn(special, code) ? special[code as keyof typeof special] : code);
      assert.equal(error.retryable, code === 'key-in-progress');
      assert.equal(error.retryAfterMs, 1500);
      assert.deepEqual(error.alternatives, [SLOT]);
      const issue = code.startsWith('key-') ? [{ pointer: '', code }] : undefined;
      assert.deepEqual(error.issues, issue);
      assert.ok(SMP_ERROR_CODES.includes(error.code));
    });
  }

  const statuses: readonly (readonly [status: number, read: string, write: string, retryable: boolean])[] = [
    [400, 'unknown', 'unknown', false],
    [401, 'unauthorized', 'unknown', false],
    [403, 'unauthorized', 'unknown', false],
    [404, 'not-found', 'unknown', false],
    [408, 'timeout', 'timeout', true],
    [409, 'unknown', 'unknown', false],
    [413, 'unknown', 'unknown', false],
    [425, 'unknown', 'unknown', true],
    [429, 'rate-limited', 'rate-limited', true],
    [500, 'unknown', 'unknown', true],
    [501, 'not-supported', 'unknown', false],
    [502, 'unknown', 'unknown', true],
    [503, 'unknown', 'unknown', true],
    [504, 'timeout', 'timeout', true],
    [599, 'unknown', 'unknown', true],
  ];
  for (const [status, read, write, retryable] of statuses) {
    it(`takes a bare ${status} for ${read}, and for ${write} of a write`, async () => {
      for (const body of ['<h1>Sorry</h1>', '', '{"code":"nonsense"}', 'null']) {
        const { adapter } = noting(() => new Response(body, { status }));
        const [first, second] = [
          await errorOf(adapter.getClinic()),
          await errorOf(adapter.createBooking(DRAFT, WRITE)),
        ];
        assert.deepEqual([first.code, first.retryable], [read, retryable]);
        assert.deepEqual([second.code, second.retryable], [write, retryable]);
      }
    });
  }

  it('reads the time to wait from the header when the body has none', async () => {
    const wait = async (value: string) => {
      const { adapter } = noting(() => json({}, { status: 429, headers: { 'retry-after': value } }));
      return (await errorOf(adapter.getClinic())).retryAfterMs;
    };
    assert.equal(await wait('7'), 7000);
    assert.equal(await wait('0'), 0);
    assert.equal(await wait('-7'), 0);
    assert.equal(await wait('soon'), undefined);
    assert.equal(await wait('Wed, 21 Oct 2015 07:28:00 GMT'), 0);
    const later = (await wait(new Date(Date.now() + 60_000).toUTCString())) ?? 0;
    assert.ok(later > 50_000 && later <= 60_000, String(later));
  });

  it('drops parts of a problem that are not what they should be', async () => {
    const problem = { code: 'slot-taken', retryAfterMs: 'soon', errors: 'many', alternatives: {} };
    const error = await errorOf(noting(() => json(problem, { status: 409 })).adapter.createBooking(DRAFT, WRITE));
    assert.equal(error.code, 'slot-taken');
    assert.deepEqual([error.retryAfterMs, error.issues, error.alternatives], [undefined, undefined, undefined]);
  });

  for (const body of ['<!doctype html><p>Log in', '', 'null', '"text"', '42', '{"id":"x"', '\ufeff{"id"']) {
    it(`takes 200 ${JSON.stringify(body)} for invalid-response`, async () => {
      const { adapter } = noting(() => new Response(body, { headers: { 'content-type': 'text/html' } }));
      const waiting = { service: 's', contact: DRAFT.contact, consents: [] };
      for (const call of [
        () => adapter.getClinic(),
        () => adapter.createBooking(DRAFT, WRITE),
        () => adapter.joinWaitlist?.(waiting, WRITE),
      ]) {
        const { code, retryable } = await errorOf(call());
        assert.deepEqual([code, retryable], ['invalid-response', true]);
      }
    });
  }

  it('takes 204 for invalid-response where there is something to say', async () => {
    const { adapter } = noting(() => new Response(null, { status: 204 }));
    assert.equal((await errorOf(adapter.createBooking(DRAFT, WRITE))).code, 'invalid-response');
  });

  it('stops reading an answer over 2 MiB', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
      cancel: () => void (cancelled = true),
    });
    const { code } = await errorOf(noting(() => new Response(body)).adapter.getClinic());
    assert.equal(code, 'invalid-response');
    assert.ok(pulled < 40 && cancelled, `${pulled} chunks read`);
  });

  it('takes one just under 2 MiB, in letters of several bytes cut anywhere', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ name: 'é🙂'.repeat(300_000) }));
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.subarray(at, (at += 9_999)));
      },
    });
    assert.deepEqual(await noting(() => new Response(body)).adapter.getClinic(), { name: 'é🙂'.repeat(300_000) });
  });

  it('takes anything thrown on the way for network', async () => {
    const all: readonly unknown[] = [new TypeError('Failed to fetch'), new TypeError('odd'), new Error('x'), 'text'];
    for (const thrown of all) {
      const { adapter } = noting(() => {
        throw thrown;
      });
      const { code, retryable } = await errorOf(adapter.createBooking(DRAFT, WRITE));
      assert.deepEqual([code, retryable], ['network', true]);
    }
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    assert.equal((await errorOf(noting(() => new Response(broken)).adapter.getClinic())).code, 'network');
  });
});

describe('httpAdapter aborts', () => {
  it('sends nothing when it is aborted already', async () => {
    const { adapter, requests } = noting(() => json({}));
    const error = await errorOf(adapter.getClinic({ signal: AbortSignal.abort() }));
    assert.deepEqual([error.code, error.retryable], ['aborted', false]);
    assert.deepEqual(requests, []);
  });

  it('settles as aborted though the request hangs, and aborts the request', async () => {
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    const { adapter } = noting((request) => {
      seen = request.signal;
      controller.abort(new Error('element left'));
      return new Promise(() => undefined);
    });
    const error = await errorOf(adapter.getClinic({ signal: controller.signal }));
    assert.equal(error.code, 'aborted');
    assert.equal((error.cause as Error).message, 'element left');
    assert.equal(seen?.aborted, true);
  });

  it('settles as aborted though the body hangs', async () => {
    const controller = new AbortController();
    const body = new ReadableStream({ pull: () => void setImmediate(() => controller.abort()) });
    const { adapter } = noting(() => new Response(body));
    assert.equal((await errorOf(adapter.getClinic({ signal: controller.signal }))).code, 'aborted');
  });

  it('leaves no listener on a signal that lives on', async (test) => {
    const { signal } = new AbortController();
    const added = test.mock.method(signal, 'addEventListener').mock;
    const removed = test.mock.method(signal, 'removeEventListener').mock;
    const { adapter } = noting(() => json({}));
    for (let count = 0; count < 10; count += 1) await adapter.getClinic({ signal });
    assert.ok(added.callCount() >= 10);
    const listeners = ({ calls }: typeof added) => new Set(calls.map(({ arguments: [, listener] }) => listener));
    assert.deepEqual(listeners(removed), listeners(added));
  });
});

describe('httpAdapter early reads', () => {
  const page = globalThis as { [EARLY_READS]?: EarlyReads };
  const address = `${BASE}/v1/slots?service=s`;
  const early = (answer: Promise<Response>): EarlyReads => {
    answer.catch(() => undefined);
    return (page[EARLY_READS] = new Map([[address, answer]]));
  };
  afterEach(() => Reflect.deleteProperty(page, EARLY_READS));

  it('keeps them where a loader of any version finds them', () => {
    assert.equal(EARLY_READS, Symbol.for('smp-widgets/early@1'));
  });

  it('takes an answer that was asked for early, once', async () => {
    const reads = early(Promise.resolve(json({ from: 'early' })));
    const { adapter, requests } = noting(() => json({ from: 'late' }));
    assert.deepEqual(await adapter.listSlots({ service: 's' }), { from: 'early' });
    assert.equal(reads.size, 0);
    assert.deepEqual(requests, []);
    assert.deepEqual(await adapter.listSlots({ service: 's' }), { from: 'late' });
    assert.equal(requests.length, 1);
  });

  it('fetches what was not asked for early', async () => {
    const reads = early(Promise.resolve(json({ from: 'early' })));
    const { adapter } = noting(() => json({ from: 'late' }));
    assert.deepEqual(await adapter.listSlots({ service: 'other' }), { from: 'late' });
    assert.deepEqual(await adapter.getClinic(), { from: 'late' });
    assert.equal(reads.size, 1);
  });

  it('fetches when the early request failed', async () => {
    early(Promise.reject(new TypeError('Failed to fetch')));
    assert.deepEqual(await noting(() => json({ from: 'late' })).adapter.listSlots({ service: 's' }), { from: 'late' });
  });

  it('treats an early refusal like any other', async () => {
    early(Promise.resolve(json({ code: 'not-found' }, { status: 404 })));
    assert.equal((await errorOf(noting(() => json({})).adapter.listSlots({ service: 's' }))).code, 'not-found');
  });

  it('does not take an answer that was asked for without its headers or cookies', async () => {
    for (const options of [{ headers: { 'x-token': '1' } }, { credentials: 'include' }] as const) {
      const reads = early(Promise.resolve(json({ from: 'early' })));
      const { adapter } = noting(() => json({ from: 'late' }), options);
      assert.deepEqual(await adapter.listSlots({ service: 's' }), { from: 'late' });
      assert.equal(reads.size, 1);
    }
  });

  it('can be aborted while the early answer hangs', async () => {
    early(new Promise(() => undefined));
    const controller = new AbortController();
    const answer = errorOf(noting(() => json({})).adapter.listSlots({ service: 's' }, { signal: controller.signal }));
    setImmediate(() => controller.abort());
    assert.equal((await answer).code, 'aborted');
  });
});
