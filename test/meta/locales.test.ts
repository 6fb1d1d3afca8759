import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, ROOT } from '../../.config/entries.mjs';
import { LANGUAGES } from '../../src/locales/languages.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const files = filesBelow('src/locales').filter((path) => path.endsWith('.ts'));

/** The language of a file of words, by its name: `de.ts`, `questions.de.ts`. */
const languageOf = (path: string): string | undefined => {
  const [, language] = /(?:^|\.)([a-z]{2})\.ts$/.exec(basename(path)) ?? [];
  return LANGUAGES.find((one) => one === language);
};

/** Files of words that no other file of their folder imports: nobody would ever read them. */
function orphans(paths: readonly string[], source: (path: string) => string): string[] {
  return paths.filter((path) => {
    if (languageOf(path) === undefined) return false;
    const module = `'./${basename(path, '.ts')}.js'`;
    return !paths.some((other) => other !== path && dirname(other) === dirname(path) && source(other).includes(module));
  });
}

describe('files of words', () => {
  it('are each loaded by the catalogue of their folder', () => {
    const ofWords = files.filter((path) => languageOf(path) !== undefined);
    assert.ok(ofWords.length >= 8 * LANGUAGES.length, `${ofWords.length} files of words`);
    assert.deepEqual(orphans(files, read), []);
  });

  it('are as many in each language', () => {
    const counts = LANGUAGES.map((language) => files.filter((path) => languageOf(path) === language).length);
    assert.deepEqual(
      new Set(counts).size,
      1,
      LANGUAGES.map((language, index) => `${language} ${counts[index]}`).join(),
    );
  });

  it('would be missed if the catalogue forgot one (control)', () => {
    const forgetful = (path: string): string => read(path).replace("'./pl.js'", "'./pt.js'");
    assert.ok(orphans(files, forgetful).includes('src/locales/pl.ts'));
  });
});
