import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HairlineDesign } from '../../../src/domain/design/hairline-design-schema.js';
import {
  DEFAULT_DESIGN,
  DESIGN_CHOICES,
  DESIGN_LIMITS,
  withShape,
} from '../../../src/domain/design/hairline-design.js';
import { HAIRLINE_SHAPES } from '../../../src/domain/design/hairline.js';

/** Where the schema finds fault with the default design and this part in place of its own. */
const faults = (part: Readonly<Record<string, unknown>>): string[] =>
  HairlineDesign.safeParse({ ...DEFAULT_DESIGN, ...part }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('HairlineDesign', () => {
  for (const shape of HAIRLINE_SHAPES) {
    it(`takes ${shape} as it starts`, () => {
      assert.deepEqual(HairlineDesign.parse(withShape(DEFAULT_DESIGN, shape)), withShape(DEFAULT_DESIGN, shape));
    });
  }

  for (const [field, [least, most]] of Object.entries(DESIGN_LIMITS)) {
    it(`takes whole numbers from ${least} to ${most} as ${field}`, () => {
      assert.deepEqual(
        [least, most].flatMap((value) => faults({ [field]: value })),
        [],
      );
      for (const value of [least - 1, most + 1, least + 0.5, String(least), null, Number.NaN]) {
        assert.deepEqual(faults({ [field]: value }), [field], String(value));
      }
    });
  }

  for (const [field, choices] of Object.entries<readonly string[]>(DESIGN_CHOICES)) {
    it(`takes nothing but ${choices.length} words as ${field}`, () => {
      assert.deepEqual(
        choices.flatMap((value) => faults({ [field]: value })),
        [],
      );
      assert.deepEqual(faults({ [field]: 'odd' }), [field]);
    });
  }

  it('takes the id of any shade, and no other text', () => {
    assert.deepEqual(faults({ shade: 'own_Shade-12' }), []);
    for (const shade of ['', 'a b', '<b>', 'x'.repeat(41), 3]) assert.deepEqual(faults({ shade }), ['shade']);
  });

  it('misses each part that is absent', () => {
    for (const field of Object.keys(DEFAULT_DESIGN)) assert.deepEqual(faults({ [field]: undefined }), [field]);
  });

  it('takes no other version', () => assert.deepEqual(faults({ version: 2 }), ['version']));

  it('leaves out what it does not know', () => {
    assert.deepEqual(HairlineDesign.parse({ ...DEFAULT_DESIGN, note: 'x' }), DEFAULT_DESIGN);
  });
});
