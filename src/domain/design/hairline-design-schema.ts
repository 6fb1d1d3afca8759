import * as z from 'zod/mini';
import { DESIGN_CHOICES, DESIGN_LIMITS } from './hairline-design.js';
import type { HairlineDesign as Design } from './hairline-design.js';
import { WholeNumber } from '../whole-number.js';

const { midHeight, leftCorner, rightCorner, temporalPeak, peakDepth, density, sessions, seed } = DESIGN_LIMITS;

/**
 * A design as it is sent and stored: all of its parts, each within its limits. Apart from its type, so that whoever only
 * draws a design loads no schema. Plain calls of zod only, which a bundler can drop.
 */
export const HairlineDesign = z.object({
  version: z.literal(1),
  shape: z.enum(DESIGN_CHOICES.shape),
  midHeight: WholeNumber.check(z.minimum(midHeight[0]), z.maximum(midHeight[1])),
  leftCorner: WholeNumber.check(z.minimum(leftCorner[0]), z.maximum(leftCorner[1])),
  rightCorner: WholeNumber.check(z.minimum(rightCorner[0]), z.maximum(rightCorner[1])),
  temporalPeak: WholeNumber.check(z.minimum(temporalPeak[0]), z.maximum(temporalPeak[1])),
  peakDepth: WholeNumber.check(z.minimum(peakDepth[0]), z.maximum(peakDepth[1])),
  edge: z.enum(DESIGN_CHOICES.edge),
  temples: z.enum(DESIGN_CHOICES.temples),
  shade: z.string().check(z.regex(/^[\w-]{1,40}$/)),
  density: WholeNumber.check(z.minimum(density[0]), z.maximum(density[1])),
  sessions: WholeNumber.check(z.minimum(sessions[0]), z.maximum(sessions[1])),
  seed: WholeNumber.check(z.minimum(seed[0]), z.maximum(seed[1])),
  view: z.enum(DESIGN_CHOICES.view),
});
export type HairlineDesign = Design;
