import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeElement, describeElements, describeEvents } from '../../.ci/element-docs.mjs';
import { withTables } from '../../.ci/docs.mjs';
import { elementNames, filesBelow, ROOT } from '../../.config/entries.mjs';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const elements = describeElements();
const events = describeEvents();
const sources = filesBelow('src').filter((path) => path.endsWith('.ts'));
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '');

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Names of parts in a template: written out, or one of several in an expression; or given to an element by a script. */
function partsIn(text: string): string[] {
  const given = [...text.matchAll(/(?:\bpart\.add\(|\bpartName: )'([^']+)'/g)].map(([, name]) => name ?? '');
  const written = [...text.matchAll(/\spart=(?:"([^"]*)"|\$\{([^}]*)\})/g)].flatMap(([, written, expression]) =>
    written !== undefined
      ? written
          .replaceAll(/\$\{[^}]*\}/g, ' ')
          .split(/\s+/)
          .filter(Boolean)
      : [...(expression ?? '').matchAll(/'([^']+)'/g)].flatMap(([, names]) => (names ?? '').split(' ')),
  );
  return [...given, ...written];
}

/** Public custom properties that a style sheet reads. */
const tokensIn = (text: string): string[] =>
  [...withoutComments(text).matchAll(/var\(\s*(--smp-[a-z0-9-]+)/g)].map(([, name]) => name ?? '');

/** Draws with the templates of preparation and aftercare. */
const CARE = /'\.\.\/care\//;

describe('documentation of elements', () => {
  it('has every element and every event in it', () => {
    assert.ok(elements.length > 0);
    assert.deepEqual(
      elements.map(({ tag }) => tag),
      elementNames().map((name) => `smp-${name}`),
    );
    for (const { tag, className } of elements) {
      const pascal = tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.equal(className, pascal);
    }
  });

  for (const element of elements) {
    it(`says something of everything that ${element.tag} offers`, () => {
      assert.ok(element.text.length > 20);
      const kinds = ['properties', 'methods', 'slots', 'events', 'parts', 'tokens', 'states'] as const;
      const silent = kinds.flatMap((kind) => element[kind].filter(({ text }) => !text).map(({ name }) => name));
      assert.deepEqual(silent, []);
    });

    it(`names the parts that the templates of ${element.tag} have, and no others`, () => {
      const folder = element.path.slice(0, element.path.lastIndexOf('/'));
      const own = sources.filter((path) => path.startsWith(`${folder}/`));
      // Two elements share these.
      const care = CARE.test(own.map(read).join('')) ? sources.filter((path) => path.includes('/elements/care/')) : [];
      // Templates that elements share count for those that use them.
      const shared = sources.filter((path) => {
        const [, name] = /^src\/elements\/((?:form|calendar|deposit)\/.*)\.ts$/.exec(path) ?? [];
        return name !== undefined && [...own, ...care].some((one) => read(one).includes(`'../${name}.js'`));
      });
      // The number itself is drawn for several of them.
      const number = [...own, ...shared].some((path) => read(path).includes('/call-link.template.js'));
      if (number) shared.push('src/elements/form/call-link.template.ts');
      const used = sorted([...own, ...shared].flatMap((path) => partsIn(withoutComments(read(path)))));
      const documented = sorted(element.parts.map(({ name }) => name));
      // A line with a phone number stands in a file with other things.
      const callsFor = (name: string): boolean =>
        name !== 'phone' || own.some((path) => /phone(?:Line|Link)|callLink|latePages|part="phone"/.test(read(path)));
      if (care.length === 0) return assert.deepEqual(documented, used.filter(callsFor));
      // Each draws a part of what is in them.
      const drawn = sorted(care.flatMap((path) => partsIn(read(path))));
      assert.deepEqual(
        documented.filter((name) => !drawn.includes(name) && !used.includes(name)),
        [],
      );
      const both = elements.filter(({ tag }) => /-(?:preparation|aftercare)$/.test(tag)).flatMap(({ parts }) => parts);
      assert.deepEqual(
        drawn.filter((part) => !both.some(({ name }) => name === part)),
        [],
      );
    });

    it(`uses the native words and kebab-case for the attributes of ${element.tag}`, () => {
      for (const { attribute } of element.properties) if (attribute) assert.match(attribute, /^[a-z]+(?:-[a-z]+)*$/);
    });
  }

  it('names the tokens that the styles read, and no others', () => {
    const documented = sorted(elements.flatMap(({ tokens }) => tokens.map(({ name }) => name)));
    assert.deepEqual(documented, sorted(sources.flatMap((path) => tokensIn(read(path)))));
    assert.ok(documented.length <= 25);
  });

  it('names events after a noun and a past participle, and declares them for listeners', () => {
    for (const { name, className, path, text, fields } of events) {
      assert.match(name ?? '', /^smp-(?:error|[a-z]+(?:-[a-z]+)*-(?:[a-z]+ed|held|withdrawn))$/);
      assert.match(read(path), new RegExp(`interface HTMLElementEventMap \\{\\s+'${name}': ${className};`));
      assert.ok(text, className);
      for (const field of fields) assert.ok(field.text || fields.length === 1, `${className}.${field.name}`);
    }
  });

  it('fires documented events only, and each by its right name', () => {
    const byClass = new Map(events.map((event) => [event.className, event.name]));
    const fired = elements.flatMap((element) => element.events);
    for (const { type, name } of fired) assert.equal(byClass.get(type), name);
    assert.deepEqual(sorted(fired.map(({ type }) => type)), sorted(byClass.keys()));
  });

  it('lets only a requested booking be cancelled', () => {
    assert.deepEqual(
      events.filter(({ cancelable }) => cancelable).map(({ name }) => name),
      ['smp-booking-requested', 'smp-course-requested', 'smp-touch-up-booking-requested'],
    );
  });

  it('exports every element and event class by name', () => {
    const index = read('src/index.ts');
    for (const { className } of [...elements, ...events]) assert.match(index, new RegExp(`\\b${className}\\b`));
  });

  it('registers every element in define.ts, and exports both its modules', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, { default: string }> };
    for (const name of elementNames()) {
      assert.ok(read('src/define.ts').includes(`'./elements/${name}/define.js'`), name);
      assert.equal(exports[`./${name}`]?.default, `./dist/elements/${name}/${name}.js`);
      assert.equal(exports[`./${name}/define`]?.default, `./dist/elements/${name}/define.js`);
    }
  });

  it('stands in the README as it is', async () => {
    assert.ok(existsSync(join(ROOT, 'README.md')), 'there is a README');
    assert.equal(await withTables(read('README.md')), read('README.md'));
  });
});

