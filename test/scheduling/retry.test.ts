import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SMP_ERROR_CODES, SmpError } from '../../src/domain/errors.js';
import { DEFAULT_RETRY_LIMITS, decideRetry } from '../../src/scheduling/retry.js';

const lost = new SmpError('network', 'lost');
const delayOf = (...args: Parameters<typeof decideRetry>): number | undefined => {
  const decision = decideRetry(...args);
  return decision.retry ? decision.delayMs : undefined;
};

describe('decideRetry', () => {
  it('waits up to 500 ms, 1, 2 and 4 s before the further tries', () => {
    const longest = [1, 2, 3, 4].map((attempt) => delayOf(lost, attempt, 0, 0.5));
    assert.deepEqual(longest, [250, 500, 1000, 2000]);
  });

  it('stops after five tries', () => {
    assert.deepEqual(decideRetry(lost, 5, 0, 0.5), { retry: false });
  });

  it('caps the wait', () => {
    assert.equal(delayOf(lost, 9, 0, 0.5, { ...DEFAULT_RETRY_LIMITS, tries: 20 }), 4000);
  });

  it('begins no try after 45 s', () => {
    assert.equal(delayOf(lost, 1, 44_749, 0.5), 250);
    assert.equal(delayOf(lost, 1, 44_750, 0.5), undefined);
  });

  it('honours a wait of 30 s that the backend asks for, and no longer one', () => {
    const busy = (retryAfterMs: number): SmpError => new SmpError('rate-limited', 'busy', { retryAfterMs });
    assert.equal(delayOf(busy(30_000), 1, 0, 0.5), 30_250);
    assert.equal(delayOf(busy(30_001), 1, 0, 0.5), undefined);
    assert.equal(delayOf(busy(86_400_000), 1, 0, 0.5), undefined);
  });

  it('never tries again what the error calls final', () => {
    for (const code of SMP_ERROR_CODES) {
      assert.deepEqual(decideRetry(new SmpError(code, '', { retryable: false }), 1, 0, 0.5), { retry: false });
    }
  });

  it('keeps all of its limits', () => {
    const limits = fc.record({
      tries: fc.integer({ min: 1, max: 10 }),
      totalMs: fc.integer({ min: 0, max: 100_000 }),
      baseDelayMs: fc.integer({ min: 0, max: 5_000 }),
      capDelayMs: fc.integer({ min: 0, max: 20_000 }),
      maxRetryAfterMs: fc.integer({ min: 0, max: 60_000 }),
    });
    const retryAfter = fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined });
    const attempt = fc.integer({ min: 1, max: 12 });
    const elapsed = fc.integer({ min: 0, max: 120_000 });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(limits, retryAfter, attempt, elapsed, random, (limits, retryAfterMs, attempt, elapsed, random) => {
        const error = new SmpError('network', '', retryAfterMs === undefined ? {} : { retryAfterMs });
        const delayMs = delayOf(error, attempt, elapsed, random, limits);
        if (delayMs === undefined) return;
        assert.ok(attempt < limits.tries);
        assert.ok(elapsed + delayMs < limits.totalMs);
        if (retryAfterMs === undefined) assert.ok(delayMs <= limits.capDelayMs);
        else assert.ok(delayMs >= retryAfterMs && retryAfterMs <= limits.maxRetryAfterMs);
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });
});
