import { en as care } from '../../src/locales/care/en.js';
import { en as consultation } from '../../src/locales/consultation/en.js';
import { en as course } from '../../src/locales/course/en.js';
import { en as deposit } from '../../src/locales/deposit/en.js';
import { en } from '../../src/locales/en.js';
import { en as hairline } from '../../src/locales/hairline/en.js';
import { en as management } from '../../src/locales/management/en.js';
import type { ClinicMessages } from '../../src/locales/messages.js';
import { en as touchUp } from '../../src/locales/touch-up/en.js';

/** The tag of a language that nobody speaks. */
export const PSEUDO = 'en-XA';

/** Words that are no words but tags. */
const KEPT = ['language'];
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'ë',
  i: 'î',
  n: 'ñ',
  o: 'ø',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  U: 'Û',
  Y: 'Ý',
};

/**
 * All words with accents, in brackets and longer by two fifths: whatever is cut off, put together from pieces or written
 * in a template shows.
 */
export function pseudoWords(): ClinicMessages {
  return strange({ ...en, care, consultation, course, deposit, hairline, management, touchUp }) as ClinicMessages;
}

function strange(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...args: unknown[]) => strange(Reflect.apply(value, undefined, args));
  if (Array.isArray(value)) return value.map(strange);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, word]) => [name, KEPT.includes(name) ? word : strange(word)]),
  );
}

/** `Book` as `[Bøøk ~]`. */
function pseudo(text: string): string {
  if (text.trim() === '') return text;
  const accented = text.replaceAll(/[A-Za-z]/g, (letter) => ACCENTS[letter] ?? letter);
  return `[${accented}${' ~'.repeat(Math.ceil(text.length / 5))}]`;
}
