import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesBelow, ROOT } from './entries.mjs';

/** `locales/care/words` is about `care`, `locales/hairline/photo-words` about `photo`, `locales/words` about all elements. */
const WORDS = /^locales\/(?:(\w[\w-]*)\/)?(?:(\w+)-)?words$/;
const IMPORT = /import\('(\.\/[\w.-]+)\.js'\)/g;

/** The part of the widgets that a module of words is about; undefined for any other module. */
export function partOf(moduleName) {
  const [found, folder, name] = WORDS.exec(moduleName ?? '') ?? [];
  return found && found !== 'locales/own-words' ? (name ?? folder ?? 'common') : undefined;
}

/** The module that stands in page builds for the lists of imports in the modules of words. */
const WORD_FILE = 'virtual:word-file';

const languageOf = (specifier) => /(\w+)$/.exec(specifier)?.[1];

/** Every file of words in another language than English, as `[<language>/<part>, path below src without ending]`. */
export function wordFiles() {
  return filesBelow('src/locales').flatMap((path) => {
    const part = partOf(/^src\/(.*)\.ts$/.exec(path)?.[1]);
    if (!part) return [];
    return [...readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)].map(([, specifier]) => [
      `${languageOf(specifier)}/${part}`,
      join(dirname(path), specifier).replace(/^src\//, ''),
    ]);
  });
}

/**
 * Two rollup plugins for the words of pages. Each language and part is a file that needs no other, in one folder named
 * after all of their contents: `locales/<hash>/de/care.js`. So neither the loader nor an element has to know 90 hashes,
 * and files of two versions never meet.
 *
 * `build` writes the files, out of the modules that npm carries; `use(base)` leads the imports of later builds to them.
 */
export function wordFilesForPages() {
  const folder = { name: '' };
  const build = {
    name: 'word-files',
    // What files of words share is small, and each has its own copy.
    resolveId(specifier, importer) {
      if (!importer) return null;
      const path = resolve(dirname(importer.split('?')[0]), specifier);
      return `${path}?of=${importer.replace(/\?.*/, '').slice(ROOT.length)}`;
    },
    load: (id) => (id.includes('?of=') ? readFileSync(id.split('?')[0], 'utf8') : null),
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const shared = files.filter(({ isEntry }) => !isEntry).map(({ fileName }) => fileName);
      if (shared.length > 0) this.error(`Files of words share ${shared.join(', ')}`);
      const hash = createHash('sha256');
      for (const { fileName, code } of files) hash.update(fileName).update(code);
      folder.name = `locales/${hash.digest('base64url').slice(0, 8)}`;
      for (const file of files) file.fileName = `${folder.name}/${file.fileName}`;
    },
  };
  const use = (base) => ({
    name: 'use-word-files',
    resolveId: (specifier) => (specifier === WORD_FILE ? WORD_FILE : null),
    // One function names all files, so that not each part has to carry a list of languages.
    load: (id) =>
      id === WORD_FILE
        ? `import { LANGUAGES } from ${JSON.stringify(join(ROOT, 'src/locales/languages.ts'))};
           export const wordFiles = (part) => Object.fromEntries(LANGUAGES.slice(1).map((language) =>
             [language, () => import(\`${base}${folder.name}/\${language}/\${part}.js\`)]));`
        : null,
    transform(code, id) {
      const part = partOf(/\/src\/(.*)\.ts$/.exec(id)?.[1]);
      if (!part) return null;
      const short = code.replace(/others: \{[^{}]*\}/, `others: wordFiles(${JSON.stringify(part)})`);
      if (short === code) this.error(`${id} does not name its files of words as expected`);
      return { code: `import { wordFiles } from ${JSON.stringify(WORD_FILE)};\n${short}`, map: null };
    },
  });
  return { build, use, folder };
}
