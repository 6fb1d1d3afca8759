import type { AdapterCapabilities } from '../adapters/adapter.js';
import { bookingCases } from './cases/booking-cases.js';
import { clinicCases } from './cases/clinic-cases.js';
import { consultationCases } from './cases/consultation-cases.js';
import { courseCases } from './cases/course-cases.js';
import { designCases } from './cases/design-cases.js';
import { holdCases } from './cases/hold-cases.js';
import { managementCases } from './cases/management-cases.js';
import { operationCases } from './cases/operation-cases.js';
import { photoCases } from './cases/photo-cases.js';
import { raceCases } from './cases/race-cases.js';
import { slotCases } from './cases/slot-cases.js';
import { touchUpCases } from './cases/touch-up-cases.js';
import { waitlistCases } from './cases/waitlist-cases.js';
import { check } from './assert.js';
import { Desk } from './desk.js';
import type { AdapterCase, AdapterCases, AdapterHarness } from './harness.js';

/** The two functions of a test runner that the suite needs: those of node:test, Mocha, Jasmine, Jest and Vitest fit. */
export interface SuiteRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
}

/** What {@link adapterSuite} is told about an adapter beforehand, so that nothing is found out while tests are collected. */
export interface AdapterSuiteOptions {
  /**
   * What adapter and backend together can do, in the words of the adapter: what is left out is not there. Tests of a
   * missing capability are left out; one test checks that this is the truth. Default: everything.
   */
  readonly capabilities?: AdapterCapabilities;
  /** Tests not to run: full name of the test, and why. A skip without reason, or of a test that isn't there, fails. */
  readonly skips?: Readonly<Record<string, string>>;
}

const SUBJECTS: readonly AdapterCases[] = [
  clinicCases,
  slotCases,
  bookingCases,
  operationCases,
  raceCases,
  holdCases,
  waitlistCases,
  managementCases,
  courseCases,
  touchUpCases,
  consultationCases,
  photoCases,
  designCases,
];

const EVERYTHING: AdapterCapabilities = {
  holds: true,
  waitlist: true,
  consultations: true,
  photos: true,
  management: true,
  courses: true,
  touchUps: true,
};

/** Names of all tests of {@link adapterSuite}: the keys that `skips` may have. */
export const ADAPTER_SUITE_TESTS: readonly string[] = SUBJECTS.flatMap(({ cases }) => cases.map(({ name }) => name));

/**
 * Defines the tests that every {@link SchedulingAdapter} has to pass, in whatever runner is handed in.
 * @param name shown in the report
 * @param open opens a fresh adapter over a fresh or restored backend; called once for each test
 */
export function adapterSuite(
  runner: SuiteRunner,
  name: string,
  open: () => Promise<AdapterHarness>,
  options: AdapterSuiteOptions = {},
): void {
  const { capabilities = EVERYTHING } = options;
  const skips = new Map(Object.entries(options.skips ?? {}));

  runner.describe(`SchedulingAdapter: ${name}`, () => {
    for (const { subject, cases } of SUBJECTS) {
      const wanted = cases.filter(({ needs }) => !needs || capabilities[needs]);
      if (wanted.length === 0) continue;
      runner.describe(subject, () => {
        for (const test of wanted) {
          const reason = skips.get(test.name);
          if (reason === undefined) runner.it(test.name, () => runCase(test, open, capabilities));
          else runner.it(`${test.name} (skipped: ${reason})`, () => checkReason(test.name, reason));
        }
      });
    }
    const unknown = [...skips.keys()].filter((key) => !ADAPTER_SUITE_TESTS.includes(key));
    runner.it('skips only tests that are there', () =>
      unknown.length === 0
        ? Promise.resolve()
        : Promise.reject(new Error(`no test is named: ${unknown.map((key) => `“${key}”`).join(', ')}`)),
    );
  });
}

async function runCase(
  test: AdapterCase,
  open: () => Promise<AdapterHarness>,
  capabilities: AdapterCapabilities,
): Promise<void> {
  const harness = await open();
  // Whoever writes plain JavaScript hands over the adapter itself.
  check((harness as Partial<AdapterHarness> | undefined)?.adapter, 'the suite is to be opened with { adapter: … }');
  try {
    await test.run(new Desk(harness, capabilities));
  } finally {
    await harness.close?.();
  }
}

function checkReason(name: string, reason: string): Promise<void> {
  return reason.trim() ? Promise.resolve() : Promise.reject(new Error(`the skip of “${name}” needs a reason`));
}
