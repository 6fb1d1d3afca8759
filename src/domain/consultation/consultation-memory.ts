import * as z from 'zod/mini';
import { Id } from '../text.js';
import { Answers } from './answer.js';
import { QuestionnaireName } from './consultation.js';

const Typed = z.optional(z.string().check(z.maxLength(300)));

/**
 * What outlives a reload of the page, in this tab and for a while: answers that tell nothing of anybody's health, and the
 * contact details. Consents are given anew.
 */
export const ConsultationMemory = z.object({
  /** The clinic's id: two clinics on one site must not share what a visitor told one of them. */
  clinic: Id,
  /** Answers to another version are kept where they still fit. */
  questionnaire: QuestionnaireName,
  answers: Answers,
  name: Typed,
  email: Typed,
  phone: Typed,
});
export type ConsultationMemory = z.infer<typeof ConsultationMemory>;
