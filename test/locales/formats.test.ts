import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Slot } from '../../src/domain/slot.js';
import { formatInstant, offsetAt, offsetText, wallTime } from '../../src/domain/time/zone.js';
import { Formats, formatsOf } from '../../src/locales/formats.js';

/** Engines differ in the space before AM and PM. */
const plain = (text: string | undefined): string | undefined => text?.replace(/[\u202f\u00a0]/g, ' ');
/** And in the comma after the weekday. */
const bare = (text: string): string => text.replace(/,/g, '');

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'America/St_Johns',
  'Australia/Adelaide',
  'Antarctica/Troll',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Atlantic/Azores',
  'America/Nuuk',
  'Africa/Casablanca',
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Europe/Dublin',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];

/** Around changes of the clocks and of the year. */
const INSTANTS = ['2026-10-31T23:30:00Z', '2026-11-01T09:30:00Z', '2027-03-28T01:30:00Z', '2026-12-31T23:59:00Z'];
const MIDDAY = Date.parse('2026-12-01T12:00:00Z');

/** A slot as a server writes it whose clock shows `localDate` and `localTime`, `offset` minutes ahead of UTC. */
function slotAt(localDate: string, localTime: string, timeZone: string, offset: number): Slot {
  const start = Date.parse(`${localDate}T${localTime}:00Z`) - offset * 60_000;
  return {
    id: 'slot',
    start: formatInstant(start, offset),
    end: formatInstant(start + 1_800_000, offset),
    localDate,
    localTime,
    timeZone,
    offset: offsetText(offset),
  };
}

/** What a right server writes for an instant. */
function slotOf(instant: number, timeZone: string): Slot {
  const { date, time, offset } = wallTime(timeZone, instant);
  return slotAt(date, time, timeZone, offset);
}

/** Runs tests on a device in a time zone. */
function onDeviceIn(zone: string, tests: () => void): void {
  describe(`on a device in ${zone}`, () => {
    const own = process.env['TZ'];
    before(() => {
      process.env['TZ'] = zone;
      assert.equal(new Date(MIDDAY).getTimezoneOffset() + offsetAt(zone, MIDDAY), 0, 'the device is there');
    });
    after(() => {
      if (own === undefined) delete process.env['TZ'];
      else process.env['TZ'] = own;
    });
    tests();
  });
}

