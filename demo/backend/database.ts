/** A row as the driver hands it over. */
export type Row = Record<string, unknown>;

/** Something that runs SQL: the database itself, or one transaction of it. */
export interface Queries {
  /** Runs one statement with `$1 …` parameters and answers its rows. */
  query<Result extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

/** The one door to the data, the same over an embedded PGlite and over a PostgreSQL server. */
export interface Database extends Queries {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it rejects. Run afresh, up to five
   * times in all, when the database gave up on it for reasons of concurrency; so `work` must have no other effects.
   */
  transaction<Result>(work: (transaction: Queries) => Promise<Result>): Promise<Result>;
  /** Runs a script of several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Waits for what is running, then lets go of files and connections. May be called twice. */
  close(): Promise<void>;
}

const TRIES = 5;
const PAUSE_MS = 20;

/** `40001` serialization failure, `40P01` deadlock: a fresh try may do. */
const TRANSIENT = new Set(['40001', '40P01']);

/** Did the database give up for reasons of concurrency, so that a fresh try may do? */
export const isTransient = (error: unknown): boolean =>
  error instanceof TryAgain || TRANSIENT.has(sqlState(error) ?? '');

/** The five-character SQLSTATE of a driver's error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

/** Name of the constraint that refused a row, where the driver tells. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return undefined;
  return typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** Thrown inside a transaction to have it rolled back and run again, for example after a drawn reference was taken. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** Runs `attempt` until it succeeds, fails for good, or has failed for concurrency five times. */
export async function withTries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error) || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS * 2 ** tries));
    }
  }
}
