import * as z from 'zod/mini';
import { Booking } from '../domain/booking.js';
import { TouchUpPlan } from '../domain/care/touch-up-request.js';
import { Clinic } from '../domain/clinic.js';
import { Consultation } from '../domain/consultation/consultation.js';
import { Photo } from '../domain/consultation/photo.js';
import { Course } from '../domain/course/course.js';
import { CourseOffer } from '../domain/course/course-offer.js';
import { JOURNEY_BOOKINGS } from '../domain/journey/journey-plan.js';
import { JOURNEY_STEPS } from '../domain/journey/journey-step.js';
import { Hold } from '../domain/hold.js';
import { ManagedBooking } from '../domain/managed-booking.js';
import { SlotPage } from '../domain/slot.js';
import { Instant } from '../domain/time/instant.js';

/** The server's clock when it answered; every JSON answer has it. */
const serverTime = { serverTime: Instant };

const Steps = z.optional(z.array(z.enum(JOURNEY_STEPS)));

export const ClinicAnswer = z.extend(Clinic, {
  courses: z.optional(z.array(CourseOffer).check(z.maxLength(20))),
  journey: z.optional(z.object({ steps: Steps, skippable: Steps, booking: z.optional(z.enum(JOURNEY_BOOKINGS)) })),
  capabilities: z.object({
    holds: z.boolean(),
    waitlist: z.boolean(),
    consultations: z.boolean(),
    photos: z.boolean(),
    management: z.boolean(),
    courses: z.boolean(),
    touchUps: z.boolean(),
  }),
  ...serverTime,
});
export const SlotPageAnswer = z.extend(SlotPage, serverTime);
export const HoldAnswer = z.extend(Hold, serverTime);
export const BookingAnswer = z.extend(Booking, serverTime);
export const ManagedBookingAnswer = z.extend(ManagedBooking, serverTime);
export const CourseAnswer = z.extend(Course, serverTime);
export const ConsultationAnswer = z.extend(Consultation, serverTime);
export const PhotoAnswer = z.extend(Photo, serverTime);
export const TouchUpPlanAnswer = z.extend(TouchUpPlan, serverTime);
/** The same for everybody, so that it tells of nobody. */
export const TouchUpAnswer = z.object(serverTime);
export const WaitlistAnswer = z.object(serverTime);
export const HealthAnswer = z.object({
  status: z.enum(['ok', 'unavailable']),
  apiVersion: z.literal('v1'),
  /** The time-zone data release of the server's runtime, where it tells: `2026c`. */
  tzdb: z.optional(z.string()),
  ...serverTime,
});
