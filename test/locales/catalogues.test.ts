import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ConsentPurpose } from '../../src/domain/consultation/consent.js';
import { defaultQuestionnaire } from '../../src/domain/consultation/default-questionnaire.js';
import { ScreeningEffectKind } from '../../src/domain/consultation/screening.js';
import { defaultScreeningRules } from '../../src/domain/consultation/screening-rules.js';
import { EXPECTED, type ExpectedLanguage } from './expected.js';

type Catalogue = Readonly<Record<string, unknown>>;
type Said = (...args: unknown[]) => string;

const LOCALES = new URL('../../src/locales/', import.meta.url);
const files = readdirSync(LOCALES, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

/** Every file of English words: `en.ts`, `care/en.ts`, `consultation/questions.en.ts` … */
const english = files.filter((file) => /(^|[/.])en\.ts$/.test(file)).sort();
/** `care`, `consultation/questions`; `shared` where words stand in no folder. */
const partOf = (file: string): string => file.replace(/[./]?\w+\.ts$/, '') || 'shared';
const inLanguage = (file: string, language: string): string => file.replace(/en\.ts$/, `${language}.ts`);
const languages = files.flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? []).filter((one) => one !== 'en');

/** What a file of words exports: `de` from `care/de.ts`, `photoDe` from `hairline/photo.de.ts`. */
async function catalogueOf(file: string): Promise<Catalogue> {
  const [language = '', part = ''] = file.replace(/^.*\//, '').split('.').reverse().slice(1);
  const name = part + (part && language.charAt(0).toUpperCase()) + language.slice(part ? 1 : 0);
  const exported = ((await import(new URL(file, LOCALES).href)) as Record<string, unknown>)[name];
  assert.ok(typeof exported === 'object' && exported !== null, `${file} exports ${name}`);
  return exported as Catalogue;
}

/** Every message, with the path to it. */
function messagesOf(value: unknown, path: string): [path: string, message: string | Said][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, value as Said]];
  return Object.entries(value as object).flatMap(([key, inner]) => messagesOf(inner, `${path}.${key}`));
}

/** Numbers that any plural form goes with, and what else the flows count. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 60, -1, -3, Infinity];
/** Messages that are handed something else than numbers, which can also stand for texts. */
const CALLS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'care.aftercare.sunscreen': [[{ spf: 50 }]],
  'care.session': [
    [21, 100, 'Ff'],
    [1, 1, 'Ff'],
  ],
  'care.emergency': [[undefined], ['112']],
  'course.session': [
    [21, undefined],
    [21, 'Ff'],
  ],
  'hairline.describe': [[{ shape: 'Aa', edge: 'Bb', height: 'Cc', shade: 'Dd', density: 'Ee' }]],
  'touch-up.entry': [[undefined], ['Ff']],
};
const callsOf = (path: string): readonly (readonly unknown[])[] =>
  CALLS[path] ?? COUNTS.flatMap((first) => (first === 21 ? [100, 5] : [first, 2]).map((second) => [first, second]));

/** Every text that a message can give, with a name for it. */
const textsOf = ([path, message]: [string, string | Said]): [name: string, text: string][] =>
  typeof message === 'string'
    ? [[path, message]]
    : callsOf(path).map((args) => [`${path}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, message(...args)]);

/** What may stand in no language. */
const FAULTS: readonly (readonly [fault: string, pattern: RegExp])[] = [
  ['is empty', /^\s*$/],
  ['has space around it', /^\s|\s$/],
  ['has a double space', /\s{2}/],
  ['shouts', /[!¡！]/],
  ['is garbled', /undefined|NaN|\[object|\bnull\b|[{}$<>\ufffd]|\s[,.]/],
  ['has straight quotes', /['"`]/],
  ['has dots for an ellipsis', /\.\./],
];

const faultsIn = (messages: readonly [string, string | Said][], { typography = [] }: Partial<ExpectedLanguage>) =>
  messages
    .flatMap(textsOf)
    .flatMap(([name, text]) =>
      [...FAULTS, ...typography]
        .filter(([, pattern]) => pattern.test(text))
        .map(([fault]) => `${name} ${fault}: “${text}”`),
    );

/** Where a language has other messages than English, or other kinds of them. */
function differences(theirs: unknown, ours: unknown, path: string): string[] {
  if (typeof theirs !== typeof ours) return [`${path} is ${typeof theirs}, not ${typeof ours}`];
  if (typeof ours !== 'object') return [];
  const [has, needs] = [theirs, ours].map((one) => Object.entries(one as object)) as [
    [string, unknown][],
    [string, unknown][],
  ];
  const keys = new Map(has);
  return [
    ...has.filter(([key]) => !needs.some(([one]) => one === key)).map(([key]) => `${path}.${key} is too much`),
    ...needs.flatMap(([key, inner]) =>
      keys.has(key) ? differences(keys.get(key), inner, `${path}.${key}`) : [`${path}.${key} is missing`],
    ),
  ];
}

