import { after } from 'node:test';
import type { Database } from '../../demo/backend/database.js';
import { openPglite } from '../../demo/backend/pglite-database.js';

// A process opens it once for all its tests: that alone is seconds of work.
let embedded: Database | undefined;

after(() => embedded?.close());

/** The embedded database, in memory, with nothing in it. */
export async function emptyPglite(): Promise<Database> {
  embedded ??= await openPglite();
  await embedded.script('drop schema public cascade; create schema public');
  return embedded;
}
