import type { ClinicWords } from './messages.js';
import type { PluralForms } from './plural.js';

/**
 * What may stand in place of one message: the same kind of thing, with text for a message that is completed from parts.
 * In such text `{1}` and `{2}` stand for the first and second part, and `{name}` for one that has a name; forms of a
 * plural are chosen by the first number among the parts.
 */
export type Override<Message> = Message extends (...parts: never[]) => string
  ? Message | string | PluralForms
  : Message extends string
    ? string
    : Message extends readonly unknown[]
      ? Message
      : Overrides<Message>;

/** Any of these messages in other words, however deep they stand. */
export type Overrides<Words> = { readonly [Key in keyof Words]?: Override<Words[Key]> };

/** A module of words, which exports them and nothing else. */
type WordsModule<Words> = Readonly<Record<string, Words>>;

/** The words of one part of the widgets: English at hand, those of other languages on demand. */
export interface Catalogue<Words> {
  readonly en: Words;
  /** By language. */
  readonly others: Readonly<Partial<Record<string, () => Promise<WordsModule<Words>>>>>;
  /** Where they stand among a clinic's own words. */
  readonly own: (words: ClinicWords) => Overrides<Words> | undefined;
}
