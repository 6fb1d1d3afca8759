import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { createHandler } from 'smp-widgets/server';
import { memoryAdapter } from 'smp-widgets/adapters/memory';
import { filesBelow, ROOT } from '../../.config/entries.mjs';
import { bareBundle } from './bare-page.mjs';
import { drawingBundle } from './drawing.mjs';

export const SERVICE = 'consultation-video';

const page = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Book</title>${head}</head><body>${body}</body></html>`;
const module = (src) => `<script type="module" src="${src}"></script>`;
const widgets = (endpoint) =>
  `<smp-clinic endpoint="${endpoint}"><smp-slot-booker service="${SERVICE}"><p>To book, call us on 020 7946 0111.</p></smp-slot-booker></smp-clinic>`;

const PAGES = {
  '/bare': page(module('/bare.js'), `<bare-clinic><bare-slots service="${SERVICE}"></bare-slots></bare-clinic>`),
  '/loader': page(module('/cdn/smp-widgets.js'), widgets('/smp')),
  '/bundle': page(module('/cdn/smp-widgets.bundle.js'), widgets('/smp')),
  '/many': page(module('/cdn/smp-widgets.js'), widgets('/many-slots')),
  '/picker': page(
    module('/cdn/smp-widgets.js'),
    '<smp-hairline-picker density="bold" pattern="aa-totalis" view="front"></smp-hairline-picker>',
  ),
  '/empty': page(module('/cdn/smp-widgets.bundle.js'), ''),
};

/** A backend with 10,080 free times: one every five minutes, day and night, for 35 days. */
function manySlots(adapter) {
  const DAYS = 35;
  return {
    ...adapter,
    async listSlots(query, options) {
      const first = await adapter.listSlots({ service: query.service }, options);
      const begin = Date.parse(`${first.today}T00:00:00Z`);
      const all = Array.from({ length: DAYS * 288 }, (_, index) => {
        const start = new Date(begin + index * 300_000).toISOString();
        return {
          ...first.slots[0],
          id: `many-${index}`,
          start: `${start.slice(0, 19)}+00:00`,
          end: `${new Date(begin + index * 300_000 + 300_000).toISOString().slice(0, 19)}+00:00`,
          localDate: start.slice(0, 10),
          localTime: start.slice(11, 16),
          offset: '+00:00',
        };
      });
      const last = all.at(-1).localDate;
      const { from = first.today, to = last, cursor = '0' } = query;
      const asked = all.filter(({ localDate }) => localDate >= from && localDate <= to);
      const slots = asked.slice(Number(cursor), Number(cursor) + 5000);
      const next = Number(cursor) + 5000 < asked.length ? { next: String(Number(cursor) + 5000) } : {};
      return { ...first, from, to, slots, nextAvailable: null, ...next };
    },
  };
}

async function compressed(response) {
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(gzipSync(await response.arrayBuffer()), { status: response.status, headers });
}

/** Serves the pages, the builds (brotli, as a content delivery network does) and two backends. */
export async function startPages() {
  const files = new Map();
  const add = (path, text, type) => files.set(path, { body: brotliCompressSync(text), type, encoding: 'br' });
  for (const path of filesBelow('dist/cdn')) {
    if (path.endsWith('.js')) add(path.slice('dist'.length), readFileSync(join(ROOT, path)), 'text/javascript');
  }
  add('/bare.js', await bareBundle(), 'text/javascript');
  add('/drawing.js', await drawingBundle(), 'text/javascript');
  for (const [path, text] of Object.entries(PAGES)) add(path, text, 'text/html; charset=utf-8');

  const adapter = memoryAdapter();
  const handlers = {
    '/smp': createHandler(adapter, { basePath: '/smp' }),
    '/many-slots': createHandler(manySlots(adapter), { basePath: '/many-slots' }),
  };
  const fetch = async (request) => {
    const { pathname } = new URL(request.url);
    const handler = Object.entries(handlers).find(([base]) => pathname.startsWith(`${base}/`))?.[1];
    if (handler) return compressed(await handler(request));
    const file = files.get(pathname);
    if (!file) return new Response('', { status: 404 });
    return new Response(file.body, { headers: { 'content-type': file.type, 'content-encoding': file.encoding } });
  };
  const server = createAdaptorServer({ fetch });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()),
  };
}
