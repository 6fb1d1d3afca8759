import { FRAME } from './camera.js';
import type { Camera } from './camera.js';
import type { DotField } from './dot-field.js';
import { FULL_HEAD } from './hair-pattern.js';
import type { HeadMap } from './head-map.js';

/** The places of a field that are seen from one side. */
export interface Sight {
  readonly count: number;
  /** Which of the field's places. */
  readonly which: Uint32Array;
  /** Where in the picture, 0 to 1 from the top left: across and down in turn. */
  readonly at: Float32Array;
  /** How much a place faces the viewer, 0 to 255. */
  readonly facing: Uint8Array;
}

/** Finds what is seen of a field; the map tells what an ear or a shoulder hides. */
export function sightOf(field: DotField, camera: Camera, map: HeadMap): Sight {
  const { right, up, back, middle } = camera;
  const { places, normals } = field;
  const which = new Uint32Array(field.count);
  const at = new Float32Array(field.count * 2);
  const facing = new Uint8Array(field.count);
  let count = 0;
  for (let i = 0; i < field.count; i++) {
    const k = i * 3;
    const face = normals[k]! * back[0] + normals[k + 1]! * back[1] + normals[k + 2]! * back[2];
    if (face < 0.04) continue;
    const x = places[k]! - middle[0];
    const y = places[k + 1]! - middle[1];
    const z = places[k + 2]! - middle[2];
    const u = (x * right[0] + y * right[1] + z * right[2]) / FRAME + 0.5;
    const v = 0.5 - (x * up[0] + y * up[1] + z * up[2]) / FRAME;
    if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
    const pixel = Math.floor(v * map.size) * map.size + Math.floor(u * map.size);
    const t = x * back[0] + y * back[1] + z * back[2];
    if (map.cover[pixel] === 0 || map.depth[pixel]! > t + 6 + 2 / face) continue;
    which[count] = i;
    at[count * 2] = u;
    at[count * 2 + 1] = v;
    facing[count] = 255 * Math.min(1, face * 1.25);
    count++;
  }
  return {
    count,
    which: which.slice(0, count),
    at: at.slice(0, count * 2),
    facing: facing.slice(0, count),
  };
}

/** Ink of one kind: its colour on white, the width of a dot in mm, and how much of the light it takes at its middle. */
export interface Ink {
  readonly rgb: readonly [number, number, number];
  readonly width: number;
  readonly strength: number;
}

const SIZES = [0.82, 0.94, 1.05, 1.18];
/** Places within a pixel that are told apart, along a side. */
const PARTS = 4;

/**
 * Ready-made dots for a picture of one width, one for each size and place within a pixel: which pixels from the middle
 * on are covered, and how much, 0–255. The ones of a dot lie from its start to the next one's.
 */
interface Stamps {
  /** No pixel lies further out, along a side. */
  readonly half: number;
  readonly starts: Uint32Array;
  readonly pixels: Int32Array;
  readonly cover: Uint8Array;
}

function stampsOf(width: number, perMm: number, side: number): Stamps {
  const radius = (width / 2) * perMm;
  // The core blurs with the skin above it and has a faint skirt, as pigment under skin does.
  const core = Math.max(0.42, radius * 0.8);
  const skirt = core * 2.1;
  const half = Math.ceil(skirt * 1.75);
  const starts = [0];
  const pixels: number[] = [];
  const cover: number[] = [];
  for (const size of SIZES) {
    // Where a dot is smaller than a pixel it is as pale as it is small.
    const whole = Math.min(1, ((radius * radius) / (core * core)) * 1.5) * 255;
    for (let part = 0; part < PARTS * PARTS; part++) {
      const dx = ((part % PARTS) + 0.5) / PARTS - 0.5;
      const dy = (Math.floor(part / PARTS) + 0.5) / PARTS - 0.5;
      for (let y = -half; y <= half; y++) {
        for (let x = -half; x <= half; x++) {
          const square = ((x - dx) ** 2 + (y - dy) ** 2) / (size * size);
          const ink = 0.8 * Math.exp(-square / (2 * core * core)) + 0.2 * Math.exp(-square / (2 * skirt * skirt));
          if (whole * ink < 5) continue;
          pixels.push(y * side + x);
          cover.push(whole * ink);
        }
      }
      starts.push(pixels.length);
    }
  }
  return { half, starts: Uint32Array.from(starts), pixels: Int32Array.from(pixels), cover: Uint8Array.from(cover) };
}

