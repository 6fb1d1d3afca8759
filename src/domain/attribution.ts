import * as z from 'zod/mini';

const Value = z.optional(z.string().check(z.maxLength(500)));

/** Where a visitor came from, as the page's address and referrer tell. Never read from or kept in a cookie. */
export const Attribution = z.object({
  utm_source: Value,
  utm_medium: Value,
  utm_campaign: Value,
  utm_term: Value,
  utm_content: Value,
  gclid: Value,
  gbraid: Value,
  wbraid: Value,
  fbclid: Value,
  msclkid: Value,
  /** Origin and path of the page before, without its query. */
  referrer: Value,
  /** Path of the page the widget stands on, without its query. */
  landingPath: Value,
});
export type Attribution = z.infer<typeof Attribution>;
