// Builds the example apps: `node demo/frameworks/build.mjs`, or some of them by name.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** One app for each framework, by the name of its folder. */
export const APPS = ['react', 'vue', 'svelte', 'angular'];

/** Builds apps into the `dist` of each, one after the other. */
export async function buildApps(names = APPS) {
  for (const name of names) {
    const root = join(FOLDER, name);
    await build({ root, configFile: join(root, 'vite.config.mjs'), logLevel: 'error' });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await buildApps(names.length > 0 ? names : APPS);
}
