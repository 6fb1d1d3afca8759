import { readFileSync } from 'node:fs';
import { partOf, wordFiles } from './word-files.mjs';

/** What the loader's source says where the manifest belongs. */
const PLACEHOLDER = '__SMP_MANIFEST__';

/** What opens the doors beside the elements, as `src/embed/doors-selector.ts` has it. */
const DOORS = '[data-smp],[data-smp-open]';

/** Elements of pages that visitors come to after a booking. */
const AFTERWARDS = ['aftercare', 'booking-manager', 'preparation', 'touch-up-reminder'];

/** Path below `src` without ending. */
const moduleName = (id) => /\/src\/(.+)\.ts$/.exec(id ?? '')?.[1];

const packagesOf = (ids) => [
  ...new Set(ids.map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]).filter(Boolean)),
];

/**
 * Rollup plugin: finds out which files each element needs and leaves that in `manifest.json`, beside the whole graph of
 * chunks, which the size budgets read.
 *
 * The entries are the modules that register an element, named without prefix, and the other doors; the file that holds
 * one registers it, so that none is left that would only name another, save where that name is asked for on demand.
 * `journey` says which imports on demand come when; what it leaves out, or names in vain, stands in the manifest too, and
 * fails the size check.
 */
export function chunkManifest({ journey, wordFolder }) {
  return {
    name: 'chunk-manifest',
    generateBundle(_options, bundle) {
      const onDemand = [...this.getModuleIds()]
        .filter((id) => this.getModuleInfo(id).dynamicImporters.length > 0)
        .map(moduleName)
        .filter(Boolean);
      const declared = Object.values(journey).flat();
      const undeclared = onDemand.filter((name) => !declared.includes(name));
      const unused = declared.filter((name) => !onDemand.includes(name));
      if (undeclared.length > 0)
        this.warn(`Say in .config/journey.mjs when these are loaded: ${undeclared.join(', ')}`);
      if (unused.length > 0)
        this.warn(`Nothing imports these on demand, see .config/journey.mjs: ${unused.join(', ')}`);

      const entries = Object.values(bundle).filter(({ isEntry }) => isEntry);
      const late = new Set(Object.values(bundle).flatMap(({ dynamicImports = [] }) => dynamicImports));
      for (const { fileName, moduleIds } of entries) {
        if (moduleIds.length > 0 || late.has(fileName)) continue;
        delete bundle[fileName];
        delete bundle[`${fileName}.map`];
      }
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const holds = (chunk, names) => chunk.moduleIds.some((id) => names.includes(moduleName(id)));
      const needed = (chunk, early, found = new Set()) => {
        if (found.has(chunk.fileName)) return found;
        found.add(chunk.fileName);
        for (const file of chunk.imports) needed(bundle[file], early, found);
        for (const file of chunk.dynamicImports.filter((one) => bundle[one]))
          if (holds(bundle[file], early)) needed(bundle[file], early, found);
        return found;
      };
      const files = [];
      const number = (file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
      const numbers = (names, early = []) => {
        const roots = chunks.filter((chunk) => holds(chunk, names));
        const found = [...roots.reduce((all, chunk) => needed(chunk, early, all), new Set())];
        const parts = found.flatMap((file) => bundle[file].moduleIds.map((id) => partOf(moduleName(id))));
        // `*` stands for the language.
        const words = [...new Set(parts.filter(Boolean))].map((part) => `${wordFolder.name}/*/${part}.js`);
        return [...found, ...words].map(number);
      };
      const tagOf = (name) => {
        if (name === 'doors') return [DOORS, numbers(['embed/doors'])];
        const isOthers = (one) =>
          entries.some((entry) => entry.name !== name && one.startsWith(`elements/${entry.name}/`));
        const early = journey.early.filter((one) => !isOthers(one));
        // Their files name the next ones themselves: every name in the loader is a byte of every page.
        if (AFTERWARDS.includes(name)) {
          const [first] = chunks.filter((chunk) => holds(chunk, [`elements/${name}/define`]));
          return [`smp-${name}`, [number(first.fileName)]];
        }
        return [`smp-${name}`, numbers([`elements/${name}/define`], early)];
      };
      const tags = Object.fromEntries(entries.map(({ name }) => tagOf(name)));
      const languages = [...new Set(wordFiles().map(([name]) => name.split('/')[0]))];
      const manifest = { files, tags, endpoint: numbers(journey.endpoint), languages };

      const graph = Object.fromEntries(
        chunks.map(({ fileName, moduleIds, imports }) => [
          fileName,
          { modules: moduleIds.map(moduleName).filter(Boolean), packages: packagesOf(moduleIds), imports },
        ]),
      );
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: JSON.stringify({ ...manifest, words: wordFolder.name, graph, undeclared, unused }, null, 2),
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
      if (!code.includes(DOORS)) this.error('The loader and its manifest do not agree on what opens the other doors.');
      const { files, tags, endpoint, languages } = JSON.parse(readFileSync(path, 'utf8'));
      const words = files.find((file) => file.includes('/*/'))?.split('*')[0] ?? '';
      const short = files.map((file) => file.replace(/^chunks\/|\.js$/g, '').replace(words, '')).join();
      // Written short, for it weighs on every page: words begin with the place of their language.
      const list = `${JSON.stringify(short)}.split(',').map((name) => (name[0] === '*' ? ${JSON.stringify(words)} : 'chunks/') + name + '.js')`;
      const spoken = `${JSON.stringify(languages.join())}.split(',')`;
      const manifest = `{ files: ${list}, languages: ${spoken}, ${JSON.stringify({ tags, endpoint }).slice(1)}`;
      return { code: code.replace(PLACEHOLDER, manifest), map: null };
    },
  };
}
