import { getRequestListener } from '@hono/node-server';
import assert from 'node:assert/strict';
import {
  createServer,
  request as rawRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { SmpError } from '../../src/domain/errors.js';
import { createHandler } from '../../src/server/index.js';
import { adapterSuite } from '../../src/testing/index.js';
import { mailedToken } from '../support/mailed-token.js';
import { DRAFT, stubAdapter } from '../server/stub-adapter.js';

const WRITE = { operationId: 'operation-0123456789' };

/** Listens on a free port of this machine. */
async function listen(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener);
  // A server that closes an idle connection while the next request is on its way gives a network error.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function listenerOf(answer: (request: Request) => Promise<Response>): RequestListener {
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

async function close(server: Server | undefined): Promise<void> {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
}

async function errorOf(promise: Promise<unknown>): Promise<SmpError> {
  const error: unknown = await promise.then(
    () => assert.fail('should have been refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SmpError, String(error));
  return error;
}

const body = JSON.stringify({ id: 'x', padding: 'x'.repeat(2000) });

/** What a network or a proxy does to an answer, by the first part of the address. */
const FAULTS: Readonly<Record<string, RequestListener>> = {
  reset: (request) => request.socket.resetAndDestroy(),
  'reset-amid-body': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.write(body.slice(0, 100), () => request.socket.resetAndDestroy());
  },
  'end-amid-length': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.write(body.slice(0, 100), () => request.socket.end());
  },
  'truncated-json': (_, response) => void response.end(body.slice(0, 100)),
  empty: (_, response) => response.end(),
  html: (_, response) => void response.setHeader('content-type', 'text/html').end('<!doctype html><p>Welcome'),
  'redirect-to-login': (request, response) =>
    request.url?.includes('login') ? response.end('<p>Log in') : response.writeHead(302, { location: 'login' }).end(),
  'wrong-content-type': (_, response) => void response.setHeader('content-type', 'image/png').end('{"id":"x"}'),
  'bad-gzip': (_, response) => void response.setHeader('content-encoding', 'gzip').end('{"id":"x"}'),
  'no-http': (request) => request.socket.end('SSH-2.0-OpenSSH\r\n'),
  'proxy-502': (_, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway'),
  huge: (_, response) => {
    const chunk = ' '.repeat(65_536);
    const write = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', write);
    write();
  },
  hang: () => undefined,
  'hang-amid-body': (_, response) => void response.writeHead(200).write('{'),
};

describe('httpAdapter over sockets that fail', () => {
  let server: Server | undefined;
  let origin = '';
  let hanging: IncomingMessage[] = [];
  before(async () => {
    ({ server, origin } = await listen((request, response) => {
      const fault = FAULTS[request.url?.split('/')[1] ?? ''];
      hanging.push(request);
      request.resume();
      request.on('end', () => fault?.(request, response));
    }));
  });
  after(() => close(server));

  const expected: readonly (readonly [fault: string, code: string])[] = [
    ['reset', 'network'],
    ['reset-amid-body', 'network'],
    ['end-amid-length', 'network'],
    ['bad-gzip', 'network'],
    ['no-http', 'network'],
    ['truncated-json', 'invalid-response'],
    ['empty', 'invalid-response'],
    ['html', 'invalid-response'],
    ['redirect-to-login', 'invalid-response'],
    ['huge', 'invalid-response'],
    ['proxy-502', 'unknown'],
  ];
  for (const [fault, code] of expected) {
    it(`says ${code}, to be tried again, on ${fault}`, async () => {
      const adapter = httpAdapter(`${origin}/${fault}`);
      for (const call of [() => adapter.getClinic(), () => adapter.createBooking(DRAFT, WRITE)]) {
        const error = await errorOf(call());
        assert.deepEqual([error.code, error.retryable], [code, true]);
      }
    });
  }

  it('says network when nothing listens', async () => {
    const { server: gone, origin: nowhere } = await listen(() => undefined);
    await close(gone);
    assert.equal((await errorOf(httpAdapter(nowhere).getClinic())).code, 'network');
  });

  it('takes JSON of whatever content type', async () => {
    assert.deepEqual(await httpAdapter(`${origin}/wrong-content-type`).getClinic(), { id: 'x' });
  });

  for (const fault of ['hang', 'hang-amid-body']) {
    it(`ends on an abort, and its connection with it, on ${fault}`, async () => {
      hanging = [];
      const controller = new AbortController();
      const answer = errorOf(httpAdapter(`${origin}/${fault}`).getClinic({ signal: controller.signal }));
      while (hanging.length === 0) await new Promise(setImmediate);
      const [request] = hanging;
      const closed = new Promise((resolve) => request?.socket.once('close', resolve));
      controller.abort();
      assert.equal((await answer).code, 'aborted');
      await closed;
    });
  }
});

describe('createHandler behind node:http', () => {
  let server: Server | undefined;
  let origin = '';
  const adapter = stubAdapter();
  before(async () => {
    const handler = createHandler(adapter);
    const impatient = createHandler(adapter, { timeoutMs: 50 });
    const choose = (request: Request) => (request.headers.has('x-impatient') ? impatient : handler)(request);
    ({ server, origin } = await listen(listenerOf(choose)));
  });
  after(() => close(server));

  /** Sends raw chunks under whatever headers, and ends the request only if told so. */
  const send = (headers: Record<string, string>, chunks: readonly string[], end: boolean) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const request = rawRequest(`${origin}/v1/bookings`, { method: 'POST', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, body: text }));
      });
      request.on('error', reject);
      for (const chunk of chunks) request.write(chunk);
      if (end) request.end();
    });
  const headers = { 'content-type': 'application/json', 'idempotency-key': WRITE.operationId };

  it('serves a booking', async () => {
    const { status } = await send(headers, [JSON.stringify(DRAFT)], true);
    assert.equal(status, 201);
  });

  it('answers a body that never comes to its end', async () => {
    const { status, body } = await send({ ...headers, 'x-impatient': 'yes' }, ['{'], false);
    assert.equal(status, 408, body);
    assert.match(body, /"incomplete"/);
  });

  it('answers a body that is too large, stated or not', async () => {
    const big = 'x'.repeat(70_000);
    for (const more of [{}, { 'content-length': '70000' }]) {
      const { status } = await send({ ...headers, ...more }, [big], true);
      assert.equal(status, 413);
    }
  });
});

let address = '';
let handle = createHandler(stubAdapter());
let socketServer: Server | undefined;
before(async () => {
  const listener = listenerOf((request) => handle(request));
  ({ server: socketServer, origin: address } = await listen(listener));
});
after(() => close(socketServer));

adapterSuite({ describe, it }, 'http → socket → handler → memory', () => {
  let now = Date.now();
  const memory = memoryAdapter({ now: () => now });
  handle = createHandler(memory);
  return Promise.resolve({
    adapter: httpAdapter(address),
    expireHolds: () => {
      now += 3_600_000;
      return Promise.resolve();
    },
    touchUpToken: (email) => mailedToken(memory)(email),
  });
});
