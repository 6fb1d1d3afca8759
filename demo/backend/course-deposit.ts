import { CourseDeposit, dueDeposit, offersOf, type Booking, type Clinic, type DueDeposit } from 'smp-widgets/server';
import type { Queries, Row } from './database.js';

interface DepositRow extends Row {
  readonly offer_id: string;
  readonly reference: string;
  readonly deposit: unknown;
}

/**
 * What is to be paid for a course at this moment: what was asked for when it was booked, at the address that the clinic's
 * payment page has today. Nothing once the clinic has had it.
 * @param sessions all of the course's
 * @param now milliseconds since 1970
 */
export async function readDueDeposit(
  queries: Queries,
  courseId: string,
  { clinic, sessions, now }: { clinic: Clinic; sessions: readonly Booking[]; now: number },
): Promise<DueDeposit | undefined> {
  const [row] = await queries.query<DepositRow>(
    `select offer_id, reference, deposit from course
     where id = $1::uuid and deposit is not null and deposit_received_at is null`,
    [courseId],
  );
  const { data: agreed } = CourseDeposit.safeParse(row?.deposit);
  if (!row || !agreed) return undefined;
  const today = offersOf(clinic).find(({ id }) => id === row.offer_id)?.deposit;
  const url = today?.url ?? agreed.url;
  return dueDeposit({ ...agreed, ...(url !== undefined && { url }) }, { reference: row.reference, sessions }, now);
}

/**
 * Notes that the clinic has had the deposit of a course, or that it has not after all. Nobody is told.
 * @param now milliseconds since 1970; the first moment stays
 * @returns whether there is such a deposit
 */
export async function noteDeposit(
  queries: Queries,
  courseId: string,
  received: boolean,
  now: number,
): Promise<boolean> {
  const rows = await queries.query(
    `update course set deposit_received_at = case when $2 then coalesce(deposit_received_at, to_timestamp($3::float8)) end
     where id = $1::uuid and deposit is not null returning true`,
    [courseId, received, now / 1000],
  );
  return rows.length > 0;
}
