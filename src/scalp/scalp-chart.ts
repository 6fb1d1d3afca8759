import { distance, SCALP } from './head.js';

/**
 * A flat chart of the scalp: seen from inside the skull, projected from the crown, so that angles stay and small shapes
 * keep their form. The crown is in the middle, the face at positive `b`, the client's left at positive `a`; an azimuth is
 * measured from the face, positive to the client's left.
 */

/** Inside the skull, in mm. */
const CENTRE = [0, 40, -12] as const;
/** Towards the crown, and at a right angle to it towards the face. */
const POLE = [0, 0.9397, -0.342] as const;
const FACE = [0, 0.342, 0.9397] as const;

/** Half the side of the charted square; a circle of this size reaches 123 degrees from the crown. */
export const CHART_REACH = 3.7;
/** Cells along a side. */
const CELLS = 112;
const NODES = CELLS + 1;
const CELLS_PER_UNIT = CELLS / (2 * CHART_REACH);

/** Place, direction of the skin, and mm² of skin for one unit² of the chart: seven numbers a node. */
const chart = new Float32Array(NODES * NODES * 7);

/** How far the skin is from the centre in a direction. */
function reachOf(x: number, y: number, z: number): number {
  let t = 135;
  for (let i = 0; i < 24; i++) {
    const d = distance(CENTRE[0] + x * t, CENTRE[1] + y * t, CENTRE[2] + z * t, SCALP);
    t -= d;
    if (Math.abs(d) < 0.02) break;
  }
  return t;
}

let ready = false;

/** Works the chart out, once, giving way after each row. Whoever reads it before it is ready works it out at a go. */
export function* prepareChart(): Generator<void, void> {
  if (ready) return;
  const unit = (2 * CHART_REACH) / CELLS;
  for (let j = 0; j < NODES; j++) {
    for (let i = 0; i < NODES; i++) {
      const a = i * unit - CHART_REACH;
      const b = j * unit - CHART_REACH;
      const square = (a * a + b * b) / 4;
      const toPole = (1 - square) / (1 + square);
      const x = a / (1 + square);
      const f = b / (1 + square);
      const y = POLE[1] * toPole + FACE[1] * f;
      const z = POLE[2] * toPole + FACE[2] * f;
      const t = reachOf(x, y, z);
      chart.set([CENTRE[0] + x * t, CENTRE[1] + y * t, CENTRE[2] + z * t], (j * NODES + i) * 7);
    }
    if (j % 16 === 0) yield;
  }
  const at = (i: number, j: number, k: number) =>
    chart[(Math.min(CELLS, Math.max(0, j)) * NODES + Math.min(CELLS, Math.max(0, i))) * 7 + k]!;
  for (let j = 0; j < NODES; j++) {
    for (let i = 0; i < NODES; i++) {
      const wide = unit * (Math.min(CELLS, i + 1) - Math.max(0, i - 1));
      const high = unit * (Math.min(CELLS, j + 1) - Math.max(0, j - 1));
      const [ax, ay, az] = [0, 1, 2].map((k) => (at(i + 1, j, k) - at(i - 1, j, k)) / wide) as [number, number, number];
      const [bx, by, bz] = [0, 1, 2].map((k) => (at(i, j + 1, k) - at(i, j - 1, k)) / high) as [number, number, number];
      const n = [by * az - bz * ay, bz * ax - bx * az, bx * ay - by * ax];
      const area = Math.hypot(...n);
      chart.set([...n.map((one) => one / area), area], (j * NODES + i) * 7 + 3);
    }
  }
  ready = true;
}

/** The mm² of skin for one unit² of the chart, at the node next to `a`, `b`. */
export function areaAt(a: number, b: number): number {
  const node = (at: number) => Math.round(Math.min(CELLS, Math.max(0, (at + CHART_REACH) * CELLS_PER_UNIT)));
  return chart[(node(b) * NODES + node(a)) * 7 + 6]!;
}

/**
 * Reads the chart at `a`, `b` into `out`: place x, y, z in mm, direction of the skin x, y, z, and mm² of skin for one
 * unit² of the chart.
 */
export function readChart(a: number, b: number, out: Float32Array): void {
  if (!ready) for (const _ of prepareChart());
  const u = Math.min(CELLS - 0.001, Math.max(0, (a + CHART_REACH) * CELLS_PER_UNIT));
  const v = Math.min(CELLS - 0.001, Math.max(0, (b + CHART_REACH) * CELLS_PER_UNIT));
  const i = u | 0;
  const j = v | 0;
  const x = u - i;
  const y = v - j;
  // How much each of the four nodes around counts.
  const far = x * y;
  const down = y - far;
  const right = x - far;
  const near = 1 - x - down;
  let p = (j * NODES + i) * 7;
  for (let k = 0; k < 7; k++, p++) {
    out[k] = chart[p]! * near + chart[p + 7]! * right + chart[p + NODES * 7]! * down + chart[p + NODES * 7 + 7]! * far;
  }
}

/** Where a place on the head is in the chart: its azimuth in radians and its distance from the crown. */
export function chartedAt(x: number, y: number, z: number): { readonly azimuth: number; readonly away: number } {
  const dx = x - CENTRE[0];
  const dy = y - CENTRE[1];
  const dz = z - CENTRE[2];
  const length = Math.hypot(dx, dy, dz);
  const toPole = (dy * POLE[1] + dz * POLE[2]) / length;
  const f = (dy * FACE[1] + dz * FACE[2]) / length;
  const scale = 2 / (1 + toPole);
  return { azimuth: Math.atan2(dx / length, f), away: scale * Math.hypot(dx / length, f) };
}

const place = new Float32Array(7);

/** Units of the chart for one mm of skin, about, at a distance from the crown. */
export function unitsOfMm(away: number): number {
  return (1 + (away * away) / 4) / 84;
}

/** The place at an azimuth and distance from the crown. */
export function placeAt(azimuth: number, away: number): readonly [number, number, number] {
  readChart(away * Math.sin(azimuth), away * Math.cos(azimuth), place);
  return [place[0]!, place[1]!, place[2]!];
}
