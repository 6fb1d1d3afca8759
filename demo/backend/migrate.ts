import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.js';

const DIRECTORY = new URL('./migrations/', import.meta.url);

/** Any number that no other program on the same database uses. */
const LOCK = 7_461_903;

/**
 * Brings the tables up to date: runs the numbered scripts in `migrations/` that this database hasn't seen, in order,
 * each once, all in one transaction. Several servers may start at once; one does the work and the others wait.
 * @returns names of the scripts that were run
 */
export async function migrate(database: Database): Promise<string[]> {
  const scripts = readdirSync(DIRECTORY)
    .filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  return database.transaction(async (transaction) => {
    await transaction.query('set local lock_timeout = 0');
    await transaction.query('set local statement_timeout = 0');
    await transaction.query(`select pg_advisory_xact_lock(${LOCK})`);
    await transaction.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default clock_timestamp())',
    );
    const seen = new Set(
      (await transaction.query<{ name: string }>('select name from migration')).map((row) => row.name),
    );
    const run = scripts.filter((name) => !seen.has(name));
    for (const name of run) {
      for (const statement of statementsOf(readFileSync(new URL(name, DIRECTORY), 'utf8'))) {
        await transaction.query(statement);
      }
      await transaction.query('insert into migration (name) values ($1)', [name]);
    }
    return run;
  });
}

/** Splits a script where a line ends with a semicolon outside a `$$ … $$` body. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let lines: string[] = [];
  let inBody = false;
  for (const line of script.split('\n')) {
    if (!inBody && /^\s*(--.*)?$/.test(line)) continue;
    lines.push(line);
    if ((line.split('$$').length - 1) % 2 === 1) inBody = !inBody;
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(lines.join('\n'));
      lines = [];
    }
  }
  if (lines.length > 0) throw new Error('A migration ends in the middle of a statement');
  return statements;
}
