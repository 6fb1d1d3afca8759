import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, ROOT } from '../.config/entries.mjs';

/** Written last by the build. */
const PROOF = 'dist/cdn/smp-widgets.bundle.js';

const changedAt = (path) => statSync(join(ROOT, path)).mtimeMs;

/** Is there a build, and is it newer than everything it is made of? */
export function isBuilt() {
  if (!existsSync(join(ROOT, PROOF))) return false;
  const built = changedAt(PROOF);
  const single = [
    'package.json',
    'tsconfig.json',
    'rollup.config.mjs',
    'demo/site/npm-entry.js',
    '.ci/element-docs.mjs',
  ];
  return [...single, ...filesBelow('.config'), ...filesBelow('src')].every((path) => changedAt(path) < built);
}

/** Builds, unless the build is up to date. Throws when it fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  console.log('Building …');
  const rollup = join(ROOT, 'node_modules/rollup/dist/bin/rollup');
  const { status } = spawnSync(process.execPath, [rollup, '-c', '--silent'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureBuilt();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
