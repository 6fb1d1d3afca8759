import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { designAdvice } from '../../../src/domain/design/design-advice.js';
import { DEFAULT_DESIGN_SETTINGS } from '../../../src/domain/design/design-settings.js';
import { DEFAULT_DESIGN, designFrom } from '../../../src/domain/design/hairline-design.js';
import { surprisingDesign } from '../../../src/domain/design/surprising-design.js';
import { randomFrom } from '../../../src/scalp/blue-noise.js';

describe('surprisingDesign', () => {
  it('is one that nobody would be warned of, another each time', () => {
    const random = randomFrom(11);
    const seen = new Set<string>();
    let design = DEFAULT_DESIGN;
    for (let turn = 0; turn < 2000; turn++) {
      design = surprisingDesign(design, random);
      assert.deepEqual(designAdvice(design), []);
      assert.deepEqual(designFrom(design).problems, []);
      seen.add(JSON.stringify(design));
    }
    assert.ok(seen.size > 1990);
  });

  it('is of what the clinic offers', () => {
    const random = randomFrom(3);
    const offer = { ...DEFAULT_DESIGN_SETTINGS, shapes: ['round'], edges: ['defined'] } as const;
    for (let turn = 0; turn < 100; turn++) {
      const { shape, edge, shade, view } = surprisingDesign({ ...DEFAULT_DESIGN, view: 'top' }, random, offer);
      assert.deepEqual([shape, edge, shade, view], ['round', 'defined', DEFAULT_DESIGN.shade, 'top']);
    }
  });
});
