import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseModule, sourceModules, type ImportLine, type SourceModule } from './support/source.js';

/** Which rooms a room opens onto. `types:` stands for type-only imports, a slash for one module of a room. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  adapters: ['domain'],
  scheduling: ['domain', 'adapters'],
  server: ['domain', 'adapters/adapter'],
  calendar: ['domain'],
  scalp: ['domain'],
  events: ['domain', 'types:flows'],
  locales: ['domain'],
  styles: [],
  flows: ['domain', 'adapters', 'scheduling'],
  context: ['domain', 'adapters', 'scheduling', 'flows', 'types:locales'],
  controllers: ['domain', 'adapters', 'scheduling', 'flows', 'context', 'events', 'locales'],
  elements: [
    'domain',
    'adapters',
    'scheduling',
    'flows',
    'context',
    'controllers',
    'events',
    'locales',
    'styles',
    'calendar',
    'scalp',
  ],
  testing: ['domain', 'adapters', 'scheduling'],
  embed: [
    'define',
    'adapters/early-reads',
    'controllers/element-preload',
    'elements/launcher/pressable',
    'elements/launcher/widget',
    'types:elements',
  ],
  define: ['elements'],
  index: ['domain', 'adapters', 'elements', 'events', 'types:locales', 'types:embed'],
};

/** Which rooms may use a package. */
const FENCES: Readonly<Record<string, readonly string[]>> = {
  ky: ['adapters'],
  'zod/mini': ['domain', 'scheduling', 'server'],
  lit: ['elements', 'controllers', 'styles'],
  '@lit/context': ['context', 'controllers', 'elements'],
};

const roomOf = (name: string): string => name.split('/')[0] ?? name;

function mayOpen(from: SourceModule, line: ImportLine, target: string): boolean {
  const [room, other] = [roomOf(from.name), roomOf(target)];
  if (room === other) return room !== 'elements' || insideElements(from.name, target) || loadsSteps(from, line);
  return (DOORS[room] ?? []).some((door) =>
    door.startsWith('types:') ? line.typeOnly && door === `types:${other}` : door === other || door === target,
  );
}

/**
 * An element never imports another one's class; only its registration may call for the clinic's. The parts of forms are
 * templates that all elements share.
 */
function insideElements(from: string, target: string): boolean {
  const [, own] = from.split('/');
  const [, other] = target.split('/');
  if (other === own || ['form', 'calendar', 'care', 'deposit'].includes(other ?? '')) return true;
  return from.endsWith('/define') && target === 'elements/clinic/define';
}

/** The one place that loads elements for an element, and only on demand: their own files stay apart. */
const loadsSteps = (from: SourceModule, { dynamic }: ImportLine): boolean =>
  dynamic && from.name === 'elements/journey/step-code';

const packageOf = (specifier: string): string =>
  specifier.startsWith('zod') ? specifier : specifier.startsWith('@') ? specifier : (specifier.split('/')[0] ?? '');

/** Every import that opens a door which is not there, in words. */
function violations(modules: readonly SourceModule[]): string[] {
  return modules.flatMap((from) =>
    from.imports.flatMap((line) => {
      const where = `${from.name} → ${line.specifier}`;
      if (line.target === 'index') return [`${where}: nobody imports the index`];
      if (line.target !== undefined) return mayOpen(from, line, line.target) ? [] : [where];
      const rooms = FENCES[packageOf(line.specifier)];
      return rooms?.includes(roomOf(from.name)) ? [] : [`${where}: not a package of this room`];
    }),
  );
}

/** Chains of value imports that come back to where they began. */
function circles(modules: readonly SourceModule[]): string[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (path.includes(name) || done.has(name)) return;
    for (const { target, typeOnly, dynamic } of byName.get(name)?.imports ?? []) {
      if (target !== undefined && !typeOnly && !dynamic) visit(target, [...path, name]);
    }
    done.add(name);
  };
  for (const name of byName.keys()) visit(name, []);
  return found;
}

