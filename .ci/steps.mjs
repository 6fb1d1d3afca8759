import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../.config/entries.mjs';
import { BROWSER_FOLDERS } from './browser-bundles.mjs';

const node = (...args) => [process.execPath, ...args];
const bin = (path, ...args) => node(join(ROOT, 'node_modules', path), ...args);

/** Folders whose tests have a step of their own. */
const OWN_STEP = ['backend', 'frameworks', 'meta', 'packed', 'site'];
/** Folders whose answers must not depend on the time zone of the machine. */
const TIME_FOLDERS = ['domain', 'calendar', 'flows', 'locales'];
/** In those folders, what is long and has no clock in it. */
const TIMELESS =
  /^test\/(?:domain\/(?:design|consultation\/(?!screen))|flows\/(?:booking-model|course-faults|[a-z]+-design|design-flow)|locales\/(?:catalogues|own-words))/;
const TIME_ZONES = ['Pacific/Apia', 'America/St_Johns'];

const testsBelow = (...folders) =>
  folders.flatMap((folder) => filesBelow(`test/${folder}`)).filter((path) => path.endsWith('.test.ts'));

const isUnit = (path) => ![...BROWSER_FOLDERS, ...OWN_STEP].includes(path.split('/')[1]);
export const unitTests = () => filesBelow('test').filter((path) => path.endsWith('.test.ts') && isUnit(path));

/** Entry points that hold no code, and so no types. */
const styleSheets = () =>
  Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).exports).filter((path) =>
    path.endsWith('.css'),
  );

/** The cases that property tests draw. */
const SEED = './.ci/seed.mjs';

/** Tests that leave nothing behind them, in one process. */
const together = (files) =>
  node('--import', 'tsx', '--import', SEED, '--test-reporter=spec', '.ci/together.mjs', ...files);
/** Tests in a process for each file. */
const nodeTests = (files) => node('--import', 'tsx', '--import', SEED, '--test', '--test-reporter=spec', ...files);

/**
 * Every step of `npm test` after the build. `weight` says how long it takes on an ordinary machine, in seconds: long
 * ones start first. What `counts` tests or `measures` speed may fail for a busy machine, so it may run once more, alone.
 */
export function steps() {
  const engine = (name, weight) => ({
    name: `browser tests, ${name}`,
    command: node('.ci/browsers.mjs', name),
    counts: 'browser',
    weight,
  });
  const list = [
    engine('webkit', 120),
    engine('firefox', 110),
    engine('chromium', 100),
    { name: 'backend tests', command: together(testsBelow('backend')), counts: 'node', weight: 150 },
    { name: "the clinic's site", command: together(testsBelow('site')), counts: 'node', weight: 100 },
    { name: 'stories', command: node('.ci/stories.mjs'), counts: 'browser', weight: 95 },
    { name: 'example apps', command: nodeTests(testsBelow('frameworks')), counts: 'node', weight: 50 },
    { name: 'packed package', command: nodeTests(testsBelow('packed')), counts: 'node', weight: 25 },
    // What is in `src` alone needs no build.
    {
      name: 'unit tests, UTC',
      command: together(unitTests()),
      env: { TZ: 'UTC' },
      counts: 'node',
      unbuilt: true,
      weight: 90,
    },
    ...TIME_ZONES.map((zone) => ({
      name: `time tests, ${zone}`,
      command: together(testsBelow(...TIME_FOLDERS).filter((path) => !TIMELESS.test(path))),
      env: { TZ: zone },
      counts: 'node',
      unbuilt: true,
      weight: 40,
    })),
    { name: 'meta tests', command: together(testsBelow('meta')), counts: 'node', weight: 30 },
    { name: 'lint', command: bin('eslint/bin/eslint.js', '-c', '.config/eslint.config.mjs', '.'), weight: 30 },
    {
      name: 'formatting',
      command: bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
      unbuilt: true,
      weight: 10,
    },
    { name: 'types', command: bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'), weight: 15 },
    {
      name: 'types in React, Vue and Angular',
      command: bin('vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', 'test/types/frameworks'),
      weight: 15,
    },
    {
      name: 'types in Svelte',
      command: bin(
        'svelte-check/bin/svelte-check',
        ...['--workspace', 'demo/frameworks/svelte', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ),
      weight: 10,
    },
    { name: 'Lighthouse', command: node('--import', 'tsx', '.ci/lighthouse.mjs'), measures: true, weight: 40 },
    { name: 'openapi.json is current', command: node('--import', 'tsx', '.ci/openapi.mjs', '--check'), weight: 3 },
    { name: 'README tables are current', command: node('.ci/docs.mjs', '--check'), weight: 3 },
    { name: 'sizes', command: node('.ci/size.mjs'), weight: 3 },
    { name: 'package, publint', command: bin('publint/src/cli.js', '--strict'), weight: 5 },
    {
      name: 'package, types for importers',
      command: bin(
        '@arethetypeswrong/cli/dist/index.js',
        ...['--pack', '.', '--profile', 'esm-only', '--no-emoji', '--exclude-entrypoints', ...styleSheets()],
      ),
      weight: 8,
    },
  ];
  return list.sort((a, b) => b.weight - a.weight);
}
