import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN, withShape, type HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { HAIRLINE_SHAPES } from '../../src/domain/design/hairline.js';
import {
  awayAt,
  CORNER_AZIMUTH,
  hairlineCurve,
  heightAt,
  irregular,
  TURN,
  unrestOf,
} from '../../src/scalp/hairline-curve.js';
import { placeAt, unitsOfMm } from '../../src/scalp/scalp-chart.js';
import { apart } from './skin-patch.js';

/** Where a line is at an azimuth, between its steps. */
function lineAt(curve: Float32Array, azimuth: number): number {
  const step = (azimuth / (2 * Math.PI) + 0.5) * TURN;
  const at = Math.floor(step);
  const [one, next] = [curve[at % TURN] ?? NaN, curve[(at + 1) % TURN] ?? NaN];
  return one + (next - one) * (step - at);
}
const lineHeight = (curve: Float32Array, azimuth: number) => heightAt(azimuth, lineAt(curve, azimuth));

const handles = (design: HairlineDesign): [number, number][] => [
  [0, design.midHeight],
  [CORNER_AZIMUTH, design.leftCorner],
  [-CORNER_AZIMUTH, design.rightCorner],
];

/** The lowest and highest corners there may be, alike and not, and the deepest peak. */
const EXTREMES: readonly Partial<HairlineDesign>[] = [
  { midHeight: 60, leftCorner: 60, rightCorner: 60, peakDepth: 0, temporalPeak: 0 },
  { midHeight: 110, leftCorner: 140, rightCorner: 140, peakDepth: 0, temporalPeak: 20 },
  { midHeight: 60, leftCorner: 140, rightCorner: 60, peakDepth: 20 },
  { midHeight: 110, leftCorner: 60, rightCorner: 140, peakDepth: 0 },
];

describe('heightAt', () => {
  it('measures over the skin, from the brow', () => {
    for (const azimuth of [-0.6, -0.2, 0, 0.4]) {
      const brow = 18 + 6 * Math.min(1, azimuth * azimuth * 2.6);
      let length = 0;
      let last = placeAt(azimuth, 1.2);
      // In far smaller steps than its own.
      for (let away = 1.201; last[1] > brow; away += 0.001) {
        const next = placeAt(azimuth, away);
        length += apart(last, next);
        last = next;
      }
      assert.ok(Math.abs(heightAt(azimuth, 1.2) - length) < 0.3);
    }
  });

  it('is where awayAt puts it', () => {
    for (let azimuth = -0.64; azimuth <= 0.64; azimuth += 0.08) {
      for (let height = 60; height <= 140; height += 10) {
        assert.ok(Math.abs(heightAt(azimuth, awayAt(azimuth, height)) - height) < 0.05);
      }
    }
  });
});

