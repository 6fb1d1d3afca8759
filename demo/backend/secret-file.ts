import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file that is made with `draw` when it is missing, and that its owner only can read. */
export function secretFile(directory: string, name: string, draw: () => string): string {
  const file = join(directory, name);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, draw(), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      // Two servers on one PostgreSQL database may start at once: the first one's secret holds.
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
