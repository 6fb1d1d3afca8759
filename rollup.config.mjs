import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import ts from 'typescript';
import { chunkManifest, injectManifest } from './.config/chunk-manifest.mjs';
import { demoPage } from './.config/demo-page.mjs';
import { elementData } from './.config/element-data/element-data.mjs';
import { elementNames, filesBelow, publicEntries, ROOT } from './.config/entries.mjs';
import { writeIntegrity } from './.config/integrity.mjs';
import { JOURNEY } from './.config/journey.mjs';
import { markSchemasPure } from './.config/pure-schemas.mjs';
import { writeStaticProperties } from './.config/static-properties.mjs';
import { minifyCss, minifyTemplates } from './.config/template-minify.mjs';
import { wordFiles, wordFilesForPages } from './.config/word-files.mjs';

const DIST = join(ROOT, 'dist');
const source = (path) => join(ROOT, 'src', path);

/** Only registration has an effect on import. The same list stands in package.json for other bundlers. */
const hasEffect = (id, external) => !external && /\/src\/(define|elements\/[^/]+\/define|embed\/[^/]+)\.ts$/.test(id);

const TRANSFORMERS = [writeStaticProperties, minifyTemplates, markSchemasPure];

const compile = (tsconfig, outDir) =>
  typescript({
    tsconfig: join(ROOT, '.config', tsconfig),
    outDir,
    transformers: { before: TRANSFORMERS },
    noEmitOnError: false,
  });

const resolveProduction = () => nodeResolve({ browser: true, exportConditions: ['production'] });

/**
 * Says that a file's functions are all called as it loads: a browser that knows this compiles them beside the main thread,
 * while files are on the way, and not one by one as the first times are drawn.
 */
const EAGER = /^# allFunctionsCalledOnLoad$/;
const eager = ({ name }) => (BEFORE_TIMES.includes(name) ? '//# allFunctionsCalledOnLoad' : '');

const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: false },
    format: { comments: EAGER },
  });

/** Drops what an earlier build left. At the end, so that whoever runs from `dist` meanwhile finds files there. */
const dropStale = () => {
  const started = Date.now();
  return {
    name: 'drop-stale',
    closeBundle() {
      for (const path of filesBelow('dist')) {
        if (statSync(join(ROOT, path)).mtimeMs < started - 2000) rmSync(join(ROOT, path));
      }
    },
  };
};

const copyOpenApi = () => ({
  name: 'copy-openapi',
  writeBundle() {
    const from = source('server/openapi.json');
    if (!existsSync(from)) return;
    mkdirSync(join(DIST, 'server'), { recursive: true });
    copyFileSync(from, join(DIST, 'server/openapi.json'));
  },
});

/** Themes are style sheets for the page, so they come as they are. */
const copyThemes = () => ({
  name: 'copy-themes',
  writeBundle() {
    for (const path of filesBelow('src/styles/themes')) {
      const name = path.split('/').at(-1);
      const code = readFileSync(join(ROOT, path), 'utf8');
      for (const [folder, text] of [
        ['themes', code],
        ['cdn/themes', minifyCss(code, name)],
      ]) {
        mkdirSync(join(DIST, folder), { recursive: true });
        writeFileSync(join(DIST, folder, name), text);
      }
    }
  },
});

/** The unbundled modules that npm carries. */
const npm = {
  input: publicEntries(),
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') && id !== 'tslib',
  treeshake: { moduleSideEffects: hasEffect },
  plugins: [nodeResolve(), compile('tsconfig.npm.json', DIST), copyOpenApi(), copyThemes(), elementData()],
  output: {
    dir: DIST,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: join(ROOT, 'src'),
    sourcemap: true,
    hoistTransitiveImports: false,
    entryFileNames: (chunk) => (chunk.name.includes('tslib') ? 'tslib.js' : '[name].js'),
  },
};

const { options: PAGE_OPTIONS } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, '.config/tsconfig.pages.json'), ts.sys.readFile).config,
  ts.sys,
  join(ROOT, '.config'),
);

