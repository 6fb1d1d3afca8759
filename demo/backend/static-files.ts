import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

interface StaticFile {
  readonly mtimeMs: number;
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer<ArrayBuffer>;
  /** Made at the first request that takes it. */
  readonly encoded: Map<Encoding, Promise<Buffer<ArrayBuffer>>>;
}

type Encoding = 'br' | 'gzip';

/** How a folder is served. */
export interface StaticFolder {
  readonly directory: string;
  /** May pages of other origins load these files as modules and fonts? Default false. */
  readonly shared?: boolean;
}

const TEXT = /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/;
/** A name with a digest of the content in it always stands for the same content. So the build names its chunks. */
const DIGEST_IN_NAME = /(?:^|\/)chunks\/[^/]+-[A-Za-z0-9_-]{8}\.js(?:\.map)?$/;

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** Serves the files of one folder from memory, compressed once, re-read when they change on the disk. */
export class StaticFiles {
  readonly #root: string;
  readonly #shared: boolean;
  readonly #files = new Map<string, StaticFile>();

  constructor({ directory, shared = false }: StaticFolder) {
    this.#root = resolve(directory);
    this.#shared = shared;
  }

  /** The answer for a path below the folder, or `undefined` when there is no such file. */
  async serve(request: Request, path: string): Promise<Response | undefined> {
    const file = await this.#find(path);
    if (!file) return undefined;
    const headers = new Headers({
      'Content-Type': file.type,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': DIGEST_IN_NAME.test(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
    if (this.#shared) headers.set('Access-Control-Allow-Origin', '*');
    const known = request.headers.get('if-none-match')?.split(',') ?? [];
    if (known.some((tag) => tag.trim().replace(/^W\//, '') === file.etag.slice(2))) {
      return new Response(null, { status: 304, headers });
    }
    const encoding = TEXT.test(file.type) && file.body.length > 500 ? encodingOf(request) : undefined;
    const body = encoding ? await this.#encoded(file, encoding) : file.body;
    if (encoding) headers.set('Content-Encoding', encoding);
    headers.set('Content-Length', String(body.length));
    return new Response(request.method === 'HEAD' ? null : body, { headers });
  }

  /** A directory stands for its `index.html`, and a page may be asked for without its `.html`. */
  async #find(path: string): Promise<StaticFile | undefined> {
    let name: string;
    try {
      name = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    if (name.includes('\0') || name.includes('\\') || name.split('/').some((part) => part.startsWith('.')))
      return undefined;
    const file = join(this.#root, name);
    if (file !== this.#root && !file.startsWith(this.#root + sep)) return undefined;
    const page =
      name.endsWith('/') || name === '' ? [join(file, 'index.html')] : [file, `${file}.html`, join(file, 'index.html')];
    for (const candidate of page) {
      const found = await this.#load(candidate);
      if (found) return found;
    }
    return undefined;
  }

  async #load(path: string): Promise<StaticFile | undefined> {
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isFile()) return undefined;
    const known = this.#files.get(path);
    if (known?.mtimeMs === stats.mtimeMs) return known;
    const body = await readFile(path);
    const file: StaticFile = {
      mtimeMs: stats.mtimeMs,
      type: getMimeType(path) ?? (extname(path) === '.map' ? 'application/json' : 'application/octet-stream'),
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      body,
      encoded: new Map(),
    };
    this.#files.set(path, file);
    return file;
  }

  #encoded(file: StaticFile, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
    let body = file.encoded.get(encoding);
    if (!body) file.encoded.set(encoding, (body = encoders[encoding](file.body)));
    return body;
  }
}

function encodingOf(request: Request): Encoding | undefined {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}
