import { managedVersion } from 'smp-widgets/server';
import type { Database, Row } from './database.js';

/** What the clinic makes of a request for a time. */
export type Decision = 'confirm' | 'decline';

const OUTCOMES = {
  confirm: { status: 'confirmed', event: 'booking.confirmed' },
  decline: { status: 'cancelled', event: 'booking.declined' },
} as const satisfies Record<Decision, unknown>;

/** `before`: there was nothing to decide any more. `changed`: the client has changed it since it was looked at. */
export type Decided = { readonly count: number } | 'before' | 'changed';

interface SessionRow extends Row {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

/**
 * Decides on a request, and on all sessions that were asked for with it. Its owner is told, and reminded from then on or
 * no more. What is decided already stays.
 * @param version what is decided on, as the list had it: it rises with each change of each session
 * @param now milliseconds since 1970
 */
export async function decideRequest(
  database: Database,
  id: string,
  { decision, version }: { readonly decision: Decision; readonly version: number },
  now: number,
): Promise<Decided> {
  const { status, event } = OUTCOMES[decision];
  return database.transaction(async (transaction) => {
    // In the order in which a client's change locks them.
    const sessions = await transaction.query<SessionRow>(
      `select id::text as id, version, status from booking
       where id = $1::uuid or course_id = (select course_id from booking where id = $1::uuid)
       order by starts_at, booking.id for update`,
      [id],
    );
    const requested = sessions.filter((one) => one.status === 'requested').map((one) => one.id);
    if (requested.length === 0) return 'before';
    if (managedVersion(sessions) !== version) return 'changed';
    await transaction.query(
      `with changed as (
         update booking set status = $2, version = version + 1, updated_at = clock_timestamp(),
           cancelled_at = case when $2 = 'cancelled' then now() end
         where id = any ($1::uuid[])
         returning id)
       insert into outbox (kind, ref, created_at)
       select $3, id, to_timestamp($4::float8) from changed`,
      [requested, status, event, now / 1000],
    );
    return { count: requested.length };
  });
}
