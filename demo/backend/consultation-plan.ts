import {
  defaultQuestionnaire,
  defaultScreeningRules,
  type Clinic,
  type Questionnaire,
  type ScreeningRule,
} from 'smp-widgets/server';

/** What a clinic asks, and what the answers mean there. */
export interface ConsultationPlan {
  readonly questionnaire: Questionnaire;
  readonly rules: readonly ScreeningRule[];
  readonly patchTestHours?: number | undefined;
}

/** The plan of a clinic. */
export function planOf(_clinic: Clinic): ConsultationPlan & { readonly mistakes: readonly string[] } {
  return { questionnaire: defaultQuestionnaire, rules: defaultScreeningRules, mistakes: [] };
}
