import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarLinks, type CalendarEvent } from '../../src/calendar/index.js';
import { safeUrl } from '../../src/domain/web-address.js';

const visit: CalendarEvent = {
  uid: 'b-17@fern',
  stamp: '2026-11-22T12:00:00Z',
  start: '2026-12-31T20:00:00-07:00',
  end: '2026-12-31T20:45:00-07:00',
  title: 'Appointment at Fern & Row',
  description: 'Reference: SMP-7K3Q9F\nPhone: 020 7946 0000',
  location: '1 Long Row\nLondon + more',
};
const read = (url: string) => {
  const { origin, pathname, searchParams } = new URL(url);
  return [origin + pathname, Object.fromEntries(searchParams)];
};

describe('links that add to a calendar', () => {
  it('fill in each calendar’s own form', () => {
    const links = calendarLinks(visit);
    assert.deepEqual(read(links.google), [
      'https://calendar.google.com/calendar/render',
      {
        action: 'TEMPLATE',
        text: 'Appointment at Fern & Row',
        dates: '20270101T030000Z/20270101T034500Z',
        details: 'Reference: SMP-7K3Q9F\nPhone: 020 7946 0000',
        location: '1 Long Row, London + more',
      },
    ]);
    const outlook = {
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2027-01-01T03:00:00Z',
      enddt: '2027-01-01T03:45:00Z',
      subject: 'Appointment at Fern & Row',
      body: 'Reference: SMP-7K3Q9F · Phone: 020 7946 0000',
      location: '1 Long Row, London + more',
    };
    assert.deepEqual(read(links.outlook), ['https://outlook.live.com/calendar/0/action/compose', outlook]);
    assert.deepEqual(read(links.office365), ['https://outlook.office.com/calendar/0/action/compose', outlook]);
    assert.deepEqual(read(links.yahoo), [
      'https://calendar.yahoo.com/',
      {
        v: '60',
        title: 'Appointment at Fern & Row',
        st: '20270101T030000Z',
        et: '20270101T034500Z',
        desc: 'Reference: SMP-7K3Q9F\nPhone: 020 7946 0000',
        in_loc: '1 Long Row, London + more',
      },
    ]);
  });

  it('can stand for a whole day', () => {
    const links = calendarLinks({ uid: 'x', stamp: visit.stamp, title: 'Touch-up', date: '2026-12-31' });
    assert.match(links.google, /dates=20261231%2F20270101$/);
    assert.match(links.outlook, /startdt=2026-12-31&enddt=2027-01-01&allday=true/);
    assert.match(links.yahoo, /st=20261231&dur=allday$/);
  });

  it('carry any text without its breaking out', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a&text=b#c', '\ud800', '\r\n', '"><script>', 'a+b', '%0d%0a', '../?'),
    );
    const plainly = calendarLinks(visit);
    fc.assert(
      fc.property(text, text, text, (title, description, location) => {
        const links = calendarLinks({ ...visit, title, description, location });
        for (const name of ['google', 'outlook', 'office365', 'yahoo'] as const) {
          const url = links[name];
          assert.equal(safeUrl(url), url, name);
          assert.doesNotMatch(url, /[+\s<>"`]/);
          const plain = new URL(plainly[name]);
          const { origin, pathname, hash, searchParams } = new URL(url);
          assert.deepEqual([origin, pathname, hash], [plain.origin, plain.pathname, '']);
          for (const key of searchParams.keys()) assert.ok(plain.searchParams.has(key), key);
          assert.equal(new Set(searchParams.keys()).size, [...searchParams.keys()].length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('are refused for times that are none', () => {
    assert.throws(() => calendarLinks({ ...visit, end: 'soon' }), RangeError);
  });
});
