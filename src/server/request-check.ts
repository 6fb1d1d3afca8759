import * as z from 'zod/mini';
import type { ProblemIssue } from '../domain/problem.js';
import { Refusal } from './refusal.js';

/** Deepest nesting a body may have; the deepest that any request needs is three. */
const MAX_DEPTH = 16;
const MAX_ISSUES = 20;
const MAX_SEGMENT = 64;

/** Text that no backend can store faithfully: control characters other than tab and line ends, and halves of a pair. */
const UNSTORABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u;

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'type',
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_format: 'format',
  invalid_value: 'value',
};

/** One step of a JSON pointer, cut so that a hostile key can't blow up the answer. */
function segment(key: PropertyKey): string {
  const text = String(key).slice(0, MAX_SEGMENT).replace(new RegExp(UNSTORABLE, 'gu'), '\ufffd');
  return `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Notes text that can't be stored and nesting that goes too deep. */
function inspect(value: unknown, pointer: string, depth: number, issues: ProblemIssue[]): void {
  if (issues.length >= MAX_ISSUES) return;
  if (typeof value === 'string' && UNSTORABLE.test(value)) issues.push({ pointer, code: 'text' });
  if (!isContainer(value)) return;
  if (depth === 0) {
    issues.push({ pointer, code: 'too-deep' });
    return;
  }
  for (const [key, entry] of Object.entries(value)) inspect(entry, pointer + segment(key), depth - 1, issues);
}

/** Notes every field that the schema left out: what it does not know, nobody may send. */
function compare(sent: unknown, kept: unknown, pointer: string, issues: ProblemIssue[]): void {
  if (!isContainer(sent) || !isContainer(kept)) return;
  for (const [key, entry] of Object.entries(sent)) {
    if (issues.length >= MAX_ISSUES) return;
    if (Object.hasOwn(kept, key)) compare(entry, kept[key], pointer + segment(key), issues);
    else issues.push({ pointer: pointer + segment(key), code: 'unknown-field' });
  }
}

function sentAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (!isContainer(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[String(key)];
  }
  return at;
}

/** Undefined where the check itself fails: a length may be claimed that nothing can be compared with. */
function parse<Schema extends z.core.$ZodType>(schema: Schema, sent: unknown) {
  try {
    return z.safeParse(schema, sent);
  } catch {
    return undefined;
  }
}

/**
 * Reads what was sent by its schema, strictly: a field that the schema does not know is refused as well.
 *
 * @throws {@link Refusal} 422 that names every field that is wrong, up to twenty
 */
export function check<Schema extends z.core.$ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const issues: ProblemIssue[] = [];
  inspect(sent, '', MAX_DEPTH, issues);
  if (issues.length === 0) {
    const result = parse(schema, sent);
    if (!result) issues.push({ pointer: '', code: 'unreadable' });
    else if (result.success) {
      compare(sent, result.data, '', issues);
      if (issues.length === 0) return result.data;
    } else {
      for (const issue of result.error.issues.slice(0, MAX_ISSUES)) {
        const missing = issue.path.length > 0 && sentAt(sent, issue.path) === undefined;
        const code = missing ? 'required' : (CODES[issue.code] ?? issue.code.replaceAll('_', '-'));
        issues.push({ pointer: issue.path.map(segment).join(''), code });
      }
    }
  }
  const detail = issues.map(({ pointer, code }) => `${pointer || 'request'}: ${code}`).join(', ');
  throw new Refusal(422, 'validation', { detail, issues });
}

/**
 * Reads the query string: each name at most once.
 *
 * @throws {@link Refusal} 422
 */
export function readQuery(search: URLSearchParams): Readonly<Record<string, string>> {
  const query = new Map<string, string>();
  const issues: ProblemIssue[] = [];
  for (const [name, value] of search) {
    if (query.has(name) && issues.length < MAX_ISSUES) issues.push({ pointer: segment(name), code: 'repeated' });
    query.set(name, value);
  }
  if (issues.length > 0) throw new Refusal(422, 'validation', { detail: 'A parameter came twice.', issues });
  return Object.fromEntries(query);
}
