import fc from 'fast-check';
import { DESIGN_CHOICES, DESIGN_LIMITS } from '../../../src/domain/design/hairline-design.js';
import type { HairlineDesign } from '../../../src/domain/design/hairline-design.js';
import { DEFAULT_SHADES } from '../../../src/domain/design/pigment.js';

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max });

/** Any design that is as it has to be. */
export const randomDesign: fc.Arbitrary<HairlineDesign> = fc.record(
  {
    version: fc.constant(1),
    shape: fc.constantFrom(...DESIGN_CHOICES.shape),
    midHeight: within(DESIGN_LIMITS.midHeight),
    leftCorner: within(DESIGN_LIMITS.leftCorner),
    rightCorner: within(DESIGN_LIMITS.rightCorner),
    temporalPeak: within(DESIGN_LIMITS.temporalPeak),
    peakDepth: within(DESIGN_LIMITS.peakDepth),
    edge: fc.constantFrom(...DESIGN_CHOICES.edge),
    temples: fc.constantFrom(...DESIGN_CHOICES.temples),
    shade: fc.oneof(fc.constantFrom(...DEFAULT_SHADES.map(({ id }) => id)), fc.stringMatching(/^[\w-]{1,40}$/)),
    density: within(DESIGN_LIMITS.density),
    sessions: within(DESIGN_LIMITS.sessions),
    seed: within(DESIGN_LIMITS.seed),
    view: fc.constantFrom(...DESIGN_CHOICES.view),
  },
  { noNullPrototype: true },
);
