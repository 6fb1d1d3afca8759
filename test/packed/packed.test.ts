import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { build as buildByVite } from 'vite';
import webpack from 'webpack';
import { ROOT } from '../../.config/entries.mjs';
import { useStaticSite } from '../support/static-site.js';

const WIDGETS =
  '<smp-clinic demo><smp-slot-booker service="consultation-video"><p>Call us.</p></smp-slot-booker></smp-clinic>';
const page = (head: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Book</title><link rel="icon" href="data:,">${head}</head><body>${WIDGETS}</body></html>`;
const module = (address: string): string => `<script type="module" src="${address}"></script>`;
const ENTRY = "import 'smp-widgets/clinic/define';\nimport 'smp-widgets/slot-booker/define';\n";

/** What npm installs beside the package: its dependencies, and theirs. */
const INSTALLED = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'ky', 'zod'];

const app = mkdtempSync(join(tmpdir(), 'packed-'));
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
};

/** Packs the package as it would be published, and puts it where npm would. */
function install(): void {
  const packed = join(app, 'node_modules/smp-widgets');
  mkdirSync(packed, { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', app];
  const archive = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', join(app, archive), '--strip-components=1', '-C', packed]);
  for (const name of INSTALLED) {
    const target = join(app, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), target, 'dir');
  }
}

async function makeVite(): Promise<void> {
  write('vite/main.js', ENTRY);
  write('vite/index.html', page(module('./main.js')));
  await buildByVite({ root: join(app, 'vite'), base: './', configFile: false, logLevel: 'error' });
}

async function makeWebpack(): Promise<void> {
  write('webpack/main.js', ENTRY);
  write('webpack/dist/index.html', page('<script defer src="main.js"></script>'));
  const compiler = webpack({
    mode: 'production',
    context: join(app, 'webpack'),
    entry: './main.js',
    output: { path: join(app, 'webpack/dist') },
    // What is minified is the same code.
    optimization: { minimize: false },
    performance: false,
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) => {
      const problems = stats?.hasErrors() || stats?.hasWarnings() ? stats.toString('errors-warnings') : undefined;
      if (error ?? problems) reject(error ?? new Error(problems));
      else resolve();
    }),
  );
}

/** The import map that the README shows, with the script that uses it. */
function importMap(): string {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [map] = /<script type="importmap">[^]*?(?=```)/.exec(readme) ?? [];
  assert.ok(map, 'the README shows an import map');
  return map;
}

describe('the packed package', () => {
  after(() => rmSync(app, { recursive: true, force: true }));
  const site = useStaticSite(async () => {
    install();
    await makeVite();
    await makeWebpack();
    write('import-map/index.html', page(importMap()));
    write('cdn/index.html', page(module('../node_modules/smp-widgets/dist/cdn/smp-widgets.js')));
    return app;
  });

  const pages = {
    'an empty Vite app': '/vite/dist/',
    'an empty webpack app': '/webpack/dist/',
    'a page with an import map': '/import-map/',
    'a page with a script tag': '/cdn/',
  };
  for (const [name, path] of Object.entries(pages)) {
    it(`shows the times of a clinic in ${name}`, async () => {
      const { page: opened, watch } = await site.visit(path);
      const times = opened.locator('smp-slot-booker [part~=time]');
      await times.first().waitFor();
      assert.match(await times.first().innerText(), /^\d\d?:\d\d/);
      assert.deepEqual(watch.problems, []);
      await opened.context().close();
    });
  }

  it('has what it exports, the licence, and no tests', () => {
    const packed = join(app, 'node_modules/smp-widgets');
    const files = new Set(
      execFileSync('find', ['.', '-type', 'f'], { cwd: packed, encoding: 'utf8' }).trim().split('\n'),
    );
    const { exports } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
    };
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    assert.deepEqual(
      targets.filter((path) => !path.includes('*') && !files.has(path)),
      [],
    );
    assert.ok(files.has('./LICENSE') && files.has('./README.md'));
    assert.deepEqual(
      [...files].filter((path) => /^\.\/(?:test|demo|stories|node_modules)\//.test(path)),
      [],
    );
  });
});
