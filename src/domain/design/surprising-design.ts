import { DEFAULT_DESIGN_SETTINGS } from './design-settings.js';
import { withShape } from './hairline-design.js';
import type { HairlineDesign } from './hairline-design.js';
import { TEMPLES } from './hairline.js';

/**
 * Another design that could be worn: no line so low that one would be warned of it, corners above the middle, and other
 * dots. `random` gives numbers from 0 to 1; the offer is the clinic's.
 */
export function surprisingDesign(
  design: HairlineDesign,
  random: () => number,
  { shapes, edges, densities } = DEFAULT_DESIGN_SETTINGS,
): HairlineDesign {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const wearable = shapes.filter((shape) => shape !== 'juvenile-low');
  const formed = withShape(design, one(wearable) ?? design.shape);
  const up = Math.round(random() * 8);
  const aside = Math.round(random() * 4) - 2;
  return {
    ...formed,
    midHeight: formed.midHeight + up,
    leftCorner: formed.leftCorner + up + Math.max(0, aside),
    rightCorner: formed.rightCorner + up - Math.min(0, aside),
    edge: one(edges) ?? design.edge,
    temples: one(TEMPLES) ?? design.temples,
    density: one(Object.values(densities)) ?? design.density,
    seed: Math.floor(random() * 65_536),
  };
}
