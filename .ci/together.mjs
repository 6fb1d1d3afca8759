// `node --import tsx --test-reporter=spec .ci/together.mjs FILE …`: runs test files in one process, one after the other.
// Each in a process of its own would load what they share anew.
import asyncHooks from 'node:async_hooks';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../.config/entries.mjs';

// The runner follows every promise, to tell which test an error belongs to that nobody has caught. Where there are many that
// takes a quarter of the time. Without it such an error still fails the run.
const { createHook } = asyncHooks;
asyncHooks.createHook = () => ({ enable: () => undefined, disable: () => undefined });
await import('node:test');
asyncHooks.createHook = createHook;

for (const file of process.argv.slice(2)) await import(pathToFileURL(join(ROOT, file)).href);
