// Speed of the reference backend with a year of five practitioners, empty and with 20,000 bookings stored: answers per
// second and the time that 95 of 100 take, over HTTP from one client with ten requests at a time, the server in a process
// of its own. Written as JSON. `node --import tsx test/bench/backend.ts [--seconds 5]`
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
  /** Bookings that were there before. */
  readonly stored: number;
  readonly what: 'slots' | 'holds' | 'bookings';
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly requests: number;
}

const SERVICE = 'consultation';
const PAGE = `/smp/v1/slots?service=${SERVICE}`;
type Work = () => Promise<number>;

const AT_ONCE = 10;
/** Each figure is measured in so many pieces, in turn with the other year's, so that a slow moment meets both alike. */
const TURNS = 5;
const YEARS = [0, 20_000];
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const turnMs = (Number(values.seconds) * 1000) / TURNS;

async function fill(database: Database, bookings: number): Promise<void> {
  await migrate(database);
  await fillYear(database, { bookings });
  await database.close();
}

/** Sends one request after the other on each of ten connections for a while. @returns how long each of them took */
async function send(request: Work): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + turnMs;
  const worker = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const status = await request();
      if (status >= 300) throw new Error(`The server answered with ${status}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return times;
}

/** A running backend, and what can be asked of it. */
class Subject {
  readonly stored: number;
  readonly requests: Record<Figure['what'], Work>;
  readonly #server: ServerProcess;
  readonly #client: HttpClient;

  private constructor(stored: number, server: ServerProcess, client: HttpClient, free: string[]) {
    this.stored = stored;
    this.#server = server;
    this.#client = client;
    const next = () => {
      const slotId = free.shift();
      if (slotId === undefined) throw new Error('No free time is left; measure for fewer seconds');
      return slotId;
    };
    const post = async (path: string, body: object) =>
      (await client.post(path, body, { 'idempotency-key': randomUUID() })).status;
    const contact = { name: 'Bench Visitor', email: 'bench@example.com' };
    const consents = [{ purpose: 'privacy', granted: true, version: '2026-11', at: new Date().toISOString() }];
    this.requests = {
      slots: async () => (await client.get(PAGE)).status,
      holds: () => post('/smp/v1/holds', { service: SERVICE, slotId: next() }),
      bookings: () => post('/smp/v1/bookings', { service: SERVICE, slotId: next(), contact, consents }),
    };
  }

  static async start(stored: number, env: Record<string, string>): Promise<Subject> {
    const server = await ServerProcess.start(env);
    const client = new HttpClient(server.url, AT_ONCE);
    const free: string[] = [];
    for (const who of ['maya', 'idris', 'tomasz', 'amara', 'rowan']) {
      for (let day = 1; day < 360; day += 60) {
        const from = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
        const to = new Date(Date.now() + (day + 59) * 86_400_000).toISOString().slice(0, 10);
        const answer = await client.get(`${PAGE}&practitioner=${who}&from=${from}&to=${to}`);
        for (const { id } of (answer.json() as { slots?: { id: string }[] }).slots ?? []) free.push(id);
      }
    }
    return new Subject(stored, server, client, free);
  }

  async end(): Promise<void> {
    this.#client.close();
    await this.#server.end('SIGTERM');
  }
}

async function measure(engine: Figure['engine'], subjects: readonly Subject[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const what of ['slots', 'holds', 'bookings'] as const) {
    for (const { requests } of subjects) for (let count = 0; count < 20; count += 1) await requests[what]();
    const times = subjects.map((): number[] => []);
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const [index, { requests }] of subjects.entries()) times[index]?.push(...(await send(requests[what])));
    }
    for (const [index, { stored }] of subjects.entries()) {
      const sorted = (times[index] ?? []).sort((left, right) => left - right);
      const quantile = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1));
      figures.push({
        engine,
        stored,
        what,
        perSecond: Number(((sorted.length * 1000) / (turnMs * TURNS)).toFixed(1)),
        p50Ms: quantile(0.5),
        p95Ms: quantile(0.95),
        requests: sorted.length,
      });
    }
  }
  return figures;
}

/** Measures an engine with an empty year and a full one. `prepare` fills a year and tells how a server comes to it. */
async function bench(
  engine: Figure['engine'],
  prepare: (stored: number, directory: string) => Promise<Record<string, string>>,
): Promise<Figure[]> {
  const directories: string[] = [];
  const subjects: Subject[] = [];
  try {
    for (const stored of YEARS) {
      const directory = mkdtempSync(join(tmpdir(), 'smp-bench-'));
      directories.push(directory);
      const env = await prepare(stored, directory);
      subjects.push(await Subject.start(stored, { DATA_DIR: directory, ...env }));
    }
    return await measure(engine, subjects);
  } finally {
    for (const subject of subjects) await subject.end();
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  }
}

const onPglite = () =>
  bench('pglite', async (stored, directory) => {
    await fill(await openPglite(directory), stored);
    return {};
  });

async function onPostgres(): Promise<Figure[]> {
  const cluster = await startPostgres(true);
  try {
    return await bench('postgres', async (stored) => {
      const url = await cluster.createDatabase(`bench_${stored}`);
      await fill(await openPostgres({ url }), stored);
      return { DATABASE_URL: url };
    });
  } finally {
    await cluster.stop();
  }
}

const figures = [...(await onPglite()), ...(await onPostgres())];
console.log(JSON.stringify({ practitioners: 5, atOnce: AT_ONCE, figures }));
