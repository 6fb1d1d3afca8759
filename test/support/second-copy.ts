import { engine } from './browser.js';

/**
 * The address of a source, named from the project's folder, in a copy of all elements that shares nothing with what tests
 * import. `.ci/browser-bundles.mjs` puts it there: each `define.ts`, and what is loaded on demand.
 */
export const secondCopy = (file: string): string =>
  new URL(`/.browser-tests/${engine}/again/${file.replace(/^src\/|\.ts$/g, '')}.js`, location.href).href;
