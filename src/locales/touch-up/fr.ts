import type { TouchUpMessages } from './messages.js';

/** French. */
export const fr = {
  title: 'Quand revoir le résultat',
  estimate: 'Une estimation, pas une promesse. La durée de tenue des points varie d’une personne à l’autre.',
  names: { check: 'Contrôle', review: 'Premier bilan', refresh: 'Rafraîchissement' },
  hints: {
    check: 'Les points se sont stabilisés, et la clinique voit s’il en faut d’autres.',
    review: 'Un regard sur la façon dont les points ont tenu.',
    refresh: 'Le moment où beaucoup pensent à faire rafraîchir les points.',
  },
  about: (month) => `vers ${month}`,
  due: 'dès maintenant',

  lastSession: 'Quand a eu lieu votre dernière séance ?',
  lastSessionHint: 'En cas de doute, un jour proche suffit.',
  counted: (day) => `Compté à partir de votre dernière séance, le ${day}.`,
  lastSessionWrong: 'Veuillez indiquer le jour de votre dernière séance, par exemple un jour de ces dernières années.',

  refine: 'L’adapter davantage à vous',
  stays: 'Vos réponses restent sur cette page. Elles ne sont ni enregistrées ni envoyées.',
  unsure: 'Je ne sais pas',
  skin: 'Mon cuir chevelu est',
  skins: { dry: 'Sec', normal: 'Normal', oily: 'Gras' },
  sun: 'Il est exposé au soleil',
  suns: { low: 'Rarement', medium: 'Parfois', high: 'Beaucoup' },
  scar: 'Une cicatrice a été traitée',
  scars: { yes: 'Oui', no: 'Non' },

  calendar: 'Ajouter à mon agenda',
  calendarHint: 'Un fichier avec ces dates pour votre propre agenda. La clinique n’en sait rien.',
  calendarDone: 'Le fichier d’agenda est prêt. Ouvrez-le pour ajouter les dates.',
  entry: (clinic) => (clinic === undefined ? 'Rappel : appeler la clinique' : `Rappel : appeler ${clinic}`),
  entryNote: 'Un rappel pour cette période environ. Aucun rendez-vous n’a été pris.',
  book: 'Réserver une retouche',
  remind: 'Me le rappeler',
} as const satisfies TouchUpMessages;
