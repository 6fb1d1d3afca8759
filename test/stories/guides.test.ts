import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, ROOT } from '../../.config/entries.mjs';
import { describeElements, describeEvents } from '../../.ci/element-docs.mjs';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const elements = describeElements();
const events = new Set(describeEvents().map(({ name }) => name));
const tokens = new Set(elements.flatMap((element) => element.tokens.map(({ name }) => name)));
const themes = filesBelow('src/styles/themes').map((path) => path.split('/').at(-1));
const exported = Object.keys((JSON.parse(read('package.json')) as { exports: Record<string, unknown> }).exports);
/** Attributes that any element may have. */
const ANY = ['class', 'dir', 'id', 'lang', 'ref', 'slot', 'style'];

const guides = filesBelow('stories').filter((path) => path.endsWith('.mdx'));
const titles = [
  ...guides.map((path) => /<Meta title="([^"]+)"/.exec(read(path))?.[1] ?? ''),
  ...filesBelow('stories')
    .filter((path) => path.endsWith('.stories.ts'))
    .map((path) => /title: '([^']+)'/.exec(read(path))?.[1] ?? ''),
];
const ids = new Set(titles.map((title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')));

/** Names in a guide that nothing else knows. */
function unknownIn(text: string): string[] {
  const unknown: string[] = [];
  const check = (what: string, name: string, known: boolean) => {
    if (!known) unknown.push(`${what} ${name}`);
  };
  for (const [, tag = '', rest = ''] of text.matchAll(/<(smp-[a-z-]+)((?:"[^"]*"|\{[^{}]*\}|[^<>"{}])*)>/g)) {
    const element = elements.find((one) => one.tag === tag);
    check('element', tag, element !== undefined);
    const names = element?.properties.flatMap(({ name, attribute }) => [name, attribute]) ?? [];
    // It hands on what is for the element it opens.
    if (tag === 'smp-launcher')
      names.push(...elements.flatMap((one) => one.properties.map(({ attribute }) => attribute)));
    const written = rest.replaceAll(/"[^"]*"|\{[^{}]*\}/g, '""');
    for (const [, name = ''] of written.matchAll(/(?:^|\s)([:@\w-]+)/g)) {
      const event = /^(?:on|@)(smp-.+)$/.exec(name)?.[1];
      if (event !== undefined) check('event', event, events.has(event));
      else check(`attribute of ${tag}`, name, [...names, ...ANY].includes(name.replace(/^:/, '')));
    }
  }
  for (const [, name = ''] of text.matchAll(/addEventListener\('(smp-[a-z-]+)'/g))
    check('event', name, events.has(name));
  for (const [, name = ''] of text.matchAll(/`(smp-[a-z-]+)`/g)) {
    check('name', name, name === 'smp-widgets' || events.has(name) || elements.some(({ tag }) => tag === name));
  }
  for (const [name] of text.matchAll(/--smp-[a-z-]+/g)) check('token', name, tokens.has(name));
  for (const [, tag, part = ''] of text.matchAll(/(smp-[a-z-]+)::part\(([a-z-]+)\)/g)) {
    check(
      'part',
      part,
      elements.some((one) => one.tag === tag && one.parts.some(({ name }) => name === part)),
    );
  }
  for (const [, path = ''] of text.matchAll(/'smp-widgets(\/[a-z/-]+)?'/g)) {
    check('module', path, exported.includes(path === '' ? '.' : `.${path}`));
  }
  for (const [, name] of text.matchAll(/themes\/([a-z]+\.css)/g)) check('theme', name ?? '', themes.includes(name));
  for (const [, id = ''] of text.matchAll(/\?path=\/(?:docs|story)\/([a-z-]+)--/g)) check('page', id, ids.has(id));
  // Storybook's Markdown has neither.
  check('syntax', 'table', !/^\|/m.test(text));
  check('syntax', 'task list', !/^\s*- \[[ x]\]/m.test(text));
  return unknown;
}

describe('the guides', () => {
  it('are there', () => {
    assert.ok(guides.length > 15);
  });

  for (const path of guides) {
    it(`name nothing that is not there: ${path}`, () => {
      assert.deepEqual(unknownIn(read(path)), []);
    });
  }

  for (const framework of ['react', 'vue']) {
    const folder = 'test/types/frameworks';
    const sources = filesBelow(folder).filter((path) => path.startsWith(`${folder}/guide-${framework}-`));

    it(`for ${framework} show what its compiler has checked, and nothing else`, () => {
      assert.ok(sources.length > 0);
      const shown = [...read(`stories/guides/${framework}.mdx`).matchAll(/```(?:tsx|vue)\n([^]*?)```/g)];
      assert.deepEqual(shown.map(([, text]) => text).sort(), sources.map(read).sort());
    });
  }

  it('import only names that are exported', async () => {
    const all = guides.map(read).join('\n');
    const modules: Readonly<Record<string, object>> = {
      'smp-widgets/server': await import('../../src/server/index.js'),
      'smp-widgets/testing': await import('../../src/testing/index.js'),
    };
    const imports = [...all.matchAll(/import \{ ([^}]+) \} from '(smp-widgets[^']*)'/g)];
    assert.ok(imports.length > 0);
    for (const [, names = '', from = ''] of imports) {
      for (const name of names.split(', ')) assert.ok(name in (modules[from] ?? {}), `${name} from ${from}`);
    }
  });
});

describe('the test of the guides, control', () => {
  const bad: Readonly<Record<string, string>> = {
    'element smp-sofa': '<smp-sofa></smp-sofa>',
    'attribute of smp-slot-booker colour': '<smp-slot-booker service="x > y" colour="red">',
    'event smp-booking-dreamt': "document.addEventListener('smp-booking-dreamt', f)",
    'name smp-something': '`smp-something`',
    'token --smp-sparkle': 'smp-clinic { --smp-sparkle: 1; }',
    'part wheel': 'smp-slot-booker::part(wheel) {}',
    'module /wheels': "import 'smp-widgets/wheels';",
    'theme pink.css': 'href="/sdk/themes/pink.css"',
    'syntax table': '| a | b |',
    'syntax task list': '- [ ] a',
    'page guides-nothing': '(?path=/docs/guides-nothing--docs)',
  };
  for (const [name, text] of Object.entries(bad)) {
    it(`sees ${name}`, () => assert.ok(unknownIn(text).includes(name), unknownIn(text).join()));
  }
});
