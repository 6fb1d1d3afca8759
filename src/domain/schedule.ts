import * as z from 'zod/mini';
import { Id, ShortText } from './text.js';
import { LocalTime, PlainDate } from './time/instant.js';
import { WholeNumber } from './whole-number.js';

/** End of a stretch of a day, `HH:mm` up to `24:00`. */
export const ClosingTime = z.string().check(z.regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/));
export type ClosingTime = z.infer<typeof ClosingTime>;

const Weekday = WholeNumber.check(z.minimum(1), z.maximum(7));
const inOrder = z.refine<{ from: string; to: string }>((hours) => hours.from < hours.to, { path: ['to'] });

/** A stretch of every week, on the clinic's clock, in which a practitioner receives clients. */
export const OpeningHours = z
  .object({
    /** 1 is Monday, 7 is Sunday. */
    weekday: Weekday,
    from: LocalTime,
    /** Later than `from`; `24:00` is the end of the day. */
    to: ClosingTime,
    /** Where. Absent: nowhere, so only video and phone (or a clinic without locations). */
    location: z.optional(Id),
  })
  .check(inOrder);
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A stretch of every week that is kept free, wherever the practitioner is. */
export const Break = z.object({ weekday: Weekday, from: LocalTime, to: ClosingTime }).check(inOrder);
export type Break = z.infer<typeof Break>;

/** When one practitioner works. */
export const PractitionerSchedule = z.object({
  practitioner: Id,
  hours: z.array(OpeningHours).check(z.maxLength(200)),
  breaks: z.optional(z.array(Break).check(z.maxLength(100))),
});
export type PractitionerSchedule = z.infer<typeof PractitionerSchedule>;

/** Clinic dates without appointments. */
export const DaysOff = z
  .object({
    from: PlainDate,
    /** Last date, inclusive. */
    to: PlainDate,
    /** Absent: everyone. */
    practitioner: z.optional(Id),
    /** Absent: everywhere, video and phone too. */
    location: z.optional(Id),
    /** For the clinic's own eyes. */
    reason: z.optional(ShortText),
  })
  .check(z.refine((days) => days.from <= days.to, { path: ['to'] }));
export type DaysOff = z.infer<typeof DaysOff>;

const Minutes = WholeNumber.check(z.minimum(0), z.maximum(1440));

/** How times are cut for one service. */
export const ServiceRules = z.object({
  /** Time between one start and the next. Default: the clinic's. */
  stepMinutes: z.optional(WholeNumber.check(z.minimum(5), z.maximum(1440))),
  /** Time kept free before and after, for setting up and cleaning. Default 0. May reach into breaks and closing time. */
  bufferBeforeMinutes: z.optional(Minutes),
  bufferAfterMinutes: z.optional(Minutes),
  /** Default: the clinic's. */
  noticeMinutes: z.optional(WholeNumber.check(z.minimum(0), z.maximum(525_600))),
});
export type ServiceRules = z.infer<typeof ServiceRules>;

/** How far ahead and how finely times are offered. */
export const BookingRules = z.object({
  /** Time between one start and the next, counted from each opening and from the end of each break. Default 30. */
  stepMinutes: z.optional(WholeNumber.check(z.minimum(5), z.maximum(1440))),
  /** The latest moment to book is this long before the start. Default 0. */
  noticeMinutes: z.optional(WholeNumber.check(z.minimum(0), z.maximum(525_600))),
  /** The furthest start is this many times 24 hours from now. Default 180. */
  windowDays: z.optional(WholeNumber.check(z.minimum(1), z.maximum(1100))),
  /** By service id. */
  services: z.optional(z.record(Id, ServiceRules)),
});
export type BookingRules = z.infer<typeof BookingRules>;

/** When a clinic can be booked: what the availability is worked out from. */
export const ClinicSchedule = z.object({
  practitioners: z.array(PractitionerSchedule).check(z.maxLength(200)),
  daysOff: z.optional(z.array(DaysOff).check(z.maxLength(2000))),
  rules: z.optional(BookingRules),
});
export type ClinicSchedule = z.infer<typeof ClinicSchedule>;
