import type { Queries } from './database.js';

/** What the clinic makes of a request for a time. */
export type Decision = 'confirm' | 'decline';

const OUTCOMES = {
  confirm: { status: 'confirmed', event: 'booking.confirmed' },
  decline: { status: 'cancelled', event: 'booking.declined' },
} as const satisfies Record<Decision, unknown>;

/**
 * Decides on a request, and on all sessions that were asked for with it. Its owner is told, and reminded from then on or
 * no more. What is decided already stays.
 * @param now milliseconds since 1970
 * @returns how many visits it was about
 */
export async function decideRequest(queries: Queries, id: string, decision: Decision, now: number): Promise<number> {
  const { status, event } = OUTCOMES[decision];
  const rows = await queries.query(
    `with changed as (
       update booking set status = $2, version = version + 1, updated_at = clock_timestamp(),
         cancelled_at = case when $2 = 'cancelled' then now() end
       where status = 'requested'
         and (id = $1::uuid or course_id = (select course_id from booking where id = $1::uuid))
       returning id)
     insert into outbox (kind, ref, created_at)
     select $3, id, to_timestamp($4::float8) from changed returning true`,
    [id, status, event, now / 1000],
  );
  return rows.length;
}
