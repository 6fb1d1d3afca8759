import * as z from 'zod/mini';
import { isSmpError, type SmpError } from '../domain/errors.js';
import { ProblemIssue, type Problem } from '../domain/problem.js';
import { Slot } from '../domain/slot.js';
import { Refusal, STATUS, TITLES, type RefusalOptions } from './refusal.js';

const DAY_MS = 86_400_000;
const Issues = z.array(ProblemIssue).check(z.maxLength(20));
const Alternatives = z.array(Slot).check(z.maxLength(10));

function wellFormed<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> | undefined {
  return z.safeParse(schema, value).data;
}

function fromSmpError(error: SmpError): Refusal {
  const issues = wellFormed(Issues, error.issues);
  const alternatives = wellFormed(Alternatives, error.alternatives);
  const { retryAfterMs } = error;
  const options: RefusalOptions = {
    cause: error,
    ...(issues && { issues }),
    ...(alternatives && { alternatives }),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 && { retryAfterMs: Math.min(retryAfterMs, DAY_MS) }),
  };
  if (error.code === 'validation' && issues?.some(({ code }) => code === 'key-reused')) {
    return new Refusal(422, 'key-reused', options);
  }
  if (error.code === 'unknown' && issues?.some(({ code }) => code === 'key-in-progress')) {
    return new Refusal(409, 'key-in-progress', options);
  }
  if (error.code === 'not-found' && issues?.some(({ code }) => code === 'gone')) {
    return new Refusal(410, 'not-found', options);
  }
  if (error.code === 'aborted') return new Refusal(503, 'timeout', options);
  if (error.code === 'invalid-config') return new Refusal(500, 'unknown', { cause: error });
  if (error.code === 'unknown' && error.retryable) return new Refusal(503, 'unknown', options);
  const code = Object.hasOwn(STATUS, error.code) ? error.code : 'unknown';
  return new Refusal(STATUS[code], code, options);
}

/** Whatever was thrown, as the refusal that is told to the client. Words of the adapter are never passed on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isSmpError(error)) return fromSmpError(error);
  return new Refusal(500, 'unknown', { cause: error });
}

/** The problem that a refusal becomes on the wire. */
export function problemOf({ status, code, options }: Refusal, serverTime: string): Problem {
  const { detail, issues, alternatives, retryAfterMs } = options;
  return {
    type: `urn:smp-widgets:problem:${code}`,
    title: TITLES[code],
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(retryAfterMs !== undefined && { retryAfterMs: Math.ceil(retryAfterMs) }),
    ...(issues && issues.length > 0 && { errors: [...issues] }),
    ...(alternatives && { alternatives: [...alternatives] }),
    serverTime,
  };
}
