import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ADAPTER_SUITE_TESTS,
  adapterSuite,
  type AdapterSuiteOptions,
  type SuiteRunner,
} from '../../src/testing/adapter-suite.js';
import type { AdapterHarness } from '../../src/testing/harness.js';
import { mailedToken } from '../support/mailed-token.js';
import { brokenAdapters as brokenBookings, openWhole, type BrokenAdapter } from './broken-adapters.js';
import { brokenConsultations } from './broken-consultations.js';
import { brokenCourses } from './broken-courses.js';
import { brokenDesigns } from './broken-designs.js';
import { brokenManagement } from './broken-management.js';
import { brokenTouchUps } from './broken-touch-ups.js';

const NOTHING = { consultations: false, photos: false, management: false, courses: false, touchUps: false };
const NOW = Date.parse('2026-11-22T12:00:00Z');
/** All that an adapter can do. */
const WHOLE = openWhole({ now: () => NOW }).capabilities;
const MISSING = 'skips only tests that are there';

/** A runner that only notes what it is given. */
class Collector implements SuiteRunner {
  readonly tests = new Map<string, () => Promise<void>>();
  describe(_: string, body: () => void): void {
    body();
  }
  it(name: string, body: () => Promise<void>): void {
    assert.ok(!this.tests.has(name), `two tests are named “${name}”`);
    this.tests.set(name, body);
  }
  run(name: string): Promise<void> {
    const test = this.tests.get(name);
    assert.ok(test, `no test is named “${name}”`);
    return test();
  }
}

function collect(open: () => Promise<AdapterHarness>, options?: AdapterSuiteOptions): Collector {
  const collector = new Collector();
  // Handed over as runners hand theirs over: as bare functions.
  const { describe: group, it: test } = collector;
  const runner = { describe: group.bind(collector), it: test.bind(collector) };
  adapterSuite(runner, 'collected', open, options);
  return collector;
}

function openBroken({ change, options }: BrokenAdapter): Promise<AdapterHarness> {
  let time = NOW;
  const now = (): number => (time += 1);
  const whole = openWhole({ now, ...options });
  const changed = change(whole, () => openWhole({ now, busy: [] }));
  return Promise.resolve({
    adapter: { ...whole, ...changed },
    expireHolds: () => {
      time += 660_000;
      return Promise.resolve();
    },
    touchUpToken: (email) => mailedToken(whole)(email),
  });
}

const sound: BrokenAdapter = { what: 'sound', fails: [], change: () => ({}) };

const brokenAdapters = [
  ...brokenBookings,
  ...brokenConsultations,
  ...brokenDesigns,
  ...brokenManagement,
  ...brokenCourses,
  ...brokenTouchUps,
];

