import { assert } from '@esm-bundle/chai';
import { calendarFile } from '../../src/calendar/index.js';
import { firstDayOfWeek } from '../../src/domain/time/calendar-grid.js';
import { addMonths, isPlainDate, weekday } from '../../src/domain/time/plain-date.js';
import {
  firstInstantFrom,
  formatInstant,
  instantsOf,
  isKnownZone,
  offsetAt,
  wallTime,
} from '../../src/domain/time/zone.js';
import { safeUrl } from '../../src/domain/web-address.js';
import { engine } from '../support/browser.js';

const texts = (zone: string, date: string, time: string): string[] =>
  instantsOf(zone, date, time).map((instant) => formatInstant(instant, offsetAt(zone, instant)));

describe(`time in ${engine}`, () => {
  it('has the offsets of zones where clocks are odd', () => {
    const at = Date.parse('2026-07-01T12:00:00Z');
    const offsets = [
      'Europe/London',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Pacific/Chatham',
      'Pacific/Kiritimati',
      'UTC',
    ];
    assert.deepEqual(
      offsets.map((zone) => offsetAt(zone, at)),
      [60, 345, -150, 765, 840, 0],
    );
  });

  it('knows gaps, folds and a day that never was', () => {
    assert.deepEqual(texts('Europe/London', '2026-03-29', '01:30'), []);
    assert.deepEqual(texts('Europe/London', '2026-10-25', '01:30'), [
      '2026-10-25T01:30:00+01:00',
      '2026-10-25T01:30:00+00:00',
    ]);
    assert.deepEqual(texts('Australia/Lord_Howe', '2026-04-05', '01:45'), [
      '2026-04-05T01:45:00+11:00',
      '2026-04-05T01:45:00+10:30',
    ]);
    assert.deepEqual(texts('America/New_York', '2026-12-31', '23:30'), ['2026-12-31T23:30:00-05:00']);
    assert.deepEqual(texts('Pacific/Apia', '2011-12-30', '12:00'), []);
    assert.equal(firstInstantFrom('Asia/Beirut', '2026-03-29', '00:00'), Date.parse('2026-03-28T22:00:00Z'));
  });

  it('prints midnight as 00:00 of the new day', () => {
    assert.deepEqual(wallTime('America/New_York', Date.parse('2027-01-01T05:00:00Z')), {
      date: '2027-01-01',
      time: '00:00',
      offset: -300,
    });
  });

  it('tells names of zones from other text', () => {
    assert.deepEqual(
      ['Europe/London', 'Asia/Calcutta', '+05:30', 'Europe/Atlantis', ''].map((zone) => isKnownZone(zone)),
      [true, true, false, false, false],
    );
  });

  it('counts days, months and weeks', () => {
    assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
    assert.equal(weekday('2026-11-22'), 7);
    assert.isFalse(isPlainDate('2026-02-29'));
    assert.deepEqual(['en-GB', 'en-US', 'ar-EG', 'nonsense!'].map(firstDayOfWeek), [1, 7, 6, 1]);
  });
});

describe(`text from outside in ${engine}`, () => {
  it('makes no unsafe address', () => {
    assert.equal(safeUrl('/smp', 'https://clinic.example/a'), 'https://clinic.example/smp');
    for (const text of [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      '/\\evil.example',
      'https://a.example/\u202egpj',
      'http://a.example',
    ]) {
      assert.isUndefined(safeUrl(text), text);
    }
  });

  it('stays within its own line of a calendar file', () => {
    const file = calendarFile([
      { uid: 'x', stamp: '2026-11-22T12:00:00Z', date: '2026-12-01', title: 'a\r\nATTACH:x\u2028b\u0000\ud800;🙂' },
    ]);
    assert.include(file, '\r\nSUMMARY:a\\nATTACH:x\\nb\\;🙂\r\n');
  });
});
