import { malformed, Refusal } from './refusal.js';

/** Most bytes a request body may have. */
export const MAX_BODY_BYTES = 65_536;

const MEDIA_TYPE = /^\s*([^;\s]+)\s*(?:;\s*charset\s*=\s*"?([^";\s]+)"?\s*)?;?\s*$/i;

function checkHeaders(headers: Headers, mediaTypes: readonly string[]): void {
  const [, type, charset = 'utf-8'] = MEDIA_TYPE.exec(headers.get('content-type') ?? '') ?? [];
  const utf8 = ['utf-8', 'utf8'].includes(charset.toLowerCase());
  if (type === undefined || !utf8 || !mediaTypes.includes(type.toLowerCase())) {
    throw malformed(415, '/header/content-type', 'media-type', `Send ${mediaTypes.join(' or ')} in UTF-8.`);
  }
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw malformed(415, '/header/content-encoding', 'media-type', 'Send the body without compression.');
  }
  if (Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge();
}

function tooLarge(): Refusal {
  return malformed(413, '', 'too-large', `A request body has at most ${MAX_BODY_BYTES} bytes.`);
}

/** Counts what really arrives: a length that a client states may be wrong. */
async function readBytes(request: Request, signal: AbortSignal): Promise<Uint8Array> {
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
      if (length > MAX_BODY_BYTES) {
        stop();
        throw tooLarge();
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
  checkHeaders(request.headers, mediaTypes);
  if (request.bodyUsed) throw new TypeError('The request body was read before the handler got the request.');
  const bytes = await readBytes(request, signal).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw malformed(400, '', 'incomplete', 'The body ended before it was complete.');
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw malformed(400, '', 'json', 'The body is not JSON in UTF-8.');
  }
}
