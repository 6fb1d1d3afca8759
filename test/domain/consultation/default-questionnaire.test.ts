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

/** What a consultation asks, by the rows of the clinics' forms that were compared; what is required of those who are asked. */
const FIELDS: readonly (readonly [row: string, questions: readonly string[], required: boolean])[] = [
  ['age', ['ageConfirm18'], true],
  ['goal', ['treatmentGoal'], true],
  ['presentation', ['presentation'], true],
  ['pattern', ['hairLossPatternMale', 'hairLossPatternFemale', 'hairLossPatternOther'], true],
  ['duration', ['hairLossDuration'], false],
  ['progression', ['progression'], true],
  ['family', ['familyHistory'], false],
  ['symptoms', ['scalpSymptoms'], false],
  ['treatments', ['previousTreatments'], true],
  ['dates of treatments', ['transplantDate', 'laserRemovalDate'], false],
  ['scars', ['scars'], true],
  ['age of scars', ['scarDate', 'scarPale'], false],
  ['length', ['currentHairLength'], true],
  ['upkeep', ['willKeepShaved'], true],
  ['colour', ['hairColour'], true],
  ['sun', ['skinTone'], false],
  ['scalp', ['scalpSkinType'], false],
  ['health', ['healthSkin', 'healthBody', 'healthMedicines'], true],
  ['medicines', ['medications', 'allergies'], false],
  ['photos', ['photos'], false],
  ['time', ['timeframe'], false],
  ['source', ['howHeard'], false],
  ['hopes', ['expectations'], false],
  ['contact', ['contact'], true],
  ['consents', ['healthConsent', 'photosConsent', 'marketingConsent'], false],
];

describe('the default questionnaire', () => {
  it('is right in shape and free of mistakes', () => {
    assert.ok(Questionnaire.safeParse(defaultQuestionnaire).success);
    assert.deepEqual(questionnaireProblems(defaultQuestionnaire, { words: questionsEn }), []);
  });

  for (const [row, questions, required] of FIELDS) {
    it(`asks for ${row}, ${required ? 'and needs it' : 'and can do without'}`, () => {
      for (const id of questions) assert.equal(questionOf(id)?.required ?? false, required, id);
    });
  }

  it('begins with age and goal, asks for consent before anything about health, and ends with the contact', () => {
    const ids = idsOf(PLAIN);
    assert.deepEqual(ids.slice(0, 4), ['ageConfirm18', 'treatmentGoal', 'healthConsent', 'presentation']);
    assert.equal(ids.at(-1), 'contact');
  });

  it('takes about twenty pages, and about twelve without consent to health questions', () => {
    const pages = idsOf(PLAIN).length;
    assert.ok(pages >= 18 && pages <= 21, String(pages));
    const { healthConsent: _consent, ...others } = PLAIN;
    const few = idsOf(others).length;
    assert.ok(few >= 10 && few <= 14, String(few));
  });

  it('asks further only where an answer calls for it', () => {
    const added = (answers: Answers) => {
      const usual = idsOf(PLAIN);
      return idsOf({ ...PLAIN, ...answers }).filter((id) => !usual.includes(id));
    };
    assert.deepEqual(added({ previousTreatments: ['transplant-fue'] }), ['transplantDate']);
    assert.deepEqual(added({ previousTreatments: ['laser-removal'] }), ['laserRemovalDate']);
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
