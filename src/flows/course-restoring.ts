import { CourseMemory } from '../domain/course/course-memory.js';
import { askedConsents } from './asked-consents.js';
import { defined } from './booking-request.js';
import { setSessions, type CourseRecord } from './course-record.js';
import { isAsNamed, recalled } from './kept-visit.js';

/**
 * After a reload the plan and the details come back. Times that were held are held again with the next step; a course
 * that had been sent is offered to be sent again, which tells whether it arrived. Did anything come back?
 */
export function restoreCourse(record: CourseRecord): boolean {
  let came = false;
  record.options.draft?.take((kept) => (came = goOn(record, kept)));
  return came;
}

/** Does this page go on with what was kept? */
function goOn(record: CourseRecord, kept: unknown): boolean {
  const { success, data } = CourseMemory.safeParse(kept);
  const { clinic, offers } = record.state;
  if (!success || data.clinic !== clinic?.id) return false;
  const offer = offers.find(({ id }) => id === data.offer);
  if (!offer || offer.sessions.length !== data.sessions.length) return false;
  const { practitioner, location, progress, standing = [] } = data;
  record.given = data.privacy;
  record.sent = data.sent;
  // Only what was sent already is bound to whom it was sent for.
  const planned = isAsNamed(record.preset, data) || progress !== undefined;
  record.set({
    consents: askedConsents(record, clinic),
    ...(planned && { offer }),
    ...(planned && practitioner !== undefined && { practitioner }),
    ...(planned && location !== undefined && { location }),
    details: recalled(record.state.details, data),
  });
  if (!planned) return false;
  setSessions(
    record,
    offer.sessions.map(({ service, role }, index) => ({
      service,
      ...(role && { role }),
      durationMinutes: clinic.services.find(({ id }) => id === service)?.durationMinutes ?? 0,
      ...defined(data.sessions[index] ?? {}),
    })),
  );
  if (!progress) {
    record.go('plan');
    return true;
  }
  record.detailsChecked = true;
  const made = standing.map((booking, index) => ({ index, booking }));
  if (progress === 'undoing') {
    // Which of them are cancelled by now is found out by asking again.
    record.set({
      submission: 'unresolved',
      standing: made.map((session) => ({ ...session, cancellation: 'unclear' as const })),
    });
    record.go('remains');
  } else {
    const whole = record.backend?.scheduler.capabilities(clinic).courses === true;
    record.set({ submission: 'unresolved', standing: made, ...(!whole && { unclear: made.length }) });
    record.go('check');
  }
  return true;
}
