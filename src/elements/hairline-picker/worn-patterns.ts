import type { HairLossPattern } from '../../domain/consultation/hair-loss.js';
import type { OptionText } from '../../domain/consultation/question-words.js';
import type { ConsultationMessages } from '../../locales/consultation/messages.js';
import { isGrown } from '../../scalp/hair-pattern.js';

export { consultationWords } from '../../locales/consultation/words.js';

/** Patterns of hair loss that belong together, under the name of their set, each with its own. */
export type PatternSet = readonly [name: string, patterns: readonly (readonly [HairLossPattern, string])[]];

const SETS = { male: 'hairLossPatternMale', female: 'hairLossPatternFemale', other: 'hairLossPatternOther' };

const labelOf = (text: OptionText = ''): string => (typeof text === 'string' ? text : text[0]);

/** All that the model can wear, in the words of the consultation. */
export function wornPatterns({ questions }: ConsultationMessages): readonly PatternSet[] {
  const sets = questions['presentation']?.options ?? {};
  return Object.entries(SETS).map(([set, question]): PatternSet => {
    const patterns = Object.entries(questions[question]?.options ?? {}).flatMap(([pattern, text]) =>
      isGrown(pattern) ? [[pattern, labelOf(text)] as const] : [],
    );
    return [labelOf(sets[set]), patterns];
  });
}
