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

/** A step in the clinic's own words. */
export interface ExtraStep {
  readonly part: 'preparation' | 'aftercare';
  readonly kind: 'do' | 'avoid';
  /** Days before the session in a preparation, days after it in an aftercare. */
  readonly day: number;
  /** Last day of an aftercare step. Default: `day`. */
  readonly until?: number;
  readonly text: string;
}

/** The clinic's figures. All days of aftercare count from the session, which is day 0. */
export interface CareSettings {
  readonly shave: ShaveRule;
  /** Last day on which the scalp stays dry: 3 to 5. */
  readonly dryDays: number;
  /** Last day without sweat: 5 to 10. */
  readonly sweatDays: number;
  /** First day of shampoo, never before the scalp may get wet: 3 to 10. */
  readonly shampooDay: number;
  /** First day of moisturiser: 2 to 10. */
  readonly moisturiserDay: number;
  /** Last day out of direct sun: 14 to 30. */
  readonly sunDays: number;
  /** Last day without pool and sea: 14 to 30. */
  readonly poolDays: number;
  /** Last day without a razor: 10 to 30. */
  readonly razorDays: number;
  /** Last day without minoxidil: 7 to 30. */
  readonly minoxidilDays: number;
  /** Without alcohol before a session, in hours: 24, 48 or 72. */
  readonly alcoholHours: number;
  /** Without caffeine before a session, in hours: 12 to 72. */
  readonly caffeineHours: number;
  /** Sun protection factor: 30 to 100. */
  readonly spf: number;
  /** Number of the emergency service. Default: none, and words that name the usual ones. */
  readonly emergency?: string;
  readonly extra: readonly ExtraStep[];
  /** Codes of rules that the clinic takes out. */
  readonly without: readonly string[];
}

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

/** What holds where the clinic says nothing. Where sources disagree, rather the stricter. */
export const DEFAULT_CARE_SETTINGS: CareSettings = {
  shave: 'as-told',
  dryDays: 4,
  sweatDays: 7,
  shampooDay: 7,
  moisturiserDay: 5,
  sunDays: 30,
  poolDays: 30,
  razorDays: 14,
  minoxidilDays: 30,
  alcoholHours: 48,
  caffeineHours: 24,
  spf: 30,
  extra: [],
  without: [],
};
