import type { MemoryAdapter, MemoryAdapterOptions } from '../../../../src/adapters/memory.js';
import type { Answer } from '../../../../src/domain/consultation/answer.js';
import type { ConsultationDraft } from '../../../../src/domain/consultation/consultation.js';
import type { Question } from '../../../../src/domain/consultation/question.js';
import { backend, clinic } from '../../../support/clinic-page.js';

/** Has to come first, whatever a clinic asks. */
export const AGE: Question = {
  id: 'ageConfirm18',
  kind: 'single',
  required: true,
  options: [{ value: 'yes' }, { value: 'no' }],
};
/** Nobody could be answered without. */
export const CONTACT: Question = { id: 'contact', kind: 'contact', required: true };

/** What a clinic writes in its profile to ask these questions, between the one on age and the one on contact. */
export const asking = (...questions: readonly Question[]) => ({
  questionnaire: { id: 'northlight', version: '7', questions: [AGE, ...questions, CONTACT] },
});

/** A backend whose clinic has these settings. */
export const backendWith = (consultation: unknown, options: MemoryAdapterOptions = {}): MemoryAdapter =>
  backend({ ...options, clinic: { ...(options.clinic ?? clinic), consultation } });

/** A backend whose clinic asks these questions. */
export const backendAsking = (...questions: readonly Question[]): MemoryAdapter => backendWith(asking(...questions));

/** All that the last consultation sent. @throws where none has arrived */
export function lastDraft(adapter: MemoryAdapter): ConsultationDraft {
  const draft = adapter.state.consultations.at(-1)?.draft;
  if (!draft) throw new Error('No consultation has arrived');
  return draft;
}

/** The answer that arrived last. */
export const answered = (adapter: MemoryAdapter, id: string): Answer | undefined => lastDraft(adapter).answers[id];

/** One question of each kind that a visitor answers, as a clinic might ask them. */
export const EVERY_KIND: readonly Question[] = [
  {
    id: 'look',
    kind: 'single',
    label: 'Which look?',
    hint: 'There is no wrong one.',
    required: true,
    options: [
      { value: 'soft', label: 'Soft', hint: 'Few dots' },
      { value: 'crisp', label: 'Crisp' },
    ],
  },
  {
    id: 'places',
    kind: 'multi',
    label: 'Which places?',
    options: [
      { value: 'top', label: 'Top' },
      { value: 'sides', label: 'Sides' },
      { value: 'nowhere', label: 'Nowhere', exclusive: true },
    ],
  },
  {
    id: 'shape',
    kind: 'picture',
    label: 'Which shape?',
    options: [
      { value: 'a', label: 'Shape A', picture: 'norwood-2' },
      { value: 'b', label: 'Shape B', picture: 'norwood-6' },
    ],
  },
  { id: 'worry', kind: 'scale', label: 'How worried are you?', ends: ['Not at all', 'Very'] },
  { id: 'visits', kind: 'number', label: 'How many visits before?', min: 0, max: 12 },
  { id: 'nickname', kind: 'text', label: 'What shall we call you?', maxLength: 12 },
  { id: 'story', kind: 'long-text', label: 'Tell us more', maxLength: 300 },
  { id: 'since', kind: 'date', label: 'Since when?' },
  { id: 'wedding', kind: 'date', label: 'When is the wedding?', tense: 'future' },
  { id: 'sure', kind: 'yes-no', label: 'Are you sure?' },
];

/** The question of `EVERY_KIND` with this id, changed. @throws where there is none */
export function question(id: string, changes: Partial<Question> = {}): Question {
  const found = EVERY_KIND.find((one) => one.id === id);
  if (!found) throw new Error(`No question "${id}"`);
  return { ...found, ...changes };
}
