import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import { en } from '../../../src/locales/en.js';
import { caseCount, engine } from '../../support/browser.js';
import { backend, schedule, useClinicPage } from '../../support/clinic-page.js';
import { overridden } from '../../support/fault-adapter.js';
import { hostileTexts, PWNED } from '../../support/hostile-texts.js';
import { usePageReports } from '../../support/page-reports.js';
import type { SlotBookerHarness } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

const SEED = 20261130;
const VARIANTS = caseCount(1000);
const AT_ONCE = 20;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const JUNK: readonly unknown[] = [
  null,
  undefined,
  '',
  0,
  -1,
  1e308,
  NaN,
  true,
  [],
  {},
  [[[]]],
  '2026-13-45',
  '25:61',
  'Mars/Olympus',
  '+99:99',
  new Date(NaN),
  Symbol.iterator.toString(),
  { __proto__: { polluted: true } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  ...hostileTexts,
];

/** A copy of an answer with a few of its parts spoilt. */
function spoilt(answer: unknown, random: () => number): unknown {
  const copy = structuredClone(answer);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const spoil = (part: unknown, depth: number): unknown => {
    if (typeof part !== 'object' || part === null || depth === 0 || random() < 0.15) return pick(JUNK);
    const keys = Object.keys(part);
    if (keys.length === 0) return pick(JUNK);
    const key = pick(keys);
    const record = part as Record<string, unknown>;
    switch (Math.floor(random() * 5)) {
      case 0:
        Reflect.deleteProperty(record, key);
        return part;
      case 1:
        record[`${key}${pick(hostileTexts).slice(0, 20)}`] = pick(JUNK);
        return part;
      default:
        record[key] = spoil(record[key], depth - 1);
        return part;
    }
  };
  const times = 1 + Math.floor(random() * 3);
  return Array.from({ length: times }).reduce<unknown>((value) => spoil(value, 5), copy);
}

/** Has the booker come to something that a visitor can read and act on? */
const settled = (booker: SlotBookerHarness): boolean =>
  booker.parts('service').length > 0 ||
  booker.times().length > 0 ||
  booker.alert() !== '' ||
  booker.text().includes(en.fullyBooked);

describe(`${VARIANTS} spoilt answers drawn by <smp-slot-booker> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();
  const random = dice(SEED);
  /** Few times: what is spoilt counts, not how much there is of it. */
  const short = { ...schedule, rules: { ...schedule.rules, windowDays: 3 } };
  const ends = { services: 0, times: 0, told: 0 };
  let pwned = 0;

  beforeEach(() => {
    pwned = 0;
    // Drawn, and not laid out: that would take most of the time.
    page.element.hidden = true;
    Object.assign(globalThis, { [PWNED]: () => (pwned += 1) });
  });
  afterEach(() => {
    page.element.hidden = false;
    Reflect.deleteProperty(globalThis, PWNED);
  });

  for (let first = 0; first < VARIANTS; first += AT_ONCE) {
    it(`ends well with answers ${first + 1} to ${first + AT_ONCE}`, async () => {
      const bookers: SlotBookerHarness[] = [];
      for (let turn = 0; turn < AT_ONCE; turn++) {
        const sound = backend({ schedule: short });
        const spoil =
          <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
          async (...args: A): Promise<T> =>
            spoilt(await call(...args), random) as T;
        const which = random();
        const methods: Partial<SchedulingAdapter> = {
          ...(which < 0.6 && { getClinic: spoil(sound.getClinic.bind(sound)) }),
          ...(which > 0.4 && { listSlots: spoil(sound.listSlots.bind(sound)) }),
        };
        bookers.push(page.booker({ adapter: overridden(sound, methods), ...(random() < 0.7 && { service: 'talk' }) }));
      }
      await until('every one has come to an end', () => bookers.every(settled));
      for (const booker of bookers) {
        if (booker.parts('service').length > 0) ends.services += 1;
        else if (booker.times().length > 0) ends.times += 1;
        else ends.told += 1;
        const planted = booker.all('script, img, iframe, style, object, [onerror], [onload], [href^="javascript:"]');
        assert.isEmpty(planted.map(({ outerHTML }) => outerHTML));
      }
      assert.equal(pwned, 0);
      assert.isEmpty(reports.uncaught);
      assert.isUndefined(({} as Record<string, unknown>)['polluted']);
    });
  }

  it('met every kind of end', () => {
    assert.equal(ends.services + ends.times + ends.told, VARIANTS);
    assert.isAbove(ends.services, VARIANTS / 20);
    assert.isAbove(ends.times, VARIANTS / 20);
    assert.isAbove(ends.told, VARIANTS / 20);
  });
});