function compileFile(path) {
  const { outputText, sourceMapText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    fileName: path,
    compilerOptions: { ...PAGE_OPTIONS, importHelpers: true },
    transformers: { before: TRANSFORMERS },
  });
  return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: sourceMapText };
}

/** What a source comes to, once for all builds of pages. */
const compiled = new Map();

/** Compiles file by file, since pages need no declarations and the files of the CDN are not imported by name. */
const compileForPages = () => ({
  name: 'compile-for-pages',
  resolveId(specifier, importer) {
    if (!importer?.endsWith('.ts') || !specifier.startsWith('.')) return null;
    const path = resolve(dirname(importer), specifier.replace(/\.js$/, '.ts'));
    return existsSync(path) ? path : null;
  },
  load(id) {
    if (!id.endsWith('.ts')) return null;
    if (!compiled.has(id)) compiled.set(id, compileFile(id));
    return compiled.get(id);
  },
});

/** Everything that a module imports, and what that imports, save on demand. */
function importsOf(id, getModuleInfo, found = new Set()) {
  if (!found.has(id)) {
    found.add(id);
    for (const other of getModuleInfo(id).importedIds) importsOf(other, getModuleInfo, found);
  }
  return found;
}

/** Small things that every element needs, and the checks too. */
const SHARED =
  /^virtual:word-file$|\/src\/(?:domain\/(?:errors|web-address|time\/plain-date)|styles\/|controllers\/(?:visitor|language-controller|surroundings)|locales\/languages)/;
/** What a booking keeps to. Nothing is painted first with it, and all who use it need the backend's code. */
const LIMITS = /\/domain\/(?:slot-limits|note|consultation\/service-limits)\./;
/** What a booking needs once a time is chosen. */
const COMPLETING =
  /\/src\/(?:flows\/(?:asks-texts|booking-checks|detail-issues)|elements\/slot-booker\/(?:completing|check|confirmed|details|hold-bar))\./;
/** What the hairline picker needs after its first picture, or never. */
const LATER =
  /\/src\/(?:domain\/design\/(?:design-settings-check|design-suggestion|surprising-design)|domain\/consultation\/hair-loss)\./;
/** What becomes of its picture: words for it, and a file. */
const PICTURE = /\/src\/elements\/hairline-picker\/(?:news|saved-picture)\./;
/** The elements that most pages have. */
const BOOKING_PAGE = ['clinic', 'slot-booker'];
/** What all pages of all elements are written with. */
const PAGES =
  /\/src\/(?:locales\/(?:en|formats|words)|domain\/(?:care\/treatment-dates|plain-digits)|elements\/form\/|flows\/(?:draft|checks-on-demand|known-contact|token-backend)|controllers\/(?:attribution|page-link)|events\/step-changed)/;
/** Everything up to the first time that can be chosen. */
const BEFORE_TIMES = ['clinic', 'pages', 'backend', 'booker'];
/** What visitors type in. A booking needs it only once a time is chosen. */
const FIELDS = /\/src\/elements\/form\/(?:answer-row|field|problems|suggested-address)/;
/** The questions, what is asked of whom, and what the answers mean: without schemas. */
const QUESTIONS =
  /\/src\/domain\/consultation\/(?:answer-check|condition|date-answer|default-questionnaire|questionnaire|screen|screening-rules)\.ts/;
/** What only a consultation checks by. */
const CONSULTATION =
  /\/src\/(?:scheduling\/consultations|domain\/consultation\/(?!consent\.|consultation-proof\.|service-limits\.))/;
/** What only several sessions need. */
const COURSE = /\/src\/(?:domain\/course\/|scheduling\/courses\.)/;
/** What is done with a booking that stands. */
const MANAGING =
  /\/src\/(?:adapters\/http-management|scheduling\/management|domain\/managed-booking|domain\/course\/session-gap)\./;
/** What several sessions are planned and changed by, whether they are booked already or not. */
const CHANGES =
  /\/src\/(?:scheduling\/management-changes|domain\/management-request|domain\/course\/standing-gap|flows\/course-slots)\./;
