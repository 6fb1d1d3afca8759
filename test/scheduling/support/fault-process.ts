import { BUILDS, type Build } from './bad-builds.js';
import { playFaultSchedule, type Violation } from './fault-schedule.js';

/** Plays every `step`-th seed from `first` to `last`. */
export interface FaultWork {
  readonly build: Build;
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** What came of schedules: how often each thing happened, and what must not have. */
export interface FaultTotals {
  readonly totals: Record<string, number>;
  readonly violations: (Violation & { readonly seed: number })[];
}

/** Plays schedules one after the other. */
export async function playSeeds({ build, first, last, step }: FaultWork): Promise<FaultTotals> {
  // Loaded on demand by the adapter, which takes real time, while these schedules count by a clock of their own.
  await import('../../../src/adapters/http-request.js');
  // Nobody reads the stacks of thousands of refusals, and they take time to make.
  Error.stackTraceLimit = 0;
  const result: FaultTotals = { totals: {}, violations: [] };
  for (let seed = first; seed <= last; seed += step) {
    const { faults, counts, violations } = await playFaultSchedule(seed, BUILDS[build]);
    for (const [name, count] of [...faults, ...(Object.entries(counts) as [string, number][])]) {
      result.totals[name] = (result.totals[name] ?? 0) + count;
    }
    result.violations.push(...violations.map((violation) => ({ ...violation, seed })));
  }
  return result;
}

if (process.send) process.send(await playSeeds(JSON.parse(process.argv[2] ?? '{}') as FaultWork));
