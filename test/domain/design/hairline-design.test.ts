import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HairlineDesign } from '../../../src/domain/design/hairline-design-schema.js';
import {
  DEFAULT_DESIGN,
  DESIGN_CHOICES,
  DESIGN_LIMITS,
  designFrom,
  withShape,
} from '../../../src/domain/design/hairline-design.js';
import { HAIRLINE_SHAPES, SHAPE_GEOMETRY } from '../../../src/domain/design/hairline.js';
import { randomDesign } from './random-design.js';

const told = (value: unknown): string[] => designFrom(value).problems.map(({ field }) => field);

describe('designFrom', () => {
  it('takes a right design as it is', () => {
    fc.assert(
      fc.property(randomDesign, (design) => {
        assert.deepEqual(designFrom(design), { design, problems: [] });
      }),
    );
  });

  it('takes some parts over the design that stands', () => {
    const base = withShape(DEFAULT_DESIGN, 'm-shape');
    assert.deepEqual(designFrom({ density: 90 }, base), { design: { ...base, density: 90 }, problems: [] });
    assert.deepEqual(designFrom({ shape: undefined, note: 'x' }, base), { design: base, problems: [] });
  });

  for (const [field, [least, most]] of Object.entries(DESIGN_LIMITS)) {
    it(`takes ${field} to its limits and tells it`, () => {
      for (const [given, taken] of [
        [least - 1, least],
        [most + 1, most],
        [-1e300, least],
        [1e300, most],
      ]) {
        const { design, problems } = designFrom({ [field]: given });
        assert.deepEqual(design, { ...DEFAULT_DESIGN, [field]: taken });
        assert.deepEqual(problems, [{ field, message: `is not between ${least} and ${most}` }]);
      }
      const { design, problems } = designFrom({ [field]: least + 1.4 });
      assert.deepEqual([design, problems], [{ ...DEFAULT_DESIGN, [field]: least + 1 }, []]);
    });

    it(`leaves ${field} where it was for what is no number`, () => {
      for (const given of [Number.NaN, Infinity, String(least), null, {}, [least], 1n]) {
        const { design, problems } = designFrom({ [field]: given });
        assert.deepEqual([design, problems.length, problems[0]?.field], [DEFAULT_DESIGN, 1, field]);
      }
    });
  }

  for (const field of Object.keys(DESIGN_CHOICES)) {
    it(`leaves ${field} where it was for what is not on the list`, () => {
      for (const given of ['odd', '', 'constructor', 0, null, ['front']]) {
        const { design, problems } = designFrom({ [field]: given });
        assert.deepEqual([design, problems.length, problems[0]?.field], [DEFAULT_DESIGN, 1, field]);
      }
    });
  }

  it('takes the id of any shade, and no other text', () => {
    assert.deepEqual(told({ shade: 'own_Shade-12' }), []);
    for (const shade of ['', 'a b', '<b>', 'x\n', 'x'.repeat(41), 3]) assert.deepEqual(told({ shade }), ['shade']);
  });

  it('takes nothing of another version', () => {
    assert.deepEqual(told({ version: 1 }), []);
    for (const version of [2, '1', null]) {
      const { design, problems } = designFrom({ version, density: 90 });
      assert.deepEqual([design, problems.map(({ field }) => field)], [DEFAULT_DESIGN, ['version']]);
    }
  });

  it('tells of what is no object', () => {
    for (const value of [undefined, null, 'x', 3, [DEFAULT_DESIGN]]) assert.deepEqual(told(value), ['design']);
  });

  it('throws nothing and makes of anything a design that can be sent', () => {
    const bent = fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_DESIGN), '__proto__', 'x'), fc.anything());
    const odd = fc.oneof(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), bent);
    fc.assert(
      fc.property(odd, randomDesign, (value, base) => {
        const { design } = designFrom(value, base);
        assert.deepEqual(designFrom(design), { design, problems: [] });
        assert.deepEqual(HairlineDesign.parse(design), design);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('withShape', () => {
  for (const shape of HAIRLINE_SHAPES) {
    it(`places ${shape}, and leaves all else`, () => {
      fc.assert(
        fc.property(randomDesign, (design) => {
          assert.deepEqual(withShape(design, shape), { ...design, shape, ...SHAPE_GEOMETRY[shape] });
          assert.deepEqual(designFrom(withShape(design, shape)).problems, []);
        }),
        { numRuns: 20 },
      );
    });

    it(`has no corner of ${shape} below its middle`, () => {
      const { midHeight, leftCorner, rightCorner } = SHAPE_GEOMETRY[shape];
      assert.ok(Math.min(leftCorner, rightCorner) >= midHeight);
    });
  }
});

describe('a default design', () => {
  it('is one that can be sent', () => assert.deepEqual(HairlineDesign.parse(DEFAULT_DESIGN), DEFAULT_DESIGN));
});
