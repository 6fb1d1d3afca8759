export { calendarLinks } from './add-to-calendar.js';
export type { CalendarLinks } from './add-to-calendar.js';
export { bookingEvent } from './booking-event.js';
export type { BookingEventOptions, BookingEventWords } from './booking-event.js';
export type { CalendarEvent, CalendarEventDetails } from './calendar-event.js';
export { CALENDAR_FILE_TYPE, calendarFile } from './ics.js';
export type { CalendarFileOptions } from './ics.js';
