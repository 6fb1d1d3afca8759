import type { Queries } from './database.js';
import type { Signer } from './manage-token.js';
import { readBooked, readTogether, type Recipient } from './message-subject.js';
import { bookingOf, type Visit } from './visit.js';

/** How somebody gets their new links: by mail, or from the clinic's hand. */
export type LinkDelivery = 'mail' | 'show';

/** Whose links are to be renewed, and what they are about. */
export interface LinkSubject {
  /** Absent: erased. */
  readonly recipient: Recipient | undefined;
  /** The booking with the other sessions of its course that stand, in order of time. */
  readonly visits: readonly Visit[];
}

/** What a renewal of a booking's links is about; `undefined` when there is no such booking. */
export async function readLinkSubject(queries: Queries, id: string): Promise<LinkSubject | undefined> {
  const booked = await readBooked(queries, id);
  if (!booked || !['requested', 'confirmed', 'cancelled'].includes(booked.visit.status)) return undefined;
  return { recipient: booked.recipient, visits: await readTogether(queries, booked.visit) };
}

/**
 * Makes all links worthless that were given out for a booking, and for the other sessions of its course. For a mail that
 * went astray.
 * @param now milliseconds since 1970
 * @param delivery `mail`: its owner is sent new ones. Default `mail`
 * @returns how many visits it was about
 */
export async function renewLinks(
  queries: Queries,
  id: string,
  now: number,
  delivery: LinkDelivery = 'mail',
): Promise<number> {
  const rows = await queries.query(
    `with changed as (
       update booking set token_version = token_version + 1, updated_at = clock_timestamp()
       where status in ('requested', 'confirmed', 'cancelled')
         and (id = $1::uuid or course_id = (select course_id from booking where id = $1::uuid))
       returning id),
     told as (
       insert into outbox (kind, ref, created_at)
       select 'booking.renewed', id, to_timestamp($2::float8) from changed where $3::boolean)
     select id from changed`,
    [id, now / 1000, delivery === 'mail'],
  );
  return rows.length;
}

/** The address at which somebody sees, moves or cancels these visits. @param siteUrl without a slash at the end */
export function manageLink(visits: readonly Visit[], signer: Signer, siteUrl: string): string {
  // The last one's token is good for the longest time.
  const last = visits.at(-1);
  const { manageToken = '' } = last ? bookingOf(last, signer) : {};
  return `${siteUrl}/manage.html#t=${encodeURIComponent(manageToken)}`;
}
