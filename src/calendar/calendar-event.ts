import type { Instant } from '../domain/time/instant.js';
import type { PlainDate } from '../domain/time/plain-date.js';

/** What every entry of a calendar says, whenever it is. All text is plain, never markup. */
export interface CalendarEventDetails {
  /** Names the entry for good, so that a later file changes it and does not add a second one. */
  readonly uid: string;
  /** Rises with each change of the entry. Default 0. */
  readonly sequence?: number;
  /** When this was written. */
  readonly stamp: Instant;
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  /** Left out unless `https:`. */
  readonly url?: string;
  /** Reminders, in minutes before the start. */
  readonly alarms?: readonly number[];
  /** Default `confirmed`. */
  readonly status?: 'confirmed' | 'tentative' | 'cancelled';
}

/** An entry of a calendar: from one instant to another, or a whole day. */
export type CalendarEvent = CalendarEventDetails &
  (
    | { readonly start: Instant; readonly end: Instant; readonly date?: never }
    | { readonly date: PlainDate; readonly start?: never; readonly end?: never }
  );
