import type { CourseDraft } from '../domain/course/course.js';

/** A course is about to be sent. `preventDefault()` keeps it from being sent. */
export class SmpCourseRequestedEvent extends Event {
  static readonly type = 'smp-course-requested';
  /** All that will be sent, contact details included. */
  readonly draft: CourseDraft;

  constructor(draft: CourseDraft) {
    super(SmpCourseRequestedEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.draft = draft;
  }
}

declare global {
  interface HTMLElementEventMap {
    'smp-course-requested': SmpCourseRequestedEvent;
  }
}
