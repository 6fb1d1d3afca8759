import type { Clinic, ConsultationSettings } from 'smp-widgets/server';
import { fakeClinic } from 'smp-widgets/testing';
import type { Seed } from './seed.js';

/** What the invented clinic asks beyond the usual: a budget, and in its own words how somebody heard of it. */
const consultation: ConsultationSettings = {
  questionnaire: {
    id: 'fadeaway',
    version: '2026-11',
    add: [
      {
        id: 'budget',
        after: 'timeframe',
        kind: 'single',
        label: 'How much would you like to spend?',
        hint: 'This helps us to suggest what fits. Prices depend on the area and on the number of sessions.',
        options: [
          { value: 'under-1000', label: 'Under £1,000' },
          { value: 'from-1000-to-2000', label: '£1,000 to £2,000' },
          { value: 'from-2000-to-3000', label: '£2,000 to £3,000' },
          { value: 'over-3000', label: 'Over £3,000' },
          { value: 'unsure', label: 'I don’t know yet' },
        ],
      },
    ],
    change: [{ id: 'howHeard', label: 'How did you find Fadeaway Studio?' }],
  },
};

/** The backend reminds by text message who agrees to it. */
const texts: NonNullable<Clinic['consents']>[number] = {
  purpose: 'appointment-sms',
  wording: 'Fadeaway Studio may send me text messages about my appointments.',
  version: '2026-11',
};
const { consents: [privacy, ...news] = [] } = fakeClinic.clinic;

/** The invented clinic with its own wishes for the consultation, and for what is agreed to with a booking. */
export const demoSeed: Seed = {
  ...fakeClinic,
  clinic: { ...fakeClinic.clinic, consultation, consents: [...(privacy ? [privacy] : []), texts, ...news] },
};
