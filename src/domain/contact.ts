import * as z from 'zod/mini';

/** How to reach a visitor. */
export const Contact = z.object({
  /** Full name, 1–120 characters. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** Email address, at most 254 characters. Checked by form only: something@something.tld. */
  email: z.string().check(z.trim(), z.maxLength(254), z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/)),
  /** Phone number as typed: 7–15 digits, with an optional leading +, spaces, dots, brackets, dashes. */
  phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?(?:[\s().\-/]*\d){7,15}[\s().\-/]*$/))),
});
export type Contact = z.infer<typeof Contact>;
