import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { designAdvice } from '../../../src/domain/design/design-advice.js';
import { DESIGN_SOURCES } from '../../../src/domain/design/design-sources.js';
import { DEFAULT_DESIGN, withShape } from '../../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { HAIRLINE_SHAPES } from '../../../src/domain/design/hairline.js';
import { randomDesign } from './random-design.js';

/** Advice on the default design with these parts in the place of its own. */
const advice = (part: Partial<HairlineDesign>) => designAdvice({ ...DEFAULT_DESIGN, ...part });
const codes = (part: Partial<HairlineDesign>) => advice(part).map(({ code }) => code);

describe('designAdvice', () => {
  for (const shape of HAIRLINE_SHAPES) {
    const low = shape === 'juvenile-low';
    it(`has ${low ? 'something' : 'nothing'} to say to ${shape} as it starts`, () => {
      assert.deepEqual(codes(withShape(DEFAULT_DESIGN, shape)), low ? ['low'] : []);
    });
  }

  it('calls a middle under 70 mm low', () => {
    assert.deepEqual(advice({ midHeight: 69 }), [{ code: 'low', fields: ['midHeight'] }]);
    assert.deepEqual(codes({ midHeight: 70 }), []);
  });

  it('points to the corner that is lower than the middle', () => {
    assert.deepEqual(advice({ midHeight: 85, leftCorner: 84, rightCorner: 92 }), [
      { code: 'corner-low', fields: ['leftCorner'] },
    ]);
    assert.deepEqual(advice({ midHeight: 85, leftCorner: 92, rightCorner: 84 }), [
      { code: 'corner-low', fields: ['rightCorner'] },
    ]);
    assert.deepEqual(advice({ midHeight: 85, leftCorner: 80, rightCorner: 80 })[0]?.fields, [
      'leftCorner',
      'rightCorner',
    ]);
    assert.deepEqual(codes({ midHeight: 85, leftCorner: 85, rightCorner: 85 }), []);
  });

  it('calls a line straight and low only when it is both', () => {
    const straight = { midHeight: 74, leftCorner: 77, rightCorner: 79, peakDepth: 0 };
    assert.deepEqual(advice(straight), [{ code: 'straight-low', fields: ['shape', 'midHeight'] }]);
    assert.deepEqual(codes({ ...straight, midHeight: 75 }), []);
    assert.deepEqual(codes({ ...straight, rightCorner: 80 }), []);
    assert.deepEqual(codes({ ...straight, peakDepth: 5 }), []);
  });

  it('says all that there is to say', () => {
    assert.deepEqual(codes({ midHeight: 66, leftCorner: 64, rightCorner: 66 }), ['low', 'corner-low', 'straight-low']);
  });

  it('has nothing to say against a higher line', () => {
    fc.assert(
      fc.property(randomDesign, ({ midHeight, ...design }) => {
        const raised = (by: number): HairlineDesign => ({
          ...design,
          midHeight: midHeight + by,
          leftCorner: design.leftCorner + by,
          rightCorner: design.rightCorner + by,
        });
        const before = designAdvice(raised(0)).map(({ code }) => code);
        for (const { code } of designAdvice(raised(5))) assert.ok(before.includes(code), code);
        assert.ok(!designAdvice(raised(40)).some(({ code }) => code.endsWith('low') && code !== 'corner-low'));
      }),
    );
  });

  it('names parts of the design, and a source for all that it says', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(randomDesign, (design) => {
        for (const { code, fields } of designAdvice(design)) {
          said.add(code);
          assert.ok(fields.length > 0 && fields.every((field) => Object.hasOwn(design, field)));
        }
      }),
      { numRuns: 2000 },
    );
    assert.deepEqual([...said].sort(), Object.keys(DESIGN_SOURCES).sort());
    for (const [code, { spread, sources }] of Object.entries(DESIGN_SOURCES)) {
      assert.ok(spread.length > 20 && sources.length > 0, code);
      for (const { url } of sources) assert.equal(new URL(url).protocol, 'https:', code);
    }
  });
});
