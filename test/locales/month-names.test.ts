import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthNames } from '../../src/locales/month-names.js';

describe('monthNames', () => {
  it('names all twelve, whatever the zone of the process', () => {
    const [first, second, ...others] = monthNames('en-GB');
    assert.deepEqual([first, second, others[9]], ['January', 'February', 'December']);
    assert.equal(monthNames('de')[2], 'März');
  });

  it('names them again as they stand in a date, and in short', () => {
    const polish = monthNames('pl');
    assert.deepEqual([polish.length, polish[2], polish[14]], [36, 'marzec', 'marca']);
    assert.match(monthNames('nl')[26] ?? '', /^mrt\.?$/);
    for (const locale of ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr']) {
      assert.ok(!monthNames(locale).includes(''), locale);
    }
  });
});
