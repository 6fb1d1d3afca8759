/** What the loader's source says where the manifest belongs. */
const PLACEHOLDER = '__SMP_MANIFEST__';

/**
 * Rollup plugin: writes into the loader which files each element needs, so that all of them are asked for at once
 * instead of one import after the other.
 *
 * `early` names the dynamic imports (by module path below `src`, without ending) that an element always makes as soon as
 * it is on the page: they are fetched along with the element's own files. `endpoint` names those it makes when it has an
 * `endpoint`.
 */
export function chunkManifest({ elements, early, endpoint }) {
  return {
    name: 'chunk-manifest',
    buildStart() {
      for (const [name, id] of Object.entries(elements)) this.emitFile({ type: 'chunk', id, name });
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const moduleName = (chunk) => /\/src\/(.+)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
      const byName = (name) => chunks.find((chunk) => moduleName(chunk) === name);
      const needed = (chunk, found = new Set()) => {
        if (!chunk || found.has(chunk.fileName)) return found;
        found.add(chunk.fileName);
        for (const file of chunk.imports) needed(bundle[file], found);
        for (const file of chunk.dynamicImports) {
          if (early.includes(moduleName(bundle[file]))) needed(bundle[file], found);
        }
        return found;
      };
      const files = [];
      const indexOf = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
      const tags = {};
      for (const [name, id] of Object.entries(elements)) {
        const entry = chunks.find((chunk) => chunk.facadeModuleId === id);
        tags[`smp-${name}`] = [...needed(entry)].map(indexOf);
      }
      const manifest = { files, tags, endpoint: [] };
      for (const name of endpoint) manifest.endpoint.push(...[...needed(byName(name))].map(indexOf));
      const loader = byName('embed/loader');
      if (!loader.code.includes(PLACEHOLDER)) this.error('The loader has no place for its manifest.');
      loader.code = loader.code.replace(PLACEHOLDER, JSON.stringify(manifest));
      const reach = (chunk) => ({
        module: moduleName(chunk) ?? null,
        imports: chunk.imports,
        dynamicImports: chunk.dynamicImports,
      });
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: JSON.stringify(
          { ...manifest, chunks: Object.fromEntries(chunks.map((chunk) => [chunk.fileName, reach(chunk)])) },
          null,
          2,
        ),
      });
    },
  };
}
