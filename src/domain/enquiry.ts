import type { Contact } from './contact.js';

/** What this visitor has said so far, carried from widget to widget so that nothing is asked twice. Kept in memory. */
export interface Enquiry {
  readonly service?: string;
  readonly practitioner?: string;
  readonly location?: string;
  readonly contact?: Partial<Contact>;
  readonly note?: string;
  readonly bookingId?: string;
}
