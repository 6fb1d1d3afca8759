import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { elementDataFiles } from '../../.config/element-data/element-data.mjs';
import { filesBelow, publicEntries, ROOT } from '../../.config/entries.mjs';

type Target = string | { readonly types: string; readonly default: string };
interface Manifest {
  readonly exports: Readonly<Record<string, Target>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** Every path that can be imported, with wildcards filled in by the files that are there. */
const paths = Object.entries(manifest.exports).flatMap(([path, target]) => {
  if (!path.includes('*')) return [{ path, target }];
  assert.ok(typeof target === 'object');
  const [before = '', after = ''] = target.default.slice(2).split('*');
  return filesBelow(before.replace(/\/$/, ''))
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, -after.length))
    .map((name) => ({
      path: path.replace('*', name),
      target: { types: target.types.replace('*', name), default: target.default.replace('*', name) },
    }));
});

const filesOf = (target: Target): string[] => (typeof target === 'string' ? [target] : [target.types, target.default]);

/** What Node resolves an import of the package to, from where an importer would stand. */
function resolves(path: string): string {
  const code = `console.log(import.meta.resolve(${JSON.stringify(path)}))`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, stdio: 'pipe' }).toString();
}

/** Names that the packages we stand on leave behind where there is no page. */
const LEFT_BY_OTHERS = /^(?:lit|reactive|__zod_|customElements$)/;

/** What modules do when they are imported by Node: errors, globals, requests, output, what is still under way. */
function doneBy(imports: string): string[] {
  const code = `
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    const under = new Set(process.getActiveResourcesInfo());
    const done = [];
    globalThis.fetch = async () => void done.push('fetch');
    for (const name of ['log', 'warn', 'error', 'info', 'debug']) console[name] = (text) => void done.push(String(text));
    try {
      ${imports}
    } catch (error) {
      done.push(String(error));
    }
    done.push(...process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || (/Wrap$/.test(name) && !under.has(name))));
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!before.has(name) && !${LEFT_BY_OTHERS}.test(name)) done.push('global ' + name);
    }
    process.stdout.write(JSON.stringify(done));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, stdio: 'pipe' });
  return JSON.parse(output.toString()) as string[];
}

/** Size of a page's bundle that holds this code, in bytes. */
async function bundled(code: string, options: { ignoreAnnotations?: boolean } = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}

describe('exports', () => {
  it('lead to files that are there', () => {
    assert.ok(paths.length > 10);
    const missing = paths.flatMap(({ target }) => filesOf(target)).filter((file) => !existsSync(join(ROOT, file)));
    assert.deepEqual(missing, []);
  });

  it('name types first', () => {
    for (const { target } of paths) if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types');
  });

  it('have a source each', () => {
    const sources = [
      ...Object.keys(publicEntries()),
      ...Object.keys(elementDataFiles()).map((file) => file.replace(/\.js$/, '')),
    ];
    for (const { path, target } of paths) {
      const file = typeof target === 'string' ? target : target.default;
      if (!file.endsWith('.js') || file.startsWith('./dist/cdn/')) continue;
      assert.ok(sources.includes(file.slice('./dist/'.length, -'.js'.length)), path);
    }
  });

  it('resolve by the name of the package', () => {
    for (const { path } of paths) {
      assert.ok(resolves(`smp-widgets${path.slice(1)}`).startsWith('file:'), path);
    }
  });

  it('let nothing else in', () => {
    for (const path of [
      'dist/index.js',
      'domain/slot',
      'flows/booking-flow',
      'elements/clinic/clinic',
      'src/index.ts',
    ]) {
      assert.throws(() => resolves(`smp-widgets/${path}`), /ERR_PACKAGE_PATH_NOT_EXPORTED/, path);
    }
  });

  it('can all be imported where there is no page, and do nothing there', () => {
    const scripts = paths
      .filter(({ target }) => filesOf(target).some((file) => file.endsWith('.js')))
      .map(({ path }) => `smp-widgets${path.slice(1)}`);
    for (const kind of ['', '/define', '/clinic/define', '/adapters/http', '/locales/en', '/embed.js', '/react']) {
      assert.ok(scripts.includes(`smp-widgets${kind}`), kind);
    }
    assert.deepEqual(doneBy(scripts.map((name) => `await import(${JSON.stringify(name)});`).join('\n')), []);
  });

  it('would be seen to do something', () => {
    assert.deepEqual(doneBy("document.title = '';"), ['ReferenceError: document is not defined']);
    assert.deepEqual(doneBy('await fetch("http://127.0.0.1:9/");'), ['fetch']);
    assert.deepEqual(doneBy('setTimeout(() => {}, 1);'), ['Timeout']);
    assert.deepEqual(doneBy('globalThis.smp = 1;'), ['global smp']);
    assert.deepEqual(doneBy('console.warn("hm");'), ['hm']);
  });

  it('import only what a consumer gets installed', () => {
    const known = Object.keys(manifest.dependencies);
    const imported = filesBelow('dist')
      .filter((path) => path.endsWith('.js') && !path.startsWith('dist/cdn/'))
      .flatMap((path) => [
        ...readFileSync(join(ROOT, path), 'utf8').matchAll(/(?:from|import) ['"]([^.'"][^'"]*)['"]/g),
      ])
      .map(([, name = '']) =>
        name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? ''),
      );
    assert.deepEqual(
      [...new Set(imported)].filter((name) => !known.includes(name)),
      [],
    );
  });
});

describe('side effects', () => {
  const probe = "import { isSmpError } from 'smp-widgets'; console.log(isSmpError(1));";

  it('leave one imported function alone in a bundle', async () => {
    assert.ok((await bundled(probe)).length < 600);
  });

  it('would bring everything along if they were not declared', async () => {
    assert.ok((await bundled(probe, { ignoreAnnotations: true })).length > 10_000);
  });

  it('keep the registration of elements', async () => {
    assert.match(await bundled("import 'smp-widgets/define';"), /"smp-slot-booker"/);
    assert.match(await bundled("import 'smp-widgets/clinic/define';"), /"smp-clinic"/);
  });

  it('register nothing where only a class is imported', async () => {
    const code = await bundled("import { SmpClinic } from 'smp-widgets/clinic'; console.log(SmpClinic);");
    assert.doesNotMatch(code, /customElements\.define/);
  });

  it('are declared for nothing but registration and style sheets', () => {
    for (const path of manifest.sideEffects) assert.match(path, /\/define\.js$|^\.\/dist\/(?:cdn|themes)\//);
  });
});
