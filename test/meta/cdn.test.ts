import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { layOut } from '../../.ci/cdn.mjs';
import { filesBelow, ROOT } from '../../.config/entries.mjs';

const read = (path: string): Buffer => readFileSync(join(ROOT, path));
const digests = JSON.parse(read('dist/cdn/sri.json').toString()) as Record<string, string>;

describe('sri.json', () => {
  it('has the digest of every script and style sheet, and of no other file', () => {
    const files = filesBelow('dist/cdn').filter((path) => /\.(?:js|css)$/.test(path));
    assert.ok(files.length > 10);
    const expected = files.map((path) => [
      path.slice('dist/cdn/'.length),
      `sha384-${createHash('sha384').update(read(path)).digest('base64')}`,
    ]);
    assert.deepEqual(digests, Object.fromEntries(expected));
  });
});

describe('what a content delivery network serves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smp-cdn-'));
  after(() => rmSync(folder, { recursive: true }));
  const base = 'https://cdn.example/smp/';

  it('is a version that never changes, and one that moves on', () => {
    const { fixed, moving } = layOut(folder, '0.1.0', base);
    assert.deepEqual([fixed, moving], [join(folder, '0.1.0'), join(folder, 'v0')]);
    for (const target of [fixed, moving]) {
      assert.deepEqual(readFileSync(join(target, 'smp-widgets.js')), read('dist/cdn/smp-widgets.js'));
    }
  });

  it('may be laid out again as it is, but not with other content', () => {
    layOut(folder, '0.1.0', base);
    writeFileSync(join(folder, '0.1.0/smp-widgets.js'), 'changed');
    assert.throws(() => layOut(folder, '0.1.0', base), /never changes/);
    rmSync(join(folder, '0.1.0'), { recursive: true });
  });

  it('keeps what pages of the last release still ask for', () => {
    writeFileSync(join(folder, 'v0/chunks/old-12345678.js'), 'old');
    layOut(folder, '0.1.1', base);
    assert.equal(readFileSync(join(folder, 'v0/chunks/old-12345678.js'), 'utf8'), 'old');
  });

  it('comes with a snippet that pins every file', () => {
    const { fixed } = layOut(folder, '0.1.2', base);
    const snippet = readFileSync(join(fixed, 'snippet.html'), 'utf8');
    const [, map = ''] = /<script type="importmap">([^]*?)<\/script>/.exec(snippet) ?? [];
    const { integrity } = JSON.parse(map) as { integrity: Record<string, string> };
    const chunks = Object.entries(digests).filter(([path]) => /\/.*\.js$/.test(path));
    assert.deepEqual(
      integrity,
      Object.fromEntries(chunks.map(([path, digest]) => [`https://cdn.example/smp/0.1.2/${path}`, digest])),
    );
    assert.ok(snippet.includes(`integrity="${digests['smp-widgets.js']}"`));
  });
});
