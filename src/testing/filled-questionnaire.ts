import type { Answer, Answers } from '../domain/consultation/answer.js';
import type { ConsentPurpose, ConsentRecord } from '../domain/consultation/consent.js';
import type { Question } from '../domain/consultation/question.js';
import { valuesOf, walk, type Questionnaire } from '../domain/consultation/questionnaire.js';

/** A questionnaire as somebody has filled it in who answers only what has to be answered. */
export interface FilledQuestionnaire {
  readonly answers: Answers;
  readonly consents: ConsentRecord[];
}

function answerOf(question: Question, answers: Answers, granted: readonly ConsentPurpose[]): Answer | undefined {
  const { kind, required, purposes = [] } = question;
  const [first] = valuesOf(question, answers) ?? [];
  switch (kind) {
    case 'consent': {
      const ticked = purposes.filter((purpose) => granted.includes(purpose));
      return ticked.length > 0 ? ticked : undefined;
    }
    case 'multi':
      return required && first !== undefined ? [first] : undefined;
    case 'single':
    case 'picture':
    case 'yes-no':
      return required ? first : undefined;
    case 'number':
    case 'scale':
      return required ? (question.min ?? (kind === 'scale' ? 1 : 0)) : undefined;
    case 'date':
      return required ? (question.tense === 'future' ? '2099' : '2020') : undefined;
    case 'text':
    case 'long-text':
      return required ? 'A word' : undefined;
    case 'contact':
    case 'photos':
      return undefined;
  }
}

/** Fills in a questionnaire with these consents and no others. Who is asked their age is of age. */
export function fillQuestionnaire(
  questionnaire: Questionnaire,
  granted: readonly ConsentPurpose[],
): FilledQuestionnaire {
  const answers: Record<string, Answer> = {};
  const done = new Set<string>();
  for (;;) {
    const next = walk(questionnaire, answers).asked.find(({ id }) => !done.has(id));
    if (!next) break;
    done.add(next.id);
    const answer = answerOf(next, answers, granted);
    if (answer !== undefined) answers[next.id] = answer;
  }
  const { asked } = walk(questionnaire, answers);
  const purposes = asked.flatMap((question) => (question.kind === 'consent' ? (question.purposes ?? []) : []));
  const record = (purpose: ConsentPurpose, isGranted: boolean): ConsentRecord => ({
    purpose,
    granted: isGranted,
    version: 'suite-1',
    at: new Date().toISOString(),
  });
  return {
    answers,
    consents: [record('privacy', true), ...purposes.map((purpose) => record(purpose, granted.includes(purpose)))],
  };
}