/** What a room must not touch, since it is handed in. */
const HANDED_IN: readonly (readonly [rooms: RegExp, forbidden: RegExp, what: string])[] = [
  [/^domain\//, /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, 'the clock'],
  [/^domain\//, /(?<![.\w])(?:fetch|setTimeout|setInterval)\(/, 'network or timers'],
  [
    /^(?:domain|scheduling|server|calendar|locales|flows)\//,
    /(?<![.\w'-])(?:document|window|navigator|localStorage|sessionStorage)\./,
    'the page',
  ],
];

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`])\/\/.*$/gm, '');

const withoutStrings = (text: string): string => text.replaceAll(/'[^'\n]*'/g, "''");

const outsiders = (modules: readonly SourceModule[]): string[] =>
  modules.flatMap(({ name, text }) =>
    HANDED_IN.filter(
      ([rooms, forbidden]) => rooms.test(name) && forbidden.test(withoutStrings(withoutComments(text))),
    ).map(([, , what]) => `${name} reads ${what}`),
  );

describe('layers', () => {
  const modules = sourceModules();

  it('knows every room', () => {
    const rooms = new Set(modules.map(({ name }) => roomOf(name)));
    assert.ok(rooms.size > 5);
    assert.deepEqual(
      [...rooms].filter((room) => !(room in DOORS)),
      [],
    );
  });

  it('opens only the doors that are there', () => {
    assert.deepEqual(violations(modules), []);
  });

  it('imports nothing in a circle', () => {
    assert.deepEqual(circles(modules), []);
  });

  it('hands clock, network and page to the rooms that have none', () => {
    assert.deepEqual(outsiders(modules), []);
  });

  it('registers elements only where that is the purpose', () => {
    const registering = modules.filter(({ text }) =>
      /customElements\.define|@customElement/.test(withoutComments(text)),
    );
    assert.deepEqual(
      registering.map(({ name }) => name).filter((name) => !/^elements\/[^/]+\/define$/.test(name)),
      [],
    );
    for (const { name, text } of registering) assert.match(text, /if \(!customElements\.get\(/, name);
  });
});

describe('layers, control', () => {
  const module = (name: string, text: string): SourceModule => parseModule(name, text);

  it('sees a door that opens the wrong way', () => {
    assert.deepEqual(violations([module('domain/slot', "import { Scheduler } from '../scheduling/scheduler.js';")]), [
      'domain/slot → ../scheduling/scheduler.js',
    ]);
  });

  it('sees a package outside its fence', () => {
    assert.equal(violations([module('elements/clinic/clinic', "import ky from 'ky';")]).length, 1);
    assert.equal(violations([module('domain/slot', "import * as z from 'zod';")]).length, 1);
    assert.equal(violations([module('flows/draft', "import { html } from 'lit';")]).length, 1);
  });

  it('sees an element that imports another one', () => {
    const text = "import { SmpClinic } from '../clinic/clinic.js';";
    assert.equal(violations([module('elements/slot-booker/slot-booker', text)]).length, 1);
    const define = "import '../clinic/define.js';";
    assert.deepEqual(violations([module('elements/slot-booker/define', define)]), []);
  });

  it('lets a journey load its steps on demand, in one place', () => {
    const late = "const code = () => import('../clinic/define.js');";
    const atOnce = "import '../slot-booker/define.js';";
    assert.deepEqual(violations([module('elements/journey/step-code', late)]), []);
    assert.equal(violations([module('elements/journey/step-code', atOnce)]).length, 1);
    assert.equal(violations([module('elements/journey/journey', late)]).length, 1);
  });

  it('sees a value imported where only types may be', () => {
    const value = "import { messages } from '../locales/messages.js';";
    assert.equal(violations([module('context/clinic-context', value)]).length, 1);
    assert.deepEqual(violations([module('context/clinic-context', value.replace('import', 'import type'))]), []);
  });

  it('sees a circle, also a long one', () => {
    const modules = ['a', 'b', 'c'].map((name, index, all) =>
      module(`flows/${name}`, `import { x } from './${all[(index + 1) % all.length] ?? ''}.js';`),
    );
    assert.equal(circles(modules).length, 1);
    assert.deepEqual(circles(modules.slice(0, 2)), []);
  });

  it('sees a clock read where it should be handed in, and not one that is only spoken of', () => {
    assert.equal(outsiders([module('domain/hold', 'const late = Date.now() > 1;')]).length, 1);
    assert.deepEqual(outsiders([module('domain/hold', '/** Never `Date.now()`. */\n// nor new Date()')]), []);
  });
});
