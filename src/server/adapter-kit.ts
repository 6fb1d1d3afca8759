// What an adapter on the server's side is written with, beside the availability engine.
export type { AdapterCapabilities, RequestOptions, SchedulingAdapter, WriteOptions } from '../adapters/adapter.js';
export type { Booking, BookingDraft, BookingStatus } from '../domain/booking.js';
export type { Clinic } from '../domain/clinic.js';
export { isSmpError, SmpError } from '../domain/errors.js';
export type { SmpErrorCode, SmpErrorOptions, SmpIssue } from '../domain/errors.js';
export type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
export type { Service } from '../domain/service.js';
export type { Slot, SlotPage, SlotQuery } from '../domain/slot.js';
export { addDays } from '../domain/time/plain-date.js';
export { firstInstantFrom, formatInstant, instantsOf, offsetAt, offsetText, wallTime } from '../domain/time/zone.js';
export type { WaitlistRequest } from '../domain/waitlist.js';
