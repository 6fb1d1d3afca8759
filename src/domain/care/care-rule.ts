import type { CareSettings } from './care-settings.js';

/** The result that a client comes for: hair kept at stubble, or longer hair that is kept and made to look fuller. */
export const CARE_LOOKS = ['shaved', 'density'] as const;
export type CareLook = (typeof CARE_LOOKS)[number];

/** Steps before a session. */
export const PREPARATION_CODES = [
  'moisturise-before',
  'ask-medicine',
  'no-tanning',
  'keep-hair',
  'no-peels',
  'no-alcohol',
  'no-caffeine',
  'hair-as-told',
  'shave-two-days-before',
  'shave-day-before',
  'zero-clipper',
  'clinic-trims',
  'ask-before-trimming',
  'wash-before',
  'drink-water',
  'sleep',
  'eat',
  'clean-dry-head',
  'nothing-on-scalp',
  'bring-photos',
  'take-time',
  'no-exercise',
] as const;
export type PreparationCode = (typeof PREPARATION_CODES)[number];

/** Reasons to ask for another day. */
export const RESCHEDULE_CODES = ['sunburn', 'rash', 'cold', 'new-medicine'] as const;
export type RescheduleCode = (typeof RESCHEDULE_CODES)[number];

/** Steps after a session. */
export const AFTERCARE_CODES = [
  'clean-hands',
  'loose-hat',
  'water',
  'rinse',
  'moisturise',
  'mild-shampoo',
  'clip',
  'keep-next',
  'look-together',
  'sunscreen',
  'clip-often',
  'no-touch',
  'no-wet',
  'no-shampoo',
  'no-sweat',
  'no-clippers',
  'no-razor',
  'no-heat',
  'no-pool',
  'no-sun',
  'no-harsh',
  'no-minoxidil',
  'no-sunbeds',
] as const;
export type AftercareCode = (typeof AFTERCARE_CODES)[number];

/** What healing looks like in a phase. */
export const AFTERCARE_PHASES = ['day0', 'dry', 'rinse', 'settle', 'resume', 'stable', 'longterm'] as const;
export type AftercarePhase = (typeof AFTERCARE_PHASES)[number];

/** A rule: from which day to which, the session being day 0. Days before it are negative. */
export interface CareRule {
  readonly code: string;
  readonly kind: 'do' | 'avoid';
  /** What it is about. Two rules on one topic can contradict each other. */
  readonly topic: string;
  readonly from: number;
  /** Infinity for good. */
  readonly until: number;
  /** Of one look alone. */
  readonly look?: CareLook;
  /** Of the clinic's own steps: its words. */
  readonly text?: string;
}

type Bounds = readonly [from: number, until: number];

const rule =
  (kind: 'do' | 'avoid') =>
  (code: string, topic: string, [from, until]: Bounds, look?: CareLook) => ({
    code,
    kind,
    topic,
    from,
    until,
    ...(look && { look }),
  });
const does = rule('do');
const avoids = rule('avoid');

const days = (hours: number): number => -Math.ceil(hours / 24);

/** The clinic's own steps, as rules. Each is a topic of its own. */
function extras({ extra }: CareSettings, part: 'preparation' | 'aftercare'): CareRule[] {
  return extra.flatMap((step, index) => {
    if (step.part !== part) return [];
    const { kind, day, until = day, text } = step;
    const code = `extra-${index}`;
    const [from, to] = part === 'preparation' ? [-day, kind === 'do' ? -day : 0] : [day, until];
    return [{ code, kind, topic: code, from, until: to, text }];
  });
}

const fits =
  (settings: CareSettings, look: CareLook | undefined) =>
  (one: CareRule): boolean =>
    !settings.without.includes(one.code) && (one.look === undefined || look === undefined || one.look === look);

