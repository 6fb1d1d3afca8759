// The public names: element and event classes, errors, and the types of an adapter. Registers nothing.
export type {
  AdapterCapabilities,
  RequestOptions,
  SchedulingAdapter,
  UploadOptions,
  WriteOptions,
} from './adapters/adapter.js';
export type { Attribution } from './domain/attribution.js';
export type { Booking, BookingDraft, BookingStatus } from './domain/booking.js';
export type { BackendCapabilities, Clinic, ClinicPolicies } from './domain/clinic.js';
export { TOUCH_UP_SOURCES } from './domain/care/touch-up-sources.js';
export type {
  TouchUpChannel,
  TouchUpConsent,
  TouchUpPlan,
  TouchUpRequest,
  TouchUpStop,
  TouchUpUpdate,
} from './domain/care/touch-up-request.js';
export type { TouchUpSettings } from './domain/care/touch-up.js';
export type { Answer, Answers } from './domain/consultation/answer.js';
export { CARE_SOURCES, CARE_SPREADS } from './domain/care/care-sources.js';
export type { CareSettings, ExtraStep } from './domain/care/care-settings.js';
export type { Condition } from './domain/consultation/condition.js';
export type { ConsentPurpose, ConsentRecord, ConsentRequest } from './domain/consultation/consent.js';
export type { ConsultationProof } from './domain/consultation/consultation-proof.js';
export { consultationSummary } from './domain/consultation/consultation-summary.js';
export type { ConsultationSummary, SummaryOptions } from './domain/consultation/consultation-summary.js';
export type { Consultation, ConsultationDraft } from './domain/consultation/consultation.js';
export { defaultQuestionnaire } from './domain/consultation/default-questionnaire.js';
export type { Photo, PhotoAngle, PhotoName, PhotoUpload } from './domain/consultation/photo.js';
export type { Question, QuestionOption } from './domain/consultation/question.js';
export type { Questionnaire } from './domain/consultation/questionnaire.js';
export type { ConsultationSettings } from './domain/consultation/questionnaire-settings.js';
export { defaultScreeningRules } from './domain/consultation/screening-rules.js';
export { SCREENING_SOURCES } from './domain/consultation/screening-sources.js';
export type { ScreeningOutcome, ScreeningRule } from './domain/consultation/screening.js';
export type { Contact } from './domain/contact.js';
export type { CourseOffer } from './domain/course/course-offer.js';
export { courseTemplate } from './domain/course/course-template.js';
export type { Course, CourseDraft } from './domain/course/course.js';
export { decodeDesign, encodeDesign } from './domain/design/design-code.js';
export { DESIGN_SOURCES } from './domain/design/design-sources.js';
export type { DesignOffer, DesignPreset, DesignSettings } from './domain/design/design-settings.js';
export type { HairlineDesign, HeadView } from './domain/design/hairline-design.js';
export type { Shade } from './domain/design/pigment.js';
export type { Enquiry } from './domain/enquiry.js';
export { isSmpError, SMP_ERROR_CODES, SmpError } from './domain/errors.js';
export type { SmpErrorCode, SmpErrorOptions, SmpIssue } from './domain/errors.js';
export type { Hold, HoldProof, HoldRequest } from './domain/hold.js';
export type { JourneySettings } from './domain/journey/journey-plan.js';
export type { JourneyStep } from './domain/journey/journey-step.js';
export type { DueDeposit, ManagedBooking, ManagedSession } from './domain/managed-booking.js';
export type { CancelRequest, RescheduleRequest } from './domain/management-request.js';
export type { Location } from './domain/location.js';
export type { Practitioner } from './domain/practitioner.js';
export type { Price, Service, ServiceKind, ServiceMode } from './domain/service.js';
export type { Slot, SlotPage, SlotQuery } from './domain/slot.js';
export type { PlainDate } from './domain/time/plain-date.js';
export type { WaitlistRequest } from './domain/waitlist.js';
export type { PageApi, PageEventName } from './embed/page-api.js';
export { SmpAftercare } from './elements/aftercare/aftercare.js';
export { SmpBookingManager } from './elements/booking-manager/booking-manager.js';
export { SmpClinic } from './elements/clinic/clinic.js';
export { SmpConsultation } from './elements/consultation/consultation.js';
export { SmpHairlinePicker } from './elements/hairline-picker/hairline-picker.js';
export { SmpLauncher } from './elements/launcher/launcher.js';
export type { WidgetSettings } from './elements/launcher/widget.js';
export { SmpJourney } from './elements/journey/journey.js';
export { SmpPreparation } from './elements/preparation/preparation.js';
export { SmpSlotBooker } from './elements/slot-booker/slot-booker.js';
export { SmpTouchUpReminder } from './elements/touch-up-reminder/touch-up-reminder.js';
export { SmpBookingCancelledEvent } from './events/booking-cancelled-event.js';
export { SmpBookingConfirmedEvent } from './events/booking-confirmed-event.js';
export { SmpBookingMovedEvent } from './events/booking-moved-event.js';
export { SmpBookingRefusedEvent } from './events/booking-refused-event.js';
export { SmpBookingRequestedEvent } from './events/booking-requested-event.js';
export { SmpConsultationSubmittedEvent } from './events/consultation-submitted-event.js';
export { SmpConsultationWithdrawnEvent } from './events/consultation-withdrawn-event.js';
export { SmpCourseConfirmedEvent } from './events/course-confirmed-event.js';
export { SmpCourseRequestedEvent } from './events/course-requested-event.js';
export { SmpErrorEvent } from './events/error-event.js';
export { SmpHairlineChangedEvent } from './events/hairline-changed-event.js';
export { SmpHairlineSelectedEvent } from './events/hairline-selected-event.js';
export { SmpLauncherClosedEvent } from './events/launcher-closed-event.js';
export { SmpLauncherOpenedEvent } from './events/launcher-opened-event.js';
export { SmpSlotHeldEvent } from './events/slot-held-event.js';
export { SmpSlotSelectedEvent } from './events/slot-selected-event.js';
export { SmpStepChangedEvent } from './events/step-changed-event.js';
export { SmpTouchUpBookingRequestedEvent } from './events/touch-up-booking-requested-event.js';
export { SmpTouchUpsChangedEvent } from './events/touch-ups-changed-event.js';
export type { TouchUpsChange } from './events/touch-ups-changed-event.js';
export { SmpWaitlistJoinedEvent } from './events/waitlist-joined-event.js';
export type { CareMessages } from './locales/care/messages.js';
export type { ConsultationMessages } from './locales/consultation/messages.js';
export type { CourseMessages } from './locales/course/messages.js';
export type { DepositMessages } from './locales/deposit/messages.js';
export type { HairlineMessages } from './locales/hairline/messages.js';
export type { LauncherMessages } from './locales/launcher/messages.js';
export type { JourneyMessages } from './locales/journey/messages.js';
export type { ManagementMessages } from './locales/management/messages.js';
export type { ClinicMessages, Messages } from './locales/messages.js';
export type { TouchUpMessages } from './locales/touch-up/messages.js';
export type { TouchUpReminderMessages } from './locales/touch-up/reminder-messages.js';
