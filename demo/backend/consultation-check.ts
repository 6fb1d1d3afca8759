import {
  consultationIssues,
  designIssues,
  screen,
  SmpError,
  wallTime,
  type AppliedSettings,
  type ConsultationDraft,
  type ScreeningOutcome,
  type SmpIssue,
} from 'smp-widgets/server';
import type { Opened } from './clinic-book.js';

/**
 * Checks what was sent against what the clinic asks, and works out what it means.
 * @param now milliseconds since 1970
 * @throws `validation`
 */
export function judgeConsultation(draft: ConsultationDraft, { clinic, plan }: Opened, now: number): ScreeningOutcome {
  const { questionnaire, rules, patchTestHours } = plan;
  const today = wallTime(clinic.timeZone, now).date;
  const { id, version } = draft.questionnaire;
  const isCurrent = id === questionnaire.id && version === questionnaire.version;
  const issues = [
    ...designIssues(draft),
    ...(isCurrent ? consultationIssues(draft, questionnaire, today) : strayIssues(draft, plan)),
  ];
  if (issues.length > 0)
    throw new SmpError('validation', 'These are no answers to the questionnaire, or this is no design', { issues });
  return screen(rules, { questionnaire, answers: draft.answers, today, patchTestHours });
}

/**
 * The clinic has changed its questionnaire while somebody answered the earlier one. What they have said is worth keeping;
 * but without consent, only what is known to tell nothing of anybody's health.
 */
function strayIssues({ answers, consents }: ConsultationDraft, { questionnaire }: AppliedSettings): SmpIssue[] {
  if (consents.some(({ purpose, granted }) => purpose === 'health-data' && granted)) return [];
  const harmless = new Set(questionnaire.questions.filter(({ health }) => !health).map(({ id }) => id));
  return Object.keys(answers).every((id) => harmless.has(id)) ? [] : [{ pointer: '/consents', code: 'no-consent' }];
}
