import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { MessageKind } from '../../demo/backend/message-plan.js';
import { momentWords, wordsFor, type MessageFacts, type MessageWords } from '../../demo/backend/message-words.js';
import { EXPECTED } from '../locales/expected.js';

const { words: en } = wordsFor('en');
const languages = readdirSync(new URL('../../demo/backend/', import.meta.url))
  .flatMap((file) => /^message-words\.(\w+)\.ts$/.exec(file)?.[1] ?? [])
  .filter((language) => language !== 'en');
const kinds = Object.keys(en.letters) as MessageKind[];

/** Of one visit or of two, on the clock of a language. */
function factsOf(dates: string, count: number): MessageFacts {
  const when = momentWords(dates, '2027-03-30', '14:30', 'long');
  return {
    clinic: 'Aa',
    phone: '000111',
    name: 'Bb',
    count,
    when: Array.from({ length: count }, () => when).join('\n'),
    shortWhen: momentWords(dates, '2027-03-30', '14:30', 'short'),
    reference: 'SMP-7K3Q9F',
    place: 'Cc',
    until: momentWords(dates, '2027-03-29', '09:15', 'long'),
  };
}

/** Every text of a language, with a name for it. */
function textsOf(words: MessageWords, dates: string): [name: string, text: string][] {
  const facts = factsOf(dates, 1);
  return [
    ...kinds.flatMap((kind) =>
      [facts, factsOf(dates, 2), { ...facts, phone: undefined, reference: undefined, place: undefined }].flatMap(
        (one): [string, string][] => {
          const { subject, paragraphs } = words.letters[kind](one);
          return [
            [`${kind} subject`, subject],
            ...paragraphs.map((text): [string, string] => [kind, text]),
            [`${kind} text`, words.text(kind, one)],
          ];
        },
      ),
    ),
    ...words
      .deposit({ text: 'Dd', reference: 'SMP-7K3Q9F' })
      .split('\n')
      .map((text): [string, string] => ['deposit', text]),
    ['greeting', words.greeting('Bb')],
    ['greeting', words.greeting('')],
    ...Object.entries(words.links),
    ['calendar', words.calendar.title('Aa')],
    ['calendar', words.calendar.reference('SMP-7K3Q9F')],
    ['calendar', words.calendar.phone('000111')],
    ['stopNote', words.stopNote],
    ['stopLink', words.stopLink],
    ...Object.entries(words.stopPage),
    ['leaveNote', words.leaveNote],
    ['leaveLink', words.leaveLink],
    ...Object.entries(words.leavePage),
    ['join', words.joinPage.title],
    ['join', words.joinPage.question],
    ['join', words.joinPage.phone('000111')],
    ['join', words.joinPage.button],
    ['join', words.joinPage.done],
    ['join', words.joinPage.later],
    ['join', words.joinPage.gone],
    ['attend', words.attendPage.title],
    ['attend', words.attendPage.question(facts.when)],
    ['attend', words.attendPage.button],
    ['attend', words.attendPage.done(facts.when)],
    ['attend', words.attendPage.changed],
    ['offer', words.offerPage.title],
    ['offer', words.offerPage.question(facts.when, facts.until ?? '')],
    ['offer', words.offerPage.button],
    ['offer', words.offerPage.booked(facts.when)],
    ['offer', words.offerPage.requested(facts.when)],
    ['offer', words.offerPage.onRequest],
    ['offer', words.offerPage.gone],
    ['offer', words.offerPage.waiting],
    ['offer', words.offerPage.over],
    ['noTexts', words.noTexts],
    ...consentTexts(words, facts.when),
    ['wrongLink', words.wrongLink],
  ];
}

/** Of the page on which consents are withdrawn. */
function consentTexts({ consentPage }: MessageWords, when: string): [string, string][] {
  const { of, names, given, withdrawn, effects, reach, ...texts } = consentPage;
  const dated = [...Object.values(of), ...Object.values(withdrawn), (date: string) => given(date, 'Ee')];
  return [
    ...Object.values(names),
    ...Object.values(effects),
    ...Object.values(reach),
    ...Object.values(texts),
    ...dated.map((one) => one(when)),
  ].map((text) => ['consents', text]);
}

const faultsIn = (texts: readonly [string, string][]): string[] =>
  texts
    .filter(([, text]) => /^\s|\s$|^$| {2}|[!¡'"]|undefined|NaN|\[object|\.\./.test(text))
    .map(([name, text]) => `${name}: “${text}”`);

/** Others may see a message, so that none has these words, in whatever language. */
const TELLING =
  /pigment|\bSMP\b(?!-)|scalp|\bhair|haar|kopfhaut|włos|skór|شعر|فروة|صبغ|cheveu|cabell|cabelo|capell|hoofdhuid|\bsaç/iu;

/** Which of the facts a text shows. */
const shownIn = (text: string, facts: MessageFacts): string[] =>
  Object.entries(facts)
    // One visit is not counted; its figure may be in a date by chance.
    .filter(([fact, value]) => fact !== 'count' || value !== 1)
    .flatMap(([fact, value]) => (text.includes(String(value)) ? [fact] : []));

describe('words of messages', () => {
  it('are in each language that the widgets speak', () => {
    assert.deepEqual([...languages].sort(), Object.keys(EXPECTED).sort());
  });

  for (const language of languages) {
    describe(language, () => {
      const { words, dates } = wordsFor(`${language}-001`);

      it('are found by the tag, and by that of a region', () => {
        assert.equal(words.language, language);
        assert.equal(wordsFor(language).words, words);
      });

      it('are whole, calm and typeset', () => assert.deepEqual(faultsIn(textsOf(words, dates)), []));

      it('do not tell what a visit is for', () => {
        for (const [name, text] of textsOf(words, dates)) assert.doesNotMatch(text, TELLING, name);
      });

      it('say all that English says of an occasion', () => {
        for (const count of [1, 8]) {
          const [there, here] = [factsOf(dates, count), factsOf('en-GB', count)];
          for (const kind of kinds) {
            const [own, english] = [words.letters[kind](there), en.letters[kind](here)];
            assert.deepEqual(shownIn(own.subject, there), shownIn(english.subject, here), `${kind}: ${own.subject}`);
            assert.deepEqual(
              own.paragraphs.map((text) => shownIn(text, there)),
              english.paragraphs.map((text) => shownIn(text, here)),
              kind,
            );
            assert.deepEqual(shownIn(words.text(kind, there), there), shownIn(en.text(kind, here), here), kind);
          }
        }
      });

      it('are not left in English', () => {
        const english = new Set(textsOf(en, dates).map(([, text]) => text));
        // The lines of facts are nobody's language.
        const left = textsOf(words, dates).filter(([, text]) => english.has(text) && /\p{Ll}{4}/u.test(text));
        const facts = factsOf(dates, 1);
        assert.deepEqual(
          left.filter(([, text]) => text !== facts.when && !text.startsWith(`${facts.when}\n`)),
          [],
        );
      });
    });
  }

  it('are checked by rules that find what they look for', () => {
    assert.deepEqual(
      faultsIn([
        ['a', 'Ah!'],
        ['b', "don't"],
        ['c', ''],
        ['d', 'Right.'],
      ]).map((fault) => fault.charAt(0)),
      ['a', 'b', 'c'],
    );
    for (const text of ['Ihre Haarpigmentierung', 'فروة الرأس', 'Skóra głowy']) assert.match(text, TELLING);
    const facts = factsOf('en-GB', 1);
    assert.deepEqual(shownIn(`${facts.clinic} ${facts.shortWhen}`, facts), ['clinic', 'shortWhen']);
  });
});
