import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { relevantAnswers } from '../../../src/domain/consultation/answer-check.js';
import type { Answers } from '../../../src/domain/consultation/answer.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { HAIR_LOSS_BANDS } from '../../../src/domain/consultation/hair-loss.js';
import { questionnaireProblems } from '../../../src/domain/consultation/questionnaire-check.js';
import { Questionnaire } from '../../../src/domain/consultation/questionnaire-schema.js';
import { askedQuestions } from '../../../src/domain/consultation/questionnaire.js';
import { questionsEn } from '../../../src/locales/consultation/questions.en.js';
import { PLAIN } from './questionnaire-fixture.js';

const idsOf = (answers: Answers) => askedQuestions(defaultQuestionnaire, answers).map(({ id }) => id);
const questionOf = (id: string) => defaultQuestionnaire.questions.find((question) => question.id === id);

/** One row of what clinics' forms ask: the questions that ask it, their choices without ways out, and whether they need an answer. */
interface Field {
  readonly row: string;
  readonly asks: Readonly<Record<string, string>>;
  /** Of those who are asked. */
  readonly required?: true;
}

/**
 * What a consultation asks, by the rows of the clinics' forms that were compared. A row of photos names angles, one of
 * consents purposes, one of open answers its kind. The hairline picker and a clinic's own bands of price are no questions here.
 */
const FIELDS: readonly Field[] = [
  { row: 'age', asks: { ageConfirm18: 'yes no' }, required: true },
  {
    row: 'goal',
    asks: { treatmentGoal: 'shavedLook density hairline scar alopecia correction unsure' },
    required: true,
  },
  { row: 'presentation', asks: { presentation: 'male female other unsure' }, required: true },
  {
    row: 'pattern',
    asks: {
      hairLossPatternMale:
        'norwood-1 norwood-2 norwood-2a norwood-3 norwood-3a norwood-3-vertex norwood-4 norwood-4a norwood-5 norwood-5a norwood-6 norwood-7 unsure',
      hairLossPatternFemale: 'ludwig-1 ludwig-2 ludwig-3 female-frontal female-temporal unsure',
      hairLossPatternOther:
        'aa-patchy aa-totalis aa-universalis aa-ophiasis diffuse scarring traction chemo surgical-trauma scar-fut scar-fue unsure',
    },
    required: true,
  },
  { row: 'duration', asks: { hairLossDuration: 'under-1 from-1-to-3 from-3-to-5 from-5-to-10 over-10 unsure' } },
  { row: 'progression', asks: { progression: 'stable slow fast unsure' }, required: true },
  { row: 'family', asks: { familyHistory: 'yes-no' } },
  { row: 'symptoms', asks: { scalpSymptoms: 'itch flaking pain redness none' } },
  {
    row: 'treatments',
    asks: {
      previousTreatments:
        'minoxidil finasteride prp transplant-fut transplant-fue earlier-smp laser-removal hair-system fibres none undisclosed',
    },
    required: true,
  },
  {
    row: 'dates of treatments',
    asks: { transplantDate: 'date', laserRemovalDate: 'date', treatmentDates: 'text' },
  },
  { row: 'scars', asks: { scars: 'fut fue injury other none' }, required: true },
  { row: 'age of scars', asks: { scarDate: 'date', scarPale: 'yes-no' } },
  { row: 'length', asks: { currentHairLength: 'shaved clipped short long' }, required: true },
  { row: 'upkeep', asks: { willKeepShaved: 'yes-no' }, required: true },
  {
    row: 'colour',
    asks: { hairColour: 'black dark-brown brown light-brown blonde red grey salt-and-pepper unsure' },
    required: true,
  },
  { row: 'skin in the sun, with swatches', asks: { skinTone: 'type-1 type-2 type-3 type-4 type-5 type-6' } },
  { row: 'scalp', asks: { scalpSkinType: 'dry normal oily sensitive' } },
  {
    row: 'health',
    asks: {
      healthSkin:
        'scar keloid activeScalpInfection psoriasisEczemaSebDerm vitiligoPihAlbinism skinCancer moles sunburnTan trichotillomania none undisclosed',
      healthBody:
        'pregnant breastfeeding diabetes heartBpPacemaker bleedingDisorder epilepsy immunosuppressed jointOrganTransplant allergy none undisclosed',
      healthMedicines:
        'bloodThinners isotretinoin chemoRadio topicalRetinoidPeel botoxFiller upcomingMri bloodDonor illnessIntox none undisclosed',
    },
    required: true,
  },
  {
    row: 'more on health',
    asks: {
      keloidDiagnosed: 'yes-no',
      skinActive: 'yes-no',
      diabetesControl: 'controlled insulin uncontrolled unsure',
      isotretinoinEnd: 'date',
      chemoRadioEnd: 'date',
    },
  },
  {
    row: 'medicines and allergies',
    asks: { medications: 'long-text', allergies: 'pigment lidocaine latex metals antibiotics other' },
  },
  {
    row: 'photos',
    asks: { photos: 'front front-parted top crown left right donor temple-left temple-right donor-left donor-right' },
  },
  { row: 'time', asks: { timeframe: 'asap months later looking' } },
  { row: 'source', asks: { howHeard: 'search social friend reviews hair-clinic other' } },
  { row: 'hopes', asks: { expectations: 'long-text' } },
  { row: 'contact', asks: { contact: 'contact' }, required: true },
  {
    row: 'channel and time of the answer',
    asks: { contactChannel: 'email phone text', contactTime: 'morning afternoon evening any' },
  },
  {
    row: 'consents, each apart',
    asks: {
      healthConsent: 'health-data',
      photosConsent: 'photos-assessment photos-publication',
      marketingConsent: 'marketing-email marketing-sms',
    },
  },
];

