import type { Condition } from './condition.js';
import type { QuestionOption } from './question.js';
import type { Questionnaire } from './questionnaire.js';

// A constant of types only, so that asking the questions needs no schema.

const choices = (...values: string[]): QuestionOption[] => values.map((value) => ({ value }));

const NONE: QuestionOption = { value: 'none', exclusive: true };
/** Of a health question, so that nobody has to choose between saying it here and saying something untrue. */
const UNDISCLOSED: QuestionOption = { value: 'undisclosed', exclusive: true };

const has = (question: string, ...is: string[]): Condition => ({ question, is });
const not = (condition: Condition): Condition => ({ not: condition });
const either = (...several: Condition[]): Condition => ({ any: several });

const SCAR_PATTERN = has('hairLossPatternOther', 'scar-fut', 'scar-fue', 'surgical-trauma');
const NO_HAIR = has('hairLossPatternOther', 'aa-totalis', 'aa-universalis');
/** Those with the commonest pattern know its cause; for the others these answers point to one. */
const CAUSE_OPEN = either(
  has('presentation', 'female', 'unsure'),
  has('hairLossPatternMale', 'unsure'),
  has('progression', 'fast', 'unsure'),
  has('hairLossPatternOther', 'aa-patchy', 'aa-ophiasis', 'diffuse', 'scarring', 'traction', 'unsure'),
);

/**
 * What is asked where a clinic changes nothing: about twenty pages for most people, and more only where an answer calls
 * for it. The pictures bear the names of the pattern codes. Required is what decides about time, safety or shade, and
 * of health only with consent; everything else may be left out.
 */