/**
 * Which places of a field have ink: as many to a cm² as are wished for, between the hairs that are there. Where both
 * together would be denser than a full head, fewer; so dots thin out into hair as it gets fuller.
 */
export interface Spread {
  /** The hair at each place, per cm²: it takes the lowest levels. */
  readonly over: Float32Array;
  /** What is wished for at each place: its part of `density`. */
  readonly part: Float32Array;
  readonly density: number;
  /** How much of that is done, 0 to 1. */
  readonly share: number;
}

/** Draws dots into a square picture. Keeps the dots it has made ready. */
export class Painter {
  #stamps: Stamps | undefined;
  #made = '';

  /**
   * Blends dots into a picture of `side` × `side` pixels of red, green, blue and alpha, from the share `from` of its width
   * on. Ink is multiplied over what is there, so that light and skin shine through. Returns how many were drawn.
   */
  dots(
    picture: Uint8ClampedArray | Uint8Array,
    side: number,
    field: DotField,
    sight: Sight,
    spread: Spread,
    ink: Ink,
    from = 0,
    perMm = side / FRAME,
  ): number {
    const made = `${ink.width}|${perMm}|${side}`;
    if (made !== this.#made || !this.#stamps) this.#stamps = stampsOf(ink.width, perMm, side);
    this.#made = made;
    const { half, starts, pixels, cover } = this.#stamps;
    // Four bytes at once: red is the lowest, as memory is laid out wherever browsers run.
    const canvas = new Int32Array(picture.buffer, picture.byteOffset, side * side);
    const [red, green, blue] = ink.rgb.map((value) => ((255 - value) / 255) * ink.strength * 256) as [
      number,
      number,
      number,
    ];
    const { which, at, facing, count } = sight;
    const { sizes, tones, levels } = field;
    const { over, part, density, share } = spread;
    const most = side - half;
    let drawn = 0;
    for (let k = 0; k < count; k++) {
      const place = which[k]!;
      const level = levels[place]!;
      const low = over[place]!;
      const wish = density * part[place]!;
      if (level <= low || level > low + share * wish) continue;
      if (level > low + share * (Math.max(FULL_HEAD, wish) - low)) continue;
      const u = at[k * 2]!;
      if (u < from) continue;
      const across = u * side;
      const down = at[k * 2 + 1]! * side;
      const x = across | 0;
      const y = down | 0;
      if (x < half || y < half || x >= most || y >= most) continue;
      drawn++;
      const row = ((down - y) * PARTS) | 0;
      const stamp = sizes[place]! * PARTS * PARTS + row * PARTS + (((across - x) * PARTS) | 0);
      const alpha = (facing[k]! * tones[place]!) / 65_025;
      const r = (red * alpha) | 0;
      const g = (green * alpha) | 0;
      const b = (blue * alpha) | 0;
      const middle = y * side + x;
      const end = starts[stamp + 1]!;
      for (let i = starts[stamp]!; i < end; i++) {
        const to = middle + pixels[i]!;
        const w = cover[i]!;
        const p = canvas[to]!;
        canvas[to] =
          p -
          (((p & 255) * w * r) >> 16) -
          (((((p >> 8) & 255) * w * g) >> 16) << 8) -
          (((((p >> 16) & 255) * w * b) >> 16) << 16);
      }
    }
    return drawn;
  }
}
