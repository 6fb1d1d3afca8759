import { touchUpEvents } from '../../calendar/touch-up-events.js';
import { saveCalendar } from '../calendar/saved-calendar.js';

/** Saves the dates as a calendar file. Loaded once somebody wants one. */
export const saveReminders = (...given: Parameters<typeof touchUpEvents>): void =>
  saveCalendar(touchUpEvents(...given), 'reminders.ics');
