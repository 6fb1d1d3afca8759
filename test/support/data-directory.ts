import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../.config/entries.mjs';
import { openPglite } from '../../demo/backend/pglite-database.js';

const CACHE = join(ROOT, 'node_modules/.cache/smp-widgets');
const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {
  version: string;
};

/**
 * Puts an embedded database with nothing in it where a server makes one in its first start, for tests of what comes after
 * that: to make it takes seconds of work, so it is made once on a machine and copied.
 */
export async function fillDataDirectory(directory: string): Promise<void> {
  const made = join(CACHE, `empty-pglite-${version}`);
  if (!existsSync(made)) await make(made);
  cpSync(join(made, 'pglite'), join(directory, 'pglite'), { recursive: true });
}

async function make(place: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const directory = mkdtempSync(join(CACHE, 'empty-pglite-'));
  try {
    const database = await openPglite(directory);
    await database.close();
    renameSync(directory, place);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(place)) throw error;
  }
}
