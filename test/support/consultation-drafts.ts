import {
  applySettings,
  consultationIssues,
  type Answers,
  type ConsentRecord,
  type ConsultationDraft,
  type Questionnaire,
} from 'smp-widgets/server';

const AT = '2026-11-22T10:00:00Z';
const TODAY = '2026-11-23';

/** Consents to these purposes, and to no others. */
export function consentsTo(...purposes: ConsentRecord['purpose'][]): ConsentRecord[] {
  return purposes.map((purpose) => ({ purpose, granted: true, version: '2026-11', at: AT }));
}

/** Answers that fit: these, and to all else that has to be answered the first that is offered. */
export function answersWith(
  questionnaire: Questionnaire,
  given: Answers,
  consents: readonly ConsentRecord[],
): ConsultationDraft['answers'] {
  const answers: Record<string, Answers[string]> = { ...given };
  for (let tries = 0; tries < 60; tries += 1) {
    const sent = { questionnaire, answers: answers as ConsultationDraft['answers'], consents: [...consents] };
    const missing = consultationIssues(sent, questionnaire, TODAY).find(({ code }) => code === 'missing');
    const id = missing?.pointer.slice('/answers/'.length);
    const question = questionnaire.questions.find((one) => one.id === id);
    if (!question) break;
    const [first] = question.options ?? [];
    const value = first?.value ?? 'yes';
    answers[question.id] = question.kind === 'multi' ? ['none'] : question.kind === 'text' ? 'Text' : value;
  }
  return answers as ConsultationDraft['answers'];
}

/** What is said in {@link consultationDraft} beside what has to be. */
export interface Said {
  readonly answers?: Answers;
  readonly name?: string;
  readonly email?: string;
  /** Default: health and photos. */
  readonly consents?: readonly ConsentRecord['purpose'][];
  readonly settings?: unknown;
}

/** A consultation that can be sent: with consent to health questions, photos and nothing else. */
export function consultationDraft(said: Said = {}): ConsultationDraft {
  const { name = 'Test Visitor', email = 'visitor@example.com', settings = {} } = said;
  const { questionnaire } = applySettings(settings);
  const purposes = said.consents ?? ['health-data', 'photos-assessment'];
  const consents = consentsTo('privacy', ...purposes);
  const ticked = (purpose: ConsentRecord['purpose'], question: string) =>
    purposes.includes(purpose) ? { [question]: [purpose] } : {};
  const given: Answers = {
    ageConfirm18: 'yes',
    ...ticked('health-data', 'healthConsent'),
    ...ticked('photos-assessment', 'photosConsent'),
    ...said.answers,
  };
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    answers: answersWith(questionnaire, given, consents),
    outcome: { findings: [], consultation: true, treatment: 'open' },
    contact: { name, email },
    consents,
    locale: 'en-GB',
  };
}
