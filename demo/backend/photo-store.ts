import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const NAME = /^[0-9a-f]{40}$/;
const PART = '.part';

/** Keeps sealed photos as files in one folder, which is made when missing and is its owner's only. */
export class PhotoStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = resolve(directory);
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
  }

  /** Stores under a name that tells nothing. When it resolves, the whole file is on the disk under that name. */
  async write(sealed: Uint8Array): Promise<string> {
    const name = randomBytes(20).toString('hex');
    const path = join(this.directory, name);
    try {
      const file = await open(path + PART, 'wx', 0o600);
      try {
        await file.writeFile(sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(path + PART, path);
      await this.#syncDirectory();
      return name;
    } catch (error) {
      await rm(path + PART, { force: true });
      throw error;
    }
  }

  /** A rename is on the disk when its folder is. */
  async #syncDirectory(): Promise<void> {
    // Some systems open no folders.
    const folder = await open(this.directory, 'r').catch(() => undefined);
    try {
      await folder?.sync();
    } finally {
      await folder?.close();
    }
  }

  /** `undefined` when there is no such file. */
  async read(name: string): Promise<Buffer | undefined> {
    if (!NAME.test(name)) return undefined;
    return readFile(join(this.directory, name)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  /** Succeeds also when it is gone already. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) if (NAME.test(name)) await rm(join(this.directory, name), { force: true });
  }

  /**
   * Names of files that were last written before a moment, those of writes that never ended included.
   * @param before milliseconds since 1970
   */
  async writtenBefore(before: number): Promise<string[]> {
    const found: string[] = [];
    for (const entry of await readdir(this.directory)) {
      if (!NAME.test(entry.endsWith(PART) ? entry.slice(0, -PART.length) : entry)) continue;
      const stats = await stat(join(this.directory, entry)).catch(() => undefined);
      if (stats && stats.mtimeMs < before) found.push(entry);
    }
    return found;
  }

  /** Removes what {@link writtenBefore} has named. */
  async discard(entry: string): Promise<void> {
    await rm(join(this.directory, entry), { force: true });
  }
}