describe('hairlineCurve', () => {
  for (const shape of HAIRLINE_SHAPES) {
    it(`lies at the heights asked for: ${shape}`, () => {
      const starts = withShape(DEFAULT_DESIGN, shape);
      for (const design of [starts, ...EXTREMES.map((part) => ({ ...starts, ...part }))]) {
        const curve = hairlineCurve(design);
        for (const [azimuth, height] of handles(design)) {
          const found = lineHeight(curve, azimuth);
          assert.ok(Math.abs(found - height) < 1.5, `${found} mm, not ${height}: ${JSON.stringify(design)}`);
        }
      }
    });

    it(`goes once around the crown without a jump: ${shape}`, () => {
      for (const part of [{}, ...EXTREMES]) {
        const curve = hairlineCurve({ ...withShape(DEFAULT_DESIGN, shape), ...part });
        assert.equal(curve.length, TURN);
        curve.forEach((away, i) => {
          const next = curve[(i + 1) % TURN] ?? NaN;
          // Around the ear it runs straight down, which is along a step.
          const most = Math.abs(i / TURN - 0.5) < 0.2 ? 4 : 12;
          assert.ok(Math.abs(away - next) / unitsOfMm(away) < most, `step ${i}`);
          assert.ok(away > 0.2 && away < 4);
        });
      }
    });
  }

  it('is found to lie elsewhere where its corners are cut', () => {
    const design = withShape(DEFAULT_DESIGN, 'round');
    const curve = hairlineCurve(design);
    const reach = 40;
    const cut = curve.map((_, i) => {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) sum += curve[(i + k + TURN) % TURN] ?? NaN;
      return sum / (2 * reach + 1);
    });
    assert.ok(Math.abs(lineHeight(cut, CORNER_AZIMUTH) - design.leftCorner) > 1.5);
  });

  it('takes the client’s left for left', () => {
    assert.ok(placeAt(CORNER_AZIMUTH, 1)[0] > 10);
    const curve = hairlineCurve({ ...DEFAULT_DESIGN, leftCorner: 100, rightCorner: 80 });
    assert.ok(lineHeight(curve, CORNER_AZIMUTH) > lineHeight(curve, -CORNER_AZIMUTH) + 18);
  });

  it('is the same on both sides for a design that is', () => {
    const curve = hairlineCurve({ ...DEFAULT_DESIGN, leftCorner: 92, rightCorner: 92 });
    for (let i = 1; i < TURN / 2; i++) {
      const [left, right] = [curve[TURN / 2 + i] ?? NaN, curve[TURN / 2 - i] ?? NaN];
      assert.ok(Math.abs(left - right) < 1e-4, `step ${i}`);
    }
  });

  it('dips in the middle, as deep as the peak', () => {
    const flat = { ...withShape(DEFAULT_DESIGN, 'straight'), midHeight: 80, leftCorner: 92, rightCorner: 92 };
    for (const peakDepth of [0, 8]) {
      const curve = hairlineCurve({ ...flat, peakDepth });
      const beside = lineHeight(curve, CORNER_AZIMUTH * 0.45);
      assert.ok(Math.abs(beside - 80 - peakDepth) < 1.5, `${beside}`);
    }
  });

  it('reaches forward at the temple by the mm asked for, and leaves the rest', () => {
    const [none, ten] = [0, 10].map((temporalPeak) => hairlineCurve({ ...DEFAULT_DESIGN, temporalPeak }));
    assert.ok(none && ten);
    const forward = none.map((away, i) => ((ten[i] ?? NaN) - away) / unitsOfMm(away));
    assert.ok(Math.abs(Math.max(...forward) - 10) < 2.5, String(Math.max(...forward)));
    assert.ok(Math.min(...forward) > -1);
    for (const [azimuth] of handles(DEFAULT_DESIGN)) assert.ok(Math.abs(lineAt(forward, azimuth)) < 1.5);
    assert.ok(Math.abs(forward[0] ?? NaN) < 0.01);
  });
});

describe('irregular', () => {
  const clean = hairlineCurve({ ...DEFAULT_DESIGN, leftCorner: 92, rightCorner: 92 });
  const offsets = (seed: number, grain: number) =>
    irregular(clean, unrestOf(seed), grain).map((away, i) => (away - (clean[i] ?? NaN)) / unitsOfMm(clean[i] ?? NaN));

  it('moves a line by a few mm, on average not at all', () => {
    for (let seed = 0; seed < 40; seed++) {
      for (const grain of [0.35, 1, 2]) {
        const mm = offsets(seed, grain);
        const most = Math.max(...mm.map(Math.abs));
        assert.ok(most > 0.8 && most < 6 + 5.5 * grain, `seed ${seed}, grain ${grain}: ${most}`);
        const mean = mm.reduce((sum, one) => sum + one, 0) / TURN;
        assert.ok(Math.abs(mean) < 0.1);
      }
    }
  });

  it('moves left and right a little differently', () => {
    for (let seed = 0; seed < 40; seed++) {
      const mm = offsets(seed, 1);
      // Between the corners, over pieces of 5 degrees: what the eye compares.
      let most = 0;
      for (let degrees = 5; degrees <= 35; degrees += 5) {
        const piece = (sign: number) => {
          let sum = 0;
          for (let k = -14; k <= 14; k++) {
            sum += mm[TURN / 2 + sign * Math.round((degrees / 360) * TURN) + k] ?? NaN;
          }
          return sum / 29;
        };
        most = Math.max(most, Math.abs(piece(1) - piece(-1)));
      }
      assert.ok(most > 0.3 && most < 6, `seed ${seed}: ${most}`);
    }
  });

  it('is finer where the grain is', () => {
    const fine = (grain: number) => {
      const mm = offsets(3, grain);
      return mm.reduce((sum, one, i) => sum + Math.abs(one - (mm[(i + 4) % TURN] ?? NaN)), 0);
    };
    assert.ok(fine(2) > 3 * fine(0.35));
  });

  it('is the same for the same seed only', () => {
    assert.deepEqual(offsets(5, 1), offsets(5, 1));
    assert.notDeepEqual(offsets(5, 1), offsets(6, 1));
  });
});
