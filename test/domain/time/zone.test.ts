import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  firstInstantFrom,
  formatInstant,
  instantsOf,
  isKnownZone,
  offsetAt,
  offsetText,
  wallTime,
} from '../../../src/domain/time/zone.js';
import { ODD_ZONES, transitionsOf } from './odd-zones.js';
import { caseCount } from '../../support/case-count.js';

const MINUTE = 60_000;
const iso = (instant: number): string => new Date(instant).toISOString();

/** What Temporal says of the instants of a wall time. */
function oracleInstants(zone: string, wall: string): number[] {
  const plain = Temporal.PlainDateTime.from(wall);
  try {
    return [plain.toZonedDateTime(zone, { disambiguation: 'reject' }).epochMilliseconds];
  } catch {
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
    return earlier.toPlainDateTime().equals(plain) ? [earlier.epochMilliseconds, later.epochMilliseconds] : [];
  }
}

describe('zones', () => {
  it('are enough and include those whose clocks change oddly', () => {
    assert.ok(ODD_ZONES.length >= 25);
    assert.ok(ODD_ZONES.flatMap((zone) => transitionsOf(zone)).length > 150);
  });

  for (const zone of ODD_ZONES) {
    it(`agree with Temporal around every change of ${zone}`, () => {
      const edges = [...transitionsOf(zone), Date.UTC(2026, 11, 31, 12), Date.UTC(2028, 1, 29, 12)];
      for (const edge of edges) {
        for (const shift of [-1440, -61, -60, -1, 0, 1, 59, 60, 1440]) {
          for (const ms of [-1, 0, 1, 30_500]) {
            const instant = edge + shift * MINUTE + ms;
            const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
            assert.equal(offsetAt(zone, instant), zoned.offsetNanoseconds / 6e10, iso(instant));
            const wall = wallTime(zone, instant);
            assert.equal(wall.date, zoned.toPlainDate().toString());
            assert.equal(wall.time, zoned.toPlainTime().toString().slice(0, 5));
            assert.equal(Temporal.Instant.from(formatInstant(instant, wall.offset)).epochMilliseconds, instant);
          }
        }
        const local = Temporal.Instant.fromEpochMilliseconds(edge).toZonedDateTimeISO(zone).toPlainDateTime();
        for (let minutes = -240; minutes <= 240; minutes += 15) {
          const wall = local.add({ minutes }).toString({ smallestUnit: 'minute' });
          const [date = '', time = ''] = wall.split('T');
          assert.deepEqual(instantsOf(zone, date, time), oracleInstants(zone, wall), `${zone} ${wall}`);
        }
      }
    });

    it(`find the first moment of each day and of each gap in ${zone}`, () => {
      for (const edge of transitionsOf(zone)) {
        const before = wallTime(zone, edge - 1);
        const after = wallTime(zone, edge);
        const day = Temporal.PlainDate.from(after.date);
        for (const date of [day.subtract({ days: 1 }), day, day.add({ days: 1 })]) {
          assert.equal(
            firstInstantFrom(zone, date.toString(), '00:00'),
            date.toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds,
          );
        }
        if (after.offset < before.offset) continue;
        const gap = Temporal.PlainDateTime.from(`${after.date}T${after.time}`).subtract({ minutes: 1 }).toString();
        assert.equal(firstInstantFrom(zone, gap.slice(0, 10), gap.slice(11, 16)), edge);
      }
    });
  }

  it('agree with Temporal at any time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ODD_ZONES),
        fc.integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2031, 0) / MINUTE }),
        (zone, minute) => {
          const instant = minute * MINUTE;
          const { date, time, offset } = wallTime(zone, instant);
          assert.equal(
            offset,
            Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10,
          );
          const instants = instantsOf(zone, date, time);
          assert.ok(instants.includes(instant));
          assert.deepEqual(instants, oracleInstants(zone, `${date}T${time}`));
          assert.equal(firstInstantFrom(zone, date, time), instants[0]);
        },
      ),
      { numRuns: caseCount(10_000) },
    );
  });

  it('have no time on a day that never was', () => {
    assert.deepEqual(instantsOf('Pacific/Apia', '2011-12-30', '12:00'), []);
    assert.equal(firstInstantFrom('Pacific/Apia', '2011-12-30', '12:00'), Date.parse('2011-12-31T00:00:00+14:00'));
    assert.equal(wallTime('Pacific/Apia', Date.parse('2011-12-30T09:59:59Z')).date, '2011-12-29');
    assert.equal(wallTime('Pacific/Apia', Date.parse('2011-12-30T10:00:00Z')).date, '2011-12-31');
  });

  it('print midnight as 00:00', () => {
    assert.equal(wallTime('America/New_York', Date.parse('2026-07-01T04:00:00Z')).time, '00:00');
    assert.equal(wallTime('UTC', Date.parse('2027-01-01T00:00:00Z')).date, '2027-01-01');
  });

  it('count the seconds of old local times', () => {
    // Monrovia kept 44 minutes and 30 seconds behind UTC until 1972.
    assert.equal(offsetAt('Africa/Monrovia', Date.UTC(1970, 0)), -44.5);
    assert.equal(offsetAt('UTC', -1), 0);
    assert.equal(offsetAt('Europe/London', Date.parse('0050-01-01T00:00:00Z')), -1.25);
  });

  it('are known by name, old names too', () => {
    for (const zone of ['Europe/London', 'UTC', 'Asia/Calcutta', 'Europe/Kiev', 'US/Eastern', 'Etc/GMT+12']) {
      assert.equal(isKnownZone(zone), true, zone);
    }
    for (const zone of ['', '+05:30', '-08:00', 'Europe/Atlantis', 'GMT+1', 'constructor', '__proto__']) {
      assert.equal(isKnownZone(zone), false, zone);
    }
    assert.throws(() => offsetAt('Europe/Atlantis', 0), RangeError);
  });
});

describe('instants as text', () => {
  it('carry the offset', () => {
    assert.equal(formatInstant(Date.parse('2026-12-01T20:00:00Z'), -420), '2026-12-01T13:00:00-07:00');
    assert.equal(formatInstant(Date.parse('2026-12-31T23:30:00Z'), 345), '2027-01-01T05:15:00+05:45');
    assert.equal(formatInstant(0, 0), '1970-01-01T00:00:00+00:00');
    assert.equal(formatInstant(1, -0.2), '1970-01-01T00:00:00.001+00:00');
  });

  it('name the same moment whatever the offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.double({ min: -840, max: 840, noNaN: true }),
        (instant, offset) => {
          assert.equal(Date.parse(formatInstant(instant, offset)), instant);
        },
      ),
      { numRuns: caseCount(10_000) },
    );
  });

  it('write offsets with sign and two digits each', () => {
    assert.equal(offsetText(0), '+00:00');
    assert.equal(offsetText(-0.4), '+00:00');
    assert.equal(offsetText(-150), '-02:30');
    assert.equal(offsetText(825), '+13:45');
  });
});
