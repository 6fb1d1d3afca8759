import type { Queries } from './database.js';

/**
 * Makes all links worthless that were given out for a booking, and for the other sessions of its course, and has its
 * owner sent new ones. For a mail that went astray.
 * @param now milliseconds since 1970
 * @returns how many visits it was about
 */
export async function renewLinks(queries: Queries, id: string, now: number): Promise<number> {
  const rows = await queries.query(
    `with changed as (
       update booking set token_version = token_version + 1, updated_at = clock_timestamp()
       where status in ('requested', 'confirmed', 'cancelled')
         and (id = $1::uuid or course_id = (select course_id from booking where id = $1::uuid))
       returning id)
     insert into outbox (kind, ref, created_at)
     select 'booking.renewed', id, to_timestamp($2::float8) from changed returning true`,
    [id, now / 1000],
  );
  return rows.length;
}
