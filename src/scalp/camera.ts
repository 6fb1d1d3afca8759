import type { HeadView } from '../domain/design/hairline-design.js';

/** Side of the square that a picture shows, in mm. */
export const FRAME = 280;

/** Where one looks from, as a camera far away: axes to the right, up and towards it, and the middle of the picture. */
export interface Camera {
  readonly right: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly back: readonly [number, number, number];
  /** The point of the head that is in the middle of the picture, in mm. */
  readonly middle: readonly [number, number, number];
  /** Both halves of the picture show the same. */
  readonly even: boolean;
}

/** Turn to the side and from above, in radians, and the height of the middle. */
const PLACES: Readonly<Record<HeadView, readonly [turn: number, tilt: number, height: number]>> = {
  front: [0, 0.24, -6],
  quarter: [0.62, 0.27, -2],
  // The client's left is on the right of whoever looks at the face.
  left: [1.5708, 0.06, -3],
  right: [-1.5708, 0.06, -3],
  top: [0, 1.15, 42],
  back: [3.1416, 0.2, 0],
};

function cameraAt([turn, tilt, height]: readonly [number, number, number]): Camera {
  const [st, ct, sp, cp] = [Math.sin(turn), Math.cos(turn), Math.sin(tilt), Math.cos(tilt)];
  return {
    right: [ct, 0, -st],
    up: [-st * sp, cp, -ct * sp],
    back: [st * cp, sp, ct * cp],
    middle: [0, height, -12],
    even: Math.abs(st) < 1e-3,
  };
}

/** The camera of a view. */
export function cameraOf(view: HeadView): Camera {
  return cameraAt(PLACES[view]);
}
