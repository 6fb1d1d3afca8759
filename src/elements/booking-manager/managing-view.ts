import type { ManagedSession } from '../../domain/managed-booking.js';
import type { ManagementFlow } from '../../flows/management-flow.js';
import type { ManagementState } from '../../flows/management-state.js';
import type { ManagementMessages } from '../../locales/management/messages.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import type { ChooserView } from '../calendar/chooser-view.js';

/** What the templates of a booking manager draw from. */
export interface ManagingView extends ChooserView {
  readonly flow: ManagementFlow;
  readonly state: ManagementState & ChooserView['state'];
  readonly own: ManagementMessages;
  readonly phone: string | undefined;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  readonly addToCalendar: typeof addToCalendar | undefined;
}

/** Which session of the course this is, from 1. */
export function numberOf({ state }: ManagingView, session: ManagedSession): number {
  return 1 + (state.managed?.sessions.findIndex(({ bookingId }) => bookingId === session.bookingId) ?? 0);
}
