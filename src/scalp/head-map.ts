import { FRAME } from './camera.js';
import type { Camera } from './camera.js';
import { distance, listNear } from './head.js';

/** What is seen of the head from one side: a square of numbers, from the top left. */
export interface HeadMap {
  /** Pixels along a side. */
  readonly size: number;
  /** How much of a pixel the head covers, 0 to 255. */
  readonly cover: Uint8Array;
  /** Distance of the skin towards the camera from the plane through the picture's middle, in mm. */
  readonly depth: Float32Array;
  /** Direction of the skin, to the right, up and towards the camera, -127 to 127. */
  readonly normals: Int8Array;
  /** How open to the light all around a place is, 0 to 255. */
  readonly open: Uint8Array;
}

/** Further towards the camera than any part of the head. */
const NEAR = 190;
const FAR = -190;
/** Pixels along a side of the squares that share a list of bodies. */
const TILE = 16;

/**
 * Looks at the head pixel by pixel. It stops to give way after each tile. A
 * `coarse` map of the same camera tells where to start.
 */
export function* marchHead(camera: Camera, size: number, coarse?: HeadMap): Generator<void, HeadMap> {
  const pixels = size * size;
  const map: HeadMap = {
    size,
    cover: new Uint8Array(pixels),
    depth: new Float32Array(pixels).fill(FAR),
    normals: new Int8Array(pixels * 3),
    open: new Uint8Array(pixels),
  };
  const step = FRAME / size;
  const list = new Uint8Array(64);
  const wide = camera.even ? Math.ceil(size / 2) : size;
  for (let top = 0; top < size; top += TILE) {
    for (let left = 0; left < wide; left += TILE) {
      const right = Math.min(left + TILE, wide);
      const bottom = Math.min(top + TILE, size);
      const half = (TILE * step) / 2;
      const u = left * step + half - FRAME / 2;
      const v = FRAME / 2 - top * step - half;
      const count = listNear(camera, u, v, half * 1.42 + 22, list);
      if (count === 0) continue;
      const near = list.subarray(0, count);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) look(map, camera, x, y, step, near, coarse);
      }
      yield;
    }
    if (camera.even) mirror(map, top, Math.min(top + TILE, size));
  }
  return map;
}

/** One pixel. */
function look(map: HeadMap, camera: Camera, x: number, y: number, step: number, list: Uint8Array, coarse?: HeadMap) {
  const { right, up, back, middle } = camera;
  const u = (x + 0.5) * step - FRAME / 2;
  const v = FRAME / 2 - (y + 0.5) * step;
  const ox = middle[0] + right[0] * u + up[0] * v;
  const oy = middle[1] + right[1] * u + up[1] * v;
  const oz = middle[2] + right[2] * u + up[2] * v;
  const [bx, by, bz] = back;
  let t = coarse ? startAt(coarse, (x + 0.5) / map.size, (y + 0.5) / map.size) : NEAR;
  if (t <= FAR) return;
  let nearest = 1e3;
  let closest = t;
  let d = 1e3;
  // Along the rim the way is long and the steps are small.
  let steps = 400;
  for (; steps > 0 && t > FAR; steps--) {
    d = distance(ox + bx * t, oy + by * t, oz + bz * t, list);
    if (d < nearest) {
      nearest = d;
      closest = t;
    }
    if (d < 0.12) break;
    t -= d * 0.92;
  }
  const at = y * map.size + x;
  const cover = 0.5 - (nearest - 0.12) / step;
  if (d >= 0.12) {
    // Beside the head, or just beside: the rim is as soft as a pixel.
    if (cover <= 0) return;
    map.cover[at] = cover * 255;
    t = closest;
  } else map.cover[at] = 255;
  const px = ox + bx * t;
  const py = oy + by * t;
  const pz = oz + bz * t;
  // The slope, from the four corners of a small tetrahedron.
  const e = 0.5;
  const a = distance(px + e, py - e, pz - e, list);
  const b = distance(px - e, py - e, pz + e, list);
  const c = distance(px - e, py + e, pz - e, list);
  const f = distance(px + e, py + e, pz + e, list);
  let nx = a - b - c + f;
  let ny = -a - b + c + f;
  let nz = -a + b - c + f;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
  nx /= length;
  ny /= length;
  nz /= length;
  let closed = 0;
  for (let reach = 5; reach < 45; reach *= 2.2) {
    const room = distance(px + nx * reach, py + ny * reach, pz + nz * reach, list);
    if (room < reach) closed += (reach - room) / reach;
  }
  map.depth[at] = t;
  map.normals[at * 3] = 127 * (nx * right[0] + ny * right[1] + nz * right[2]);
  map.normals[at * 3 + 1] = 127 * (nx * up[0] + ny * up[1] + nz * up[2]);
  map.normals[at * 3 + 2] = 127 * (nx * bx + ny * by + nz * bz);
  map.open[at] = 255 * Math.max(0, 1 - closed * 0.27);
}

/** The depth to start at: before the nearest of the coarse pixels around. */
function startAt({ size, depth }: HeadMap, u: number, v: number): number {
  const x = Math.floor(u * size - 0.5);
  const y = Math.floor(v * size - 0.5);
  let most = FAR;
  for (let j = y - 1; j <= y + 2; j++) {
    if (j < 0 || j >= size) continue;
    for (let i = x - 1; i <= x + 2; i++) {
      if (i >= 0 && i < size && depth[j * size + i]! > most) most = depth[j * size + i]!;
    }
  }
  return most > FAR ? most + 4 : FAR;
}

/** Copies the left half of some rows to the right. */
function mirror({ size, cover, depth, normals, open }: HeadMap, top: number, bottom: number): void {
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < size >> 1; x++) {
      const from = y * size + x;
      const to = y * size + size - 1 - x;
      cover[to] = cover[from]!;
      depth[to] = depth[from]!;
      open[to] = open[from]!;
      normals[to * 3] = -normals[from * 3]!;
      normals[to * 3 + 1] = normals[from * 3 + 1]!;
      normals[to * 3 + 2] = normals[from * 3 + 2]!;
    }
  }
}
