import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HEAD_VIEWS } from '../../src/domain/design/hairline-design.js';
import { cameraOf, FRAME } from '../../src/scalp/camera.js';
import { ALL, distance, listNear } from '../../src/scalp/head.js';
import type { Place } from './skin-patch.js';

/** How far the head is from a place, going straight in a direction; NaN where it is never met. */
function reach(from: Place, to: Place): number {
  for (let t = 0; t < 500;) {
    const off = distance(from[0] + to[0] * t, from[1] + to[1] * t, from[2] + to[2] * t, ALL);
    if (off < 0.02) return t;
    t += off / 2;
  }
  return NaN;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
const found = (values: readonly number[]) => values.filter((one) => !Number.isNaN(one));
const within = (value: number, least: number, most: number) =>
  assert.ok(value > least * 0.96 && value < most * 1.04, `${value}, not ${least} to ${most}`);

describe('head', () => {
  const vertex = Math.max(...found(range(-90, 60, 2).map((z) => 300 - reach([0, 300, z], [0, -1, 0]))));

  it('has the measures of an adult', () => {
    const above = range(24, 100, 4).flatMap((y) => range(-80, 40, 4).map((z) => reach([200, y, z], [-1, 0, 0])));
    within(2 * (200 - Math.min(...found(above))), 152, 152);
    const glabella = 250 - reach([0, 14, 250], [0, 0, -1]);
    const back = Math.min(...found(range(-20, 80, 2).map((y) => -250 + reach([0, y, -250], [0, 0, 1]))));
    within(glabella - back, 195, 200);
    const menton = Math.min(...found(range(60, 82, 1).map((z) => -170 + reach([0, -170, z], [0, 1, 0]))));
    within(vertex - menton, 230, 230);
  });

  it('is found too small when it is', () => {
    assert.throws(() => within(0.9 * 152, 152, 152));
  });

  it('is the same on both sides', () => {
    for (const x of range(1, 99, 7)) {
      for (const y of range(-150, 120, 9)) {
        for (const z of range(-110, 110, 9)) {
          assert.equal(distance(x, y, z, ALL), distance(-x, y, z, ALL));
        }
      }
    }
  });
});

/** How wrong the distance is along lines of sight, by the bodies within `reach` of each; and how many lists were short. */
function missed(margin: number): { readonly most: number; readonly shorter: number } {
  const list = new Uint8Array(64);
  let [most, shorter] = [0, 0];
  for (const view of HEAD_VIEWS) {
    const camera = cameraOf(view);
    const { right, up, back, middle } = camera;
    for (const u of range(-FRAME / 2, FRAME / 2, 17)) {
      for (const v of range(-FRAME / 2, FRAME / 2, 17)) {
        const count = listNear(camera, u, v, margin, list);
        if (count < ALL.length) shorter++;
        for (const t of range(-150, 150, 6)) {
          const [x = NaN, y = NaN, z = NaN] = [0, 1, 2].map(
            (k) => (middle[k] ?? NaN) + (right[k] ?? NaN) * u + (up[k] ?? NaN) * v + (back[k] ?? NaN) * t,
          );
          const all = distance(x, y, z, ALL);
          // Only at the skin: further away a body that is left out may have bent the distance a little.
          if (Math.abs(all) < 1) most = Math.max(most, Math.abs(distance(x, y, z, list, count) - all));
        }
      }
    }
  }
  return { most, shorter };
}

describe('listNear', () => {
  it('leaves out nothing that matters to a line of sight', () => {
    const { most, shorter } = missed(22);
    assert.ok(most < 0.05, String(most));
    assert.ok(shorter > 1000, String(shorter));
  });

  it('would, with too small a reach', () => {
    assert.ok(missed(-30).most > 1);
  });
});
