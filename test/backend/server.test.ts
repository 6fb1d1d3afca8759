import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { jsonLog } from '../../demo/backend/log.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { startServer, type RunningServer, type ServerOptions } from '../../demo/backend/server.js';
import { operationId, soon, useDatabase, visitor } from '../support/backend.js';
import { HttpClient } from '../support/http-client.js';

const test = useDatabase('postgres');
const lines: string[] = [];
const directory = mkdtempSync(join(tmpdir(), 'smp-site-'));
after(() => rmSync(directory, { recursive: true }));

async function serving(options: ServerOptions, body: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ database: test.database, log: jsonLog((line) => lines.push(line)), ...options });
  try {
    await body(server);
  } finally {
    await server.close();
  }
}

describe('startServer', () => {
  before(() => test.clear());

  it('answers the API below /smp, compressed where that is taken', () =>
    serving({}, async ({ url }) => {
      const health = await fetch(`${url}/smp/v1/health`);
      assert.equal(health.status, 200);
      const slots = await fetch(`${url}/smp/v1/slots?service=consultation`, { headers: { 'accept-encoding': 'gzip' } });
      assert.equal(slots.headers.get('content-encoding'), 'gzip');
      assert.equal(slots.headers.get('cache-control'), 'no-store');
      assert.ok(slots.headers.get('x-request-id'));
      assert.ok(((await slots.json()) as { slots: unknown[] }).slots.length > 20);
    }));

  it('refuses those who ask too much, and says until when', () =>
    serving(
      { rateLimits: { reads: { burst: 3, perSecond: 0.01 }, writes: { burst: 1, perSecond: 0.01 } } },
      async ({ url }) => {
        const statuses = [];
        for (let count = 0; count < 4; count += 1) statuses.push((await fetch(`${url}/smp/v1/clinic`)).status);
        assert.deepEqual(statuses, [200, 200, 200, 429]);
        const refused = await fetch(`${url}/smp/v1/clinic`);
        const problem = (await refused.json()) as { code: string; retryAfterMs: number };
        assert.equal(problem.code, 'rate-limited');
        assert.ok(problem.retryAfterMs > 90_000 && problem.retryAfterMs <= 100_000);
        assert.equal(refused.headers.get('retry-after'), String(Math.ceil(problem.retryAfterMs / 1000)));
        const write = () => fetch(`${url}/smp/v1/holds`, { method: 'POST', body: '{}' });
        assert.deepEqual([(await write()).status, (await write()).status], [400, 429]);
      },
    ));

  it('counts by the forwarded address only where a proxy is trusted', async () => {
    const rateLimits = { reads: { burst: 1, perSecond: 0.01 }, writes: { burst: 1, perSecond: 0.01 } };
    const ask = async (url: string, from: string) =>
      (await fetch(`${url}/smp/v1/clinic`, { headers: { 'x-forwarded-for': `198.51.100.9, ${from}` } })).status;
    await serving({ rateLimits }, async ({ url }) => {
      assert.deepEqual([await ask(url, '192.0.2.1'), await ask(url, '192.0.2.2')], [200, 429]);
    });
    await serving({ rateLimits, trustProxy: true }, async ({ url }) => {
      assert.deepEqual([await ask(url, '192.0.2.1'), await ask(url, '192.0.2.2')], [200, 200]);
      assert.equal(await ask(url, '192.0.2.2'), 429);
    });
  });

  it('refuses a body that is too large before it has read it', () =>
    serving({}, async ({ url }) => {
      const answer = await fetch(`${url}/smp/v1/bookings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': operationId() },
        body: JSON.stringify({ note: 'x'.repeat(1_000_000) }),
      });
      assert.equal(answer.status, 413);
    }));

  it('finishes what is under way before it closes, and takes nothing more', async () => {
    const server = await startServer({ database: test.database });
    const client = new HttpClient(server.url);
    const { slots } = (await client.get(`/smp/v1/slots?service=consultation&from=${soon()}`)).json() as {
      slots: { id: string }[];
    };
    const booking = { service: 'consultation', slotId: slots[0]?.id, ...visitor() };
    // Another transaction keeps the booking waiting until the server has been told to close.
    let letGo = (): void => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let locked = (): void => {};
    const ready = new Promise<void>((resolve) => (locked = resolve));
    const blocker = test.database.transaction(async (transaction) => {
      await transaction.query('lock table booking in share mode');
      locked();
      await released;
    });
    await ready;
    const answer = client.post('/smp/v1/bookings', booking, { 'idempotency-key': operationId() });
    await waitUntil(async () => (await waiting()) > 0);
    const closed = server.close();
    letGo();
    await blocker;
    assert.equal((await answer).status, 201);
    await closed;
    await assert.rejects(client.get('/smp/v1/health'), /ECONNREFUSED|ECONNRESET|socket hang up/);
    client.close();
  });

  it('says “try again” while the database makes it wait too long, and keeps nothing of that try', () =>
    serving({}, async ({ url }) => {
      const client = new HttpClient(url);
      const { slots } = (await client.get(`/smp/v1/slots?service=consultation&from=${soon()}`)).json() as {
        slots: { id: string }[];
      };
      const booking = { service: 'consultation', slotId: slots[1]?.id, ...visitor() };
      const key = { 'idempotency-key': operationId() };
      const refused = await test.database.transaction(async (transaction) => {
        await transaction.query('lock table booking in share mode');
        return client.post('/smp/v1/bookings', booking, key);
      });
      assert.equal(refused.status, 503);
      assert.equal(refused.json()['retryAfterMs'], 1000);
      assert.equal((await client.post('/smp/v1/bookings', booking, key)).status, 201);
      client.close();
    }));

  it('survives the loss of its connections, and forgets what was half done', async () => {
    const url = test.url ?? '';
    const database = await openPostgres({ url, connections: 3, onError: () => undefined });
    const server = await startServer({ database, rateLimits: false });
    const client = new HttpClient(server.url);
    try {
      const { slots } = (await client.get(`/smp/v1/slots?service=consultation&from=${soon()}`)).json() as {
        slots: { id: string }[];
      };
      const booking = { service: 'consultation', slotId: slots[2]?.id, ...visitor() };
      const key = { 'idempotency-key': operationId() };
      const answer = await test.database.transaction(async (transaction) => {
        await transaction.query('lock table booking in share mode');
        const sent = client.post('/smp/v1/bookings', booking, key);
        await waitUntil(async () => (await waiting()) > 0);
        // All but this test's own: the one that waits amid its transaction, and those that are idle.
        await test.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'smp-widgets' and pid <> pg_backend_pid() and query not like 'lock table%'
             and (wait_event_type = 'Lock' or state = 'idle')`,
        );
        return sent;
      });
      assert.equal(answer.status, 503);
      assert.equal((await client.post('/smp/v1/bookings', booking, key)).status, 201);
      assert.equal(await test.count('idempotency', `key = '${key['idempotency-key']}'`), 1);
    } finally {
      client.close();
      await server.close();
      await database.close();
    }
  });

  it('lets go of a client that never ends its headers', { timeout: 60_000 }, () =>
    serving({ headersTimeoutMs: 300 }, async ({ port }) => {
      const socket = connect(port, '127.0.0.1');
      socket.write('GET /smp/v1/health HTTP/1.1\r\nHost: a\r\n');
      const [data] = (await once(socket, 'data')) as [Buffer];
      assert.match(data.toString(), /^HTTP\/1.1 408 /);
      socket.destroy();
    }),
  );
});

