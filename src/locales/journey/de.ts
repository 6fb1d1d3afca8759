import type { JourneyMessages } from './messages.js';

/** German. */
export const de = {
  steps: {
    consultation: 'Über Sie',
    design: 'Ihr Entwurf',
    booking: 'Ihr Termin',
    care: 'Ihre Pflege',
  },
  stepsLabel: 'Schritte',
  place: (number, of) => `Schritt ${number} von ${of}`,
  allSteps: 'Alle Schritte anzeigen',
  done: 'erledigt',
  skipped: 'vorerst übersprungen',
  goOn: (step) => `Weiter: ${step}`,
  goBack: (step) => `Zurück: ${step}`,
  skip: 'Vorerst überspringen',
  restored:
    'Willkommen zurück. Sie sind dort, wo Sie aufgehört haben. Ihre Antworten zu Ihrer Gesundheit und Ihre Fotos werden nie auf diesem Gerät gespeichert.',
  sentTitle: 'Ihre Antworten sind gesendet',
  aftercare: 'Jetzt schon lesen: die Tage danach',
  touchUps: 'Jetzt schon lesen: die Jahre danach',
} satisfies JourneyMessages;
