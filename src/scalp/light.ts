import { FRAME } from './camera.js';
import type { Camera } from './camera.js';
import type { HeadMap } from './head-map.js';

/** Where the key light stands: over the viewer's left shoulder, high up. */
const KEY = [-0.46, 0.6, 0.65] as const;
/** Half way between it and the viewer, for the sheen. */
const HALF = [-0.253, 0.33, 0.909] as const;

/** How bright a direction is lit, for red, green and blue: red reaches further round, through the skin. */
function tones(): Float32Array {
  const table = new Float32Array(256 * 3);
  for (let i = 0; i < 256; i++) {
    const facing = (i - 128) / 127;
    [0.26, 0.22, 0.2].forEach((wrap, channel) => {
      const lit = Math.max(0, (facing + wrap) / (1 + wrap));
      table[i * 3 + channel] = lit * (0.7 + 0.3 * lit);
    });
  }
  return table;
}

const TONES = tones();
/** Light from all around is warmed by the room. */
const AMBIENT = [1.1, 0.98, 0.93] as const;
/** How much of green and blue the skin keeps back where it is in the shade. */
const FLUSH = [0, 0.24, 0.34] as const;

/** From light to what a screen shows. */
const GAMMA = Uint8ClampedArray.from({ length: 1025 }, (_, i) => 255 * (i / 1024) ** (1 / 2.2));
const LINEAR = Float32Array.from({ length: 256 }, (_, i) => (i / 255) ** 2.2);

const ramp = (from: number, to: number, at: number): number => {
  const t = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/**
 * Lights the head as seen in `map` with skin of the colour `rgb`, into a square of `side` × `side` pixels (red, green,
 * blue, alpha). The neck fades out at the bottom.
 */
export function lightHead(
  map: HeadMap,
  camera: Camera,
  rgb: readonly [number, number, number],
  side: number,
  out: Uint8ClampedArray,
): void {
  const { size, cover, depth, normals, open } = map;
  const skin = rgb.map((value) => LINEAR[value]!);
  const dark = 1 - Math.min(1, (skin[0]! + skin[1]! + skin[2]!) / 1.2);
  const scale = size / side;
  const mm = FRAME / side;
  out.fill(0);
  for (let y = 0; y < side; y++) {
    const fy = Math.min(size - 1.001, Math.max(0, (y + 0.5) * scale - 0.5));
    const y0 = Math.floor(fy);
    const wy = fy - y0;
    const v = FRAME / 2 - (y + 0.5) * mm;
    const fade = ramp(-FRAME / 2 + 2, -FRAME / 2 + 30, v);
    for (let x = 0; x < side; x++) {
      const fx = Math.min(size - 1.001, Math.max(0, (x + 0.5) * scale - 0.5));
      const x0 = Math.floor(fx);
      const wx = fx - x0;
      const corner = y0 * size + x0;
      // How much each of the four places around counts.
      const w0 = (1 - wx) * (1 - wy) * cover[corner]!;
      const w1 = wx * (1 - wy) * cover[corner + 1]!;
      const w2 = (1 - wx) * wy * cover[corner + size]!;
      const w3 = wx * wy * cover[corner + size + 1]!;
      const alpha = w0 + w1 + w2 + w3;
      if (alpha < 1) continue;
      const n = corner * 3;
      const m = n + size * 3;
      let nx = w0 * normals[n]! + w1 * normals[n + 3]! + w2 * normals[m]! + w3 * normals[m + 3]!;
      let ny = w0 * normals[n + 1]! + w1 * normals[n + 4]! + w2 * normals[m + 1]! + w3 * normals[m + 4]!;
      let nz = w0 * normals[n + 2]! + w1 * normals[n + 5]! + w2 * normals[m + 2]! + w3 * normals[m + 5]!;
      let o = w0 * open[corner]! + w1 * open[corner + 1]! + w2 * open[corner + size]! + w3 * open[corner + size + 1]!;
      let t =
        w0 * depth[corner]! + w1 * depth[corner + 1]! + w2 * depth[corner + size]! + w3 * depth[corner + size + 1]!;
      const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
      nx /= length;
      ny /= length;
      nz /= length;
      o /= alpha * 255;
      t /= alpha;
      const facing = nx * KEY[0] + ny * KEY[1] + nz * KEY[2];
      const index = ((128.5 + facing * 127) | 0) * 3;
      const sky = 0.5 + 0.5 * ny;
      const ambient = (0.1 + 0.16 * sky) * o * o + 0.05 * o;
      const key = 0.86 * (0.35 + 0.65 * o);
      const shine = Math.max(0, nx * HALF[0] + ny * HALF[1] + nz * HALF[2]);
      // Multiplied out: with `**` the powers alone take as long as all the rest.
      const square = shine * shine;
      const fourth = square * square;
      const sheen = (0.035 + 0.05 * dark) * fourth * fourth * fourth * square * o;
      const aside = 1 - nz;
      const rim = aside * aside * aside * 0.015 * o;
      const u = (x + 0.5) * mm - FRAME / 2;
      const { lips, brows } = complexion(camera, u, v, t);
      const to = (y * side + x) * 4;
      for (let c = 0; c < 3; c++) {
        const colour = skin[c]! * (1 - (c === 0 ? 0.12 : 0.38) * lips) * (1 - brows * 0.8);
        const light = ambient * AMBIENT[c]! + key * TONES[index + c]!;
        const value = colour * light * (1 - Math.max(0, 0.7 - light) * FLUSH[c]!) + (sheen + rim) * (1 - brows);
        out[to + c] = GAMMA[Math.min(1024, (value * 1024) | 0)]!;
      }
      out[to + 3] = alpha * fade;
    }
  }
}

const NONE = { lips: 0, brows: 0 };

/** Where lips and brows are, 0 to 1, at a place of the picture. */
function complexion({ right, up, back, middle }: Camera, u: number, v: number, t: number): typeof NONE {
  const z = middle[2] + right[2] * u + up[2] * v + back[2] * t;
  if (z < 48) return NONE;
  const y = middle[1] + right[1] * u + up[1] * v + back[1] * t;
  if (y < -90 || y > 40) return NONE;
  const x = Math.abs(middle[0] + right[0] * u + up[0] * v + back[0] * t);
  if (y < -50) {
    const edge = (x / 23) ** 2 + ((y + 66.5) / 9) ** 2;
    return { lips: (1 - ramp(0.3, 1, edge)) * 0.6, brows: 0 };
  }
  // A brow rises to two thirds of its length and thins out.
  const along = (x - 12) / 42;
  if (along < 0 || along > 1) return NONE;
  const height = 17 + 7 * Math.sin(Math.min(1, along * 0.95) * 2.2) - along * along * 5;
  const half = 4.6 * (1 - 0.72 * along);
  const off = Math.abs(y - height) / half;
  const hairs = 0.86 + 0.14 * Math.sin(x * 9.3 + y * (5.2 - along * 5.4) + 3 * Math.sin(x * 1.3 + y * 0.8));
  return {
    lips: 0,
    brows: (1 - ramp(0.25, 1.15, off)) * ramp(0, 0.14, along) * (1 - ramp(0.72, 1, along)) * 0.75 * hairs,
  };
}
