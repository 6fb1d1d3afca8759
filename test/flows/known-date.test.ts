import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateFields, knownDate } from '../../src/flows/known-date.js';
import { monthNames } from '../../src/locales/month-names.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const date = (day: string, month: string, year: string) => knownDate({ day, month, year }, MONTHS);

describe('knownDate', () => {
  it('reads a whole date, however the figures are written', () => {
    assert.equal(date('7', '3', '2024'), '2024-03-07');
    assert.equal(date(' 07 ', '03', '2024'), '2024-03-07');
    assert.equal(date('٧', '٣', '٢٠٢٤'), '2024-03-07');
  });

  it('reads the name of a month, or its beginning', () => {
    assert.equal(date('27', 'March', '2024'), '2024-03-27');
    assert.equal(date('27', 'mar.', '2024'), '2024-03-27');
    assert.equal(date('27', 'ma', '2024'), null);
    assert.equal(date('1', 'jun', '2024'), '2024-06-01');
  });

  it('reads the name as people write it: inflected, short, without accents, in capitals', () => {
    for (const [locale, month, expected] of [
      ['pl', 'marca', 3],
      ['pl', 'maja', 5],
      ['pl', 'WRZEŚNIA', 9],
      ['pl', 'pazdziernika', 10],
      ['fr', 'aout', 8],
      ['fr', 'Fevrier', 2],
      ['fr', 'juil.', 7],
      ['tr', 'ARALIK', 12],
      ['tr', 'SUBAT', 2],
      ['tr', 'EKİM', 10],
      ['nl', 'mrt', 3],
      ['pt', 'marco', 3],
      ['ar', 'ابريل', 4],
    ] as const) {
      const read = knownDate({ day: '5', month, year: '2024' }, monthNames(locale));
      assert.equal(read, `2024-${String(expected).padStart(2, '0')}-05`, `${locale} ${month}`);
    }
  });

  it('takes no beginning that two months share', () => {
    assert.equal(knownDate({ day: '5', month: 'jui', year: '2024' }, monthNames('fr')), null);
    assert.equal(knownDate({ day: '5', month: 'juin', year: '2024' }, monthNames('fr')), '2024-06-05');
  });

  it('takes as much as is known', () => {
    assert.equal(date('', '3', '2024'), '2024-03');
    assert.equal(date('', '', '2024'), '2024');
    assert.equal(date('', '', ''), undefined);
    assert.equal(date(' ', '', '  '), undefined);
  });

  it('takes nothing that is no date', () => {
    for (const [day, month, year] of [
      ['31', '2', '2024'],
      ['29', '2', '2023'],
      ['0', '3', '2024'],
      ['1', '13', '2024'],
      ['1', '0', '2024'],
      ['1', '', '2024'],
      ['1', '3', ''],
      ['1', '3', '24'],
      ['1', '3', '20245'],
      ['x', '3', '2024'],
      ['1', 'Marchember', '2024'],
    ] as const) {
      assert.equal(date(day, month, year), null, `${day} ${month} ${year}`);
    }
  });

  it('knows leap days', () => assert.equal(date('29', '2', '2024'), '2024-02-29'));

  it('never throws, and what it takes comes back from its fields', () => {
    const part = fc.oneof(fc.string(), fc.integer({ min: -1, max: 3000 }).map(String));
    fc.assert(
      fc.property(part, part, part, (day, month, year) => {
        const text = date(day, month, year);
        if (typeof text === 'string') assert.equal(knownDate(dateFields(text)), text);
      }),
    );
  });
});
