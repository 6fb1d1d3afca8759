/** What the loader's source says where the manifest belongs. */
const PLACEHOLDER = '__SMP_MANIFEST__';

/**
 * Rollup plugin: writes into the loader which files each element needs, so that all of them are asked for at once
 * instead of one import after the other. The whole graph of chunks goes into `manifest.json`, for the size budgets.
 *
 * `elements` are the modules that register an element, by its name without prefix; `journey` says which imports on
 * demand come when.
 */
export function chunkManifest({ elements, journey }) {
  return {
    name: 'chunk-manifest',
    buildStart() {
      for (const [name, id] of Object.entries(elements)) this.emitFile({ type: 'chunk', id, name });
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const moduleName = (chunk) => /\/src\/(.+)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
      const byName = (name) => chunks.find((chunk) => moduleName(chunk) === name);
      const declared = new Set(Object.values(journey).flat());
      for (const name of declared) if (!byName(name)) this.warn(`Nothing imports ${name} on demand any more.`);

      const needed = (chunk, found = new Set()) => {
        if (!chunk || found.has(chunk.fileName)) return found;
        found.add(chunk.fileName);
        for (const file of chunk.imports) needed(bundle[file], found);
        return found;
      };
      const files = [];
      const number = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
      const numbers = (roots) => [...roots.reduce((found, chunk) => needed(chunk, found), new Set())].map(number);
      const early = journey.early.map(byName).filter(Boolean);
      const tags = Object.fromEntries(
        Object.entries(elements).map(([name, id]) => {
          const entry = chunks.find((chunk) => chunk.facadeModuleId === id);
          return [`smp-${name}`, numbers([entry, ...early])];
        }),
      );
      const manifest = { files, tags, endpoint: numbers(journey.endpoint.map(byName).filter(Boolean)) };

      const loader = byName('embed/loader');
      if (!loader.code.includes(PLACEHOLDER)) this.error('The loader has no place for its manifest.');
      loader.code = loader.code.replace(PLACEHOLDER, JSON.stringify(manifest));

      const graph = Object.fromEntries(
        chunks.map((chunk) => [
          chunk.fileName,
          { module: moduleName(chunk) ?? null, imports: chunk.imports, dynamicImports: chunk.dynamicImports },
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
