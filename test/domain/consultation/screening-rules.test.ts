import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers } from '../../../src/domain/consultation/answer.js';
import { relevantAnswers } from '../../../src/domain/consultation/answer-check.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { screeningProblems } from '../../../src/domain/consultation/questionnaire-check.js';
import { defaultScreeningRules } from '../../../src/domain/consultation/screening-rules.js';
import { SCREENING_SOURCES } from '../../../src/domain/consultation/screening-sources.js';
import { ScreeningOutcome, ScreeningRule } from '../../../src/domain/consultation/screening.js';
import { questionsEn } from '../../../src/locales/consultation/questions.en.js';
import { PLAIN, screened } from './questionnaire-fixture.js';

/** What is answered, what it is called, and what it means on 23 November 2026. */
type Row = readonly [
  flag: string,
  answers: Answers,
  effects: readonly string[],
  treatment: ScreeningOutcome['treatment'],
  until?: string,
];

const other = (pattern: string, progression: string): Answers => ({
  presentation: 'other',
  hairLossPatternOther: pattern,
  progression,
});

const ROWS: readonly Row[] = [
  ['pregnant', { healthBody: ['pregnant'] }, ['defer', 'review'], 'after-consultation'],
  ['breastfeeding', { healthBody: ['breastfeeding'] }, ['defer'], 'after-consultation'],
  ['chemoRadio', { healthMedicines: ['chemoRadio'] }, ['letter', 'defer'], 'after-consultation'],
  [
    'chemoRadio',
    { healthMedicines: ['chemoRadio'], chemoRadioEnd: '2026-09-15' },
    ['letter', 'defer'],
    'after-consultation',
    '2027-03-15',
  ],
  ['chemoRadio', { healthMedicines: ['chemoRadio'], chemoRadioEnd: '2026-01' }, ['letter'], 'after-consultation'],
  ['immunosuppressed', { healthBody: ['immunosuppressed'] }, ['letter'], 'after-consultation'],
  ['bleedingDisorder', { healthBody: ['bleedingDisorder'] }, ['letter'], 'after-consultation'],
  ['bloodThinners', { healthMedicines: ['bloodThinners'] }, ['letter'], 'after-consultation'],
  ['diabetes', { healthBody: ['diabetes'], diabetesControl: 'controlled' }, ['review'], 'request'],
  ['diabetes', { healthBody: ['diabetes'], diabetesControl: 'unsure' }, ['review'], 'request'],
  ['diabetes', { healthBody: ['diabetes'] }, ['review'], 'request'],
  ['diabetes', { healthBody: ['diabetes'], diabetesControl: 'insulin' }, ['letter'], 'after-consultation'],
  ['diabetes', { healthBody: ['diabetes'], diabetesControl: 'uncontrolled' }, ['letter'], 'after-consultation'],
  ['keloid', { healthSkin: ['keloid'] }, ['review'], 'request'],
  ['keloid', { healthSkin: ['keloid'], keloidDiagnosed: 'no' }, ['review'], 'request'],
  ['keloid', { healthSkin: ['keloid'], keloidDiagnosed: 'yes' }, ['letter'], 'after-consultation'],
  ['isotretinoin', { healthMedicines: ['isotretinoin'] }, ['defer'], 'after-consultation'],
  [
    'isotretinoin',
    { healthMedicines: ['isotretinoin'], isotretinoinEnd: '2026-08-31' },
    ['defer'],
    'open',
    '2027-02-28',
  ],
  ['isotretinoin', { healthMedicines: ['isotretinoin'], isotretinoinEnd: '2027-01' }, ['defer'], 'open', '2027-07-31'],
  ['topicalRetinoidPeel', { healthMedicines: ['topicalRetinoidPeel'] }, ['defer'], 'open', '2026-12-21'],
  ['activeScalpInfection', { healthSkin: ['activeScalpInfection'] }, ['defer'], 'after-consultation'],
  ['psoriasisEczemaSebDerm', { healthSkin: ['psoriasisEczemaSebDerm'], skinActive: 'no' }, ['review'], 'request'],
  [
    'psoriasisEczemaSebDerm',
    { healthSkin: ['psoriasisEczemaSebDerm'], skinActive: 'yes' },
    ['defer', 'review'],
    'after-consultation',
  ],
  ['vitiligoPihAlbinism', { healthSkin: ['vitiligoPihAlbinism'] }, ['review'], 'request'],
  ['skinCancerMoles', { healthSkin: ['skinCancer'] }, ['letter'], 'after-consultation'],
  ['skinCancerMoles', { healthSkin: ['moles'] }, ['review'], 'request'],
  ['skinCancerMoles', { healthSkin: ['moles', 'skinCancer'] }, ['letter', 'review'], 'after-consultation'],
  ['sunburnTan', { healthSkin: ['sunburnTan'] }, ['defer'], 'open', '2026-12-07'],
  [
    'recentTransplant',
    { previousTreatments: ['transplant-fue'], transplantDate: '2026-09-01' },
    ['defer', 'review'],
    'request',
    '2027-03-01',
  ],
  ['recentTransplant', { previousTreatments: ['transplant-fut'], transplantDate: '2026-03' }, ['review'], 'request'],
  ['recentTransplant', { previousTreatments: ['transplant-fut'] }, ['review'], 'request'],
  ['laserRemoval', { previousTreatments: ['laser-removal'] }, ['review'], 'request'],
  ['recentScar', { healthSkin: ['scar'], scars: ['injury'], scarDate: '2026-06' }, ['defer'], 'open', '2027-06-30'],
  [
    'recentScar',
    { treatmentGoal: 'scar', scars: ['other'], scarDate: '2026-09-30', scarPale: 'yes' },
    ['defer', 'review'],
    'request',
    '2027-03-30',
  ],
  [
    'recentScar',
    { healthSkin: ['scar'], scars: ['fut'], scarDate: '2026-02-10', scarPale: 'yes' },
    ['review'],
    'request',
  ],
  ['recentScar', { healthSkin: ['scar'], scars: ['injury'] }, ['review'], 'request'],
  [
    'laserRemoval',
    { previousTreatments: ['laser-removal'], laserRemovalDate: '2026-11-01' },
    ['defer', 'review'],
    'request',
    '2026-12-27',
  ],
  ['laserRemoval', { previousTreatments: ['laser-removal'], laserRemovalDate: '2024' }, ['review'], 'request'],
  ['botoxFiller', { healthMedicines: ['botoxFiller'] }, ['defer'], 'open', '2026-12-07'],
  ['activeAlopeciaAreata', other('aa-patchy', 'slow'), ['review'], 'request'],
  ['activeAlopeciaAreata', other('aa-ophiasis', 'unsure'), ['review'], 'request'],
  ['activeAlopeciaAreata', { treatmentGoal: 'alopecia', progression: 'slow' }, ['review'], 'request'],
  ['epilepsy', { healthBody: ['epilepsy'] }, ['letter'], 'after-consultation'],
  ['heartBpPacemaker', { healthBody: ['heartBpPacemaker'] }, ['letter'], 'after-consultation'],
  ['jointOrganTransplant', { healthBody: ['jointOrganTransplant'] }, ['letter'], 'after-consultation'],
  ['allergy', { healthBody: ['allergy'], allergies: ['pigment'] }, ['review', 'patch-test'], 'request'],
  ['minoxidil', { previousTreatments: ['minoxidil'] }, ['inform'], 'open'],
  ['illnessIntox', { healthMedicines: ['illnessIntox'] }, ['inform'], 'open'],
  ['trichotillomania', { healthSkin: ['trichotillomania'] }, ['review'], 'request'],
  ['upcomingMri', { healthMedicines: ['upcomingMri'] }, ['inform'], 'open'],
  ['bloodDonor', { healthMedicines: ['bloodDonor'] }, ['inform'], 'open'],
  ['dermatologist', { progression: 'fast' }, ['inform'], 'open'],
  ['dermatologist', { ...other('diffuse', 'stable'), scalpSymptoms: ['pain'] }, ['inform'], 'open'],
  ['dermatologist', { presentation: 'female', hairLossPatternFemale: 'female-temporal' }, ['inform'], 'open'],
  ['undisclosed', { previousTreatments: ['undisclosed'] }, ['review'], 'request'],
  ['undisclosed', { healthSkin: ['undisclosed'] }, ['review'], 'request'],
  ['undisclosed', { healthBody: ['undisclosed'] }, ['review'], 'request'],
  ['undisclosed', { healthMedicines: ['undisclosed'] }, ['review'], 'request'],
];

