import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreeningOutcome } from '../../../src/domain/consultation/screening.js';
import { firstLate, isLate, serviceLimits } from '../../../src/domain/consultation/service-limits.js';
import type { Slot } from '../../../src/domain/slot.js';

const outcome = (part: Partial<ScreeningOutcome> = {}): ScreeningOutcome => ({
  findings: [],
  consultation: true,
  treatment: 'open',
  ...part,
});
/** A Sunday noon in London. */
const NOW = '2026-11-22T12:00:00+00:00';

/** A time of a clinic whose clocks are `hours` ahead of universal time. */
function slot(localDate: string, localTime: string, hours = 0): Slot {
  const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
  const start = `${localDate}T${localTime}:00${offset}`;
  return { id: start, start, end: start, localDate, localTime, timeZone: 'Europe/London', offset };
}

describe('serviceLimits', () => {
  it('limits nothing before a consultation', () => {
    assert.deepEqual(serviceLimits('treatment'), { booking: 'open' });
    assert.deepEqual(serviceLimits('treatment', {}), { booking: 'open' });
  });

  it('never limits a consultation, save for those under age', () => {
    const strict = outcome({ treatment: 'after-consultation', earliestTreatment: '2027-06-01', patchTestHours: 48 });
    assert.deepEqual(serviceLimits('consultation', { screening: strict }), { booking: 'open' });
    const underAge = outcome({ consultation: false, treatment: 'none' });
    assert.equal(serviceLimits('consultation', { screening: underAge }).booking, 'none');
    assert.equal(serviceLimits('other', { screening: underAge }).booking, 'none');
  });

  it('leaves treatments to the clinic once the page has forgotten what the answers meant', () => {
    const consultation = { consultationId: 'c-1', consultationToken: 'secret' };
    for (const kind of ['treatment', 'touch-up'] as const) {
      assert.deepEqual(serviceLimits(kind, { consultation }), { booking: 'request' });
      assert.deepEqual(serviceLimits(kind, { consultation, screening: outcome() }), { booking: 'open' });
    }
    assert.deepEqual(serviceLimits('consultation', { consultation }), { booking: 'open' });
  });

  it('puts off treatments and touch-ups', () => {
    for (const kind of ['treatment', 'touch-up'] as const) {
      assert.deepEqual(
        serviceLimits(kind, {
          screening: outcome({ treatment: 'request', earliestTreatment: '2027-06-01', patchTestHours: 48 }),
        }),
        { booking: 'request', from: '2027-06-01', leadHours: 48 },
      );
    }
  });
});

describe('isLate', () => {
  it('leaves all the hours that a patch test takes, to the minute', () => {
    const limits = { leadHours: 48 };
    assert.equal(isLate(limits, slot('2026-11-24', '09:00'), NOW), false, '45 hours');
    assert.equal(isLate(limits, slot('2026-11-24', '11:59'), NOW), false);
    assert.equal(isLate(limits, slot('2026-11-24', '12:00'), NOW), true);
    assert.equal(isLate({ leadHours: 49 }, slot('2026-11-24', '12:00'), NOW), false);
    assert.equal(isLate({ leadHours: 49 }, slot('2026-11-24', '13:00'), NOW), true);
  });

  it('counts hours that pass, whatever clocks show', () => {
    assert.equal(isLate({ leadHours: 48 }, slot('2026-11-24', '12:00', 1), NOW), false);
    assert.equal(isLate({ leadHours: 48 }, slot('2026-11-24', '13:00', 1), NOW), true);
    // In London the clocks go back on 25 October: noon to noon is an hour more.
    assert.equal(isLate({ leadHours: 48 }, slot('2026-10-25', '11:00'), '2026-10-23T12:00:00+01:00'), true);
    assert.equal(isLate({ leadHours: 48 }, slot('2026-10-25', '10:59'), '2026-10-23T12:00:00+01:00'), false);
  });

  it('keeps to the first date as well', () => {
    const limits = { leadHours: 24, from: '2026-11-25' };
    assert.equal(isLate(limits, slot('2026-11-24', '16:00'), NOW), false);
    assert.equal(isLate(limits, slot('2026-11-25', '00:00'), NOW), true);
  });

  it('takes every time where nothing is put off, control', () => {
    assert.equal(isLate({}, slot('2026-11-22', '11:00'), NOW), true);
  });
});

describe('firstLate', () => {
  it('is the clinic’s date once the hours have passed', () => {
    const near = slot('2026-11-24', '13:00');
    assert.equal(firstLate({ leadHours: 48 }, near, NOW), '2026-11-24');
    assert.equal(firstLate({ leadHours: 61 }, near, NOW), '2026-11-25');
    assert.equal(firstLate({ leadHours: 48 }, slot('2026-11-25', '09:00', 13), NOW), '2026-11-25');
    assert.equal(firstLate({ leadHours: 48 }, slot('2026-11-24', '09:00', -13), '2026-11-22T12:00:00Z'), '2026-11-23');
  });

  it('is the later of patch test and deferral, over the turn of the year', () => {
    const near = slot('2027-01-04', '09:00');
    const now = '2026-12-30T12:00:00+00:00';
    assert.equal(firstLate({ leadHours: 168, from: '2027-01-02' }, near, now), '2027-01-06');
    assert.equal(firstLate({ leadHours: 24, from: '2027-01-02' }, near, now), '2027-01-02');
    assert.equal(firstLate({ from: '2027-01-02' }, near, now), '2027-01-02');
    assert.equal(firstLate({}, near, now), undefined);
  });
});
