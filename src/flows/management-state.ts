import type { Clinic } from '../domain/clinic.js';
import type { GapIssue } from '../domain/course/session-gap.js';
import type { SmpError } from '../domain/errors.js';
import type { ManagedBooking, ManagedSession } from '../domain/managed-booking.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { LostSlot, WriteProgress } from './booking-state.js';
import type { SlotCalendarState } from './slot-calendar.js';

/** One page of managing a booking: all sessions, another time for one, what a move means, what is to be cancelled. */
export type ManagementPage = 'overview' | 'time' | 'move' | 'cancel';

/** What became of the last change, said on the overview. `changed`: somebody else changed it in the meantime. */
export type ManagementNotice = 'moved' | 'cancelled' | 'changed' | 'gone';

/** A session that is to be at another time. Without a slot, no time was found that keeps the distance between sessions. */
export interface PlannedMove {
  readonly session: ManagedSession;
  readonly slot?: Slot;
}

/** All that a page for managing a booking shows. */
export interface ManagementState {
  /** `refused`: the link opens nothing, for whatever reason. `failed`: the backend can't be asked. */
  readonly status: 'loading' | 'ready' | 'refused' | 'failed';
  readonly page: ManagementPage;
  readonly clinic?: Clinic;
  readonly managed?: ManagedBooking;
  /** The session that is to be moved. */
  readonly session?: ManagedSession;
  /** Whose times are listed, from the person and place of the session on. Absent: anyone's, anywhere. */
  readonly practitioner?: string;
  readonly location?: string;
  readonly calendar: SlotCalendarState;
  /** The date that the calendar is turned to. */
  readonly cursor?: PlainDate;
  /** The date whose times are shown. */
  readonly date?: PlainDate;
  readonly slot?: Slot;
  /** Why the chosen time can't be: too near to another session of its course, too far from it, or no other time. */
  readonly gapIssue?: GapIssue | 'same';
  /** What the move means: the session itself, and those that have to follow. */
  readonly moves: readonly PlannedMove[];
  /** Other times are being looked for. */
  readonly planning: boolean;
  /** What is to be cancelled. */
  readonly cancelling: readonly ManagedSession[];
  readonly lost?: LostSlot;
  readonly change: WriteProgress;
  readonly notice?: ManagementNotice;
  /** Why the last wish was not granted. */
  readonly error?: SmpError;
}
