import type { AdapterCapabilities, SchedulingAdapter } from '../adapters/adapter.js';
import type { Contact } from '../domain/contact.js';
import type { Desk } from './desk.js';

/** An adapter opened for one test, and what the test needs beside it. */
export interface AdapterHarness {
  readonly adapter: SchedulingAdapter;
  /**
   * Makes all live holds run out, by moving the backend's clock or by writing to its store. Needed where the adapter
   * declares `holds`.
   */
  expireHolds?(): Promise<void>;
  /**
   * The touch-up token that the backend has sent to this person by mail, or would send. Needed where the adapter declares
   * `touchUps`: no answer may hold it, or anybody could open the plan of anybody.
   */
  touchUpToken?(email: Contact['email']): Promise<string>;
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
