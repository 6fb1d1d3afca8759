/** Languages that have words, by the first part of their BCP 47 tags; English comes with the code, the others on demand. */
export const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a BCP 47 tag, without region or script: `de` of `de-AT`. */
export const languageOf = (tag: string): string => /^[a-z]*/.exec(tag.toLowerCase())?.[0] ?? '';

/** Which way a language is written; also of languages that a clinic brings itself. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/i.test(tag) ? 'rtl' : 'ltr';
