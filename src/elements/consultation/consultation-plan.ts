// Loaded only where a clinic changes the questionnaire, or where its backend takes no consultations.
import { shortSummary } from '../../domain/consultation/consultation-summary.js';
import type { QuestionnaireProblem } from '../../domain/consultation/questionnaire-check.js';
import { applySettings } from '../../domain/consultation/questionnaire-settings.js';
import type { ConsultationPlan } from '../../flows/consultation-record.js';
import { consultationRequest } from '../../flows/consultation-request.js';
import type { ConsultationState } from '../../flows/consultation-state.js';
import type { ConsultationMessages } from '../../locales/consultation/messages.js';

/** The clinic's consultation, or the default one with the reasons why. */
export const planOf: (settings: unknown) => ConsultationPlan & { readonly problems: readonly QuestionnaireProblem[] } =
  applySettings;

/** The gist of the answers, for the note of a booking. */
export function noteOf(state: ConsultationState, words: ConsultationMessages): string | undefined {
  const { questionnaire } = state;
  const request = consultationRequest(state);
  return request && shortSummary(request, { words, questionnaire });
}
