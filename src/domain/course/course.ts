import * as z from 'zod/mini';
import { Booking, BookingDraft } from '../booking.js';
import { HoldProof } from '../hold.js';
import { Id, ShortText } from '../text.js';
import { MAX_COURSE_SESSIONS, MIN_COURSE_SESSIONS } from './course-offer.js';
import { SessionGap } from './session-gap.js';
import { WholeNumber } from '../whole-number.js';

/** One session of a course as it is asked for. */
export const CourseSession = z.object({
  service: Id,
  slotId: Id,
  /** The hold on that slot, when the backend has holds. */
  hold: z.optional(HoldProof),
});
export type CourseSession = z.infer<typeof CourseSession>;

const { service: _service, slotId: _slotId, hold: _hold, ...whole } = BookingDraft.shape;

/** All that is sent to book a course: every session or none. */
export const CourseDraft = z.object({
  ...whole,
  /** The offer's id. */
  course: Id,
  /** In order of time. */
  sessions: z.array(CourseSession).check(z.minLength(MIN_COURSE_SESSIONS), z.maxLength(MAX_COURSE_SESSIONS)),
});
export type CourseDraft = z.infer<typeof CourseDraft>;

/** A course as the backend has stored it. */
export const Course = z.object({
  courseId: Id,
  /** Short, readable aloud, unique within the clinic. */
  reference: ShortText,
  /** The offer's id. */
  course: Id,
  /** In order of time. */
  sessions: z.array(Booking).check(z.minLength(MIN_COURSE_SESSIONS), z.maxLength(MAX_COURSE_SESSIONS)),
  gapDays: SessionGap,
  /** Rises by one with each change of any session. */
  version: WholeNumber.check(z.minimum(1)),
  /** Lets the visitor change all sessions later; belongs in an address's fragment only. */
  manageToken: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
});
export type Course = z.infer<typeof Course>;
