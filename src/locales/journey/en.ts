import type { JourneyMessages } from './messages.js';

/** English. */
export const en: JourneyMessages = {
  steps: {
    consultation: 'About you',
    design: 'Your design',
    booking: 'Your appointment',
    care: 'Your care',
  },
  stepsLabel: 'Steps',
  place: (number, of) => `Step ${number} of ${of}`,
  allSteps: 'Show all steps',
  done: 'done',
  skipped: 'skipped for now',
  goOn: (step) => `Continue: ${step}`,
  goBack: (step) => `Back: ${step}`,
  skip: 'Skip for now',
  restored:
    'Welcome back. You are where you left off. Your answers about your health and your photos are never kept on this device.',
  sentTitle: 'Your answers have been sent',
  aftercare: 'Read ahead: the days after',
  touchUps: 'Read ahead: the years after',
};
