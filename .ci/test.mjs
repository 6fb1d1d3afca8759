// `npm test`: makes the machine ready, builds, and runs every check. `--only name` runs the steps whose name contains it.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from '../.config/entries.mjs';
import { ensureBuilt } from './build.mjs';
import { installPackages, installSystem } from './setup.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
/** A step that hangs is ended; a slow machine is not. */
const STEP_LIMIT_MS = 20 * 60_000;
/** Lines of a failed step's output that are shown, from its end. */
const SHOWN_LINES = 150;

const started = performance.now();
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);

/** How many tests a step's output speaks of. A step without tests of its own counts as one. */
function countTests({ counts }, output, ok) {
  const pattern =
    counts === 'browser'
      ? /^# \d+ (?:files|stories), (\d+) passed, (\d+) failed/gm
      : /^ℹ pass (\d+)[\s\S]*?^ℹ fail (\d+)/gm;
  const found = counts ? [...output.matchAll(pattern)].at(-1) : undefined;
  if (!found) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const [passed, failed] = [Number(found[1]), Number(found[2])];
  // A run that ends badly without a failed test has still failed.
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

function runStep(step) {
  const since = performance.now();
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      // A group of its own, so that browsers and databases it started end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...step.env },
    });
    let output = '';
    const gather = (data) => {
      output += data;
      if (values.verbose) process.stdout.write(data);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    const limit = setTimeout(() => {
      output += `\nStopped: it took longer than ${STEP_LIMIT_MS / 60_000} minutes.\n`;
      process.kill(-child.pid, 'SIGKILL');
    }, STEP_LIMIT_MS);
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      const count = countTests(step, output, code === 0);
      const ok = code === 0 && count.failed === 0 && count.passed > 0;
      if (!ok) count.failed = Math.max(count.failed, 1);
      resolve({ step, ok, output, ...count, time: seconds(since) });
    });
  });
}

function report({ step, ok, passed, failed, time, output }) {
  const counts = step.counts ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  console.log(`${ok ? '✔' : '✖'} ${time} s  ${step.name.padEnd(28)} ${counts}`);
  if (!ok) console.log(output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n').replace(/^/gm, '    '));
}

async function main() {
  const results = [];
  const prepare = (name, work) => {
    const since = performance.now();
    work();
    console.log(`✔ ${seconds(since)} s  ${name}`);
  };
  prepare('packages', installPackages);
  prepare('browsers, PHP and PostgreSQL', installSystem);
  prepare('build', ensureBuilt);

  const { steps } = await import('./steps.mjs');
  const waiting = steps().filter(({ name }) => name.includes(values.only ?? ''));
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, work));

  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const bad = results.filter(({ ok }) => !ok);
  console.log(`\n${results.length} steps in ${seconds(started).trim()} s`);
  if (bad.length > 0) console.log(`Failed: ${bad.map(({ step }) => step.name).join('; ')}`);
  console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
  process.exitCode = bad.length > 0 || results.length === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
