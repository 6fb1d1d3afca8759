import type { Answers } from './answer.js';

/** How much is to be treated, which is what planning needs; scars and alopecia take their own time at any size. */
export type HairLossBand = 'none' | 'early' | 'moderate' | 'advanced' | 'full' | 'scar-alopecia';

/**
 * Codes of hair-loss patterns, and the band of each. `norwood-…` after Norwood and Hamilton, where `a` is the variant
 * that goes straight back from the front; `ludwig-…` after Ludwig; `female-frontal` after Olsen.
 */
export const HAIR_LOSS_BANDS = {
  'norwood-1': 'none',
  'norwood-2': 'early',
  'norwood-2a': 'early',
  'norwood-3': 'moderate',
  'norwood-3a': 'moderate',
  'norwood-3-vertex': 'moderate',
  'norwood-4': 'moderate',
  'norwood-4a': 'advanced',
  'norwood-5': 'advanced',
  'norwood-5a': 'advanced',
  'norwood-6': 'full',
  'norwood-7': 'full',
  'ludwig-1': 'early',
  'ludwig-2': 'moderate',
  'ludwig-3': 'advanced',
  'female-frontal': 'moderate',
  'female-temporal': 'early',
  'aa-patchy': 'scar-alopecia',
  'aa-totalis': 'full',
  'aa-universalis': 'full',
  'aa-ophiasis': 'scar-alopecia',
  diffuse: 'early',
  scarring: 'scar-alopecia',
  traction: 'scar-alopecia',
  chemo: 'scar-alopecia',
  'surgical-trauma': 'scar-alopecia',
  'scar-fut': 'scar-alopecia',
  'scar-fue': 'scar-alopecia',
} as const satisfies Record<string, HairLossBand>;

/** A pattern of hair loss. */
export type HairLossPattern = keyof typeof HAIR_LOSS_BANDS;

/**
 * What a visitor took for the own pattern. People agree with trained eyes in about half of the cases on the exact stage,
 * and far better on a group of stages (BMC Public Health 2004;4:61): plan by the band, and look again in person.
 */
export interface HairLoss {
  readonly pattern: HairLossPattern;
  readonly band: HairLossBand;
  readonly selfReported: true;
}

const PAGES = { male: 'hairLossPatternMale', female: 'hairLossPatternFemale', other: 'hairLossPatternOther' };

/** What these answers say of the hair loss. Undefined where they say nothing, or “I'm not sure”. */
export function hairLossOf(answers: Answers): HairLoss | undefined {
  const page = Object.entries(PAGES).find(([set]) => set === answers['presentation'])?.[1];
  const pattern = page === undefined ? undefined : answers[page];
  if (!isHairLossPattern(pattern)) return undefined;
  return { pattern, band: HAIR_LOSS_BANDS[pattern], selfReported: true };
}

function isHairLossPattern(value: unknown): value is HairLossPattern {
  return typeof value === 'string' && Object.hasOwn(HAIR_LOSS_BANDS, value);
}
