import { CLINIC_USER } from './clinic-access.js';
import { DataDirectoryInUse } from './data-lock.js';
import { describeError, jsonLog } from './log.js';
import { startServer } from './server.js';
import { settingsOf, WrongSettings } from './settings.js';

const log = jsonLog();

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
  const { options, passwordPlace } = settingsOf(process.env);
  const server = await startServer({ ...options, log });
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
  // Told last: whoever reads it may end the server at once.
  const where = options.databaseUrl === undefined ? options.dataDir : whereOf(options.databaseUrl);
  const lines = [
    ['The clinic’s site', `${server.url}/`],
    ['The booking API', `${server.url}/smp/v1/…`],
    ['The clinic’s desk', `${server.url}/clinic/`],
    ['', `user ${CLINIC_USER}, password in ${passwordPlace}`],
    ['Messages', options.smtpUrl === undefined ? `kept at ${server.url}/clinic/outbox/` : 'sent by the mail server'],
    ...(options.smtpUrl === undefined ? [] : [['Text messages', 'noted in the log only; no service is set']]),
    ['The data', where],
    ['Photos, sealed', options.photoDir],
  ];
  const text = lines.map(([name = '', value = '']) => `  ${(name && `${name}:`).padEnd(20)}${value}\n`).join('');
  process.stdout.write(`\n${text}\n`);
}

main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known =
    error instanceof DataDirectoryInUse ||
    error instanceof WrongSettings ||
    code === 'EADDRINUSE' ||
    code === 'ECONNREFUSED';
  const text = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`The server could not start. ${text}\n`);
  process.exit(1);
});
