import type { CareSettings } from './care-settings.js';

/** The result that a client comes for: hair kept at stubble, or longer hair that is kept and made to look fuller. */
export type CareLook = 'shaved' | 'density';

/** Reasons to ask for another day. */
export const RESCHEDULE_CODES = ['sunburn', 'rash', 'cold', 'new-medicine'] as const;
export type RescheduleCode = (typeof RESCHEDULE_CODES)[number];

/** What healing looks like in a phase. */
export type AftercarePhase = 'day0' | 'dry' | 'rinse' | 'settle' | 'resume' | 'stable' | 'longterm';

/** A rule: from which day to which, the session being day 0. Days before it are negative. */
export interface CareRule {
  readonly code: string;
  readonly kind: 'do' | 'avoid';
  /** What it is about: two rules on one topic can contradict each other. A rule that no other can has its own. */
  readonly topic: string;
  readonly from: number;
  /** Infinity for good. */
  readonly until: number;
  /** Of one look alone. */
  readonly look?: CareLook | undefined;
  /** Of the clinic's own steps: its words. */
  readonly text?: string;
}

const rule =
  (kind: 'do' | 'avoid') =>
  (code: string, from: number, until: number, topic = code, look?: CareLook) => ({
    code,
    kind,
    topic,
    from,
    until,
    look,
  });
export const does = rule('do');
const avoids = rule('avoid');

const days = (hours: number): number => -Math.ceil(hours / 24);

/** A rule that a clinic adds. */
export interface OwnRule extends CareRule {
  readonly part: 'preparation' | 'aftercare';
}

const fits =
  (settings: CareSettings, look: CareLook | undefined) =>
  (one: CareRule): boolean =>
    !settings.without.includes(one.code) && (!one.look || !look || one.look === look);

/** The rules before a session, of one look or, where it isn't known, of both; `own` are the clinic's. */
export function preparationRules(
  settings: CareSettings,
  look: CareLook | undefined,
  own: readonly OwnRule[],
): readonly CareRule[] {
  return [
    does('moisturise-before', -7, -1, 'moisturiser'),
    does('ask-medicine', -7, -1),
    avoids('no-tanning', -7, 0, 'sun'),
    // Of a client whose look isn't known, the neutral words are enough.
    settings.shave === 'as-told' && look !== 'density'
      ? does('hair-as-told', -2, -1, 'clippers')
      : avoids('keep-hair', -7, 0, 'clippers', 'density'),
    avoids('no-peels', -3, 0),
    avoids('no-alcohol', days(settings.alcoholHours), 0),
    avoids('no-caffeine', days(settings.caffeineHours), 0),
    ...own.filter(({ part }) => part === 'preparation'),
    does('wash-before', -1, -1, 'shampoo'),
    does('drink-water', -1, 0),
    does('sleep', -1, -1),
    does('eat', 0, 0),
    does('clean-dry-head', 0, 0),
    does('bring-photos', 0, 0),
    does('take-time', 0, 0),
    avoids('nothing-on-scalp', 0, 0, 'moisturiser'),
    avoids('no-exercise', 0, 0),
  ].filter(fits(settings, look));
}

/** The rules after a session; `own` are the clinic's. */
export function aftercareRules(
  settings: CareSettings,
  look: CareLook | undefined,
  own: readonly OwnRule[],
): readonly CareRule[] {
  const { dryDays, sweatDays, moisturiserDay, sunDays, poolDays, razorDays, minoxidilDays } = settings;
  const shampooDay = Math.max(settings.shampooDay, dryDays + 1);
  return [
    does('clean-hands', 0, dryDays),
    does('water', 0, dryDays),
    does('loose-hat', 0, sunDays),
    does('rinse', dryDays + 1, shampooDay - 1),
    does('moisturise', moisturiserDay, 30, 'moisturiser'),
    does('mild-shampoo', shampooDay, 30, 'shampoo'),
    does('clip', CLIPPER_DAY, 60, 'clippers', 'shaved'),
    does('keep-next', 15, 30),
    does('look-together', 31, 60),
    does('sunscreen', sunDays + 1, Infinity, 'sun'),
    does('clip-often', 61, Infinity, 'clippers', 'shaved'),
    avoids('no-touch', 0, 14),
    avoids('no-wet', 0, dryDays, 'rinse'),
    avoids('no-shampoo', dryDays + 1, shampooDay - 1, 'shampoo'),
    avoids('no-sweat', 0, sweatDays),
    avoids('no-clippers', 0, CLIPPER_DAY - 1, 'clippers'),
    avoids('no-razor', CLIPPER_DAY, razorDays, undefined, 'shaved'),
    avoids('no-heat', 0, 14),
    avoids('no-pool', 0, poolDays),
    avoids('no-sun', 0, sunDays, 'sun'),
    avoids('no-harsh', 0, Infinity),
    avoids('no-minoxidil', 0, minoxidilDays),
    avoids('no-sunbeds', sunDays + 1, Infinity),
    ...own.filter(({ part }) => part === 'aftercare'),
  ].filter((one) => one.from <= one.until && fits(settings, look)(one));
}

/** First day of clippers; a razor waits longer. */
const CLIPPER_DAY = 10;

/** The phases and their first days. Each lasts until the next one begins, the last one for good. */
export const phases = ({ dryDays }: CareSettings): readonly (readonly [AftercarePhase, number])[] => [
  ['day0', 0],
  ['dry', 1],
  ['rinse', dryDays + 1],
  ['settle', 8],
  ['resume', 15],
  ['stable', 31],
  ['longterm', 61],
];
