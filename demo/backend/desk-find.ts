import type { Queries, Row } from './database.js';

/** A record that has a page on the desk. */
export interface Found {
  readonly kind: 'booking' | 'consultation';
  readonly id: string;
}

// A course has no page of its own; the first of its sessions that stands leads to the others.
const FIND = `
  select 'booking' as kind, id::text as id from booking where reference = any ($1::text[])
  union all
  select 'booking', (select id::text from booking where course_id = course.id and reference is not null
    order by status = 'cancelled', starts_at, id limit 1) from course where reference = any ($1::text[])
  union all
  select 'consultation', id::text from consultation where reference = any ($1::text[])`;

/**
 * What somebody means who names a reference on the phone.
 * @param said in capitals or not, with or without what all references begin with: `smp 7k3q9f`, `7K3Q9F`
 */
export async function findReference(queries: Queries, said: string): Promise<Found | undefined> {
  const whole = said.trim().toUpperCase();
  const own = whole.replaceAll(/[^A-Z0-9]/g, '').replace(/^SMP/, '');
  const rows = await queries.query<Found & Row>(FIND, [[whole, `SMP-${own}`]]);
  return rows.find(({ id }) => id);
}
