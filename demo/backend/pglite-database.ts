import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteInterface, type Transaction } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { lockDataDirectory } from './data-lock.js';
import { withTries, type Database, type Queries, type Row } from './database.js';

/**
 * Opens the embedded database in a directory, which is made when missing and kept for this process.
 * Without a directory the data lie in memory and are gone at the end.
 * @throws {DataDirectoryInUse}
 */
export async function openPglite(directory?: string): Promise<Database> {
  const lock = directory === undefined ? undefined : lockDataDirectory(directory);
  try {
    const options = { extensions: { btree_gist } };
    let engine: PGlite;
    if (directory === undefined) {
      engine = await PGlite.create(options);
    } else {
      const dataDir = join(directory, 'pglite');
      mkdirSync(dataDir, { recursive: true });
      engine = await PGlite.create(dataDir, options);
    }
    return new PgliteDatabase(engine, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw error;
  }
}

const queriesOf = (session: PGliteInterface | Transaction): Queries => ({
  async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
    const { rows } = await session.query<Result>(sql, [...parameters]);
    return rows;
  },
});

class PgliteDatabase implements Database {
  readonly kind = 'pglite';
  readonly #engine: PGlite;
  readonly #queries: Queries;
  readonly #closed: () => void;

  constructor(engine: PGlite, closed: () => void) {
    this.#engine = engine;
    this.#queries = queriesOf(engine);
    this.#closed = closed;
  }

  query<Result extends Row = Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.#queries.query<Result>(sql, parameters);
  }

  transaction<Result>(work: (transaction: Queries) => Promise<Result>): Promise<Result> {
    return withTries(() => this.#engine.transaction((transaction) => work(queriesOf(transaction))));
  }

  async script(sql: string): Promise<void> {
    await this.#engine.exec(sql);
  }

  async close(): Promise<void> {
    if (this.#engine.closed) return;
    await this.#engine.close();
    this.#closed();
  }
}
