/** The forms of a word that go with a number; a language uses those that it has, and `other` for the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Chooses the form that goes with a number, by the rules of a language: `pluralOf('pl')(5, { one: …, few: …, other: … })`. */
export function pluralOf(language: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    return forms[rules.select(Math.abs(count))] ?? forms.other;
  };
}
