import { bookCourse } from '../scheduling/courses.js';
import { cancel } from '../scheduling/management-changes.js';
import { getBooking } from '../scheduling/management.js';
import type { ClinicBackend } from './clinic-backend.js';
import type { CourseBackend } from './course-record.js';

/** A clinic's backend as a course uses it. */
export function courseBackend({ scheduler, operations }: ClinicBackend): CourseBackend {
  return {
    operations,
    scheduler: {
      capabilities: (clinic) => scheduler.capabilities(clinic),
      listSlots: (query, options) => scheduler.listSlots(query, options),
      holdSlot: (request, options) => scheduler.holdSlot(request, options),
      extendHold: (hold, options) => scheduler.extendHold(hold, options),
      releaseHold: (hold) => scheduler.releaseHold(hold),
      createBooking: (draft, options) => scheduler.createBooking(draft, options),
      joinWaitlist: (request, options) => scheduler.joinWaitlist(request, options),
      bookCourse: (draft, options) => bookCourse(scheduler, draft, options),
      cancel: (request, options) => cancel(scheduler, request, options),
      getBooking: (token) => getBooking(scheduler, token),
    },
  };
}
