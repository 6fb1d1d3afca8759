export type { BotPasses } from './bot-check.js';
export type { AllowedOrigins } from './cors.js';
export { createHandler } from './handler.js';
export type { BotCheckInfo, Handler, HandlerOptions, LogEntry, RequestInfo } from './handler.js';
export { Problem, ProblemIssue } from '../domain/problem.js';
export type { ProblemCode } from '../domain/problem.js';

// What an adapter over a database is made of.
export type { AdapterCapabilities, RequestOptions, SchedulingAdapter, WriteOptions } from '../adapters/adapter.js';
export type { Booking, BookingDraft, BookingStatus } from '../domain/booking.js';
export { Clinic } from '../domain/clinic.js';
export type { Contact } from '../domain/contact.js';
export { isSmpError, SmpError } from '../domain/errors.js';
export type { SmpErrorCode, SmpErrorOptions, SmpIssue } from '../domain/errors.js';
export type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
export type { Service } from '../domain/service.js';
export type { Slot, SlotPage, SlotQuery } from '../domain/slot.js';
export type { WaitlistRequest } from '../domain/waitlist.js';

// The engine that works out free times.
export { Availability } from '../domain/availability.js';
export type { Candidate, SlotSearch, TimeSpan } from '../domain/availability.js';
export { BusyTimes } from '../domain/busy-times.js';
export type { BusyRange } from '../domain/busy-times.js';
export {
  BookingRules,
  Break,
  ClinicSchedule,
  ClosingTime,
  DaysOff,
  OpeningHours,
  PractitionerSchedule,
  ServiceRules,
} from '../domain/schedule.js';
export { parseSlotId, slotId } from '../domain/slot-id.js';
export type { SlotKey } from '../domain/slot-id.js';
export { addDays, daysBetween, isPlainDate } from '../domain/time/plain-date.js';
export { formatInstant, instantsOf, offsetAt, offsetText } from '../domain/time/zone.js';
export * from './adapter-kit.js';
