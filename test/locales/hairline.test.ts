import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HAIR_LOSS_BANDS } from '../../src/domain/consultation/hair-loss.js';
import { DENSITIES } from '../../src/domain/design/density.js';
import { designAdvice } from '../../src/domain/design/design-advice.js';
import { DEFAULT_DESIGN, HEAD_VIEWS } from '../../src/domain/design/hairline-design.js';
import { EDGES, HAIRLINE_SHAPES, TEMPLES } from '../../src/domain/design/hairline.js';
import { DEFAULT_SHADES } from '../../src/domain/design/pigment.js';
import { en } from '../../src/locales/hairline/en.js';
import { wornPatterns } from '../../src/elements/hairline-picker/worn-patterns.js';
import { en as consultationEn } from '../../src/locales/consultation/en.js';

describe('words of the hairline picker', () => {
  it('name everything that can be chosen', () => {
    assert.deepEqual(Object.keys(en.shapes).sort(), [...HAIRLINE_SHAPES].sort());
    assert.deepEqual(Object.keys(en.edges), [...EDGES]);
    assert.deepEqual(Object.keys(en.templeStyles), [...TEMPLES]);
    assert.deepEqual(Object.keys(en.views).sort(), [...HEAD_VIEWS].sort());
    assert.deepEqual(Object.keys(en.densities), Object.keys(DENSITIES));
    for (const { id } of DEFAULT_SHADES) assert.ok(en.shades[id]);
  });

  it('name every pattern of hair loss once, with those of the consultation', () => {
    const sets = wornPatterns(consultationEn);
    assert.deepEqual(
      sets.flatMap(([, set]) => set.map(([pattern]) => pattern)).sort(),
      Object.keys(HAIR_LOSS_BANDS).sort(),
    );
    const names = sets.flatMap(([name, set]) => [name, ...set.map(([, label]) => label)]);
    assert.equal(new Set(names).size, names.length, 'none is called as another is');
    assert.ok(names.every((name) => name.length > 3));
  });

  it('have words for each piece of advice', () => {
    const low = { ...DEFAULT_DESIGN, midHeight: 64, leftCorner: 62, rightCorner: 66 };
    const codes = designAdvice(low).map(({ code }) => code);
    assert.equal(codes.length, 3);
    for (const code of codes) assert.ok(en.advice[code]);
    assert.equal(Object.keys(en.advice).length, codes.length);
  });

  it('describe a design in a sentence', () => {
    const words = { shape: 'Rounded', edge: 'Soft', height: '8.5', shade: 'Medium', density: 'Natural' };
    assert.equal(
      en.describe(words),
      'Rounded hairline, soft edge, 8.5 cm above the brows, shade: medium, natural density',
    );
  });
});
