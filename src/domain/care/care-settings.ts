import type { ShaveRule } from './care-choice.js';

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

/** Is this a number that can be called in an emergency: digits, spaces, a plus before them? */
export const isEmergencyNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^\+?[\d ()-]{2,24}$/.test(value);

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
