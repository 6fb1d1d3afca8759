import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SKIN_TONES, rgbOf } from '../../src/domain/design/pigment.js';
import { cameraOf, FRAME } from '../../src/scalp/camera.js';
import { marchHead, type HeadMap } from '../../src/scalp/head-map.js';
import { lightHead } from '../../src/scalp/light.js';

const SIDE = 200;
const CAMERA = cameraOf('front');
const MAP = ((): HeadMap => {
  const steps = marchHead(CAMERA, 128);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
})();

function lit(tone: string, side = SIDE): Uint8ClampedArray {
  const picture = new Uint8ClampedArray(side * side * 4).fill(77);
  lightHead(MAP, CAMERA, rgbOf(tone), side, picture);
  return picture;
}
const LIGHT = lit(SKIN_TONES[2]);
/** Mean of a channel over a small square around a place of the picture, in mm from its middle. */
function around(picture: Uint8ClampedArray, u: number, v: number, channel: number): number {
  const [x, y] = [Math.round((u / FRAME + 0.5) * SIDE), Math.round((0.5 - v / FRAME) * SIDE)];
  let sum = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) sum += picture[((y + j) * SIDE + x + i) * 4 + channel] ?? NaN;
  }
  return sum / 9;
}

describe('lightHead', () => {
  it('is clear beside the head and whole upon it', () => {
    for (const [u, v] of [
      [-130, 0],
      [130, 100],
      [0, 138],
    ] as const) {
      assert.equal(around(LIGHT, u, v, 3), 0);
    }
    for (const [u, v] of [
      [0, 0],
      [0, 80],
      [40, 60],
      [-40, -40],
    ] as const) {
      assert.equal(around(LIGHT, u, v, 3), 255);
    }
  });

  it('lets the neck fade out at the bottom', () => {
    const alphas = [-112, -120, -126, -132, -137].map((v) => around(LIGHT, 0, v, 3));
    alphas.forEach((alpha, i) => assert.ok(i === 0 || alpha < (alphas[i - 1] ?? NaN) + 0.01, alphas.join()));
    assert.ok((alphas[0] ?? NaN) > 200 && (alphas.at(-1) ?? NaN) < 20, alphas.join());
  });

  it('is darker for a darker skin, and warm for all', () => {
    const pictures = SKIN_TONES.map((tone) => lit(tone));
    const forehead = pictures.map((picture) => [0, 1, 2].map((channel) => around(picture, 0, 60, channel)));
    // The first three of the scale are as light as one another.
    forehead.slice(3).forEach(([red = NaN, green = NaN], i) => {
      const [red0 = NaN, green0 = NaN] = forehead[i + 2] ?? [];
      assert.ok(red < red0 + 0.5 && green < green0, `tone ${i + 4}`);
    });
    for (const [red = NaN, green = NaN, blue = NaN] of forehead) assert.ok(red >= green && green >= blue);
  });

  it('comes from over the viewer’s left shoulder', () => {
    assert.ok(around(LIGHT, -55, 40, 0) > around(LIGHT, 55, 40, 0) + 5);
    assert.ok(around(LIGHT, 0, 70, 0) > around(LIGHT, 0, -98, 0));
  });

  it('gives the face brows and lips', () => {
    // Brows lie 17 to 24 mm up and 20 to 40 mm out; the picture looks down a little.
    const column = Array.from({ length: 40 }, (_, i) => around(LIGHT, -28, 44 - i, 0));
    assert.ok(Math.min(...column) < (column[0] ?? NaN) * 0.75, column.map(Math.round).join());
    const redness = (u: number, v: number) => around(LIGHT, u, v, 0) / around(LIGHT, u, v, 1);
    const lips = Math.max(...Array.from({ length: 40 }, (_, i) => redness(6, -45 - i)));
    assert.ok(lips > redness(0, 60) * 1.12, `${lips}, ${redness(0, 60)}`);
  });

  it('draws the same again, whatever was in the picture', () => {
    const picture = lit(SKIN_TONES[8]);
    lightHead(MAP, CAMERA, rgbOf(SKIN_TONES[2]), SIDE, picture);
    assert.deepEqual(picture, LIGHT);
  });

  it('draws pictures of other sizes alike', () => {
    const half = lit(SKIN_TONES[2], SIDE / 2);
    let [far, whole] = [0, 0];
    for (let y = 0; y < SIDE / 2; y++) {
      for (let x = 0; x < SIDE / 2; x++) {
        const small = (y * (SIDE / 2) + x) * 4;
        const large = (2 * y * SIDE + 2 * x) * 4;
        if (half[small + 3] !== 255 || LIGHT[large + 3] !== 255) continue;
        whole++;
        if (Math.abs((half[small] ?? NaN) - (LIGHT[large] ?? NaN)) > 24) far++;
      }
    }
    assert.ok(whole > 3000 && far < whole * 0.03, `${far} of ${whole}`);
  });
});
