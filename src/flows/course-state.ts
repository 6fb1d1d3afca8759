import type { Booking } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { CourseOffer, SessionRole } from '../domain/course/course-offer.js';
import type { DateIssue, PlanProblem } from '../domain/course/course-plan.js';
import type { Course } from '../domain/course/course.js';
import type { PartOfDay } from '../domain/course/part-of-day.js';
import type { SmpError } from '../domain/errors.js';
import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { AskedConsent, BookingDetails, BookingIssue, WriteProgress } from './booking-state.js';
import type { SlotCalendarState } from './slot-calendar.js';

/**
 * One page of booking a course. `session`: another time for one session. `remains`: the course was not booked, and some
 * of its sessions stand all the same.
 */
export type CourseStep =
  'offer' | 'first' | 'plan' | 'session' | 'details' | 'check' | 'confirmed' | 'remains' | 'waitlist' | 'waitlisted';

/** One session of the chosen course, in order. */
export interface CourseSessionState {
  readonly service: string;
  readonly role?: SessionRole;
  /** Its length, as the service says. */
  readonly durationMinutes: number;
  /** Absent: not planned yet, or no time was found. */
  readonly slot?: Slot;
  readonly partOfDay?: PartOfDay;
  /** Days since the session before, by the clinic's dates. */
  readonly daysAfter?: number;
  /** Present while it is kept for the visitor, as far as is known. */
  readonly hold?: Hold;
  /** Its time is another than the visitor last saw. `lost`: somebody else took it. `moved`: another session moved. */
  readonly notice?: 'lost' | 'moved';
  /** The time before `notice`. */
  readonly earlier?: Slot;
}

/** A session that stands though its course does not, and why it was not cancelled, once that was tried. */
export interface StandingSession {
  /** Position in the course, from 0. */
  readonly index: number;
  readonly booking: Booking;
  /**
   * `unavailable`: it can't be cancelled online. `refused`: the backend said no. `unclear`: no answer came, so that it
   * may be cancelled; `undo` asks again. Absent: nobody has tried.
   */
  readonly cancellation?: 'unavailable' | 'refused' | 'unclear';
}

/** A course that is booked: all of its sessions. */
export interface BookedCourse {
  readonly sessions: readonly Booking[];
  /** Where the backend books courses as one. Otherwise each session has a reference and a token of its own. */
  readonly course?: Course;
}

/** All that a page for booking a course shows. */
export interface CourseState {
  /** `failed`: no course can be booked here; `error` tells why. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly step: CourseStep;
  readonly clinic?: Clinic;
  readonly offers: readonly CourseOffer[];
  /** Id of the offer that fits what the visitor said of the hair loss. To be preselected, not to be pressed. */
  readonly suggested?: string;
  /** The chosen one. */
  readonly offer?: CourseOffer;
  readonly practitioner?: string;
  readonly location?: string;
  /** Free times of the first session, or of the one that is to be at another time. */
  readonly calendar: SlotCalendarState;
  /** The date that the calendar is turned to. */
  readonly cursor?: PlainDate;
  /** The date whose times are shown. */
  readonly date?: PlainDate;
  /** The time that is chosen in the calendar, not yet in the plan. */
  readonly slot?: Slot;
  /** Why `date` can't be taken. */
  readonly dateIssue?: DateIssue;
  /** Position of the session that is to be at another time, from 0, on the page `session`. */
  readonly changing?: number;
  readonly sessions: readonly CourseSessionState[];
  readonly planning: 'idle' | 'loading' | 'failed';
  /** Why there is no plan. */
  readonly problem?: PlanProblem;
  /** Whole seconds left of the hold that ends first; 0 once it has run out, or without holds. */
  readonly secondsLeft: number;
  readonly extendable: boolean;
  readonly details: BookingDetails;
  readonly consents: readonly AskedConsent[];
  readonly issues: readonly BookingIssue[];
  readonly holding: WriteProgress;
  /** On the page `remains`: how far cancelling has come. */
  readonly submission: WriteProgress;
  /** With `submission: 'unresolved'`, where sessions are booked one by one: the session of which nothing was heard. */
  readonly unclear?: number;
  /** Sessions that are booked while the course is not: under way, unresolved, or left behind. */
  readonly standing: readonly StandingSession[];
  /** Sessions that were booked are cancelled again, since another could not be had; none stands. */
  readonly undone?: boolean;
  readonly booked?: BookedCourse;
  /** Why the last wish was not granted. */
  readonly error?: SmpError;
}

/** What a flow tells beside its state. */
export type CourseNews =
  | { readonly kind: 'step'; readonly step: CourseStep }
  /** The details hold something to put right. */
  | { readonly kind: 'issues' }
  /** The times of a date are shown. */
  | { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }
  | { readonly kind: 'selected'; readonly slot: Slot }
  /** All sessions have a time. `changed`: positions of those that were given another one unasked, from 0. */
  | { readonly kind: 'planned'; readonly changed: readonly number[] }
  /** No plan was found; the state tells why. */
  | { readonly kind: 'unplannable' }
  /** All sessions are kept for the visitor. */
  | { readonly kind: 'held' }
  /** Somebody else took the time of a session. */
  | { readonly kind: 'lost'; readonly session: number }
  | { readonly kind: 'hold-ending'; readonly secondsLeft: number }
  | { readonly kind: 'hold-expired' }
  | { readonly kind: 'refused'; readonly error: SmpError }
  /** The sessions that were booked are cancelled again; none stands. */
  | { readonly kind: 'undone' }
  /** Some sessions stand though the course does not. */
  | { readonly kind: 'remaining'; readonly sessions: readonly StandingSession[] }
  | { readonly kind: 'confirmed'; readonly booked: BookedCourse }
  | { readonly kind: 'waitlisted' }
  /** What the page names does not fit the clinic. */
  | { readonly kind: 'failed'; readonly error: SmpError };
