import type { Camera } from './camera.js';

/**
 * A head and neck in millimetres, as a smooth union of round bodies. x runs to the right of whoever looks at the face,
 * y up, z from the back of the head to the nose; the eyes are at y = 0. The right half stands for both.
 *
 * Measures of an adult (Farkas, Anthropometry of the Head and Face; CDC head measures): breadth 152, length 195,
 * menton to sellion 120, height 230.
 */

/** `join` adds a body, `carve` takes it away; `blend` is the width in mm over which the two surfaces flow together. */
interface Body {
  readonly join: boolean;
  readonly blend: number;
  /** Ellipsoid: centre and radii, turned by `turn` radians about the x, y and z axes. */
  readonly at: readonly [number, number, number];
  readonly radii?: readonly [number, number, number];
  readonly turn?: readonly [number, number, number];
  /** Round cone: from `at` to `to`, its radius going from the first to the second. */
  readonly to?: readonly [number, number, number];
  readonly radius?: readonly [number, number];
}

type Triple = readonly [number, number, number];

const ball = (blend: number, at: Triple, radii: Triple, turn: Triple = [0, 0, 0]): Body => ({
  join: true,
  blend,
  at,
  radii,
  turn,
});
const cone = (blend: number, at: Triple, to: Triple, r1: number, r2 = r1): Body => ({
  join: true,
  blend,
  at,
  to,
  radius: [r1, r2],
});
const carve = (body: Body): Body => ({ ...body, join: false });

export const BODIES: readonly Body[] = [
  // skull; the first body flows into nothing, and matters as far as the others flow into it
  ball(40, [0, 42, -16], [75, 76, 92]),
  ball(26, [0, 24, 26], [60, 44, 60]),
  ball(24, [0, 12, -60], [58, 52, 46]),
  ball(30, [0, -8, -14], [67, 46, 56]),
  // cheeks, jaw, chin
  ball(30, [0, -22, 32], [57, 62, 50]),
  cone(28, [46, -58, 0], [15, -98, 60], 14, 13),
  ball(20, [41, -19, 51], [17, 12, 20], [0, 0.5, 0]),
  ball(26, [31, -58, 43], [20, 28, 23]),
  ball(20, [0, -60, 65], [27, 32, 22]),
  ball(15, [0, -101, 72], [15, 11, 12]),
  // neck and shoulders
  cone(26, [0, -60, -26], [0, -200, -40], 48, 52),
  cone(50, [0, -206, -52], [175, -262, -60], 46, 42),
  cone(16, [54, -44, -24], [12, -186, 14], 10, 10),
  // brow
  cone(18, [3, 16, 78.5], [40, 19.5, 65], 6.5, 6),
  // eyes
  carve(ball(14, [31, 1, 88], [16, 10, 17])),
  ball(5, [31, -2, 62.5], [15, 12, 13.5]),
  carve(cone(2.5, [20, -5, 76.5], [31, -8, 77], 1)),
  carve(cone(2.5, [31, -8, 77], [43, -5.5, 70], 1)),
  // nose
  cone(14, [0, 6, 79.5], [0, -31, 94.5], 5, 6.5),
  ball(11, [0, -35, 95], [7.2, 7.6, 8.6]),
  ball(10, [10.2, -37.6, 86], [5.4, 5.2, 8]),
  carve(ball(4, [5.6, -45.2, 90.5], [2.6, 2.2, 4.2])),
  // mouth
  ball(5, [4.5, -62.8, 82.6], [14.5, 3.4, 8], [0, 0.3, -0.12]),
  ball(5, [0, -69.8, 82.3], [14.5, 4.2, 8.5]),
  carve(ball(9, [0, -83, 95], [17, 4, 8])),
  carve(cone(6, [0, -49, 95], [0, -56, 94], 1.2)),
  // ear
  ball(7, [74, -8, -18], [5, 31, 18], [0.15, -0.35, -0.12]),
  carve(ball(4, [81, -4, -17], [6, 19, 10.5], [0.15, -0.35, -0.1])),
  ball(4, [76, -6, -22], [3, 12, 5], [0.3, -0.35, 0]),
  ball(4, [72, -9, -3], [4, 6, 5]),
];

/** How many numbers one body takes in the table. */
const STRIDE = 24;

/**
 * The bodies as numbers: kind, sign, blend, bound, centre of the bounding sphere and its radius, then what its distance
 * needs.
 */
