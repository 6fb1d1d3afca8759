import type { ManagementMessages } from './messages.js';

const days = (count: number): string => (count < 2 ? `${count} jour` : `${count} jours`);

/** French. */
export const fr = {
  title: (sessions) => (sessions < 2 ? 'Votre rendez-vous' : 'Vos rendez-vous'),
  session: (number, of) => `Séance ${number} sur ${of}`,
  status: { confirmed: 'Réservé', requested: 'En attente de la clinique', cancelled: 'Annulé' },
  notice: {
    moved: 'C’est déplacé. Nous vous envoyons un e-mail avec le nouvel horaire.',
    cancelled: 'C’est annulé. Nous vous envoyons un e-mail de confirmation.',
    changed: 'Ceci a été modifié ailleurs entre-temps. Rien n’a été fait. Voici ce qui est prévu.',
    gone: 'Ceci ne peut plus être modifié. Voici ce qui est prévu.',
  },
  changeableUntil: (time) => `Vous pouvez le déplacer ou l’annuler ici jusqu’au ${time}.`,
  notChangeable: 'Il ne peut plus être modifié ici. Veuillez nous appeler.',
  move: 'Choisir un autre créneau',
  cancel: 'Annuler',
  cancelAll: 'Tout annuler',
  updateCalendar: 'Mettre à jour votre agenda',

  refusedTitle: 'Ce lien n’ouvre rien',
  refusedHint:
    'Il est peut-être incomplet, trop ancien, ou remplacé par un plus récent. Veuillez rouvrir le lien de notre dernier e-mail, ou nous appeler.',
  failedTitle: 'Votre rendez-vous ne peut pas être affiché pour le moment',

  timeTitle: 'Choisir un autre créneau',
  sofar: (time) => `Jusqu’ici : ${time}`,
  gap: {
    same: () => 'C’est le créneau que vous avez déjà. Veuillez en choisir un autre.',
    'too-soon': (min) =>
      `Votre peau a besoin d’au moins ${days(min)} pour cicatriser après la séance précédente. Veuillez choisir un jour plus éloigné.`,
    'too-late': (_, max) =>
      `C’est plus de ${days(max)} après la séance précédente. Veuillez choisir un jour plus proche, ou nous appeler.`,
  },
  review: 'Continuer',
  planning: 'Vérification de vos autres séances',

  moveTitle: 'Déplacer à ce créneau ?',
  from: 'Du',
  to: 'Au',
  followers: (min) =>
    `Il faut au moins ${days(min)} entre les séances, pour que votre peau puisse cicatriser. Celles-ci sont déplacées aussi :`,
  noTime: (session) =>
    `Aucun créneau libre ne convient pour la séance ${session}. Veuillez choisir un autre jour, ou nous appeler.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Déplacer le rendez-vous' : `Déplacer ${sessions} séances`),

  cancelTitle: (sessions) => (sessions < 2 ? 'Annuler ce rendez-vous ?' : 'Annuler ces rendez-vous ?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Annuler le rendez-vous' : `Annuler ${sessions} rendez-vous`),
  keep: 'Le garder',

  sending: 'Envoi',
  checking: 'Cela prend plus de temps que d’habitude. Nous vérifions ce qui est arrivé.',
  unresolvedHint:
    'Votre modification est peut-être arrivée. Vérifiez à nouveau : rien n’est fait deux fois. Si cela n’aide pas, veuillez nous appeler.',
} as const satisfies ManagementMessages;