/** What a question offers, as {@link FIELDS} writes it. */
const offerOf = ({ kind, options, purposes, angles }: (typeof defaultQuestionnaire.questions)[number]): string =>
  (options?.map(({ value }) => value) ?? purposes ?? angles ?? [kind]).join(' ');

describe('the default questionnaire', () => {
  it('is right in shape and free of mistakes', () => {
    assert.ok(Questionnaire.safeParse(defaultQuestionnaire).success);
    assert.deepEqual(questionnaireProblems(defaultQuestionnaire, { words: questionsEn }), []);
  });

  for (const { row, asks, required = false } of FIELDS) {
    it(`asks for ${row}, ${required ? 'and needs it' : 'and can do without'}`, () => {
      for (const [id, offer] of Object.entries(asks)) {
        const question = questionOf(id);
        assert.ok(question, id);
        assert.equal(offerOf(question), offer, id);
        assert.equal(question.required ?? false, required, id);
      }
    });
  }

  it('asks for nothing else', () => {
    const known = FIELDS.flatMap(({ asks }) => Object.keys(asks));
    assert.deepEqual(defaultQuestionnaire.questions.map(({ id }) => id).sort(), known.sort());
  });

  it('shows the pictures of patterns and of skin', () => {
    const pictures = defaultQuestionnaire.questions.filter(({ kind }) => kind === 'picture').map(({ id }) => id);
    assert.deepEqual(pictures.filter((id) => !id.startsWith('hairLossPattern')).sort(), ['presentation', 'skinTone']);
  });

  it('begins with age and goal, asks for consent before anything about health, and ends with the contact', () => {
    const ids = idsOf(PLAIN);
    assert.deepEqual(ids.slice(0, 4), ['ageConfirm18', 'treatmentGoal', 'healthConsent', 'presentation']);
    assert.equal(ids.at(-1), 'contact');
  });

  it('takes about twenty pages, and about fifteen without consent to health questions', () => {
    const pages = idsOf(PLAIN).length;
    assert.ok(pages >= 18 && pages <= 22, String(pages));
    const { healthConsent: _consent, ...others } = PLAIN;
    const few = idsOf(others).length;
    assert.ok(few >= 10 && few <= 15, String(few));
  });

  it('asks further only where an answer calls for it', () => {
    const added = (answers: Answers) => {
      const usual = idsOf(PLAIN);
      return idsOf({ ...PLAIN, ...answers }).filter((id) => !usual.includes(id));
    };
    assert.deepEqual(added({ previousTreatments: ['transplant-fue'] }), ['transplantDate']);
    assert.deepEqual(added({ previousTreatments: ['laser-removal'] }), ['laserRemovalDate']);
    for (const tried of ['minoxidil', 'finasteride', 'prp', 'earlier-smp', 'hair-system', 'fibres']) {
      assert.deepEqual(added({ previousTreatments: [tried] }), ['treatmentDates'], tried);
    }
    assert.deepEqual(added({ contactChannel: 'phone' }), ['contactTime']);
    assert.deepEqual(added({ contactChannel: 'text' }), []);
    const scarred = { healthSkin: ['scar'], scars: ['fut'], previousTreatments: ['transplant-fut'] };
    assert.deepEqual(added({ ...scarred, transplantDate: '2026-03' }), ['transplantDate', 'scars', 'scarPale']);
    assert.deepEqual(added(scarred), ['transplantDate', 'scars']);
    assert.deepEqual(added({ healthBody: ['diabetes'] }), ['diabetesControl', 'medications']);
    assert.deepEqual(added({ healthBody: ['allergy'] }), ['allergies', 'medications']);
    assert.deepEqual(added({ healthSkin: ['keloid'] }), ['keloidDiagnosed']);
    assert.deepEqual(added({ healthSkin: ['psoriasisEczemaSebDerm'] }), ['skinActive']);
    assert.deepEqual(added({ healthMedicines: ['isotretinoin'] }), ['isotretinoinEnd', 'medications']);
    assert.deepEqual(added({ healthMedicines: ['chemoRadio'] }), ['chemoRadioEnd', 'medications']);
    assert.deepEqual(added({ healthMedicines: ['undisclosed'] }), []);
    assert.deepEqual(added({ progression: 'slow' }), ['hairLossDuration']);
    assert.deepEqual(added({ progression: 'fast' }), ['hairLossDuration', 'familyHistory', 'scalpSymptoms']);
    assert.deepEqual(added({ treatmentGoal: 'scar' }), ['scars']);
    assert.deepEqual(added({ healthSkin: ['scar'], scars: ['injury'], scarDate: '2020' }), [
      'scars',
      'scarDate',
      'scarPale',
    ]);
    assert.deepEqual(added({ photosConsent: ['photos-assessment'] }), ['photos']);
    assert.deepEqual(added({ photosConsent: ['photos-publication'] }), []);
  });

  it('asks nobody what makes no sense', () => {
    const bald = { ...PLAIN, presentation: 'other', hairLossPatternOther: 'aa-universalis' };
    assert.ok(!idsOf(bald).some((id) => ['currentHairLength', 'willKeepShaved'].includes(id)));
    assert.ok(!idsOf({ ...PLAIN, treatmentGoal: 'density' }).includes('willKeepShaved'));
    const scar = { ...PLAIN, presentation: 'other', hairLossPatternOther: 'scar-fut' };
    assert.ok(!idsOf(scar).some((id) => ['progression', 'hairLossDuration', 'familyHistory'].includes(id)));
    const patterns = idsOf({ ...PLAIN, presentation: 'unsure' }).filter((id) => id.startsWith('hairLossPattern'));
    assert.deepEqual(patterns, []);
    const transplanted = { previousTreatments: ['transplant-fut'], healthSkin: ['scar'], scars: ['fut'] };
    assert.ok(!idsOf({ ...PLAIN, ...transplanted }).includes('scarDate'));
  });

  it('lets anybody keep a health question to themselves, or not know', () => {
    for (const { id, kind, health, required, options = [] } of defaultQuestionnaire.questions) {
      if (!health || !required) continue;
      const ways = options.map(({ value }) => value);
      const out = kind === 'multi' ? ['none'] : ['unsure'];
      assert.ok(
        out.every((way) => ways.includes(way)),
        id,
      );
      if (id !== 'scars' && kind === 'multi') assert.ok(ways.includes('undisclosed'), id);
    }
  });

  it('keeps what is about health, skin and aims in memory only', () => {
    const stored = defaultQuestionnaire.questions.filter(({ health, unstored }) => !health && !unstored);
    assert.deepEqual(
      stored.map(({ id }) => id),
      [
        'ageConfirm18',
        'healthConsent',
        'currentHairLength',
        'willKeepShaved',
        'hairColour',
        'scalpSkinType',
        'expectations',
        'timeframe',
        'howHeard',
        'photosConsent',
        'photos',
        'marketingConsent',
        'contactChannel',
        'contactTime',
        'contact',
      ],
    );
  });

  it('offers each pattern of hair loss once', () => {
    const offered = ['hairLossPatternMale', 'hairLossPatternFemale', 'hairLossPatternOther'].flatMap((id) =>
      (questionOf(id)?.options ?? []).map(({ value }) => value).filter((value) => value !== 'unsure'),
    );
    assert.deepEqual(offered.sort(), Object.keys(HAIR_LOSS_BANDS).sort());
  });

  it('counts all of a full set of answers', () => {
    assert.deepEqual(relevantAnswers(defaultQuestionnaire, PLAIN), PLAIN);
  });

  it('asks nothing about infections of the blood', async () => {
    const files = ['default-questionnaire', 'screening-rules', 'screening-sources', 'summary-labels'].map(
      (name) => `src/domain/consultation/${name}.ts`,
    );
    for (const file of [...files, 'src/locales/consultation/questions.en.ts']) {
      assert.doesNotMatch(await readFile(file, 'utf8'), /\bhiv\b|hepatitis|\baids\b|blood-?borne/i, file);
    }
    assert.match('HIV', /\bhiv\b/i);
  });
});

describe('what asks the questions', () => {
  it('loads no schema library', async () => {
    const seen = new Set<string>();
    const visit = async (file: string): Promise<void> => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = await readFile(file, 'utf8');
      for (const [, clause = '', from = ''] of source.matchAll(/^(?:import|export) (.*?)from '([^']+)';/gms)) {
        if (clause.startsWith('type ')) continue;
        assert.ok(!from.startsWith('zod'), `${file} loads ${from}`);
        if (from.startsWith('.'))
          await visit(new URL(from.replace(/\.js$/, '.ts'), `file:///${file}`).pathname.slice(1));
      }
    };
    const entries = [
      'default-questionnaire',
      'screening-rules',
      'screen',
      'answer-check',
      'hair-loss',
      'questionnaire',
    ];
    for (const name of entries) await visit(`src/domain/consultation/${name}.ts`);
    assert.ok(seen.has('src/domain/time/plain-date.ts'));
    await assert.rejects(visit('src/domain/consultation/condition-schema.ts'), /loads zod/);
  });
});
