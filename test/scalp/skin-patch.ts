import type { DotField } from '../../src/scalp/dot-field.js';
import { distance, SCALP } from '../../src/scalp/head.js';

export type Place = readonly [x: number, y: number, z: number];

export const squareApart = (one: Place, other: Place): number =>
  (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
export const apart = (one: Place, other: Place): number => Math.sqrt(squareApart(one, other));

const off = (x: number, y: number, z: number): number => distance(x, y, z, SCALP);

/** Direction of the skin next to a place. */
export function outward([x, y, z]: Place): Place {
  const e = 0.3;
  const slope = [
    off(x + e, y, z) - off(x - e, y, z),
    off(x, y + e, z) - off(x, y - e, z),
    off(x, y, z + e) - off(x, y, z - e),
  ] as const;
  const length = Math.hypot(...slope);
  return [slope[0] / length, slope[1] / length, slope[2] / length];
}

const cross = (a: Place, b: Place): Place => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** How far a place is from the skin of the scalp, in mm. */
export const offSkin = (place: Place): number => off(...place);

/** The place on the skin that is nearest to `from`, about. */
export function onSkin(from: Place): Place {
  let at = from;
  for (let i = 0; i < 30; i++) {
    const d = offSkin(at);
    const n = outward(at);
    at = [at[0] - d * n[0], at[1] - d * n[1], at[2] - d * n[2]];
  }
  return at;
}

/**
 * Area in cm² of the skin that is nearer than `radius` mm to a place of it: small squares of the plane that touches it
 * there, each laid down on the skin. Knows nothing of charts.
 */
export function areaAround(middle: Place, radius: number, cell = 1): number {
  const n = outward(middle);
  const across = cross(n, Math.abs(n[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1]);
  const width = Math.hypot(...across);
  const s: Place = [across[0] / width, across[1] / width, across[2] / width];
  const t = cross(n, s);
  const at = (u: number, v: number, w: number): Place => [
    middle[0] + s[0] * u + t[0] * v + n[0] * w,
    middle[1] + s[1] * u + t[1] * v + n[1] * w,
    middle[2] + s[2] * u + t[2] * v + n[2] * w,
  ];
  let area = 0;
  for (let u = cell / 2 - radius; u < radius; u += cell) {
    for (let v = cell / 2 - radius; v < radius; v += cell) {
      if (Math.hypot(u, v) > radius) continue;
      let down = 0;
      for (let i = 0; i < 40; i++) {
        const d = offSkin(at(u, v, down));
        down -= d;
        if (Math.abs(d) < 0.005) break;
      }
      if (Math.hypot(u, v, down) > radius) continue;
      const m = outward(at(u, v, down));
      area += cell ** 2 / (m[0] * n[0] + m[1] * n[1] + m[2] * n[2]);
    }
  }
  return area / 100;
}

/** The places of a field that a density in dots per cm² takes. */
export function placesOf({ places, levels }: Pick<DotField, 'places' | 'levels'>, density: number): Place[] {
  const taken: Place[] = [];
  levels.forEach((level, i) => {
    if (level <= density) taken.push([places[3 * i] ?? NaN, places[3 * i + 1] ?? NaN, places[3 * i + 2] ?? NaN]);
  });
  return taken;
}
