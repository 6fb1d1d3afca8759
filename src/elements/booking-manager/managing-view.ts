import type { ManagedSession } from '../../domain/managed-booking.js';
import type { ManagementState } from '../../flows/management-state.js';
import type { Formats } from '../../locales/formats.js';
import type { ManagementMessages } from '../../locales/management/messages.js';
import type { Messages } from '../../locales/messages.js';
import type { Beside } from './beside.template.js';

/** What the templates of a booking manager draw from. */
export interface ManagingView {
  readonly state: ManagementState;
  /** Sessions that can still be changed online. */
  readonly changeable: readonly ManagedSession[];
  readonly words: Messages;
  readonly own: ManagementMessages;
  readonly formats: Formats;
  readonly phone: string | undefined;
  /** Name of the time zone of the visitor's device. */
  readonly visitorZone: () => string;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  readonly beside: Beside | undefined;
  /** Loads the page again, where nothing else helps. */
  readonly reload: (() => void) | undefined;
  /** Leads to another time for a session. */
  readonly move: (bookingId: string) => void;
  /** Leads to the cancellation of a session, or of all that can be changed. */
  readonly cancel: (bookingId?: string) => void;
}

/** Which session of the course this is, from 1. */
export function numberOf({ state }: ManagingView, session: ManagedSession): number {
  return 1 + (state.managed?.sessions.findIndex(({ bookingId }) => bookingId === session.bookingId) ?? 0);
}
