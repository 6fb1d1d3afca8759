import { plainDigits } from '../domain/plain-digits.js';

/** What stands in the three fields of a date that the visitor knows. Day, or day and month, may be left out. */
export interface DateFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** As phones and hasty people write it: without accents, and all small. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '')
    .toLowerCase()
    .replace('ı', 'i');

/** 1–12 of a month as digits or as (the beginning of) its name; 0 for anything else, also for what begins several. */
function monthOf(text: string, names: readonly string[]): number {
  const plain = bare(plainDigits(text));
  if (/^\d+$/.test(plain)) return Number(plain);
  const found = names.flatMap((name, i) => (bare(name).startsWith(plain) ? [i % 12] : []));
  return plain.length < 3 || new Set(found).size !== 1 ? 0 : (found[0] ?? 0) + 1;
}

/**
 * The date as text, as far as it is known: `2025-03-14`, `2025-03` or `2025`. Undefined when the fields are empty, `null`
 * when they are no date.
 * @param months names of the months in the visitor's language, January first; after December, their other forms
 */
export function knownDate(fields: DateFields, months: readonly string[] = []): string | null | undefined {
  const [day, month, year] = [fields.day, fields.month, fields.year].map((text) => text.trim());
  if (!day && !month && !year) return undefined;
  const y = plainDigits(year ?? '');
  if (!/^\d{4}$/.test(y) || (day && !month)) return null;
  if (!month) return y;
  const m = monthOf(month, months);
  if (m < 1 || m > 12) return null;
  const text = `${y}-${String(m).padStart(2, '0')}`;
  if (!day) return text;
  const d = plainDigits(day);
  const real = /^\d{1,2}$/.test(d) && new Date(Date.UTC(Number(y), m - 1, Number(d))).getUTCDate() === Number(d);
  return real && Number(d) > 0 ? `${text}-${d.padStart(2, '0')}` : null;
}

/** The three fields of a date that {@link knownDate} made. */
export function dateFields(text: string): DateFields {
  const [year = '', month = '', day = ''] = text.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
