import type { CalendarEvent } from '../../calendar/calendar-event.js';
import { calendarFile, CALENDAR_FILE_TYPE } from '../../calendar/ics.js';
import type { CareStretch } from '../../domain/care/care-plan.js';
import { addDays } from '../../domain/time/plain-date.js';
import type { CareView } from './care-view.js';

/**
 * The steps as whole days of a calendar: one on the first day of each stretch from today on. Titles are neutral and
 * nothing else is said, since calendars are shared with families and employers.
 */
export function careEvents({ part, plan, words, today, clinicId }: CareView, now: number): CalendarEvent[] {
  const title = part === 'preparation' ? words.calendarPreparation : words.calendarAftercare;
  return plan[part].flatMap((stretch: CareStretch) => {
    if (stretch.date === undefined) return [];
    const date = addDays(stretch.date, stretch.from);
    if (date < today) return [];
    const uid = `${part}-${stretch.date}-${stretch.from}@${clinicId || 'smp-widgets'}`;
    return [{ uid, stamp: new Date(now).toISOString(), date, title }];
  });
}

/** Saves the steps as a calendar file. */
export function saveCareCalendar(view: CareView, now: number): void {
  const file = new Blob([calendarFile(careEvents(view, now))], { type: CALENDAR_FILE_TYPE });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'appointment.ics';
  link.click();
  // The download has taken hold of the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
