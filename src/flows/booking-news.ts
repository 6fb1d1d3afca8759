import type { Booking } from '../domain/booking.js';
import type { SmpError } from '../domain/errors.js';
import type { Hold } from '../domain/hold.js';
import type { Slot } from '../domain/slot.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import type { BookingStep } from './booking-state.js';

/** What a flow tells beside its state. */
export type BookingNews =
  | { readonly kind: 'step'; readonly step: BookingStep }
  /** The details hold something to put right. */
  | { readonly kind: 'issues' }
  /** The times of a date are shown. */
  | { readonly kind: 'dated'; readonly date: PlainDate; readonly free: number }
  | { readonly kind: 'selected'; readonly slot: Slot }
  | { readonly kind: 'held'; readonly hold: Hold }
  /** Little is left of the hold. */
  | { readonly kind: 'hold-ending'; readonly secondsLeft: number }
  | { readonly kind: 'hold-expired' }
  | { readonly kind: 'confirmed'; readonly booking: Booking }
  | { readonly kind: 'waitlisted' }
  | { readonly kind: 'refused'; readonly error: SmpError }
  /** The chosen time is gone; the state holds the nearest ones. */
  | { readonly kind: 'lost' }
  /** What the page names does not fit the clinic. */
  | { readonly kind: 'failed'; readonly error: SmpError };
