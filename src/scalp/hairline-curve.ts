import type { HairlineDesign } from '../domain/design/hairline-design.js';
import type { HairlineShape } from '../domain/design/hairline.js';
import { randomFrom } from './blue-noise.js';
import { chartedAt, CHART_REACH, placeAt, unitsOfMm } from './scalp-chart.js';

/** Height of the glabella, from where heights are measured, in mm; towards the temple the brow rises. */
const browAt = (azimuth: number): number => 18 + 6 * Math.min(1, azimuth * azimuth * 2.6);
/** Steps of a whole turn around the crown. */
export const TURN = 2048;

/** Azimuth of the line from the outer corner of the eye to the crown, on which the corners lie. */
export const CORNER_AZIMUTH = chartedAt(47, 20, 66).azimuth;

/**
 * How a shape gets from its middle to its corners: the power of the curve (2 a round arc, more a flat line that turns at
 * its end, less a line that climbs at once), and how far the corner is rounded, in degrees.
 */
const CHARACTER: Readonly<Record<HairlineShape, readonly [power: number, rounding: number]>> = {
  'natural-rounded': [2.1, 5],
  straight: [5, 1.5],
  'widows-peak': [2, 4.5],
  'mature-receded': [1.7, 5.5],
  'juvenile-low': [2.6, 5],
  'm-shape': [1.25, 3],
  round: [2, 8],
  rectangular: [6, 3],
};

/** How the line of a shape climbs from its middle (0) to its corners (1): `u` to the power of this. */
export function powerOf(shape: HairlineShape): number {
  return CHARACTER[shape][0];
}

/** The border of the scalp behind the corners, down the temple, around the ear and along the nape: places in mm. */
const SIDES = [
  [68, 36, 36],
  [71, 17, 20],
  [72, -8, 6],
  [70, 6, -6],
  [72, 27, -14],
  [72, 27, -28],
  [68, -2, -46],
  [62, -30, -56],
  [44, -52, -72],
  [20, -58, -84],
  [0, -54, -88],
] as const;

/** Distance from the crown of the place that lies `height` mm over the skin above the brow. */
export function awayAt(azimuth: number, height: number): number {
  let away = CHART_REACH;
  let last = placeAt(azimuth, away);
  let risen = 0;
  const step = 0.01;
  const brow = browAt(azimuth);
  while (away > 0.2) {
    const next = placeAt(azimuth, away - step);
    if (next[1] > brow) {
      const part = last[1] < brow ? (next[1] - brow) / (next[1] - last[1]) : 1;
      const length = part * Math.hypot(next[0] - last[0], next[1] - last[1], next[2] - last[2]);
      if (risen + length >= height) return away - step * ((height - risen) / length);
      risen += length;
    }
    last = next;
    away -= step;
  }
  return away;
}

/** Height in mm over the skin above the brow, of a place of the chart. */
export function heightAt(azimuth: number, away: number): number {
  let height = 0;
  const brow = browAt(azimuth);
  let last = placeAt(azimuth, away);
  for (let at = away + 0.01; at < CHART_REACH; at += 0.01) {
    const next = placeAt(azimuth, at);
    const length = Math.hypot(next[0] - last[0], next[1] - last[1], next[2] - last[2]);
    if (next[1] < brow) return height + (length * (last[1] - brow)) / (last[1] - next[1]);
    height += length;
    last = next;
  }
  return height;
}

