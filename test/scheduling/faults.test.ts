import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Build } from './support/bad-builds.js';
import type { FaultTotals, FaultWork } from './support/fault-process.js';

/** `FAULT_SCHEDULES=50000` plays more, `FAULT_SEED=17` plays one again. */
const SCHEDULES = Number(process.env['FAULT_SCHEDULES'] ?? 2_000);
const SEED = Number(process.env['FAULT_SEED'] ?? 0);
const CONTROLS = 60;

const PROCESS = fileURLToPath(new URL('support/fault-process.ts', import.meta.url));

const work = (what: FaultWork): Promise<FaultTotals> =>
  new Promise((resolve, reject) => {
    const child = fork(PROCESS, [JSON.stringify(what)], { execArgv: ['--import', 'tsx'] });
    child.on('message', (totals) => resolve(totals as FaultTotals));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`A process that played schedules ended with ${code}`)));
  });

/** Plays schedules on all cores and adds up what came of them. */
async function play(context: TestContext, build: Build, first: number, last: number) {
  const step = Math.min(availableParallelism(), last - first + 1);
  const parts = await Promise.all(
    Array.from({ length: step }, (_, n) => work({ build, first: first + n, last, step })),
  );
  const totals: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.totals)) totals[name] = (totals[name] ?? 0) + count;
    for (const { kind } of part.violations) kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const violations = parts
    .flatMap((part) => part.violations)
    .sort((one, other) => one.seed - other.seed)
    .map(({ seed, kind, detail }) => `seed ${seed}: ${kind}: ${detail}`);
  context.diagnostic(`${build}: ${JSON.stringify({ ...totals, ...kinds })}`);
  return { totals, kinds, violations };
}

describe('random fault schedules', () => {
  it(`lose nothing, book nothing twice and refuse nobody falsely in ${SCHEDULES}`, async (context) => {
    const { totals, violations } = await play(context, 'sound', SEED || 1, SEED || SCHEDULES);
    assert.deepEqual(violations.slice(0, 20), []);
    if (SEED) return;
    // On a good network or in an empty clinic this would prove nothing.
    for (const [name, each] of Object.entries({
      confirmed: 1,
      taken: 0.2,
      unknown: 0.2,
      reloads: 0.1,
      waitlisted: 0.1,
    })) {
      assert.ok((totals[name] ?? 0) > SCHEDULES * each, `${name}: ${totals[name]}`);
    }
    assert.ok(Object.keys(totals).length >= 24, Object.keys(totals).join());
  });

  it('do harm when the server does not know operations again (control)', async (context) => {
    const { kinds } = await play(context, 'forgetful server', 1, CONTROLS);
    assert.ok((kinds['false-failure'] ?? 0) > 10, JSON.stringify(kinds));
    assert.ok((kinds['duplicate'] ?? 0) > 10, JSON.stringify(kinds));
  });

  it('do harm when the client names each try anew (control)', async (context) => {
    const { kinds } = await play(context, 'careless client', 1, CONTROLS);
    assert.ok((kinds['false-failure'] ?? 0) > 10, JSON.stringify(kinds));
    assert.ok((kinds['duplicate'] ?? 0) > 5, JSON.stringify(kinds));
  });
});
