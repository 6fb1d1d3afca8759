import * as z from 'zod/mini';
import { Booking } from '../booking.js';
import { ConsentPurpose, GivenConsent } from '../consultation/consent.js';
import { Hold } from '../hold.js';
import { SentVisit } from '../sent-visit.js';
import { Slot } from '../slot.js';
import { Id } from '../text.js';
import { MAX_COURSE_SESSIONS, MIN_COURSE_SESSIONS } from './course-offer.js';

const Typed = z.optional(z.string().check(z.maxLength(300)));

/**
 * What outlives a reload of the page on which a course is booked: the plan and the contact details, for half an hour, in
 * this tab only. The free note is left out, since people write about their health in it.
 */
export const CourseMemory = z.object({
  /** The clinic's id. */
  clinic: Id,
  offer: Id,
  practitioner: z.optional(Id),
  location: z.optional(Id),
  sessions: z
    .array(z.object({ slot: Slot, hold: z.optional(Hold) }))
    .check(z.minLength(MIN_COURSE_SESSIONS), z.maxLength(MAX_COURSE_SESSIONS)),
  name: Typed,
  email: Typed,
  phone: Typed,
  /** Purposes of the consents that were given. */
  granted: z.optional(z.array(ConsentPurpose)),
  /** The consent to privacy that was given with a consultation. */
  privacy: z.optional(GivenConsent),
  /** `sent`: no answer had come yet. `undoing`: its sessions were being cancelled again, or could not be. Absent: neither. */
  progress: z.optional(z.enum(['sent', 'undoing'])),
  /** What went along with what was sent. */
  sent: z.optional(SentVisit),
  /** The first sessions, where they are booked one by one and stand already. */
  standing: z.optional(z.array(Booking).check(z.maxLength(MAX_COURSE_SESSIONS))),
});
export type CourseMemory = z.infer<typeof CourseMemory>;