describe('documentation of elements, control', () => {
  const source = `
    /**
     * Shows the shades.
     *
     * @tag smp-shades
     * @slot - More.
     * @slot footer - Below.
     * @fires {SmpShadeChosenEvent} smp-shade-chosen - A shade was chosen.
     * @csspart shade - One shade.
     * @cssprop [--smp-shade=#111] - Its colour.
     */
    export class SmpShades extends LitElement {
      /** The chosen one. */
      @property({ attribute: 'chosen-shade', reflect: true }) chosenShade = 'grey';
      @property({ attribute: false }) palette?: readonly string[];
      @state() private open = false;
      /** How many there are. */
      get count(): number { return 0; }
      /** Chooses one. */
      choose(shade: string): void {}
      protected override render() {}
      #hidden() {}
    }`;
  const shades = describeElement('shades.ts', source);

  it('reads what a class says of itself', () => {
    assert.deepEqual([shades.tag, shades.className, shades.text], ['smp-shades', 'SmpShades', 'Shows the shades.']);
    assert.deepEqual(shades.slots, [
      { name: '', default: undefined, text: 'More.' },
      { name: 'footer', default: undefined, text: 'Below.' },
    ]);
    assert.deepEqual(shades.tokens, [{ name: '--smp-shade', default: '#111', text: 'Its colour.' }]);
    assert.deepEqual(shades.events, [
      { type: 'SmpShadeChosenEvent', name: 'smp-shade-chosen', text: 'A shade was chosen.' },
    ]);
  });

  it('reads properties and methods, and leaves out what is not public', () => {
    assert.deepEqual(
      shades.properties.map(({ name, attribute, type }) => [name, attribute, type]),
      [
        ['chosenShade', 'chosen-shade', 'string'],
        ['palette', undefined, 'readonly string[]'],
        ['count', undefined, 'number'],
      ],
    );
    assert.deepEqual(
      shades.methods.map(({ name }) => name),
      ['choose(shade: string)'],
    );
  });

  it('reads the properties of an element without Lit', () => {
    const plain = describeElement(
      'plain.ts',
      `
      /** @tag smp-plain */
      export class SmpPlain extends HTMLElement {
        /** Set by the page. */
        declare words?: string;
        /**
         * How wide.
         *
         * @attr wide
         */
        get wide(): boolean { return true; }
        set wide(value: boolean) {}
        #hidden = 1;
      }`,
    );
    assert.deepEqual(
      plain.properties.map(({ name, attribute, readonly, text }) => [name, attribute, readonly, text]),
      [
        ['words', undefined, undefined, 'Set by the page.'],
        ['wide', 'wide', undefined, 'How wide.'],
      ],
    );
  });

  it('sees parts that a script gives', () => {
    assert.deepEqual(partsIn("button.part.add('button'); make('p', { partName: 'title' })"), ['button', 'title']);
  });

  it('sees what is not documented', () => {
    assert.equal(shades.properties.find(({ name }) => name === 'palette')?.text, '');
  });

  it('sees parts and tokens wherever they are written', () => {
    const template =
      '<p part="lost notice"></p><p part=${free ? \'day day-free\' : \'day\'}></p><p part="${x} time"></p>';
    assert.deepEqual(sorted(partsIn(template)), ['day', 'day-free', 'lost', 'notice', 'time']);
    assert.deepEqual(tokensIn('/* var(--smp-old) */ color: var(--smp-text, red); --_x: var(--smp-accent)'), [
      '--smp-text',
      '--smp-accent',
    ]);
  });

  it('fails a README without a place for the tables', async () => {
    await assert.rejects(withTables('# Readme\n'), /README.md needs the lines/);
  });
});