describe('adapterSuite', () => {
  for (const broken of brokenAdapters) {
    describe(`on an adapter that ${broken.what}`, () => {
      for (const name of broken.fails) {
        it(`fails “${name}”`, async () => {
          const suite = collect(() => openBroken(broken));
          await assert.rejects(suite.run(name), (error) => {
            // A clinic that has too little for a test would make it fail for the wrong reason.
            assert.doesNotMatch(String(error), /the suite needs|this test needs|TypeError: (?!Cannot assign)/);
            return true;
          });
        });
        it(`passes “${name}” once that is mended`, async () => {
          const suite = collect(() => openBroken({ ...sound, ...('options' in broken && mended(broken)) }));
          await suite.run(name);
        });
      }
    });
  }

  it('has a broken adapter for each of its tests', () => {
    const caught = new Set(brokenAdapters.flatMap(({ fails }) => fails));
    const idle = ADAPTER_SUITE_TESTS.filter((name) => !caught.has(name));
    assert.deepEqual(idle, []);
  });

  it('defines its tests without opening an adapter', () => {
    const suite = collect(() => Promise.reject(new Error('opened')));
    assert.deepEqual([...suite.tests.keys()], [...ADAPTER_SUITE_TESTS, MISSING]);
  });

  it('leaves out the tests of a capability that is not there', () => {
    const suite = collect(() => openBroken(sound), { capabilities: { holds: false, waitlist: false } });
    const names = [...suite.tests.keys()];
    assert.ok(names.includes('books a listed time of a chosen practitioner'));
    assert.ok(!names.includes('holds a listed time'));
    assert.ok(!names.includes('takes a visitor on the waiting list'));
  });

  it('takes what is left out of the capabilities as an adapter does: it is not there', async () => {
    const capabilities = { holds: false, waitlist: false };
    const bare: BrokenAdapter = { ...sound, options: { capabilities: { ...NOTHING, ...capabilities } } };
    const suite = collect(() => openBroken(bare), { capabilities });
    await suite.run('can do what the suite was told');
    for (const name of [
      'stores a photo and tells its size',
      'answers a course sent again as the first time, and books it once',
    ]) {
      assert.ok(ADAPTER_SUITE_TESTS.includes(name));
      assert.ok(!suite.tests.has(name), name);
    }
  });

  it('says how it is to be opened', async () => {
    const adapter = openWhole({ now: () => NOW });
    const suite = collect(() => Promise.resolve(adapter as unknown as AdapterHarness));
    await assert.rejects(suite.run('has a name'), /the suite is to be opened with \{ adapter: … \}/);
  });

  it('asks for a way to let holds run out only where there are holds', async () => {
    const open = async (): Promise<AdapterHarness> => ({ adapter: (await openBroken(sound)).adapter });
    await collect(open).run('books a listed time of a chosen practitioner');
    await assert.rejects(collect(open).run('frees a time whose hold has run out'), /the suite needs expireHolds\(\)/);
  });

  it('says what it misses at a clinic that has too little', async () => {
    const book = 'takes a booked time off the list';
    const without = (change: BrokenAdapter['change']) => collect(() => openBroken({ ...sound, change }));
    const nobody = without((whole) => ({
      getClinic: async () => ({ ...(await whole.getClinic()), practitioners: [] }),
    }));
    await assert.rejects(nobody.run(book), /a practitioner who has 30 free times .* found nobody and nothing/);
    const few = without((whole) => ({
      listSlots: async (query) => {
        const page = await whole.listSlots(query);
        return { ...page, slots: page.slots.slice(0, 12) };
      },
    }));
    await assert.rejects(few.run(book), /found \d+ on \d of “\w+” and \d+ of anyone for “[\w-]+”/);
  });

  it('leaves whole what an adapter hands out and keeps', async () => {
    const whole = openWhole({ now: () => NOW });
    const [clinic, page] = await Promise.all([
      whole.getClinic(),
      whole.getClinic().then(({ services: [first] }) => whole.listSlots({ service: first?.id ?? '' })),
    ]);
    const before = structuredClone([clinic, page]);
    const adapter = { ...whole, getClinic: () => Promise.resolve(clinic), listSlots: () => Promise.resolve(page) };
    const suite = collect(() => Promise.resolve({ adapter }));
    await assert.rejects(suite.run('gives answers that the caller may change'), /differ|copies/);
    assert.deepEqual([clinic, page], before);
  });

  it('notices a capability that it was not told of', async () => {
    const suite = collect(() => openBroken(sound), { capabilities: { ...WHOLE, waitlist: false } });
    await assert.rejects(suite.run('can do what the suite was told'), /told waitlist: false, found true/);
  });

  it('notices a capability that the backend switches off', async () => {
    const off: BrokenAdapter = {
      ...sound,
      change: (whole) => ({
        getClinic: async () => ({ ...(await whole.getClinic()), capabilities: { holds: false } }),
      }),
    };
    await assert.rejects(collect(() => openBroken(off)).run('can do what the suite was told'), /holds/);
    await collect(() => openBroken(off), { capabilities: { ...WHOLE, holds: false } }).run(
      'can do what the suite was told',
    );
  });

  it('skips a test for a reason and shows it', async () => {
    const open = () => Promise.reject(new Error('opened'));
    const suite = collect(open, { skips: { 'has a name': 'the vendor has none' } });
    assert.ok(!suite.tests.has('has a name'));
    await suite.run('has a name (skipped: the vendor has none)');
    await suite.run(MISSING);
  });

  it('fails a skip without a reason', async () => {
    const suite = collect(() => openBroken(sound), { skips: { 'has a name': ' ' } });
    await assert.rejects(suite.run('has a name (skipped:  )'), /“has a name” needs a reason/);
  });

  it('fails a skip that names no test', async () => {
    const suite = collect(() => openBroken(sound), { skips: { 'has a nose': 'it smells' } });
    await assert.rejects(suite.run(MISSING), /“has a nose”/);
  });

  it('opens an adapter for each test and closes it when the test fails', async () => {
    const events: string[] = [];
    const open = async (): Promise<AdapterHarness> => {
      events.push('open');
      const harness = await openBroken({ ...sound, change: () => ({ name: '' }) });
      return {
        ...harness,
        close: () => {
          events.push('close');
          return Promise.resolve();
        },
      };
    };
    const suite = collect(open);
    await assert.rejects(suite.run('has a name'));
    await suite.run('tells a clinic that fits its schema');
    assert.deepEqual(events, ['open', 'close', 'open', 'close']);
  });

  it('sends a write again while the adapter says that this helps', async () => {
    const shaky: BrokenAdapter = {
      ...sound,
      options: {
        faults: ({ method, attempt }) =>
          method === 'createBooking' && attempt < 3 ? { kind: attempt === 1 ? 'lose' : 'duplicate' } : undefined,
      },
      change: () => ({}),
    };
    await collect(() => openBroken(shaky)).run('makes one booking of 20 copies of one operation');
  });
});

/** The options of a broken adapter that are not what is broken about it. */
function mended({ options }: BrokenAdapter): Partial<BrokenAdapter> {
  return options?.busy ? { options: { busy: options.busy } } : {};
}
