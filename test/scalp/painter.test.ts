import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import { shareAfter } from '../../src/domain/design/treatment-stage.js';
import { cameraOf } from '../../src/scalp/camera.js';
import { dotField, type DotField } from '../../src/scalp/dot-field.js';
import { hairDensity } from '../../src/scalp/hair-pattern.js';
import { marchHead, type HeadMap } from '../../src/scalp/head-map.js';
import { ALL, distance } from '../../src/scalp/head.js';
import { Painter, sightOf, type Ink, type Sight, type Spread } from '../../src/scalp/painter.js';
import { Region } from '../../src/scalp/region.js';

const SIDE = 240;
const INK: Ink = { rgb: [61, 57, 54], width: 0.4, strength: 0.68 };

function march(view: 'front' | 'left' | 'back'): HeadMap {
  const steps = marchHead(cameraOf(view), 160);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const FIELD = dotField(1);
const FRONT = sightOf(FIELD, cameraOf('front'), march('front'));
const REGION = new Region(FIELD);
REGION.shape(DEFAULT_DESIGN, FRONT.which);
const HAIR = hairDensity(FIELD, 'norwood-4');
const SPREAD: Spread = { over: HAIR, part: REGION.weights, density: 110, share: 1 };

const paper = (side = SIDE) => new Uint8ClampedArray(side * side * 4).fill(255);
function painted(spread: Spread, ink = INK, from = 0, sight = FRONT): Uint8ClampedArray {
  const picture = paper();
  new Painter().dots(picture, SIDE, FIELD, sight, spread, ink, from);
  return picture;
}
const darkness = (picture: Uint8ClampedArray) => picture.reduce((sum, one) => sum + 255 - one, 0);
/** Nowhere lighter than another. */
const nowhereLighter = (one: Uint8ClampedArray, other: Uint8ClampedArray) =>
  one.every((value, i) => value <= (other[i] ?? NaN));

/** One dot at a place of the picture. */
function single(u: number, v: number): readonly [DotField, Sight, Spread] {
  const field: DotField = {
    count: 1,
    places: new Float32Array(3),
    normals: new Float32Array(3),
    levels: Float32Array.of(10),
    steps: new Float32Array(1),
    away: new Float32Array(1),
    sizes: Uint8Array.of(3),
    tones: Uint8Array.of(255),
  };
  const sight = { count: 1, which: new Uint32Array(1), at: Float32Array.of(u, v), facing: Uint8Array.of(255) };
  return [field, sight, { over: new Float32Array(1), part: Float32Array.of(1), density: 20, share: 1 }];
}

/** Pixels that are not white any more, as columns and rows. */
function marks(picture: Uint8ClampedArray, side: number): [x: number, y: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < side * side; i++) {
    if (picture.subarray(i * 4, i * 4 + 4).some((one) => one < 255)) found.push([i % side, Math.floor(i / side)]);
  }
  return found;
}

