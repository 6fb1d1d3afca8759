import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever a command is started from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every file below a folder of the project, as paths from the project's folder. */
export function filesBelow(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The element folders: every `src/elements/<name>/` with a `define.ts`. */
export function elementNames() {
  return filesBelow('src/elements')
    .filter((path) => path.endsWith('/define.ts'))
    .map((path) => path.split('/')[2]);
}

/** Source modules that the package's `exports` lead to, by their path in `dist` without ending. */
export function publicEntries() {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const sources = filesBelow('src').filter((path) => path.endsWith('.ts'));
  const entries = {};
  for (const target of Object.values(exports)) {
    const path = typeof target === 'string' ? target : target.default;
    if (!path.startsWith('./dist/') || path.startsWith('./dist/cdn/') || !path.endsWith('.js')) continue;
    const [before, after] = path.slice('./dist/'.length, -'.js'.length).split('*');
    for (const source of sources) {
      const name = source.slice('src/'.length, -'.ts'.length);
      const fits = after === undefined ? name === before : name.startsWith(before) && name.endsWith(after);
      if (fits) entries[name] = join(ROOT, source);
    }
  }
  return entries;
}
