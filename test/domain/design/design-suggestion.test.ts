import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '../../../src/domain/consultation/answer.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import { designAdvice } from '../../../src/domain/design/design-advice.js';
import { DEFAULT_DESIGN_SETTINGS } from '../../../src/domain/design/design-settings.js';
import { suggestDesign } from '../../../src/domain/design/design-suggestion.js';
import { DEFAULT_DESIGN, designFrom } from '../../../src/domain/design/hairline-design.js';
import { SHAPE_GEOMETRY } from '../../../src/domain/design/hairline.js';

const valuesOf = (id: string): string[] =>
  defaultQuestionnaire.questions.find((question) => question.id === id)?.options?.map(({ value }) => value) ?? [];

/** Answers as the questionnaire lets them be given, to any of its questions with options. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    defaultQuestionnaire.questions.flatMap(({ id, options }) =>
      options && options.length > 0 ? [[id, fc.constantFrom(...options.map(({ value }) => value))]] : [],
    ),
  ),
  { requiredKeys: [], noNullPrototype: true },
) as fc.Arbitrary<Answers>;

describe('suggestDesign', () => {
  it('suggests nothing where nothing was said', () => {
    assert.deepEqual(suggestDesign({}), { design: {}, from: [] });
    assert.deepEqual(suggestDesign({ ageConfirm18: 'yes', presentation: 'male' }), { design: {}, from: [] });
  });

  const shades: Readonly<Record<string, string>> = {
    black: 'shade-5',
    'dark-brown': 'shade-4',
    brown: 'shade-3',
    'light-brown': 'shade-2',
    blonde: 'shade-1',
    red: 'shade-1',
    grey: 'shade-1',
    'salt-and-pepper': 'shade-2',
  };

  it('knows every colour of hair that can be answered', () => {
    assert.deepEqual(valuesOf('hairColour').sort(), [...Object.keys(shades), 'unsure'].sort());
  });

  it('takes no shade from a colour that somebody is not sure of', () => {
    const { design, from } = suggestDesign({ hairColour: 'unsure' });
    assert.deepEqual([design.shade, from], [undefined, []]);
  });

  for (const [hairColour, shade] of Object.entries(shades)) {
    it(`takes ${shade} for ${hairColour} hair`, () => {
      const { design, from, hair } = suggestDesign({ hairColour });
      assert.deepEqual([design.shade, from, hair], [shade, ['hairColour'], shade]);
      assert.equal(design.edge, shade < 'shade-3' ? 'soft-broken' : undefined);
    });
  }

  it('takes the shade from the colour of hair and from nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, ({ hairColour, ...others }) => {
        assert.equal(suggestDesign(others).design.shade, undefined);
        const alone = hairColour === undefined ? {} : { hairColour };
        const all = suggestDesign({ ...others, ...alone });
        const { design } = suggestDesign(alone);
        assert.deepEqual([all.design.shade, all.design.edge], [design.shade, design.edge]);
      }),
    );
  });

  it('changes nothing by the tone of the skin', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...valuesOf('skinTone')), (answers, skinTone) => {
        assert.deepEqual(suggestDesign({ ...answers, skinTone }), suggestDesign({ ...answers, skinTone: 'type-1' }));
      }),
    );
  });

  it('takes the clinic’s shade that is nearest, where it has others', () => {
    const own = (...colours: string[]) => ({
      offer: {
        ...DEFAULT_DESIGN_SETTINGS,
        shades: colours.map((colour, index) => ({ id: `own-${index + 1}`, colour })),
      },
    });
    const offer = own('#999999', '#555050', '#101010');
    const picked = ['blonde', 'brown', 'black'].map((hairColour) => suggestDesign({ hairColour }, offer).design.shade);
    assert.deepEqual(picked, ['own-1', 'own-2', 'own-3']);
    assert.equal(suggestDesign({ hairColour: 'black' }, offer).hair, 'shade-5');
    const same = { offer: { ...DEFAULT_DESIGN_SETTINGS, shades: [{ id: 'shade-5', colour: '#ffffff' }] } };
    assert.equal(suggestDesign({ hairColour: 'black' }, same).design.shade, 'shade-5');
  });

  it('takes a higher line with its corners set back from the late forties on', () => {
    assert.deepEqual(suggestDesign({}, { age: 46 }).design, {});
    const { design, from } = suggestDesign({}, { age: 47 });
    assert.deepEqual(design, { shape: 'mature-receded', ...SHAPE_GEOMETRY['mature-receded'] });
    assert.deepEqual(from, []);
  });

  it('takes a round line for women, at any age', () => {
    for (const age of [25, 70]) {
      const { design, from } = suggestDesign({ presentation: 'female' }, { age });
      assert.equal(design.shape, 'round');
      assert.deepEqual(from, ['presentation']);
    }
  });

  it('takes few dots where they go between hair', () => {
    const density = (answers: Answers) => suggestDesign(answers).design.density;
    assert.equal(density({ treatmentGoal: 'density' }), 40);
    assert.equal(density({ presentation: 'female' }), 40);
    assert.equal(density({ presentation: 'other', hairLossPatternOther: 'diffuse' }), 40);
    assert.equal(density({ presentation: 'female', treatmentGoal: 'shavedLook' }), undefined);
    assert.equal(density({ presentation: 'other', hairLossPatternOther: 'aa-totalis' }), undefined);
    assert.equal(density({ presentation: 'male', hairLossPatternMale: 'norwood-6' }), undefined);
  });

  it('says which answers it comes from', () => {
    const diffuse = { presentation: 'other', hairLossPatternOther: 'diffuse', hairColour: 'red', skinTone: 'type-2' };
    assert.deepEqual(suggestDesign(diffuse).from, ['hairColour', 'hairLossPatternOther']);
    assert.deepEqual(suggestDesign({ presentation: 'female', treatmentGoal: 'density' }).from, [
      'presentation',
      'treatmentGoal',
    ]);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { design, from } = suggestDesign(answers);
        assert.equal(new Set(from).size, from.length);
        const needed = Object.fromEntries(Object.entries(answers).filter(([id]) => from.includes(id)));
        const page = needed['hairLossPatternOther'] === undefined ? {} : { presentation: 'other' };
        // With another wish, few dots would be suggested.
        const wish = answers['treatmentGoal'] === 'shavedLook' ? { treatmentGoal: 'shavedLook' } : {};
        assert.deepEqual(suggestDesign({ ...needed, ...page, ...wish }).design, design);
      }),
    );
  });

  it('suggests only what the clinic offers', () => {
    const offer = { ...DEFAULT_DESIGN_SETTINGS, shapes: ['straight'], edges: ['defined'] } as const;
    const { design } = suggestDesign({ presentation: 'female', hairColour: 'blonde' }, { age: 60, offer });
    assert.deepEqual(design, { shade: 'shade-1', density: 40 });
  });

  it('never suggests a line that one would be warned of, and always a right design', () => {
    fc.assert(
      fc.property(anyAnswers, fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }), (answers, age) => {
        const { design, problems } = designFrom(suggestDesign(answers, age === undefined ? {} : { age }).design);
        assert.deepEqual(problems, []);
        assert.notEqual(design.shape, 'juvenile-low');
        assert.deepEqual(designAdvice({ ...DEFAULT_DESIGN, ...design }), []);
      }),
    );
  });

  it('takes no answer for something that it is not', () => {
    for (const hairColour of ['constructor', '__proto__', 'toString', 'green', '', ['brown'], 3]) {
      assert.deepEqual(suggestDesign({ hairColour }), { design: {}, from: [] });
    }
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (said) => !!suggestDesign(said as Answers)));
  });
});
