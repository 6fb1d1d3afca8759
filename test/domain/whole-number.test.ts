import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { WholeNumber } from '../../src/domain/whole-number.js';

describe('WholeNumber', () => {
  it('takes whole numbers within the range asked for, and nothing else', () => {
    const day = WholeNumber.check(z.minimum(1), z.maximum(31));
    for (const value of [1, 31]) assert.equal(day.parse(value), value);
    for (const value of [0, 32, 1.5, NaN, Infinity, '1', null, undefined, 1n])
      assert.equal(day.safeParse(value).success, false, String(value));
  });

  it('takes no number that has a neighbour too near to tell', () => {
    assert.equal(WholeNumber.safeParse(Number.MAX_SAFE_INTEGER).success, true);
    assert.equal(WholeNumber.safeParse(2 ** 53).success, false);
  });
});
