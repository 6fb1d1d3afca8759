import { createServer } from 'node:http';

const ALLOWED = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-expose-headers': 'retry-after, x-request-id',
};

/** What the server does with a photo, by the first part of the address. */
const WAYS = {
  /** Reads it slowly, as a bad line does, and tells what came. */
  slow(request, response, note) {
    let bytes = 0;
    request.on('data', (chunk) => {
      bytes += chunk.length;
      request.pause();
      setTimeout(() => request.resume(), 10);
    });
    request.on('end', () => {
      const { authorization, 'idempotency-key': key, 'content-type': type, cookie } = request.headers;
      response.writeHead(200, { ...ALLOWED, 'content-type': 'application/json' });
      response.end(JSON.stringify({ bytes, authorization, key, type, cookie, method: request.method }));
      note('whole');
    });
  },
  /** Says no as soon as it has the whole. */
  refuse(request, response) {
    request.resume().on('end', () => {
      response.writeHead(429, { ...ALLOWED, 'content-type': 'application/problem+json', 'retry-after': '7' });
      response.end(JSON.stringify({ type: 't', title: 't', status: 429, code: 'rate-limited' }));
    });
  },
  empty(request, response) {
    request.resume().on('end', () => response.writeHead(204, ALLOWED).end());
  },
  /** Answers, but lets no page of another origin read it. */
  closed(request, response) {
    request.resume().on('end', () => response.writeHead(200).end('{}'));
  },
  reset(request) {
    request.once('data', () => request.socket.destroy());
  },
  /** Reads so slowly that nobody waits for it; a server that reads nothing would not notice that its client has gone. */
  drip(request, _response, note) {
    request.once('data', () => note('begun'));
    request.on('data', () => {
      request.pause();
      setTimeout(() => request.resume(), 30);
    });
  },
};

/** Test runner plugin: a server of another origin that takes photos. `smp-upload-server` tells its origin. */
export function uploadServer() {
  let origin;
  const notes = new Map();
  const server = createServer((request, response) => {
    const [, way, id] = (request.url ?? '').split('/');
    const note = (what) => notes.set(id, [...(notes.get(id) ?? []), what]);
    if (request.method === 'OPTIONS') response.writeHead(204, ALLOWED).end();
    else if (way === 'notes') response.writeHead(200, ALLOWED).end(JSON.stringify(notes.get(id) ?? []));
    else {
      request.once('close', () => !request.complete && note('cut'));
      request.on('error', () => undefined);
      WAYS[way](request, response, note);
    }
  });
  return {
    name: 'smp-upload-server',
    async executeCommand({ command }) {
      if (command !== 'smp-upload-server') return undefined;
      origin ??= new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
      });
      return { origin: await origin };
    },
    async serverStop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
