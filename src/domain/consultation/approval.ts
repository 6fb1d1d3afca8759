import type { Clinic } from '../clinic.js';
import { parseSlotId } from '../slot-id.js';
import { wallTime } from '../time/zone.js';
import type { ScreeningOutcome } from './screening.js';
import { isLate, serviceLimits } from './service-limits.js';

/** Longer than anybody takes from seeing a time to booking it, with a hold that is extended. */
const GRACE_MS = 3_600_000;

/**
 * Does what was said in a consultation leave it to the clinic whether a session can be at this time? A widget asks for
 * such a time and says so; a backend that is asked for it outright stores a request all the same.
 * @param screening what the consultation means, as far as there is one
 * @param now by the server's clock, in milliseconds since 1970
 */
export function needsApproval(
  { services, timeZone }: Clinic,
  { service, slotId }: { readonly service: string; readonly slotId: string },
  screening: ScreeningOutcome | undefined,
  now: number,
): boolean {
  if (!screening) return false;
  const kind = services.find(({ id }) => id === service)?.kind;
  const limits = serviceLimits(kind, { screening });
  const start = parseSlotId(slotId)?.start ?? now;
  const localDate = wallTime(timeZone, start).date;
  const time = { localDate, start: new Date(start).toISOString() };
  return limits.booking !== 'open' || !isLate(limits, time, new Date(now - GRACE_MS).toISOString());
}
