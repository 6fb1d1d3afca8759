import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { filesBelow, ROOT } from '../../../.config/entries.mjs';

/** Files that a page loads with this one, packages by their folders in `node_modules`. */
async function loadedWith(file: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, file)],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

const HEAVY = /node_modules|-schema\.ts$|questionnaire|-sources\.ts$/;
const SCHEMAS = ['hairline-design-schema', 'design-issues', 'sent-design'];
const light = filesBelow('src/domain/design').filter(
  (path) => !SCHEMAS.some((name) => path.endsWith(`/${name}.ts`)) && !path.endsWith('-sources.ts'),
);

describe('designs in a page', () => {
  it('are made of several files', () => assert.ok(light.length >= 10));

  for (const file of light) {
    it(`load no schema, questionnaire or source with ${file}`, async () => {
      assert.deepEqual(
        (await loadedWith(file)).filter((path) => HEAVY.test(path)),
        [],
      );
    });
  }

  it('would be seen to, where they did', async () => {
    const loaded = await loadedWith('src/domain/design/hairline-design-schema.ts');
    assert.ok(loaded.some((path) => path.includes('node_modules/zod/')));
  });
});
