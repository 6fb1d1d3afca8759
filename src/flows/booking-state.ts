import type { Booking } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsentPurpose, ConsentRequest } from '../domain/consultation/consent.js';
import type { SmpError } from '../domain/errors.js';
import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { SlotCalendarState } from './slot-calendar.js';

/** One page of the booking. */
export type BookingStep = 'service' | 'time' | 'details' | 'check' | 'confirmed' | 'waitlist' | 'waitlisted';

/** A consent that goes with a booking. With a moment it was given before, and is not asked for again. */
export type AskedConsent = ConsentRequest & { readonly at?: string };

/** Fields of the details page. */
export type DetailField = 'name' | 'email' | 'phone' | 'note';

/** What the visitor has typed and ticked, as it stands in the fields. */
export interface BookingDetails {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
  readonly consents: Partial<Record<ConsentPurpose, boolean>>;
}

/** Something to put right before going on. `field` is a detail, a consent's purpose, or the choice itself. */
export interface BookingIssue {
  readonly field: DetailField | ConsentPurpose | 'service' | 'slot';
  readonly code: 'missing' | 'invalid' | 'too-long' | 'unconfirmed';
}

/**
 * How far the write that the visitor waits for has come. `checking`: no answer yet, asked again by itself.
 * `unresolved`: still none, and the visitor may ask again. Neither is a failure.
 */
export type WriteProgress = 'idle' | 'sending' | 'checking' | 'unresolved';

/** A time that was chosen and can't be had any more, and what is free near it. */
export interface LostSlot {
  readonly slot: Slot;
  readonly alternatives: readonly Slot[];
}

/** All that a booking page shows. */
export interface BookingState {
  /** `failed`: nothing can be booked here; `error` tells why. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly step: BookingStep;
  readonly clinic?: Clinic;
  readonly service?: string;
  readonly practitioner?: string;
  readonly location?: string;
  readonly calendar: SlotCalendarState;
  /** The date that the calendar is turned to; its month or week is shown. */
  readonly cursor?: PlainDate;
  /** The date whose times are shown. */
  readonly date?: PlainDate;
  readonly slot?: Slot;
  readonly hold?: Hold;
  /** Whole seconds left of `hold`; 0 once it has run out. */
  readonly secondsLeft: number;
  readonly extendable: boolean;
  readonly lost?: LostSlot;
  readonly details: BookingDetails;
  readonly consents: readonly AskedConsent[];
  readonly issues: readonly BookingIssue[];
  readonly holding: WriteProgress;
  readonly submission: WriteProgress;
  readonly booking?: Booking;
  /** Why the last wish was not granted; shown beside what was wished. */
  readonly error?: SmpError;
}
