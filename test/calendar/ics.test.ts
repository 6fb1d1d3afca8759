import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent } from '../../src/calendar/index.js';
import { caseCount } from '../support/case-count.js';

const STAMP = '2026-11-22T12:00:00Z';
const visit: CalendarEvent = {
  uid: 'b-17@fern',
  stamp: STAMP,
  start: '2026-12-01T13:00:00-07:00',
  end: '2026-12-01T13:45:00-07:00',
  title: 'Appointment at Fern Row Clinic',
};

/** Every kind of character that has broken a calendar file: breaks, separators, controls, halves of pairs, wide ones. */
const unit = fc.oneof(
  fc.constantFrom(
    ...['\r\n', '\r', '\n', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c', '\u0000', '\u001b', '\u007f', '\u009f'],
    ...['\\', ';', ',', ':', '"', '=', '\\n', '\\N', '\\,', ' ', '\t', '^n', '%0A'],
    ...['\ud83d', '\ude42', '🙂', '👩‍⚕️', 'é', 'ß', '漢', '\u202e', '\ufeff', '\ufffe'],
    ...['BEGIN:VEVENT', 'END:VCALENDAR', '\r\nATTACH:https://evil.example', '\nX-EVIL:1', '\rBEGIN:VALARM'],
  ),
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const hostile = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));

/** What a reader should get back of a text. */
function kept(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .split('')
    .filter((sign, index, all) => {
      const code = sign.charCodeAt(0);
      const next = all[index + 1]?.charCodeAt(0) ?? 0;
      const before = all[index - 1]?.charCodeAt(0) ?? 0;
      if (code >= 0xd800 && code < 0xdc00) return next >= 0xdc00 && next < 0xe000;
      if (code >= 0xdc00 && code < 0xe000) return before >= 0xd800 && before < 0xdc00;
      return sign === '\n' || (code >= 0x20 && !(code >= 0x7f && code <= 0x9f));
    })
    .join('');
}

const parsed = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown[]);
const octets = (text: string): number => new TextEncoder().encode(text).length;

function assertWellFormed(file: string): void {
  assert.ok(file.endsWith('\r\n'));
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\p{Cc}\p{Cs}\u2028\u2029]/u);
  for (const line of file.slice(0, -2).split('\r\n')) {
    assert.ok(line.length > 0 && octets(line) <= 75, line);
    // A character split in two would not survive the way through bytes.
    assert.equal(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode(line)),
      line,
    );
  }
}

