import { randomUUID } from 'node:crypto';
import {
  checkCourse,
  managedVersion,
  slotTakenAt,
  type BookingDraft,
  type Course,
  type CourseDraft,
} from 'smp-widgets/server';
import type { Opened } from './clinic-book.js';
import type { Queries, Row } from './database.js';
import { drawReference } from './diary.js';
import type { Signer } from './manage-token.js';
import { bookingOf, VISIT_COLUMNS, type Visit } from './visit.js';

/** Books one session within the transaction. @throws SmpError */
export type BookSession = (draft: BookingDraft, id: string) => Promise<Visit>;

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
  const offer = checkCourse({ course, sessions }, opened.clinic);
  await transaction.query('savepoint before_course');
  try {
    await transaction.query(
      `insert into course (id, offer_id, reference, gap_min_days, gap_default_days, gap_max_days, deposit)
       values ($1::uuid, $2, $3, $4, $5, $6, $7::text::jsonb)`,
      [
        id,
        course,
        drawReference(),
        offer.gapDays.min,
        offer.gapDays.default,
        offer.gapDays.max,
        offer.deposit ? JSON.stringify(offer.deposit) : null,
      ],
    );
    const visits: Visit[] = [];
    for (const [index, session] of sessions.entries()) {
      const visit = await bookSession({ ...rest, ...session }, randomUUID()).catch((error: unknown) => {
        throw slotTakenAt(`/sessions/${index}`, error);
      });
      visits.push(visit);
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

/** What a course goes by, `SMP-7K3Q9F`; `undefined` without a course. */
export async function readCourseReference(queries: Queries, id: string | null): Promise<string | undefined> {
  const [row] = await queries.query<{ reference: string }>('select reference from course where id = $1::uuid', [id]);
  return row?.reference;
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
    version: managedVersion(sessions),
    // The last session's is good for the longest time.
    ...(last !== undefined && { manageToken: last }),
  };
}
