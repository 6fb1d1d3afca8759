import type { ClinicMessages, ClinicWords } from '../../locales/messages.js';

/**
 * The words that a page writes into a clinic, for pages without a script of their own: JSON in
 * `<script type="application/json" data-smp-messages>`, one for every language, or with `lang` for one.
 */
export function writtenWords(
  scripts: readonly HTMLScriptElement[],
  complain: (message: string) => void,
): ClinicMessages {
  let words: ClinicMessages = {};
  for (const { lang, text } of scripts) {
    const found = wordsIn(text);
    if (!found) complain(`data-smp-messages: no JSON object: ${text.slice(0, 40)}`);
    words = lang ? { ...words, languages: { ...words.languages, [lang]: found } } : { ...words, ...found };
  }
  return words;
}

function wordsIn(text: string): ClinicWords | undefined {
  try {
    const words: unknown = JSON.parse(text);
    return typeof words === 'object' && words !== null && !Array.isArray(words) ? words : undefined;
  } catch {
    return undefined;
  }
}
