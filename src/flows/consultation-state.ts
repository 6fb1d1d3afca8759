import type { Answers } from '../domain/consultation/answer.js';
import type { ConsentPurpose, ConsentRecord } from '../domain/consultation/consent.js';
import type { Consultation } from '../domain/consultation/consultation.js';
import type { Question } from '../domain/consultation/question.js';
import type { Questionnaire } from '../domain/consultation/questionnaire.js';
import type { ScreeningOutcome } from '../domain/consultation/screening.js';
import type { Clinic } from '../domain/clinic.js';
import type { SmpError } from '../domain/errors.js';
import type { WriteProgress } from './booking-state.js';
import type { ConsultationPhoto } from './consultation-photos.js';

/** One page of the consultation, beside those of its questions. */
export type ConsultationStep = 'question' | 'outcome' | 'check' | 'sent' | 'withdrawn';

/** Fields of the contact page. */
export type ContactField = 'name' | 'email' | 'phone';

/** Something to put right before going on. `field` is the question itself, or one of the fields of its page. */
export interface ConsultationIssue {
  readonly field: string;
  readonly code:
    | 'missing'
    | 'invalid'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'not-a-date'
    | 'in-future'
    | 'in-past'
    | 'exclusive'
    | 'unconfirmed'
    | 'preparing';
}

/** All that a consultation shows. */
export interface ConsultationState {
  /** `failed`: nothing can be asked here; `error` tells why. */
  readonly status: 'loading' | 'ready' | 'failed';
  readonly step: ConsultationStep;
  readonly clinic?: Clinic;
  readonly questionnaire: Questionnaire;
  /** The questions that are asked of somebody with these answers. */
  readonly asked: readonly Question[];
  /** The question of the page that is shown, or was shown last. */
  readonly question: Question;
  /** All that was answered, also to questions that are not asked any more: those are kept here and never sent. */
  readonly answers: Answers;
  /** Of these, the answers that count: to questions that are asked, and choices that are offered. */
  readonly counting: Answers;
  /** What stands in fields whose text is not an answer yet: by question, or `question.day` and so on. */
  readonly typed: Readonly<Record<string, string>>;
  readonly contact: Readonly<Record<ContactField, string>>;
  readonly privacy: boolean;
  /** What was said to each consent, as its page was left: in which words, and when. */
  readonly decided: Readonly<Partial<Record<ConsentPurpose, ConsentRecord>>>;
  readonly photos: readonly ConsultationPhoto[];
  /** Questions that were answered and fell away through the change of an earlier answer, until the page after is left. */
  readonly dropped: readonly Question[];
  /** The page was reached from the check page, and leads back there. */
  readonly returning: boolean;
  /** Answers of an earlier visit have come back. */
  readonly restored: boolean;
  readonly issues: readonly ConsultationIssue[];
  /** What the answers mean for a booking; known once the questions are through. */
  readonly outcome?: ScreeningOutcome;
  readonly submission: WriteProgress;
  readonly withdrawal: WriteProgress;
  readonly consultation?: Consultation;
  /** Why the last wish was not granted. */
  readonly error?: SmpError;
}
