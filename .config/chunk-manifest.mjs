import { readFileSync } from 'node:fs';

/** What the loader's source says where the manifest belongs. */
const PLACEHOLDER = '__SMP_MANIFEST__';

/** Path below `src` without ending. */
const moduleName = (id) => /\/src\/(.+)\.ts$/.exec(id ?? '')?.[1];

/**
 * Rollup plugin: finds out which files each element needs and leaves that in `manifest.json`, beside the whole graph of
 * chunks, which the size budgets read.
 *
 * The entries are the modules that register an element, named without prefix. `journey` says which imports on demand
 * come when; one that it leaves out, or names in vain, ends the build.
 */
export function chunkManifest({ journey }) {
  return {
    name: 'chunk-manifest',
    generateBundle(_options, bundle) {
      const onDemand = [...this.getModuleIds()]
        .filter((id) => this.getModuleInfo(id).dynamicImporters.length > 0)
        .map(moduleName);
      const declared = Object.values(journey).flat();
      for (const name of declared) {
        if (!onDemand.includes(name)) this.error(`Nothing imports ${name} on demand: see .config/journey.mjs.`);
      }
      for (const name of onDemand) {
        if (!declared.includes(name)) this.error(`${name} is imported on demand: say when in .config/journey.mjs.`);
      }

      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const holding = (name) => chunks.find(({ moduleIds }) => moduleIds.some((id) => moduleName(id) === name));
      const needed = (chunk, found = new Set()) => {
        if (!chunk || found.has(chunk.fileName)) return found;
        found.add(chunk.fileName);
        for (const file of chunk.imports) needed(bundle[file], found);
        return found;
      };
      const files = [];
      const number = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
      const numbers = (roots) => [...roots.reduce((found, chunk) => needed(chunk, found), new Set())].map(number);
      const early = journey.early.map(holding);
      const entries = chunks.filter(({ isEntry }) => isEntry);
      const tags = Object.fromEntries(entries.map((entry) => [`smp-${entry.name}`, numbers([entry, ...early])]));
      const manifest = { files, tags, endpoint: numbers(journey.endpoint.map(holding)) };

      const graph = Object.fromEntries(
        chunks.map(({ fileName, moduleIds, imports }) => [
          fileName,
          { modules: moduleIds.map(moduleName).filter(Boolean), imports },
        ]),
      );
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: JSON.stringify({ ...manifest, graph }, null, 2),
      });
    },
  };
}

/**
 * Rollup plugin: writes a manifest into the loader, so that the page asks for all files of an element at once instead of
 * one import after the other.
 */
export function injectManifest(path) {
  return {
    name: 'inject-manifest',
    renderChunk(code) {
      if (!code.includes(PLACEHOLDER)) this.error('The loader has no place for its manifest.');
      const { files, tags, endpoint } = JSON.parse(readFileSync(path, 'utf8'));
      return { code: code.replace(PLACEHOLDER, JSON.stringify({ files, tags, endpoint })), map: null };
    },
  };
}
