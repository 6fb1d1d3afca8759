import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DENSITIES, densityName } from '../../../src/domain/design/density.js';
import type { Density } from '../../../src/domain/design/density.js';
import { DESIGN_LIMITS } from '../../../src/domain/design/hairline-design.js';

const names = Object.keys(DENSITIES) as Density[];

describe('densities', () => {
  it('rise within the limits of a design', () => {
    const dots = Object.values(DENSITIES);
    assert.deepEqual(
      dots,
      [...new Set(dots)].sort((one, other) => one - other),
    );
    const [least, most] = DESIGN_LIMITS.density;
    assert.ok(dots.every((one) => one >= least && one <= most));
  });
});

describe('densityName', () => {
  for (const name of names) it(`knows ${name} by its number`, () => assert.equal(densityName(DENSITIES[name]), name));

  it('names every density a design can have, in rising order', () => {
    const [least, most] = DESIGN_LIMITS.density;
    const all = Array.from({ length: most - least + 1 }, (_, i) => names.indexOf(densityName(least + i)));
    assert.deepEqual(
      all,
      [...all].sort((one, other) => one - other),
    );
    assert.deepEqual([...new Set(all)], [0, 1, 2, 3]);
  });

  it('takes the nearest, and the lighter one of two that are as near', () => {
    assert.deepEqual(
      [52, 53, 100, 101].map((dots) => densityName(dots)),
      ['light', 'natural', 'full', 'bold'],
    );
  });

  it('goes by the clinic’s own numbers', () => {
    assert.equal(densityName(65, { light: 60, natural: 80, full: 100, bold: 120 }), 'light');
  });
});
