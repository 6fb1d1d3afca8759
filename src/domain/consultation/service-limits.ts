import type { ServiceKind } from '../service.js';
import { addDays } from '../time/plain-date.js';
import type { PlainDate } from '../time/instant.js';
import type { ScreeningOutcome } from './screening.js';

/** What the answers of a consultation leave of a service. */
export interface ServiceLimits {
  /** `request`: the clinic decides. `after-consultation`: not before somebody at the clinic has spoken with the visitor. */
  readonly booking: ScreeningOutcome['treatment'];
  /** First date that can be booked, given the clinic's date today. Absent: any. */
  readonly earliest: (today: PlainDate) => PlainDate | undefined;
  /** First date, as far as it does not hang on today's. */
  readonly from?: PlainDate;
}

const UNLIMITED: ServiceLimits = { booking: 'open', earliest: () => undefined };

/** Only treatments are limited; with an outcome that rules out consultations, everything is. */
export function serviceLimits(kind: ServiceKind | undefined, outcome: ScreeningOutcome | undefined): ServiceLimits {
  if (!outcome) return UNLIMITED;
  if (!outcome.consultation) return { ...UNLIMITED, booking: 'none' };
  if (kind !== 'treatment' && kind !== 'touch-up') return UNLIMITED;
  const { treatment: booking, earliestTreatment: from, patchTestHours } = outcome;
  return {
    booking,
    ...(from !== undefined && { from }),
    earliest(today) {
      const tested = patchTestHours === undefined ? undefined : addDays(today, Math.ceil(patchTestHours / 24));
      return tested !== undefined && (from === undefined || tested > from) ? tested : from;
    },
  };
}
