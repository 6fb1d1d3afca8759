import type { CourseDraft, Course } from '../domain/course/course.js';
import { SmpError } from '../domain/errors.js';
import { cancel, getBooking } from '../scheduling/management.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { ClinicBackend } from './clinic-backend.js';
import type { CourseBackend } from './course-record.js';

/** Books all sessions of a course or none, through a Scheduler. */
export type BookWhole = (
  scheduler: Scheduler,
  draft: CourseDraft,
  options: ScheduledWriteOptions,
) => Promise<WriteOutcome<Course>>;

/** A clinic's backend as a course uses it. Without `bookWhole` the sessions are booked one by one. */
export function courseBackend({ scheduler, operations }: ClinicBackend, bookWhole?: BookWhole): CourseBackend {
  return {
    operations,
    scheduler: {
      capabilities: (clinic) => {
        const { courses = false, ...others }: { readonly courses?: boolean; holds: boolean; management: boolean } =
          scheduler.capabilities(clinic);
        return { ...others, courses: courses && bookWhole !== undefined };
      },
      listSlots: (query, options) => scheduler.listSlots(query, options),
      holdSlot: (request, options) => scheduler.holdSlot(request, options),
      extendHold: (hold, options) => scheduler.extendHold(hold, options),
      releaseHold: (hold) => scheduler.releaseHold(hold),
      createBooking: (draft, options) => scheduler.createBooking(draft, options),
      bookCourse: (draft, options) =>
        bookWhole?.(scheduler, draft, options) ??
        Promise.resolve({
          status: 'refused',
          error: new SmpError('not-supported', 'Courses can not be booked as one'),
        }),
      cancel: (request, options) => cancel(scheduler, request, options),
      getBooking: (token) => getBooking(scheduler, token),
    },
  };
}