/** Nothing that could be asked once more where health is not to be asked about. */
const { healthConsent: _consent, ...WITHOUT_CONSENT } = PLAIN;

describe('the screening table', () => {
  for (const [flag, answers, effects, treatment, until] of ROWS) {
    it(`${flag}: ${JSON.stringify(answers)}`, () => {
      const all = { ...PLAIN, ...answers };
      const counting = relevantAnswers(defaultQuestionnaire, all);
      for (const id of Object.keys(answers)) assert.deepEqual(counting[id], answers[id], `${id} is asked`);
      const outcome = screened(all);
      ScreeningOutcome.parse(outcome);
      const finding = { flag, effects, ...(until !== undefined && { until }) };
      assert.deepEqual(outcome.findings, [finding]);
      assert.equal(outcome.treatment, treatment);
      assert.equal(outcome.consultation, true);
      assert.equal(outcome.earliestTreatment, until);
      assert.equal(outcome.patchTestHours, effects.includes('patch-test') ? 48 : undefined);
    });
  }

  it('finds nothing in plain answers', () => {
    assert.deepEqual(screened(PLAIN), { findings: [], consultation: true, treatment: 'open' });
  });

  it('lets nobody under 18 book, and says nothing else to them', () => {
    const answers = { ...PLAIN, ageConfirm18: 'no', healthBody: ['pregnant'] };
    const findings = [{ flag: 'under18', effects: ['block'] }];
    assert.deepEqual(screened(answers), { findings, consultation: false, treatment: 'none' });
  });

  it('leaves to a talk what was not consented to, whatever was ticked before', () => {
    const outcome = screened({ ...WITHOUT_CONSENT, healthBody: ['pregnant'] });
    assert.deepEqual(outcome.findings, [{ flag: 'in-person', effects: ['review'] }]);
    assert.deepEqual([outcome.consultation, outcome.treatment], [true, 'request']);
  });

  it('lets the scar of a transplant settle, which takes longer than its hair', () => {
    const scarOf = (kind: 'fut' | 'fue', answers: Answers) => {
      const grafted = { healthSkin: ['scar'], scars: [kind], previousTreatments: [`transplant-${kind}`] };
      const { findings } = screened({ ...PLAIN, ...grafted, ...answers });
      return findings.find(({ flag }) => flag === 'recentScar');
    };
    for (const kind of ['fut', 'fue'] as const) {
      const defer = { flag: 'recentScar', effects: ['defer'], until: '2027-04-10' };
      assert.deepEqual(scarOf(kind, { transplantDate: '2026-04-10' }), defer);
      const review = { flag: 'recentScar', effects: ['review'] };
      assert.deepEqual(scarOf(kind, { transplantDate: '2026-04-10', scarPale: 'yes' }), review);
      const both = { flag: 'recentScar', effects: ['defer', 'review'], until: '2027-04-10' };
      assert.deepEqual(scarOf(kind, { transplantDate: '2026-10-10', scarPale: 'yes' }), both);
      assert.deepEqual(scarOf(kind, {}), review);
      assert.equal(scarOf(kind, { transplantDate: '2019' }), undefined);
    }
  });

  it('forgets waits that are over', () => {
    const long = { previousTreatments: ['transplant-fut'], transplantDate: '2019' };
    const course = { healthMedicines: ['isotretinoin'], isotretinoinEnd: '2026-05-23' };
    const scar = { healthSkin: ['scar'], scars: ['injury'], scarDate: '2001', scarPale: 'yes' };
    for (const answers of [long, course, scar]) assert.deepEqual(screened({ ...PLAIN, ...answers }).findings, []);
    const dayBefore = { ...PLAIN, ...course, isotretinoinEnd: '2026-05-24' };
    assert.equal(screened(dayBefore).earliestTreatment, '2026-11-24');
  });

  it('has each flag tested above', () => {
    const tested = new Set([...ROWS.map(([flag]) => flag), 'under18', 'in-person']);
    assert.deepEqual([...new Set(defaultScreeningRules.map(({ flag }) => flag))].sort(), [...tested].sort());
  });

  it('is in order, worded, and of the right shape', () => {
    for (const rule of defaultScreeningRules) assert.ok(ScreeningRule.safeParse(rule).success, rule.flag);
    const rules = defaultScreeningRules.filter(({ flag }) => flag !== 'under18');
    assert.deepEqual(screeningProblems(rules, defaultQuestionnaire, { words: questionsEn }), []);
  });

  it('blocks by age only', () => {
    const blocking = defaultScreeningRules.filter(({ effects }) => effects.some(({ kind }) => kind === 'block'));
    assert.deepEqual(
      blocking.map(({ flag }) => flag),
      ['under18'],
    );
  });

  it('names sources for each flag, and for no other', () => {
    const flags = new Set(defaultScreeningRules.map(({ flag }) => flag));
    assert.deepEqual(Object.keys(SCREENING_SOURCES).sort(), [...flags].sort());
    for (const [flag, { spread, sources }] of Object.entries(SCREENING_SOURCES)) {
      assert.ok(spread.length > 20 && sources.length > 0, flag);
      for (const { url } of sources) assert.equal(new URL(url).protocol, 'https:', flag);
    }
  });
});
