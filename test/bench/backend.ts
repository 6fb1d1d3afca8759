// Speed of the reference backend with a year of five practitioners and 20,000 bookings stored: answers per second and
// the time that 95 of 100 take, over HTTP from one client with ten requests at a time, the server in a process of its
// own. `node --import tsx test/bench/backend.ts [--json] [--seconds 5]`
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../../demo/backend/database.js';
import { fillYear } from '../../demo/backend/fill.js';
import { migrate } from '../../demo/backend/migrate.js';
import { openPglite } from '../../demo/backend/pglite-database.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { HttpClient } from '../support/http-client.js';
import { startPostgres } from '../support/postgres.js';
import { ServerProcess } from '../support/server-process.js';

interface Figure {
  readonly engine: 'pglite' | 'postgres';
  readonly what: 'slots' | 'holds' | 'bookings';
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly requests: number;
}

const AT_ONCE = 10;
const { values } = parseArgs({ options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '5' } } });
const seconds = Number(values.seconds);

async function fill(database: Database): Promise<number> {
  await migrate(database);
  const count = await fillYear(database);
  await database.close();
  return count;
}

/** Sends one request after the other on each of ten connections until the time is over. */
async function measure(request: () => Promise<number>): Promise<Omit<Figure, 'engine' | 'what'>> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const status = await request();
      if (status >= 300) throw new Error(`The server answered with ${status}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const elapsed = (performance.now() - begin) / 1000;
  times.sort((left, right) => left - right);
  const quantile = (share: number) => Number((times[Math.floor(times.length * share)] ?? NaN).toFixed(1));
  return {
    perSecond: Number((times.length / elapsed).toFixed(1)),
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    requests: times.length,
  };
}

async function bench(engine: Figure['engine'], env: Record<string, string>): Promise<Figure[]> {
  const server = await ServerProcess.start(env);
  const client = new HttpClient(server.url, AT_ONCE);
  try {
    const page = '/smp/v1/slots?service=consultation';
    const post = async (path: string, body: object) =>
      (await client.post(path, body, { 'idempotency-key': randomUUID() })).status;
    const free: string[] = [];
    for (const who of ['maya', 'idris', 'tomasz', 'amara', 'rowan']) {
      for (let day = 1; day < 360; day += 60) {
        const from = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
        const to = new Date(Date.now() + (day + 59) * 86_400_000).toISOString().slice(0, 10);
        const answer = await client.get(`${page}&practitioner=${who}&from=${from}&to=${to}`);
        for (const { id } of (answer.json() as { slots?: { id: string }[] }).slots ?? []) free.push(id);
      }
    }
    const next = () => {
      const slotId = free.shift();
      if (slotId === undefined) throw new Error('No free time is left; measure for fewer seconds');
      return slotId;
    };
    const contact = { name: 'Bench Visitor', email: 'bench@example.com' };
    const consents = [{ purpose: 'privacy', granted: true, version: '2026-11', at: new Date().toISOString() }];
    const service = 'consultation';
    const list = async () => (await client.get(page)).status;
    for (let count = 0; count < 50; count += 1) await list();
    const figures: Figure[] = [{ engine, what: 'slots', ...(await measure(list)) }];
    for (let count = 0; count < 20; count += 1) await post('/smp/v1/holds', { service, slotId: next() });
    figures.push({
      engine,
      what: 'holds',
      ...(await measure(() => post('/smp/v1/holds', { service, slotId: next() }))),
    });
    figures.push({
      engine,
      what: 'bookings',
      ...(await measure(() => post('/smp/v1/bookings', { service, slotId: next(), contact, consents }))),
    });
    return figures;
  } finally {
    client.close();
    await server.end('SIGTERM');
  }
}

async function onPglite(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'smp-bench-'));
  try {
    await fill(await openPglite(directory));
    return await bench('pglite', { DATA_DIR: directory });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function onPostgres(): Promise<Figure[]> {
  const cluster = await startPostgres(true);
  const directory = mkdtempSync(join(tmpdir(), 'smp-bench-'));
  try {
    const url = await cluster.createDatabase('bench');
    await fill(await openPostgres({ url }));
    return await bench('postgres', { DATABASE_URL: url, DATA_DIR: directory });
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const figures = [...(await onPglite()), ...(await onPostgres())];
if (values.json) console.log(JSON.stringify({ bookings: 20_000, practitioners: 5, atOnce: AT_ONCE, figures }, null, 2));
else console.table(figures);