/** What is shown of bookings that stand, and of a payment, when there is something to show. */
const BESIDE =
  /\/src\/(?:calendar\/add-to-calendar|elements\/(?:calendar\/add-to-calendar|deposit\/|booking-manager\/beside|launcher\/arrival)|locales\/deposit\/(?:en|words)\.|domain\/course\/deposit-link)/;
/** Preparation and aftercare: two names for one piece of code. */
const CARE =
  /\/src\/(?:elements\/(?:aftercare|preparation|care\/(?!care-calendar|sources))|domain\/care\/care-(?:plan|rule|settings)\.|domain\/care\/red-flag|locales\/care\/(?:en|words))/;
/** Signing up for touch-up reminders, and what their links open. */
const REMINDERS =
  /\/src\/(?:adapters\/http-touch-ups|scheduling\/touch-ups|domain\/care\/touch-up-request|flows\/(?:careful-write|touch-up-)|events\/touch-ups-changed|locales\/touch-up\/reminder|elements\/touch-up-reminder\/(?:planning|reminder\.|signing-up|turn-to))/;
/** A launcher that nobody has pressed: one small file is better than three. */
const LAUNCHER = /\/src\/(?:controllers\/element-preload|elements\/launcher\/(?:define|launcher|launcher\.styles))\.ts/;
/** What makes elements, for its dialog and for the doors beside the elements. */
const WIDGET = /\/src\/elements\/launcher\/widget\./;
/** What only a journey remembers. */
const JOURNEY_MEMORY = /\/src\/domain\/journey\/journey-memory\./;
/** What looks closely into a design, as backends do; a page only sends it. */
const DESIGN = /\/src\/domain\/design\/hairline-design-schema\./;

/**
 * What is always loaded together is one file: that is smaller than several, and a server that answers six requests at
 * a time has all of them under way: two for the clinic's data, four for files. The shells of a page for booking, with what
 * they stand on, are one; those of other elements a small file each, and preparation and aftercare whole; the checks, with what guards an adapter with them, and the way to the server, another; what the
 * pages of all elements are written with a third; and the pages of one element the last.
 */
