import type { Clinic } from '../clinic.js';
import { isSmpError, SmpError } from '../errors.js';
import { parseSlotId } from '../slot-id.js';
import type { PlainDate } from '../time/plain-date.js';
import { wallTime } from '../time/zone.js';
import type { CourseDraft } from './course.js';
import type { CourseOffer } from './course-offer.js';
import { offersOf } from './course-offers.js';
import { gapIssue, type SessionGap } from './session-gap.js';
import { standingGap } from './standing-gap.js';

/**
 * The offer that a draft is of, once its sessions are the offer's and as far apart as they have to be.
 * @throws `not-found` (offer), `validation` with an issue at the session: `mismatch`, `too-soon`, `too-late`
 */
export function checkCourse(
  { course, sessions }: Pick<CourseDraft, 'course' | 'sessions'>,
  clinic: Clinic,
): CourseOffer {
  const offer = offersOf(clinic).find(({ id }) => id === course);
  if (!offer) throw new SmpError('not-found', 'No such course');
  const unlike = offer.sessions.findIndex(({ service }, index) => sessions[index]?.service !== service);
  if (unlike >= 0 || sessions.length !== offer.sessions.length) {
    const issues = [{ pointer: `/sessions/${Math.max(unlike, 0)}`, code: 'mismatch' }];
    throw new SmpError('validation', 'The sessions are not those of the course', { issues });
  }
  const dates = sessions.map(({ slotId }) => wallTime(clinic.timeZone, parseSlotId(slotId)?.start ?? 0).date);
  checkGaps(dates, offer.gapDays);
  return offer;
}

/** Does the clinic decide on a course? It does so on all of it in one go, where any session is on request. */
export function isCourseOnRequest({ sessions }: Pick<CourseDraft, 'sessions'>, { services }: Clinic): boolean {
  return services.some(
    ({ id, confirmation }) => confirmation === 'request' && sessions.some(({ service }) => service === id),
  );
}

/**
 * Checks how far apart the sessions of a course are.
 * @param dates of all sessions that stand, in order
 * @param stood their dates before a change: a distance that was out of bounds then is refused only if it gets worse
 * @throws `validation` with an issue at the session: `too-soon`, `too-late`
 */
export function checkGaps(dates: readonly PlainDate[], gapDays: SessionGap, stood: readonly PlainDate[] = []): void {
  for (const [session, date] of dates.entries()) {
    const [before, from, to] = [dates[session - 1], stood[session - 1], stood[session]];
    if (before === undefined) continue;
    const gap = from === undefined || to === undefined ? gapDays : standingGap(gapDays, from, to);
    const wrong = gapIssue([before, date], gap);
    if (!wrong) continue;
    const issues = [{ pointer: `/sessions/${session}`, code: wrong.issue }];
    throw new SmpError('validation', 'The sessions would be too near or too far', { issues });
  }
}

/** The refusal of one time among several, with where it stands in the request. Any other error is left as it is. */
export function slotTakenAt(pointer: string, error: unknown): unknown {
  if (!isSmpError(error, 'slot-taken')) return error;
  const { message, alternatives = [] } = error;
  return new SmpError('slot-taken', message, { alternatives, issues: [{ pointer, code: 'slot-taken' }] });
}
