export { ADAPTER_SUITE_TESTS, adapterSuite, type AdapterSuiteOptions, type SuiteRunner } from './adapter-suite.js';
export { fakeClinic, type FakeClinic } from './fake-clinic.js';
export type { AdapterHarness } from './harness.js';