function chunkOf(id, { getModuleInfo }) {
  const usesZod = () => getModuleInfo(id).importedIds.some((other) => other.includes('/zod/'));
  if (QUESTIONS.test(id)) return 'questions';
  if (/\/src\/adapters\/http-upload\./.test(id)) return 'upload';
  if (COMPLETING.test(id)) return 'completing';
  if (LATER.test(id)) return 'later';
  if (PICTURE.test(id)) return 'picture';
  if (/\/src\/locales\/(?:own-words|plural)\./.test(id)) return 'own-words';
  if (LAUNCHER.test(id)) return 'launcher';
  if (WIDGET.test(id)) return 'widget';
  if (/\/src\/elements\/care\/care-calendar\./.test(id)) return 'care-calendar';
  if (BESIDE.test(id)) return 'beside';
  if (CARE.test(id)) return 'care';
  if (REMINDERS.test(id)) return 'reminders';
  if (/\/src\/domain\/care\/touch-up-settings\./.test(id)) return 'touch-up-settings';
  if (MANAGING.test(id)) return 'management';
  if (CHANGES.test(id)) return 'changes';
  if ([CONSULTATION, DESIGN, COURSE, JOURNEY_MEMORY].some((own) => own.test(id))) return null;
  if (/\/node_modules\/ky\/|\/src\/adapters\/http-request\./.test(id)) return 'request';
  if (/\/node_modules\/zod\/|\/src\/(?:scheduling\/|flows\/clinic-backend|adapters\/(?:early|http))/.test(id))
    return 'backend';
  if (/\/src\/domain\//.test(id) && (LIMITS.test(id) || usesZod())) return 'backend';
  const isShell = BOOKING_PAGE.some((name) => importsOf(source(`elements/${name}/define.ts`), getModuleInfo).has(id));
  if (SHARED.test(id) || isShell) return 'shells';
  if (FIELDS.test(id)) return 'fields';
  if (PAGES.test(id)) return 'pages';
  // The manager chooses times as the booker does, and takes all of its code, which most of its visitors have by then.
  const comesWith = (path) => importsOf(source(path), getModuleInfo).has(id);
  const isBooker = comesWith('elements/slot-booker/booker.ts') && !comesWith('elements/consultation/consulting.ts');
  return isBooker ? 'booker' : null;
}

const { build: writeWords, use: useWords, folder: wordFolder } = wordFilesForPages();

/** The words of other languages than English, which pages load by the language they are in. */
const words = {
  input: Object.fromEntries(wordFiles().map(([name, path]) => [name, join(DIST, `${path}.js`)])),
  plugins: [writeWords, minify()],
  output: { dir: join(DIST, 'cdn'), format: 'es', entryFileNames: '[name].js' },
};

/** The elements' code in chunks, and what the loader has to know of them. */
const chunks = {
  input: {
    ...Object.fromEntries(elementNames().map((name) => [name, source(`elements/${name}/define.ts`)])),
    doors: source('embed/doors.ts'),
  },
  treeshake: { moduleSideEffects: hasEffect },
  plugins: [
    useWords('../'),
    resolveProduction(),
    compileForPages(),
    minify(),
    chunkManifest({ journey: JOURNEY, wordFolder }),
  ],
  output: {
    dir: join(DIST, 'cdn'),
    format: 'es',
    sourcemap: true,
    hoistTransitiveImports: false,
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    experimentalMinChunkSize: 2000,
    entryFileNames: 'chunks/[name]-[hash:6].js',
    chunkFileNames: 'chunks/[name]-[hash:6].js',
    banner: eager,
    // All names stand in the loader, and fewer kinds of letters make it smaller.
    hashCharacters: 'base36',
  },
};

/** A script for pages has nothing to import; its types are those of what it adds to the page. */
const pageTypes = () => ({
  name: 'page-types',
  generateBundle() {
    const source = "export type { PageApi } from '../embed/page-api.js';\n";
    this.emitFile({ type: 'asset', fileName: 'smp-widgets.d.ts', source });
  },
});

/** The style sheet that keeps room for elements until they are there. */
const reservedRoom = () => ({
  name: 'reserved-room',
  generateBundle() {
    const code = readFileSync(source('embed/reserved-room.css'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'smp-widgets.css', source: minifyCss(code) });
  },
});

/** The loader on its own, so that its one small file can start everything else. */
const loader = {
  input: { 'smp-widgets': source('embed/loader.ts') },
  treeshake: { moduleSideEffects: hasEffect },
  plugins: [compileForPages(), injectManifest(join(DIST, 'cdn/manifest.json')), minify(), pageTypes(), reservedRoom()],
  // Runs as a module and as a classic script.
  output: {
    dir: join(DIST, 'cdn'),
    format: 'iife', // Named by nothing: the line that would is a byte of every page.
    sourcemap: 'hidden',
  },
};

/** Everything in one file, for pages that want to pin it with one integrity hash. */
const bundle = {
  input: { 'smp-widgets.bundle': source('embed/bundle.ts') },
  treeshake: { moduleSideEffects: hasEffect },
  plugins: [useWords('./'), resolveProduction(), compileForPages(), minify(), dropStale(), writeIntegrity('dist/cdn')],
  output: {
    dir: join(DIST, 'cdn'),
    // Runs as a module and as a classic script.
    format: 'iife',
    sourcemap: true,
    inlineDynamicImports: true,
  },
};

/** As meant: modules of types come out empty, and decorators are written as static properties. */
const MEANT = ['EMPTY_BUNDLE', 'UNUSED_EXTERNAL_IMPORT'];
/** Not ours to mend. */
const THEIRS = ['CIRCULAR_DEPENDENCY', 'INVALID_ANNOTATION'];
const onwarn = (warning, warn) => {
  const theirs = THEIRS.includes(warning.code) && /node_modules/.test(warning.id ?? warning.ids?.join() ?? '');
  if (!theirs && !MEANT.includes(warning.code)) warn(warning);
};

export default [npm, demoPage, words, chunks, loader, bundle].map((build) => ({ ...build, onwarn }));
