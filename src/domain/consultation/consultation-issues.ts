import type { SmpIssue } from '../errors.js';
import { addDays, type PlainDate } from '../time/plain-date.js';
import { answerIssue } from './answer-check.js';
import type { Answers } from './answer.js';
import type { ConsentPurpose } from './consent.js';
import type { ConsultationDraft } from './consultation.js';
import { answerTo, walk, type Questionnaire } from './questionnaire.js';

/** What is checked on the server's side of a consultation. */
export type CheckedDraft = Pick<ConsultationDraft, 'questionnaire' | 'consents'> & { readonly answers: Answers };

/**
 * What is wrong with a consultation as it was sent: answers to questions that were not asked, or of the wrong kind;
 * required ones that are missing; consents that do not match what was ticked; and health answers without consent on
 * record. At most 20 issues, with JSON pointers into the draft. Contact and outcome are not looked at.
 * @param today the clinic's date
 */
export function consultationIssues(draft: CheckedDraft, questionnaire: Questionnaire, today: PlainDate): SmpIssue[] {
  const { answers, consents } = draft;
  const issues: SmpIssue[] = [];
  const wrong = (pointer: string, code: string) => issues.push({ pointer, code });
  if (draft.questionnaire.id !== questionnaire.id) wrong('/questionnaire/id', 'unknown');
  if (draft.questionnaire.version !== questionnaire.version) wrong('/questionnaire/version', 'unknown');

  const { asked, answers: counting } = walk(questionnaire, answers);
  for (const id of Object.keys(answers)) {
    if (!asked.some((question) => question.id === id)) wrong(`/answers/${id}`, 'not-asked');
  }
  const isGranted = (purpose: ConsentPurpose) => consents.some((one) => one.purpose === purpose && one.granted);
  const ticked = new Set<string>();
  for (const question of asked) {
    const { id, kind, health, tense } = question;
    const answer = answerTo(answers, id);
    // Where the visitor is, it may be tomorrow already, or yesterday still.
    const code = answerIssue(question, answer, { today: addDays(today, tense === 'future' ? -1 : 1) });
    if (code) wrong(`/answers/${id}`, code);
    else if (JSON.stringify(answer) !== JSON.stringify(answerTo(counting, id))) wrong(`/answers/${id}`, 'not-offered');
    else if (health && answer !== undefined && !isGranted('health-data')) wrong(`/answers/${id}`, 'no-consent');
    if (kind === 'consent' && typeof answer === 'object') {
      for (const purpose of answer) ticked.add(purpose);
      if (!answer.every((purpose) => isGranted(purpose as ConsentPurpose))) wrong(`/answers/${id}`, 'no-consent');
    }
  }
  consents.forEach(({ purpose, granted }, index) => {
    const first = consents.findIndex((one) => one.purpose === purpose);
    if (first < index) wrong(`/consents/${index}`, 'repeated');
    else if (granted && purpose !== 'privacy' && !ticked.has(purpose)) wrong(`/consents/${index}`, 'not-asked');
  });
  return issues.slice(0, 20);
}
