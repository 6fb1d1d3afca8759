// Runs steps: commands in processes of their own, whose output counts tests.
import { spawn } from 'node:child_process';
import { ROOT } from '../.config/entries.mjs';

/** A step that hangs is ended; a slow machine is not. */
const STEP_LIMIT_MS = 20 * 60_000;
/** Lines of a failed step's output that are shown, from its end. */
const SHOWN_LINES = 150;
/** Up to so many failed tests may be the machine's fault; more are not. */
const FEW = 3;

export const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);

/**
 * How many tests a step's output speaks of. A step without tests of its own counts as one; tests that say nothing
 * have failed.
 */
function countTests({ counts }, output, ok) {
  const pattern =
    counts === 'browser'
      ? /^# \d+ (?:files|stories), (\d+) passed, (\d+) failed/gm
      : /^ℹ pass (\d+)[\s\S]*?^ℹ fail (\d+)/gm;
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const found = [...output.matchAll(pattern)].at(-1);
  if (!found) return { passed: 0, failed: 1 };
  const [passed, failed] = [Number(found[1]), Number(found[2])];
  // A run that ends badly without a failed test has still failed.
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

function runStep(step, verbose) {
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
      if (verbose) process.stdout.write(data);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    let stopped = false;
    const limit = setTimeout(() => {
      stopped = true;
      output += `\nStopped: it took longer than ${STEP_LIMIT_MS / 60_000} minutes.\n`;
      process.kill(-child.pid, 'SIGKILL');
    }, STEP_LIMIT_MS);
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      const count = countTests(step, output, code === 0);
      const ok = count.failed === 0 && count.passed > 0;
      if (!ok) count.failed = Math.max(count.failed, 1);
      resolve({ step, ok, stopped, output, ...count, time: seconds(since) });
    });
  });
}

function describeRun({ step, ok, passed, failed, time, output }) {
  const counts = step.counts ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  const line = `${ok ? '✔' : '✖'} ${time} s  ${step.name.padEnd(28)} ${counts}`.trimEnd();
  if (ok) return line;
  return `${line}\n${output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n').replace(/^/gm, '    ')}`;
}

/**
 * Runs the steps, several at a time. The first one is the build: until it is over only those run that are marked as
 * `unbuilt`, and without it no other ones.
 *
 * Where a few tests of a step fail, or what it measures, it runs once more when all else is over and nothing competes for
 * the machine. It has passed if it passes then, and is told as unsteady.
 */
export async function runSteps([build, ...others], { workers, verbose = false, tell = console.log }) {
  const results = [];
  const run = async (step) => {
    const result = await runStep(step, verbose);
    results.push(result);
    tell(describeRun(result));
    return result.ok;
  };
  const waiting = [...others];
  let isBuilt;
  const building = run(build).then((ok) => {
    isBuilt = ok;
    if (!ok) waiting.length = 0;
  });
  const take = () => {
    const at = waiting.findIndex(({ unbuilt }) => isBuilt || unbuilt);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const work = async () => {
    for (let step = take(); step || waiting.length > 0; step = take()) await (step ? run(step) : building);
  };
  await Promise.all([building.then(work), ...Array.from({ length: workers - 1 }, work)]);

  const again = results.filter(
    ({ ok, stopped, step, failed }) => !ok && !stopped && (step.counts || step.measures) && failed <= FEW,
  );
  for (const first of again) {
    tell(`Once more, alone: ${first.step.name}`);
    results.splice(results.indexOf(first), 1);
    await run(first.step);
  }
  return {
    results,
    unsteady: again.map(({ step }) => step).filter((step) => results.find((one) => one.step === step).ok),
  };
}
