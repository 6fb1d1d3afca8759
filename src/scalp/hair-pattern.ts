import type { HairLossPattern } from '../domain/consultation/hair-loss.js';
import { DEFAULT_DESIGN } from '../domain/design/hairline-design.js';
import type { DotField } from './dot-field.js';
import { hairlineCurve, irregular, TURN, unrestOf } from './hairline-curve.js';
import { unitsOfMm } from './scalp-chart.js';

/** Follicular units of a full head, per cm²: 65 to 110 in nature. */
export const FULL_HEAD = 85;

/** A round place in the chart with less hair: middle, radii, and the part of the hair that is left in it. */
type Patch = readonly [a: number, b: number, wide: number, long: number, left: number];

/** Where hair begins at the front (heights of the middle and of the corners in mm), bare places, and how thick the rest is. */
interface Growth {
  readonly front: readonly [middle: number, corner: number];
  readonly patches?: readonly Patch[];
  readonly left?: number;
}

const CROWN = -0.2;

/** Hair that remains, by pattern. Measures are ours, after the drawings of each scale. */
const GROWTH: Readonly<Record<HairLossPattern, Growth>> = {
  'norwood-1': { front: [70, 80] },
  'norwood-2': { front: [76, 100] },
  'norwood-2a': { front: [90, 102] },
  'norwood-3': { front: [80, 128] },
  'norwood-3a': { front: [108, 130] },
  'norwood-3-vertex': { front: [80, 118], patches: [[0, CROWN, 0.42, 0.42, 0.1]] },
  'norwood-4': { front: [96, 138], patches: [[0, CROWN, 0.6, 0.58, 0.05]] },
  'norwood-4a': { front: [146, 148] },
  'norwood-5': {
    front: [122, 150],
    patches: [
      [0, CROWN, 0.8, 0.66, 0.04],
      [0, 0.55, 0.7, 0.3, 0.35],
    ],
  },
  'norwood-5a': { front: [175, 165], patches: [[0, 0.7, 0.8, 1.1, 0.04]] },
  'norwood-6': { front: [100, 140], patches: [[0, 0.5, 1.02, 1.62, 0]] },
  'norwood-7': { front: [100, 140], patches: [[0, 0.3, 1.34, 1.85, 0]], left: 0.75 },
  'ludwig-1': { front: [66, 80], patches: [[0, 0.5, 0.5, 1.2, 0.62]] },
  'ludwig-2': { front: [66, 80], patches: [[0, 0.5, 0.75, 1.25, 0.38]] },
  'ludwig-3': { front: [66, 80], patches: [[0, 0.5, 1, 1.3, 0.14]] },
  'female-frontal': {
    front: [66, 80],
    patches: [
      [0, 1.25, 0.6, 0.8, 0.3],
      [0, 0.3, 0.3, 0.9, 0.6],
    ],
  },
  'female-temporal': { front: [68, 118] },
  'aa-patchy': {
    front: [68, 80],
    patches: [
      [0.5, 0.9, 0.26, 0.3, 0],
      [-0.55, 0.3, 0.34, 0.28, 0],
      [0.2, -0.7, 0.3, 0.34, 0],
    ],
  },
  'aa-totalis': { front: [70, 80], left: 0 },
  'aa-universalis': { front: [70, 80], left: 0 },
  'aa-ophiasis': { front: [68, 80] },
  diffuse: { front: [70, 86], left: 0.45 },
  scarring: { front: [70, 82], patches: [[0.3, 0.1, 0.5, 0.42, 0]] },
  traction: { front: [92, 112], left: 0.85 },
  chemo: { front: [70, 82], left: 0.1 },
  'surgical-trauma': { front: [70, 82], patches: [[0.75, 0.5, 0.07, 0.5, 0]] },
  'scar-fut': { front: [74, 90] },
  'scar-fue': { front: [74, 90] },
};

const ramp = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Is this a pattern that can be shown? */
export function isGrown(pattern: string): pattern is HairLossPattern {
  return Object.hasOwn(GROWTH, pattern);
}

/** Hair there is at each place of the field, in hairs (follicular units) per cm². */
export function hairDensity(field: DotField, pattern: HairLossPattern): Float32Array {
  const { front, patches = [], left = 1 } = GROWTH[pattern];
  const [midHeight, corner] = front;
  const line = hairlineCurve({
    ...DEFAULT_DESIGN,
    shape: 'mature-receded',
    midHeight,
    leftCorner: corner,
    rightCorner: corner + 2,
    temporalPeak: 5,
    peakDepth: 1,
  });
  const border = irregular(line, unrestOf(77), 1.6);
  return field.away.map((away, i) => {
    const step = field.steps[i]!;
    const inside = (border[Math.floor(step)]! - away) / unitsOfMm(away);
    if (inside <= -4) return 0;
    let hair = left * ramp((inside + 4) / 18);
    const azimuth = (step / TURN - 0.5) * 2 * Math.PI;
    const a = away * Math.sin(azimuth);
    const b = away * Math.cos(azimuth);
    for (const [ma, mb, wide, long, rest] of patches) {
      const off = Math.sqrt(((a - ma) / wide) ** 2 + ((b - mb) / long) ** 2);
      hair *= rest + (1 - rest) * ramp((off - 0.86) / 0.26);
    }
    if (pattern === 'aa-ophiasis') hair *= 1 - ramp((away - 1.62) / 0.2) * ramp((Math.abs(azimuth) - 1.1) / 0.3);
    const back = ramp((Math.abs(azimuth) - 2.1) / 0.1);
    if (pattern === 'scar-fut') hair *= 1 - back * (1 - ramp((Math.abs(away - 1.85) - 0.035) / 0.03));
    if (pattern === 'scar-fue' && back > 0) {
      const spot = Math.hypot(((a * 9) % 1) - 0.5 * Math.sign(a), ((b * 9) % 1) - 0.5 * Math.sign(b));
      if (away > 1.5 && away < 2.3) hair *= 1 - back * (1 - ramp((spot - 0.16) / 0.12));
    }
    return FULL_HEAD * hair;
  });
}
