import { getRequestListener } from '@hono/node-server';
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { httpAdapter, type HttpAdapterOptions } from '../../src/adapters/http.js';
import { SmpError } from '../../src/domain/errors.js';
import { createHandler } from '../../src/server/index.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';
import { CONSULTATION, CONSULTATION_DRAFT, PHOTO, stubAdapter } from '../server/stub-adapter.js';

const BASE = 'https://clinic.example/smp';
const WRITE = { operationId: 'operation-0123456789' };
const { consultationId, consultationToken } = CONSULTATION;
const PROOF = { consultationId, consultationToken };
const all = {
  holds: true,
  waitlist: true,
  consultations: true,
  photos: true,
  management: true,
  courses: true,
  touchUps: true,
};

/** An adapter whose requests are noted and answered by `reply`. */
function noting(reply: (request: Request) => Response | Promise<Response>, options: HttpAdapterOptions = {}) {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    return reply(request);
  };
  return { adapter: httpAdapter(BASE, { ...options, fetch }), requests };
}

async function errorOf(promise: Promise<unknown> | undefined): Promise<SmpError> {
  const error: unknown = await promise?.then(
    () => assert.fail('should have been refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SmpError, String(error));
  return error;
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const problem = (status: number, code: string, errors?: object[]) =>
  json({ type: 't', title: 't', status, code, ...(errors && { errors }) }, { status });

/** Serves on a free port of this machine until the test is over. */
async function served(test: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('httpAdapter and consultations', () => {
  it('sends a consultation as it is, under its key', async () => {
    const { adapter, requests } = noting(() => json({ ...CONSULTATION, serverTime: '2026-11-22T12:00:00Z' }));
    assert.deepEqual(await adapter.submitConsultation?.(CONSULTATION_DRAFT, WRITE), CONSULTATION);
    const [request] = requests;
    assert.deepEqual([request?.method, request?.url], ['POST', `${BASE}/v1/consultations`]);
    assert.equal(request?.headers.get('idempotency-key'), WRITE.operationId);
    assert.equal(request?.headers.get('content-type'), 'application/json');
    assert.deepEqual(await request?.json(), CONSULTATION_DRAFT);
  });

  it('proves itself by a token that stands in no address', async () => {
    const { adapter, requests } = noting(({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : json(PHOTO),
    );
    const proof = { consultationId: 'a/b?', consultationToken };
    await adapter.eraseConsultation?.(proof, WRITE);
    await adapter.deletePhoto?.({ ...proof, angle: 'top' }, WRITE);
    await adapter.uploadPhoto?.({ ...proof, angle: 'left', image: tinyPhoto() }, WRITE);
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url.slice(BASE.length)}`),
      [
        'DELETE /v1/consultations/a%2Fb%3F',
        'DELETE /v1/consultations/a%2Fb%3F/photos/top',
        'PUT /v1/consultations/a%2Fb%3F/photos/left',
      ],
    );
    for (const { headers } of requests) {
      assert.equal(headers.get('authorization'), `Bearer ${consultationToken}`);
      assert.equal(headers.get('idempotency-key'), WRITE.operationId);
    }
  });

  it('sends a photo as the bytes it is', async () => {
    const { adapter, requests } = noting(() => json({ ...PHOTO, serverTime: '2026-11-22T12:00:00Z' }));
    const image = tinyPhoto();
    assert.deepEqual(await adapter.uploadPhoto?.({ ...PROOF, angle: 'front', image }, WRITE), PHOTO);
    const [request] = requests;
    assert.equal(request?.headers.get('content-type'), 'image/png');
    assert.deepEqual(await request?.arrayBuffer(), await image.arrayBuffer());
  });

  it('takes bodyless successes for done where there is nothing to say, and nowhere else', async () => {
    for (const status of [200, 204]) {
      const { adapter } = noting(() => new Response(null, { status }));
      assert.equal(await adapter.eraseConsultation?.(PROOF, WRITE), undefined);
      assert.equal(await adapter.deletePhoto?.({ ...PROOF, angle: 'front' }, WRITE), undefined);
      const upload = adapter.uploadPhoto?.({ ...PROOF, angle: 'front', image: tinyPhoto() }, WRITE);
      assert.equal((await errorOf(upload)).code, 'invalid-response');
      assert.equal((await errorOf(adapter.submitConsultation?.(CONSULTATION_DRAFT, WRITE))).code, 'invalid-response');
    }
  });

  it('hands refusals on, with what is wrong', async () => {
    const errors = [{ pointer: '/image', code: 'metadata' }];
    for (const [answer, code, retryable] of [
      [problem(422, 'validation', errors), 'validation', false],
      [problem(413, 'validation', errors), 'validation', false],
      [problem(401, 'unauthorized'), 'unauthorized', false],
      [problem(404, 'not-found'), 'not-found', false],
      [new Response('<h1>Request Entity Too Large', { status: 413 }), 'unknown', false],
      [new Response('<h1>Bad Gateway', { status: 502 }), 'unknown', true],
    ] as const) {
      const { adapter } = noting(() => answer);
      const upload = adapter.uploadPhoto?.({ ...PROOF, angle: 'front', image: tinyPhoto() }, WRITE);
      const error = await errorOf(upload);
      assert.deepEqual([error.code, error.retryable], [code, retryable]);
      if (code === 'validation') assert.deepEqual(error.issues, errors);
    }
  });

  it('tells start and end of an upload where the page’s own fetch sends it', async () => {
    const told: number[] = [];
    const { adapter } = noting(() => {
      assert.deepEqual(told, [0]);
      return json(PHOTO);
    });
    const onProgress = (fraction: number) => void told.push(fraction);
    await adapter.uploadPhoto?.({ ...PROOF, angle: 'front', image: tinyPhoto() }, { ...WRITE, onProgress });
    assert.deepEqual(told, [0, 1]);
  });

  it('tells no end of an upload that failed', async () => {
    const told: number[] = [];
    const { adapter } = noting(() => problem(422, 'validation'));
    const onProgress = (fraction: number) => void told.push(fraction);
    await errorOf(adapter.uploadPhoto?.({ ...PROOF, angle: 'front', image: tinyPhoto() }, { ...WRITE, onProgress }));
    assert.deepEqual(told, [0]);
  });

  it('sends photos also where there is no XMLHttpRequest, as in Node', async (test) => {
    const listener = getRequestListener(createHandler(stubAdapter()), { overrideGlobalObjects: false });
    const origin = await served(test, (request, response) => void listener(request, response));
    const told: number[] = [];
    const onProgress = (fraction: number) => void told.push(fraction);
    const upload = { ...PROOF, angle: 'front', image: tinyPhoto() } as const;
    assert.deepEqual(await httpAdapter(origin).uploadPhoto?.(upload, { ...WRITE, onProgress }), PHOTO);
    assert.deepEqual(told, [0, 1]);
  });

  it('ends an upload, and its connection, when it is stopped', async (test) => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const origin = await served(test, (request) => {
      closed = new Promise((resolve) => request.socket.once('close', resolve));
      // A server that does not read does not hear of the end either.
      request.resume();
      controller.abort();
    });
    const image = new Blob([new Uint8Array(4_194_304)], { type: 'image/png' });
    const upload = { ...PROOF, angle: 'front', image } as const;
    const error = await errorOf(httpAdapter(origin).uploadPhoto?.(upload, { ...WRITE, signal: controller.signal }));
    assert.equal(error.code, 'aborted');
    await closed;
  });

  it('says network when a photo’s connection breaks half way', async (test) => {
    const origin = await served(test, (request) => {
      request.once('data', () => request.socket.resetAndDestroy());
    });
    const image = new Blob([new Uint8Array(4_194_304)], { type: 'image/png' });
    const error = await errorOf(httpAdapter(origin).uploadPhoto?.({ ...PROOF, angle: 'front', image }, WRITE));
    assert.deepEqual([error.code, error.retryable], ['network', true]);
  });

  it('can do everything unless it is told otherwise', () => {
    assert.deepEqual(httpAdapter(BASE).capabilities, all);
    const { submitConsultation, eraseConsultation, uploadPhoto, deletePhoto } = httpAdapter(BASE, {
      capabilities: { holds: true, waitlist: true },
    });
    assert.deepEqual([submitConsultation, eraseConsultation, uploadPhoto, deletePhoto], Array(4).fill(undefined));
    const bare = httpAdapter(BASE, { capabilities: { ...all, photos: false } });
    assert.deepEqual([typeof bare.submitConsultation, bare.uploadPhoto], ['function', undefined]);
  });
});
