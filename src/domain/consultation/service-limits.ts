import type { Enquiry } from '../enquiry.js';
import type { ServiceKind } from '../service.js';
import type { Slot } from '../slot.js';
import type { Instant, PlainDate } from '../time/instant.js';
import type { ScreeningOutcome } from './screening.js';

/** What the answers of a consultation leave of a service. */
export interface ServiceLimits {
  /** `request`: the clinic decides. `after-consultation`: not before somebody at the clinic has spoken with the visitor. */
  readonly booking: ScreeningOutcome['treatment'];
  /** First clinic date that can be booked. Absent: any. */
  readonly from?: PlainDate | undefined;
  /** Hours from now in which nothing can begin, since a patch test comes before. Absent: none. */
  readonly leadHours?: number | undefined;
}

const UNLIMITED: ServiceLimits = { booking: 'open' };
const HOUR = 3_600_000;

/**
 * Only treatments are limited; with an outcome that rules out consultations, everything is. What the answers of a
 * consultation mean is kept nowhere but at the clinic: once a page has forgotten it, the clinic decides.
 */
export function serviceLimits(
  kind: ServiceKind | undefined,
  { screening: outcome, consultation }: Pick<Enquiry, 'screening' | 'consultation'> = {},
): ServiceLimits {
  if (outcome && !outcome.consultation) return { booking: 'none' };
  if (kind !== 'treatment' && kind !== 'touch-up') return UNLIMITED;
  if (!outcome) return consultation ? { booking: 'request' } : UNLIMITED;
  const { treatment: booking, earliestTreatment: from, patchTestHours: leadHours } = outcome;
  return { booking, ...(from && { from }), ...(leadHours && { leadHours }) };
}

/** When times begin to be late enough. */
export type SlotStart = Pick<ServiceLimits, 'from' | 'leadHours'>;

/**
 * Is a time late enough?
 * @param now by the server's clock
 */
export function isLate(
  { from = '', leadHours }: SlotStart,
  { localDate, start }: Pick<Slot, 'localDate' | 'start'>,
  now: Instant,
): boolean {
  return localDate >= from && (!leadHours || Date.parse(start) - Date.parse(now) >= leadHours * HOUR);
}

/**
 * First clinic date with times that are late enough, if there is any limit.
 * @param slot any time near it, which tells how far the clinic's clock is from others
 */
export function firstLate({ from, leadHours }: SlotStart, slot: Slot, now: Instant): PlainDate | undefined {
  if (!leadHours) return from;
  const ahead = Date.parse(`${slot.localDate}T${slot.localTime}Z`) - Date.parse(slot.start);
  const tested = new Date(Date.parse(now) + leadHours * HOUR + ahead).toISOString().slice(0, 10);
  return from !== undefined && from > tested ? from : tested;
}
