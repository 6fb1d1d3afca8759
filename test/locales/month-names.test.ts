import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthNames } from '../../src/locales/month-names.js';

describe('monthNames', () => {
  it('names all twelve, whatever the zone of the process', () => {
    const [first, second, ...others] = monthNames('en-GB');
    assert.deepEqual([first, second, others.length, others.at(-1)], ['January', 'February', 10, 'December']);
    assert.equal(monthNames('de')[2], 'März');
  });
});
