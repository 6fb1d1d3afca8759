import { instantsOf, firstInstantFrom } from 'smp-widgets/server';
import { sqlState, type Database, type Queries, type Row } from './database.js';

/** What {@link followTimeZoneLaw} changed. */
export interface Moved {
  /** Visits whose instant is another one by this server's time-zone data. */
  readonly moved: number;
  /** Of these, visits that lie on another one now; the clinic has to settle them. */
  readonly displaced: number;
  /** Another server on this database has newer time-zone data, so nothing was changed. */
  readonly outdated: boolean;
}

/** The instants at which a zone's clock shows a date and time. */
export type InstantsOf = (zone: string, date: string, time: string) => readonly number[];

interface FutureRow extends Row {
  id: string;
  local_date: string;
  local_time: string;
  time_zone: string;
  fold: 0 | 1 | null;
  start_ms: number;
}

/** In a gap the clock never shows the time: the visit begins when the clock jumps past it. */
const instantsByLaw: InstantsOf = (zone, date, time) => {
  const instants = instantsOf(zone, date, time);
  return instants.length > 0 ? instants : [firstInstantFrom(zone, date, time)];
};

/**
 * Works the instants of all future visits out again from the clinic's wall clock, which is what was agreed. They change
 * when a country changes its time-zone law and this server has learnt of it by an update since. What was agreed stays as it
 * was, and so does the version of each visit: what was said to one still holds, and its links still lead to it.
 * @param instants replaced in tests
 * @param release of this server's time-zone data, such as `2026c`
 */
export async function followTimeZoneLaw(
  database: Database,
  instants: InstantsOf = instantsByLaw,
  release = process.versions['tz'] ?? '',
): Promise<Moved> {
  return database.transaction(async (transaction) => {
    if (!(await isNewest(transaction, release))) return { moved: 0, displaced: 0, outdated: true };
    const future = await transaction.query<FutureRow>(
      `select id::text as id, to_char(local_start, 'YYYY-MM-DD') as local_date,
         to_char(local_start, 'HH24:MI') as local_time, time_zone, fold,
         (extract(epoch from starts_at) * 1000)::float8 as start_ms
       from booking
       where status in ('held', 'requested', 'confirmed') and starts_at > clock_timestamp() - interval '1 day'
       for update`,
    );
    const moves = future.flatMap((row) => {
      const found = instants(row.time_zone, row.local_date, row.local_time);
      const at = found[row.fold ?? 0] ?? found[0];
      return at === undefined || at === row.start_ms ? [] : [{ id: row.id, at }];
    });
    if (moves.length === 0) return { moved: 0, displaced: 0, outdated: false };
    // All are lifted out of the calendar first, or neighbours that move together would be in each other's way.
    const ids = moves.map(({ id }) => id);
    await transaction.query('update booking set displaced = true where id = any ($1::uuid[])', [ids]);
    let displaced = 0;
    for (const { id, at } of moves) {
      await transaction.query(
        `update booking set starts_at = to_timestamp($2::float8),
           during = tstzrange(
             to_timestamp($2::float8) - make_interval(mins => buffer_before_minutes),
             to_timestamp($2::float8) + make_interval(mins => duration_minutes + buffer_after_minutes), '[)'),
           updated_at = clock_timestamp()
         where id = $1`,
        [id, at / 1000],
      );
      if (!(await putBack(transaction, id))) displaced += 1;
    }
    return { moved: moves.length, displaced, outdated: false };
  });
}

/** Notes the release, unless a newer one was noted: two servers must not move visits to and fro. */
async function isNewest(transaction: Queries, release: string): Promise<boolean> {
  const rows = await transaction.query(
    `insert into setting (name, value) values ('tzdb', $1)
     on conflict (name) do update set value = excluded.value where setting.value <= excluded.value returning true`,
    [release],
  );
  return rows.length > 0;
}

async function putBack(transaction: Queries, id: string): Promise<boolean> {
  await transaction.query('savepoint put_back');
  try {
    await transaction.query('update booking set displaced = false where id = $1', [id]);
    return true;
  } catch (error) {
    // 23P01: another visit is there.
    if (sqlState(error) !== '23P01') throw error;
    await transaction.query('rollback to savepoint put_back');
    return false;
  } finally {
    await transaction.query('release savepoint put_back');
  }
}
