import type { JourneyMessages } from './messages.js';

/** Polish. */
export const pl = {
  steps: {
    consultation: 'Informacje',
    design: 'Projekt',
    booking: 'Wizyta',
    care: 'Pielęgnacja',
  },
  stepsLabel: 'Kroki',
  place: (number, of) => `Krok ${number} z ${of}`,
  allSteps: 'Pokaż wszystkie kroki',
  done: 'gotowe',
  skipped: 'na razie pominięte',
  goOn: (step) => `Dalej: ${step}`,
  goBack: (step) => `Wstecz: ${step}`,
  skip: 'Na razie pomiń',
  restored:
    'Witamy ponownie. To miejsce, w którym przerwano. Odpowiedzi o zdrowiu i zdjęcia nigdy nie są przechowywane na tym urządzeniu.',
  sentTitle: 'Odpowiedzi zostały wysłane',
  aftercare: 'Przeczytaj już teraz: kolejne dni',
  touchUps: 'Przeczytaj już teraz: kolejne lata',
} satisfies JourneyMessages;
