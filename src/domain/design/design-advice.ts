import type { HairlineDesign } from './hairline-design.js';

/** What to think about once more; never a refusal. */
export interface DesignAdvice {
  readonly code: 'low' | 'corner-low' | 'straight-low';
  /** The parts of the design that it is about. */
  readonly fields: readonly (keyof HairlineDesign)[];
}

/** Under this height of the middle a line is low for an adult, in mm. */
const LOW = 70;
/** Corners within this many mm of the middle make a straight line. */
const LEVEL = 5;
/** Under this height a straight line is low, in mm: halfway between a bold middle and the 8 cm of one method. */
const STRAIGHT_LOW = 75;

/**
 * What an artist would say to a design:
 * - `low`: the middle is under 70 mm; 7 cm above the glabella is bold, 10 cm careful (mid frontal point). A line can be
 *   lowered later, and never raised.
 * - `corner-low`: a corner is lower than the middle; in nature it is level with it or higher (Shapiro, frontotemporal
 *   angle).
 * - `straight-low`: a straight low line; it draws the eye and is the easiest to tell from hair.
 *
 * Who says so stands in `DESIGN_SOURCES`.
 */
export function designAdvice(design: HairlineDesign): readonly DesignAdvice[] {
  const { midHeight, leftCorner, rightCorner, peakDepth } = design;
  const advice: DesignAdvice[] = [];
  if (midHeight < LOW) advice.push({ code: 'low', fields: ['midHeight'] });
  const low = (['leftCorner', 'rightCorner'] as const).filter((name) => design[name] < midHeight);
  if (low.length > 0) advice.push({ code: 'corner-low', fields: low });
  const level = Math.max(leftCorner, rightCorner) - midHeight <= LEVEL && peakDepth < LEVEL;
  if (level && midHeight < STRAIGHT_LOW) advice.push({ code: 'straight-low', fields: ['shape', 'midHeight'] });
  return advice;
}
