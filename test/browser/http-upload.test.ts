import { assert } from '@esm-bundle/chai';
import { executeServerCommand } from '@web/test-runner-commands';
import { httpAdapter } from '../../src/adapters/http.js';
import { isSmpError, type SmpError } from '../../src/domain/errors.js';
import type { PhotoUpload } from '../../src/domain/consultation/photo.js';
import { engine } from '../support/browser.js';

const KEY = 'operation-0123456789';
const TOKEN = 'token-of-consultation-1';
const MEGABYTE = 1_048_576;
/** More than what the sockets of both sides hold. */
const SIZE = 8 * MEGABYTE;

const image = new Blob([new Uint8Array(SIZE).fill(0xa5)], { type: 'image/jpeg' });

/** What the server says of an upload that it has read. */
interface Told {
  readonly bytes: number;
  readonly authorization: string;
  readonly key: string;
  readonly type: string;
  readonly cookie?: string;
  readonly method: string;
}

async function errorOf(upload: Promise<unknown> | undefined): Promise<SmpError> {
  const error: unknown = await upload?.then(
    () => assert.fail('should have been refused'),
    (thrown: unknown) => thrown,
  );
  if (!isSmpError(error)) assert.fail(String(error));
  return error;
}

describe(`photos on their way in ${engine}`, () => {
  let origin = '';
  let count = 0;
  before(async () => {
    ({ origin } = await executeServerCommand<{ origin: string }, undefined>('smp-upload-server'));
  });

  /** Sends the image to a server that goes about it in this way. */
  function send(
    way: string,
    { signal, onProgress }: { signal?: AbortSignal; onProgress?: (fraction: number) => void },
  ) {
    const id = `${engine}-${(count += 1)}`;
    const photo: PhotoUpload = { consultationId: 'c', consultationToken: TOKEN, angle: 'crown', image };
    const adapter = httpAdapter(`${origin}/${way}/${id}`);
    const upload = adapter.uploadPhoto?.(photo, {
      operationId: KEY,
      onProgress: onProgress ?? (() => undefined),
      ...(signal && { signal }),
    });
    return { id, upload: upload as Promise<unknown> as Promise<Told> };
  }

  /** Waits until the server has noted this of an upload. */
  async function noted(id: string, what: string): Promise<void> {
    for (;;) {
      const notes = (await (await fetch(`${origin}/notes/${id}`, { cache: 'no-store' })).json()) as string[];
      if (notes.includes(what)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('arrive whole at another origin over HTTP/1.1, with their proof and key, and without cookies', async () => {
    document.cookie = 'secret=1';
    const told = await send('slow', {}).upload;
    document.cookie = 'secret=; max-age=0';
    assert.deepEqual(told, {
      bytes: SIZE,
      authorization: `Bearer ${TOKEN}`,
      key: KEY,
      type: 'image/jpeg',
      method: 'PUT',
    });
  });

  it('tell how much is out while they are under way', async function () {
    this.timeout(60_000);
    let between = 0;
    // A page that does not get its turn hears of progress when all is out: then it is tried once more.
    for (let tries = 0; tries < 5 && between < 2; tries++) {
      const fractions: number[] = [];
      await send('slow', { onProgress: (fraction) => void fractions.push(fraction) }).upload;
      assert.equal(fractions[0], 0);
      assert.equal(fractions.at(-1), 1);
      assert.deepEqual(
        fractions,
        [...fractions].sort((a, b) => a - b),
      );
      between = new Set(fractions.filter((fraction) => fraction > 0 && fraction < 1)).size;
    }
    assert.isAtLeast(between, 2);
  });

  it('can be stopped half way, and the line with them', async () => {
    const controller = new AbortController();
    const { id, upload } = send('drip', { signal: controller.signal });
    await noted(id, 'begun');
    controller.abort();
    assert.equal((await errorOf(upload)).code, 'aborted');
    await noted(id, 'cut');
  });

  it('are not sent at all when they were stopped before', async () => {
    const fractions: number[] = [];
    const { id, upload } = send('slow', {
      signal: AbortSignal.abort(),
      onProgress: (fraction) => void fractions.push(fraction),
    });
    assert.equal((await errorOf(upload)).code, 'aborted');
    const notes: unknown = await (await fetch(`${origin}/notes/${id}`)).json();
    assert.deepEqual(notes, []);
    assert.notInclude(fractions, 1);
  });

  it('tell nothing more once they are stopped', async () => {
    const controller = new AbortController();
    let late = 0;
    let stopped = false;
    const { upload } = send('slow', {
      signal: controller.signal,
      onProgress: (fraction) => {
        if (stopped) late += 1;
        else if (fraction > 0) {
          stopped = true;
          controller.abort();
        }
      },
    });
    assert.equal((await errorOf(upload)).code, 'aborted');
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(late, 0);
  });

  it('are refused in the words that the server has for it', async () => {
    const error = await errorOf(send('refuse', {}).upload);
    assert.deepEqual([error.code, error.retryable, error.retryAfterMs], ['rate-limited', true, 7000]);
  });

  it('take an answer without a body for none', async () => {
    assert.equal((await errorOf(send('empty', {}).upload)).code, 'invalid-response');
  });

  for (const [way, what] of [
    ['reset', 'whose line breaks'],
    ['closed', 'to a server that lets nobody read its answer'],
  ] as const) {
    it(`end as network, to be tried again, ${what}`, async () => {
      const error = await errorOf(send(way, {}).upload);
      assert.deepEqual([error.code, error.retryable], ['network', true]);
    });
  }

  it('end as network where nothing listens', async () => {
    const adapter = httpAdapter('http://127.0.0.1:9');
    const photo: PhotoUpload = { consultationId: 'c', consultationToken: TOKEN, angle: 'crown', image };
    const error = await errorOf(adapter.uploadPhoto?.(photo, { operationId: KEY, onProgress: () => undefined }));
    assert.equal(error.code, 'network');
  });
});
