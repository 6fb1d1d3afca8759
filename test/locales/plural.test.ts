import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pluralOf } from '../../src/locales/plural.js';

describe('pluralOf', () => {
  it('chooses by the rules of the language', () => {
    const forms = { one: 'wizyta', few: 'wizyty', many: 'wizyt', other: 'wizyty' };
    const visits = pluralOf('pl');
    assert.deepEqual(
      [1, 2, 5, 21, 22].map((count) => visits(count, forms)),
      ['wizyta', 'wizyty', 'wizyt', 'wizyt', 'wizyty'],
    );
  });

  it('takes the general form where a language has no other', () => {
    assert.equal(pluralOf('tr')(1, { other: 'randevu' }), 'randevu');
    assert.equal(pluralOf('ar')(2, { one: 'موعد', other: 'مواعيد' }), 'مواعيد');
  });

  it('counts what is missing as what is there', () => {
    assert.equal(pluralOf('en')(-1, { one: 'day', other: 'days' }), 'day');
  });
});
