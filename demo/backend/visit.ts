import {
  formatInstant,
  offsetAt,
  offsetText,
  type Booking,
  type BookingStatus,
  type Candidate,
  type Hold,
  type Slot,
} from 'smp-widgets/server';
import type { Row } from './database.js';
import type { Signer } from './manage-token.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A manage token outlives its visit by this, for touch-ups and questions afterwards. */
const TOKEN_DAYS = 90;

/** A stored visit: a hold, or the booking that it became. */
export interface Visit extends Row {
  readonly id: string;
  readonly status: 'held' | 'requested' | 'confirmed' | 'expired' | 'released' | 'cancelled';
  readonly slot_id: string;
  readonly resource_id: string;
  readonly service_id: string;
  readonly location_id: string | null;
  readonly local_date: string;
  readonly local_time: string;
  readonly time_zone: string;
  readonly fold: 0 | 1 | null;
  readonly duration_minutes: number;
  readonly start_ms: number;
  /** When the hold runs out and what the database's clock says, in milliseconds since 1970. */
  readonly expires_ms: number | null;
  readonly now_ms: number;
  readonly extensions: number;
  readonly successor_id: string | null;
  readonly reference: string | null;
  readonly version: number;
  readonly token_version: number;
  readonly course_id: string | null;
  /** What its consultation left of times has been forgotten. */
  readonly only_later: boolean;
}

/** The columns of a {@link Visit}. */
export const VISIT_COLUMNS = `
  booking.id::text as id, status, slot_id, resource_id, service_id, location_id,
  to_char(local_start, 'YYYY-MM-DD') as local_date, to_char(local_start, 'HH24:MI') as local_time, time_zone, fold,
  duration_minutes, (extract(epoch from starts_at) * 1000)::float8 as start_ms,
  (extract(epoch from hold_expires_at) * 1000)::float8 as expires_ms,
  (extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms,
  extensions, successor_id::text as successor_id, reference, version, token_version, course_id::text as course_id, only_later`;

/** What is stored of a slot that somebody takes. */
export interface NewVisit {
  readonly id: string;
  readonly serviceId: string;
  readonly durationMinutes: number;
  readonly candidate: Candidate;
}

/** The values of a new visit in the order of {@link NEW_VISIT_COLUMNS}. */
export function valuesOf({ id, serviceId, durationMinutes, candidate }: NewVisit): readonly unknown[] {
  const { slot, occupied, practitioner } = candidate;
  const start = Date.parse(slot.start);
  return [
    id,
    slot.id,
    practitioner,
    serviceId,
    slot.location ?? null,
    `${slot.localDate} ${slot.localTime}`,
    slot.timeZone,
    slot.fold ?? null,
    durationMinutes,
    (start - occupied.start) / MINUTE,
    (occupied.end - start) / MINUTE - durationMinutes,
    start / 1000,
    occupied.start / 1000,
    occupied.end / 1000,
  ];
}

/** `insert into booking (…` of {@link valuesOf}, and the placeholders that go with it: `$1` to `$14`. */
export const NEW_VISIT_COLUMNS = `id, slot_id, resource_id, service_id, location_id, local_start, time_zone, fold,
  duration_minutes, buffer_before_minutes, buffer_after_minutes, starts_at, during`;
export const NEW_VISIT_VALUES = `$1::uuid, $2::text, $3::text, $4::text, $5::text, $6::timestamp, $7::text, $8::smallint,
  $9::integer, $10::integer, $11::integer, to_timestamp($12::float8),
  tstzrange(to_timestamp($13::float8), to_timestamp($14::float8), '[)')`;

/** The slot of a visit, with the practitioner who has it. */
export function slotOf(visit: Visit): Slot {
  const end = visit.start_ms + visit.duration_minutes * MINUTE;
  const offset = (Date.parse(`${visit.local_date}T${visit.local_time}Z`) - visit.start_ms) / MINUTE;
  return {
    id: visit.slot_id,
    start: formatInstant(visit.start_ms, offset),
    end: formatInstant(end, offsetAt(visit.time_zone, end)),
    localDate: visit.local_date,
    localTime: visit.local_time,
    timeZone: visit.time_zone,
    offset: offsetText(offset),
    practitioner: visit.resource_id,
    ...(visit.location_id === null ? {} : { location: visit.location_id }),
    ...(visit.fold === null ? {} : { fold: visit.fold }),
  };
}

/** The hold that a visit is or was. */
export function holdOf(visit: Visit, signer: Signer): Hold {
  const expires = visit.expires_ms ?? visit.now_ms;
  return {
    holdId: visit.id,
    holdToken: signer.holdToken(visit.id),
    expiresAt: new Date(expires).toISOString(),
    expiresInMs: Math.max(0, Math.round(expires - visit.now_ms)),
    slot: slotOf(visit),
  };
}

/** The booking that a visit has become. */
export function bookingOf(visit: Visit, signer: Signer): Booking {
  const end = visit.start_ms + visit.duration_minutes * MINUTE;
  const { id, version, token_version } = visit;
  return {
    bookingId: id,
    reference: visit.reference ?? '',
    status: statusOf(visit),
    service: visit.service_id,
    slot: slotOf(visit),
    version,
    // Derived, not drawn: an answer that is given again is the same to the last letter.
    manageToken: signer.manageToken({ bookingId: id, version: token_version, expiresAt: end + TOKEN_DAYS * DAY }),
  };
}

function statusOf({ status }: Visit): BookingStatus {
  return status === 'requested' || status === 'cancelled' ? status : 'confirmed';
}
