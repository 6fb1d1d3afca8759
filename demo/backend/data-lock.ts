import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data directory is in use by another process, or can't be shown not to be. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/** A data directory kept for this process. */
export interface DataLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** When the process began, as the kernel tells it; a pid alone may have been given to another since. */
  readonly started?: string;
}

const FILE = 'server.pid';

/** Boot id and start tick from /proc; `undefined` where there is no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const tick = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return tick === undefined ? undefined : `${boot}/${tick}`;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const started = startOf(holder.pid);
  return holder.started === undefined || started === undefined || started === holder.started;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !Number.isInteger(value.pid))
      return undefined;
    const started = 'started' in value && typeof value.started === 'string' ? { started: value.started } : {};
    return { pid: Number(value.pid), ...started };
  } catch {
    return undefined;
  }
}

/**
 * Keeps a directory for this process by a lock file with its pid. PGlite has no lock of its own, and two processes
 * that open one directory destroy it. The file of a process that has died is taken over.
 * @throws {DataDirectoryInUse} naming the process and the file
 */
export function lockDataDirectory(directory: string): DataLock {
  // People's details will lie in there.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, FILE);
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  const draft = join(directory, `${FILE}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        // A link appears at once with its whole content, or not at all; a written file could be read half done.
        linkSync(draft, file);
        return { release: () => release(file, mine) };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        takeOver(file, draft);
      }
    }
    throw new DataDirectoryInUse(`Several processes are trying to open ${directory} at once. Start only one.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts the lock file of a dead process out of the way. */
function takeOver(file: string, draft: string): void {
  let found: string;
  try {
    found = readFileSync(file, 'utf8');
  } catch {
    return;
  }
  const holder = parseHolder(found);
  if (!holder) {
    throw new DataDirectoryInUse(`${file} is not a lock file of this server. Remove it if no server is running.`);
  }
  if (isAlive(holder)) {
    throw new DataDirectoryInUse(
      `The data directory is in use by process ${holder.pid} (${file}). ` +
        `Stop that server first, or give this one another DATA_DIR.`,
    );
  }
  const aside = `${draft}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between reading and moving, another process may have taken the directory over: give it its file back.
  if (readFileSync(aside, 'utf8') !== found) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) unlinkSync(file);
  } catch {
    // Gone already.
  }
}
