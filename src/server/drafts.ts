import * as z from 'zod/mini';
import { BookingDraft } from '../domain/booking.js';
import { ConsultationDraft } from '../domain/consultation/consultation.js';
import { CourseDraft } from '../domain/course/course.js';
import { HairlineDesign } from '../domain/design/hairline-design-schema.js';

/** What pages do not look into before they send it. */
const design = { design: z.optional(HairlineDesign) };

export const BookingBody = z.extend(BookingDraft, design);
export const CourseBody = z.extend(CourseDraft, design);
export const ConsultationBody = z.extend(ConsultationDraft, design);
