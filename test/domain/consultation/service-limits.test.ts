import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreeningOutcome } from '../../../src/domain/consultation/screening.js';
import { serviceLimits } from '../../../src/domain/consultation/service-limits.js';

const outcome = (part: Partial<ScreeningOutcome> = {}): ScreeningOutcome => ({
  findings: [],
  consultation: true,
  treatment: 'open',
  ...part,
});
const TODAY = '2026-12-30';

describe('serviceLimits', () => {
  it('limits nothing before a consultation', () => {
    const limits = serviceLimits('treatment', undefined);
    assert.equal(limits.booking, 'open');
    assert.equal(limits.earliest(TODAY), undefined);
  });

  it('never limits a consultation, save for those under age', () => {
    const strict = outcome({ treatment: 'after-consultation', earliestTreatment: '2027-06-01', patchTestHours: 48 });
    assert.equal(serviceLimits('consultation', strict).booking, 'open');
    assert.equal(serviceLimits('consultation', strict).earliest(TODAY), undefined);
    const underAge = outcome({ consultation: false, treatment: 'none' });
    assert.equal(serviceLimits('consultation', underAge).booking, 'none');
    assert.equal(serviceLimits('other', underAge).booking, 'none');
  });

  it('puts off treatments and touch-ups', () => {
    for (const kind of ['treatment', 'touch-up'] as const) {
      const limits = serviceLimits(kind, outcome({ treatment: 'request', earliestTreatment: '2027-06-01' }));
      assert.equal(limits.booking, 'request');
      assert.equal(limits.from, '2027-06-01');
      assert.equal(limits.earliest(TODAY), '2027-06-01');
    }
  });

  it('leaves time for a patch test, over the turn of the year', () => {
    assert.equal(serviceLimits('treatment', outcome({ patchTestHours: 48 })).earliest(TODAY), '2027-01-01');
    assert.equal(serviceLimits('treatment', outcome({ patchTestHours: 49 })).earliest(TODAY), '2027-01-02');
  });

  it('takes the later of patch test and deferral', () => {
    const early = outcome({ patchTestHours: 168, earliestTreatment: '2027-01-02' });
    assert.equal(serviceLimits('treatment', early).earliest(TODAY), '2027-01-06');
    const late = outcome({ patchTestHours: 24, earliestTreatment: '2027-01-02' });
    assert.equal(serviceLimits('treatment', late).earliest(TODAY), '2027-01-02');
  });
});
