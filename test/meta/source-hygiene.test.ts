import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, ROOT } from '../../.config/entries.mjs';

/** What no source file may hold, and why. `code` is looked for outside comments, `anywhere` also inside. */
const FORBIDDEN: readonly { readonly name: string; readonly code?: RegExp; readonly anywhere?: RegExp }[] = [
  { name: 'markup out of text', code: /unsafe(?:HTML|SVG|MathML)|\b(?:inner|outer)HTML\b|insertAdjacentHTML|srcdoc/ },
  { name: 'an inline style, which a strict policy blocks', code: /styleMap|\sstyle="|\sstyle=\$|<style|cssText/ },
  { name: 'text run as code', code: /\beval\(|new Function\(|setTimeout\(\s*['"`]/ },
  { name: 'a leftover of debugging', code: /console\.(?:log|debug|info|dir|error)\(|\bdebugger\b/ },
  { name: 'an unfinished thing', anywhere: /\b(?:TODO|FIXME|XXX|HACK)\b/ },
  { name: 'a default export', code: /export default\b/ },
  {
    name: 'a loose type',
    code: /:\s*any\b|\bas any\b|<any>|@ts-(?:ignore|nocheck)/,
    anywhere: /@ts-(?:ignore|nocheck)/,
  },
  { name: 'an enum or a namespace', code: /^\s*(?:export )?(?:const )?enum \w|^\s*(?:export )?namespace \w/m },
  { name: 'a message to any page', code: /postMessage\([^)]*['"]\*['"]/ },
  { name: 'a closed shadow root', code: /mode:\s*'closed'/ },
  {
    name: 'history: a comment tells what is, not what was',
    anywhere:
      /(?:\/\/|\*)[^\n]*\b(?:used to be|previously|formerly|was renamed|for backwards? compat|legacy|refactor(?:ed)?|temporar(?:y|ily)|workaround for now)\b/i,
  },
  { name: 'a path of one machine', anywhere: /(?<![\w.])\/(?:tmp|work|home|Users)\/[a-z]/ },
];

/** Names that say nothing. */
const EMPTY_NAMES = /(?:^|[/-])(?:utils?|helpers?|common|misc|base|(?<!booking-)manager)(?:[./-]|$)/;

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`\\])\/\/.*$/gm, '');

function faults(text: string): string[] {
  const code = withoutComments(text);
  return FORBIDDEN.filter((rule) => rule.code?.test(code) || rule.anywhere?.test(text)).map(({ name }) => name);
}

const sources = filesBelow('src').filter((path) => path.endsWith('.ts'));

describe('source hygiene', () => {
  it('looks at the sources', () => {
    assert.ok(sources.length > 20);
  });

  for (const path of sources) {
    it(`finds nothing to object to in ${path}`, () => {
      assert.deepEqual(faults(readFileSync(join(ROOT, path), 'utf8')), []);
    });
  }

  it('finds files named after what they are', () => {
    assert.deepEqual(
      sources.filter((path) => EMPTY_NAMES.test(path)),
      [],
    );
    assert.deepEqual(
      sources.filter((path) => !/^[a-z0-9/.-]+$/.test(path)),
      [],
    );
  });

  it('finds no test that is left out or that leaves the others out', () => {
    const tests = filesBelow('test').filter((path) => path.endsWith('.test.ts'));
    const skipping = /\b(?:it|describe|test|suite)\.(?:only|skip|todo)\b|\bx(?:it|describe)\(|\b(?:only|todo): true/;
    const own = 'test/meta/source-hygiene.test.ts';
    assert.deepEqual(
      tests.filter((path) => path !== own && skipping.test(readFileSync(join(ROOT, path), 'utf8'))),
      [],
    );
  });
});

describe('source hygiene, control', () => {
  const bad: Readonly<Record<string, string>> = {
    'markup out of text': 'element.innerHTML = text;',
    'an inline style, which a strict policy blocks': 'html`<p style="color: red"></p>`',
    'text run as code': "setTimeout('go()', 1)",
    'a leftover of debugging': 'console.log(slot);',
    'an unfinished thing': '// TODO: later',
    'a default export': 'export default class {}',
    'a loose type': 'const x: any = 1;',
    'an enum or a namespace': 'export enum Step { One }',
    'a message to any page': "parent.postMessage(x, '*')",
    'a closed shadow root': "this.attachShadow({ mode: 'closed' })",
    'history: a comment tells what is, not what was': '// This was renamed from Foo.',
    'a path of one machine': "readFileSync('/home/ada/x')",
  };

  it('has a bad example of every rule', () => {
    assert.deepEqual(Object.keys(bad).sort(), FORBIDDEN.map(({ name }) => name).sort());
  });

  for (const [name, text] of Object.entries(bad)) {
    it(`sees ${name}`, () => assert.ok(faults(text).includes(name)));
  }

  it('lets a comment speak of what code must not do', () => {
    assert.deepEqual(
      faults('/** Never `innerHTML`, so nothing executes. */\nexport const x = 1; // no eval() here'),
      [],
    );
  });

  it('sees an empty name', () => {
    assert.ok(EMPTY_NAMES.test('src/domain/date-utils.ts'));
    assert.ok(!EMPTY_NAMES.test('src/domain/database.ts'));
  });
});
