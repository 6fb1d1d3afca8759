// `npm run size`: what the builds weigh, and whether that keeps the budgets. `--json` for machines. 1 kB is 1024 bytes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from '../.config/entries.mjs';
import { JOURNEY } from '../.config/journey.mjs';

const CDN = join(ROOT, 'dist/cdn');

/** Brotli, in bytes. */
export const BUDGETS = {
  loader: 1.5 * 1024,
  'closed launcher': 4 * 1024,
  'first paint': 14 * 1024,
  'first paint of a journey': 15.4 * 1024,
  'whole journey, to its confirmation': 117.95 * 1024,
  'whole booking': 56.45 * 1024,
  'consultation, beyond a booking': 29.75 * 1024,
  'hairline picker, beyond its first paint': 20.75 * 1024,
  'touch-up reminder, beyond a booking': 4 * 1024,
  'booking manager, beyond a booking': 5 * 1024,
  'booking manager with its changes, beyond a booking': 10 * 1024,
  'preparation and aftercare, beyond a booking': 7 * 1024,
  'words in another language, the largest file': 7.4 * 1024,
  'words in another language, all files': 20.2 * 1024,
};

/** What is told of a size, beside its name. */
const MEASURES = ['files', 'raw', 'gzip', 'brotli'];

function weigh(files) {
  const sizes = files.map((file) => {
    const bytes = readFileSync(join(CDN, file));
    return {
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
  });
  const sum = (of) => sizes.reduce((total, size) => total + of(size), 0);
  return { files: files.length, raw: sum((s) => s.raw), gzip: sum((s) => s.gzip), brotli: sum((s) => s.brotli) };
}

/**
 * Which files are loaded by when, from the build's graph: the loader, a launcher that nobody presses, up to the first paint, up to the first time that
 * can be chosen, and up to a confirmed booking; what a consultation needs that such a booking does not, and what
 * the hairline picker needs to be drawn and used; and all of a journey that goes through every step before a booking.
 */
export function stages({ graph, undeclared = [], unused = [] }, journey = JOURNEY) {
  if (undeclared.length + unused.length > 0) {
    throw new Error(
      `.config/journey.mjs is not current: ${[...undeclared, ...unused.map((name) => `no ${name}`)].join(', ')}`,
    );
  }
  const loader = 'smp-widgets.js';
  const holding = (name) => {
    const found = Object.keys(graph).find((file) => graph[file].modules.includes(name));
    if (!found) throw new Error(`${name} is not in the build.`);
    return found;
  };
  const closure = (...names) => {
    const found = new Set();
    const visit = (file) => {
      if (found.has(file)) return;
      found.add(file);
      graph[file].imports.forEach(visit);
    };
    names.map(holding).forEach(visit);
    return [loader, ...found];
  };
  const { early, endpoint, booking, consultation } = journey;
  const page = (name) => {
    const elements = ['clinic', name].map((one) => `elements/${one}/define`);
    const own = early.filter((one) => !one.startsWith('elements/') || one.startsWith(`elements/${name}/`));
    return { first: closure(...elements), ready: [...elements, ...own, ...endpoint] };
  };
  const booker = page('slot-booker');
  const whole = closure(...booker.ready, ...booking);
  const picker = page('hairline-picker');
  const asking = closure(...page('consultation').ready, ...consultation);
  const leading = page('journey');
  const journeyOf = [page('slot-booker'), page('consultation'), page('hairline-picker'), leading];
  return {
    loader: [loader],
    'closed launcher': closure('elements/launcher/define'),
    'first paint': booker.first,
    'first paint of a journey': leading.first,
    'whole journey, to its confirmation': closure(
      ...journeyOf.flatMap(({ ready }) => ready),
      ...booking,
      ...consultation,
      // The picker follows the answers.
      'domain/design/design-suggestion',
    ),
    'first time to choose': closure(...booker.ready),
    'whole booking': whole,
    'whole consultation': asking,
    'consultation, beyond a booking': asking.filter((file) => !whole.includes(file)),
    'booking manager, beyond a booking': closure(...page('booking-manager').ready, 'adapters/http-management').filter(
      (file) => !whole.includes(file),
    ),
    'booking manager with its changes, beyond a booking': closure(
      ...page('booking-manager').ready,
      'adapters/http-management',
      'elements/booking-manager/changing',
    ).filter((file) => !whole.includes(file)),
    'preparation and aftercare, beyond a booking': closure(
      'elements/preparation/define',
      'elements/aftercare/define',
    ).filter((file) => !whole.includes(file)),
    'touch-up reminder, beyond a booking': closure(...page('touch-up-reminder').ready).filter(
      (file) => !whole.includes(file),
    ),
    'hairline picker, beyond its first paint': closure('elements/hairline-picker/picking').filter(
      (file) => !picker.first.includes(file),
    ),
  };
}

/** Every file of words in another language than English: a page loads those of its own language and elements. */
const wordFiles = () =>
  readdirSync(CDN, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^locales\/.*\.js$/.test(path));

/** Of the words in other languages, the heaviest file and the heaviest language; `files` are weighed and named by path. */
export function wordSizes(files) {
  const heaviest = (sizes) => sizes.reduce((most, size) => (size.brotli > most.brotli ? size : most));
  const languageOf = ({ name }) => name.split('/').at(-2);
  const languages = [...new Set(files.map(languageOf))].map((one) => files.filter((file) => languageOf(file) === one));
  const together = (sizes) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, sizes.reduce((sum, size) => sum + size[measure], 0)]));
  return [
    { ...heaviest(files), name: 'words in another language, the largest file' },
    { ...heaviest(languages.map(together)), name: 'words in another language, all files' },
  ];
}

/** Every size, and the budgets that are not kept. */
export function measure(budgets = BUDGETS) {
  const manifest = JSON.parse(readFileSync(join(CDN, 'manifest.json'), 'utf8'));
  const rows = Object.entries(stages(manifest)).map(([name, files]) => ({ name, ...weigh(files) }));
  const words = wordFiles().map((file) => ({ name: file, ...weigh([file]) }));
  rows.push(...wordSizes(words), { name: 'bundle', ...weigh(['smp-widgets.bundle.js']) });
  for (const row of rows) if (budgets[row.name]) row.budget = budgets[row.name];
  const code = ['smp-widgets.js', ...Object.keys(manifest.graph)].map((file) => ({ name: file, ...weigh([file]) }));
  return {
    rows,
    files: [...code, ...words],
    over: rows.filter(({ brotli, budget }) => brotli > budget).map(({ name }) => name),
  };
}

const kB = (bytes) => (bytes === undefined ? '' : (bytes / 1024).toFixed(2)).padStart(9);

function table({ rows, files }) {
  const line = ({ name, files: count, raw, gzip, brotli, budget }) =>
    `${name.padEnd(52)} ${String(count).padStart(5)} ${kB(raw)} ${kB(gzip)} ${kB(brotli)} ${kB(budget)}`;
  const head = `${''.padEnd(52)} files       raw      gzip    brotli    budget   (kB = 1024 bytes)`;
  return [head, ...rows.map(line), '', ...files.sort((a, b) => b.brotli - a.brotli).map(line)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  if (!existsSync(join(CDN, 'manifest.json'))) {
    console.error('There is no build: run `npm run build` first.');
    process.exit(1);
  }
  const result = measure();
  console.log(values.json ? JSON.stringify({ kB: 1024, ...result }, null, 2) : table(result));
  if (result.over.length > 0) {
    console.error(`Over budget: ${result.over.join(', ')}`);
    process.exitCode = 1;
  }
}
