import { DESIGN_CHOICES, DESIGN_LIMITS, designFrom } from './hairline-design.js';
import type { DesignNumber, HairlineDesign } from './hairline-design.js';
import { DEFAULT_SHADES } from './pigment.js';

/** Letters of six bits each, fit for addresses. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The fields in the order in which they are written, and the bits of each; lists have room to grow. */
const FIELDS = [
  ['shape', 5],
  ['edge', 3],
  ['temples', 3],
  ['view', 4],
  ['midHeight', 6],
  ['leftCorner', 7],
  ['rightCorner', 7],
  ['temporalPeak', 5],
  ['peakDepth', 5],
  ['density', 7],
  ['sessions', 3],
  ['seed', 16],
] as const;
const SHADE_BITS = 3;
const CHECK_BITS = 10;
/** The first letter of a code: its format. */
const FORMAT = 'A';
const BITS = FIELDS.reduce((sum, [, bits]) => sum + bits, SHADE_BITS) + CHECK_BITS;
const LENGTH = 1 + Math.ceil(BITS / 6);
const MOST = LENGTH + 1 + 40;

/** Of CRC-10, x¹⁰ + x⁹ + x⁵ + x⁴ + x + 1. */
const DIVISOR = 0x633;

/**
 * Tells a mistyped code from a true one: CRC-10, which notices any one letter that is another one, and any two neighbours
 * that have changed places. The id of a shade goes first, so that it holds for the letter that carries the end of the
 * fields and the beginning of the sum.
 */
function checkOf(bits: string, rest: string): string {
  let sum = 1;
  for (const bit of Array.from(rest, (letter) => binary(letter.charCodeAt(0), 8)).join('') + bits) {
    sum = (sum << 1) | Number(bit);
    if (sum >> CHECK_BITS) sum ^= DIVISOR;
  }
  return binary(sum, CHECK_BITS);
}

const binary = (value: number, bits: number): string => value.toString(2).padStart(bits, '0');
const leastOf = (name: string): number => DESIGN_LIMITS[name as DesignNumber][0];
const choicesOf = (name: string): readonly string[] => DESIGN_CHOICES[name as keyof typeof DESIGN_CHOICES];

/**
 * A design as a short text of letters, digits, `-`, `_` and `.`: 15 letters where the shade is one of the built-in ones,
 * and its id after a point where it is not. Fit for the fragment of an address. Numbers are written as `designFrom` takes
 * them: whole and within their limits.
 */
export function encodeDesign(given: HairlineDesign): string {
  const { design } = designFrom(given);
  const shade = DEFAULT_SHADES.findIndex(({ id }) => id === design.shade) + 1;
  const fields = FIELDS.map(([name, bits]) => {
    const value = design[name];
    if (typeof value === 'number') return binary(value - leastOf(name), bits);
    return binary(choicesOf(name).indexOf(value), bits);
  });
  const bits = fields.join('') + binary(shade, SHADE_BITS);
  const rest = shade === 0 ? `.${design.shade}` : '';
  const all = (bits + checkOf(bits, rest)).padEnd((LENGTH - 1) * 6, '0');
  const letters = Array.from(
    { length: LENGTH - 1 },
    (_, i) => LETTERS[Number.parseInt(all.slice(i * 6, i * 6 + 6), 2)],
  );
  return FORMAT + letters.join('') + rest;
}

/** The design that a code stands for; undefined for anything else, a damaged code and one of a later format among it. */
export function decodeDesign(code: string): HairlineDesign | undefined {
  if (typeof code !== 'string' || code.length < LENGTH || code.length > MOST || code[0] !== FORMAT) return undefined;
  const values = Array.from({ length: LENGTH - 1 }, (_, i) => LETTERS.indexOf(code.charAt(i + 1)));
  if (values.includes(-1)) return undefined;
  const all = values.map((value) => binary(value, 6)).join('');
  const bits = all.slice(0, BITS - CHECK_BITS);
  const rest = code.slice(LENGTH);
  if (all.slice(bits.length, BITS) !== checkOf(bits, rest) || all.slice(BITS).includes('1')) return undefined;
  let at = 0;
  const read = (length: number) => Number.parseInt(bits.slice(at, (at += length)), 2);
  const given: Record<string, unknown> = {};
  for (const [name, length] of FIELDS) {
    const value = read(length);
    given[name] = name in DESIGN_LIMITS ? value + leastOf(name) : (choicesOf(name)[value] ?? null);
  }
  const shade = read(SHADE_BITS);
  given['shade'] = shade === 0 ? rest.slice(1) : (DEFAULT_SHADES[shade - 1]?.id ?? null);
  if ((shade === 0) !== rest.startsWith('.') || (shade > 0 && rest !== '')) return undefined;
  const { design, problems } = designFrom(given);
  return problems.length === 0 ? design : undefined;
}
