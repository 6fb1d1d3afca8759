import type { HairlineDesign } from '../domain/design/hairline-design.js';
import { FRAME } from './camera.js';
import type { Camera } from './camera.js';
import { awayAt, CORNER_AZIMUTH, heightAt } from './hairline-curve.js';
import { CHART_REACH, placeAt } from './scalp-chart.js';

/** What of a hairline can be dragged. */
export const HANDLES = ['midHeight', 'leftCorner', 'rightCorner'] as const satisfies readonly (keyof HairlineDesign)[];
export type HandleName = (typeof HANDLES)[number];

/** Where a handle is in a picture, 0 to 1 from the top left, and whether it is on the side that is seen. */
export interface Handle {
  readonly name: HandleName;
  readonly u: number;
  readonly v: number;
  readonly seen: boolean;
}

const AZIMUTHS: Readonly<Record<HandleName, number>> = {
  midHeight: 0,
  leftCorner: CORNER_AZIMUTH,
  rightCorner: -CORNER_AZIMUTH,
};

/** Where a place of the head is in a picture, and how far towards the camera. */
export function project(
  { right, up, back, middle }: Camera,
  [px, py, pz]: readonly [number, number, number],
): readonly [u: number, v: number, near: number] {
  const x = px - middle[0];
  const y = py - middle[1];
  const z = pz - middle[2];
  return [
    (x * right[0] + y * right[1] + z * right[2]) / FRAME + 0.5,
    0.5 - (x * up[0] + y * up[1] + z * up[2]) / FRAME,
    x * back[0] + y * back[1] + z * back[2],
  ];
}

/** Where the handles of a design are, seen by a camera. */
export function handlesOf(design: HairlineDesign, camera: Camera): readonly Handle[] {
  return HANDLES.map((name) => {
    const azimuth = AZIMUTHS[name];
    const [u, v, near] = project(camera, placeAt(azimuth, awayAt(azimuth, design[name])));
    return { name, u, v, seen: near > 12 };
  });
}

/** The height in mm that a handle has when it is dragged to a place of the picture: the nearest on its own line. */
export function heightUnder(name: HandleName, camera: Camera, u: number, v: number): number {
  const azimuth = AZIMUTHS[name];
  let nearest = Infinity;
  let best = CHART_REACH / 2;
  for (let away = 0.3; away < CHART_REACH; away += 0.01) {
    const [x, y, near] = project(camera, placeAt(azimuth, away));
    if (near < 0) continue;
    const square = (x - u) ** 2 + (y - v) ** 2;
    if (square > nearest) continue;
    nearest = square;
    best = away;
  }
  return heightAt(azimuth, best);
}