/** What an English text shows of what it is handed: each has to be in the translation, too. */
function lost(theirs: Said, ours: Said, path: string): string[] {
  const marks = (args: readonly unknown[]): string[] =>
    args.flatMap((arg) => (typeof arg === 'object' && arg !== null ? Object.values(arg).map(String) : [String(arg)]));
  const holds = (text: string, mark: string): boolean => text.toLowerCase().includes(mark.toLowerCase());
  return callsOf(path)
    .filter((args) => args.every((arg) => typeof arg !== 'number' || arg > 2))
    .flatMap((args) => {
      const [there, here] = [theirs(...args), ours(...args)];
      return marks(args)
        .filter((mark) => holds(here, mark) && !holds(there, mark))
        .map((mark) => `${path} loses ${mark}: “${there}” for “${here}”`);
    });
}

const figuresIn = (text: string): readonly string[] =>
  (text.replaceAll(/(?<=\d)[.,\s](?=\d{3}\b)/g, '').match(/\d+/g) ?? []).filter((figure) => Number(figure) > 2);
const endOf = (text: string): string => /[.:?؟]?$/.exec(text)?.[0].replace('؟', '?') ?? '';

/** Where a text has lost a figure of the English (two or fewer may be a word), or is a sentence where that is none. */
function strays(there: string, here: string, path: string): string[] {
  const own = figuresIn(there);
  return [
    // Phone numbers are examples of the language's own country.
    ...(path === 'shared.phoneInvalid' || figuresIn(here).every((figure) => own.includes(figure))
      ? []
      : [`${path} has other figures: “${there}” for “${here}”`]),
    ...(endOf(there) === endOf(here) ? [] : [`${path} ends otherwise: “${there}” for “${here}”`]),
  ];
}

const words = new Map(await Promise.all(english.map(async (file) => [file, await catalogueOf(file)] as const)));

