import * as z from 'zod/mini';
import { isPlainDate } from './plain-date.js';

const format = (name: string, isOne: (text: string) => boolean) =>
  z.string().check(
    z.check<string>(({ value: input, issues }) => {
      if (!isOne(input)) issues.push({ code: 'invalid_format', format: name, input });
    }),
  );

/** A calendar date as `YYYY-MM-DD`, without time or zone. Text order is date order. */
export const PlainDate = /* @__PURE__ */ format('date', isPlainDate);
export type PlainDate = z.infer<typeof PlainDate>;

/** A moment as RFC 3339 text with its offset: `2026-12-01T13:00:00-07:00`. */
export const Instant = /* @__PURE__ */ format(
  'date-time',
  (text) =>
    isPlainDate(text.slice(0, 10)) &&
    /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text.slice(10)),
);
export type Instant = z.infer<typeof Instant>;

/** Wall-clock time of day as `HH:mm`, 24 hours. */
export const LocalTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type LocalTime = z.infer<typeof LocalTime>;

/**
 * IANA time-zone name, by form only: the visitor's own zone data may be older than the clinic's,
 * so a name that it does not know is still a good name.
 */
export const TimeZoneName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/));
export type TimeZoneName = z.infer<typeof TimeZoneName>;

/** Offset from UTC as `+HH:mm` or `-HH:mm`. */
export const UtcOffset = z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/));
export type UtcOffset = z.infer<typeof UtcOffset>;