function table(): Float64Array {
  const numbers = new Float64Array(BODIES.length * STRIDE);
  BODIES.forEach((body, index) => {
    const { at, radii, turn = [0, 0, 0], to, radius = [0, 0] } = body;
    const row = numbers.subarray(index * STRIDE, (index + 1) * STRIDE);
    row[1] = body.join ? 1 : -1;
    row[2] = body.blend;
    if (radii) {
      row.set([...at, Math.max(...radii)], 4);
      const [a, b, c] = turn;
      const [sa, ca, sb, cb, sc, cc] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b), Math.sin(c), Math.cos(c)];
      const rotation = [
        [cb * cc, cb * sc, -sb],
        [sa * sb * cc - ca * sc, sa * sb * sc + ca * cc, sa * cb],
        [ca * sb * cc + sa * sc, ca * sb * sc - sa * cc, ca * cb],
      ];
      rotation.forEach((line, i) =>
        row.set(
          line.map((one) => one / radii[i]!),
          8 + 3 * i,
        ),
      );
      row.set(
        radii.map((one) => 1 / one),
        17,
      );
    } else if (to) {
      const along = to.map((one, i) => one - at[i]!);
      const length = Math.hypot(...along);
      row[0] = 1;
      row.set([...at.map((one, i) => (one + to[i]!) / 2), length / 2 + Math.max(...radius)], 4);
      row.set([...at, ...along.map((one) => one / length), length, ...radius], 8);
    }
  });
  return numbers;
}

const TABLE = table();

/** All bodies, for `distance`. */
export const ALL: Uint8Array = Uint8Array.from(BODIES.keys());

/** The bodies of the skull and the neck alone, without face and ears: what carries hair. */
export const SCALP: Uint8Array = Uint8Array.of(0, 1, 2, 3, 10);

/**
 * Writes into `list` the bodies that matter within `reach` mm of the line of sight through `u` and `v`, and returns how
 * many.
 */
export function listNear({ right, up, middle }: Camera, u: number, v: number, reach: number, list: Uint8Array): number {
  let count = 0;
  for (const body of ALL) {
    const o = body * STRIDE;
    const bound = TABLE[o + 7]! + TABLE[o + 2]! + reach;
    const y = TABLE[o + 5]! - middle[1];
    const z = TABLE[o + 6]! - middle[2];
    const across = up[1] * y + up[2] * z - v;
    const along = right[2] * z - u;
    for (const x of [TABLE[o + 4]!, -TABLE[o + 4]!]) {
      const a = right[0] * x + along;
      const b = up[0] * x + across;
      if (a * a + b * b > bound * bound) continue;
      list[count++] = body;
      break;
    }
  }
  return count;
}

/** Distance in mm to the surface, less than zero inside; of the bodies in `list` only. */
export function distance(px: number, y: number, z: number, list: Uint8Array, count = list.length): number {
  const x = px < 0 ? -px : px;
  let total = 1e3;
  for (let i = 0; i < count; i++) {
    const o = list[i]! * STRIDE;
    const blend = TABLE[o + 2]!;
    // Whatever is further than its bound changes nothing.
    const bx = x - TABLE[o + 4]!;
    const by = y - TABLE[o + 5]!;
    const bz = z - TABLE[o + 6]!;
    const joins = TABLE[o + 1]! > 0;
    const reach = TABLE[o + 7]! + blend + (joins ? (total > 0 ? total : 0) : total < 0 ? -total : 0);
    const away = bx * bx + by * by + bz * bz;
    if (away > reach * reach) continue;
    let own: number;
    if (TABLE[o] === 0) {
      const u = TABLE[o + 8]! * bx + TABLE[o + 9]! * by + TABLE[o + 10]! * bz;
      const v = TABLE[o + 11]! * bx + TABLE[o + 12]! * by + TABLE[o + 13]! * bz;
      const w = TABLE[o + 14]! * bx + TABLE[o + 15]! * by + TABLE[o + 16]! * bz;
      const k0 = Math.sqrt(u * u + v * v + w * w);
      const a = u * TABLE[o + 17]!;
      const b = v * TABLE[o + 18]!;
      const c = w * TABLE[o + 19]!;
      const k1 = Math.sqrt(a * a + b * b + c * c);
      own = k1 > 1e-9 ? (k0 * (k0 - 1)) / k1 : -1 / TABLE[o + 17]!;
    } else {
      const ax = x - TABLE[o + 8]!;
      const ay = y - TABLE[o + 9]!;
      const az = z - TABLE[o + 10]!;
      const length = TABLE[o + 14]!;
      let t = (ax * TABLE[o + 11]! + ay * TABLE[o + 12]! + az * TABLE[o + 13]!) / length;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const s = t * length;
      const cx = ax - s * TABLE[o + 11]!;
      const cy = ay - s * TABLE[o + 12]!;
      const cz = az - s * TABLE[o + 13]!;
      own = Math.sqrt(cx * cx + cy * cy + cz * cz) - (TABLE[o + 15]! + t * (TABLE[o + 16]! - TABLE[o + 15]!));
    }
    if (joins) {
      const gap = blend - Math.abs(total - own);
      total = total < own ? total : own;
      if (gap > 0) total -= (gap * gap) / (4 * blend);
    } else {
      own = -own;
      const gap = blend - Math.abs(total - own);
      total = total > own ? total : own;
      if (gap > 0) total += (gap * gap) / (4 * blend);
    }
  }
  return total;
}
