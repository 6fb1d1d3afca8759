import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dotField } from '../../src/scalp/dot-field.js';
import type { Sight } from '../../src/scalp/painter.js';
import { fitPose, sightOnPhoto, USUAL_POSE, type PhotoFit, type PhotoPose } from '../../src/scalp/photo-pose.js';

const SIDE = 200;
const FIELD = dotField(1);
const fitted = (pose: PhotoPose): PhotoFit => {
  const fit = fitPose(pose);
  assert.ok(fit);
  return fit;
};
const FIT = fitted(USUAL_POSE);

/** A grey photo; `lightOf` says how light, 0 to 255, by the share across. */
function photo(lightOf: (u: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let i = 0; i < SIDE * SIDE; i++) pixels.fill(lightOf((i % SIDE) / SIDE), i * 4, i * 4 + 3);
  return pixels;
}
const sightOf = (lightOf: (u: number) => number, fit = FIT) => sightOnPhoto(FIELD, fit, photo(lightOf), SIDE);

/** How strong the same dots are in one photo for how strong they are in another, on one side of the middle. */
function strength(one: Sight, other: Sight, isThere: (u: number) => boolean): number {
  assert.deepEqual(one.which, other.which);
  let [sum, whole] = [0, 0];
  for (let n = 0; n < one.count; n++) {
    if (!isThere(one.at[n * 2] ?? NaN)) continue;
    sum += one.facing[n] ?? NaN;
    whole += other.facing[n] ?? NaN;
  }
  assert.ok(whole > 100_000, 'there are dots');
  return sum / whole;
}

describe('sightOnPhoto', () => {
  const even = sightOf(() => 150);
  const isLeft = (u: number) => u < 0.48;
  const isRight = (u: number) => u > 0.52;

  it('is as strong on light skin as on dark skin, where it is lit evenly', () => {
    for (const light of [60, 100, 220]) {
      const other = sightOf(() => light);
      assert.equal(
        strength(other, even, () => true),
        1,
        String(light),
      );
    }
  });

  it('is fainter where the photo shines, and nowhere else', () => {
    const shining = sightOf((u) => (u < 0.5 ? 250 : 200));
    assert.ok(Math.abs(strength(shining, even, isLeft) - 0.7) < 0.02, String(strength(shining, even, isLeft)));
    assert.equal(strength(shining, even, isRight), 1);
  });

  it('is fainter the darker it is, where hair or shade is there already', () => {
    const parts = [150, 75, 50, 30, 0].map((dark) => {
      const shaded = sightOf((u) => (u < 0.38 ? dark : 150));
      assert.equal(strength(shaded, even, isRight), 1);
      return strength(shaded, even, (u) => u < 0.36);
    });
    parts.forEach((one, i) => assert.ok(i === 0 || one <= (parts[i - 1] ?? NaN), parts.join()));
    assert.equal(parts[0], 1);
    assert.ok((parts[2] ?? NaN) < 0.5 && (parts.at(-1) ?? NaN) < 0.27, parts.join());
    assert.ok((parts.at(-1) ?? NaN) > 0.2, 'and never quite gone');
  });

  it('goes where the marks are', () => {
    const aside = { u: 0.1, v: 0.05 };
    const moved = (pose: PhotoPose): PhotoPose => ({
      top: { u: pose.top.u + aside.u, v: pose.top.v + aside.v },
      brow: { u: pose.brow.u + aside.u, v: pose.brow.v + aside.v },
      left: { u: pose.left.u + aside.u, v: pose.left.v + aside.v },
      right: { u: pose.right.u + aside.u, v: pose.right.v + aside.v },
    });
    const there = sightOf(() => 150, fitted(moved(USUAL_POSE)));
    assert.equal(there.count, even.count);
    for (let n = 0; n < there.count; n += 97) {
      assert.ok(Math.abs((there.at[n * 2] ?? NaN) - (even.at[n * 2] ?? NaN) - aside.u) < 1e-5);
      assert.ok(Math.abs((there.at[n * 2 + 1] ?? NaN) - (even.at[n * 2 + 1] ?? NaN) - aside.v) < 1e-5);
    }
  });
});

describe('fitPose', () => {
  it('leads from the photo to the model and back', () => {
    for (const [u, v] of [
      [0.5, 0.14],
      [0.3, 0.4],
      [0.9, 0.9],
    ] as const) {
      const [x, y] = FIT.toModel(u, v);
      const [backU, backV] = FIT.toPhoto(x, y);
      assert.ok(Math.abs(backU - u) < 1e-9 && Math.abs(backV - v) < 1e-9);
    }
  });

  it('makes no head of marks that fall together', () => {
    const { top } = USUAL_POSE;
    assert.equal(fitPose({ top, brow: top, left: top, right: top }), undefined);
    assert.equal(fitPose({ ...USUAL_POSE, left: USUAL_POSE.right }), undefined);
  });
});
