import type { JourneyMessages } from './messages.js';

/** Italian. */
export const it = {
  steps: {
    consultation: 'Su di Lei',
    design: 'Il Suo disegno',
    booking: 'Il Suo appuntamento',
    care: 'Le Sue cure',
  },
  stepsLabel: 'Passaggi',
  place: (number, of) => `Passaggio ${number} di ${of}`,
  allSteps: 'Mostra tutti i passaggi',
  done: 'fatto',
  skipped: 'saltato per ora',
  goOn: (step) => `Continua: ${step}`,
  goBack: (step) => `Indietro: ${step}`,
  skip: 'Salta per ora',
  restored:
    'La ritroviamo con piacere. Riprende da dove aveva lasciato. Le Sue risposte sulla salute e le Sue foto non vengono mai conservate su questo dispositivo.',
  sentTitle: 'Le Sue risposte sono state inviate',
  aftercare: 'Da leggere già ora: i giorni dopo',
  touchUps: 'Da leggere già ora: gli anni dopo',
} satisfies JourneyMessages;
