// What an adapter on the server's side is written with.
export type {
  AdapterCapabilities,
  RequestOptions,
  SchedulingAdapter,
  UploadOptions,
  WriteOptions,
} from '../adapters/adapter.js';
export { Availability } from '../domain/availability.js';
export type { Candidate, SlotSearch } from '../domain/availability.js';
export type { Booking, BookingDraft, BookingStatus } from '../domain/booking.js';
export { changeableUntil, checkChanges, managedVersion } from '../domain/booking-change.js';
export { BusyTimes } from '../domain/busy-times.js';
export type { BusyRange, TimeSpan } from '../domain/busy-times.js';
export {
  changeTouchUps,
  newTouchUps,
  renewTouchUps,
  touchUpKey,
  touchUpPlanOf,
} from '../domain/care/kept-touch-ups.js';
export type { KeptTouchUps } from '../domain/care/kept-touch-ups.js';
export type {
  TouchUpChannel,
  TouchUpConsent,
  TouchUpPlan,
  TouchUpRequest,
  TouchUpStop,
  TouchUpUpdate,
} from '../domain/care/touch-up-request.js';
export { Clinic } from '../domain/clinic.js';
export type { Answers } from '../domain/consultation/answer.js';
export { consultationIssues } from '../domain/consultation/consultation-issues.js';
export { ConsentPurpose } from '../domain/consultation/consent.js';
export type { ConsentRecord } from '../domain/consultation/consent.js';
export type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
export type { Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
export { consultationSummary } from '../domain/consultation/consultation-summary.js';
export type {
  ConsultationSummary,
  SummaryFlag,
  SummaryOptions,
  SummaryRow,
} from '../domain/consultation/consultation-summary.js';
export { hairLossOf } from '../domain/consultation/hair-loss.js';
export type { HairLoss, HairLossBand, HairLossPattern } from '../domain/consultation/hair-loss.js';
export { MAX_PHOTO_BYTES, MAX_PHOTO_SIDE, PHOTO_TYPES, PhotoAngle } from '../domain/consultation/photo.js';
export type { Photo, PhotoName, PhotoUpload } from '../domain/consultation/photo.js';
export type { Question } from '../domain/consultation/question.js';
export type { Questionnaire } from '../domain/consultation/questionnaire.js';
export { applySettings } from '../domain/consultation/questionnaire-settings.js';
export type { AppliedSettings, ConsultationSettings } from '../domain/consultation/questionnaire-settings.js';
export { screen } from '../domain/consultation/screen.js';
export { needsApproval } from '../domain/consultation/approval.js';
export { checkLate, moveLimits } from '../domain/consultation/move-limits.js';
export type { SlotStart } from '../domain/consultation/service-limits.js';
export type { ScreeningOutcome } from '../domain/consultation/screening.js';
export type { Contact } from '../domain/contact.js';
export { designIssues } from '../domain/design/design-issues.js';
export { checkDesignSettings } from '../domain/design/design-settings-check.js';
export type { DesignSettings } from '../domain/design/design-settings.js';
export { designSummary } from '../domain/design/design-summary.js';
export { HairlineDesign } from '../domain/design/hairline-design-schema.js';
export type { Shade } from '../domain/design/pigment.js';
export { isSmpError, SmpError } from '../domain/errors.js';
export type { SmpErrorCode, SmpErrorOptions, SmpIssue } from '../domain/errors.js';
export { checkCourse, checkGaps, isCourseOnRequest, slotTakenAt } from '../domain/course/course-check.js';
export { offersOf } from '../domain/course/course-offers.js';
export { CourseDeposit } from '../domain/course/course-offer.js';
export type { CourseOffer } from '../domain/course/course-offer.js';
export type { Course, CourseDraft } from '../domain/course/course.js';
export { depositLink } from '../domain/course/deposit-link.js';
export { dueDeposit } from '../domain/course/due-deposit.js';
export { gapIssue, SessionGap } from '../domain/course/session-gap.js';
export type { GapIssue } from '../domain/course/session-gap.js';
export type { DueDeposit, ManagedBooking, ManagedSession, ManageToken } from '../domain/managed-booking.js';
export type { CancelRequest, RescheduleRequest, SessionMove } from '../domain/management-request.js';
export type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
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
export type { Service } from '../domain/service.js';
export { parseSlotId, slotId } from '../domain/slot-id.js';
export type { SlotKey } from '../domain/slot-id.js';
export type { Slot, SlotPage, SlotQuery } from '../domain/slot.js';
export { addDays, daysBetween, isPlainDate } from '../domain/time/plain-date.js';
export { firstInstantFrom, formatInstant, instantsOf, offsetAt, offsetText, wallTime } from '../domain/time/zone.js';
export type { WaitlistRequest } from '../domain/waitlist.js';
