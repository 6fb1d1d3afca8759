import type { Answers } from '../consultation/answer.js';
import { DENSITIES } from './density.js';
import type { HairlineDesign } from './hairline-design.js';
import { SHAPE_GEOMETRY } from './hairline.js';
import type { HairlineShape } from './hairline.js';

/** A start for a design, and the questions whose answers it comes from. */
export interface DesignSuggestion {
  readonly design: Partial<HairlineDesign>;
  readonly from: readonly string[];
}

/** Shade by the colour of hair, as stubble shows it: any colour looks greyer when it is clipped. Never by anything else. */
const SHADES: Readonly<Record<string, string>> = {
  blonde: 'shade-1',
  grey: 'shade-1',
  red: 'shade-1',
  'light-brown': 'shade-2',
  'salt-and-pepper': 'shade-2',
  brown: 'shade-3',
  'dark-brown': 'shade-4',
  black: 'shade-5',
};

/** From this age on a line that sits higher is in keeping with the years. */
const MATURE_AGE = 45;

/** Where to begin, from the answers of a consultation: a cautious line that goes with the years, and the hair's shade. */
export function suggestDesign(answers: Answers, age?: number): DesignSuggestion {
  const design: { -readonly [Key in keyof HairlineDesign]?: HairlineDesign[Key] } = {};
  const from: string[] = [];
  const { presentation, hairColour } = answers;
  const shade = typeof hairColour === 'string' ? SHADES[hairColour] : undefined;
  if (shade !== undefined) {
    design.shade = shade;
    from.push('hairColour');
    if (shade === 'shade-1' || shade === 'shade-2') design.edge = 'soft-broken';
  }
  const shape: HairlineShape | undefined =
    presentation === 'female' ? 'round' : age !== undefined && age >= MATURE_AGE ? 'mature-receded' : undefined;
  if (shape !== undefined) {
    Object.assign(design, { shape, ...SHAPE_GEOMETRY[shape] });
    if (shape === 'round') from.push('presentation');
  }
  if (presentation === 'female') design.density = DENSITIES.light;
  return { design, from };
}
