import type { Booking, BookingDraft } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { Photo, PhotoName, PhotoUpload } from '../domain/consultation/photo.js';
import type { TouchUpPlan, TouchUpRequest, TouchUpStop, TouchUpUpdate } from '../domain/care/touch-up-request.js';
import type { ManagedBooking, ManageToken } from '../domain/managed-booking.js';
import type { CancelRequest, RescheduleRequest } from '../domain/management-request.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import type { Hold, HoldProof, HoldRequest } from '../domain/hold.js';
import type { SlotPage, SlotQuery } from '../domain/slot.js';
import type { WaitlistRequest } from '../domain/waitlist.js';

/** What a backend can do beyond telling its times and taking bookings. Declared, never found out by failing. */
export interface AdapterCapabilities {
  /** `holdSlot`, `extendHold` and `releaseHold` are there. Without: book, and on a conflict list again. */
  readonly holds: boolean;
  /** `joinWaitlist` is there. Without: a fully booked calendar shows the clinic's phone number. */
  readonly waitlist: boolean;
  /**
   * `submitConsultation` and `eraseConsultation` are there. Without: a summary of the answers goes into the note of a
   * booking. Default false.
   */
  readonly consultations?: boolean;
  /** `uploadPhoto` and `deletePhoto` are there, beside `consultations`. Without: no photos are asked for. Default false. */
  readonly photos?: boolean;
  /**
   * `getBooking`, `reschedule` and `cancel` are there, and bookings come with a `manageToken`. Without: visitors are
   * told to call the clinic. Default false.
   */
  readonly management?: boolean;
  /**
   * `bookCourse` is there. Without: the sessions are booked one by one, and cancelled again if a later one fails. Default
   * false.
   */
  readonly courses?: boolean;
  /**
   * `signUpForTouchUps`, `getTouchUps`, `updateTouchUps` and `stopTouchUps` are there, and reminders are really sent.
   * Without: dates are offered as a calendar file. Default false.
   */
  readonly touchUps?: boolean;
}

/** Options of a read. */
export interface RequestOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Options of a write. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names this operation, `[A-Za-z0-9_-]{16,64}`. The same id with the same content must have one effect however often
   * it arrives, and the same answer: a visitor whose answer was lost sends it again. The free note of a booking or a course
   * is no part of that content: pages forget it when they are loaded again, since people write about their health in it.
   */
  readonly operationId: string;
}

/** Options of an upload. */
export interface UploadOptions extends WriteOptions {
  /** Told how much has been sent, from 0 to 1, as often as is known. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Translates between the widgets and one scheduling backend. It only translates: checks, time-outs, retries and words
 * for visitors are the Scheduler's. A refusal is thrown as an `SmpError` with the fitting code.
 *
 * Optional methods are there exactly when the capability of their kind is declared.
 */
export interface SchedulingAdapter {
  /** For diagnosis: `http`, `memory`, `postgres`. */
  readonly name: string;
  readonly capabilities: AdapterCapabilities;

  /** @throws `not-found`, `unauthorized` */
  getClinic(options?: RequestOptions): Promise<Clinic>;
  /** Free times in order of their instant. @throws `not-found` (service, practitioner, location), `validation` (range) */
  listSlots(query: SlotQuery, options?: RequestOptions): Promise<SlotPage>;
  /** @throws `slot-taken` with alternatives, `hold-expired`, `validation`, `not-found` */
  createBooking(draft: BookingDraft, options: WriteOptions): Promise<Booking>;

  /**
   * Keeps a time for a while.
   * @throws `slot-taken` with alternatives, `not-found`; `not-supported` where this time is not kept at present and can be
   *   booked all the same
   */
  holdSlot?(request: HoldRequest, options: WriteOptions): Promise<Hold>;
  /** Prolongs a live hold. @throws `hold-expired`, `unauthorized` (wrong token) */
  extendHold?(hold: HoldProof, options: WriteOptions): Promise<Hold>;
  /** Lets a hold go. Succeeds also when it is gone already. @throws `unauthorized` (wrong token) */
  releaseHold?(hold: HoldProof, options: WriteOptions): Promise<void>;

  /** Answers the same whether or not this person was on the list, so that nobody can probe for addresses. */
  joinWaitlist?(request: WaitlistRequest, options: WriteOptions): Promise<void>;

  /**
   * Stores a questionnaire that was filled in. Health answers need the consent `health-data` in the same request.
   * @throws `validation`, `not-found` (booking), `unauthorized` (booking's token)
   */
  submitConsultation?(draft: ConsultationDraft, options: WriteOptions): Promise<Consultation>;
  /** Forgets a consultation with its photos. Succeeds also when it is gone already. @throws `unauthorized` */
  eraseConsultation?(proof: ConsultationProof, options: WriteOptions): Promise<void>;

  /**
   * Stores a photo, in place of an earlier one of the same angle. Needs the consent `photos-assessment` in the consultation.
   * @throws `validation` (no photo, too large, no consent), `not-found`, `unauthorized`
   */
  uploadPhoto?(photo: PhotoUpload, options: UploadOptions): Promise<Photo>;
  /** Forgets one photo. Succeeds also when it is gone already. @throws `unauthorized` */
  deletePhoto?(photo: PhotoName, options: WriteOptions): Promise<void>;

  /**
   * Books all sessions of a course or none. Each session is a booking of its own; a token of any of them opens the whole.
   * @throws `not-found` (offer), `slot-taken` with an issue at `/sessions/1` and alternatives, `hold-expired`,
   * `validation` (sessions that are not the offer's; `too-soon`, `too-late`)
   */
  bookCourse?(draft: CourseDraft, options: WriteOptions): Promise<Course>;

  /** What a manage token opens. @throws `unauthorized`: the same for a token that is forged, has run out, or was replaced */
  getBooking?(token: ManageToken, options?: RequestOptions): Promise<ManagedBooking>;
  /**
   * Moves sessions to other times of the same service: all or none.
   * @throws `unauthorized`, `version-conflict`, `slot-taken` (issue at `/moves/1`, with alternatives), `validation` (a gap:
   * `too-soon`, `too-late`), `not-found` with issue `gone` (cancelled, past, or too near)
   */
  reschedule?(request: RescheduleRequest, options: WriteOptions): Promise<ManagedBooking>;
  /** Cancels sessions: all or none. @throws `unauthorized`, `version-conflict`, `not-found` with issue `gone` */
  cancel?(request: CancelRequest, options: WriteOptions): Promise<ManagedBooking>;

  /**
   * Stores who wants to be reminded of touch-ups, and sends them a link with their token by the channel they chose. Answers
   * the same whether or not this person had asked before, so that nobody can probe for addresses; what was asked for last
   * counts.
   * @throws `validation`
   */
  signUpForTouchUps?(request: TouchUpRequest, options: WriteOptions): Promise<void>;
  /** What a touch-up token opens. @throws `unauthorized`: the same for any token that opens nothing */
  getTouchUps?(token: ManageToken, options?: RequestOptions): Promise<TouchUpPlan>;
  /**
   * Changes dates or channels.
   * @throws `unauthorized`, `version-conflict`, `validation`, `not-found` with issue `gone` (stopped)
   */
  updateTouchUps?(update: TouchUpUpdate, options: WriteOptions): Promise<TouchUpPlan>;
  /** Ends all reminders. Succeeds also when they have ended already. @throws `unauthorized` */
  stopTouchUps?(stop: TouchUpStop, options: WriteOptions): Promise<void>;
}