export const defaultQuestionnaire: Questionnaire = {
  id: 'smp-consultation',
  version: '1',
  questions: [
    { id: 'ageConfirm18', kind: 'single', required: true, options: choices('yes', 'no') },
    {
      id: 'treatmentGoal',
      kind: 'single',
      required: true,
      unstored: true,
      options: choices('shavedLook', 'density', 'hairline', 'scar', 'alopecia', 'correction', 'unsure'),
    },
    { id: 'healthConsent', kind: 'consent', purposes: ['health-data'] },

    {
      id: 'presentation',
      kind: 'picture',
      health: true,
      required: true,
      options: [
        { value: 'male', picture: 'norwood-4' },
        { value: 'female', picture: 'ludwig-2' },
        { value: 'other', picture: 'aa-patchy' },
        { value: 'unsure' },
      ],
    },
    {
      id: 'hairLossPatternMale',
      kind: 'picture',
      health: true,
      required: true,
      when: has('presentation', 'male'),
      options: choices(
        'norwood-1',
        'norwood-2',
        'norwood-2a',
        'norwood-3',
        'norwood-3a',
        'norwood-3-vertex',
        'norwood-4',
        'norwood-4a',
        'norwood-5',
        'norwood-5a',
        'norwood-6',
        'norwood-7',
        'unsure',
      ),
    },
    {
      id: 'hairLossPatternFemale',
      kind: 'picture',
      health: true,
      required: true,
      when: has('presentation', 'female'),
      options: choices('ludwig-1', 'ludwig-2', 'ludwig-3', 'female-frontal', 'female-temporal', 'unsure'),
    },
    {
      id: 'hairLossPatternOther',
      kind: 'picture',
      health: true,
      required: true,
      when: has('presentation', 'other'),
      options: choices(
        'aa-patchy',
        'aa-totalis',
        'aa-universalis',
        'aa-ophiasis',
        'diffuse',
        'scarring',
        'traction',
        'chemo',
        'surgical-trauma',
        'scar-fut',
        'scar-fue',
        'unsure',
      ),
    },
    {
      id: 'progression',
      kind: 'single',
      health: true,
      required: true,
      when: not(SCAR_PATTERN),
      options: choices('stable', 'slow', 'fast', 'unsure'),
    },
    {
      id: 'hairLossDuration',
      kind: 'single',
      health: true,
      when: has('progression', 'slow', 'fast', 'unsure'),
      options: choices('under-1', 'from-1-to-3', 'from-3-to-5', 'from-5-to-10', 'over-10', 'unsure'),
    },
    { id: 'familyHistory', kind: 'yes-no', health: true, when: CAUSE_OPEN },
    {
      id: 'scalpSymptoms',
      kind: 'multi',
      health: true,
      when: CAUSE_OPEN,
      options: [...choices('itch', 'flaking', 'pain', 'redness'), NONE],
    },
    {
      id: 'previousTreatments',
      kind: 'multi',
      health: true,
      required: true,
      options: [
        ...choices('minoxidil', 'finasteride', 'prp', 'transplant-fut', 'transplant-fue', 'earlier-smp'),
        ...choices('laser-removal', 'hair-system', 'fibres'),
        NONE,
        UNDISCLOSED,
      ],
    },
    {
      id: 'transplantDate',
      kind: 'date',
      health: true,
      when: has('previousTreatments', 'transplant-fut', 'transplant-fue'),
    },
    { id: 'laserRemovalDate', kind: 'date', health: true, when: has('previousTreatments', 'laser-removal') },
    {
      id: 'treatmentDates',
      kind: 'text',
      health: true,
      when: has('previousTreatments', 'minoxidil', 'finasteride', 'prp', 'earlier-smp', 'hair-system', 'fibres'),
    },

    {
      id: 'healthSkin',
      kind: 'multi',
      health: true,
      required: true,
      options: [
        ...choices('scar', 'keloid', 'activeScalpInfection', 'psoriasisEczemaSebDerm', 'vitiligoPihAlbinism'),
        ...choices('skinCancer', 'moles', 'sunburnTan', 'trichotillomania'),
        NONE,
        UNDISCLOSED,
      ],
    },
    {
      id: 'scars',
      kind: 'multi',
      health: true,
      required: true,
      when: either(has('treatmentGoal', 'scar'), SCAR_PATTERN, has('healthSkin', 'scar')),
      options: [...choices('fut', 'fue', 'injury', 'other'), NONE],
    },
    {
      id: 'scarDate',
      kind: 'date',
      health: true,
      // The scar of a transplant is as old as the transplant, which is asked above.
      when: either(has('scars', 'injury', 'other'), {
        all: [has('scars', 'fut', 'fue'), not(has('previousTreatments', 'transplant-fut', 'transplant-fue'))],
      }),
    },
    {
      id: 'scarPale',
      kind: 'yes-no',
      health: true,
      when: either(
        { question: 'scarDate', answered: true },
        { all: [has('scars', 'fut', 'fue'), { question: 'transplantDate', answered: true }] },
      ),
    },
    { id: 'keloidDiagnosed', kind: 'yes-no', health: true, when: has('healthSkin', 'keloid') },
    { id: 'skinActive', kind: 'yes-no', health: true, when: has('healthSkin', 'psoriasisEczemaSebDerm') },

    {
      id: 'healthBody',
      kind: 'multi',
      health: true,
      required: true,
      // Pregnancy is offered to all: a pattern of hair loss is no proof of sex.
      options: [
        ...choices('pregnant', 'breastfeeding', 'diabetes', 'heartBpPacemaker', 'bleedingDisorder', 'epilepsy'),
        ...choices('immunosuppressed', 'jointOrganTransplant', 'allergy'),
        NONE,
        UNDISCLOSED,
      ],
    },
    {
      id: 'diabetesControl',
      kind: 'single',
      health: true,
      when: has('healthBody', 'diabetes'),
      options: choices('controlled', 'insulin', 'uncontrolled', 'unsure'),
    },
    {
      id: 'allergies',
      kind: 'multi',
      health: true,
      when: has('healthBody', 'allergy'),
      options: choices('pigment', 'lidocaine', 'latex', 'metals', 'antibiotics', 'other'),
    },
    {
      id: 'healthMedicines',
      kind: 'multi',
      health: true,
      required: true,
      options: [
        ...choices('bloodThinners', 'isotretinoin', 'chemoRadio', 'topicalRetinoidPeel', 'botoxFiller'),
        ...choices('upcomingMri', 'bloodDonor', 'illnessIntox'),
        NONE,
        UNDISCLOSED,
      ],
    },
    { id: 'isotretinoinEnd', kind: 'date', health: true, tense: 'any', when: has('healthMedicines', 'isotretinoin') },
    { id: 'chemoRadioEnd', kind: 'date', health: true, tense: 'any', when: has('healthMedicines', 'chemoRadio') },
    {
      id: 'medications',
      kind: 'long-text',
      health: true,
      when: either(
        ...['healthBody', 'healthMedicines'].map((question): Condition => ({
          all: [{ question, answered: true }, not(has(question, 'none', 'undisclosed'))],
        })),
      ),
    },

    {
      id: 'currentHairLength',
      kind: 'single',
      required: true,
      when: not(NO_HAIR),
      options: choices('shaved', 'clipped', 'short', 'long'),
    },
    {
      id: 'willKeepShaved',
      kind: 'yes-no',
      required: true,
      when: { all: [has('treatmentGoal', 'shavedLook'), not(NO_HAIR)] },
    },
    {
      id: 'hairColour',
      kind: 'single',
      required: true,
      options: [
        ...choices('black', 'dark-brown', 'brown', 'light-brown', 'blonde', 'red', 'grey', 'salt-and-pepper'),
        ...choices('unsure'),
      ],
    },
    {
      id: 'skinTone',
      kind: 'picture',
      unstored: true,
      options: choices('type-1', 'type-2', 'type-3', 'type-4', 'type-5', 'type-6'),
    },
    { id: 'scalpSkinType', kind: 'single', options: choices('dry', 'normal', 'oily', 'sensitive') },
    { id: 'expectations', kind: 'long-text' },
    { id: 'timeframe', kind: 'single', options: choices('asap', 'months', 'later', 'looking') },
    {
      id: 'howHeard',
      kind: 'single',
      options: choices('search', 'social', 'friend', 'reviews', 'hair-clinic', 'other'),
    },

    { id: 'photosConsent', kind: 'consent', purposes: ['photos-assessment', 'photos-publication'] },
    {
      id: 'photos',
      kind: 'photos',
      when: has('photosConsent', 'photos-assessment'),
      angles: [
        ...(['front', 'front-parted', 'top', 'crown', 'left', 'right', 'donor'] as const),
        ...(['temple-left', 'temple-right', 'donor-left', 'donor-right'] as const),
      ],
    },
    { id: 'marketingConsent', kind: 'consent', purposes: ['marketing-email', 'marketing-sms'] },
    { id: 'contactChannel', kind: 'single', options: choices('email', 'phone', 'text') },
    {
      id: 'contactTime',
      kind: 'single',
      when: has('contactChannel', 'phone'),
      options: choices('morning', 'afternoon', 'evening', 'any'),
    },
    { id: 'contact', kind: 'contact', required: true },
  ],
};
