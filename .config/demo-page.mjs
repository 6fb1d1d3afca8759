import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { ROOT } from './entries.mjs';

const site = (path) => join(ROOT, 'demo/site', path);

/** The script of the demo's npm page, bundled as a clinic's own build would do it: from what the package exports. */
export const demoPage = {
  input: site('npm-entry.js'),
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), terser({ module: true })],
  output: { dir: site('dist'), format: 'es', chunkFileNames: '[name].js' },
};
