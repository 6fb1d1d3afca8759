import * as z from 'zod/mini';

/** Opaque identifier given by a backend: 1–128 printable ASCII characters without spaces. */
export const Id = z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/));
export type Id = z.infer<typeof Id>;

/** One line of plain text for people, 1–200 characters. Never markup. */
export const ShortText = z.string().check(z.minLength(1), z.maxLength(200));
export type ShortText = z.infer<typeof ShortText>;

/** Plain text for people, up to 2,000 characters. Never markup. */
export const LongText = z.string().check(z.maxLength(2000));
export type LongText = z.infer<typeof LongText>;
