import type { DraftMemory } from '../domain/draft-memory.js';
import type { BookingDetails } from './booking-state.js';
import type { VisitPreset } from './visit-record.js';

/** Is what was kept with the person and at the place that this page names? Another page may name others. */
export const isAsNamed = (page: VisitPreset, { practitioner, location }: VisitPreset): boolean =>
  (page.practitioner ?? practitioner) === practitioner && (page.location ?? location) === location;

/** The details as they were kept. What had not been typed by then stays as this page knows it. */
export const recalled = (
  details: BookingDetails,
  { name = '', email = '', phone = '', granted = [] }: Pick<DraftMemory, 'name' | 'email' | 'phone' | 'granted'>,
): BookingDetails => ({
  ...details,
  name: name || details.name,
  email: email || details.email,
  // Only with a name has anybody had the chance to take it out.
  phone: name ? phone : details.phone,
  consents: Object.fromEntries(granted.map((purpose) => [purpose, true])),
});
