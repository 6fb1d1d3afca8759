import type { ConsultationMemory } from '../domain/consultation/consultation-memory.js';
import type { Question } from '../domain/consultation/question.js';
import { answerTo } from '../domain/consultation/questionnaire.js';
import type { ConsultationRecord } from './consultation-record.js';
import { answersTo, isStorable } from './consultation-request.js';
import { filledIn } from './known-contact.js';

/** Keeps what may be kept over a reload. */
export function keep({ state, options }: ConsultationRecord): void {
  const { clinic, asked, counting, contact, questionnaire } = state;
  if (!clinic) return;
  options.draft?.write({
    clinic: clinic.id,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    answers: answersTo(asked.filter(isStorable), counting) as ConsultationMemory['answers'],
    ...contact,
  });
}

/**
 * Brings back what was kept, as far as it still fits what is asked, where nothing has been said yet.
 * @returns the questions that are answered with it
 */
export async function recall(
  record: ConsultationRecord,
  fits: (question: Question, answer: ConsultationMemory['answers'][string] | undefined) => boolean,
): Promise<readonly Question[]> {
  const kept = record.options.draft?.read();
  const checks = kept === undefined ? undefined : await record.checks();
  const memory = checks?.ConsultationMemory.safeParse(kept).data;
  const { clinic, questionnaire, contact, answers } = record.state;
  if (!memory || memory.clinic !== clinic?.id || Object.keys(answers).length > 0) return [];
  const fitting = questionnaire.questions.filter(
    (question) =>
      isStorable(question) &&
      answerTo(memory.answers, question.id) !== undefined &&
      fits(question, memory.answers[question.id]),
  );
  if (fitting.length > 0) {
    record.set({
      ...record.asking(answersTo(fitting, memory.answers)),
      contact: filledIn(contact, memory),
      restored: true,
    });
  }
  return fitting;
}
