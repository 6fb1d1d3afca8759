import type { Answers } from '../consultation/answer.js';
import { hairLossOf } from '../consultation/hair-loss.js';
import { DEFAULT_DESIGN_SETTINGS } from './design-settings.js';
import type { DesignSettings } from './design-settings.js';
import type { HairlineDesign } from './hairline-design.js';
import { SHAPE_GEOMETRY } from './hairline.js';
import { DEFAULT_SHADES, rgbOf } from './pigment.js';
import type { Shade } from './pigment.js';

/** A start for a design, and the questions whose answers it comes from. */
export interface DesignSuggestion {
  readonly design: Partial<HairlineDesign>;
  readonly from: readonly string[];
  /** Id of the built-in shade that stubble of this colour has, for the model's head. */
  readonly hair?: string;
}

/** What is known besides the answers. */
export interface SuggestionOptions {
  /** Whole years, where the page knows it; the questionnaire asks only whether somebody is 18. */
  readonly age?: number;
  /** What the clinic offers: nothing else is suggested. Default: everything. */
  readonly offer?: Pick<DesignSettings, 'shades' | 'shapes' | 'edges' | 'densities'>;
}

/** Place of the shade by the colour of hair, as stubble shows it: any colour looks greyer when it is clipped. */
const SHADES: Readonly<Record<string, number>> = {
  blonde: 0,
  grey: 0,
  red: 0,
  'light-brown': 1,
  'salt-and-pepper': 1,
  brown: 2,
  'dark-brown': 3,
  black: 4,
};

/** From this age on a line that sits higher, with its corners set back, is in keeping with the years: the late forties. */
const MATURE_AGE = 47;

/**
 * Where to begin, from the answers of a consultation: a cautious line that goes with the years, the shade of the hair, and
 * few dots where they go between hair. The shade comes from the colour of hair and from nothing else that was said of
 * a person; a low line is never suggested.
 */
export function suggestDesign(
  answers: Answers,
  { age = 0, offer = DEFAULT_DESIGN_SETTINGS }: SuggestionOptions = {},
): DesignSuggestion {
  const { shades, shapes, edges, densities } = offer;
  const design: { -readonly [Key in keyof HairlineDesign]?: HairlineDesign[Key] } = {};
  const from = new Set<string>();
  const { presentation, hairColour, treatmentGoal } = answers;
  const place = typeof hairColour === 'string' ? SHADES[hairColour] : undefined;
  const hair = place === undefined ? undefined : DEFAULT_SHADES[place];
  if (place !== undefined && hair) {
    design.shade = nearest(hair, shades).id;
    if (place < 2 && edges.includes('soft-broken')) design.edge = 'soft-broken';
    from.add('hairColour');
  }
  const female = presentation === 'female';
  const shape = female ? 'round' : 'mature-receded';
  if ((female || age >= MATURE_AGE) && shapes.includes(shape)) {
    Object.assign(design, { shape, ...SHAPE_GEOMETRY[shape] });
    if (female) from.add('presentation');
  }
  const thinning = female ? 'presentation' : hairLossOf(answers)?.pattern === 'diffuse' && 'hairLossPatternOther';
  const between = treatmentGoal === 'density' ? 'treatmentGoal' : treatmentGoal !== 'shavedLook' && thinning;
  if (between) {
    design.density = densities.light;
    from.add(between);
  }
  return { design, from: [...from], ...(hair && { hair: hair.id }) };
}

/** The shade of the same id, else the one whose colour is nearest. */
function nearest(shade: Shade, shades: readonly Shade[]): Shade {
  const [red, green, blue] = rgbOf(shade.colour);
  const distance = ({ id, colour }: Shade): number => {
    const [r, g, b] = rgbOf(colour);
    return id === shade.id ? -1 : Math.hypot(r - red, g - green, b - blue);
  };
  return shades.reduce((best, one) => (distance(one) < distance(best) ? one : best), shades[0] ?? shade);
}
