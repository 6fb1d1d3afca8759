import type { Messages } from './messages.js';

/** Zero goes with the singular. */
const count = (number: number, one: string, other: string) => `${number} ${number < 2 ? one : other}`;
const minutes = (number: number) => count(number, 'minute', 'minutes');

/** French. */
export const fr = {
  language: 'fr',

  back: 'Retour',
  continue: 'Continuer',
  retry: 'Réessayer',
  optional: 'facultatif',
  loading: 'Recherche des créneaux libres',
  wait: 'Un instant',
  callUs: 'Vous pouvez aussi nous appeler :',

  chooseService: 'Que souhaitez-vous réserver ?',
  minutes,
  hours: (hours, rest) => count(hours, 'heure', 'heures') + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'À la clinique', video: 'Appel vidéo', phone: 'Appel téléphonique' },

  afterConsultation:
    'Vous pourrez réserver ce rendez-vous une fois que votre praticien vous aura parlé. Veuillez d’abord réserver une consultation.',
  underAge: 'Il faut avoir 18 ans pour réserver ici. N’hésitez pas à nous appeler.',
  treatmentFrom: (date) => `Compte tenu de vos réponses, les traitements commencent à partir du ${date}.`,
  chooseTime: 'Choisissez un jour et une heure',
  practitioner: 'Praticien',
  anyPractitioner: 'Sans préférence',
  location: 'Lieu',
  anyLocation: 'Tous les lieux',
  clinicTime: (zone) => `Les heures indiquées sont celles de la clinique (${zone}).`,
  yourTime: (time) => `${time} à votre heure`,
  previousWeek: 'Semaine précédente',
  nextWeek: 'Semaine suivante',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  showMonth: 'Afficher le mois',
  showWeek: 'Afficher la semaine',
  free: (number) => count(number, 'libre', 'libres'),
  freeTimes: (number) => (number === 0 ? 'aucun créneau libre' : count(number, 'créneau libre', 'créneaux libres')),
  timesOn: (number, date) => `${count(number, 'créneau', 'créneaux')} le ${date}`,
  noTimesOn: (date) => `Il n’y a aucun créneau libre le ${date}.`,
  morning: 'Matin',
  afternoon: 'Après-midi',
  evening: 'Soir',
  holdTime: 'Garder ce créneau',
  holding: 'Nous vous gardons ce créneau',
  timeMissing: 'Choisissez un créneau',
  fullyBooked: 'Nous sommes complets pour le moment',
  fullyBookedHint:
    'Il n’y a aucun créneau libre à réserver en ligne. Il en reste peut-être avec un autre praticien ou dans un autre lieu.',
  joinWaitlist: 'Rejoindre la liste d’attente',

  lostTitle: 'Ce créneau vient d’être pris',
  lostHint: (time) =>
    `Quelqu’un d’autre a réservé avant vous le créneau du ${time}. Ce que vous nous avez dit est toujours là.`,
  lostAlternatives: 'Les créneaux libres les plus proches sont :',
  lostNone: 'Veuillez choisir un autre créneau ci-dessous.',

  held: (time) => `Nous vous gardons le créneau du ${time}.`,
  heldMinutes: (number) => `Encore ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Encore ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `Nous pouvons garder votre créneau encore ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'seconde', 'secondes')}.`,
  holdEnded: 'Nous ne gardons plus ce créneau. Il est peut-être encore libre.',
  extendHold: 'Le garder plus longtemps',
  holdAgain: 'Le garder à nouveau',

  yourDetails: 'Vos coordonnées',
  name: 'Prénom et nom',
  email: 'Adresse e-mail',
  emailHint: 'Nous y envoyons votre confirmation.',
  phone: 'Numéro de téléphone',
  phoneHint: 'Uniquement pour des questions sur ce rendez-vous.',
  note: 'Devons-nous savoir quelque chose ?',
  noteHint: 'Merci de laisser de côté les détails médicaux. Nous posons ces questions en privé.',
  characters: (left) =>
    left >= 0
      ? count(left, 'caractère restant', 'caractères restants')
      : `${count(-left, 'caractère', 'caractères')} de trop`,
  privacyConsent: (clinic) => `J’accepte que ${clinic} utilise mes coordonnées pour organiser ce rendez-vous.`,
  privacyPolicy: 'Politique de confidentialité',
  emailSuggestion: (address) => `Vouliez-vous dire ${address} ?`,

  problemTitle: 'Il y a un problème',
  errorPrefix: 'Erreur :',
  nameMissing: 'Indiquez votre prénom et votre nom',
  nameInvalid: 'Votre nom ne doit pas dépasser 120 caractères',
  emailMissing: 'Indiquez votre adresse e-mail',
  emailInvalid: 'Indiquez une adresse e-mail au bon format, comme nom@example.com',
  phoneMissing: 'Indiquez votre numéro de téléphone',
  phoneInvalid: 'Indiquez un numéro de téléphone, comme 01 99 00 12 34 ou +33 1 99 00 12 34',
  noteTooLong: 'Votre message ne doit pas dépasser 1 000 caractères',
  consentMissing: 'Cochez la case pour que nous puissions organiser votre rendez-vous',

  checkTitle: 'Vérifiez vos réponses',
  design: 'Dessin de la ligne frontale',
  designGoes: 'Transmis aussi, tel que vous l’avez choisi',
  change: 'Modifier',
  service: 'Rendez-vous',
  when: 'Quand',
  where: 'Où',
  who: 'Avec',
  notProvided: 'Non renseigné',
  cancellationPolicy: 'Modifier ou annuler',
  confirm: 'Confirmer la réservation',
  request: 'Demander la réservation',
  sending: 'Envoi de votre réservation',
  checking: 'Cela prend plus de temps que d’habitude. Nous vérifions votre réservation.',
  unresolvedTitle: 'Nous n’avons pas encore eu de réponse',
  unresolvedHint:
    'Votre réservation est peut-être arrivée. Vérifiez à nouveau pour le savoir : rien ne sera réservé deux fois, et ce que vous avez saisi reste ici.',
  checkAgain: 'Vérifier à nouveau',

  confirmedTitle: 'Votre rendez-vous est réservé',
  requestedTitle: 'Votre demande a été envoyée',
  reference: 'Votre référence',
  confirmedNext: (address) =>
    `Votre adresse e-mail chez nous est ${address}. Gardez votre référence au cas où vous devriez appeler.`,
  requestedNext: (address) =>
    `La clinique va examiner votre demande et écrire à ${address}. D’ici là, ce que vous avez choisi vous est gardé.`,
  whatNext: 'Ce qui se passe ensuite',
  addToCalendar: 'L’ajouter à votre agenda',
  calendarFile: 'Fichier d’agenda (.ics)',
  calendarTitle: (clinic) => `Rendez-vous chez ${clinic}`,
  calendarReference: (reference) => `Référence ${reference}`,
  calendarPhone: (phone) => `Téléphone ${phone}`,
  newTab: '(s’ouvre dans un nouvel onglet)',
  bookAnother: 'Réserver un autre rendez-vous',

  waitlistTitle: 'Rejoindre la liste d’attente',
  waitlistHint: 'Laissez vos coordonnées et la clinique vous contactera quand un créneau se libérera.',
  waitlistedTitle: 'Vous êtes sur la liste d’attente',
  waitlistedHint: (address) =>
    `La clinique écrira à ${address} quand un créneau se libérera. Si elle envoie d’abord un lien de confirmation, ouvrez-le.`,

  failedTitle: 'Désolés, vous ne pouvez pas réserver ici pour le moment',
  failedTimes: 'Nous n’avons pas pu charger les créneaux libres',
  errors: {
    network: 'La connexion a été perdue. Vérifiez que vous êtes en ligne et réessayez.',
    timeout: 'Le système de la clinique n’a pas répondu à temps. Veuillez réessayer.',
    'rate-limited': 'Il y a eu trop de tentatives. Veuillez patienter un peu, puis réessayer.',
    'not-found': 'Ce que propose cette page ne peut plus être réservé en ligne.',
    unauthorized: 'Ce créneau ne vous est plus gardé. Veuillez le choisir à nouveau.',
    unknown: 'Un problème est survenu de notre côté. Ce que vous avez saisi est toujours là.',
  },
} as const satisfies Messages;