describe('catalogues', () => {
  it('are looked for where they are', () => {
    assert.deepEqual(
      english.map((file) => file.replace(/en\.ts$/, '')),
      [
        'care/',
        'consultation/',
        'consultation/questions.',
        'course/',
        'deposit/',
        '',
        'hairline/',
        'hairline/photo.',
      ].concat(['journey/', 'launcher/', 'management/', 'touch-up/', 'touch-up/reminder.']),
    );
    assert.deepEqual(Object.keys(EXPECTED).sort(), [...languages].sort(), 'each language says what is expected of it');
  });

  for (const language of languages) {
    const expected = EXPECTED[language] ?? { minutes: [], same: {}, typography: [] };

    describe(language, async () => {
      const catalogues = await Promise.all(
        english.map(async (file) => {
          const there = inLanguage(file, language);
          return { file: there, theirs: await catalogueOf(there), ours: words.get(file) ?? {} };
        }),
      );

      it('has the messages of English, and no others', () => {
        for (const { file, theirs, ours } of catalogues) assert.deepEqual(differences(theirs, ours, file), []);
      });

      it('is named by its tag', () => {
        assert.equal(catalogues.find(({ file }) => file === `${language}.ts`)?.theirs['language'], language);
      });

      it('has nothing empty, shouted, garbled or mistyped', () => {
        for (const { file, theirs } of catalogues)
          assert.deepEqual(faultsIn(messagesOf(theirs, partOf(file)), expected), []);
      });

      it('shows all that it is handed', () => {
        for (const { file, theirs, ours } of catalogues) {
          const own = new Map(messagesOf(theirs, partOf(file)));
          for (const [path, message] of messagesOf(ours, partOf(file))) {
            const said = own.get(path);
            if (typeof message === 'function' && typeof said === 'function')
              assert.deepEqual(lost(said, message, path), []);
          }
        }
      });

      it('keeps the figures and the sentences of English', () => {
        for (const { file, theirs, ours } of catalogues) {
          const own = new Map(messagesOf(theirs, partOf(file)));
          const pairs = messagesOf(ours, partOf(file)).flatMap(([path, here]) => {
            const there = own.get(path);
            if (typeof here === 'string') return typeof there === 'string' ? [[path, there, here] as const] : [];
            // With numbers that do no more than choose a form, its own figures are left.
            return typeof there === 'function'
              ? callsOf(path)
                  .slice(0, 2)
                  .map((args) => [path, there(...args), here(...args)] as const)
              : [];
          });
          assert.deepEqual(
            pairs.flatMap(([path, there, here]) => strays(there, here, path)),
            [],
          );
        }
      });

      it('says nothing in English, save what is the same', () => {
        const same = new Set<string>();
        for (const { file, theirs, ours } of catalogues) {
          const own = new Map(messagesOf(theirs, partOf(file)));
          for (const [path, message] of messagesOf(ours, partOf(file))) {
            const said = own.get(path);
            if (path === 'shared.language') continue;
            if (typeof message === 'string') {
              if (message === said) same.add(message);
            } else if (typeof said === 'function') {
              for (const args of callsOf(path).slice(0, 8)) {
                const text = message(...args);
                if (text === said(...args)) same.add(text.replaceAll(/\d+|Infinity|-/g, '#').replaceAll(/#+/g, '#'));
              }
            }
          }
        }
        assert.deepEqual([...same].sort(), Object.keys(expected.same).sort());
      });

      it('counts', () => {
        const minutes = catalogues.find(({ file }) => file === `${language}.ts`)?.theirs['minutes'] as Said;
        assert.deepEqual(
          [0, 1, 2, 5, 21, 100].map((number) => minutes(number)),
          expected.minutes,
        );
      });

      it('has words for each consent, question, finding and effect', () => {
        const consultation = catalogues.find(({ file }) => file === `consultation/${language}.ts`)?.theirs ?? {};
        const sorted = (key: string) => Object.keys(consultation[key] ?? {}).sort();
        assert.deepEqual(sorted('consents'), [...ConsentPurpose.options].sort());
        assert.deepEqual(sorted('questions'), defaultQuestionnaire.questions.map(({ id }) => id).sort());
        assert.deepEqual(sorted('findings'), [...new Set(defaultScreeningRules.map(({ flag }) => flag))].sort());
        assert.deepEqual(sorted('effects'), [...ScreeningEffectKind.options].sort());
      });

      it('tells options of one question apart, and asks with a question mark', () => {
        const questions = catalogues.find(({ file }) => file === `consultation/questions.${language}.ts`)?.theirs;
        for (const [id, question] of Object.entries(questions?.['questions'] ?? {})) {
          const { label, short, options = {} } = question as { label: string; short: string; options?: object };
          const labels = Object.values(options).map((option: unknown) => [option].flat()[0]);
          assert.equal(new Set(labels).size, labels.length, id);
          assert.ok(/[?؟]$/.test(label) || id === 'photos', label);
          assert.doesNotMatch(short, /[?؟.]/);
        }
      });

      it('keeps short what has little room', () => {
        const all = new Map(catalogues.flatMap(({ file, theirs }) => messagesOf(theirs, partOf(file))));
        const most = (path: string, length: number, ...args: unknown[]): void => {
          const message = all.get(path);
          const text = typeof message === 'function' ? message(...args) : (message ?? '');
          assert.ok(text !== '' && text.length <= length, `${path} is longer than ${length}: “${text}”`);
        };
        most('shared.free', 12, 21);
        for (const key of ['back', 'continue', 'change', 'retry']) most(`shared.${key}`, 20);
        for (const effect of ScreeningEffectKind.options) most(`consultation.effects.${effect}`, 30);
        for (const { id } of defaultQuestionnaire.questions) most(`consultation/questions.questions.${id}.short`, 32);
      });
    });
  }

  it('are checked by rules that find what they look for', () => {
    const plain = { a: 'Aa', b: (count: number) => `${count} b`, c: { d: 'Dd' } };
    assert.deepEqual(differences(plain, plain, ''), []);
    assert.deepEqual(differences({ a: 'Aa', b: 'b', c: {}, e: '' }, plain, ''), [
      '.e is too much',
      '.b is string, not function',
      '.c.d is missing',
    ]);
    assert.deepEqual(
      lost(
        (first) => `${String(first)} b`,
        (first) => `${String(first)} a`,
        'x.y',
      ),
      [],
    );
    assert.ok(
      lost(
        () => 'b',
        (first) => `${String(first)} a`,
        'x.y',
      ).length > 0,
    );
    assert.deepEqual(strays('1.000 Zeichen nach Tag 3.', '1,000 characters after day 3.', 'x'), []);
    assert.equal(strays('Vier Monate.', '4 months', 'x').length, 2);
    const bad = ['', ' a', 'a  b', 'Ah!', 'undefined', "don't", 'So ...', 'Quoi?'];
    const typography = [['has no French space', /[^\s]\?/]] as const;
    assert.deepEqual(
      bad.map((text) => faultsIn([['x', text]], { typography }).length > 0),
      bad.map(() => true),
    );
    assert.deepEqual(faultsIn([['x', 'Right.']], { typography }), []);
  });
});
