import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { LitElement } from 'lit';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import * as everything from 'smp-widgets';
import { describeElement, describeElements, describeEvents } from '../../.ci/element-docs.mjs';
import { elementDataFiles } from '../../.config/element-data/element-data.mjs';
import { manifestOf } from '../../.config/element-data/manifest.mjs';
import { exportedParts } from '../../src/elements/journey/step-parts.js';
import { ROOT } from '../../.config/entries.mjs';
import { schemaFaults } from './support/manifest-schema.mjs';
import { sourceModules } from './support/source.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as Package;
const declarations = manifest.modules
  .flatMap((module) => module.declarations ?? [])
  .filter((declaration): declaration is CustomElementDeclaration => 'tagName' in declaration)
  .map((declaration) => declaration as unknown as ElementData);
const sources = new Map(sourceModules().map((module) => [module.name, module]));
const sorted = (names: Iterable<string | undefined>): string[] =>
  [...new Set(names)].filter((name) => name !== undefined).sort();
const names = (entries: readonly { readonly name: string }[] = []): string[] => sorted(entries.map(({ name }) => name));

/** What the types of the manifest's own package leave out. */
interface ElementData {
  readonly name: string;
  readonly tagName: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly fieldName: string;
    /** It is another element's, and handed on to that one. */
    readonly inheritedFrom?: object;
  }[];
  readonly events: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  readonly slots: readonly { readonly name: string }[];
  readonly cssParts: readonly { readonly name: string }[];
  readonly cssProperties: readonly { readonly name: string }[];
  readonly cssStates: readonly { readonly name: string }[];
  readonly members: readonly {
    readonly kind: string;
    readonly name: string;
    readonly attribute?: string;
    readonly reflects?: boolean;
    readonly readonly?: boolean;
  }[];
}

/** What a class has at run time. */
interface ElementClass {
  readonly prototype: object;
  readonly observedAttributes: readonly string[];
  readonly elementProperties?: ReadonlyMap<string, { readonly state?: boolean; readonly reflect?: boolean }>;
}

const LIFECYCLE =
  /Callback$|^(?:constructor|render|update|updated|willUpdate|firstUpdated|shouldUpdate|requestUpdate)$/;

/** Attributes that a function reads. */
const attributesIn = (text: string): string[] =>
  [...text.matchAll(/(?:get|has)Attribute\(['"]([^'"]+)['"]\)/g)].map(([, name = '']) => name);

/** A class and those of ours that it extends. */
function classesOf(element: ElementClass): readonly ElementClass[] {
  const base = Object.getPrototypeOf(element) as ElementClass;
  return base.prototype instanceof LitElement ? [element, ...classesOf(base)] : [element];
}

/** What a class offers when it is asked itself, not its source. */
function offeredBy(element: ElementClass, source = '') {
  // First, since the class makes its accessors when it is asked for these.
  const observed = element.observedAttributes;
  const lit = element.elementProperties;
  const own = classesOf(element)
    .flatMap(({ prototype }) => Object.entries(Object.getOwnPropertyDescriptors(prototype)))
    .filter(([name]) => !LIFECYCLE.test(name) && !lit?.get(name)?.state);
  // Without Lit, the accessors themselves read the attributes, and what is merely kept has none.
  const read = lit ? [] : own.flatMap(([, { get }]) => attributesIn(String(get)));
  const kept = lit ? [] : [...source.matchAll(/^ {2}declare (\w+)\??:/gm)].map(([, name = '']) => name);
  return {
    attributes: sorted([...(lit ? observed : []), ...read]),
    fields: sorted([...own.filter(([, { get }]) => get).map(([name]) => name), ...kept]),
    readonly: sorted(own.filter(([, { get, set }]) => get && !set).map(([name]) => name)),
    methods: sorted(own.filter(([, { value }]) => typeof value === 'function').map(([name]) => name)),
    reflects: sorted([...(lit ?? [])].filter(([, { reflect }]) => reflect).map(([name]) => name)),
  };
}

const ownOf = ({ attributes }: ElementData) => attributes.filter(({ inheritedFrom }) => !inheritedFrom);

function describedBy(element: ElementData): ReturnType<typeof offeredBy> {
  const { members } = element;
  const fields = members.filter(({ kind }) => kind === 'field');
  return {
    attributes: names(ownOf(element)),
    fields: names(fields),
    readonly: names(fields.filter((field) => field.readonly)),
    methods: names(members.filter(({ kind }) => kind === 'method')),
    reflects: names(fields.filter((field) => field.reflects)),
  };
}

