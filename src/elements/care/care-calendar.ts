import type { CalendarEvent } from '../../calendar/calendar-event.js';
import { visitor } from '../../controllers/visitor.js';
import type { CareStretch } from '../../domain/care/care-plan.js';
import { addDays } from '../../domain/time/plain-date.js';
import { saveCalendar } from '../calendar/saved-calendar.js';
import type { CareView } from './care-view.js';

/**
 * The steps as whole days of a calendar: one on the first day of each stretch from today on, with the address of the page
 * that tells what to do. Titles are neutral and no step is named, since calendars are shared with families and employers.
 */
export function careEvents(
  { part, plan, words, today, clinicId }: CareView,
  { page, now }: { readonly page: string; readonly now: number },
): CalendarEvent[] {
  const title = part === 'preparation' ? words.calendarPreparation : words.calendarAftercare;
  return plan[part].flatMap((stretch: CareStretch) => {
    if (stretch.date === undefined) return [];
    const date = addDays(stretch.date, stretch.from);
    if (date < today) return [];
    const uid = `${part}-${stretch.date}-${stretch.from}@${clinicId || 'smp-widgets'}`;
    return [{ uid, stamp: new Date(now).toISOString(), date, title, url: page }];
  });
}

/** Saves the steps as a calendar file. */
export const saveCareCalendar = (view: CareView): void =>
  saveCalendar(
    careEvents(view, { page: visitor.linkTo('date', view.plan.sessions.join()), now: visitor.now() }),
    'appointment.ics',
  );
