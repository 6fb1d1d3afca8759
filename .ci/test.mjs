// `npm test`: makes the machine ready, builds, and runs every check. `--only name` runs the steps whose name contains it.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../.config/entries.mjs';
import { installPackages, installSystem } from './setup.mjs';
import { runSteps, seconds } from './step-runs.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
const started = performance.now();
const sum = (results, of) => results.reduce((total, result) => total + of(result), 0);

async function main() {
  const prepare = (name, work) => {
    const since = performance.now();
    work();
    console.log(`✔ ${seconds(since)} s  ${name}`);
  };
  prepare('packages', installPackages);
  prepare('browsers, PHP and PostgreSQL', installSystem);

  const { steps } = await import('./steps.mjs');
  const build = { name: 'build', command: [process.execPath, join(ROOT, '.ci/build.mjs')] };
  const { results, unsteady } = await runSteps(
    [build, ...steps().filter(({ name }) => name.includes(values.only ?? ''))],
    // Tests wait now and then: one more than there are processors keeps these busy.
    { workers: Math.min(4, availableParallelism() + 1), verbose: values.verbose },
  );

  const names = (list) => list.map(({ name }) => name).join('; ');
  const bad = results.filter(({ ok }) => !ok).map(({ step }) => step);
  console.log(`\n${results.length} steps in ${seconds(started).trim()} s`);
  if (unsteady.length > 0) console.log(`Passed only when run once more, alone: ${names(unsteady)}`);
  if (bad.length > 0) console.log(`Failed: ${names(bad)}`);
  console.log(`${sum(results, ({ passed }) => passed)} passed, ${sum(results, ({ failed }) => failed)} failed`);
  process.exitCode = bad.length > 0 || results.length < 2 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
