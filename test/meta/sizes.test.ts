import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BUDGETS, measure, stages, wordSizes, type BuildManifest } from '../../.ci/size.mjs';
import { ROOT } from '../../.config/entries.mjs';
import { LANGUAGES } from '../../src/locales/languages.js';

const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/cdn/manifest.json'), 'utf8')) as BuildManifest;
const packagesBy = (stage: string): string[] => {
  const files = stages(manifest)[stage] ?? [];
  return files.flatMap((file) => manifest.graph[file]?.packages ?? []);
};

describe('what a page loads', () => {
  it('stays within its budgets', () => {
    assert.deepEqual(measure().over, []);
  });

  it('paints first without checks and without HTTP', () => {
    const packages = packagesBy('first paint');
    assert.ok(packages.includes('lit-html'));
    assert.deepEqual(
      packages.filter((name) => ['zod', 'ky'].includes(name)),
      [],
    );
  });

  it('has no Lit in it before a launcher is pressed', () => {
    assert.deepEqual(packagesBy('closed launcher'), []);
  });

  it('checks what it shows, and has no need of HTTP while the answers that came early last', () => {
    const packages = packagesBy('first time to choose');
    assert.ok(packages.includes('zod') && !packages.includes('ky'));
    assert.ok(packagesBy('whole booking').includes('ky'));
  });

  it('has the loader ask for all of it at once', () => {
    const asked = new Set([
      ...(manifest.tags['smp-clinic'] ?? []),
      ...(manifest.tags['smp-slot-booker'] ?? []),
      ...manifest.endpoint,
    ]);
    // Words of other languages are asked for only where they are shown.
    const files = [...asked].map((index) => manifest.files[index] ?? '').filter((file) => !file.includes('*'));
    const [, ...needed] = stages(manifest)['first time to choose'] ?? [];
    assert.deepEqual(files.sort(), needed.sort());
  });

  it('is of one language: the words of the others are counted by file and by language', () => {
    const { rows, files } = measure();
    const words = files.filter(({ name }) => name.startsWith('locales/'));
    assert.deepEqual(
      [...new Set(words.map(({ name }) => name.split('/')[2] ?? ''))].sort(),
      LANGUAGES.filter((language) => language !== 'en').sort(),
    );
    const [file, language] = rows.filter(({ name }) => name.startsWith('words in another language'));
    assert.ok(file && language && file.files === 1 && language.files === words.length / (LANGUAGES.length - 1));
    assert.ok(words.every(({ brotli }) => brotli <= file.brotli));
  });

  it('needs no file but the loader to start the rest', () => {
    const loader = readFileSync(join(ROOT, 'dist/cdn/smp-widgets.js'), 'utf8');
    assert.doesNotMatch(loader, /\bfrom\s*["']|import\s*["']/);
  });
});

describe('what a page loads, control', () => {
  const graph = {
    'clinic.js': { modules: ['elements/clinic/define'], packages: ['lit'], imports: ['shared.js'] },
    'booker.js': { modules: ['elements/slot-booker/define'], packages: [], imports: ['shared.js'] },
    'shared.js': { modules: [], packages: [], imports: [] },
    'asking.js': { modules: ['elements/consultation/define'], packages: [], imports: ['shared.js'] },
    'photos.js': { modules: ['flows/photos'], packages: [], imports: ['asking.js'] },
    'checks.js': { modules: ['flows/checks'], packages: ['zod'], imports: ['shared.js'] },
    'http.js': { modules: ['adapters/http'], packages: ['ky'], imports: [] },
    'picker.js': { modules: ['elements/hairline-picker/define'], packages: [], imports: ['shared.js'] },
    'head.js': { modules: ['elements/hairline-picker/picking'], packages: [], imports: ['picker.js'] },
    'manager.js': { modules: ['elements/booking-manager/define'], packages: [], imports: ['shared.js'] },
    'manage.js': { modules: ['adapters/http-management'], packages: [], imports: ['checks.js'] },
    'change.js': { modules: ['elements/booking-manager/changing'], packages: [], imports: ['manager.js'] },
    'before.js': { modules: ['elements/preparation/define'], packages: [], imports: ['shared.js'] },
    'after.js': { modules: ['elements/aftercare/define'], packages: [], imports: ['shared.js'] },
    'journey.js': { modules: ['elements/journey/define'], packages: [], imports: ['shared.js'] },
    'guess.js': { modules: ['domain/design/design-suggestion'], packages: [], imports: [] },
    'touch-up.js': { modules: ['elements/touch-up-reminder/define'], packages: [], imports: ['shared.js'] },
    'launcher.js': { modules: ['elements/launcher/define'], packages: [], imports: [] },
    'end.js': { modules: ['flows/end'], packages: [], imports: ['booker.js'] },
  };
  const journey = {
    early: ['flows/checks', 'elements/hairline-picker/picking'],
    endpoint: ['adapters/http'],
    booking: ['flows/end'],
    consultation: ['flows/photos'],
    elsewhere: [],
  };
  const build = { files: [], tags: {}, endpoint: [], graph };

  it('counts each file once, and what is imported on demand by its stage', () => {
    const found = stages(build, journey);
    assert.deepEqual(found['first paint'], ['smp-widgets.js', 'clinic.js', 'shared.js', 'booker.js']);
    assert.deepEqual(found['first paint of a journey'], ['smp-widgets.js', 'clinic.js', 'shared.js', 'journey.js']);
    assert.deepEqual(found['whole journey, to its confirmation']?.sort(), [
      ...['asking.js', 'booker.js', 'checks.js', 'clinic.js', 'end.js', 'guess.js', 'head.js', 'http.js', 'journey.js'],
      ...['photos.js', 'picker.js', 'shared.js', 'smp-widgets.js'],
    ]);
    assert.deepEqual(found['first time to choose']?.slice(4), ['checks.js', 'http.js']);
    assert.deepEqual(found['whole booking']?.slice(6), ['end.js']);
    assert.deepEqual(found['consultation, beyond a booking'], ['asking.js', 'photos.js']);
    assert.deepEqual(found['booking manager, beyond a booking'], ['manager.js', 'manage.js']);
    assert.deepEqual(found['booking manager with its changes, beyond a booking'], [
      ...['manager.js', 'manage.js', 'change.js'],
    ]);
    assert.deepEqual(found['preparation and aftercare, beyond a booking'], ['before.js', 'after.js']);
    assert.deepEqual(found['closed launcher'], ['smp-widgets.js', 'launcher.js']);
    assert.deepEqual(found['touch-up reminder, beyond a booking'], ['touch-up.js']);
    assert.deepEqual(found['hairline picker, beyond its first paint'], ['head.js']);
  });

  it('finds the heaviest file of words and the heaviest language, which may be two', () => {
    const file = (name: string, brotli: number) => ({ name, files: 1, raw: 4, gzip: 3, brotli });
    const [largest, all] = wordSizes([
      file('locales/x/de/care.js', 9),
      file('locales/x/de/common.js', 1),
      file('locales/x/pl/care.js', 6),
      file('locales/x/pl/common.js', 7),
    ]);
    assert.deepEqual([largest?.files, largest?.brotli], [1, 9]);
    assert.deepEqual([all?.files, all?.raw, all?.gzip, all?.brotli], [2, 8, 6, 13]);
  });

  it('sees an import on demand that nobody declared', () => {
    assert.throws(() => stages({ ...build, undeclared: ['flows/new'] }, journey), /not current: flows\/new/);
  });

  it('sees what is over its budget', () => {
    const tiny = { ...BUDGETS, loader: 10 };
    assert.ok(measure(tiny).over.includes('loader'));
  });
});
