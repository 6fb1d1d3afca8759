import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BusyTimes, type BusyRange } from '../../src/domain/busy-times.js';
import { caseCount } from '../support/case-count.js';

const range = fc
  .record({ practitioner: fc.constantFrom('ana', 'ben'), start: fc.nat(60), length: fc.integer({ min: -3, max: 20 }) })
  .map(({ practitioner, start, length }): BusyRange => ({ practitioner, start, end: start + length }));

describe('busy times', () => {
  it('answer as looking through every range does', () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 30 }),
        fc.nat(80),
        fc.integer({ min: 1, max: 20 }),
        (ranges, start, length) => {
          const end = start + length;
          const taken = ranges.some(
            (busy) => busy.practitioner === 'ana' && busy.start < busy.end && busy.start < end && busy.end > start,
          );
          assert.equal(new BusyTimes(ranges).isFree('ana', start, end), !taken);
          assert.equal(new BusyTimes(ranges, { start, end }).isFree('ana', start, end), !taken);
        },
      ),
      { numRuns: caseCount(20_000) },
    );
  });

  it('let one booking begin when another ends', () => {
    const busy = new BusyTimes([{ practitioner: 'ana', start: 10, end: 20 }]);
    assert.equal(busy.isFree('ana', 20, 30), true);
    assert.equal(busy.isFree('ana', 5, 10), true);
    assert.equal(busy.isFree('ana', 19, 30), false);
    assert.equal(busy.isFree('ana', 5, 11), false);
    assert.equal(busy.isFree('ana', 5, 30), false);
    assert.equal(busy.isFree('ben', 10, 20), true);
  });
});
