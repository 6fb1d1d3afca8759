import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClinicSchedule, DaysOff, OpeningHours } from '../../src/domain/schedule.js';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe('a clinic’s schedule', () => {
  it('has hours that end after they begin, up to 24:00', () => {
    const hours = { weekday: 1, from: '09:00', to: '17:00' };
    assert.ok(accepts(OpeningHours, hours));
    assert.ok(accepts(OpeningHours, { ...hours, to: '24:00', location: 'soho' }));
    for (const wrong of [
      { to: '09:00' },
      { to: '08:59' },
      { to: '24:01' },
      { to: '25:00' },
      { from: '24:00', to: '24:00' },
      { from: '9:00' },
      { weekday: 0 },
      { weekday: 8 },
      { weekday: 1.5 },
    ]) {
      assert.equal(accepts(OpeningHours, { ...hours, ...wrong }), false, JSON.stringify(wrong));
    }
  });

  it('has days off in order', () => {
    assert.ok(accepts(DaysOff, { from: '2026-12-24', to: '2027-01-02' }));
    assert.ok(accepts(DaysOff, { from: '2026-12-24', to: '2026-12-24', practitioner: 'ana' }));
    assert.equal(accepts(DaysOff, { from: '2026-12-24', to: '2026-12-23' }), false);
  });

  it('needs no rules', () => {
    assert.ok(accepts(ClinicSchedule, { practitioners: [] }));
    assert.equal(accepts(ClinicSchedule, { practitioners: [], rules: { stepMinutes: 0 } }), false);
    assert.equal(
      accepts(ClinicSchedule, { practitioners: [], rules: { services: { cut: { noticeMinutes: -1 } } } }),
      false,
    );
  });
});
