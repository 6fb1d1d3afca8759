import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PhotoUpload } from '../../src/domain/consultation/photo.js';
import { MAX_PHOTO_BYTES } from '../../src/domain/consultation/photo.js';
import { SmpError } from '../../src/domain/errors.js';
import { createHandler, type LogEntry } from '../../src/server/index.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';
import { jpegFile, jpegSegment, webpChunk, webpFile } from '../support/photo-files.js';
import { answerOf, ask, issuesOf, KEY, problemOf } from './desk-client.js';
import { CONSULTATION, CONSULTATION_DRAFT, PHOTO, stubAdapter } from './stub-adapter.js';

const TOKEN = CONSULTATION.consultationToken;
const PROOF = { consultationId: 'c', consultationToken: TOKEN };
const PHOTO_PATH = '/v1/consultations/c/photos/front';
const bearer = { authorization: `Bearer ${TOKEN}` };
const sending = (type = 'image/png') => ({ ...bearer, 'idempotency-key': KEY, 'content-type': type });
const bytesOf = async (image: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await image.arrayBuffer());
const json = { 'content-type': 'application/json', 'idempotency-key': KEY };

describe('createHandler and consultations', () => {
  it('stores one under the key of the request, answers and all', async () => {
    const adapter = stubAdapter();
    const booking = { bookingId: 'b', manageToken: 't' };
    const body = { ...CONSULTATION_DRAFT, booking, locale: 'de' };
    const response = await ask(createHandler(adapter), 'POST', '/v1/consultations', { body });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await answerOf(response, 201), CONSULTATION);
    const [sent, options] = adapter.calls[0]?.args ?? [];
    assert.deepEqual(sent, body);
    assert.equal((options as { operationId: string }).operationId, KEY);
  });

  it('takes answers to questions that only this clinic asks', async () => {
    const adapter = stubAdapter();
    const body = { ...CONSULTATION_DRAFT, answers: { customShoe: 42, x: ['a', 'b'], y: 'Text, “any” of it' } };
    assert.equal((await ask(createHandler(adapter), 'POST', '/v1/consultations', { body })).status, 201);
    assert.deepEqual((adapter.calls[0]?.args[0] as typeof body).answers, body.answers);
  });

  const answers = (text: string) => JSON.stringify({ ...CONSULTATION_DRAFT, answers: 0 }).replace(':0', `:${text}`);
  for (const [what, text, pointer] of [
    ['a prototype', '{"__proto__":"x"}', '/answers/__proto__'],
    ['an answer that is an object', '{"a":{"b":1}}', '/answers/a'],
    ['an answer with a control character', '{"a":"\\u0007"}', '/answers/a'],
    ['answers in a list', '["a"]', '/answers'],
    [
      '121 answers',
      JSON.stringify(Object.fromEntries(Array.from({ length: 121 }, (_, n) => [`q${n}`, 1]))),
      '/answers',
    ],
  ] as const) {
    it(`refuses ${what}, and names it`, async () => {
      const adapter = stubAdapter();
      const response = await ask(createHandler(adapter), 'POST', '/v1/consultations', {
        headers: json,
        body: answers(text),
      });
      const { errors = [] } = await problemOf(response, 422, 'validation');
      assert.ok(
        errors.length > 0 && errors.every((error) => error.pointer.startsWith(pointer)),
        JSON.stringify(errors),
      );
      assert.deepEqual(adapter.calls, []);
      assert.equal((Object.prototype as { x?: unknown }).x, undefined);
    });
  }

  it('keeps to 64 KiB, so long answers do not fill the memory', async () => {
    const body = JSON.stringify({ ...CONSULTATION_DRAFT, answers: { a: 'x'.repeat(65_536) } });
    const response = await ask(createHandler(stubAdapter()), 'POST', '/v1/consultations', { headers: json, body });
    await problemOf(response, 413, 'validation');
  });

  it('looks for robots before it stores one, and not where a token proves who asks', async () => {
    const asked: string[] = [];
    const botCheck = async ({ route }: { readonly route: string }) => {
      asked.push(route);
      return false;
    };
    const adapter = stubAdapter();
    const handler = createHandler(adapter, { botCheck });
    const refused = await ask(handler, 'POST', '/v1/consultations', { body: CONSULTATION_DRAFT });
    await problemOf(refused, 403, 'unauthorized');
    assert.deepEqual(adapter.calls, []);
    const body = await bytesOf(tinyPhoto());
    assert.equal((await ask(handler, 'PUT', PHOTO_PATH, { headers: sending(), body })).status, 200);
    assert.equal((await ask(handler, 'DELETE', '/v1/consultations/c', { headers: bearer })).status, 204);
    assert.deepEqual(asked, ['POST /v1/consultations']);
  });

  it('forgets one, and one photo, for whoever has the token', async () => {
    const adapter = stubAdapter();
    const handler = createHandler(adapter);
    for (const path of ['/v1/consultations/c', '/v1/consultations/c/photos/donor']) {
      const response = await ask(handler, 'DELETE', path, { headers: bearer });
      assert.deepEqual([response.status, await response.text()], [204, '']);
    }
    assert.deepEqual(
      adapter.calls.map(({ method, args }) => [method, args[0]]),
      [
        ['eraseConsultation', PROOF],
        ['deletePhoto', { ...PROOF, angle: 'donor' }],
      ],
    );
  });

  it('asks nobody without a token, and says so', async () => {
    const adapter = stubAdapter();
    const handler = createHandler(adapter);
    const body = await bytesOf(tinyPhoto());
    for (const authorization of [undefined, 'Basic dDp0', 'Bearer ', 'Bearer a b', `Bearer ${'x'.repeat(1025)}`]) {
      const { authorization: _, ...others } = sending();
      const headers: Record<string, string> = { ...others, ...(authorization !== undefined && { authorization }) };
      for (const response of [
        await ask(handler, 'PUT', PHOTO_PATH, { headers, body }),
        await ask(handler, 'DELETE', PHOTO_PATH, { headers }),
        await ask(handler, 'DELETE', '/v1/consultations/c', { headers }),
      ]) {
        assert.equal(response.headers.get('www-authenticate'), 'Bearer');
        assert.deepEqual(issuesOf(await problemOf(response, 401, 'unauthorized')), ['/header/authorization required']);
      }
    }
    assert.deepEqual(adapter.calls, []);
  });

  it('says 401 for a token that the adapter does not know', async () => {
    const refuse = () => Promise.reject(new SmpError('unauthorized', 'Not the token'));
    const handler = createHandler(stubAdapter({ eraseConsultation: refuse }));
    const response = await ask(handler, 'DELETE', '/v1/consultations/c', { headers: bearer });
    await problemOf(response, 401, 'unauthorized');
  });

  it('says 501 where the backend takes none, and then reads no photo', async () => {
    const adapter = stubAdapter({ capabilities: { holds: true, waitlist: true } });
    const handler = createHandler(adapter);
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    for (const response of [
      await ask(handler, 'POST', '/v1/consultations', { body: CONSULTATION_DRAFT }),
      await ask(handler, 'DELETE', '/v1/consultations/c', { headers: bearer }),
      await ask(handler, 'PUT', PHOTO_PATH, { headers: sending(), body }),
      await ask(handler, 'DELETE', PHOTO_PATH, { headers: bearer }),
    ]) {
      await problemOf(response, 501, 'not-supported');
    }
    assert.equal(pulled, 0);
    assert.deepEqual(adapter.calls, []);
  });

  it('allows pages of other origins to send and to forget', async () => {
    const origin = 'https://clinic.example';
    const handler = createHandler(stubAdapter(), { origins: [origin] });
    const allowed = async (path: string, method: string) => {
      const headers = { origin, 'access-control-request-method': method };
      const response = await ask(handler, 'OPTIONS', path, { headers });
      assert.match(response.headers.get('access-control-allow-headers') ?? '', /Authorization.*Idempotency-Key/);
      return response.headers.get('access-control-allow-methods');
    };
    assert.equal(await allowed('/v1/consultations', 'POST'), 'POST');
    assert.equal(await allowed('/v1/consultations/c', 'DELETE'), 'DELETE');
    assert.equal(await allowed(PHOTO_PATH, 'PUT'), 'PUT, DELETE');
  });

  it('logs neither answers nor tokens nor whose they are', async () => {
    const entries: LogEntry[] = [];
    const handler = createHandler(stubAdapter(), { log: (entry) => entries.push(entry) });
    const body = await bytesOf(tinyPhoto());
    await ask(handler, 'POST', '/v1/consultations', { body: CONSULTATION_DRAFT });
    await ask(handler, 'POST', '/v1/consultations', { body: { ...CONSULTATION_DRAFT, answers: { more: {} } } });
    await ask(handler, 'PUT', '/v1/consultations/secret-id/photos/front', { headers: sending(), body });
    await ask(handler, 'DELETE', '/v1/consultations/secret-id', { headers: bearer });
    assert.deepEqual(
      entries.map(({ route, status }) => `${route} ${status}`),
      [
        'POST /v1/consultations 201',
        'POST /v1/consultations 422',
        'PUT /v1/consultations/{consultationId}/photos/{angle} 200',
        'DELETE /v1/consultations/{consultationId} 204',
      ],
    );
    const { name, email } = CONSULTATION_DRAFT.contact;
    for (const secret of [TOKEN, 'secret-id', name, email, 'more', 'A word of mine']) {
      assert.ok(!JSON.stringify(entries).includes(secret), secret);
    }
  });
});

