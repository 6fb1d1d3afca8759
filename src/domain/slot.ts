import * as z from 'zod/mini';
import { MAX_PAGE_SLOTS } from './slot-limits.js';
import { Id, ShortText } from './text.js';
import { Instant, LocalTime, PlainDate, TimeZoneName, UtcOffset } from './time/instant.js';

/**
 * A time that can be booked. The instant gives the order; `localDate` and `localTime` are the clinic's own wall
 * clock as the server wrote it, and are what people are shown: the visitor's zone data may be out of date.
 */
export const Slot = z.object({
  /** Opaque; handed back unchanged to hold or book. */
  id: Id,
  start: Instant,
  end: Instant,
  localDate: PlainDate,
  localTime: LocalTime,
  timeZone: TimeZoneName,
  offset: UtcOffset,
  /** Practitioner's id. Absent: whoever is free. */
  practitioner: z.optional(Id),
  /** Location's id. Absent for video and phone. */
  location: z.optional(Id),
  /** Only in an hour that happens twice: 0 the first time, 1 the second. */
  fold: z.optional(z.literal([0, 1])),
});
export type Slot = z.infer<typeof Slot>;

/** Asks for the free times of one service. */
export const SlotQuery = z.object({
  service: Id,
  /** Absent: anyone. */
  practitioner: z.optional(Id),
  /** Absent: any location. */
  location: z.optional(Id),
  /** First clinic date. Default: today at the clinic, by the server's clock. */
  from: z.optional(PlainDate),
  /** Last clinic date, inclusive, at most 61 days after `from`. Default: 34 days after `from`. */
  to: z.optional(PlainDate),
  /** `next` of the page before. */
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
});
export type SlotQuery = z.infer<typeof SlotQuery>;

export { DEFAULT_QUERY_DAYS, MAX_PAGE_SLOTS, MAX_QUERY_DAYS } from './slot-limits.js';

/** Free times between two clinic dates, in order of their instant. */
export const SlotPage = z.object({
  timeZone: TimeZoneName,
  /** The time-zone data release the server counts by, for diagnosis: `2026c`. */
  tzdb: z.optional(ShortText),
  /** The clinic's date today by the server's clock. */
  today: PlainDate,
  from: PlainDate,
  to: PlainDate,
  slots: z.array(Slot).check(z.maxLength(MAX_PAGE_SLOTS)),
  /** When the server looked. */
  asOf: Instant,
  /** More slots of the same query: ask again with this as `cursor`. */
  next: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
  /**
   * First clinic date after `to` that has a free time. `null`: none in the whole booking window.
   * Absent: the backend can't tell, so the next dates have to be asked for.
   */
  nextAvailable: z.optional(z.union([PlainDate, z.literal(null)])),
});
export type SlotPage = z.infer<typeof SlotPage>;