/** The rules before a session, of one look or, where it isn't known, of both. */
export function preparationRules(settings: CareSettings, look?: CareLook): readonly CareRule[] {
  const shave = {
    'as-told': [does('hair-as-told', 'clippers', [-2, -1])],
    'two-days-before': [does('shave-two-days-before', 'clippers', [-2, -2], 'shaved')],
    'day-before': [does('shave-day-before', 'clippers', [-1, -1], 'shaved')],
    'zero-clipper': [does('zero-clipper', 'clippers', [-1, -1], 'shaved')],
    'clinic-trims': [does('clinic-trims', 'trim', [-2, 0], 'shaved')],
    none: [],
  }[settings.shave].filter(({ code }) => code !== 'hair-as-told' || look !== 'density');
  return [
    does('moisturise-before', 'moisturiser', [-7, -1]),
    does('ask-medicine', 'medicine', [-7, -1]),
    avoids('no-tanning', 'sun', [-7, 0]),
    // Of a client whose look isn't known, the neutral words are enough.
    ...(look === 'density' || settings.shave !== 'as-told'
      ? [avoids('keep-hair', 'clippers', [-7, 0], 'density')]
      : []),
    avoids('no-peels', 'peel', [-3, 0]),
    avoids('no-alcohol', 'alcohol', [days(settings.alcoholHours), 0]),
    avoids('no-caffeine', 'caffeine', [days(settings.caffeineHours), 0]),
    ...shave,
    does('wash-before', 'shampoo', [-1, -1]),
    does('drink-water', 'water', [-1, 0]),
    does('sleep', 'sleep', [-1, -1]),
    does('eat', 'eat', [0, 0]),
    does('clean-dry-head', 'head', [0, 0]),
    does('bring-photos', 'photos', [0, 0]),
    does('take-time', 'time', [0, 0]),
    avoids('nothing-on-scalp', 'moisturiser', [0, 0]),
    avoids('no-exercise', 'sweat', [0, 0]),
    ...extras(settings, 'preparation'),
  ].filter(fits(settings, look));
}

/** The rules after a session. */
export function aftercareRules(settings: CareSettings, look?: CareLook): readonly CareRule[] {
  const { dryDays, sweatDays, moisturiserDay, sunDays, poolDays, razorDays, minoxidilDays } = settings;
  const shampooDay = Math.max(settings.shampooDay, dryDays + 1);
  return [
    does('clean-hands', 'hands', [0, dryDays]),
    does('water', 'water', [0, dryDays]),
    does('loose-hat', 'hat', [0, sunDays]),
    does('rinse', 'rinse', [dryDays + 1, shampooDay - 1]),
    does('moisturise', 'moisturiser', [moisturiserDay, 30]),
    does('mild-shampoo', 'shampoo', [shampooDay, 30]),
    does('clip', 'clippers', [CLIPPER_DAY, 60], 'shaved'),
    does('keep-next', 'next', [15, 30]),
    does('look-together', 'review', [31, 60]),
    does('sunscreen', 'sun', [sunDays + 1, Infinity]),
    does('clip-often', 'clippers', [61, Infinity], 'shaved'),
    avoids('no-touch', 'touch', [0, 14]),
    avoids('no-wet', 'rinse', [0, dryDays]),
    avoids('no-shampoo', 'shampoo', [dryDays + 1, shampooDay - 1]),
    avoids('no-sweat', 'sweat', [0, sweatDays]),
    avoids('no-clippers', 'clippers', [0, CLIPPER_DAY - 1]),
    avoids('no-razor', 'razor', [CLIPPER_DAY, razorDays], 'shaved'),
    avoids('no-heat', 'heat', [0, 14]),
    avoids('no-pool', 'pool', [0, poolDays]),
    avoids('no-sun', 'sun', [0, sunDays]),
    avoids('no-harsh', 'harsh', [0, Infinity]),
    avoids('no-minoxidil', 'minoxidil', [0, minoxidilDays]),
    avoids('no-sunbeds', 'sunbeds', [sunDays + 1, Infinity]),
    ...extras(settings, 'aftercare'),
  ].filter((one) => one.from <= one.until && fits(settings, look)(one));
}

/** First day of clippers; a razor waits longer. */
const CLIPPER_DAY = 10;

/** First day of each phase. Each lasts until the next one begins, the last one for good. */
export function phaseStarts({ dryDays }: CareSettings): Readonly<Record<AftercarePhase, number>> {
  return { day0: 0, dry: 1, rinse: dryDays + 1, settle: 8, resume: 15, stable: 31, longterm: 61 };
}
