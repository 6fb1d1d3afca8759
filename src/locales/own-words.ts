// Loaded only where a clinic has words of its own.
import type { Catalogue } from './catalogue.js';
import { languageOf } from './languages.js';
import type { ClinicMessages, ClinicWords } from './messages.js';
import { pluralOf } from './plural.js';
import type { PluralForms } from './plural.js';

/** For what a clinic's words are wanted. */
export interface OwnWordsWish {
  /** Language that is shown. */
  readonly language: string;
  /** BCP 47 tag of the page, whose region may have words of its own. */
  readonly tag: string;
  readonly messages: ClinicMessages;
}

/** The words of some catalogues with the clinic's own over them. What is not of the right kind is left out. */
export function ownWords(
  catalogues: readonly Catalogue<unknown>[],
  words: readonly unknown[],
  wish: OwnWordsWish,
): readonly unknown[] {
  const layers = layersOf(wish);
  const put = merging(pluralOf(wish.language));
  return catalogues.map(({ own }, index) => layers.map(own).reduce((all, one) => put(all, one), words[index]));
}

/** A clinic's words for a language, the most general first. */
function layersOf({ language, tag, messages }: OwnWordsWish): readonly ClinicWords[] {
  const { languages = {}, ...every } = messages;
  const named = (wanted: string) =>
    Object.entries(languages).flatMap(([name, words]) => (name.toLowerCase() === wanted && words ? [words] : []));
  const region = tag.toLowerCase();
  return [
    ...((every.language ?? language) === language ? [every] : []),
    ...named(language),
    ...(region !== language && languageOf(region) === language ? named(region) : []),
  ];
}

/** Names a wording of the clinic's own by what it says, so that each has a name of its own. `undefined`: it is the usual one. */
export type VersionOf = <Words>(catalogue: Catalogue<Words>, wording: (words: Words) => unknown) => string | undefined;

type WordsOf = ReadonlyMap<Catalogue<unknown>, unknown>;

/** Names wordings of words with the clinic's own over them. */
export const versionsOf =
  (words: WordsOf, usual: WordsOf): VersionOf =>
  (catalogue, wording) => {
    type Words = Parameters<typeof wording>[0];
    const said = wording(words.get(catalogue) as Words);
    if (said === wording(usual.get(catalogue) as Words)) return undefined;
    const text = String(typeof said === 'function' ? (said as (clinic: string) => unknown)('{1}') : said);
    // FNV-1a.
    let sum = 0x811c9dc5;
    for (const sign of text) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    return `own-${(sum >>> 0).toString(36)}`;
  };

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'function' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));
const isForms = (value: unknown): value is PluralForms =>
  isGroup(value) && typeof value['other'] === 'string' && Object.values(value).every(isText);

function merging(plural: ReturnType<typeof pluralOf>) {
  const merged = (words: unknown, own: unknown, name = '', group = ''): unknown => {
    if (typeof words === 'function') {
      if (typeof own === 'string') return (...parts: readonly unknown[]) => completed(own, parts);
      if (isForms(own)) return (...parts: readonly unknown[]) => completed(plural(countIn(parts), own), parts);
      return typeof own === 'function' ? own : words;
    }
    if (words === undefined) return isText(own) || isGroup(own) ? own : words;
    if (!isGroup(words)) {
      // An option or a photo may have a line below it or none; elsewhere two texts stand for two.
      const fits = group === 'options' || group === 'photos' || Array.isArray(words) === Array.isArray(own);
      return isText(own) && fits ? own : words;
    }
    if (!isGroup(own)) return words;
    const entries = Object.entries(own).map(([inner, one]) => [inner, merged(words[inner], one, inner, name)]);
    return { ...words, ...(Object.fromEntries(entries) as Group) };
  };
  return merged;
}

const countIn = (parts: readonly unknown[]): number => parts.find((part) => typeof part === 'number') ?? 0;

/** Puts the parts of a message in its text: `{1}` is the first, `{name}` one that has a name. */
function completed(text: string, parts: readonly unknown[]): string {
  const named = Object.assign({}, ...parts.filter(isGroup)) as Group;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const index = Number(name) - 1;
    const value = index in parts ? parts[index] : Object.hasOwn(named, name) ? named[name] : whole;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
