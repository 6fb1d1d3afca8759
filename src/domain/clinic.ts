import * as z from 'zod/mini';
import { ConsentRequest } from './consultation/consent.js';
import { Location } from './location.js';
import { Practitioner } from './practitioner.js';
import { Service } from './service.js';
import { Id, LongText, ShortText } from './text.js';
import { TimeZoneName } from './time/instant.js';
import { WholeNumber } from './whole-number.js';

/** The clinic's own rules, in its own words. Shown as text, never interpreted. */
export const ClinicPolicies = z.object({
  /** Shown before a booking is sent and before it is cancelled. */
  cancellation: z.optional(LongText),
  /** Shown on the confirmation: what happens next and when. */
  nextSteps: z.optional(LongText),
  privacyUrl: z.optional(LongText),
  /** Whether a phone number is asked for. Default `optional`. */
  phone: z.optional(z.catch(z.enum(['required', 'optional', 'none']), 'optional')),
  /** How long before its start a booking can be moved or cancelled online, in hours. Default 0. */
  changeNoticeHours: z.optional(z.catch(WholeNumber.check(z.minimum(0), z.maximum(720)), 0)),
});
export type ClinicPolicies = z.infer<typeof ClinicPolicies>;

/** What the backend behind an adapter can do, told by the backend where the adapter alone can't know. */
export const BackendCapabilities = z.object({
  holds: z.optional(z.boolean()),
  waitlist: z.optional(z.boolean()),
  consultations: z.optional(z.boolean()),
  photos: z.optional(z.boolean()),
  management: z.optional(z.boolean()),
  courses: z.optional(z.boolean()),
  touchUps: z.optional(z.boolean()),
});
export type BackendCapabilities = z.infer<typeof BackendCapabilities>;

/** Everything the widgets need to know about a clinic before a visitor chooses anything. */
export const Clinic = z.object({
  id: Id,
  name: ShortText,
  timeZone: TimeZoneName,
  phone: z.optional(ShortText),
  email: z.optional(ShortText),
  website: z.optional(LongText),
  locations: z.array(Location).check(z.maxLength(100)),
  services: z.array(Service).check(z.maxLength(200)),
  practitioners: z.array(Practitioner).check(z.maxLength(200)),
  policies: z.optional(ClinicPolicies),
  /** `false` switches off what the adapter declares. */
  capabilities: z.optional(BackendCapabilities),
  /**
   * The clinic's changes to questionnaire and screening: see `ConsultationSettings`. Read by what asks the questions and
   * not here, so that a mistake in it can't keep anybody from booking.
   */
  consultation: z.optional(z.unknown()),
  /** What the clinic offers in the hairline picker: see `DesignSettings`. Read by the picker alone. */
  design: z.optional(z.unknown()),
  /** The clinic's changes to preparation and aftercare: see `CareSettings`. Read by what shows them. */
  care: z.optional(z.unknown()),
  /** Courses of several sessions that can be booked as one: see `CourseOffer`. Read by what books them. */
  courses: z.optional(z.unknown()),
  /** When the clinic looks at its work again: see `TouchUpSettings`. Read by the touch-up reminder alone. */
  touchUps: z.optional(z.unknown()),
  /** Which steps visitors go through, and what they book: see `JourneySettings`. Read by the journey alone. */
  journey: z.optional(z.unknown()),
  /** Consents asked for with a booking. Default: `privacy`, required, in the widget's words. */
  consents: z.optional(z.array(ConsentRequest).check(z.maxLength(7))),
});
export type Clinic = z.infer<typeof Clinic>;
