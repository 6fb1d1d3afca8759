import { randomUUID } from 'node:crypto';
import {
  gapIssue,
  isSmpError,
  offersOf,
  parseSlotId,
  SmpError,
  wallTime,
  type BookingDraft,
  type Course,
  type CourseDraft,
  type CourseOffer,
} from 'smp-widgets/server';
import type { Opened } from './clinic-book.js';
import type { Queries, Row } from './database.js';
import { drawReference } from './diary.js';
import type { Signer } from './manage-token.js';
import { bookingOf, VISIT_COLUMNS, type Visit } from './visit.js';

/** Books one session within the transaction. @throws SmpError */
export type BookSession = (draft: BookingDraft, id: string) => Promise<Visit>;

/** The offer that a draft is of, if its sessions are the offer's. @throws `not-found`, `validation` */
function checked({ clinic }: Opened, { course, sessions }: CourseDraft): CourseOffer {
  const offer = offersOf(clinic).find(({ id }) => id === course);
  if (!offer) throw new SmpError('not-found', 'No such course');
  const unlike = offer.sessions.findIndex(({ service }, index) => sessions[index]?.service !== service);
  if (unlike >= 0 || sessions.length !== offer.sessions.length) throw wrong(Math.max(unlike, 0), 'mismatch');
  const dates = sessions.map(({ slotId }) => wallTime(clinic.timeZone, parseSlotId(slotId)?.start ?? 0).date);
  const gap = gapIssue(dates, offer.gapDays);
  if (gap) throw wrong(gap.session, gap.issue);
  return offer;
}

/**
 * Books all sessions of a course in one transaction: what is refused in the middle leaves nothing behind.
 * @returns the id of the course's row
 * @throws `not-found`, `validation`, `slot-taken` with an issue at the session
 */
export async function insertCourse(
  transaction: Queries,
  opened: Opened,
  { course, sessions, ...rest }: CourseDraft,
  id: string,
  bookSession: BookSession,
): Promise<readonly Visit[]> {
  const offer = checked(opened, { course, sessions, ...rest });
  await transaction.query('savepoint before_course');
  try {
    await transaction.query(
      `insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days)
       values ($1::uuid, $2, $3, $4, $5, $6)`,
      [id, course, drawReference(), offer.gapDays.min, offer.gapDays.default, offer.gapDays.max],
    );
    const visits: Visit[] = [];
    for (const [index, session] of sessions.entries()) {
      visits.push(await atSession(index, () => bookSession({ ...rest, ...session }, randomUUID())));
    }
    await transaction.query('update booking set course_id = $1::uuid where id = any ($2::uuid[])', [
      id,
      visits.map((visit) => visit.id),
    ]);
    await transaction.query('release savepoint before_course');
    return visits;
  } catch (error) {
    await transaction.query('rollback to savepoint before_course').catch(() => undefined);
    throw error;
  }
}

interface CourseRow extends Row {
  readonly offer_id: string;
  readonly reference: string;
  readonly gap: Course['gapDays'];
}

/** A course with its sessions as they stand. */
export async function readCourse(queries: Queries, id: string, signer: Signer): Promise<Course | undefined> {
  const [row] = await queries.query<CourseRow>(
    `select offer_id, reference,
       json_build_object('min', gap_min_days, 'default', gap_default_days, 'max', gap_max_days) as gap
     from course where id = $1::uuid`,
    [id],
  );
  if (!row) return undefined;
  const visits = await queries.query<Visit>(
    `select ${VISIT_COLUMNS} from booking where course_id = $1::uuid order by starts_at, booking.id`,
    [id],
  );
  const sessions = visits.map((visit) => bookingOf(visit, signer));
  const last = sessions.at(-1)?.manageToken;
  return {
    courseId: id,
    reference: row.reference,
    course: row.offer_id,
    sessions,
    gapDays: row.gap,
    version: sessions.reduce((sum, { version }) => sum + version - 1, 1),
    // The last session's is good for the longest time.
    ...(last !== undefined && { manageToken: last }),
  };
}

async function atSession<T>(index: number, book: () => Promise<T>): Promise<T> {
  try {
    return await book();
  } catch (error) {
    if (!isSmpError(error, 'slot-taken')) throw error;
    const { message, alternatives = [] } = error;
    const issues = [{ pointer: `/sessions/${index}`, code: 'slot-taken' }];
    throw new SmpError('slot-taken', message, { alternatives, issues });
  }
}

function wrong(session: number, code: string): SmpError {
  const issues = [{ pointer: `/sessions/${session}`, code }];
  return new SmpError('validation', 'This session can’t be part of the course', { issues });
}
