import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { describeElements } from '../../.ci/element-docs.mjs';
import { filesBelow, ROOT } from '../../.config/entries.mjs';

const elements = describeElements();
const themes = filesBelow('src/styles/themes');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly exports: object };

/** What is wrong with a theme. */
function faults(css: string): string[] {
  const tags = [...css.matchAll(/(?<!-)smp-[a-z-]+(?=\s*[,)])/g)].map(([tag]) => tag);
  const set = [...css.matchAll(/(--smp-[a-z-]+):/g)].map(([, name = '']) => name);
  const known = elements.flatMap(({ tokens }) => tokens.map(({ name }) => name));
  return [
    ...elements.filter(({ tag }) => !tags.includes(tag)).map(({ tag }) => `<${tag}> is left out`),
    ...set.filter((name) => !known.includes(name)).map((name) => `${name} is no token`),
    // A clinic's own rules are to win, wherever they stand.
    ...(/^(?!:where\(|\) \{)[^\s/}].*\{$/m.test(css) ? ['a rule is stronger than :where()'] : []),
    ...(/url\(|@import/.test(css) ? ['something is fetched'] : []),
  ];
}

describe('themes', () => {
  it('are light, dark and barber, each exported', () => {
    assert.deepEqual(
      themes.map((path) => basename(path)),
      ['barber.css', 'dark.css', 'light.css'],
    );
    for (const path of themes) assert.ok(`./themes/${basename(path)}` in manifest.exports);
  });

  for (const path of themes) {
    it(`reach every element by tokens alone: ${basename(path)}`, () => {
      assert.deepEqual(faults(readFileSync(join(ROOT, path), 'utf8')), []);
    });
  }
});

describe('themes, control', () => {
  it('finds what a theme must not do', () => {
    const found = faults('smp-clinic {\n  --smp-colour: red;\n  background: url(x);\n}').join('; ');
    for (const fault of ['<smp-slot-booker> is left out', '--smp-colour is no token', 'stronger', 'fetched']) {
      assert.ok(found.includes(fault), fault);
    }
  });
});
