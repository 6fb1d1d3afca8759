import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_SHADES, rgbOf, SKIN_TONES } from '../../../src/domain/design/pigment.js';

const light = (colour: string): number => rgbOf(colour).reduce((sum, part) => sum + part, 0);

describe('rgbOf', () => {
  it('reads red, green and blue', () => {
    assert.deepEqual(rgbOf('#123456'), [0x12, 0x34, 0x56]);
    assert.deepEqual(rgbOf('#FF00aB'), [255, 0, 171]);
    assert.deepEqual(rgbOf('#000000'), [0, 0, 0]);
  });
});

describe('built-in shades', () => {
  it('are five, each with an id of its own', () => {
    assert.deepEqual(
      DEFAULT_SHADES.map(({ id }) => id),
      ['shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5'],
    );
  });

  it('go from the lightest to the darkest, none of them black', () => {
    const lights = DEFAULT_SHADES.map(({ colour }) => light(colour));
    assert.deepEqual(
      lights,
      [...lights].sort((one, other) => other - one),
    );
    assert.equal(new Set(lights).size, 5);
    assert.ok(lights.every((one) => one > 0));
  });

  it('are greyish, as stubble is', () => {
    for (const { colour } of DEFAULT_SHADES) {
      const parts = rgbOf(colour);
      assert.ok(Math.max(...parts) - Math.min(...parts) <= 16, colour);
    }
  });
});

describe('skin tones', () => {
  it('are the ten of the scale, and all of them colours', () => {
    assert.equal(SKIN_TONES.length, 10);
    for (const tone of SKIN_TONES) assert.match(tone, /^#[\da-f]{6}$/);
    assert.ok(light(SKIN_TONES[0]) > light(SKIN_TONES[9]));
  });
});