describe('Painter', () => {
  it('only darkens, and leaves what is clear clear', () => {
    const picture = Uint8ClampedArray.from({ length: SIDE * SIDE * 4 }, (_, i) => (i * 7919) % 256);
    const before = picture.slice();
    const drawn = new Painter().dots(picture, SIDE, FIELD, FRONT, SPREAD, INK);
    assert.ok(drawn > 3000, String(drawn));
    assert.ok(nowhereLighter(picture, before));
    assert.ok(picture.every((value, i) => i % 4 !== 3 || value === before[i]));
    assert.ok(darkness(picture) > darkness(before));
    assert.equal(nowhereLighter(before, picture), false);
  });

  it('marks no pixel that is further from a dot than its stamp', () => {
    const side = 64;
    for (const width of [0.3, 0.4, 1.7]) {
      for (const perMm of [0.8, 2.3, 6]) {
        for (const [u, v] of [
          [0.5, 0.5],
          [0.5078, 0.4921],
          [0.501, 0.5149],
        ] as const) {
          const picture = paper(side);
          assert.equal(new Painter().dots(picture, side, ...single(u, v), { ...INK, width }, 0, perMm), 1);
          const found = marks(picture, side);
          assert.ok(found.length > 0);
          const reach = Math.max(2, width * perMm * 1.5) + 1.5;
          for (const [x, y] of found)
            assert.ok(Math.hypot(x + 0.5 - u * side, y + 0.5 - v * side) < reach * Math.SQRT2);
          // Its middle is where the dot is, to a quarter of a pixel.
          let [sum, across, down] = [0, 0, 0];
          for (const [x, y] of found) {
            const ink = 255 - (picture[(y * side + x) * 4] ?? NaN);
            sum += ink;
            across += ink * (x + 0.5);
            down += ink * (y + 0.5);
          }
          assert.ok(Math.hypot(across / sum - u * side, down / sum - v * side) < 0.3, `${width}, ${perMm}`);
        }
      }
    }
  });

  it('writes nothing outside the picture for a dot on its rim, nor on the other side of it', () => {
    const side = 32;
    const guard = side * 4 * 8;
    const rim = [0, 0.001, 0.03, 0.06, 0.09, 0.5, 0.91, 0.94, 0.97, 0.999];
    let drawn = 0;
    for (const u of rim) {
      for (const v of rim) {
        const room = new Uint8ClampedArray(guard * 2 + side * side * 4).fill(255);
        const picture = room.subarray(guard, guard + side * side * 4);
        drawn += new Painter().dots(picture, side, ...single(u, v), { ...INK, width: 1.7 }, 0, 2);
        assert.ok(room.subarray(0, guard).every((one) => one === 255));
        assert.ok(room.subarray(guard + picture.length).every((one) => one === 255));
        for (const [x, y] of marks(picture, side)) {
          assert.ok(Math.hypot(x - u * side, y - v * side) < side / 2, `${u}, ${v}: ${x}, ${y}`);
        }
      }
    }
    assert.ok(drawn > 0);
  });

  it('begins where it is told to', () => {
    const whole = painted(SPREAD);
    const half = painted(SPREAD, INK, 0.5);
    const stamp = 3;
    const column = (i: number) => (i >> 2) % SIDE;
    assert.equal(darkness(half.filter((_, i) => column(i) < SIDE / 2 - stamp)), 0);
    assert.ok(darkness(half.filter((_, i) => column(i) >= SIDE / 2 + stamp)) > 10_000);
    assert.ok(half.every((one, i) => column(i) < SIDE / 2 + stamp || one === whole[i]));
    assert.equal(darkness(painted(SPREAD, INK, 1)), 0);
  });

  it('spends ink in proportion to dots', () => {
    const faint = { ...INK, strength: 0.2 };
    const none = new Float32Array(FIELD.count);
    const all = new Float32Array(FIELD.count).fill(1);
    const inkFor = (density: number) => {
      const picture = paper();
      const drawn = new Painter().dots(
        picture,
        SIDE,
        FIELD,
        FRONT,
        { over: none, part: all, density, share: 1 },
        faint,
      );
      return [drawn, darkness(picture)] as const;
    };
    const [few, little] = inkFor(20);
    for (const density of [40, 65, 130]) {
      const [drawn, ink] = inkFor(density);
      assert.ok(Math.abs(drawn / few / (density / 20) - 1) < 0.03, `${density}: ${drawn}, ${few}`);
      assert.ok(Math.abs(ink / little / (drawn / few) - 1) < 0.08, `${density}: ${ink / little}, ${drawn / few}`);
    }
  });

  it('adds dots from session to session, and moves none', () => {
    const sessions = [1, 2, 3, 4].map((session) => painted({ ...SPREAD, share: shareAfter(session, 4) }));
    sessions.forEach((picture, i) => {
      const before = sessions[i - 1];
      if (!before) return;
      assert.ok(nowhereLighter(picture, before));
      assert.ok(darkness(picture) > darkness(before) * 1.1);
    });
    assert.equal(darkness(painted({ ...SPREAD, share: 0 })), 0);
  });

  it('adds dots from density to density, and moves none', () => {
    for (const share of [0.3, 0.7, 1]) {
      const pictures = [20, 40, 65, 90, 130].map((density) => painted({ ...SPREAD, density, share }));
      pictures.forEach((picture, i) => {
        const before = pictures[i - 1];
        assert.ok(!before || nowhereLighter(picture, before), `${share}`);
      });
    }
    // Dots of another seed are elsewhere.
    const other = { ...FIELD, levels: FIELD.levels.slice().reverse() };
    const picture = paper();
    new Painter().dots(picture, SIDE, other, FRONT, SPREAD, INK);
    assert.equal(nowhereLighter(picture, painted({ ...SPREAD, density: 65 })), false);
  });

  it('leaves dots where they are in another shade', () => {
    // Where a dot has its middle any shade takes light; how much, is the shade's.
    const dark = painted(SPREAD, { ...INK, rgb: [42, 40, 38] });
    const light = painted(SPREAD, { ...INK, rgb: [140, 133, 125] });
    assert.ok(nowhereLighter(dark, light));
    assert.ok(darkness(dark) > darkness(light) * 1.4);
    const middles = [...light.keys()].filter((i) => (light[i] ?? NaN) < 245);
    assert.ok(middles.length > 3000 && middles.every((i) => (dark[i] ?? NaN) < 245));
  });

  it('puts no pigment where hair is as dense as the wish', () => {
    const hairy = new Float32Array(FIELD.count).fill(110);
    assert.equal(darkness(painted({ ...SPREAD, over: hairy })), 0);
    assert.ok(darkness(painted({ ...SPREAD, over: hairy, density: 120 })) > 0);
  });

  it('draws the same with stamps it has made before', () => {
    const painter = new Painter();
    const wide = { ...INK, width: 1.7 };
    const draw = (ink: Ink) => {
      const picture = paper();
      painter.dots(picture, SIDE, FIELD, FRONT, SPREAD, ink);
      return picture;
    };
    assert.deepEqual([draw(INK), draw(wide), draw(INK)], [painted(SPREAD), painted(SPREAD, wide), painted(SPREAD)]);
  });
});

