import { SmpError } from '../../src/domain/errors.js';
import type { BrokenAdapter } from './broken-adapters.js';

const none = (): Promise<never> => Promise.reject(new SmpError('validation', 'Unknown field'));

/** Adapters that break one clause of what a hairline design is promised. */
export const brokenDesigns: readonly BrokenAdapter[] = [
  {
    what: 'knows no designs',
    fails: ['books with a hairline design', 'takes a consultation with a hairline design'],
    change: (whole) => ({
      createBooking: (draft, options) => (draft.design ? none() : whole.createBooking(draft, options)),
      submitConsultation: (draft, options) => (draft.design ? none() : whole.submitConsultation(draft, options)),
    }),
  },
  {
    what: 'takes a design for an answer on health',
    fails: ['takes a design also without consent to health questions'],
    change: (whole) => ({
      submitConsultation: (draft, options) =>
        draft.design && !draft.consents.some(({ purpose, granted }) => purpose === 'health-data' && granted)
          ? none()
          : whole.submitConsultation(draft, options),
    }),
  },
  {
    what: 'does not look at designs',
    fails: [
      'refuses a booking with a malformed design',
      'refuses a used operation id with another design',
      'refuses a consultation with a malformed design',
      'refuses a used operation id with another design in a consultation',
    ],
    change: (whole) => ({
      createBooking: ({ design: _, ...draft }, options) => whole.createBooking(draft, options),
      submitConsultation: ({ design: _, ...draft }, options) => whole.submitConsultation(draft, options),
    }),
  },
];
