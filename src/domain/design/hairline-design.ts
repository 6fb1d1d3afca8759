import { DENSITIES } from './density.js';
import { EDGES, HAIRLINE_SHAPES, SHAPE_GEOMETRY, TEMPLES } from './hairline.js';
import type { Edge, HairlineGeometry, HairlineShape, Temples } from './hairline.js';

/** Sides from which a head can be looked at; left and right are the client's own. */
export const HEAD_VIEWS = ['front', 'quarter', 'left', 'right', 'top', 'back'] as const;
export type HeadView = (typeof HEAD_VIEWS)[number];

/** What a client would like: a wish to talk about, not a plan of treatment. Lengths are whole mm over the skin. */
export interface HairlineDesign extends HairlineGeometry {
  /** Of this format. */
  readonly version: 1;
  readonly shape: HairlineShape;
  readonly edge: Edge;
  readonly temples: Temples;
  /** Id of the pigment in the clinic's palette. */
  readonly shade: string;
  /** Dots per cm² of skin, all sessions together; fewer where hair leaves no room for them. */
  readonly density: number;
  /** Sessions that build it. */
  readonly sessions: number;
  /** From which the small irregularities come: the same seed gives the same dots. */
  readonly seed: number;
  /** The side from which it was looked at last. */
  readonly view: HeadView;
}

/** Least and most of each number of a design. */
export const DESIGN_LIMITS = {
  midHeight: [60, 110],
  leftCorner: [60, 140],
  rightCorner: [60, 140],
  temporalPeak: [0, 20],
  peakDepth: [0, 20],
  density: [20, 130],
  sessions: [1, 6],
  seed: [0, 65_535],
} as const satisfies Partial<Record<keyof HairlineDesign, readonly [number, number]>>;

/** A number of a design. */
export type DesignNumber = keyof typeof DESIGN_LIMITS;

/** The words of a design that are one of a list. */
export const DESIGN_CHOICES = {
  shape: HAIRLINE_SHAPES,
  edge: EDGES,
  temples: TEMPLES,
  view: HEAD_VIEWS,
} as const satisfies Partial<Record<keyof HairlineDesign, readonly string[]>>;

/** Where everybody starts who has said nothing yet. */
export const DEFAULT_DESIGN: HairlineDesign = {
  version: 1,
  shape: 'natural-rounded',
  ...SHAPE_GEOMETRY['natural-rounded'],
  edge: 'soft-broken',
  temples: 'soft',
  shade: 'shade-3',
  density: DENSITIES.natural,
  sessions: 3,
  seed: 1,
  view: 'quarter',
};

const SHADE_ID = /^[\w-]{1,40}$/;

/** Something in a design that is not as it has to be. */
export interface DesignProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * Takes what is right in `value` over `base`, whatever `value` is. Each part that is wrong is left as it was in `base`
 * and told; a number beyond its limits is taken to the limit, and told.
 */
export function designFrom(
  value: unknown,
  base: HairlineDesign = DEFAULT_DESIGN,
): { readonly design: HairlineDesign; readonly problems: readonly DesignProblem[] } {
  const problems: DesignProblem[] = [];
  const told = (field: string, message: string) => void problems.push({ field, message });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    told('design', 'is not an object');
    return { design: base, problems };
  }
  const given = value as Record<string, unknown>;
  if (given['version'] !== undefined && given['version'] !== 1) {
    told('version', 'is not 1, the only one there is');
    return { design: base, problems };
  }
  const design: Record<string, unknown> = { ...base };
  for (const [field, [least, most]] of Object.entries(DESIGN_LIMITS)) {
    const one = given[field];
    if (one === undefined) continue;
    if (typeof one !== 'number' || !Number.isFinite(one)) told(field, 'is not a number');
    else {
      const whole = Math.round(one);
      design[field] = Math.min(most, Math.max(least, whole));
      if (design[field] !== whole) told(field, `is not between ${least} and ${most}`);
    }
  }
  for (const [field, choices] of Object.entries<readonly string[]>(DESIGN_CHOICES)) {
    const one = given[field];
    if (one === undefined) continue;
    if (typeof one === 'string' && choices.includes(one)) design[field] = one;
    else told(field, `is not one of ${choices.join(', ')}`);
  }
  const { shade } = given;
  if (typeof shade === 'string' && SHADE_ID.test(shade)) design['shade'] = shade;
  else if (shade !== undefined) told('shade', 'is not the id of a shade');
  return { design: design as unknown as HairlineDesign, problems };
}

/** The design with another shape, and with where that shape lies. All else stays. */
export function withShape(design: HairlineDesign, shape: HairlineShape): HairlineDesign {
  return { ...design, shape, ...SHAPE_GEOMETRY[shape] };
}