describe('sightOf', () => {
  for (const view of ['front', 'left', 'back'] as const) {
    it(`sees what a straight look from a dot to the camera does: ${view}`, () => {
      const camera = cameraOf(view);
      const { back } = camera;
      const seen = new Set(sightOf(FIELD, camera, march(view)).which);
      let [visible, hidden, wrong] = [0, 0, 0];
      for (let i = 0; i < FIELD.count; i += 17) {
        const part = (values: Float32Array, k: number) => values[3 * i + k] ?? NaN;
        const facing = [0, 1, 2].reduce((sum, k) => sum + part(FIELD.normals, k) * (back[k] ?? NaN), 0);
        // What is seen at a slant, and what lies next to the edge of an ear, may go either way.
        if (Math.abs(facing) < 0.25) continue;
        let clear = facing > 0;
        let nearest = Infinity;
        for (let t = 6; clear && t < 260; t += 1.5) {
          const [x = NaN, y = NaN, z = NaN] = [0, 1, 2].map((k) => part(FIELD.places, k) + t * (back[k] ?? NaN));
          nearest = Math.min(nearest, distance(x, y, z, ALL));
          clear = nearest > 0;
        }
        if (clear && nearest < 1.5) continue;
        if (clear) visible++;
        else hidden++;
        if (clear !== seen.has(i)) wrong++;
      }
      assert.ok(visible > 500 && hidden > 500, `${visible}, ${hidden}`);
      assert.ok(wrong < (visible + hidden) * 0.01, `${wrong} of ${visible + hidden}`);
    });
  }
});
