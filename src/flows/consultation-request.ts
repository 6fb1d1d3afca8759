import type { Attribution } from '../domain/attribution.js';
import type { Answer, Answers } from '../domain/consultation/answer.js';
import type { ConsentPurpose, ConsentRequest } from '../domain/consultation/consent.js';
import type { BookingProof, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { Question } from '../domain/consultation/question.js';
import { answerTo } from '../domain/consultation/questionnaire.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import { plainDigits } from '../domain/plain-digits.js';
import type { ConsultationState } from './consultation-state.js';

/** The words of each consent, as the clinic or the widget puts them. */
export type ConsentWordings = Readonly<Record<ConsentPurpose, ConsentRequest>>;

/** What the page knows and the visitor does not type. */
export interface ConsultationOrigin {
  readonly booking?: BookingProof | undefined;
  readonly design?: HairlineDesign | undefined;
  readonly attribution?: Attribution | undefined;
  readonly locale?: string | undefined;
}

/** May the answer be kept over a reload? Nothing about health, no free text (people write about theirs), no consent. */
export function isStorable({ kind, health, unstored }: Question): boolean {
  return !health && !unstored && !['text', 'long-text', 'consent', 'contact', 'photos'].includes(kind);
}

/** The answers to these questions only. */
export function answersTo(questions: readonly Question[], answers: Answers): Record<string, Answer> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = answerTo(answers, id);
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

/** Is the purpose ticked on a page that is asked? */
export const isGranted = ({ asked, counting }: ConsultationState, purpose: ConsentPurpose): boolean =>
  asked.some(({ id, kind }) => {
    const answer = counting[id];
    return kind === 'consent' && typeof answer === 'object' && answer.includes(purpose);
  });

/** What photos need to be sent. */
export const PHOTOS = 'photos-assessment';

/** Do the photos go along? Only with consent, and where the page that shows them is asked for. */
export const photosGo = (state: ConsultationState): boolean =>
  isGranted(state, PHOTOS) && state.asked.some(({ kind }) => kind === 'photos');

/** What is sent. Undefined before the outcome is known. */
export function consultationRequest(
  state: ConsultationState,
  { booking, design, attribution, locale }: ConsultationOrigin = {},
): ConsultationDraft | undefined {
  const { asked, counting, contact, questionnaire, outcome, decided } = state;
  if (!outcome) return undefined;
  const purposes = asked.flatMap(({ kind, purposes: own = [] }) => (kind === 'consent' ? own : []));
  const phone = plainDigits(contact.phone);
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    answers: answersTo(asked, counting) as ConsultationDraft['answers'],
    outcome,
    contact: { name: contact.name.trim(), email: contact.email.trim(), ...(phone && { phone }) },
    consents: (['privacy', ...purposes] as const).flatMap((purpose) => decided[purpose] ?? []),
    ...(booking && { booking }),
    ...(design && { design }),
    ...(attribution && Object.keys(attribution).length > 0 && { attribution }),
    ...(locale !== undefined && { locale }),
  };
}
