import type { CalendarEvent } from '../../calendar/calendar-event.js';
import { calendarFile, CALENDAR_FILE_TYPE } from '../../calendar/ics.js';

/** Saves entries as a file on the device, which a calendar opens. */
export function saveCalendar(events: readonly CalendarEvent[], name: string): void {
  const address = URL.createObjectURL(new Blob([calendarFile(events)], { type: CALENDAR_FILE_TYPE }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken hold of the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
