import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLate, moveLimits } from '../../../src/domain/consultation/move-limits.js';
import type { ScreeningOutcome } from '../../../src/domain/consultation/screening.js';
import { isSmpError } from '../../../src/domain/errors.js';
import type { Slot } from '../../../src/domain/slot.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const outcome = (part: Partial<ScreeningOutcome> = {}): ScreeningOutcome => ({
  findings: [],
  consultation: true,
  treatment: 'open',
  ...part,
});

function slot(localDate: string, localTime = '10:00'): Slot {
  const start = `${localDate}T${localTime}:00+00:00`;
  return { id: start, start, end: start, localDate, localTime, timeZone: 'Europe/London', offset: '+00:00' };
}

describe('moveLimits', () => {
  it('leaves any time without a consultation, or where it puts nothing off', () => {
    assert.equal(moveLimits('treatment', undefined, slot('2026-12-10'), { now: NOW }), undefined);
    assert.equal(moveLimits('treatment', outcome(), slot('2026-12-10'), { now: NOW }), undefined);
    const late = outcome({ earliestTreatment: '2026-12-08', patchTestHours: 48 });
    assert.equal(moveLimits('consultation', late, slot('2026-12-10'), { now: NOW }), undefined);
    assert.equal(moveLimits(undefined, late, slot('2026-12-10'), { now: NOW }), undefined);
  });

  it('keeps treatments and touch-ups to what the answers leave', () => {
    const late = outcome({ earliestTreatment: '2026-12-08', patchTestHours: 48 });
    for (const kind of ['treatment', 'touch-up'] as const) {
      assert.deepEqual(moveLimits(kind, late, slot('2026-12-10'), { now: NOW }), { from: '2026-12-08', leadHours: 48 });
    }
  });

  it('does not ask for more than the clinic did when it let a session begin earlier', () => {
    const late = outcome({ earliestTreatment: '2027-02-01' });
    assert.deepEqual(moveLimits('treatment', late, slot('2026-12-10'), { now: NOW }), { from: '2026-12-10' });
    const patch = outcome({ patchTestHours: 48 });
    assert.deepEqual(moveLimits('treatment', patch, slot('2026-11-23', '10:30'), { now: NOW }), { leadHours: 22 });
    assert.equal(moveLimits('treatment', patch, slot('2026-11-22', '12:30'), { now: NOW }), undefined);
    assert.equal(moveLimits('treatment', patch, slot('2026-11-20'), { now: NOW }), undefined);
  });
});

describe('moveLimits, beside a consultation', () => {
  const at = slot('2026-12-10');

  it('keeps the hours that a course leaves to a patch test, or those of the answers where they are more', () => {
    assert.deepEqual(moveLimits('treatment', undefined, at, { now: NOW, patchTestHours: 48 }), { leadHours: 48 });
    const more = outcome({ patchTestHours: 72 });
    assert.deepEqual(moveLimits('treatment', more, at, { now: NOW, patchTestHours: 48 }), { leadHours: 72 });
    assert.equal(moveLimits('consultation', undefined, at, { now: NOW, patchTestHours: 48 }), undefined);
  });

  it('moves treatments to later times only once the answers are forgotten', () => {
    assert.deepEqual(moveLimits('treatment', undefined, at, { now: NOW, onlyLater: true }), { from: '2026-12-10' });
    assert.equal(moveLimits('consultation', undefined, at, { now: NOW, onlyLater: true }), undefined);
  });
});

describe('checkLate', () => {
  const refusal = (slotAt: Slot, limits: Parameters<typeof checkLate>[0]) => {
    try {
      checkLate(limits, slotAt, NOW, 2);
    } catch (error) {
      return isSmpError(error)
        ? [error.code, ...(error.issues ?? []).map(({ pointer, code }) => `${pointer} ${code}`)]
        : error;
    }
    return undefined;
  };

  it('refuses what is too soon, and names the move', () => {
    const tooSoon = ['validation', '/moves/2/slotId too-soon'];
    assert.deepEqual(refusal(slot('2026-12-07'), { from: '2026-12-08' }), tooSoon);
    assert.equal(refusal(slot('2026-12-08'), { from: '2026-12-08' }), undefined);
    assert.deepEqual(refusal(slot('2026-11-24', '11:59'), { leadHours: 48 }), tooSoon);
    assert.equal(refusal(slot('2026-11-24', '12:00'), { leadHours: 48 }), undefined);
    assert.equal(refusal(slot('2026-11-22'), undefined), undefined);
  });
});
