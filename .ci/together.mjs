// `node --import tsx --test-reporter=spec .ci/together.mjs FILE …`: runs test files in one process, one after the other.
// Each in a process of its own would load what they share anew.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../.config/entries.mjs';

for (const file of process.argv.slice(2)) await import(pathToFileURL(join(ROOT, file)).href);
