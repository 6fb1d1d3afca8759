import type { SchedulingAdapter } from '../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { ConsultationSettings } from '../../src/domain/consultation/questionnaire-settings.js';

/** What a clinic changes in the questionnaire. */
const consultation: ConsultationSettings = {
  questionnaire: {
    version: '2026-11',
    remove: ['howHeard', 'scalpSkinType'],
    change: [{ id: 'treatmentGoal', label: 'What would you like to change?' }],
    add: [
      {
        after: 'treatmentGoal',
        id: 'budget',
        kind: 'single',
        label: 'How much would you like to spend?',
        options: [
          { value: 'under-1000', label: 'Under £1,000' },
          { value: 'more', label: '£1,000 or more' },
          { value: 'unsure', label: 'I’m not sure' },
        ],
      },
    ],
  },
};

/** The same backend, of a clinic that asks in its own way. */
export function withQuestions(adapter: MemoryAdapter): SchedulingAdapter {
  return { ...adapter, getClinic: async (options) => ({ ...(await adapter.getClinic(options)), consultation }) };
}
