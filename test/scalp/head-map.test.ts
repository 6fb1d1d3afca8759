import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HEAD_VIEWS } from '../../src/domain/design/hairline-design.js';
import { cameraOf, FRAME, type Camera } from '../../src/scalp/camera.js';
import { marchHead, type HeadMap } from '../../src/scalp/head-map.js';
import { ALL, distance } from '../../src/scalp/head.js';

function march(camera: Camera, size: number, coarse?: HeadMap): HeadMap {
  const steps = marchHead(camera, size, coarse);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How far from the skin a place of a pixel's line of sight is, in mm. */
function offSkin({ right, up, back, middle }: Camera, size: number, pixel: number, depth: number): number {
  const step = FRAME / size;
  const u = ((pixel % size) + 0.5) * step - FRAME / 2;
  const v = FRAME / 2 - (Math.floor(pixel / size) + 0.5) * step;
  const at = [0, 1, 2].map(
    (k) => (middle[k] ?? NaN) + (right[k] ?? NaN) * u + (up[k] ?? NaN) * v + (back[k] ?? NaN) * depth,
  );
  return distance(at[0] ?? NaN, at[1] ?? NaN, at[2] ?? NaN, ALL);
}

/** Does a pixel's line of sight come nowhere near the skin? Looked at in far smaller steps than a picture can be. */
function passes(camera: Camera, size: number, pixel: number): boolean {
  for (let depth = 190; depth > -190;) {
    const off = offSkin(camera, size, pixel, depth);
    if (off < 0.11) return false;
    depth -= Math.max(0.02, off / 2);
  }
  return true;
}

/** Pixels that differ: in cover by more than a sixth, or in depth by more than half a mm where the head covers both. */
function different(one: HeadMap, other: HeadMap): number[] {
  const pixels: number[] = [];
  one.cover.forEach((cover, i) => {
    const cover2 = other.cover[i] ?? NaN;
    const deep = Math.abs((one.depth[i] ?? NaN) - (other.depth[i] ?? NaN));
    // A line of sight that just touches the skin, or just does not, covers half of a pixel or all of it.
    const touches = Math.min(cover, cover2) >= 125 && deep < 0.5;
    if ((Math.abs(cover - cover2) > 42 && !touches) || (Math.min(cover, cover2) === 255 && !(deep < 0.5)))
      pixels.push(i);
  });
  return pixels;
}

/** Pixels that the head does not cover, or not wholly, and that do not lie at its rim. */
function holes({ size, cover }: HeadMap): number[] {
  const outside = new Uint8Array(size * size);
  const queue = [0, size - 1];
  while (queue.length > 0) {
    const i = queue.pop() ?? NaN;
    if (outside[i] === 1 || cover[i] !== 0) continue;
    outside[i] = 1;
    const x = i % size;
    if (x > 0) queue.push(i - 1);
    if (x < size - 1) queue.push(i + 1);
    if (i >= size) queue.push(i - size);
    if (i < size * (size - 1)) queue.push(i + size);
  }
  const found: number[] = [];
  cover.forEach((one, i) => {
    if (one === 255 || outside[i] === 1) return;
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) if (outside[i + dy * size + dx] === 1) return;
    found.push(i);
  });
  return found;
}

describe('marchHead', () => {
  for (const view of HEAD_VIEWS) {
    const camera = cameraOf(view);
    const size = view === 'front' || view === 'left' ? 640 : 320;
    const coarse = march(camera, 96);
    const fine = march(camera, size, coarse);

    it(`finds the skin, wherever it says there is some: ${view}`, () => {
      const covered = [...fine.cover.keys()].filter((i) => (fine.cover[i] ?? 0) > 0);
      assert.ok(covered.length > size * size * 0.3 && covered.length < size * size * 0.6);
      const rim = 0.12 + (FRAME / size) * 0.5;
      for (const i of covered) {
        const off = offSkin(camera, size, i, fine.depth[i] ?? NaN);
        const most = fine.cover[i] === 255 ? 0.13 : rim + 0.03;
        assert.ok(off > -0.5 && off < most, `pixel ${i % size}, ${Math.floor(i / size)}: ${off} mm`);
      }
    });

    it(`misses nothing when it starts from a coarse one: ${view}`, () => {
      assert.deepEqual(different(march(camera, size), fine).slice(0, 10), []);
    });

    it(`is whole: ${view}`, () => {
      // There may be a narrow slit, as between the lobe of the ear and the neck.
      for (const map of [fine, coarse]) {
        assert.deepEqual(
          holes(map).filter((pixel) => !passes(camera, map.size, pixel)),
          [],
        );
      }
    });

    it(`gives directions of length 1, and more light to what is open: ${view}`, () => {
      const { cover, normals, open } = fine;
      let [darkest, lightest] = [255, 0];
      for (let i = 0; i < cover.length; i++) {
        if (cover[i] !== 255) continue;
        const length = Math.hypot(normals[3 * i] ?? NaN, normals[3 * i + 1] ?? NaN, normals[3 * i + 2] ?? NaN);
        assert.ok(Math.abs(length - 127) < 2);
        darkest = Math.min(darkest, open[i] ?? NaN);
        lightest = Math.max(lightest, open[i] ?? NaN);
      }
      assert.ok(lightest > 240 && darkest < 200, `${darkest} to ${lightest}`);
    });
  }

  it('is told from one that started too late, and from one with a hole', () => {
    const camera = cameraOf('front');
    const coarse = march(camera, 96);
    const late = { ...coarse, depth: coarse.depth.map((depth) => depth - 12) };
    assert.ok(different(march(camera, 96), march(camera, 128, late)).length > 100);
    const holed = { ...coarse, cover: coarse.cover.map((cover, i) => (i === 48 * 96 + 45 ? 90 : cover)) };
    assert.deepEqual(
      holes(holed).filter((pixel) => !passes(camera, 96, pixel)),
      [48 * 96 + 45],
    );
  });

  it('shows both halves alike', () => {
    const size = 192;
    for (const view of ['front', 'top', 'back'] as const) {
      const camera = cameraOf(view);
      assert.equal(camera.even, true);
      // Worked out pixel by pixel, not copied.
      assert.deepEqual(different(march(camera, size), march({ ...camera, even: false }, size)), []);
    }
    const left = march(cameraOf('left'), size);
    const right = march(cameraOf('right'), size);
    const mirrored = <T extends Uint8Array | Float32Array>(values: T): T =>
      values.map((_, i) => values[i - (i % size) + size - 1 - (i % size)] ?? NaN) as T;
    assert.deepEqual(
      different(left, { ...right, cover: mirrored(right.cover), depth: mirrored(right.depth) }).slice(0, 10),
      [],
    );
    assert.ok(different(left, right).length > 1000);
  });

  it('gives way after a few hundred pixels', () => {
    let looked = 0;
    const camera = cameraOf('quarter');
    const counting: Camera = {
      ...camera,
      get right() {
        looked++;
        return camera.right;
      },
    };
    const slices: number[] = [];
    const steps = marchHead(counting, 320, march(camera, 96));
    for (;;) {
      const before = looked;
      const step = steps.next();
      slices.push(looked - before);
      if (step.done) break;
    }
    // Each pixel and each list of bodies looks at the camera once; a list costs next to nothing.
    const lists = Math.ceil(320 / 16) ** 2;
    assert.ok(Math.max(...slices) <= 256 + lists, String(Math.max(...slices)));
    assert.ok(looked > 50_000, String(looked));
  });
});
