import type { HairlineDesign } from '../domain/design/hairline-design.js';
import { DEFAULT_DESIGN } from '../domain/design/hairline-design.js';
import { blueNoise, randomFrom } from './blue-noise.js';
import { hairlineCurve, TURN } from './hairline-curve.js';
import { areaAt, CHART_REACH, readChart, unitsOfMm } from './scalp-chart.js';

/** The most dots a cm² of skin can carry here, pigment and hair together. */
export const MOST_DOTS = 130;

/**
 * Every place on the scalp that a dot or a hair may take. One list for all designs and all sides: a design, a session or
 * a density only says which of them are there, so that no dot ever moves.
 */
export interface DotField {
  readonly count: number;
  /** Places, in mm, and directions of the skin there: x, y and z in turn. */
  readonly places: Float32Array;
  readonly normals: Float32Array;
  /** The density in dots per cm² from which on a dot is there: those up to n are spread evenly, n to a cm². */
  readonly levels: Float32Array;
  /** Step around the crown, and distance from it, in the chart. */
  readonly steps: Float32Array;
  readonly away: Float32Array;
  /** How large (0 to 3) and how dark (192 to 255) a dot is: no two are quite alike. */
  readonly sizes: Uint8Array;
  readonly tones: Uint8Array;
}

const TILE_POINTS = 8192;
/** Squares along a side of the pattern. */
const SQUARES = 8;

/** The pattern that all fields are laid out with. */
interface Tile {
  /** Places, x and y in turn, 0 to 1. */
  readonly points: Float32Array;
  /** The points in each square, in their order: where skin is small on the chart, only the first ones are there. */
  readonly squares: readonly (readonly number[])[];
}

let tile: Tile | undefined;

/** Makes the pattern ready; once. */
export function prepareTile(): Tile {
  if (tile) return tile;
  const points = blueNoise(TILE_POINTS, 1);
  const squares = Array.from({ length: SQUARES * SQUARES }, (): number[] => []);
  for (let i = 0; i < TILE_POINTS; i++) {
    squares[((points[i * 2 + 1]! * SQUARES) | 0) * SQUARES + ((points[i * 2]! * SQUARES) | 0)]!.push(i);
  }
  return (tile = { points, squares });
}

/** Room for what may be asked for: the lowest line there is, and what scatters before it. */
const LOWEST: HairlineDesign = {
  ...DEFAULT_DESIGN,
  shape: 'rectangular',
  midHeight: 60,
  leftCorner: 60,
  rightCorner: 60,
  temporalPeak: 20,
};
const SCATTER = 8;
let border: Float32Array | undefined;

/** All places for a seed. */
export function dotField(seed: number): DotField {
  const { points, squares } = prepareTile();
  const random = randomFrom(seed);
  const at = new Float32Array(7);
  readChart(0, 0, at);
  // Points for one unit² of the chart where it is largest.
  const dense = (MOST_DOTS / 100) * at[6]! * 1.06;
  const side = Math.sqrt(TILE_POINTS / dense);
  const wide = side / SQUARES;
  const [shiftA, shiftB] = [random() * side, random() * side];
  const reach = (border ??= hairlineCurve(LOWEST).map((away) => away + SCATTER * unitsOfMm(away)));
  const room = 100_000;
  const places = new Float32Array(room * 3);
  const normals = new Float32Array(room * 3);
  const levels = new Float32Array(room);
  const steps = new Float32Array(room);
  const aways = new Float32Array(room);
  const sizes = new Uint8Array(room);
  const tones = new Uint8Array(room);
  const most = Math.max(...reach);
  let count = 0;
  let dice = seed;
  for (let top = -CHART_REACH - shiftB; top < CHART_REACH; top += side) {
    for (let left = -CHART_REACH - shiftA; left < CHART_REACH; left += side) {
      for (const [s, square] of squares.entries()) {
        const [a0, b0] = [left + (s % SQUARES) * wide, top + ((s / SQUARES) | 0) * wide];
        const [a1, b1] = [a0 + wide, b0 + wide];
        if (Math.hypot(Math.max(a0, -a1, 0), Math.max(b0, -b1, 0)) > most) continue;
        // Further out the chart is larger than the skin, and fewer of the points fit.
        const area = Math.max(areaAt(a0, b0), areaAt(a1, b0), areaAt(a0, b1), areaAt(a1, b1));
        for (const i of square) {
          const wanted = ((i + 0.5) / TILE_POINTS) * dense * 100;
          if (wanted > MOST_DOTS * 1.08 * area || count === room) break;
          const a = left + points[i * 2]! * side;
          const b = top + points[i * 2 + 1]! * side;
          const away = Math.sqrt(a * a + b * b);
          // Nothing is known of what lies beyond the chart.
          if (away > most || Math.max(a, -a, b, -b) > CHART_REACH) continue;
          const turned = (Math.atan2(a, b) / (2 * Math.PI) + 0.5) * TURN;
          const step = turned < TURN ? turned : 0;
          if (away > reach[step | 0]!) continue;
          readChart(a, b, at);
          const level = wanted / at[6]!;
          if (level > MOST_DOTS) continue;
          for (let k = 0; k < 3; k++) {
            places[count * 3 + k] = at[k]!;
            normals[count * 3 + k] = at[k + 3]!;
          }
          levels[count] = level;
          steps[count] = step;
          aways[count] = away;
          dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0;
          sizes[count] = dice >>> 30;
          tones[count] = 192 + ((dice >>> 20) & 63);
          count++;
        }
      }
    }
  }
  return {
    count,
    places: places.subarray(0, count * 3),
    normals: normals.subarray(0, count * 3),
    levels: levels.subarray(0, count),
    steps: steps.subarray(0, count),
    away: aways.subarray(0, count),
    sizes: sizes.subarray(0, count),
    tones: tones.subarray(0, count),
  };
}
