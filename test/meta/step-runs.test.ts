import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { runSteps, type Step } from '../../.ci/step-runs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'step-runs-'));
const log = join(folder, 'log');
after(() => rmSync(folder, { recursive: true, force: true }));

/** A step that notes that it runs, and does what the code says. `run` tells which of its runs it is, from 1. */
const step = (name: string, code = '', more: Partial<Step> = {}): Step => ({
  name,
  command: [
    process.execPath,
    '-e',
    `const fs = require('fs');
    fs.appendFileSync(${JSON.stringify(log)}, ${JSON.stringify(`${name}\n`)});
    const run = fs.readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').filter((line) => line === ${JSON.stringify(name)}).length;
    const say = (passed, failed) => { console.log('ℹ pass ' + passed + '\\nℹ fail ' + failed); process.exitCode = failed ? 1 : 0; };
    ${code}`,
  ],
  ...more,
});
const build = step('build', 'setTimeout(() => {}, 300)');

async function runAll(...steps: Step[]) {
  const told: string[] = [];
  const { results, unsteady } = await runSteps(steps, { workers: 2, tell: (line) => told.push(line) });
  return {
    ran: readFileSync(log, 'utf8').trim().split('\n'),
    told: told.join('\n'),
    outcome: Object.fromEntries(
      results.map(({ step: { name }, ok, passed, failed }) => [name, { ok, passed, failed }]),
    ),
    unsteady: unsteady.map(({ name }) => name),
  };
}

describe('the steps of the tests', () => {
  beforeEach(() => rmSync(log, { force: true }));

  it('wait for the build, except those that need none', async () => {
    const { ran, outcome } = await runAll(build, step('late'), step('early', '', { unbuilt: true }), step('last'));
    assert.deepEqual(ran.slice(0, 2).sort(), ['build', 'early']);
    assert.deepEqual(ran.slice(2).sort(), ['last', 'late']);
    assert.ok(Object.values(outcome).every(({ ok }) => ok));
  });

  it('do not run on a build that failed', async () => {
    const { ran, outcome } = await runAll(step('build', 'setTimeout(() => process.exit(1), 100)'), step('late'));
    assert.deepEqual(ran, ['build']);
    assert.deepEqual(outcome, { build: { ok: false, passed: 0, failed: 1 } });
  });

  it('run once more, alone, where few tests failed, and are told as unsteady when they pass then', async () => {
    const shaky = step('shaky', 'run === 1 ? say(9, 1) : say(10, 0)', { counts: 'node' });
    const { ran, told, outcome, unsteady } = await runAll(build, shaky, step('slow', 'setTimeout(() => {}, 500)'));
    assert.deepEqual(ran.slice(0, 3).sort(), ['build', 'shaky', 'slow']);
    assert.deepEqual(ran.slice(3), ['shaky']);
    assert.deepEqual(outcome['shaky'], { ok: true, passed: 10, failed: 0 });
    assert.deepEqual(unsteady, ['shaky']);
    assert.match(told, /✖ .*shaky .*9 passed, 1 failed[\s\S]*Once more, alone: shaky[\s\S]*✔ .*shaky .*10 passed/);
  });

  it('run once more where they measure what a busy machine slows', async () => {
    const { outcome, unsteady } = await runAll(build, step('speed', 'process.exitCode = 2 - run', { measures: true }));
    assert.equal(outcome['speed']?.ok, true);
    assert.deepEqual(unsteady, ['speed']);
  });

  it('have failed when they fail twice', async () => {
    const { ran, outcome, unsteady } = await runAll(build, step('broken', 'say(9, 1)', { counts: 'node' }));
    assert.deepEqual(ran, ['build', 'broken', 'broken']);
    assert.deepEqual(outcome['broken'], { ok: false, passed: 9, failed: 1 });
    assert.deepEqual(unsteady, []);
  });

  it('have failed at once when many tests fail, or when there are none in them', async () => {
    const { ran, outcome } = await runAll(
      build,
      step('many', 'say(9, 4)', { counts: 'node' }),
      step('check', 'process.exitCode = 1'),
    );
    assert.deepEqual(ran.slice(1).sort(), ['check', 'many']);
    assert.equal(outcome['many']?.ok, false);
    assert.equal(outcome['check']?.ok, false);
  });

  it('have failed when they end badly though no test did, or say nothing of tests', async () => {
    const { outcome } = await runAll(
      build,
      step('ends badly', 'say(9, 0); process.exitCode = 1', { counts: 'node' }),
      step('silent', '', { counts: 'node' }),
    );
    assert.equal(outcome['ends badly']?.ok, false);
    assert.equal(outcome['ends badly'].failed, 1);
    // A step that counts tests and names none.
    assert.equal(outcome['silent']?.ok, false);
  });
});
