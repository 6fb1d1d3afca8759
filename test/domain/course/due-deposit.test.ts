import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookingStatus } from '../../../src/domain/booking.js';
import type { CourseDeposit } from '../../../src/domain/course/course-offer.js';
import { dueDeposit } from '../../../src/domain/course/due-deposit.js';
import type { Slot } from '../../../src/domain/slot.js';

const DEPOSIT: CourseDeposit = { text: 'We ask for £50.', url: 'https://pay.example/' };
const slotOn = (localDate: string): Slot => ({
  id: localDate,
  start: `${localDate}T10:00:00+00:00`,
  end: `${localDate}T12:00:00+00:00`,
  localDate,
  localTime: '10:00',
  timeZone: 'Europe/London',
  offset: '+00:00',
});
/** Sessions on the first days of December. */
const due = (statuses: readonly BookingStatus[], day = '2026-11-22', deposit: Partial<CourseDeposit> = {}) => {
  const sessions = statuses.map((status, index) => ({ status, slot: slotOn(`2026-12-0${index + 1}`) }));
  return dueDeposit({ ...DEPOSIT, ...deposit }, { reference: 'SMP-7', sessions }, Date.parse(`${day}T10:00:00Z`));
};

describe('dueDeposit', () => {
  it('is what the clinic asks for, under the reference of the course', () => {
    assert.deepEqual(due(['confirmed', 'confirmed']), { reference: 'SMP-7', ...DEPOSIT });
  });

  it('is nothing where nothing is asked for', () => {
    assert.equal(dueDeposit(undefined, { reference: 'SMP-7', sessions: [] }), undefined);
  });

  it('waits for the clinic, unless it takes money before', () => {
    for (const statuses of [
      ['requested', 'requested'],
      ['confirmed', 'requested'],
    ] as const) {
      assert.equal(due(statuses), undefined);
      assert.equal(due(statuses, undefined, { payOnRequest: true })?.reference, 'SMP-7');
    }
  });

  it('is nothing for what is cancelled, and goes by what stands', () => {
    assert.equal(due(['cancelled', 'cancelled'], undefined, { payOnRequest: true }), undefined);
    assert.equal(due(['cancelled', 'requested']), undefined);
    assert.ok(due(['cancelled', 'confirmed'], '2026-12-01'));
  });

  it('is no longer in advance once the first session has begun', () => {
    assert.ok(due(['confirmed', 'confirmed'], '2026-11-30'));
    assert.equal(due(['confirmed', 'confirmed'], '2026-12-01'), undefined);
  });

  it('names no payment page where there is none', () => {
    const { reference, text } =
      dueDeposit(
        { text: 'In cash.' },
        { reference: 'SMP-7', sessions: [{ status: 'confirmed', slot: slotOn('2026-12-01') }] },
      ) ?? {};
    assert.deepEqual({ reference, text }, { reference: 'SMP-7', text: 'In cash.' });
  });
});