/** A curve through points in rising order of x, without swinging beyond them (Fritsch and Carlson). */
function smooth(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const slopes = xs.slice(1).map((x, i) => (ys[i + 1]! - ys[i]!) / (x - xs[i]!));
  const tangents = xs.map((_, i) => {
    const before = slopes[i - 1];
    const after = slopes[i];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  let at = 0;
  return (x) => {
    while (at < slopes.length - 1 && x > xs[at + 1]!) at++;
    while (at > 0 && x < xs[at]!) at--;
    const width = xs[at + 1]! - xs[at]!;
    const t = (x - xs[at]!) / width;
    const [y0, y1, m0, m1] = [ys[at]!, ys[at + 1]!, tangents[at]! * width, tangents[at + 1]! * width];
    return y0 + t * (m0 + t * (3 * (y1 - y0) - 2 * m0 - m1 + t * (m0 + m1 - 2 * (y1 - y0))));
  };
}

/** Averages a closed table over a width that may change along it. */
function rounded(table: Float32Array, width: (i: number) => number): Float32Array {
  return table.map((_, i) => {
    const reach = Math.round(width(i));
    let sum = 0;
    let weights = 0;
    for (let k = -reach; k <= reach; k++) {
      const weight = reach + 1 - Math.abs(k);
      sum += weight * table[(i + k + TURN) % TURN]!;
      weights += weight;
    }
    return sum / weights;
  });
}

const sides = SIDES.map(([x, y, z]) => chartedAt(x, y, z));

/**
 * The border of the scalp that a design wishes for: for each step around the crown, starting at the back and going by
 * the client's right to the face, its distance from the crown in the chart. Without the small irregularities.
 */
export function hairlineCurve(design: HairlineDesign): Float32Array {
  const { midHeight, leftCorner, rightCorner, peakDepth, temporalPeak, shape } = design;
  const [power, rounding] = CHARACTER[shape];
  const table = new Float32Array(TURN);
  for (const side of [1, -1] as const) {
    const corner = side === 1 ? leftCorner : rightCorner;
    const xs: number[] = [];
    const ys: number[] = [];
    for (let k = 0; k <= 12; k++) {
      const u = k / 12;
      const dip = peakDepth * Math.exp(-((u / 0.2) ** 2));
      xs.push(u * CORNER_AZIMUTH);
      ys.push(awayAt(xs[k]!, midHeight + (peakDepth - dip) + (corner - midHeight - peakDepth) * u ** power));
    }
    sides.forEach(({ azimuth, away }, k) => {
      // The peak of the temple reaches towards the eye; what follows it gives way a little.
      const forward = [temporalPeak, temporalPeak / 3][k] ?? 0;
      xs.push(azimuth);
      ys.push(away + forward * unitsOfMm(away));
    });
    const curve = smooth(xs, ys);
    for (let i = 0; i <= TURN / 2; i++) {
      table[(TURN / 2 + side * i + TURN) % TURN] = curve((i / TURN) * 2 * Math.PI);
    }
  }
  const corner = (CORNER_AZIMUTH / Math.PI / 2) * TURN;
  const line = rounded(table, (i) => {
    const around = Math.abs(i - TURN / 2);
    const degrees = around > corner ? Math.max(rounding, 3) : rounding;
    const off = Math.max(0, around - corner - TURN / 24, corner - around) / (TURN / 36);
    return 2 + ((degrees * TURN) / 360) * Math.max(0, 1 - off * 0.6);
  });
  // A corner that is rounded off would lie lower than it was asked for: what is around it rises with it.
  for (const side of [1, -1]) {
    const at = TURN / 2 + side * Math.round(corner);
    const short = table[at]! - line[at]!;
    const wide = TURN / 16;
    for (let k = -wide; k <= wide; k++)
      line[at + k] = line[at + k]! + short * Math.cos((k / wide) * (Math.PI / 2)) ** 2;
  }
  return line;
}

/** What makes a line look grown, in mm for each step around the crown. */
export interface Unrest {
  readonly seed: number;
  /** A slow swing of 1 mm on average, 4 at most. */
  readonly slow: Float32Array;
  /** A fine unrest, to be taken more or less. */
  readonly fine: Float32Array;
}

/** The unrest of a seed; the same for the same seed. */
export function unrestOf(seed: number): Unrest {
  const random = randomFrom(seed);
  const table = (count: number, least: number, spread: number, size: number) => {
    const sum = new Float32Array(TURN);
    for (let k = 0; k < count; k++) {
      const turns = (Math.round(least + spread * random()) / TURN) * 2 * Math.PI;
      const phase = random() * 2 * Math.PI;
      const most = size * (0.6 + 0.8 * random());
      for (let i = 0; i < TURN; i++) sum[i] = sum[i]! + most * Math.sin(i * turns + phase);
    }
    return sum;
  };
  return { seed, slow: table(7, 5, 17, 0.5), fine: table(15, 38, 130, 0.42) };
}

/** A line with its unrest; `grain` says how much of the fine part. */
export function irregular(curve: Float32Array, { slow, fine }: Unrest, grain: number): Float32Array {
  return curve.map((away, i) => away + (slow[i]! + grain * fine[i]!) * unitsOfMm(away));
}
