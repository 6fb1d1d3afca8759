import { Course, CourseDraft } from '../domain/course/course.js';
import { reader } from './scheduler.js';
import type { ScheduledWriteOptions, Scheduler, WriteKind } from './scheduler.js';
import type { WriteOutcome } from './write-outcome.js';

const BOOK: WriteKind<CourseDraft, Course> = {
  method: 'bookCourse',
  schema: CourseDraft,
  read: reader(Course, 'The course'),
};

/** Books all sessions of a course or none. Apart from the Scheduler: a page that books single times loads none of this. */
export function bookCourse(
  scheduler: Scheduler,
  draft: CourseDraft,
  options: ScheduledWriteOptions,
): Promise<WriteOutcome<Course>> {
  return scheduler.write(BOOK, draft, options);
}
