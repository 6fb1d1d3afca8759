import { wallTime } from 'smp-widgets/server';
import type { Queries, Row } from './database.js';
import { isAsked, MOST_OFFERS } from './waitlist.js';

/** Somebody on the waiting list, as the desk lists them. Their note is not shown: it may tell of health. */
export interface ListedWaiting {
  readonly id: string;
  readonly service: string;
  /** `null`: anybody, anywhere. */
  readonly practitioner: string | null;
  readonly location: string | null;
  /** The clinic's dates between which they want to come. `null`: none is set. */
  readonly from: string | null;
  readonly to: string | null;
  /** The clinic decides on what they take. */
  readonly request: boolean;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  /** ISO instants: when they joined, and when they were last asked to confirm that; `null`: they are yet to be asked. */
  readonly joinedAt: string;
  readonly askedAt: string | null;
  /**
   * `asked`: not confirmed yet, so that nothing is offered. `passed`: they let all offers pass, so that none is made by
   * itself. `over`: their dates are over.
   */
  readonly state: 'asked' | 'waiting' | 'offered' | 'passed' | 'over';
  /** How many times they were offered. */
  readonly offers: number;
  /** The time that is kept for them, and until when, on the clinic's clock. */
  readonly offer: {
    readonly date: string;
    readonly time: string;
    readonly until: { readonly date: string; readonly time: string };
  } | null;
}

/** Who waits, next in line first. */
export interface DeskWaiting {
  readonly waiting: readonly ListedWaiting[];
  /** There are more than are listed. */
  readonly isCut: boolean;
}

interface WaitingRow extends Row, Omit<ListedWaiting, 'joinedAt' | 'askedAt' | 'offer' | 'state'> {
  readonly joined_ms: number;
  readonly asked_ms: number | null;
  readonly confirmed: boolean;
  readonly passed: boolean;
  readonly over: boolean;
  readonly offer_date: string | null;
  readonly offer_time: string | null;
  readonly until_ms: number | null;
}

const SHOWN = 200;

const WAITING = `
  select waitlist.id::text as id, waitlist.service_id as service, nullif(waitlist.practitioner_id, '') as practitioner,
    nullif(waitlist.location_id, '') as location, to_char(from_date, 'YYYY-MM-DD') as "from",
    to_char(to_date, 'YYYY-MM-DD') as "to", request, name, email, phone, offers,
    (extract(epoch from waitlist.created_at) * 1000)::float8 as joined_ms,
    (extract(epoch from case when confirmed_at is not null or ${isAsked('waitlist')} then told_at end) * 1000)::float8
      as asked_ms,
    confirmed_at is not null as confirmed,
    offers >= $1 as passed, coalesce(to_date < $2::date, false) as over,
    to_char(kept.local_start, 'YYYY-MM-DD') as offer_date, to_char(kept.local_start, 'HH24:MI') as offer_time,
    (extract(epoch from kept.hold_expires_at) * 1000)::float8 as until_ms
  from waitlist left join lateral (
    select local_start, hold_expires_at from waitlist_offer join booking on booking.id = waitlist_offer.booking_id
    where waitlist_id = waitlist.id and booking.status = 'held' and hold_expires_at > clock_timestamp() limit 1) kept on true
  where removed_at is null
  order by confirmed_at is null, kept.local_start is null, offers, waitlist.created_at, waitlist.id
  limit ${SHOWN + 1}`;

/** Who waits. @param now milliseconds since 1970 */
export async function readDeskWaiting(queries: Queries, timeZone: string, now: number): Promise<DeskWaiting> {
  const { date: today } = wallTime(timeZone, now);
  const rows = await queries.query<WaitingRow>(WAITING, [MOST_OFFERS, today]);
  return {
    isCut: rows.length > SHOWN,
    waiting: rows
      .slice(0, SHOWN)
      .map(({ joined_ms, asked_ms, confirmed, passed, over, offer_date: date, offer_time: time, until_ms, ...row }) => {
        const offer =
          date === null || time === null || until_ms === null
            ? null
            : { date, time, until: wallTime(timeZone, until_ms) };
        return {
          ...row,
          joinedAt: new Date(joined_ms).toISOString(),
          askedAt: asked_ms === null ? null : new Date(asked_ms).toISOString(),
          state: offer ? 'offered' : !confirmed ? 'asked' : over ? 'over' : passed ? 'passed' : 'waiting',
          offer,
        };
      }),
  };
}
