import { readFileSync } from 'node:fs';

/** What the loader's source says where the manifest belongs. */
const PLACEHOLDER = '__SMP_MANIFEST__';

/** Path below `src` without ending. */
const moduleName = (id) => /\/src\/(.+)\.ts$/.exec(id ?? '')?.[1];

const packagesOf = (ids) => [
  ...new Set(ids.map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]).filter(Boolean)),
];

/**
 * Rollup plugin: finds out which files each element needs and leaves that in `manifest.json`, beside the whole graph of
 * chunks, which the size budgets read.
 *
 * The entries are the modules that register an element, named without prefix; the file that holds one registers it, so
 * that none is left that would only name another. `journey` says which imports on demand come when; what it leaves out, or names in vain, stands in the manifest too, and fails the size check.
 */
export function chunkManifest({ journey }) {
  return {
    name: 'chunk-manifest',
    generateBundle(_options, bundle) {
      const onDemand = [...this.getModuleIds()]
        .filter((id) => this.getModuleInfo(id).dynamicImporters.length > 0)
        .map(moduleName);
      const declared = Object.values(journey).flat();
      const undeclared = onDemand.filter((name) => !declared.includes(name));
      const unused = declared.filter((name) => !onDemand.includes(name));
      if (undeclared.length > 0)
        this.warn(`Say in .config/journey.mjs when these are loaded: ${undeclared.join(', ')}`);
      if (unused.length > 0)
        this.warn(`Nothing imports these on demand, see .config/journey.mjs: ${unused.join(', ')}`);

      const entries = Object.values(bundle).filter(({ isEntry }) => isEntry);
      for (const { fileName, moduleIds } of entries) {
        if (moduleIds.length > 0) continue;
        delete bundle[fileName];
        delete bundle[`${fileName}.map`];
      }
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const holds = (chunk, names) => chunk.moduleIds.some((id) => names.includes(moduleName(id)));
      const needed = (chunk, early, found = new Set()) => {
        if (found.has(chunk.fileName)) return found;
        found.add(chunk.fileName);
        for (const file of chunk.imports) needed(bundle[file], early, found);
        for (const file of chunk.dynamicImports) if (holds(bundle[file], early)) needed(bundle[file], early, found);
        return found;
      };
      const files = [];
      const number = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
      const numbers = (names, early = []) => {
        const roots = chunks.filter((chunk) => holds(chunk, names));
        return [...roots.reduce((found, chunk) => needed(chunk, early, found), new Set())].map(number);
      };
      const tagOf = (name) => {
        const early = journey.early.filter(
          (one) => !one.startsWith('elements/') || one.startsWith(`elements/${name}/`),
        );
        return [`smp-${name}`, numbers([`elements/${name}/define`], early)];
      };
      const tags = Object.fromEntries(entries.map(({ name }) => tagOf(name)));
      const manifest = { files, tags, endpoint: numbers(journey.endpoint) };

      const graph = Object.fromEntries(
        chunks.map(({ fileName, moduleIds, imports }) => [
          fileName,
          { modules: moduleIds.map(moduleName).filter(Boolean), packages: packagesOf(moduleIds), imports },
        ]),
      );
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: JSON.stringify({ ...manifest, graph, undeclared, unused }, null, 2),
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
