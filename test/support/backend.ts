import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { TouchUpRequest } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import type { Database } from '../../demo/backend/database.js';
import { healthCipher } from '../../demo/backend/health-cipher.js';
import { signer } from '../../demo/backend/manage-token.js';
import { migrate } from '../../demo/backend/migrate.js';
import { PhotoStore } from '../../demo/backend/photo-store.js';
import { postgresAdapter, type PostgresAdapterOptions } from '../../demo/backend/postgres-adapter.js';
import { openPostgres } from '../../demo/backend/postgres-database.js';
import { seedIfEmpty, type Seed } from '../../demo/backend/seed.js';
import { touchUpEstimate } from '../../src/domain/care/touch-up.js';
import { emptyPglite } from './embedded-database.js';
import { startPostgres, type PostgresCluster } from './postgres.js';

/** The two engines that the backend runs on. */
export const ENGINES = ['pglite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** A database of one test file, with the tables made and nothing in them. */
export interface TestDatabase {
  readonly database: Database;
  /** The server's address, for PostgreSQL. */
  readonly url: string | undefined;
  /** Empties all tables and stores a clinic anew; by default the invented one. */
  reset(seed?: Seed): Promise<void>;
  /** Empties the calendar and what belongs to it; the clinic stays. */
  clear(): Promise<void>;
  /** Makes all live holds run out. */
  expireHolds(): Promise<void>;
  /** Rows of a statement, for a look behind the scenes. */
  count(table: string, where?: string): Promise<number>;
}

const CLINIC = 'clinic, location, service, practitioner, opening_hours, rest, days_off';
const CALENDAR =
  'booking, client_details, waitlist, waitlist_offer, idempotency, outbox, message, letter_counted, consultation, consultation_photo, ' +
  'touch_up';

// What a process opens once for all its tests.
let cluster: PostgresCluster | undefined;
let databases = 0;

after(() => cluster?.stop());

/** The address of a new database. */
async function emptyPostgres(): Promise<string> {
  cluster ??= await startPostgres();
  databases += 1;
  return cluster.createDatabase(`clinic_${String(databases)}`);
}

/** Gives an engine without data to the tests of the `describe` it is called in. */
export function useDatabase(engine: Engine): TestDatabase {
  let opened: Database | undefined;
  let url: string | undefined;
  const database = (): Database => {
    if (!opened) throw new Error('The database is open only while tests run');
    return opened;
  };
  before(async () => {
    if (engine === 'postgres') {
      url = await emptyPostgres();
      // Tests share the machine with others, so nobody is sent away for waiting long.
      opened = await openPostgres({ url, waitMs: 300_000 });
    } else {
      opened = await emptyPglite();
    }
    await migrate(opened);
  });
  after(async () => {
    if (engine === 'postgres') await opened?.close();
  });
  return {
    get database() {
      return database();
    },
    get url() {
      return url;
    },
    async reset(seed = fakeClinic) {
      await database().script(`truncate ${CLINIC}, ${CALENDAR}`);
      await seedIfEmpty(database(), seed);
    },
    async clear() {
      await database().script(`truncate ${CALENDAR}`);
      await seedIfEmpty(database(), fakeClinic);
    },
    async expireHolds() {
      await database().query(
        `update booking set hold_expires_at = clock_timestamp() - interval '1 second' where status = 'held'`,
      );
    },
    async count(table, where = 'true') {
      const [row] = await database().query<{ count: number }>(`select count(*)::int from ${table} where ${where}`);
      return row?.count ?? 0;
    },
  };
}

/** As if all who were asked whether they want to wait had said so. */
export async function confirmWaits({ database }: TestDatabase): Promise<void> {
  await database.query('update waitlist set confirmed_at = clock_timestamp() where confirmed_at is null');
}

/** Signs and seals in all tests of a file. */
export const testSigner = signer(randomBytes(32));
export const testCipher = healthCipher(randomBytes(32));

let photos: PhotoStore | undefined;

/** A folder for the photos of a test file, gone when its process ends. */
export function testPhotos(): PhotoStore {
  if (photos) return photos;
  const directory = mkdtempSync(join(tmpdir(), 'smp-photos-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return (photos = new PhotoStore(directory));
}

/** The touch-up token that the backend mails to somebody. */
export const mailedTokenOf =
  (database: Database) =>
  async (email: string): Promise<string> => {
    const [row] = await database.query<{ id: string; version: number }>(
      'select id::text as id, token_version as version from touch_up where lower(email) = lower($1)',
      [email],
    );
    return row ? testSigner.touchUpToken(row.id, row.version) : 'none';
  };

/** An adapter over a test's database. */
export function adapterOver(database: Database, options: Partial<PostgresAdapterOptions> = {}) {
  return postgresAdapter(database, { signer: testSigner, cipher: testCipher, photos: testPhotos(), ...options });
}

/** An operation id that nobody has used. */
export const operationId = (): string => randomUUID();

/** A clinic date some days ahead, so that no notice runs out between a listing and a booking. */
export const soon = (days = 4): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Details of a visitor, and the consent that the invented clinic asks for. */
export function visitor(name = 'Test Visitor') {
  return {
    contact: { name, email: 'visitor@example.com' },
    consents: [{ purpose: 'privacy' as const, granted: true, version: '2026-11', at: '2026-11-22T10:00:00Z' }],
  };
}

/** A wish to be reminded of touch-ups by mail. */
export function touchUpWish(email: string, lastSession: string): TouchUpRequest {
  const { check, review, refresh } = touchUpEstimate(lastSession);
  return {
    lastSession,
    contact: { name: 'Test Visitor', email },
    channels: ['email'],
    consents: [
      {
        purpose: 'touch-up-email',
        granted: true,
        version: '1',
        at: '2026-11-22T10:00:00Z',
        wording: 'You may write to me about these dates.',
      },
    ],
    dates: { check, review, refresh },
    locale: 'en',
  };
}

/** How often each value comes, for example each status of many answers. */
export function tally(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