async function waiting(): Promise<number> {
  const [row] = await test.database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the site and the SDK', () => {
  const siteDir = join(directory, 'site');
  const sdkDir = join(directory, 'dist');
  const page = `<!doctype html><title>Clinic</title>${'<p>Text</p>'.repeat(100)}`;
  const files = (body: (get: (path: string, headers?: Record<string, string>) => Promise<Response>) => Promise<void>) =>
    serving({ siteDir, sdkDir }, ({ url }) => body((path, headers = {}) => fetch(url + path, { headers })));

  before(() => {
    mkdirSync(join(siteDir, 'embed'), { recursive: true });
    mkdirSync(join(sdkDir, 'cdn/chunks'), { recursive: true });
    writeFileSync(join(siteDir, 'index.html'), page);
    writeFileSync(join(siteDir, 'book.html'), page);
    writeFileSync(join(siteDir, '404.html'), 'Nothing here');
    writeFileSync(join(siteDir, '.secret'), 'secret');
    writeFileSync(join(siteDir, 'embed/index.html'), 'embed');
    writeFileSync(join(directory, 'outside.txt'), 'secret');
    writeFileSync(join(sdkDir, 'views.template.js'), 'export {};');
    writeFileSync(join(sdkDir, 'define.js'), 'export {};'.repeat(100));
    writeFileSync(join(sdkDir, 'cdn/chunks/booker-AbCd1234.js'), 'export {};');
  });

  it('are served from their folders, pages also without their ending', () =>
    files(async (get) => {
      for (const path of ['/', '/index.html', '/book', '/book.html'])
        assert.equal(await (await get(path)).text(), page);
      assert.equal(await (await get('/embed/')).text(), 'embed');
      const module = await get('/sdk/define.js');
      assert.match(module.headers.get('content-type') ?? '', /^text\/javascript/);
      assert.equal(module.headers.get('access-control-allow-origin'), '*');
    }));

  it('come compressed as the client likes', () =>
    files(async (get) => {
      for (const [accept, expected] of [
        ['br, gzip', 'br'],
        ['gzip', 'gzip'],
        ['br;q=0, gzip', 'gzip'],
        ['identity', null],
      ] as const) {
        const answer = await get('/', { 'accept-encoding': accept });
        assert.equal(answer.headers.get('content-encoding'), expected);
        assert.equal(await answer.text(), page);
      }
    }));

  it('are not sent again while they are the same', () =>
    files(async (get) => {
      const etag = (await get('/')).headers.get('etag') ?? '';
      assert.equal((await get('/', { 'if-none-match': etag })).status, 304);
      writeFileSync(join(siteDir, 'index.html'), `${page}<p>More</p>`);
      assert.equal((await get('/', { 'if-none-match': etag })).status, 200);
      writeFileSync(join(siteDir, 'index.html'), page);
    }));

  it('are kept for good only where the name tells the content', () =>
    files(async (get) => {
      assert.match((await get('/sdk/cdn/chunks/booker-AbCd1234.js')).headers.get('cache-control') ?? '', /immutable/);
      assert.equal((await get('/sdk/views.template.js')).headers.get('cache-control'), 'public, no-cache');
      assert.equal((await get('/sdk/define.js')).headers.get('cache-control'), 'public, no-cache');
      assert.equal((await get('/')).headers.get('cache-control'), 'public, no-cache');
    }));

  it('end where their folders end', () =>
    files(async (get) => {
      for (const path of [
        '/%2e%2e/outside.txt',
        '/..%2foutside.txt',
        '/sdk/%2e%2e%2foutside.txt',
        '/.secret',
        '/embed/%2e%2e/.secret',
        '/%00',
        '/%',
        '/%5c..%5coutside.txt',
        '/nowhere',
        `/${randomUUID()}`,
      ]) {
        const answer = await get(path);
        assert.equal(answer.status, 404, path);
        assert.equal(await answer.text(), 'Nothing here');
      }
    }));
});

