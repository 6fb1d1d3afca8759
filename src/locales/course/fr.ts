import type { CourseMessages } from './messages.js';

const sessions = (count: number): string => (count < 2 ? `${count} séance` : `${count} séances`);
const days = (count: number): string => (count < 2 ? `${count} jour` : `${count} jours`);

/** French. */
export const fr = {
  chooseOffer: 'Quel traitement souhaitez-vous ?',
  suggested: 'Correspond à ce que vous nous avez dit',
  sessions,
  forAll: (price) => `${price} en tout`,

  firstTitle: 'Quand pouvez-vous venir la première fois ?',
  sessionTitle: (number) => `Un autre créneau pour la séance ${number}`,
  sofar: (time) => `Jusqu’ici : ${time}`,
  session: (number, role) => (role === undefined ? `Séance ${number}` : `Séance ${number} : ${role}`),
  role: {
    foundation: 'base',
    density: 'densité et teinte',
    detail: 'détails et fondu',
    refine: 'derniers ajustements',
  },
  takeTime: 'Prendre ce créneau',
  takesTime: 'Recherche des autres créneaux',

  planTitle: 'Vos séances',
  planHint: (min, max) =>
    `Nous proposons ces créneaux. Votre peau a besoin d’au moins ${days(min)} entre deux séances ; après ${days(max)}, nous souhaitons d’abord en parler. Vous pouvez modifier chaque créneau.`,
  daysAfter: (count) => `${days(count)} plus tard`,
  lost: 'Quelqu’un d’autre a pris le créneau précédent. En voici un nouveau.',
  moved: 'Il a fallu déplacer celui-ci aussi. En voici un nouveau.',
  noTime: 'Aucun créneau trouvé pour l’instant',
  planning: 'Recherche de créneaux',
  changeTime: 'Changer de créneau',
  tooSoon: (min) =>
    `Trop tôt : votre peau a besoin d’au moins ${days(min)} pour cicatriser. Veuillez choisir un jour plus éloigné.`,
  tooLate: (max) =>
    `Trop tard : plus de ${days(max)} après la séance précédente. Veuillez choisir un jour plus proche.`,
  movesOthers: 'Les séances suivantes seraient déplacées aussi.',
  unplannable: 'Aucune suite de créneaux ne convient. Veuillez commencer par un autre jour, ou nous appeler.',
  hold: 'Garder ces créneaux',
  holding: 'Nous gardons vos créneaux',
  held: (minutes) => `Vos créneaux sont gardés pendant ${minutes === 1 ? 'une minute' : `${minutes} minutes`}.`,
  heldEnded: 'Vos créneaux ne sont plus gardés.',

  confirm: (count) => `Réserver ${sessions(count)}`,
  request: (count) => `Demander ${sessions(count)}`,
  confirmedTitle: 'Vos séances sont réservées',
  requestedTitle: 'Nous avons reçu votre demande',

  remainsTitle: 'Toutes les séances n’ont pas pu être réservées',
  remainsHint:
    'Le traitement n’a pas été réservé. Ces séances restent malgré tout réservées. Veuillez nous appeler, ou essayer de les annuler :',
  remainsCall:
    'Le traitement n’a pas été réservé. Ces séances restent malgré tout réservées et ne peuvent pas être annulées ici. Veuillez nous appeler à leur sujet :',
  standing: 'Ces séances figurent déjà dans notre agenda :',
  cancelled: 'Rien n’est réservé : l’une des séances n’a pas pu l’être, et les autres ont donc été annulées.',
  tryAgain: 'Les annuler',
} as const satisfies CourseMessages;
