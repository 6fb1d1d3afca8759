import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from './entries.mjs';

/** The digest of a file, as the attribute `integrity` has it. */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Rollup plugin for the last build: leaves the digest of every script and style sheet in `sri.json`. */
export const writeIntegrity = (folder) => ({
  name: 'write-integrity',
  closeBundle: {
    order: 'post',
    handler() {
      const paths = filesBelow(folder).filter((path) => /\.(?:js|css)$/.test(path));
      const digests = paths.map((path) => [path.slice(folder.length + 1), integrityOf(readFileSync(join(ROOT, path)))]);
      writeFileSync(join(ROOT, folder, 'sri.json'), `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`);
    },
  },
});
