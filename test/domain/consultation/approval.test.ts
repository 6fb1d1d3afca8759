import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsApproval } from '../../../src/domain/consultation/approval.js';
import type { ScreeningOutcome } from '../../../src/domain/consultation/screening.js';
import { demoClinic } from '../../../src/adapters/demo-clinic.js';
import { slotId } from '../../../src/domain/slot-id.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const asks = (part: Partial<ScreeningOutcome> | undefined, start: string, service = 'treatment'): boolean => {
  const session = { service, slotId: slotId({ service, start: Date.parse(start) }) };
  const screening = part && { findings: [], consultation: true, treatment: 'open' as const, ...part };
  return needsApproval(demoClinic, session, screening, NOW);
};

describe('needsApproval', () => {
  it('lets anything be booked without a consultation, or after one that leaves all open', () => {
    assert.equal(asks(undefined, '2026-11-23T09:00:00Z'), false);
    assert.equal(asks({}, '2026-11-23T09:00:00Z'), false);
    assert.equal(
      asks({ treatment: 'request', earliestTreatment: '2027-06-01' }, '2026-11-23T09:00:00Z', 'consultation'),
      false,
    );
  });

  it('leaves treatments to the clinic where the outcome does', () => {
    for (const treatment of ['request', 'after-consultation', 'none'] as const) {
      assert.equal(asks({ treatment }, '2027-11-23T09:00:00Z'), true);
    }
  });

  it('leaves dates to the clinic that are too soon, by the clinic’s own clock', () => {
    const summer = { earliestTreatment: '2027-06-01' };
    assert.equal(asks(summer, '2027-05-31T22:59:00Z'), true);
    assert.equal(asks(summer, '2027-05-31T23:00:00Z'), false);
  });

  it('gives those who have taken their time over a booking an hour', () => {
    const patch = { patchTestHours: 48 };
    assert.equal(asks(patch, '2026-11-24T12:00:00Z'), false);
    assert.equal(asks(patch, '2026-11-24T11:00:00Z'), false);
    assert.equal(asks(patch, '2026-11-24T10:59:00Z'), true);
  });
});
