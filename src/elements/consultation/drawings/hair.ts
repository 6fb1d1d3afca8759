/**
 * Hair as an engraver draws it: many short strokes, spread evenly over a head, each lying as hair lies. A drawing only
 * says how thick the hair is where. All views are of the same head, so a hairline stands in each where it would on a real
 * one, and edges come out soft.
 */

const { abs, asin, atan2, cos, hypot, max, min, PI, round, sin, sqrt } = Math;

/** A degree, in radians. */
export const DEGREE = PI / 180;

/** A place on a head of radius 1: `x` to a side, `y` to the front, `z` up. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** The same in degrees: from the middle of the head to a side, -90 to 90; */
  readonly aside: number;
  /** from the line between the ears towards the face, or below 0 towards the nape. */
  readonly along: number;
  /** How far it is before the whorl, or below 0 behind it. */
  readonly ahead: number;
}

/** How thick hair is at a place: 1 or more is all of it, 0 or less none. */
export type Hair = (place: Place) => number;

/** Where a place stands in the picture, and how much it faces the eye: below 0 it is hidden. */
export type View = (x: number, y: number, z: number) => readonly [left: number, top: number, facing: number];

/** A head seen from the front and so many degrees from above. Places that face the eye lie flatter than on a ball. */
export function fromFront(degrees: number, middle: number): View {
  const up = sin(degrees * DEGREE);
  const level = cos(degrees * DEGREE);
  return (x, y, z) => {
    const facing = y * level + z * up;
    const flat = 35 * (1 - max(0, facing) / 4);
    return [50 + flat * x * 0.8, middle + flat * (y * up - z * level), facing];
  };
}

/** The same from behind. */
export function fromBehind(degrees: number, middle: number): View {
  const view = fromFront(degrees, middle);
  return (x, y, z) => view(-x, -y, z);
}

/** 0 up to one number, 1 beyond another, and a smooth way between. */
export function rise(from: number, to: number, at: number): number {
  const way = min(1, max(0, (at - from) / (to - from)));
  return way * way * (3 - 2 * way);
}

/** A number from 0 to 1 that looks like chance and is the same each time. */
export const chance = (index: number): number => abs((sin(index) * 1e4) % 1);

/** A number as paths need it. */
export const short = (value: number): number => round(value * 10) / 10;

/** The whorl at the crown, in degrees along: hair lies away from it, and leans a little. */
const WHORL = -38;
const WHORL_Y = sin(WHORL * DEGREE);
const WHORL_Z = cos(WHORL * DEGREE);

type Stroke = readonly [place: Place, path: string, thickness: number];

function coat(view: View, count: number, length: number): Stroke[] {
  const strokes: Stroke[] = [];
  for (let index = 0; index < count; index++) {
    // Turning by the golden angle spreads points evenly over a ball.
    const turn = index * 2.39996;
    const x = 1 - (2 * index + 1) / count;
    const y = sqrt(1 - x * x) * sin(turn);
    const z = sqrt(1 - x * x) * cos(turn);
    if (view(x, y, z)[2] < 0) continue;
    const ahead = y * WHORL_Z - z * WHORL_Y;
    const dx = x - ahead / 5;
    const dy = y - WHORL_Y;
    const dz = z - WHORL_Z;
    const lean = length / max(0.02, hypot(dx, dy, dz)) / 2;
    const end = (reach: number) => {
      const px = x + reach * dx;
      const py = y + reach * dy;
      const pz = z + reach * dz;
      const far = hypot(px, py, pz);
      const [left, top] = view(px / far, py / far, pz / far);
      return `${short(left)} ${short(top)}`;
    };
    const place = { x, y, z, ahead, aside: asin(x) / DEGREE, along: atan2(y, z) / DEGREE };
    strokes.push([place, `M${end(-lean)}L${end(lean)}`, chance(index)]);
  }
  return strokes;
}

/** Lets hair grow in a view: the path of its strokes. `count` is how many a whole ball has room for. */
export function growth(view: View, count = 1700, length = 0.1): (hair: Hair) => string {
  let strokes: Stroke[] | undefined;
  return (hair) => {
    strokes ??= coat(view, count, length);
    return strokes.map(([place, path, thickness]) => (hair(place) < thickness ? '' : path)).join('');
  };
}

/**
 * Hair behind a hairline, given in degrees along: at the middle of the forehead, and at the corners of the temples. These
 * are `aside` degrees from the middle; from there the line goes down to the ears, within `spread`. `crown` is the radius of
 * a bare spot round the whorl.
 */
export function hairline(middle: number, corner: number, aside = 30, crown = 0, spread = 34): Hair {
  return (place) => {
    const out = abs(place.aside);
    const front = middle + (corner - middle) * rise(10, aside - 1, out);
    return min(
      (front + (95 - front) * rise(aside + 4, aside + spread, out) - place.along) / 8,
      crown ? (hypot(out * 0.9, (place.along - WHORL) * 1.2) - crown) / 5 : 1,
      // Above the ears and the nape.
      (place.z + 0.28 + 0.35 * rise(-0.15, 0.4, -place.y)) * 9,
    );
  };
}

/** The same hair without round patches, in degrees. */
export function without(
  hair: Hair,
  ...patches: readonly (readonly [aside: number, along: number, radius: number])[]
): Hair {
  return (place) =>
    min(
      hair(place),
      ...patches.map(
        ([aside, along, radius]) =>
          (hypot(place.aside - aside, (place.along - along) * cos(aside * DEGREE)) - radius) / 2,
      ),
    );
}
