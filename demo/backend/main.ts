import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataDirectoryInUse } from './data-lock.js';
import { describeError, jsonLog } from './log.js';
import { startServer } from './server.js';

const demo = fileURLToPath(new URL('..', import.meta.url));
const log = jsonLog();

/** What the environment says, else the defaults of the demo. */
function settings() {
  const { PORT = '8787', DATABASE_URL, DATA_DIR, HOST = '127.0.0.1', ORIGINS, TRUST_PROXY, RATE_LIMITS } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT has to be a number up to 65535: ${PORT}`);
  const siteDir = resolve(demo, 'site');
  const sdkDir = resolve(demo, '../dist');
  return {
    port,
    host: HOST,
    dataDir: resolve(DATA_DIR ?? resolve(demo, 'data')),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(existsSync(siteDir) ? { siteDir } : {}),
    ...(existsSync(sdkDir) ? { sdkDir } : {}),
    ...(ORIGINS ? { origins: ORIGINS.split(',').map((origin) => origin.trim()) } : {}),
    trustProxy: TRUST_PROXY === '1',
    ...(RATE_LIMITS === 'off' ? { rateLimits: false as const } : {}),
  };
}

/** An address without its password. */
function whereOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `PostgreSQL at ${host}${pathname}`;
  } catch {
    return 'PostgreSQL';
  }
}

async function main(): Promise<void> {
  const options = settings();
  const server = await startServer({ ...options, log });
  const where = 'databaseUrl' in options && options.databaseUrl ? whereOf(options.databaseUrl) : options.dataDir;
  process.stdout.write(
    `\n  The clinic's site:  ${server.url}/\n  The booking API:    ${server.url}/smp/v1/…\n  The data:           ${where}\n\n`,
  );
  const end = (signal: NodeJS.Signals) => {
    log('info', 'server.closing', { kind: signal });
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log('error', 'server.close', describeError(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = error instanceof DataDirectoryInUse || code === 'EADDRINUSE' || code === 'ECONNREFUSED';
  const text = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`The server could not start. ${text}\n`);
  process.exit(1);
});
