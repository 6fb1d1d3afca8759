import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Catalogue, Overrides } from '../../src/locales/catalogue.js';
import { ownWords } from '../../src/locales/own-words.js';

interface Words {
  readonly title: string;
  readonly greet: (name: string, times: number) => string;
  readonly describe: (parts: { readonly shape: string; readonly note: string | undefined }) => string;
  readonly errors: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, { readonly label: string; readonly options?: readonly string[] }>>;
}

const en: Words = {
  title: 'Title',
  greet: (name, times) => `Hello ${name}, ${times}`,
  describe: ({ shape }) => shape,
  errors: { network: 'No network', unknown: 'Unknown' },
  questions: { age: { label: 'Age?', options: ['young', 'old'] } },
};

/** Stands at a place of its own, so that the test's words need not be the widgets'. */
const catalogue: Catalogue<Words> = {
  en,
  others: {},
  own: (words) => (words as { readonly test?: Overrides<Words> }).test,
};

function shown(messages: object, wish: { readonly language?: string; readonly tag?: string } = {}): Words {
  const { language = 'en', tag = language } = wish;
  const [words] = ownWords([catalogue], [en], { language, tag, messages: messages });
  return words as Words;
}

describe('a clinic’s own words', () => {
  it('stand over ours, however deep they are', () => {
    const words = shown({ test: { errors: { network: 'Offline' }, questions: { age: { label: 'How old?' } } } });
    assert.deepEqual(words.errors, { network: 'Offline', unknown: 'Unknown' });
    assert.deepEqual(words.questions['age'], { label: 'How old?', options: ['young', 'old'] });
    assert.equal(words.title, 'Title');
  });

  it('may be more than ours where ours are open', () => {
    const words = shown({ test: { questions: { scar: { label: 'Scar?' } } } });
    assert.deepEqual(words.questions['scar'], { label: 'Scar?' });
  });

  it('are text with the parts put in, in place of a function', () => {
    const { greet, describe: tell } = shown({ test: { greet: '{2}: {1} {3}', describe: '{shape}/{note}/{other}' } });
    assert.equal(greet('Ada', 2), '2: Ada {3}');
    assert.equal(tell({ shape: 'round', note: undefined }), 'round//{other}');
  });

  it('are chosen by number and language', () => {
    const forms = { one: '{2} raz', few: '{2} razy', other: '{2} raza' };
    const { greet } = shown({ test: { greet: forms } }, { language: 'pl' });
    assert.deepEqual(
      [1, 3, 1.5].map((times) => greet('Ada', times)),
      ['1 raz', '3 razy', '1.5 raza'],
    );
  });

  it('may be functions', () => {
    assert.equal(shown({ test: { greet: (name: string) => name } }).greet('Ada', 1), 'Ada');
  });

  it('of a language go over those of all, and those of a region over both', () => {
    const messages = {
      test: { title: 'all', errors: { network: 'all', unknown: 'all' } },
      languages: {
        de: { test: { title: 'de', errors: { network: 'de' } } },
        'de-AT': { test: { title: 'de-AT' } },
        fr: { test: { title: 'fr' } },
      },
    };
    const at = shown(messages, { language: 'de', tag: 'de-at' });
    assert.equal(at.title, 'de-AT');
    assert.deepEqual(at.errors, { network: 'de', unknown: 'all' });
    assert.equal(shown(messages, { language: 'de', tag: 'de-CH' }).title, 'de');
    assert.equal(shown(messages, { language: 'en' }).title, 'all');
  });

  it('of a language that is not shown are left out', () => {
    assert.equal(shown({ language: 'sv', test: { title: 'Rubrik' } }).title, 'Title');
    assert.equal(shown({ language: 'sv', test: { title: 'Rubrik' } }, { language: 'sv' }).title, 'Rubrik');
  });

  it('of the wrong kind are left out', () => {
    const test = { title: 7, greet: { one: 'x' }, errors: 'none', questions: { age: null } };
    const words = shown({ test });
    assert.deepEqual(words, en);
  });

  it('of one text are left out where two belong, and the other way round, but in options', () => {
    const errors = { network: ['No', 'network'], unknown: 'Unknown' };
    const test = { title: ['a', 'b'], errors, questions: { age: { label: 'Age?', options: 'any' } } };
    assert.deepEqual(shown({ test }), en);
    const findings = { keloid: ['Keloid scars', 'They grow.'] };
    const options = { young: ['Young', 'Below 30'], old: 'Old' };
    const [words] = ownWords([catalogue], [{ findings, options }], {
      language: 'en',
      tag: 'en',
      messages: {
        test: { findings: { keloid: 'Scars' }, options: { young: 'Young', old: ['Old', 'From 30'] } },
      } as object,
    });
    assert.deepEqual(words, { findings, options: { young: 'Young', old: ['Old', 'From 30'] } });
  });
});
