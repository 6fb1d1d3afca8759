import type { Database } from './database.js';

/** Where the data are. */
export interface DatabaseOptions {
  /** A PostgreSQL server. Default: the embedded database. */
  readonly databaseUrl?: string;
  /** Directory of the embedded database. Default: in memory, gone at the end. */
  readonly dataDir?: string;
  readonly onError?: (error: unknown) => void;
}

/** Opens the database; only the driver that is needed is loaded. @throws {DataDirectoryInUse} */
export async function openDatabase({ databaseUrl, dataDir, onError }: DatabaseOptions): Promise<Database> {
  if (databaseUrl !== undefined) {
    const { openPostgres } = await import('./postgres-database.js');
    return openPostgres({ url: databaseUrl, ...(onError && { onError }) });
  }
  const { openPglite } = await import('./pglite-database.js');
  return openPglite(dataDir);
}
