import type { JourneyMessages } from './messages.js';

/** Dutch. */
export const nl = {
  steps: {
    consultation: 'Over u',
    design: 'Uw ontwerp',
    booking: 'Uw afspraak',
    care: 'Uw verzorging',
  },
  stepsLabel: 'Stappen',
  place: (number, of) => `Stap ${number} van ${of}`,
  allSteps: 'Alle stappen tonen',
  done: 'klaar',
  skipped: 'voorlopig overgeslagen',
  goOn: (step) => `Verder: ${step}`,
  goBack: (step) => `Terug: ${step}`,
  skip: 'Voorlopig overslaan',
  restored:
    'Welkom terug. U bent waar u gebleven was. Uw antwoorden over uw gezondheid en uw foto’s worden nooit op dit apparaat bewaard.',
  sentTitle: 'Uw antwoorden zijn verstuurd',
  aftercare: 'Nu al lezen: de dagen erna',
  touchUps: 'Nu al lezen: de jaren erna',
} satisfies JourneyMessages;
