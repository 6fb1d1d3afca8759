import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { filesBelow, ROOT } from '../.config/entries.mjs';
import { JOURNEY } from '../.config/journey.mjs';
import { SEED } from './seed.mjs';

/** Folders below `test/` whose tests run in browsers. */
export const BROWSER_FOLDERS = ['elements', 'controllers', 'context', 'embed', 'browser'];

/** Where the tests of an engine stand, ready to be run. */
const folderOf = (engine) => `.browser-tests/${engine}`;

/** A test that asks where it stands means its source, beside which the pages and scripts stand that it opens. */
const standsAtItsSource = {
  name: 'stands at its source',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const url = `new URL(${JSON.stringify(`/${relative(ROOT, path)}`)}, location.href).href`;
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

/** Property tests draw the same cases in every run, as those outside browsers do. */
const drawsTheSame = {
  name: 'draws the same',
  setup({ onResolve, onLoad }) {
    const namespace = 'seeded';
    onResolve({ filter: /^fast-check$/ }, ({ namespace: from }) =>
      from === namespace ? undefined : { path: 'fast-check', namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: `import fc from 'fast-check'; fc.configureGlobal({ seed: ${SEED} }); export default fc;`,
      resolveDir: ROOT,
    }));
  },
};

/**
 * Puts the browser tests together, with what they share in files of its own: a page that has to fetch hundreds of source
 * files takes longer for that than for its tests. Gives what turns the glob of a test into that of its bundle.
 */
export async function bundleTests(engine) {
  const folder = folderOf(engine);
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  const tests = BROWSER_FOLDERS.flatMap((name) => filesBelow(`test/${name}`)).filter((path) =>
    path.endsWith('.test.ts'),
  );
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    // Tests import elements for what they do to the page.
    ignoreAnnotations: true,
    // In files of their own, which only a failed test needs.
    sourcemap: 'linked',
    tsconfig: 'tsconfig.json',
    plugins: [standsAtItsSource, drawsTheSame],
    logLevel: 'warning',
  };
  await build({ ...options, entryPoints: tests, outdir: folder, outbase: '.' });
  // The elements a second time, for `test/support/second-copy.ts`; what is loaded on demand stands under its own name.
  const onDemand = Object.values(JOURNEY).flat();
  const copied = filesBelow('src').filter(
    (path) => path.endsWith('/define.ts') || onDemand.includes(path.replace(/^src\/|\.ts$/g, '')),
  );
  await build({ ...options, entryPoints: copied, outdir: `${folder}/again`, outbase: 'src' });
  return (glob) => `${folder}/${glob.replace(/\.ts$/, '.js')}`;
}
