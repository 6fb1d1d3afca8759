import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  isPlainDate,
  startOfMonth,
  startOfWeek,
  weekday,
} from '../../../src/domain/time/plain-date.js';
import { PlainDate } from '../../../src/domain/time/instant.js';
import { caseCount } from '../../support/case-count.js';

const RUNS = { numRuns: caseCount(10_000) };
const FIRST = Temporal.PlainDate.from('0000-01-01');
const LAST_DAY = 3_652_424;
const date = fc.integer({ min: 0, max: LAST_DAY }).map((days) => FIRST.add({ days }).toString());
const recent = fc.integer({ min: 730_000, max: 750_000 }).map((days) => FIRST.add({ days }).toString());

describe('plain dates', () => {
  it('count days as the calendar does', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
        const to = Temporal.PlainDate.from(from).add({ days }).toString();
        assert.equal(addDays(from, days), to);
        assert.equal(daysBetween(from, to), days);
      }),
      RUNS,
    );
  });

  it('count months as the calendar does, clamping the day', () => {
    fc.assert(
      fc.property(recent, fc.integer({ min: -3000, max: 3000 }), (from, months) => {
        assert.equal(addMonths(from, months), Temporal.PlainDate.from(from).add({ months }).toString());
      }),
      RUNS,
    );
  });

  it('know weekdays, weeks and months', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 7 }), (day, firstDay) => {
        const plain = Temporal.PlainDate.from(day);
        assert.equal(weekday(day), plain.dayOfWeek);
        assert.equal(startOfMonth(day), plain.with({ day: 1 }).toString());
        assert.equal(endOfMonth(day), plain.with({ day: 31 }).toString());
        if (day < '0000-01-07') return;
        const start = startOfWeek(day, firstDay);
        assert.equal(weekday(start), firstDay);
        assert.ok(start <= day && daysBetween(start, day) < 7);
      }),
      RUNS,
    );
  });

  it('exist or not, however often and in whichever order they are asked for', () => {
    for (const [text, exists] of [
      ['', false],
      ['2028-02-29', true],
      ['2028-02-29', true],
      ['2027-02-29', false],
      ['2028-02-29', true],
      ['2028-02-2', false],
      ['2028-02-29T', false],
    ] as const) {
      assert.equal(isPlainDate(text), exists, text);
    }
  });

  it('cross year ends and leap days', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2027-02-28', 1), '2027-03-01');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2027-01-15', -1), '2026-12-15');
    // ISO week 2026-W53.
    assert.equal(startOfWeek('2027-01-03', 1), '2026-12-28');
    assert.equal(startOfWeek('2027-01-03', 7), '2027-01-03');
    assert.equal(startOfWeek('2027-01-01', 6), '2026-12-26');
  });

  it('stay within the years 0000–9999', () => {
    assert.equal(addDays('9999-12-30', 1), '9999-12-31');
    assert.throws(() => addDays('9999-12-31', 1), RangeError);
    assert.throws(() => addDays('0000-01-01', -1), RangeError);
    assert.throws(() => addMonths('9999-12-31', 1), RangeError);
    assert.throws(() => addMonths('0000-01-01', -1), RangeError);
    assert.throws(() => addDays('nonsense', 1), RangeError);
  });

  it('are told from other text as the schema tells them', () => {
    const nearly = fc.tuple(fc.nat(9999), fc.nat(14), fc.nat(33)).map(([year, month, day]) => {
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string(), date), (text) => {
        assert.equal(isPlainDate(text), PlainDate.safeParse(text).success);
      }),
      RUNS,
    );
    for (const text of [
      '2026-2-01',
      '2026-02-30',
      '0000-12-31',
      '2026-11-22T00:00',
      ' 2026-11-22',
      '2026-11-22\n',
      '+002026-01-01',
    ]) {
      assert.equal(isPlainDate(text), false, text);
    }
  });
});
