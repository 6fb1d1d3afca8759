import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import { newOperationId } from '../../src/scheduling/operation.js';
import { playFaultSchedule, type FaultReport, type FaultScheduleOptions } from './support/fault-schedule.js';

const SCHEDULES = Number(process.env['FAULT_SCHEDULES'] ?? 2_000);
const CONTROLS = 150;

/** Plays schedules and adds up what came of them; violations name the seed to play again. */
async function play(schedules: number, options: FaultScheduleOptions = {}) {
  const totals: Record<string, number> = {};
  const violations: string[] = [];
  const kinds: Record<string, number> = {};
  const add = (name: string, count: number): void => void (totals[name] = (totals[name] ?? 0) + count);
  for (let seed = 1; seed <= schedules; seed++) {
    const report: FaultReport = await playFaultSchedule(seed, options);
    for (const [fault, count] of report.faults) add(fault, count);
    for (const [name, count] of Object.entries(report.counts)) add(name, count);
    for (const { kind, detail } of report.violations) {
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      violations.push(`seed ${seed}: ${kind}: ${detail}`);
    }
  }
  return { totals, violations, kinds };
}

describe(`${SCHEDULES} random fault schedules`, () => {
  it('lose nothing, book nothing twice and refuse nobody falsely', async (context) => {
    const { totals, violations } = await play(SCHEDULES);
    context.diagnostic(JSON.stringify(totals));
    assert.deepEqual(violations.slice(0, 20), []);
    // Were the network good or the clinic empty, this would prove nothing.
    for (const [name, least] of Object.entries({ confirmed: 1, refused: 0.1, unknown: 0.2, reloads: 0.1 })) {
      assert.ok((totals[name] ?? 0) > SCHEDULES * least, `${name}: ${totals[name]}`);
    }
    assert.ok(Object.keys(totals).length >= 23, Object.keys(totals).join());
  });

  it('fail when the server does not know operations again (control)', async (context) => {
    const forgetful = (backend: SchedulingAdapter): SchedulingAdapter => ({
      ...backend,
      createBooking: async ({ hold, ...draft }, { operationId, ...options }) => {
        if (hold) await backend.releaseHold?.(hold, { ...options, operationId: newOperationId() });
        return backend.createBooking(draft, { ...options, operationId: newOperationId() });
      },
    });
    const { kinds } = await play(CONTROLS, { server: forgetful });
    context.diagnostic(JSON.stringify(kinds));
    assert.ok((kinds['false-failure'] ?? 0) > 10, JSON.stringify(kinds));
    assert.ok((kinds['duplicate'] ?? 0) > 10, JSON.stringify(kinds));
  });

  it('fail when the client makes a new id for each try (control)', async (context) => {
    const careless = (connection: SchedulingAdapter): SchedulingAdapter => ({
      ...connection,
      createBooking: ({ hold: _, ...draft }, options) =>
        connection.createBooking(draft, { ...options, operationId: newOperationId() }),
    });
    const { kinds } = await play(CONTROLS, { client: careless });
    context.diagnostic(JSON.stringify(kinds));
    assert.ok((kinds['false-failure'] ?? 0) > 10, JSON.stringify(kinds));
  });
});