const elementFolders = describeElements().map(({ path }) => path.replace(/^src\/|\/[^/]+$/g, ''));

/** A module and all that it loads, at once or later; not other elements, which a journey loads as well. */
function closure(name: string, folder: string, found = new Set<string>()): Set<string> {
  const module = sources.get(name);
  const isOthers = elementFolders.some((one) => one !== folder && name.startsWith(`${one}/`));
  if (!module || isOthers || found.has(name)) return found;
  found.add(name);
  for (const { target, typeOnly } of module.imports) if (target && !typeOnly) closure(target, folder, found);
  return found;
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const textOf = (modules: Iterable<string>): string =>
  [...modules].map((name) => withoutComments(sources.get(name)?.text ?? '')).join('\n');
const slotsIn = (text: string): string[] =>
  sorted(
    [
      ...text.matchAll(/<slot(?: slot="\w+")?(?: name="([^"]+)"| @\w+=\$\{[^}]*\})*>/g),
      // Given to an element that is made.
      ...text.matchAll(/:scope > \[slot=(\w+)\]/g),
      // Made without a template.
      ...text.matchAll(/(?:createElement|make)\('slot'(?:, \{ name: '([^']+)' \})?/g),
    ].map(([, name]) => name ?? ''),
  );
const statesIn = (text: string): string[] =>
  sorted([...text.matchAll(/\.states(?:\.\w+|\[[^\]]*\])\('([^']+)'\)/g)].map(([, name]) => name));
const eventsIn = (text: string): string[] => sorted([...text.matchAll(/new (Smp\w+Event)\(/g)].map(([, name]) => name));

describe('custom-elements.json', () => {
  it('is as its schema says', () => {
    assert.deepEqual(schemaFaults(manifest), []);
    assert.ok(schemaFaults({ ...manifest, modules: [{ kind: 'module' }] }).length > 0);
  });

  it('has every element in it', () => {
    assert.deepEqual(
      declarations.map(({ tagName }) => tagName),
      describeElements().map(({ tag }) => tag),
    );
  });

  it('leads to modules that are there and that hold what it says', () => {
    for (const { path, exports = [] } of manifest.modules) {
      const text = read(path);
      for (const { name } of exports) assert.match(text, new RegExp(`\\b${name}\\b`), `${path}: ${name}`);
    }
  });

  for (const declaration of declarations) {
    const { name, tagName } = declaration;
    const folder = `elements/${tagName.slice('smp-'.length)}`;
    const module = `${folder}/${tagName.slice('smp-'.length)}`;

    it(`tells of ${tagName} what its class offers`, () => {
      const element = (everything as unknown as Record<string, ElementClass>)[name];
      assert.ok(element);
      assert.deepEqual(
        describedBy(declaration),
        offeredBy(element, sources.get(`${folder}/${tagName.slice(4)}`)?.text ?? ''),
      );
      const fields = new Map(declaration.members.map((member) => [member.name, member]));
      for (const attribute of ownOf(declaration)) {
        assert.equal(fields.get(attribute.fieldName)?.attribute, attribute.name);
      }
    });

    it(`tells of ${tagName} the slots, states and events that its code has`, () => {
      const all = closure(module, folder);
      assert.deepEqual(names(declaration.slots), slotsIn(textOf(all)));
      assert.deepEqual(names(declaration.cssStates), statesIn(textOf(all)));
      const types = sorted(declaration.events.map(({ type }) => type.text));
      const fired = eventsIn(textOf(all));
      assert.deepEqual(
        types.filter((type) => !fired.includes(type)),
        [],
      );
      const own = eventsIn(textOf([...all].filter((one) => one.startsWith(folder))));
      assert.deepEqual(
        own.filter((type) => !types.includes(type)),
        [],
      );
    });
  }

  it('says what the README says', () => {
    for (const element of describeElements()) {
      const declaration = declarations.find(({ tagName }) => tagName === element.tag);
      assert.deepEqual(names(declaration?.cssParts), names([...element.parts, ...element.innerParts]));
      assert.deepEqual(names(declaration?.cssProperties), names(element.tokens));
      assert.deepEqual(names(declaration?.events), names(element.events));
    }
  });

  it('tells of the launcher what it hands on, as the elements say it', () => {
    const { handedOn = [] } = describeElements().find(({ tag }) => tag === 'smp-launcher') ?? {};
    const told = names(declarations.find(({ tagName }) => tagName === 'smp-launcher')?.attributes);
    for (const name of ['service', 'course', 'steps', 'booking', 'contact-name']) assert.ok(told.includes(name), name);
    assert.ok(!told.includes('analytics'), 'a clinic is around what is opened');
    const [, own = ''] =
      /const OWN =\s*\/(.+)\/;/.exec(sources.get('elements/launcher/launcher-dialog')?.text ?? '') ?? [];
    assert.ok(new RegExp(own).test('floating'));
    assert.deepEqual(
      handedOn.filter(({ attribute = '' }) => new RegExp(own).test(attribute)),
      [],
    );
  });

  it('tells of the parts that a journey lets through', () => {
    const { innerParts = [], partsOf = [] } = describeElements().find(({ tag }) => tag === 'smp-journey') ?? {};
    const through = partsOf.flatMap(({ name: step }) =>
      exportedParts(step)
        .split(',')
        .filter((pair) => pair.includes(':'))
        .map((pair) => {
          const [inside = '', outside = ''] = pair.split(':');
          assert.equal(outside, `${step}-${inside}`);
          return { inside, outside };
        }),
    );
    const passed = through.map(({ outside }) => outside);
    assert.deepEqual(
      names(innerParts).filter((name) => !passed.includes(name)),
      [],
    );
    const documented = describeElements().flatMap(({ parts }) => names(parts));
    assert.deepEqual(
      through.filter(({ inside }) => !documented.includes(inside)),
      [],
    );
  });

  it('keeps to what is public', () => {
    assert.doesNotMatch(read('dist/custom-elements.json'), /"private"|"protected"|#internals|"src\//);
  });

  it('would be found to leave something out', () => {
    const described = (source: string): ElementData => {
      const text = `/** Shows.\n * @tag smp-shades\n */\nexport class SmpShades extends LitElement {${source}}`;
      const [module] = manifestOf([describeElement('src/elements/shades/shades.ts', text)], []).modules.slice(1);
      return module?.declarations?.[0] as unknown as ElementData;
    };
    class Shades {
      static readonly observedAttributes = ['shade'];
      static readonly elementProperties = new Map([['shade', { reflect: true }]]);
      get shade(): string {
        return '';
      }
      set shade(_shade: string) {}
    }
    const whole = '/** It. */ @property({ reflect: true }) shade?: string;';
    assert.deepEqual(describedBy(described(whole)), offeredBy(Shades));
    assert.notDeepEqual(describedBy(described('')), offeredBy(Shades));
    assert.notDeepEqual(describedBy(described(whole.replace('{ reflect: true }', ''))), offeredBy(Shades));
    assert.notDeepEqual(describedBy(described(`${whole} get count(): number { return 0; }`)), offeredBy(Shades));
  });
});

describe('what editors and frameworks read', () => {
  const files = elementDataFiles();

  it('is what the sources say', () => {
    for (const [name, text] of Object.entries(files)) assert.equal(read(`dist/${name}`), text, name);
  });

  it('can be imported by name', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, string | { types: string }> };
    for (const name of Object.keys(files)) {
      const [path] = [`./${name}`, `./${name.replace(/\.(?:d\.ts|js)$/, '')}`].filter((one) => one in exports);
      assert.ok(path, name);
    }
  });

  it('names every tag and every event', () => {
    const tags = describeElements().map(({ tag }) => tag);
    for (const [name, text] of Object.entries(files)) {
      if (name.endsWith('.js') || name.includes('css')) continue;
      for (const tag of tags) assert.ok(text.includes(tag), `${name}: ${tag}`);
      if (name.startsWith('vscode.')) continue;
      for (const { className } of describeEvents()) assert.ok(text.includes(className), `${name}: ${className}`);
    }
  });

  it('knows the words that an attribute may be', () => {
    const { tags } = JSON.parse(files['vscode.html-custom-data.json'] ?? '') as {
      tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
    };
    const picker = tags.find(({ name }) => name === 'smp-hairline-picker');
    assert.deepEqual(
      picker?.attributes.find(({ name }) => name === 'edge')?.values?.map(({ name }) => name),
      ['soft-broken', 'medium', 'defined'],
    );
    assert.ok(!picker.attributes.find(({ name }) => name === 'density')?.values);
  });
});
