import type { CareSettings } from './care-settings.js';

/** How hair is prepared where the shaved look is made. Clinics differ, so the default names none of these. */
export const SHAVE_RULES = [
  'as-told',
  'two-days-before',
  'day-before',
  'zero-clipper',
  'clinic-trims',
  'none',
] as const;
export type ShaveRule = (typeof SHAVE_RULES)[number];

/** Whole numbers that a clinic may set, with the range that sources span. */
export const CARE_RANGES = {
  dryDays: [3, 5],
  sweatDays: [5, 10],
  shampooDay: [3, 10],
  moisturiserDay: [2, 10],
  sunDays: [14, 30],
  poolDays: [14, 30],
  razorDays: [10, 30],
  minoxidilDays: [7, 30],
  alcoholHours: [24, 72],
  caffeineHours: [12, 72],
  spf: [30, 100],
} as const satisfies Partial<Record<keyof CareSettings, readonly [number, number]>>;
