import { SMP_ERROR_CODES, isSmpError, type SmpError, type SmpErrorCode, type SmpIssue } from '../domain/errors.js';

/** What a schema of the domain can do; spelt out so that the suite asks for no particular version of zod. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/** @throws Error with this message unless the condition holds */
export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** @throws Error that names the first place where the two differ */
export function checkSame(actual: unknown, expected: unknown, what: string): void {
  const place = difference(actual, expected, '');
  check(place === undefined, `${what} differ${place ? ` at ${place}` : ''}: ${show(actual)} is not ${show(expected)}`);
}

/** The value itself. @throws Error that names the first field that doesn't fit the schema */
export function checkValid<T>(schema: Schema<T>, value: T, what: string): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`${what} does not fit its schema at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`);
  }
  return value;
}

/** The value itself. @throws Error with this message when it is absent */
export function present<T>(value: T | null | undefined, message: string): T {
  check(value !== undefined && value !== null, message);
  return value;
}

/**
 * Waits for a refusal and gives it back.
 * @throws Error when the call succeeds, or fails with anything but an `SmpError` of one of these codes
 */
export async function refused(call: () => Promise<unknown>, what: string, ...codes: SmpErrorCode[]): Promise<SmpError> {
  return checkRefusal(await outcomeOf(call), what, ...codes);
}

/** How one call ended. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Settles a call without throwing. */
export async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  let promise: unknown;
  try {
    promise = call();
  } catch (error) {
    throw new Error(`an adapter must reject, not throw: ${show(error)}`, { cause: error });
  }
  check(isThenable(promise), 'an adapter must answer with a promise');
  try {
    return { ok: true, value: (await promise) as T };
  } catch (error) {
    return { ok: false, error };
  }
}

/** The refusal of an outcome. @throws Error unless it is an `SmpError` of one of these codes */
export function checkRefusal(outcome: Outcome<unknown>, what: string, ...codes: SmpErrorCode[]): SmpError {
  check(!outcome.ok, `${what} should be refused with ${codes.join(' or ')}`);
  const { error } = outcome;
  check(isSmpError(error), `${what} should fail with an SmpError, not ${show(error)}`);
  check(SMP_ERROR_CODES.includes(error.code), `${what}: “${error.code}” is no code of SmpError`);
  check(
    codes.includes(error.code),
    `${what} should fail with ${codes.join(' or ')}, not ${error.code} (${error.message})`,
  );
  return error;
}

/** @throws Error unless one issue of the error has this pointer, and this code if one is given */
export function checkIssue(error: SmpError, pointer: string, code?: string): SmpIssue {
  const issue = error.issues?.find((one) => one.pointer === pointer && (code === undefined || one.code === code));
  return present(issue, `issues should name “${pointer}”${code ? ` with ${code}` : ''}, not ${show(error.issues)}`);
}

/** Freezes plain data all the way down, so that whoever changes it fails at once. */
export function frozen<T>(value: T): T {
  if (Array.isArray(value) || isPlainObject(value)) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

function difference(actual: unknown, expected: unknown, path: string): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (Array.isArray(actual) !== Array.isArray(expected)) return path;
  if (!isObject(actual) || !isObject(expected)) return path;
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  for (const key of keys) {
    // An absent field and an undefined one are the same on the wire.
    const place = difference(actual[key], expected[key], `${path}/${key}`);
    if (place !== undefined) return place;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}

function isThenable(value: unknown): boolean {
  return isObject(value) && typeof value['then'] === 'function';
}

function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? String(value) : text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
