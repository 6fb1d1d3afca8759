import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HAIR_LOSS_BANDS, hairLossOf } from '../../../src/domain/consultation/hair-loss.js';

describe('hairLossOf', () => {
  it('reads the page of the set that was chosen, and says that it is self-reported', () => {
    const answers = { presentation: 'female', hairLossPatternMale: 'norwood-6', hairLossPatternFemale: 'ludwig-2' };
    assert.deepEqual(hairLossOf(answers), { pattern: 'ludwig-2', band: 'moderate', selfReported: true });
    assert.equal(hairLossOf({ ...answers, presentation: 'male' })?.band, 'full');
    assert.equal(hairLossOf({ presentation: 'other', hairLossPatternOther: 'scar-fut' })?.band, 'scar-alopecia');
  });

  it('knows nothing where nothing is known', () => {
    assert.equal(hairLossOf({}), undefined);
    assert.equal(hairLossOf({ presentation: 'unsure', hairLossPatternMale: 'norwood-2' }), undefined);
    for (const pattern of ['unsure', 'toString', 'norwood-9']) {
      assert.equal(hairLossOf({ presentation: 'male', hairLossPatternMale: pattern }), undefined);
    }
    assert.equal(hairLossOf({ presentation: 'male', hairLossPatternMale: ['norwood-2'] }), undefined);
  });

  it('goes from none to full along the scale', () => {
    const order = ['none', 'early', 'moderate', 'advanced', 'full'];
    const ranks = ['1', '2', '3', '4', '5', '6', '7'].map((stage) =>
      order.indexOf(HAIR_LOSS_BANDS[`norwood-${stage}` as 'norwood-1']),
    );
    assert.deepEqual(
      ranks,
      [...ranks].sort((one, other) => one - other),
    );
    assert.deepEqual([ranks.at(0), ranks.at(-1)], [0, 4]);
  });
});
