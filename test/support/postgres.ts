import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of one's own, gone without a trace at the end. */
export interface PostgresCluster {
  /** Makes an empty database and answers its address. */
  createDatabase(name: string): Promise<string>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

const MISSING =
  'These tests need the PostgreSQL server programs (initdb and postgres, version 12 or later). ' +
  'On Debian or Ubuntu: apt-get install postgresql. On macOS: brew install postgresql. ' +
  'They are looked for in /usr/lib/postgresql/*/bin, /opt/homebrew/opt/postgresql*/bin and PATH.';

function findPrograms(): string {
  const below = (parent: string, rest: string) =>
    existsSync(parent)
      ? readdirSync(parent)
          .sort((left, right) => right.localeCompare(left, 'en', { numeric: true }))
          .map((name) => join(parent, name, rest))
      : [];
  const found = [
    ...below('/usr/lib/postgresql', 'bin'),
    ...below('/opt/homebrew/opt', 'bin').filter((path) => path.includes('/postgresql')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ].find((directory) => existsSync(join(directory, 'initdb')) && existsSync(join(directory, 'postgres')));
  if (found === undefined) throw new Error(MISSING);
  return found;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package made. */
function otherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new Error('PostgreSQL does not run as root, and there is no user “postgres” to run it as.');
  }
}

/**
 * Runs the server until its input ends, which it does however this process ends, and removes the files. So nothing is
 * left behind even by a test that is killed.
 */
const KEEPER = 'trap "" INT HUP; "$@" & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$0"';

/**
 * Starts a server that listens on a socket file only.
 * @param safe whether it also survives a loss of power, as a real one does. Default false, for speed
 */
export async function startPostgres(safe = false): Promise<PostgresCluster> {
  const programs = findPrograms();
  const user = otherUser();
  const directory = mkdtempSync(join(tmpdir(), 'smp-pg-'));
  let server: ChildProcess | undefined;
  try {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
    const data = join(directory, 'data');
    const initOptions = ['-D', data, '-U', 'smp', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(programs, 'initdb'), initOptions, {
      ...user,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const settings = {
      listen_addresses: '',
      unix_socket_directories: directory,
      ...(safe ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
      max_connections: '120',
      log_min_messages: 'fatal',
      timezone: 'UTC',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = ['-c', KEEPER, directory, join(programs, 'postgres'), '-D', data, ...options];
    server = spawn('/bin/sh', command, { ...user, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
    const keeper = server;
    const url = (database: string) => `postgres://smp@/${database}?host=${encodeURIComponent(directory)}`;
    const admin = await connect(url('postgres'), server);
    return {
      async createDatabase(name) {
        await admin.query(`create database ${admin.escapeIdentifier(name)}`);
        return url(name);
      },
      async stop() {
        await admin.end();
        await end(keeper);
      },
    };
  } catch (error) {
    if (server) await end(server);
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

async function end(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return;
  const exited = once(keeper, 'exit');
  keeper.stdin?.end();
  await exited;
}

/** Waits until the server answers. There is no event for it, so it is asked every 50 ms. */
async function connect(url: string, server: ChildProcess): Promise<pg.Client> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    // A server that is stopped at once breaks what is still open.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('postgres did not answer within 20 seconds');
}
