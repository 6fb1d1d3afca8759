import type { GapIssue } from '../../domain/course/session-gap.js';
import type { BookingStatus } from '../../domain/booking.js';

/** The words of the booking manager. Dates and times are handed in as they are to be read. */
export interface ManagementMessages {
  readonly title: (sessions: number) => string;
  /** Heads one session of a course. */
  readonly session: (number: number, of: number) => string;
  readonly status: Readonly<Record<BookingStatus, string>>;
  readonly notice: Readonly<Record<'moved' | 'cancelled' | 'changed' | 'gone', string>>;
  readonly changeableUntil: (time: string) => string;
  readonly notChangeable: string;
  readonly move: string;
  readonly cancel: string;
  readonly cancelAll: string;
  /** Heads the calendar file of what is cancelled, which takes it out of the calendar or marks it there. */
  readonly updateCalendar: string;

  /** For any link that opens nothing, whatever the reason. */
  readonly refusedTitle: string;
  readonly refusedHint: string;
  readonly failedTitle: string;

  readonly timeTitle: string;
  /** Above the calendar: when the appointment is so far. */
  readonly sofar: (time: string) => string;
  readonly gap: Readonly<Record<GapIssue | 'same', (min: number, max: number) => string>>;
  readonly review: string;
  readonly planning: string;

  readonly moveTitle: string;
  readonly from: string;
  readonly to: string;
  /** Why others move too. */
  readonly followers: (min: number) => string;
  readonly noTime: (session: number) => string;
  readonly moveConfirm: (sessions: number) => string;

  readonly cancelTitle: (sessions: number) => string;
  readonly cancelConfirm: (sessions: number) => string;
  readonly keep: string;

  readonly sending: string;
  readonly checking: string;
  readonly unresolvedHint: string;
}
