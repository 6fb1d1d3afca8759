import type { AdapterCapabilities, SchedulingAdapter } from '../adapters/adapter.js';
import type { Desk } from './desk.js';

/** An adapter opened for one test, and what the test needs beside it. */
export interface AdapterHarness {
  readonly adapter: SchedulingAdapter;
  /** Makes all live holds run out, by moving the backend's clock or by writing to its store. */
  expireHolds(): Promise<void>;
  /** Called when the test has ended, well or not. */
  close?(): Promise<void>;
}

/** One test of the suite. Its name is stable: it is the key of a skip. */
export interface AdapterCase {
  readonly name: string;
  /** The capability without which there is nothing to test. */
  readonly needs?: keyof AdapterCapabilities;
  run(desk: Desk): Promise<void>;
}

/** The tests of one subject. */
export interface AdapterCases {
  readonly subject: string;
  readonly cases: readonly AdapterCase[];
}
