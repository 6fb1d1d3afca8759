import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import type { QuestionWords } from '../../../src/domain/consultation/question-words.js';
import { defaultScreeningRules } from '../../../src/domain/consultation/screening-rules.js';
import { questionsEn } from '../../../src/locales/consultation/questions.en.js';

const words: QuestionWords = questionsEn;

/** Every text, with the place where it stands. */
function textsOf(value: unknown, place: string): (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}
const texts = textsOf(words, 'en');

describe('the English words of the questions', () => {
  for (const { id, kind, options = [] } of defaultQuestionnaire.questions) {
    it(`has all words of ${id}, and no others`, () => {
      const text = words.questions[id];
      assert.ok(text && text.label.length > 3 && text.short.length > 1);
      const values = ['single', 'multi', 'picture'].includes(kind) ? options.map(({ value }) => value) : [];
      assert.deepEqual(Object.keys(text.options ?? {}).sort(), values.sort());
    });
  }

  it('has words for each question and flag, and for nothing else', () => {
    assert.deepEqual(Object.keys(words.questions).sort(), defaultQuestionnaire.questions.map(({ id }) => id).sort());
    const flags = new Set(defaultScreeningRules.map(({ flag }) => flag));
    assert.deepEqual(Object.keys(words.findings).sort(), [...flags].sort());
  });

  it('tells options of one question apart', () => {
    for (const [id, { options = {} }] of Object.entries(words.questions)) {
      const labels = Object.values(options).map((option) => (typeof option === 'string' ? option : option[0]));
      assert.equal(new Set(labels).size, labels.length, id);
    }
  });

  it('asks with a question mark, and names without', () => {
    for (const [id, { label, short }] of Object.entries(words.questions)) {
      assert.ok(label.endsWith('?') || id === 'photos', label);
      assert.doesNotMatch(short, /\?/);
    }
  });

  it('advises in whole sentences', () => {
    for (const [flag, [title, advice]] of Object.entries(words.findings)) {
      assert.ok(title.length > 3 && !title.endsWith('.'), flag);
      assert.match(advice, /^[A-Z].*\.$/, flag);
    }
  });

  it('is short, calm and typeset', () => {
    for (const [place, text] of texts) {
      assert.ok(text.length <= 160, place);
      assert.equal(text.trim(), text, place);
      assert.doesNotMatch(text, /[!'"<>]| {2}/, place);
    }
  });

  /** What no clinic may say: a refusal, an order on medicines, a promise. */
  const UNKIND = [
    /\b(?:refus|reject|declin|not suitable|unsuitable|not eligible|cannot treat|can’t treat)/i,
    /\b(?:stop|pause|discontinue|avoid)\b(?! it at any time| early)/i,
    /\b(?:guarantee|promise|perfect|painless|permanent)/i,
  ];
  it('refuses nobody, stops no medicine, promises nothing', () => {
    for (const [place, text] of texts) {
      for (const pattern of UNKIND) assert.doesNotMatch(text, pattern, place);
    }
    for (const bad of ['Stop taking it', 'You are not suitable', 'We guarantee it']) {
      assert.ok(
        UNKIND.some((pattern) => pattern.test(bad)),
        bad,
      );
    }
  });
});

describe('an option from which a wait counts as of today', () => {
  const waits = defaultScreeningRules.flatMap(({ flag, effects }) =>
    effects.flatMap((effect) =>
      'wait' in effect && effect.wait && !('since' in effect && effect.since) ? [[flag, effect.wait] as const] : [],
    ),
  );

  for (const language of ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'tr', 'pl', 'ar']) {
    it(`names the same time in ${language}`, async () => {
      const module = (await import(`../../../src/locales/consultation/questions.${language}.ts`)) as object;
      const [own] = Object.values(module) as QuestionWords[];
      assert.deepEqual(
        waits.map(([flag]) => flag),
        ['sunburnTan', 'topicalRetinoidPeel', 'botoxFiller'],
      );
      for (const [flag, { count, unit }] of waits) {
        assert.equal(unit, 'week');
        const options = Object.values(own?.questions ?? {}).map((question) => question.options?.[flag]);
        const text = String(options.find((option) => option !== undefined));
        // Arabic has a word for two weeks.
        assert.ok(text.includes(String(count)) || (count === 2 && text.includes('أسبوعين')), text);
      }
    });
  }
});
