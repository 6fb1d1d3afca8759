/** What is expected of the words of a language beyond what is expected of all. */
export interface ExpectedLanguage {
  /** 0, 1, 2, 5, 21 and 100 minutes. */
  readonly minutes: readonly string[];
  /** Texts that are the same in English, and why; numbers are written `#`. */
  readonly same: Readonly<Record<string, string>>;
  /** What no text of the language may have, by its rules of typesetting. */
  readonly typography: readonly (readonly [fault: string, pattern: RegExp])[];
}

/** By language, in the order of the alphabet. */
export const EXPECTED: Readonly<Record<string, ExpectedLanguage>> = {
  ar: {
    minutes: ['0 دقيقة', 'دقيقة واحدة', 'دقيقتان', '5 دقائق', '21 دقيقة', '100 دقيقة'],
    same: {},
    typography: [
      ['has a mark of the Latin script', /[,;?“”]/],
      ['has eastern digits, which do not go with the dates', /[٠-٩۰-۹]/],
      ['opens what it does not close', /\u2068[^\u2069]*(?:\u2068|$)/],
    ],
  },
  de: {
    minutes: ['0 Minuten', '1 Minute', '2 Minuten', '5 Minuten', '21 Minuten', '100 Minuten'],
    same: {
      '# cm': 'a unit',
      '# mm': 'a unit',
      Diabetes: 'one word',
      Isotretinoin: 'name of a medicine',
      Latex: 'name of a substance',
      Minoxidil: 'name of a medicine',
      Normal: 'one word',
      'Shampoo.': 'one word',
    },
    typography: [
      ['has another language’s quotes', /[”«»]|“(?=\p{L})/u],
      ['has no space before a percent sign', /\d%/],
    ],
  },
  es: {
    minutes: ['0 minutos', '1 minuto', '2 minutos', '5 minutos', '21 minutos', '100 minutos'],
    same: {
      No: 'one word',
      Natural: 'one word',
      Normal: 'one word',
      Rectangular: 'one word',
      'Error:': 'one word',
      Diabetes: 'one word',
      Pus: 'one word',
      Minoxidil: 'name of a medicine',
    },
    typography: [
      ['asks without ¿', /^[^¿]*\?/],
      ['has another language’s quotes', /[“”„]/],
    ],
  },
  fr: {
    minutes: ['0 minute', '1 minute', '2 minutes', '5 minutes', '21 minutes', '100 minutes'],
    same: {
      '# minute': 'one word',
      '# minutes': 'one word',
      '# photo': 'one word',
      '# photos': 'one word',
      Photos: 'one word',
      Allergies: 'one word',
      Contact: 'one word',
      Mature: 'one word',
      Normal: 'one word',
      Latex: 'name of a substance',
      Minoxidil: 'name of a medicine',
    },
    typography: [
      ['has no narrow space before ? or ;', /[^\u202f][?;]/],
      ['has no fixed space before a colon', /[^\u00a0]:(?!\S)/],
      ['has no fixed space within « »', /«[^\u00a0]|[^\u00a0]»/],
      ['has another language’s quotes', /[“”„]/],
    ],
  },
  it: {
    minutes: ['0 minuti', '1 minuto', '2 minuti', '5 minuti', '21 minuti', '100 minuti'],
    same: {
      '# cm': 'a unit',
      '# mm': 'a unit',
      No: 'one word',
      Pus: 'one word',
      'Social media': 'the usual words',
      Minoxidil: 'name of a medicine',
      Finasteride: 'name of a medicine',
    },
    typography: [
      ['has another language’s quotes', /[“”„]/],
      ['has an accent that points the wrong way', /\b(?:perchè|poichè|nè|sè)(?!\p{L})|E’/iu],
      ['addresses with small letters', /(?<=\S )(?:suo|sua|suoi|sue)\b(?! età| rimozione)/],
    ],
  },
  nl: {
    minutes: ['0 minuten', '1 minuut', '2 minuten', '5 minuten', '21 minuten', '100 minuten'],
    same: {
      '# cm': 'a unit',
      '# mm': 'a unit',
      Later: 'one word',
      'Alcohol.': 'one word',
      Diabetes: 'one word',
      Pus: 'one word',
      Scans: 'one word',
      'Shampoo.': 'one word',
      Latex: 'name of a substance',
      Minoxidil: 'name of a medicine',
      Finasteride: 'name of a medicine',
    },
    typography: [
      ['has another language’s quotes', /[„«»]/],
      ['counts with a plural that Dutch has not', /\d (?:uren|jaren)\b/],
    ],
  },
  pl: {
    minutes: ['0 minut', '1 minuta', '2 minuty', '5 minut', '21 minut', '100 minut'],
    same: { '# cm': 'a unit', '# mm': 'a unit' },
    typography: [
      ['has another language’s quotes', /[“«»]/],
      ['has a space before a percent sign', /\d\s%/],
    ],
  },
  pt: {
    minutes: ['0 minutos', '1 minuto', '2 minutos', '5 minutos', '21 minutos', '100 minutos'],
    same: {
      Natural: 'one word',
      Normal: 'one word',
      Diabetes: 'one word',
      Pus: 'one word',
      Minoxidil: 'name of a medicine',
    },
    typography: [['has another language’s quotes', /[“”„]/]],
  },
  tr: {
    minutes: ['0 dakika', '1 dakika', '2 dakika', '5 dakika', '21 dakika', '100 dakika'],
    same: {
      '# cm': 'a unit',
      '# mm': 'a unit',
      Normal: 'one word',
    },
    typography: [
      ['has another language’s quotes', /[„«»]/],
      ['has a percent sign after its number', /\d\s?%/],
      ['has a plural after a number', /\d (?:dakikalar|saatler|günler|seanslar|fotoğraflar)\b/],
    ],
  },
};
