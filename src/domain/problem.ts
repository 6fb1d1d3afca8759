import * as z from 'zod/mini';
import { SMP_ERROR_CODES } from './errors.js';
import { Slot } from './slot.js';
import { Instant } from './time/instant.js';
import { WholeNumber } from './whole-number.js';

/**
 * What a refusal on the wire may be called: every error code, and two that only the wire knows. `key-reused`: this
 * operation id came with other content before. `key-in-progress`: the same operation is still being carried out.
 */
export const PROBLEM_CODES = [...SMP_ERROR_CODES, 'key-reused', 'key-in-progress'] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * One thing that is wrong in a request. `pointer` is a JSON pointer into the body (`/contact/email`); a query or path
 * parameter is `/name`, a header `/header/name`, the request as a whole the empty text.
 */
export const ProblemIssue = z.object({
  pointer: z.string().check(z.maxLength(400)),
  code: z.string().check(z.minLength(1), z.maxLength(60)),
});
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** The body of every answer that is not a success: `application/problem+json`, RFC 9457. */
export const Problem = z.object({
  /** `urn:smp-widgets:problem:` and the code. */
  type: z.string(),
  /** For developers, always the same words for the same code. Never shown to visitors. */
  title: z.string(),
  status: WholeNumber.check(z.minimum(400), z.maximum(599)),
  code: z.enum(PROBLEM_CODES),
  /** What exactly was wrong with the request, for developers. */
  detail: z.optional(z.string()),
  /** Wait this long before trying again, in milliseconds; the same as `Retry-After`, which scripts often can't read. */
  retryAfterMs: z.optional(WholeNumber.check(z.minimum(0))),
  errors: z.optional(z.array(ProblemIssue).check(z.maxLength(20))),
  /** Nearest free slots, with `slot-taken`. */
  alternatives: z.optional(z.array(Slot).check(z.maxLength(10))),
  /** The server's clock when it answered. */
  serverTime: Instant,
});
export type Problem = z.infer<typeof Problem>;
