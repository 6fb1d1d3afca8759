import { MAX_PHOTO_BYTES } from '../domain/consultation/photo.js';
import { malformed, Refusal } from './refusal.js';

/** Most bytes a request body may have. */
export const MAX_BODY_BYTES = 65_536;

const MEDIA_TYPE = /^\s*([^;\s]+)\s*(?:;\s*charset\s*=\s*"?([^";\s]+)"?\s*)?;?\s*$/i;

function checkHeaders(headers: Headers, mediaTypes: readonly string[], most: number): void {
  const [, type, charset = 'utf-8'] = MEDIA_TYPE.exec(headers.get('content-type') ?? '') ?? [];
  const utf8 = ['utf-8', 'utf8'].includes(charset.toLowerCase());
  if (type === undefined || !utf8 || !mediaTypes.includes(type.toLowerCase())) {
    throw malformed(415, '/header/content-type', 'media-type', `Send ${mediaTypes.join(' or ')} in UTF-8.`);
  }
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw malformed(415, '/header/content-encoding', 'media-type', 'Send the body without compression.');
  }
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge(most);
}

function tooLarge(most: number): Refusal {
  return malformed(413, '', 'too-large', `This request body has at most ${most} bytes.`);
}

/** Counts what really arrives: a length that a client states may be wrong. */
async function readLimited(request: Request, signal: AbortSignal, most: number): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw malformed(408, '', 'incomplete', 'The body did not arrive in time.');
      if (done) break;
      length += value.byteLength;
      if (length > most) {
        stop();
        throw tooLarge(most);
      }
      chunks.push(value);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/**
 * Reads a body as bytes. `signal` gives up waiting for it.
 *
 * @param most bytes it may have; default 15 MiB, as for photos
 * @throws Refusal 415 (media type, compression), 413 (too large), 408 (too slow), 400 (incomplete)
 */
export async function readBytes(
  request: Request,
  mediaTypes: readonly string[],
  signal: AbortSignal,
  most = MAX_PHOTO_BYTES,
): Promise<Uint8Array> {
  checkHeaders(request.headers, mediaTypes, most);
  if (request.bodyUsed) throw new TypeError('The request body was read before the handler got the request.');
  return readLimited(request, signal, most).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw malformed(400, '', 'incomplete', 'The body ended before it was complete.');
  });
}

/** A body as it was sent, and what its JSON says. */
export interface RequestBody {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Reads a JSON body. `signal` gives up waiting for it.
 *
 * @throws Refusal 415 (media type, compression), 413 (over 64 KiB), 408 (too slow), 400 (not UTF-8, not JSON)
 */
export async function readBody(
  request: Request,
  mediaTypes: readonly string[],
  signal: AbortSignal,
): Promise<RequestBody> {
  const bytes = await readBytes(request, mediaTypes, signal, MAX_BODY_BYTES);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw malformed(400, '', 'json', 'The body is not JSON in UTF-8.');
  }
}
