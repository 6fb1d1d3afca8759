import pg from 'pg';
import { withTries, type Database, type Queries, type Row } from './database.js';

/** How to reach a PostgreSQL server. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Most connections at a time. Default 20. */
  readonly connections?: number;
  /** How long a request waits for one of them, in milliseconds. Default 15,000. */
  readonly waitMs?: number;
  /** Told of a connection that broke while idle; it is replaced by itself. */
  readonly onError?: (error: unknown) => void;
}

/** Opens a pool of connections to a PostgreSQL server (12 or later). @throws when it can't be reached */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 20,
    connectionTimeoutMillis: options.waitMs ?? 15_000,
    // A visitor waits no longer than this for another's transaction; the adapter turns it into “try again”.
    lock_timeout: 3_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'smp-widgets',
  });
  // Without listeners a connection that breaks would end the process, be it idle or between two statements.
  pool.on('error', (error) => options.onError?.(error));
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDatabase(pool);
}

/** Statements are few and fixed, so each is prepared once per connection under a name of its own. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `smp${names.size + 1}`;
    names.set(sql, name);
  }
  return name;
}

const queriesOf = (session: pg.Pool | pg.PoolClient): Queries => ({
  async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []) {
    const { rows } = await session.query<Result>({ name: nameOf(sql), text: sql, values: [...parameters] });
    return rows;
  },
});

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #queries: Queries;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#queries = queriesOf(pool);
  }

  query<Result extends Row = Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.#queries.query<Result>(sql, parameters);
  }

  transaction<Result>(work: (transaction: Queries) => Promise<Result>): Promise<Result> {
    return withTries(() => this.#attempt(work));
  }

  async #attempt<Result>(work: (transaction: Queries) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(queriesOf(client));
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection that can't even roll back is thrown away, not handed to the next visitor.
      await client
        .query('rollback')
        .catch((cause: unknown) => (broken = cause instanceof Error ? cause : new Error(String(cause))));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async script(sql: string): Promise<void> {
    await this.#pool.query(sql);
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }
}
