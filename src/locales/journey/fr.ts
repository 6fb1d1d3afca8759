import type { JourneyMessages } from './messages.js';

/** French. */
export const fr = {
  steps: {
    consultation: 'À votre sujet',
    design: 'Votre dessin',
    booking: 'Votre rendez-vous',
    care: 'Vos soins',
  },
  stepsLabel: 'Étapes',
  place: (number, of) => `Étape ${number} sur ${of}`,
  allSteps: 'Afficher toutes les étapes',
  done: 'terminé',
  skipped: 'passé pour le moment',
  goOn: (step) => `Continuer : ${step}`,
  goBack: (step) => `Retour : ${step}`,
  skip: 'Passer pour le moment',
  restored:
    'Heureux de vous revoir. Vous reprenez là où vous en étiez. Vos réponses sur votre santé et vos photos ne sont jamais conservées sur cet appareil.',
  sentTitle: 'Vos réponses ont été envoyées',
  aftercare: 'Lire dès maintenant : les jours d’après',
  touchUps: 'Lire dès maintenant : les années d’après',
} satisfies JourneyMessages;
