import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN, DESIGN_LIMITS } from '../../src/domain/design/hairline-design.js';
import { cameraOf } from '../../src/scalp/camera.js';
import { handlesOf, heightUnder } from '../../src/scalp/handle.js';

describe('handlesOf', () => {
  it('puts the client’s left on the right of the picture, and the middle between', () => {
    const [middle, left, right] = handlesOf(DEFAULT_DESIGN, cameraOf('front'));
    assert.ok(middle && left && right);
    assert.deepEqual([middle.name, left.name, right.name], ['midHeight', 'leftCorner', 'rightCorner']);
    assert.ok(Math.abs(middle.u - 0.5) < 0.005 && left.u > 0.6 && right.u < 0.4);
    assert.ok([middle, left, right].every(({ v, seen }) => seen && v > 0.05 && v < 0.4));
  });

  it('tells which are on the side that is seen', () => {
    const seen = (view: 'left' | 'right' | 'back') => handlesOf(DEFAULT_DESIGN, cameraOf(view)).map((one) => one.seen);
    assert.deepEqual(seen('left').slice(1), [true, false]);
    assert.deepEqual(seen('right').slice(1), [false, true]);
    assert.deepEqual(seen('back'), [false, false, false]);
  });
});

describe('heightUnder', () => {
  for (const view of ['front', 'quarter', 'top'] as const) {
    it(`finds the height of a handle again, from where it is seen: ${view}`, () => {
      const camera = cameraOf(view);
      for (const name of ['midHeight', 'leftCorner', 'rightCorner'] as const) {
        const [least, most] = DESIGN_LIMITS[name];
        for (let height = least; height <= most; height += 10) {
          const handle = handlesOf({ ...DEFAULT_DESIGN, [name]: height }, camera).find((one) => one.name === name);
          if (!handle?.seen) continue;
          const found = heightUnder(name, camera, handle.u, handle.v);
          assert.ok(Math.abs(found - height) < 1, `${name} ${height}: ${found}`);
        }
      }
    });
  }

  it('rises as the pointer does', () => {
    const camera = cameraOf('front');
    const heights = [0.34, 0.3, 0.26, 0.22, 0.18, 0.14].map((v) => heightUnder('midHeight', camera, 0.5, v));
    heights.forEach((height, i) => assert.ok(i === 0 || height > (heights[i - 1] ?? NaN), heights.join()));
  });
});
