import type { Condition } from './condition.js';
import type { ScreeningEffect, ScreeningRule, Wait } from './screening.js';

// A constant of types only, like the questionnaire whose answers it reads. Sources: screening-sources.ts.

type Effect = ScreeningEffect | ScreeningEffect['kind'];

const rule = (flag: string, when: Condition, ...effects: Effect[]): ScreeningRule => ({
  flag,
  when,
  effects: effects.map((effect) => (typeof effect === 'string' ? { kind: effect } : effect)),
});
const has = (question: string, ...is: string[]): Condition => ({ question, is });
const answered = (question: string, is = true): Condition => ({ question, answered: is });
const all = (...several: Condition[]): Condition => ({ all: several });
const any = (...several: Condition[]): Condition => ({ any: several });
const not = (condition: Condition): Condition => ({ not: condition });
const wait = (count: number, unit: Wait['unit'], since?: string): ScreeningEffect => ({
  kind: 'defer',
  wait: { count, unit },
  ...(since !== undefined && { since }),
});

/** A flag that is an option of its own on one of the health pages. */
const told = (page: string, flag: string, ...effects: Effect[]): ScreeningRule =>
  rule(flag, has(page, flag), ...effects);
/** A wait that begins when something has ended; as long as it has not, nobody knows when that will be. */
const untilAfter = (page: string, flag: string, end: string, months: number, ...effects: Effect[]): ScreeningRule[] => [
  rule(flag, all(has(page, flag), answered(end)), wait(months, 'month', end), ...effects),
  rule(flag, all(has(page, flag), answered(end, false)), 'defer', ...effects),
];

const PATCHES = any(has('hairLossPatternOther', 'aa-patchy', 'aa-ophiasis'), has('treatmentGoal', 'alopecia'));
const TRANSPLANT = has('previousTreatments', 'transplant-fut', 'transplant-fue');
const LASER = has('previousTreatments', 'laser-removal');
const GRAFTED = has('scars', 'fut', 'fue');

/**
 * What a scar of that kind means, by the question that dates it. One that has turned pale has settled; of one whose age is
 * not known, a look tells more than a rule.
 */
const scarred = (scar: Condition, since: string): ScreeningRule[] => [
  rule('recentScar', all(scar, answered(since), not(has('scarPale', 'yes'))), wait(12, 'month', since)),
  rule('recentScar', all(scar, answered(since), has('scarPale', 'yes')), wait(6, 'month', since), {
    kind: 'review',
    within: { count: 12, unit: 'month' },
    since,
  }),
  rule('recentScar', all(scar, answered(since, false)), 'review'),
];

/**
 * What answers to the default questionnaire mean, unless the clinic says otherwise. Sources disagree on most rows; each
 * wait is chosen within their spread, towards caution. Nothing here refuses anybody but those under age, and a
 * practitioner decides in the end.
 */
export const defaultScreeningRules: readonly ScreeningRule[] = [
  rule('under18', has('ageConfirm18', 'no'), 'block'),

  told('healthBody', 'pregnant', 'defer', 'review'),
  told('healthBody', 'breastfeeding', 'defer'),
  ...untilAfter('healthMedicines', 'chemoRadio', 'chemoRadioEnd', 6, 'letter'),
  told('healthBody', 'immunosuppressed', 'letter'),
  told('healthBody', 'bleedingDisorder', 'letter'),
  told('healthMedicines', 'bloodThinners', 'letter'),
  told('healthBody', 'epilepsy', 'letter'),
  told('healthBody', 'heartBpPacemaker', 'letter'),
  told('healthBody', 'jointOrganTransplant', 'letter'),
  rule(
    'diabetes',
    all(has('healthBody', 'diabetes'), not(has('diabetesControl', 'insulin', 'uncontrolled'))),
    'review',
  ),
  rule('diabetes', has('diabetesControl', 'insulin', 'uncontrolled'), 'letter'),
  told('healthBody', 'allergy', 'review', 'patch-test'),

  rule('keloid', all(has('healthSkin', 'keloid'), not(has('keloidDiagnosed', 'yes'))), 'review'),
  rule('keloid', has('keloidDiagnosed', 'yes'), 'letter'),
  told('healthSkin', 'activeScalpInfection', 'defer'),
  told('healthSkin', 'psoriasisEczemaSebDerm', 'review'),
  rule('psoriasisEczemaSebDerm', has('skinActive', 'yes'), 'defer'),
  told('healthSkin', 'vitiligoPihAlbinism', 'review'),
  rule('skinCancerMoles', has('healthSkin', 'skinCancer'), 'letter'),
  rule('skinCancerMoles', has('healthSkin', 'moles'), 'review'),
  told('healthSkin', 'sunburnTan', wait(2, 'week')),
  told('healthSkin', 'trichotillomania', 'review'),
  rule('activeAlopeciaAreata', all(PATCHES, has('progression', 'slow', 'fast', 'unsure')), 'review'),

  ...untilAfter('healthMedicines', 'isotretinoin', 'isotretinoinEnd', 6),
  told('healthMedicines', 'topicalRetinoidPeel', wait(4, 'week')),
  told('healthMedicines', 'botoxFiller', wait(2, 'week')),
  // Of what happened nobody knows when, a practitioner tells more than a wait from today would.
  rule('recentTransplant', all(TRANSPLANT, answered('transplantDate')), wait(6, 'month', 'transplantDate'), {
    kind: 'review',
    within: { count: 12, unit: 'month' },
    since: 'transplantDate',
  }),
  rule('recentTransplant', all(TRANSPLANT, answered('transplantDate', false)), 'review'),
  ...scarred(any(has('scars', 'injury', 'other'), all(GRAFTED, not(TRANSPLANT))), 'scarDate'),
  // The scar of a transplant is as old as the transplant.
  ...scarred(all(GRAFTED, TRANSPLANT), 'transplantDate'),
  rule('laserRemoval', all(LASER, answered('laserRemovalDate')), wait(8, 'week', 'laserRemovalDate'), 'review'),
  rule('laserRemoval', all(LASER, answered('laserRemovalDate', false)), 'review'),

  rule('minoxidil', has('previousTreatments', 'minoxidil'), 'inform'),
  told('healthMedicines', 'illnessIntox', 'inform'),
  told('healthMedicines', 'upcomingMri', 'inform'),
  told('healthMedicines', 'bloodDonor', 'inform'),
  // Loss that is recent, hurts, or moves a woman's hairline back may have a cause that can be treated.
  rule(
    'dermatologist',
    any(
      has('progression', 'fast'),
      has('scalpSymptoms', 'pain', 'redness'),
      has('hairLossPatternFemale', 'female-temporal'),
    ),
    'inform',
  ),

  rule(
    'undisclosed',
    any(
      ...['previousTreatments', 'healthSkin', 'healthBody', 'healthMedicines'].map((page) => has(page, 'undisclosed')),
    ),
    'review',
  ),
  rule('in-person', not(has('healthConsent', 'health-data')), 'review'),
];
