import { calendarFile, CALENDAR_FILE_TYPE } from '../../calendar/ics.js';
import { touchUpEvents } from '../../calendar/touch-up-events.js';

/** Saves the dates as a calendar file. Loaded once somebody wants one. */
export function saveReminders(...given: Parameters<typeof touchUpEvents>): void {
  const file = new Blob([calendarFile(touchUpEvents(...given))], { type: CALENDAR_FILE_TYPE });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'reminders.ics';
  link.click();
  // The download has taken hold of the blob by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
