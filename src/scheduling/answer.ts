import type * as z from 'zod/mini';
import { SmpError, type SmpErrorCode, type SmpIssue } from '../domain/errors.js';

const MAX_ISSUES = 20;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The words that the server uses for the same: `type`, `format`, `value`, `too-small`, `too-big`. */
const codeOf = (code = 'custom'): string => code.replace('invalid_', '').replaceAll('_', '-');

/** What is wrong in `value`, or a copy of it in the schema's shape that shares nothing with it. */
function parse<T>(schema: z.ZodMiniType<T>, value: unknown): { readonly data: T } | { readonly issues: SmpIssue[] } {
  try {
    const result = schema.safeParse(value);
    if (result.success) return { data: result.data };
    return {
      issues: result.error.issues
        .slice(0, MAX_ISSUES)
        .map((issue) => ({ pointer: pointerOf(issue.path), code: codeOf(issue.code) })),
    };
  } catch {
    return { issues: [{ pointer: '', code: 'unreadable' }] };
  }
}

/**
 * A copy of `value` in the schema's shape: unknown fields dropped, nothing shared with the original.
 *
 * @param code how it is named when it does not fit: `invalid-response` for an answer, `validation` for what is to be sent
 * @throws SmpError of that code, with up to 20 issues. Never repeats the value itself.
 */
export function checked<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  code: Extract<SmpErrorCode, 'invalid-response' | 'validation'>,
  what: string,
): T {
  const result = parse(schema, value);
  if ('data' in result) return result.data;
  const first = result.issues[0];
  throw new SmpError(code, `${what} does not fit its schema at "${first?.pointer ?? ''}": ${first?.code ?? ''}`, {
    issues: result.issues,
  });
}
