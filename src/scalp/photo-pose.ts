import { FRAME } from './camera.js';
import type { Camera } from './camera.js';
import type { DotField } from './dot-field.js';
import type { Sight } from './painter.js';

/** A place in a picture, 0 to 1 from the top left. */
export interface Mark {
  readonly u: number;
  readonly v: number;
}

/** Where the head is in a photo: four places that anybody can point at. Left and right are those of the picture. */
export interface PhotoPose {
  readonly top: Mark;
  readonly brow: Mark;
  readonly left: Mark;
  readonly right: Mark;
}
export const MARKS = ['top', 'brow', 'left', 'right'] as const satisfies readonly (keyof PhotoPose)[];
export type MarkName = (typeof MARKS)[number];

/** Where the head is in most portraits. */
export const USUAL_POSE: PhotoPose = {
  top: { u: 0.5, v: 0.14 },
  brow: { u: 0.5, v: 0.45 },
  left: { u: 0.28, v: 0.36 },
  right: { u: 0.72, v: 0.36 },
};

/** Where the marks are on the model: half the breadth above the ears, and heights of the brows and of the top, in mm. */
const HALF = 77;
const BROW = 19;
const TOP = 118;

/** A camera straight in front, from which people take photos of themselves. */
const STRAIGHT: Camera = {
  right: [1, 0, 0],
  up: [0, 0.995, -0.0998],
  back: [0, 0.0998, 0.995],
  middle: [0, 0, 0],
  even: true,
};

/** From mm of the model, as seen straight on, to places of a photo. */
export interface PhotoFit {
  /** The camera whose picture fits over the photo once it is moved. */
  readonly camera: Camera;
  /** Pixels for a mm, for a picture of `side` 1. */
  readonly perMm: number;
  readonly toPhoto: (u: number, v: number) => readonly [u: number, v: number];
  readonly toModel: (u: number, v: number) => readonly [u: number, v: number];
}

/** Fits the model to the four marks: moved, turned, and stretched each way. Undefined where the marks make no head. */
export function fitPose({ top, brow, left, right }: PhotoPose): PhotoFit | undefined {
  const ax = (right.u - left.u) / (2 * HALF);
  const ay = (right.v - left.v) / (2 * HALF);
  const bx = (top.u - brow.u) / (TOP - BROW);
  const by = (top.v - brow.v) / (TOP - BROW);
  const area = ax * by - ay * bx;
  if (Math.abs(area) < 1e-8) return undefined;
  return {
    camera: STRAIGHT,
    perMm: Math.sqrt(Math.abs(area)),
    toPhoto: (u, v) => {
      const x = (u - 0.5) * FRAME;
      const y = (0.5 - v) * FRAME - BROW;
      return [brow.u + ax * x + bx * y, brow.v + ay * x + by * y];
    },
    toModel: (u, v) => {
      const du = u - brow.u;
      const dv = v - brow.v;
      const x = (du * by - dv * bx) / area;
      const y = (dv * ax - du * ay) / area;
      return [x / FRAME + 0.5, 0.5 - (y + BROW) / FRAME];
    },
  };
}

/**
 * Where the dots are on a photo of `side` × `side` pixels. They follow its light: fainter where it shines, and where it
 * is so dark that hair or shade is there already.
 */
export function sightOnPhoto(
  field: DotField,
  { camera, toPhoto }: PhotoFit,
  photo: Uint8ClampedArray,
  side: number,
): Sight {
  const { right, up, back } = camera;
  const { places, normals } = field;
  const which = new Uint32Array(field.count);
  const at = new Float32Array(field.count * 2);
  const facing = new Uint8Array(field.count);
  const lights: number[] = [];
  let count = 0;
  for (let i = 0; i < field.count; i++) {
    const k = i * 3;
    const face = normals[k]! * back[0] + normals[k + 1]! * back[1] + normals[k + 2]! * back[2];
    if (face < 0.06) continue;
    const x = places[k]! * right[0];
    const y = places[k + 1]! * up[1] + places[k + 2]! * up[2];
    const [u, v] = toPhoto(x / FRAME + 0.5, 0.5 - y / FRAME);
    if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
    const light = lightAt(photo, ((v * side) | 0) * side + ((u * side) | 0));
    if (count % 16 === 0) lights.push(light);
    which[count] = i;
    at[count * 2] = u;
    at[count * 2 + 1] = v;
    facing[count] = 255 * Math.min(1, face * 1.25);
    count++;
  }
  lights.sort((a, b) => a - b);
  const skin = lights[Math.floor(lights.length * 0.6)] ?? 128;
  for (let n = 0; n < count; n++) {
    const light = lightAt(photo, ((at[n * 2 + 1]! * side) | 0) * side + ((at[n * 2]! * side) | 0));
    const shine = light > 235 ? 0.7 : 1;
    const dark = Math.min(1, Math.max(0.25, (light / skin - 0.2) / 0.35));
    facing[n] = facing[n]! * shine * dark;
  }
  return { count, which: which.slice(0, count), at: at.slice(0, count * 2), facing: facing.slice(0, count) };
}

function lightAt(photo: Uint8ClampedArray, pixel: number): number {
  const k = pixel * 4;
  return photo[k]! * 0.3 + photo[k + 1]! * 0.59 + photo[k + 2]! * 0.11;
}
