import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN, withShape, type HairlineDesign } from '../../src/domain/design/hairline-design.js';
import { EDGES, HAIRLINE_SHAPES, TEMPLES } from '../../src/domain/design/hairline.js';
import { dotField } from '../../src/scalp/dot-field.js';
import { CORNER_AZIMUTH, hairlineCurve, TURN } from '../../src/scalp/hairline-curve.js';
import { Region } from '../../src/scalp/region.js';
import { unitsOfMm } from '../../src/scalp/scalp-chart.js';

const FIELD = dotField(1);
const ALL = Uint32Array.from({ length: FIELD.count }, (_, i) => i);
const WIDE: HairlineDesign = { ...withShape(DEFAULT_DESIGN, 'straight'), leftCorner: 80, rightCorner: 80 };

function weightsOf(design: HairlineDesign): Float32Array {
  const region = new Region(FIELD);
  region.shape(design, ALL);
  return region.weights;
}

interface Dot {
  readonly azimuth: number;
  /** mm behind the clean line, on the way to the crown. */
  readonly behind: number;
  readonly weight: number;
}
function dotsOf(design: HairlineDesign): Dot[] {
  const line = hairlineCurve(design);
  return [...weightsOf(design)].map((weight, i) => {
    const [step, away] = [FIELD.steps[i] ?? NaN, FIELD.away[i] ?? NaN];
    return {
      azimuth: (step / TURN - 0.5) * 2 * Math.PI,
      behind: ((line[Math.floor(step)] ?? NaN) - away) / unitsOfMm(away),
      weight,
    };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
/** Mean weight in steps of 2 mm, from 12 mm before the line. */
function profile(dots: readonly Dot[], from: number, to: number): number[] {
  const bins: number[][] = Array.from({ length: 22 }, () => []);
  for (const { azimuth, behind, weight } of dots) {
    if (Math.abs(azimuth) < from || Math.abs(azimuth) > to) continue;
    bins[Math.floor((behind + 12) / 2)]?.push(weight);
  }
  return bins.map((bin) => {
    assert.ok(bin.length > 10);
    return mean(bin);
  });
}
/** Over how many mm a profile climbs from a tenth to nine tenths. */
const climb = (values: readonly number[]) =>
  2 * (values.findIndex((one) => one > 0.9) - values.findIndex((one) => one > 0.1));

describe('Region', () => {
  for (const shape of HAIRLINE_SHAPES) {
    it(`is empty before the line and full behind it: ${shape}`, () => {
      for (const edge of EDGES) {
        const dots = dotsOf({ ...withShape(DEFAULT_DESIGN, shape), edge });
        assert.ok(dots.every(({ weight }) => weight >= 0 && weight <= 1));
        // Up to the corners; behind them the line runs down steeply.
        const front = dots.filter(({ azimuth }) => Math.abs(azimuth) < CORNER_AZIMUTH * 0.8);
        const outside = front.filter(({ behind }) => behind < -16);
        const inside = front.filter(({ behind }) => behind > 45);
        assert.ok(outside.length > 20 && inside.length > 1000, `${outside.length}, ${inside.length}`);
        assert.ok(outside.every(({ weight }) => weight === 0));
        assert.ok(inside.every(({ weight }) => weight === 1));
      }
    });
  }

  for (const edge of EDGES) {
    it(`rises behind the line, without a step back: ${edge}`, () => {
      const values = profile(dotsOf({ ...WIDE, edge }), 0, CORNER_AZIMUTH * 0.8);
      values.forEach((one, i) => assert.ok(i === 0 || one >= (values[i - 1] ?? NaN) - 0.005, values.join(' ')));
      assert.ok((values[0] ?? NaN) < 0.02 && (values.at(-1) ?? NaN) > 0.99, values.join(' '));
      // At the line itself it has begun, and is far from full where the edge is soft.
      const here = values[6] ?? NaN;
      assert.ok(here > 0.05 && (edge === 'defined' || here < 0.5), String(here));
    });
  }

  it('takes longer to rise, and scatters further, the softer the edge', () => {
    const [soft, medium, defined] = EDGES.map((edge) => profile(dotsOf({ ...WIDE, edge }), 0, CORNER_AZIMUTH * 0.8));
    assert.ok(soft && medium && defined);
    assert.ok(climb(soft) > climb(medium) && climb(medium) > climb(defined), [soft, medium, defined].map(climb).join());
    assert.ok(climb(soft) >= 12 && climb(defined) <= 8);
    const before = (values: readonly number[]) => mean(values.slice(0, 5));
    assert.ok(before(soft) > before(medium) && before(medium) > before(defined));
  });

  it('does so at the temples by their own wish, and leaves the front', () => {
    const [soft, medium, defined] = TEMPLES.map((temples) => dotsOf({ ...WIDE, temples }));
    assert.ok(soft && medium && defined);
    const front = ({ azimuth }: Dot) => Math.abs(azimuth) < CORNER_AZIMUTH * 0.98;
    assert.deepEqual(soft.filter(front), defined.filter(front));
    const half = (dots: readonly Dot[]) =>
      dots.filter(
        ({ azimuth, weight }) => Math.abs(azimuth) > 0.95 && Math.abs(azimuth) < 1.3 && weight > 0 && weight < 1,
      ).length;
    assert.ok(half(soft) > half(medium) * 1.2 && half(medium) > half(defined) * 1.2);
  });

  it('differs a little from left to right, as grown hair does', () => {
    const even = { ...WIDE, edge: 'medium' } as const;
    for (const seed of [1, 2, 3, 40, 65_535]) {
      const dots = dotsOf({ ...even, seed });
      // Where each side reaches half of its density, in pieces of 6 degrees.
      const half = (sign: number, degrees: number) => {
        const piece = dots.filter(({ azimuth }) => Math.abs((sign * azimuth * 180) / Math.PI - degrees) < 3);
        const found = piece.filter(({ weight }) => weight > 0.35 && weight < 0.65).map(({ behind }) => behind);
        assert.ok(found.length > 5);
        return mean(found);
      };
      const differences = [4, 10, 16, 22, 28].map((degrees) => Math.abs(half(1, degrees) - half(-1, degrees)));
      assert.ok(Math.max(...differences) > 0.3 && Math.max(...differences) < 6, differences.join());
    }
  });

  it('is moved by a lower line outwards only', () => {
    const [high, low] = [90, 70].map((midHeight) =>
      weightsOf({ ...DEFAULT_DESIGN, midHeight, leftCorner: midHeight + 10, rightCorner: midHeight + 10 }),
    );
    assert.ok(high && low);
    assert.ok(low.every((weight, i) => weight >= (high[i] ?? NaN) - 0.02));
    assert.ok(mean([...low]) > mean([...high]) + 0.02);
  });

  it('works out the places it is told to, and the same after any others', () => {
    const region = new Region(FIELD);
    const some = ALL.filter((i) => i % 2 === 0);
    region.shape(DEFAULT_DESIGN, some);
    const expected = weightsOf(DEFAULT_DESIGN);
    assert.ok(region.weights.every((weight, i) => weight === (i % 2 === 0 ? expected[i] : 0)));
    for (const shape of HAIRLINE_SHAPES) region.shape({ ...withShape(WIDE, shape), seed: 9, edge: 'defined' }, ALL);
    region.shape(DEFAULT_DESIGN, ALL);
    assert.deepEqual(region.weights, expected);
  });
});
