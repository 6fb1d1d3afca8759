// Writes src/server/openapi.json from the route table; with --check only tells whether it is current.
//   node --import tsx .ci/openapi.mjs [--check]
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../src/server/openapi.ts';

const file = new URL('../src/server/openapi.json', import.meta.url);
const config = await resolveConfig(file);
const text = await format(JSON.stringify(openApiDocument()), { ...config, parser: 'json' });

if (process.argv.includes('--check')) {
  if (text !== (await readFile(file, 'utf8').catch(() => ''))) {
    console.error('src/server/openapi.json is stale. Run: node --import tsx .ci/openapi.mjs');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
}
