import type { BookingDraft } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import { serviceLimits, type ServiceLimits } from '../domain/consultation/service-limits.js';
import type { CourseMemory } from '../domain/course/course-memory.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import { partOfDay } from '../domain/course/part-of-day.js';
import type { ManagedBooking } from '../domain/managed-booking.js';
import type { CancelRequest } from '../domain/management-request.js';
import { daysBetween } from '../domain/time/plain-date.js';
import type { AdapterCapabilities } from '../adapters/adapter.js';
import type { OperationLog } from '../scheduling/operation.js';
import type { ScheduledWriteOptions, Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type { CourseNews, CourseSessionState, CourseState } from './course-state.js';
import { NO_TIMES } from './slot-calendar.js';
import { NOTHING_SAID, VisitRecord, type VisitCalls, type VisitOptions, type VisitPreset } from './visit-record.js';

/** What a course asks of the backend. `bookCourse` is called with the capability `courses`, the last two with `management`. */
export interface CourseScheduler extends Pick<Scheduler, VisitCalls> {
  capabilities(
    clinic?: Pick<Clinic, 'capabilities'>,
  ): Pick<AdapterCapabilities, 'holds' | 'management' | 'waitlist'> & { readonly courses?: boolean };
  bookCourse(draft: CourseDraft, options: ScheduledWriteOptions): Promise<WriteOutcome<Course>>;
  cancel(request: CancelRequest, options: ScheduledWriteOptions): Promise<WriteOutcome<ManagedBooking>>;
  /** @throws SmpError */
  getBooking(token: string): Promise<ManagedBooking>;
}

/** The backend as a course uses it. */
export interface CourseBackend {
  readonly scheduler: CourseScheduler;
  readonly operations: Pick<OperationLog, 'begin' | 'conclude'>;
}

/** What the page fixes or fills in beforehand. */
export interface CoursePreset extends VisitPreset {
  /** Id of the only offer that can be chosen. */
  readonly offer?: string | undefined;
}

/** What a course is given by the page. */
export type CourseFlowOptions = VisitOptions<CourseMemory, CourseDraft>;

const RANK: readonly ServiceLimits['booking'][] = ['open', 'request', 'after-consultation', 'none'];

/** A course of sessions. */
export interface CourseKind {
  readonly state: CourseState;
  readonly news: CourseNews;
  readonly options: CourseFlowOptions;
  readonly preset: CoursePreset;
  readonly backend: CourseBackend;
  readonly progress: CourseMemory['progress'];
}

/** What stands of a course. */
export type CourseRecord = VisitRecord<CourseKind>;

/** A course of which nothing is chosen yet. */
export const courseRecord = (options: CourseFlowOptions): CourseRecord =>
  new VisitRecord(
    options,
    {
      ...NOTHING_SAID,
      status: 'loading',
      step: 'offer',
      offers: [],
      calendar: NO_TIMES,
      sessions: [],
      planning: 'idle',
      standing: [],
    },
    { limits: courseLimits, memory: memoryOf },
  );

/** What a consultation and a patch test leave of the chosen offer. */
function courseLimits({ state: { clinic, offer }, preset }: CourseRecord): ServiceLimits {
  const all = (offer?.sessions ?? []).map(({ service }) =>
    serviceLimits(clinic?.services.find(({ id }) => id === service)?.kind, preset.enquiry),
  );
  const booking = RANK[Math.max(0, ...all.map((one) => RANK.indexOf(one.booking)))] ?? 'open';
  const from = all.reduce((last, one) => ((one.from ?? '') > last ? (one.from ?? '') : last), '');
  const leadHours = Math.max(offer?.patchTestHours ?? 0, ...all.map((one) => one.leadHours ?? 0));
  return { booking, ...(from && { from }), ...(leadHours > 0 && { leadHours }) };
}

function memoryOf({ offer, sessions, standing }: CourseState, progress: CourseMemory['progress']): object | undefined {
  const kept = sessions.flatMap(({ slot, hold }) => (slot ? [{ slot, hold }] : []));
  if (!offer || kept.length < offer.sessions.length) return undefined;
  return {
    offer: offer.id,
    sessions: kept,
    progress,
    ...(standing.length > 0 && { standing: standing.map(({ booking }) => booking) }),
  };
}

/** Was booking put off with some sessions standing, and nothing unheard of? Then they can be cancelled as well. */
export const isPaused = ({ state: { standing, unclear }, unresolved }: CourseRecord): boolean =>
  unresolved && standing.length > 0 && unclear === undefined;

/** Sets the sessions, with what follows from their times. */
export function setSessions(
  record: CourseRecord,
  sessions: readonly CourseSessionState[],
  patch: Partial<CourseState> = {},
): void {
  record.set({
    ...patch,
    sessions: sessions.map(({ partOfDay: _part, daysAfter: _days, ...session }, index) => {
      const { slot } = session;
      const before = sessions[index - 1]?.slot;
      return {
        ...session,
        ...(slot && { partOfDay: partOfDay(slot.localTime) }),
        ...(slot && before && { daysAfter: daysBetween(before.localDate, slot.localDate) }),
      };
    }),
  });
}

/** What books one session of a draft. */
export function sessionDraft<Draft extends Omit<CourseDraft, 'consents'>>(
  draft: Draft,
  index: number,
): (Omit<Draft, 'course' | 'sessions'> & Pick<BookingDraft, 'service' | 'slotId' | 'hold'>) | undefined {
  const { course: _course, sessions, ...rest } = draft;
  const session = sessions[index];
  return session && { ...rest, ...session };
}
