import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { compile } from 'tailwindcss';
import { ROOT } from './entries.mjs';

const site = (path) => join(ROOT, 'demo/site', path);

const packaged = (path) => readFileSync(createRequire(join(ROOT, 'demo/package.json')).resolve(path), 'utf8');

/** Style sheets that many sites have, to try the widgets beside them. */
const foreignStyles = () => ({
  name: 'foreign-styles',
  async generateBundle() {
    const reset = await compile(packaged('tailwindcss/preflight.css'));
    this.emitFile({ type: 'asset', fileName: 'tailwind.css', source: reset.build([]) });
    this.emitFile({
      type: 'asset',
      fileName: 'bootstrap.css',
      source: packaged('bootstrap/dist/css/bootstrap.min.css').replace(/\/\*# sourceMappingURL=.*$/s, ''),
    });
  },
});

/** Nobody counts the bytes of this page. */
const minify = () => ({
  name: 'minify',
  renderChunk: (code) => transform(code, { minify: true, format: 'esm', target: 'es2022' }),
});

/** The script of the demo's npm page, bundled as a clinic's own build would do it: from what the package exports. */
export const demoPage = {
  input: site('npm-entry.js'),
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), minify(), foreignStyles()],
  output: { dir: site('dist'), format: 'es', chunkFileNames: '[name].js' },
};