describe('createHandler and photos', () => {
  const upload = (
    body: Uint8Array | ReadableStream,
    headers: Record<string, string> = sending(),
    path = PHOTO_PATH,
  ) => {
    const adapter = stubAdapter();
    return { adapter, answer: ask(createHandler(adapter), 'PUT', path, { headers, body }) };
  };

  it('hands the very bytes on, as what they are', async () => {
    for (const [type, bytes] of [
      ['image/png', await bytesOf(tinyPhoto())],
      ['image/jpeg', new Uint8Array(jpegFile(8, 8))],
      ['image/webp', new Uint8Array(webpFile(8, 8))],
    ] as const) {
      // What the client calls it counts for nothing.
      const { adapter, answer } = upload(bytes, sending('image/png'));
      assert.deepEqual(await answerOf(await answer, 200), PHOTO);
      const [{ image, ...name }, options] = adapter.calls[0]?.args as [PhotoUpload, { operationId: string }];
      assert.deepEqual(name, { ...PROOF, angle: 'front' });
      assert.equal(image.type, type);
      assert.deepEqual(await bytesOf(image), bytes);
      assert.equal(options.operationId, KEY);
    }
  });

  it('takes exactly 15 MiB, and refuses one byte more, stated or not', async () => {
    const png = await bytesOf(tinyPhoto());
    const whole = (length: number) => {
      // Space within the picture, not after it.
      const bytes = new Uint8Array(length);
      const head = png.subarray(0, 33);
      const gap = length - png.length - 12;
      bytes.set(head);
      new DataView(bytes.buffer).setUint32(33, gap);
      bytes.set(Buffer.from('IDAT'), 37);
      bytes.set(png.subarray(33), length - png.length + 33);
      return bytes;
    };
    assert.equal((await upload(whole(MAX_PHOTO_BYTES)).answer).status, 200);
    const stated = { ...sending(), 'content-length': String(MAX_PHOTO_BYTES + 1) };
    for (const { adapter, answer } of [
      upload(whole(MAX_PHOTO_BYTES + 1)),
      upload(new ReadableStream({ pull: () => assert.fail('read') }, { highWaterMark: 0 }), stated),
    ]) {
      assert.deepEqual(issuesOf(await problemOf(await answer, 413, 'validation')), [' too-large']);
      assert.deepEqual(adapter.calls, []);
    }
  });

  it('stops reading a photo that never ends', async () => {
    let read = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1_048_576;
        controller.enqueue(new Uint8Array(1_048_576));
      },
      cancel() {
        cancelled = true;
      },
    });
    const { answer } = upload(endless);
    await problemOf(await answer, 413, 'validation');
    assert.ok(cancelled && read < MAX_PHOTO_BYTES + 4_194_304, `${read} bytes read`);
  });

  it('waits three times as long for a photo as for other requests', async () => {
    const slow = (ms: number, bytes: Uint8Array) =>
      new ReadableStream<Uint8Array>({
        async start(controller) {
          await new Promise((resolve) => setTimeout(resolve, ms));
          controller.enqueue(bytes);
          controller.close();
        },
      });
    const png = await bytesOf(tinyPhoto());
    const handler = createHandler(stubAdapter(), { timeoutMs: 150 });
    assert.equal((await ask(handler, 'PUT', PHOTO_PATH, { headers: sending(), body: slow(220, png) })).status, 200);
    const draft = new TextEncoder().encode(JSON.stringify(CONSULTATION_DRAFT));
    const late = await ask(handler, 'POST', '/v1/consultations', { headers: json, body: slow(220, draft) });
    await problemOf(late, 408, 'validation');
  });

  const exif = jpegSegment(0xe1, Buffer.from('Exif\0\0GPS', 'latin1'));
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, string])[] = [
    ['nothing', async () => new Uint8Array(), 'not-a-photo'],
    [
      'a drawing with scripts in it',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not-a-photo',
    ],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-photo'],
    ['a film', async () => Buffer.from('GIF89a\x0a\0\x0a\0', 'latin1'), 'not-a-photo'],
    [
      'a photo of a telephone’s own kind',
      async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'not-a-photo',
    ],
    ['the beginning of a photo', async () => jpegFile(8, 8).subarray(0, 20), 'not-a-photo'],
    ['a photo of no size', async () => bytesOf(tinyPhoto({ width: 0 })), 'not-a-photo'],
    ['a photo that is too wide', async () => bytesOf(tinyPhoto({ width: 2049, height: 1 })), 'too-large'],
    ['a photo that is too high', async () => new Uint8Array(jpegFile(8, 2049)), 'too-large'],
    ['a flood of pixels in few bytes', async () => webpFile(16_383, 16_383), 'too-large'],
    ['a photo that tells where it was taken', async () => jpegFile(8, 8, [exif]), 'metadata'],
    ['a comment', async () => bytesOf(tinyPhoto({ comment: 'At home' })), 'metadata'],
    ['a WebP with EXIF', async () => webpFile(8, 8, [webpChunk('EXIF', Buffer.from('GPS'))]), 'metadata'],
    ['a photo with a film after it', async () => Buffer.concat([jpegFile(8, 8), Buffer.from('ftypmp42')]), 'metadata'],
  ];
  for (const [what, make, code] of cases) {
    it(`refuses ${what} before the adapter is asked`, async () => {
      const { adapter, answer } = upload(await make());
      assert.deepEqual(issuesOf(await problemOf(await answer, 422, 'validation')), [`/image ${code}`]);
      assert.deepEqual(adapter.calls, []);
    });
  }

  it('takes the largest sides there may be', async () => {
    assert.equal((await upload(new Uint8Array(jpegFile(2048, 2048))).answer).status, 200);
  });

  it('refuses other media types, compression, angles, keys and fields', async () => {
    const png = await bytesOf(tinyPhoto());
    const { 'idempotency-key': _, ...keyless } = sending();
    for (const [answer, status, issue] of [
      [upload(png, sending('image/gif')).answer, 415, '/header/content-type media-type'],
      [upload(png, sending('image/svg+xml')).answer, 415, '/header/content-type media-type'],
      [upload(png, sending('application/json')).answer, 415, '/header/content-type media-type'],
      [upload(png, { ...sending(), 'content-encoding': 'gzip' }).answer, 415, '/header/content-encoding media-type'],
      [upload(png, keyless).answer, 400, '/header/idempotency-key required'],
      [upload(png, sending(), '/v1/consultations/c/photos/below').answer, 422, '/angle value'],
      [upload(png, sending(), '/v1/consultations/a%20b/photos/front').answer, 422, '/consultationId format'],
      [upload(png, sending(), `${PHOTO_PATH}?token=t`).answer, 422, '/token unknown-field'],
    ] as const) {
      assert.deepEqual(issuesOf(await problemOf(await answer, status, 'validation')), [issue]);
    }
  });

  it('takes a JSON body for no photo, and a photo for no JSON', async () => {
    const handler = createHandler(stubAdapter());
    const png = await bytesOf(tinyPhoto());
    const response = await ask(handler, 'POST', '/v1/consultations', { headers: sending(), body: png });
    assert.deepEqual(issuesOf(await problemOf(response, 415, 'validation')), ['/header/content-type media-type']);
    const answer = await ask(handler, 'POST', '/v1/consultations', { headers: { ...sending(), ...json }, body: png });
    assert.deepEqual(issuesOf(await problemOf(answer, 400, 'validation')), [' json']);
  });

  it('lets no field of a photo out that the schema does not know', async () => {
    const uploadPhoto = async () => ({ ...PHOTO, path: '/var/photos/1' });
    const handler = createHandler(stubAdapter({ uploadPhoto }));
    const response = await ask(handler, 'PUT', PHOTO_PATH, { headers: sending(), body: await bytesOf(tinyPhoto()) });
    assert.deepEqual(await answerOf(response, 200), PHOTO);
  });

  it('keeps a photo that has arrived though its visitor is gone', async () => {
    const controller = new AbortController();
    let stored = false;
    const handler = createHandler(
      stubAdapter({
        uploadPhoto: async (_, { signal }) => {
          controller.abort();
          await new Promise(setImmediate);
          stored = !signal?.aborted;
          return PHOTO;
        },
      }),
    );
    const body = await bytesOf(tinyPhoto());
    await ask(handler, 'PUT', PHOTO_PATH, { headers: sending(), body, signal: controller.signal });
    assert.equal(stored, true);
  });
});
