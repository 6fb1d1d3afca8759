import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { firstDayOfRegion, firstDayOfWeek, monthGrid, weekOf } from '../../../src/domain/time/calendar-grid.js';
import { addDays, endOfMonth, startOfMonth, weekday } from '../../../src/domain/time/plain-date.js';
import { caseCount } from '../../support/case-count.js';

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const firstDay = fc.integer({ min: 1, max: 7 });

describe('month grid', () => {
  it('holds each day of the month once, in whole weeks without a gap', () => {
    fc.assert(
      fc.property(date, firstDay, (day, first) => {
        const grid = monthGrid(day, first);
        const days = grid.flat();
        assert.ok(grid.length === 5 || grid.length === 6);
        assert.ok(grid.every((week) => week.length === 7 && weekday(week[0] ?? '') === first));
        days.forEach((each, index) => assert.equal(each, addDays(days[0] ?? '', index)));
        assert.ok(grid[0]?.includes(startOfMonth(day)));
        assert.ok(days.includes(endOfMonth(day)));
      }),
      { numRuns: caseCount(10_000) },
    );
  });

  it('is as high for a February that fits into four weeks as for others', () => {
    assert.equal(monthGrid('2027-02-10', 1).at(-1)?.at(-1), '2027-03-07');
    assert.equal(monthGrid('2027-02-10', 7).at(-1)?.at(-1), '2027-03-06');
  });

  it('begins with today’s week, and always holds the five weeks from it', () => {
    fc.assert(
      fc.property(date, firstDay, fc.nat(80), (today, first, ahead) => {
        const day = addDays(today, ahead);
        const grid = monthGrid(day, first, today);
        const isNow = startOfMonth(day) <= today;
        assert.ok(grid.length === 5 || grid.length === 6);
        assert.ok(grid[0]?.includes(isNow ? today : startOfMonth(day)));
        assert.ok(grid.flat().includes(day) && grid.flat().includes(endOfMonth(day)));
      }),
      { numRuns: 10_000 },
    );
    assert.deepEqual(
      monthGrid('2026-11-30', 1, '2026-11-28').map(([monday]) => monday),
      ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'],
    );
  });

  it('gives the week around a date', () => {
    assert.deepEqual(weekOf('2026-12-31', 1), [
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });
});

describe('first day of the week', () => {
  it('follows the locale', () => {
    assert.equal(firstDayOfWeek('en-GB'), 1);
    assert.equal(firstDayOfWeek('en-US'), 7);
    assert.equal(firstDayOfWeek('ar-EG'), 6);
    assert.equal(firstDayOfWeek('de'), 1);
  });

  it('is Monday for what is no locale', () => {
    for (const text of ['', 'not a locale', 'e', '../..']) assert.equal(firstDayOfWeek(text), 1, text);
  });

  it('has the same table by region as the engine', (context) => {
    const regions = [];
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (let first = 65; first <= 90; first++) {
      for (let second = 65; second <= 90; second++) {
        const region = String.fromCharCode(first, second);
        // Codes of former countries are left out of the table.
        if (names.of(region) && !['BU', 'RH', 'YD'].includes(region)) regions.push(region);
      }
    }
    assert.ok(regions.length > 200);
    const own = new Intl.Locale('en') as { getWeekInfo?: unknown; weekInfo?: unknown };
    if (!own.getWeekInfo && !own.weekInfo) {
      context.skip('this engine has no week data');
      return;
    }
    const differing = regions.filter((region) => firstDayOfRegion(region) !== firstDayOfWeek(`und-${region}`));
    // A country changes its week now and then, and engines take that up at different times.
    assert.ok(differing.length <= 5, differing.join(' '));
    for (const region of ['US', 'CA', 'BR', 'IN', 'JP', 'IL', 'GB', 'DE', 'EG', 'IR', 'MV']) {
      assert.equal(firstDayOfRegion(region), firstDayOfWeek(`und-${region}`), region);
    }
  });

  it('goes by region where the engine has no week data', () => {
    const prototype: object = Intl.Locale.prototype as object;
    const kept = ['getWeekInfo', 'weekInfo'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
    );
    try {
      for (const [name] of kept) Reflect.deleteProperty(prototype, name);
      assert.equal(firstDayOfWeek('en'), 7);
      assert.equal(firstDayOfWeek('fr'), 1);
      assert.equal(firstDayOfWeek('fa'), 6);
      assert.equal(firstDayOfWeek('dv'), 5);
    } finally {
      for (const [name, descriptor] of kept) if (descriptor) Object.defineProperty(prototype, name, descriptor);
    }
  });

  it('asks the method before the accessor', () => {
    const prototype: object = Intl.Locale.prototype as object;
    const before = Object.getOwnPropertyDescriptor(prototype, 'getWeekInfo');
    try {
      Object.defineProperty(prototype, 'getWeekInfo', { configurable: true, value: () => ({ firstDay: 3 }) });
      assert.equal(firstDayOfWeek('en'), 3);
    } finally {
      if (before) Object.defineProperty(prototype, 'getWeekInfo', before);
      else Reflect.deleteProperty(prototype, 'getWeekInfo');
    }
  });
});
