import type { Booking } from '../../domain/booking.js';
import type { CourseFlow } from '../../flows/course-flow.js';
import type { CourseSessionState, CourseState } from '../../flows/course-state.js';
import type { CourseMessages } from '../../locales/course/messages.js';
import type { DepositMessages } from '../../locales/deposit/messages.js';
import type { addToCalendar } from '../calendar/add-to-calendar.template.js';
import type { ChooserView } from '../calendar/chooser-view.js';
import { facts } from '../form/facts.js';

/** What the templates of a course draw from. */
export interface CourseView extends ChooserView {
  readonly flow: CourseFlow;
  readonly state: CourseState;
  readonly own: CourseMessages;
  readonly paying: DepositMessages;
  readonly phone: string | undefined;
  /** Calendar time of the device, milliseconds since 1970. */
  readonly now: () => number;
  readonly addToCalendar: typeof addToCalendar | undefined;
  /** This page's address. */
  readonly page: string;
}

/** `Session 1: foundation` */
export function sessionName({ own }: CourseView, index: number, { role }: Pick<CourseSessionState, 'role'>): string {
  return own.session(index + 1, role && own.role[role]);
}

/** When and where a session is, on one line. */
export function timeOf({ state, formats }: CourseView, { slot }: Pick<Booking, 'slot'>): string {
  const place = state.clinic?.locations.find(({ id }) => id === slot.location);
  const person = state.clinic?.practitioners.find(({ id }) => id === slot.practitioner);
  return facts(formats.slot(slot), person?.name, place?.name);
}