describe('Formats', () => {
  for (const device of ['UTC', 'Pacific/Apia', 'America/St_Johns']) {
    onDeviceIn(device, () => {
      it('shows the server’s own text in each of 25 zones', () => {
        const british = new Formats('en-GB');
        for (const zone of ZONES) {
          for (const instant of INSTANTS) {
            const slot = slotOf(Date.parse(instant), zone);
            const [weekday, ...others] = plain(british.slot(slot))?.split(/[ ,]+/) ?? [];
            const noon = new Date(`${slot.localDate}T12:00:00Z`);
            const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
            assert.equal(weekday, names[noon.getUTCDay()], `${zone} ${instant}`);
            assert.equal(others[0], String(Number(slot.localDate.slice(8))));
            assert.equal(others.at(-1), slot.localTime);
          }
        }
      });

      it('shows any server’s text, however odd its offset: time-zone data are not asked', () => {
        const german = new Formats('de');
        fc.assert(
          fc.property(
            fc.integer({ min: 0, max: 40_000 }),
            fc.integer({ min: 0, max: 1439 }),
            fc.integer({ min: -720, max: 840 }),
            (day, minute, offset) => {
              const localDate = new Date(day * 86_400_000).toISOString().slice(0, 10);
              const localTime = new Date(minute * 60_000).toISOString().slice(11, 16);
              const text = german.slot(slotAt(localDate, localTime, 'America/Vancouver', offset));
              assert.ok(text.endsWith(`, ${localTime}`), text);
              assert.ok(text.includes(` ${Number(localDate.slice(8))}. `), text);
            },
          ),
          { numRuns: 200 },
        );
      });

      it('shows Vancouver by the law of 2026 though this device may have older data', () => {
        // From November 2026 on Vancouver stays 7 hours behind; older data say 8.
        const slot = slotAt('2026-12-01', '13:00', 'America/Vancouver', -420);
        assert.equal(slot.start, '2026-12-01T13:00:00-07:00');
        assert.equal(new Formats('en-GB').slot(slot), 'Tuesday 1 December, 13:00');
        assert.equal(
          new Formats('en-GB').elsewhere(slot, () => 'America/Vancouver'),
          undefined,
        );
        const device_ = wallTime(device, Date.parse(slot.start));
        const hint = new Formats('en-GB').elsewhere(slot, () => device);
        assert.ok(hint?.endsWith(device_.time), `${hint} for ${device_.time}`);
      });

      it('hints at the visitor’s time in each of 25 zones, and never where the clocks agree', () => {
        const british = new Formats('en-GB');
        for (const zone of ZONES) {
          const slot = slotOf(MIDDAY, zone);
          const here = wallTime(device, MIDDAY);
          const hint = british.elsewhere(slot, () => device);
          if (slot.localDate === here.date && slot.localTime === here.time) assert.equal(hint, undefined, zone);
          else if (slot.localDate === here.date) assert.equal(hint, here.time, zone);
          else assert.equal(hint, `${british.shortDay(here.date)}, ${here.time}`, zone);
        }
      });
    });
  }

  onDeviceIn('Europe/Berlin', () => {
    const slot = slotAt('2026-12-01', '13:00', 'Europe/London', 0);

    it('gives no hint to a visitor in the clinic’s zone', () => {
      assert.equal(
        new Formats('en-GB').elsewhere(slot, () => 'Europe/London'),
        undefined,
      );
    });

    it('gives the time to a visitor in another one', () => {
      assert.equal(
        new Formats('en-GB').elsewhere(slot, () => 'Europe/Berlin'),
        '14:00',
      );
      assert.equal(plain(new Formats('en-US').elsewhere(slot, () => 'Europe/Berlin')), '2:00 PM');
    });

    it('gives the day, too, where it is another', () => {
      const late = slotAt('2026-12-01', '23:30', 'Europe/London', 0);
      assert.equal(
        new Formats('en-GB').elsewhere(late, () => 'Europe/Berlin'),
        'Wed 2 Dec, 00:30',
      );
      const early = slotAt('2027-01-01', '00:15', 'Pacific/Kiritimati', 840);
      assert.equal(
        new Formats('en-GB').elsewhere(early, () => 'Europe/Berlin'),
        'Thu 31 Dec, 11:15',
      );
    });

    it('gives no hint where two zones’ clocks agree', () => {
      const rome = slotAt('2026-12-01', '13:00', 'Europe/Rome', 60);
      assert.equal(
        new Formats('en-GB').elsewhere(rome, () => 'Europe/Berlin'),
        undefined,
      );
    });

    it('goes by the device’s clock at that moment, before and after a change', () => {
      const summer = slotAt('2026-07-01', '12:00', 'UTC', 0);
      const winter = slotAt('2026-12-01', '12:00', 'UTC', 0);
      const formats = new Formats('en-GB');
      assert.deepEqual(
        [formats.elsewhere(summer, () => 'Europe/Berlin'), formats.elsewhere(winter, () => 'Europe/Berlin')],
        ['14:00', '13:00'],
      );
    });

    it('needs to know neither zone', () => {
      const mars = slotAt('2026-12-01', '13:00', 'Mars/Olympus', 0);
      assert.equal(
        new Formats('en-GB').elsewhere(mars, () => 'Europe/Berlin'),
        '14:00',
      );
      assert.equal(
        new Formats('en-GB').elsewhere(mars, () => 'Etc/Unknown'),
        '14:00',
      );
      assert.equal(new Formats('en-GB').zone('Mars/Olympus', mars.start), 'Mars/Olympus');
      assert.equal(new Formats('en-GB').zone('Etc/Unknown', mars.start), 'Etc/Unknown');
    });
  });

  it('writes days and months in the custom of the language', () => {
    const date = '2026-12-01';
    const british = new Formats('en-GB');
    assert.equal(british.day(date), 'Tuesday 1 December');
    assert.equal(bare(british.fullDay(date)), 'Tuesday 1 December 2026');
    assert.equal(british.shortDay(date), 'Tue 1 Dec');
    assert.equal(british.month(date), 'December 2026');
    assert.match(british.month('2026-11-30', '2026-12-06'), /^Nov\s.\sDec 2026$/);
    assert.match(british.month('2026-12-28', '2027-01-03'), /^Dec 2026\s.\sJan 2027$/);
    assert.equal(british.dayNumber(date), '1');
    assert.equal(british.weekday(date), 'Tue');
    assert.equal(british.longWeekday(date), 'Tuesday');
    const american = new Formats('en-US');
    assert.equal(american.day(date), 'Tuesday, December 1');
    assert.equal(american.fullDay(date), 'Tuesday, December 1, 2026');
    assert.equal(american.month(date), 'December 2026');
    assert.equal(new Formats('de').day(date), 'Dienstag, 1. Dezember');
    assert.equal(new Formats('ar-EG').dayNumber('2026-12-24'), new Intl.NumberFormat('ar-EG').format(24));
  });

  it('writes any date right', () => {
    const formats = new Formats('en-GB');
    for (const [date, text] of [
      ['2028-02-29', 'Tuesday 29 February 2028'],
      ['2027-02-28', 'Sunday 28 February 2027'],
      ['2026-12-31', 'Thursday 31 December 2026'],
      ['2027-01-01', 'Friday 1 January 2027'],
      ['2011-12-30', 'Friday 30 December 2011'],
    ] as const) {
      assert.equal(bare(formats.fullDay(date)), text);
    }
  });

  it('writes 12 or 24 hours as is the custom', () => {
    const times = ['00:00', '00:30', '09:05', '12:00', '13:00', '23:59'];
    const of = (locale: string) => times.map((time) => plain(new Formats(locale).time(time)));
    assert.deepEqual(of('en-US'), ['12:00 AM', '12:30 AM', '9:05 AM', '12:00 PM', '1:00 PM', '11:59 PM']);
    assert.deepEqual(of('en-GB'), times);
    assert.deepEqual(of('de'), times);
  });

  it('never writes midnight as 24:00', () => {
    for (const locale of [
      'en',
      'en-US',
      'en-GB',
      'en-US-u-hc-h23',
      'en-GB-u-hc-h23',
      'de',
      'fr',
      'ja-JP',
      'sv',
      'he',
    ]) {
      assert.doesNotMatch(new Formats(locale).time('00:00'), /24/, locale);
    }
  });

  it('keeps to the Gregorian calendar, like the clinic and the grid of days', () => {
    for (const locale of ['fa-IR', 'th-TH', 'ar-SA', 'en-GB-u-ca-buddhist']) {
      const latin = new Formats(`${locale}${locale.includes('-u-') ? '' : '-u'}-nu-latn`);
      assert.match(latin.fullDay('2026-12-01'), /2026/, locale);
      assert.match(latin.month('2026-12-01'), /2026/, locale);
    }
  });

  it('writes prices in full, without needless pennies', () => {
    const british = new Formats('en-GB');
    assert.equal(british.price({ amount: 45, currency: 'GBP' }), '£45');
    assert.equal(british.price({ amount: 45.5, currency: 'GBP' }), '£45.50');
    assert.equal(british.price({ amount: 0, currency: 'GBP' }), '£0');
    assert.equal(british.price({ amount: 1200, currency: 'EUR' }), '€1,200');
    assert.equal(plain(new Formats('de').price({ amount: 1200.5, currency: 'EUR' })), '1.200,50 €');
    assert.equal(british.price({ amount: 4500, currency: 'JPY' }), 'JP¥4,500');
    assert.equal(plain(british.price({ amount: 12.345, currency: 'KWD' })), 'KWD 12.345');
    assert.equal(plain(british.price({ amount: 45, currency: 'ZZZ' })), 'ZZZ 45');
    assert.equal(british.price({ amount: 45, currency: 'pounds' }), '45 pounds');
  });

  it('writes moments with the comma of the script, and currencies in one piece from right to left', () => {
    const slot = slotAt('2026-12-01', '13:00', 'Europe/London', 0);
    const arabic = new Formats('ar');
    assert.match(arabic.slot(slot), /، [^،,]+$/);
    assert.doesNotMatch(arabic.slot(slot), /,/);
    assert.ok(arabic.price({ amount: 1800, currency: 'GBP' }).endsWith('UK£\u200e'));
    assert.doesNotMatch(new Formats('pt').price({ amount: 1800, currency: 'GBP' }), /\u200e/);
  });

  it('names a zone by the law of the day', () => {
    const british = new Formats('en-GB');
    const now = (zone: string) => british.zone(zone, '2026-12-01T12:00:00Z');
    assert.match(now('Europe/London'), /United Kingdom|UK/);
    assert.equal(now('Europe/Lisbon'), 'Western European Time');
    assert.equal(now('Europe/Madrid'), 'Central European Time');
    assert.match(now('Europe/Istanbul'), /T.rk|GMT/);
    assert.match(now('America/Cancun'), /Eastern/);
    assert.doesNotMatch(now('Europe/Kyiv'), /Moscow/);
    assert.match(british.zone('Europe/Lisbon', '1970-01-01T00:00:00Z'), /Central/, 'it is the instant that tells');
  });

  it('names a zone alike in summer and winter', () => {
    for (const zone of ['Europe/London', 'America/New_York', 'Australia/Sydney']) {
      const [winter, summer] = ['2026-12-01T12:00:00Z', '2026-07-01T12:00:00Z'].map((instant) =>
        new Formats('en-GB').zone(zone, instant),
      );
      assert.equal(winter, summer);
    }
  });

  it('is made once for a locale', () => {
    assert.equal(formatsOf('en-GB'), formatsOf('en-GB'));
    assert.notEqual(formatsOf('en-GB'), formatsOf('en-US'));
  });
});
