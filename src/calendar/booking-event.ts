import type { Booking } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { Instant } from '../domain/time/instant.js';
import type { CalendarEvent } from './calendar-event.js';

/** The words of a booking's calendar entry, in the visitor's language. */
export interface BookingEventWords {
  /** Neutral, since others see it: “Appointment at {clinic}”. */
  title(clinic: string): string;
  /** “Booking reference: SMP-7K3Q9F”. */
  reference(reference: string): string;
  /** “Phone: 020 7946 0000”. */
  phone(phone: string): string;
}

/** When and how a booking's calendar entry is written. */
export interface BookingEventOptions {
  /** When the entry is written. */
  readonly stamp: Instant;
  /** Reminders, in minutes before the start. Default: a day and two hours before. */
  readonly alarms?: readonly number[];
}

/**
 * The calendar entry of a booking. It tells where, when, the reference and the clinic's phone number, and nothing of
 * what the visit is for: calendars are shared with families and employers.
 */
export function bookingEvent(
  booking: Booking,
  clinic: Clinic,
  words: BookingEventWords,
  { stamp, alarms = [1440, 120] }: BookingEventOptions,
): CalendarEvent {
  const { slot } = booking;
  const place = clinic.locations.find(({ id }) => id === slot.location);
  const phone = place?.phone ?? clinic.phone;
  const location = place && (place.address ?? place.name);
  return {
    uid: `${booking.bookingId}@${clinic.id}`,
    sequence: booking.version - 1,
    stamp,
    start: slot.start,
    end: slot.end,
    title: words.title(clinic.name),
    description: [words.reference(booking.reference), ...(phone ? [words.phone(phone)] : [])].join('\n'),
    ...(location && {
      location: location
        .split(/\s*[\r\n]+\s*/)
        .filter(Boolean)
        .join(', '),
    }),
    alarms: booking.status === 'cancelled' ? [] : alarms,
    status: ({ confirmed: 'confirmed', requested: 'tentative', cancelled: 'cancelled' } as const)[booking.status],
  };
}