describe('the log', () => {
  it('says what happened and nothing of whom', async () => {
    const marks = {
      name: 'Markername Markersurname',
      email: 'marker-mail@example.com',
      phone: '020 7946 0987',
      note: 'Marker note on my health',
    };
    await test.clear();
    lines.length = 0;
    await serving({}, async ({ url }) => {
      const client = new HttpClient(url);
      const { slots } = (await client.get(`/smp/v1/slots?service=consultation&from=${soon()}`)).json() as {
        slots: { id: string }[];
      };
      const slotId = slots[3]?.id;
      const key = () => ({ 'idempotency-key': operationId() });
      const { holdId, holdToken } = (
        await client.post('/smp/v1/holds', { service: 'consultation', slotId }, key())
      ).json() as { holdId: string; holdToken: string };
      const { name, email, phone, note } = marks;
      const draft = {
        ...visitor(),
        service: 'consultation',
        slotId,
        contact: { name, email, phone },
        note,
        attribution: { utm_source: 'Markersource' },
      };
      await client.post(`/smp/v1/holds/${holdId}/extend`, { holdToken }, key());
      const booked = await client.post('/smp/v1/bookings', { ...draft, hold: { holdId, holdToken } }, key());
      assert.equal(booked.status, 201);
      const { manageToken } = booked.json() as { manageToken: string };
      // Others may be free at that time; then they are booked first.
      let status = 201;
      for (let left = 5; left > 0 && status === 201; left--) {
        status = (await client.post('/smp/v1/bookings', draft, key())).status;
      }
      assert.equal(status, 409);
      assert.equal(
        (await client.post('/smp/v1/bookings', { ...draft, contact: { name, email: 'Markerbad' } }, key())).status,
        422,
      );
      await client.post(
        '/smp/v1/waitlist',
        { service: 'consultation', contact: draft.contact, consents: [], note },
        key(),
      );
      await client.get('/smp/v1/slots?service=Markerquery');
      await client.get('/smp/v1/Markerpath?email=marker-mail@example.com');
      // PostgreSQL repeats a refused row, values and all, in its error.
      await test.database.script(
        `alter table client_details add constraint no_marker check (note not like 'Marker%') not valid`,
      );
      const failed = await client.post('/smp/v1/bookings', { ...draft, slotId: slots.at(-1)?.id }, key());
      await test.database.script('alter table client_details drop constraint no_marker');
      assert.equal(failed.status, 500);
      client.close();
      const written = lines.join('');
      assert.match(written, /"route":"POST \/v1\/bookings","status":201/);
      assert.match(written, /"sqlState":"23514","constraint":"no_marker"/);
      for (const secret of [/marker/i, /0987/, new RegExp(holdToken), new RegExp(manageToken), new RegExp(holdId)]) {
        assert.doesNotMatch(written.replaceAll('no_marker', ''), secret);
      }
      assert.doesNotMatch(failed.text, /marker|0987/i);
    });
  });
});