describe('a calendar file', () => {
  it('is written just so', () => {
    const file = calendarFile([
      {
        ...visit,
        sequence: 2,
        description: 'Booking reference: SMP-7K3Q9F\nPhone: 020 7946 0000',
        location: '1 Long Row, London; door B',
        url: 'https://fern.example/visit?a=1,2;b',
        alarms: [1440, 120],
        status: 'tentative',
      },
      {
        uid: 'touch-up@fern',
        stamp: STAMP,
        title: 'Time for a look — Größe, größer, am größten und noch viel größer 🙂',
        date: '2026-12-31',
      },
    ]);
    assert.deepEqual(file.split('\r\n'), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//smp-widgets//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:b-17@fern',
      'SEQUENCE:2',
      'DTSTAMP:20261122T120000Z',
      'DTSTART:20261201T200000Z',
      'DTEND:20261201T204500Z',
      'SUMMARY:Appointment at Fern Row Clinic',
      'DESCRIPTION:Booking reference: SMP-7K3Q9F\\nPhone: 020 7946 0000',
      'LOCATION:1 Long Row\\, London\\; door B',
      'URL:https://fern.example/visit?a=1,2;b',
      'STATUS:TENTATIVE',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT1440M',
      'DESCRIPTION:Appointment at Fern Row Clinic',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT120M',
      'DESCRIPTION:Appointment at Fern Row Clinic',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:touch-up@fern',
      'SEQUENCE:0',
      'DTSTAMP:20261122T120000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Time for a look — Größe\\, größer\\, am größten und noch viel',
      '  größer 🙂',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says the same to ical.js, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        hostile,
        hostile,
        fc.nat(9),
        (uid, title, description, location, productId, sequence) => {
          const file = calendarFile([{ ...visit, uid, title, description, location, sequence, alarms: [60] }], {
            productId,
          });
          assertWellFormed(file);
          const calendar = parsed(file);
          const names = (component: InstanceType<typeof ICAL.Component>): string[] =>
            component.getAllProperties().map(({ name }) => name);
          assert.deepEqual(names(calendar), ['version', 'prodid', 'calscale', 'method']);
          assert.equal(calendar.getFirstPropertyValue('prodid'), kept(productId));
          const [event, ...others] = calendar.getAllSubcomponents();
          assert.ok(event && others.length === 0);
          assert.deepEqual(names(event), [
            ...['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary'],
            ...(description ? ['description'] : []),
            ...(location ? ['location'] : []),
            ...['status', 'class'],
          ]);
          assert.equal(event.getFirstPropertyValue('uid'), kept(uid));
          assert.equal(event.getFirstPropertyValue('sequence'), sequence);
          assert.equal(event.getFirstPropertyValue('summary'), kept(title));
          if (description) assert.equal(event.getFirstPropertyValue('description'), kept(description));
          if (location) assert.equal(event.getFirstPropertyValue('location'), kept(location));
          const [alarm, ...more] = event.getAllSubcomponents();
          assert.ok(alarm && more.length === 0);
          assert.deepEqual(names(alarm), ['action', 'trigger', 'description']);
          assert.equal(alarm.getFirstPropertyValue('description'), kept(title));
          assert.equal(String(alarm.getFirstPropertyValue('trigger')), '-PT60M');
        },
      ),
      { numRuns: caseCount(10_000) },
    );
  });

  it('needs its escaping: without it the same check finds what was smuggled in', () => {
    const smuggled = calendarFile([visit]).replace('Appointment', 'Hi\r\nATTACH:https://evil.example\r\nX:');
    const [event] = parsed(smuggled).getAllSubcomponents();
    assert.ok(event?.getFirstProperty('attach'));
    assert.throws(() => assertWellFormed(calendarFile([visit]).replace('Appointment', 'a\rb')));
    assert.throws(() => assertWellFormed(calendarFile([visit]).replace('Appointment', 'é'.repeat(40))));
  });

  it('keeps times to the second and dates to the day', () => {
    const start = fc.integer({ min: 0, max: 4e9 });
    fc.assert(
      fc.property(start, fc.nat(100_000), fc.integer({ min: -14 * 60, max: 14 * 60 }), (seconds, length, offset) => {
        const instant = (value: number): string => {
          const two = (part: number): string => String(Math.floor(Math.abs(part))).padStart(2, '0');
          const sign = offset < 0 ? '-' : '+';
          const local = new Date((value + offset * 60) * 1000).toISOString().slice(0, 19);
          return `${local}${sign}${two(offset / 60)}:${two(offset % 60)}`;
        };
        const file = calendarFile([{ ...visit, start: instant(seconds), end: instant(seconds + length) }]);
        const event = new ICAL.Event(parsed(file).getFirstSubcomponent('vevent') ?? undefined);
        assert.equal(event.startDate.toUnixTime(), seconds);
        assert.equal(event.endDate.toUnixTime(), seconds + length);
      }),
      { numRuns: caseCount(10_000) },
    );
    const file = calendarFile([{ uid: 'x', stamp: STAMP, title: 'Leap', date: '2028-02-29' }]);
    const event = new ICAL.Event(parsed(file).getFirstSubcomponent('vevent') ?? undefined);
    assert.ok(event.startDate.isDate);
    assert.equal(event.startDate.toString(), '2028-02-29');
    assert.equal(event.endDate.toString(), '2028-03-01');
  });

  it('has the same uid and a higher sequence for a later version', () => {
    const [first, second] = [0, 1].map((sequence) => calendarFile([{ ...visit, sequence, status: 'cancelled' }]));
    assert.match(first ?? '', /UID:b-17@fern\r\nSEQUENCE:0\r\n/);
    assert.match(second ?? '', /UID:b-17@fern\r\nSEQUENCE:1\r\n/);
    assert.match(second ?? '', /STATUS:CANCELLED\r\n/);
  });

  it('links only to https', () => {
    const urls = [
      'javascript:alert(1)',
      'http://localhost/',
      'https://a.example/\r\nATTACH:x',
      'mailto:a@b.example',
      'no',
    ];
    for (const url of urls) assert.doesNotMatch(calendarFile([{ ...visit, url }]), /URL|ATTACH/, url);
    const long = `https://a.example/${'é,'.repeat(80)}`;
    const file = calendarFile([{ ...visit, url: long }]);
    assertWellFormed(file);
    assert.equal(parsed(file).getFirstSubcomponent('vevent')?.getFirstPropertyValue('url'), new URL(long).href);
  });

  it('never writes a number that is none', () => {
    const file = calendarFile([{ ...visit, sequence: NaN, alarms: [-5, 1.5, Infinity] }]);
    assert.match(file, /SEQUENCE:0\r\n/);
    assert.deepEqual(file.match(/TRIGGER.*/g), ['TRIGGER:-PT0M', 'TRIGGER:-PT1M', 'TRIGGER:-PT0M']);
  });

  it('is refused for times that are none', () => {
    for (const wrong of [{ start: 'soon' }, { end: '' }, { stamp: '2026-13-01T00:00:00Z' }]) {
      assert.throws(() => calendarFile([{ ...visit, ...wrong }]), RangeError);
    }
    assert.throws(() => calendarFile([{ uid: 'x', stamp: STAMP, title: 'x', date: 'soon' }]), RangeError);
  });

  it('may hold no event at all', () => {
    assert.equal(parsed(calendarFile([])).getAllSubcomponents().length, 0);
  });
});
