import { DENSITIES } from './density.js';
import type { Density } from './density.js';
import { DEFAULT_DESIGN } from './hairline-design.js';
import type { HairlineDesign } from './hairline-design.js';
import { EDGES, HAIRLINE_SHAPES } from './hairline.js';
import type { Edge, HairlineShape } from './hairline.js';
import { DEFAULT_SHADES } from './pigment.js';
import type { Shade } from './pigment.js';

/** A design that a clinic proposes under a name of its own. */
export interface DesignPreset {
  readonly id: string;
  readonly name: string;
  readonly design: HairlineDesign;
}

/** What a clinic offers in the picker. */
export interface DesignSettings {
  /** Pigments, from the lightest. Default: the five built-in ones. */
  readonly shades: readonly Shade[];
  /** Designs to begin with, by name. Default: none. */
  readonly presets: readonly DesignPreset[];
  /** The design to begin with, where nothing else says one. */
  readonly start: HairlineDesign;
  /** Default: all. */
  readonly shapes: readonly HairlineShape[];
  /** Default: all. */
  readonly edges: readonly Edge[];
  /** Dots per cm² of each name. Default: 40, 65, 90 and 110. */
  readonly densities: Readonly<Record<Density, number>>;
}

/** The same as a clinic writes it: each part may be left out, and of a design, too, what is as usual. */
export interface DesignOffer extends Partial<Pick<DesignSettings, 'shades' | 'shapes' | 'edges'>> {
  readonly presets?: readonly (Pick<DesignPreset, 'id' | 'name'> & { readonly design?: Partial<HairlineDesign> })[];
  readonly start?: Partial<HairlineDesign>;
  readonly densities?: Partial<Record<Density, number>>;
}

/** What is offered where the clinic says nothing. */
export const DEFAULT_DESIGN_SETTINGS: DesignSettings = {
  shades: DEFAULT_SHADES,
  presets: [],
  start: DEFAULT_DESIGN,
  shapes: HAIRLINE_SHAPES,
  edges: EDGES,
  densities: DENSITIES,
};
