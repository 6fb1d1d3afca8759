import type { Clinic } from '../clinic.js';
import type { Enquiry } from '../enquiry.js';
import type { PlainDate } from '../time/plain-date.js';

/** Days of the sessions that are booked. Somebody who comes to talk has nothing to prepare for and nothing to heal. */
export function treatmentDates(
  { sessions = [], service }: Enquiry,
  clinic: Pick<Clinic, 'services'> | undefined,
): readonly PlainDate[] {
  const kind = clinic?.services.find(({ id }) => id === service)?.kind;
  return kind === 'consultation' ? [] : sessions.map(({ localDate }) => localDate);
}
