import type { Database } from './database.js';
import { tidyTouchUps } from './touch-up-record.js';
import { tidyWaitlist } from './waitlist.js';

/** What {@link tidy} found to do. */
export interface Tidied {
  /** Holds that had run out. */
  readonly expired: number;
  /** Spent holds that were forgotten. */
  readonly holds: number;
  /** Operation ids that were forgotten. */
  readonly operations: number;
  /** Wishes for touch-up reminders that are over. */
  readonly touchUps: number;
  /** Who did not confirm that they want to wait, and whom the clinic has taken off the list. */
  readonly waiting: number;
}

/** How long operation ids are kept, in hours: longer than any client goes on asking. */
const KEEP_OPERATIONS = 24;
/** Spent holds outlive the operations that lead to them. */
const KEEP_HOLDS = 48;

/**
 * Marks holds that have run out, and forgets what is of no use any more. Safe to run at any time, on any server.
 * @param now what touch-ups go by, in milliseconds since 1970; the rest goes by the database's clock
 */
export async function tidy(database: Database, now: number): Promise<Tidied> {
  const expired = await database.query(
    `update booking set status = 'expired', hold_expires_at = null, updated_at = hold_expires_at
     where id in (select id from booking where status = 'held' and hold_expires_at <= clock_timestamp()
                  for update skip locked)
     returning true`,
  );
  const holds = await database.query(
    `delete from booking where id in (
       select id from booking where status in ('expired', 'released')
         and updated_at < clock_timestamp() - make_interval(hours => ${KEEP_HOLDS})
       for update skip locked)
     returning true`,
  );
  const operations = await database.query(
    `delete from idempotency where created_at < clock_timestamp() - make_interval(hours => ${KEEP_OPERATIONS})
     returning true`,
  );
  const touchUps = await tidyTouchUps(database, now);
  const waiting = await tidyWaitlist(database);
  return { expired: expired.length, holds: holds.length, operations: operations.length, touchUps, waiting };
}
