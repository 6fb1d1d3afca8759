import type { ConsultationMessages } from './messages.js';
import { questionsFr } from './questions.fr.js';

/** French. */
export const fr = {
  ...questionsFr,
  position: (number, count) => `Question ${number} sur ${count}`,
  restored:
    'Nous avons gardé vos réponses précédentes sur cet appareil. Vos réponses sur votre santé et vos photos n’y sont jamais gardées : veuillez les donner à nouveau.',
  dropped: 'Comme vous avez modifié une réponse, ceci n’est plus nécessaire :',
  several: 'Sélectionnez tout ce qui convient.',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  dateHint: 'Par exemple, 27 3 2024. En cas de doute, le mois et l’année, ou l’année seule, suffisent.',
  issues: {
    missing: 'Choisissez ou saisissez une réponse',
    'too-long': 'Votre réponse est trop longue',
    'not-a-date': 'Saisissez une date réelle, comme 27 3 2024, ou seulement l’année',
    'in-future': 'La date doit être celle d’aujourd’hui ou une date passée',
    'in-past': 'La date doit être celle d’aujourd’hui ou une date à venir',
    unconfirmed: 'Cochez la case pour que nous puissions vous répondre',
    preparing: 'Votre photo est encore en préparation. Veuillez patienter un instant',
    unknown: 'Vérifiez cette réponse',
  },
  between: (min, max) => `Saisissez un nombre de ${min} à ${max}`,
  consents: {
    privacy: (clinic) =>
      `J’accepte que ${clinic} utilise mes coordonnées pour répondre à cette consultation et organiser des rendez-vous.`,
    'health-data': (clinic) =>
      `J’accepte que ${clinic} conserve et utilise ce que je dis ici sur ma santé, pour me conseiller et planifier mon traitement.`,
    'photos-assessment': (clinic) =>
      `J’autorise ${clinic} à utiliser mes photos pour me conseiller et planifier mon traitement.`,
    'photos-publication': (clinic) => `J’autorise ${clinic} à publier mes photos, par exemple sur son site web.`,
    'appointment-sms': (clinic) => `J’autorise ${clinic} à m’envoyer des SMS au sujet de mes rendez-vous.`,
    'marketing-email': (clinic) => `J’autorise ${clinic} à m’envoyer des actualités et des offres par e-mail.`,
    'marketing-sms': (clinic) => `J’autorise ${clinic} à m’envoyer des actualités et des offres par SMS.`,
  },
  skipHealth:
    'Sans cet accord, nous passons les questions sur votre santé, et votre praticien vous les pose en personne.',
  emailHint: 'Nous y envoyons notre réponse.',
  phoneHint: 'Uniquement pour des questions sur cette consultation.',

  photoChoose: 'Choisir une photo',
  photoReplace: 'Remplacer',
  photoRemove: 'Retirer',
  photoCancel: 'Annuler',
  photoRetry: 'Renvoyer',
  photoPreparing: 'Préparation de votre photo',
  photoReady: 'Prête à être envoyée',
  photoSending: (percent) => `Envoi, ${percent} %`,
  photoSent: 'Envoyée',
  photoFailed: 'Non envoyée',
  photoAlt: (angle) => `Votre photo : ${angle}`,
  photoLocal:
    'Les photos restent sur cet appareil jusqu’à l’envoi de vos réponses. Nous les réduisons et en retirons les données cachées, comme le lieu.',
  photosSending: 'Vos photos sont en cours d’envoi. Veuillez garder cette page ouverte.',
  photosHeld:
    'Les photos que vous avez choisies ne seront pas envoyées, car vous n’avez pas accepté que nous les utilisions. Elles restent sur cette page jusqu’à l’envoi de vos réponses : si vous acceptez, elles partent avec.',
  photoProblems: {
    'not-a-photo': 'Ce fichier n’est pas une photo. Choisissez un fichier JPEG, PNG ou WebP',
    heic: 'Ce navigateur ne peut pas lire les photos HEIC. Prenez la photo ici, ou enregistrez-la d’abord en JPEG',
    'too-many-bytes': 'La photo doit faire moins de 15 Mo',
    'too-many-pixels': 'La photo doit faire moins de 64 mégapixels',
    'too-small': 'La photo est trop petite. Il faut au moins 200 pixels en largeur et en hauteur',
    'out-of-memory': 'La photo est trop grande pour cet appareil. Choisissez-en une plus petite',
    blocked: 'La protection de ce navigateur contre le pistage altère les photos. Utilisez un autre navigateur',
    unreadable: 'Cette photo ne peut pas être lue. Elle est peut-être abîmée. Choisissez-en une autre',
  },

  outcomeTitle: 'Ce que signifient vos réponses',
  outcomeClear: 'Rien de ce que vous nous avez dit ne s’oppose à un traitement.',
  outcomeFound: 'Merci de nous l’avoir dit. Certaines de vos réponses comptent pour la planification :',
  blockedTitle: 'Il faut avoir 18 ans',
  effects: {
    block: 'Pas encore possible',
    defer: 'Demande du temps',
    letter: 'Lettre du médecin',
    review: 'À voir ensemble',
    inform: 'Bon à savoir',
    'patch-test': 'Test cutané',
  },
  until: (date) => `À partir du ${date}`,
  bookableTitle: 'Ce que vous pouvez réserver',
  bookConsultation: 'Une consultation, à tout moment.',
  treatment: {
    open: 'Un traitement.',
    request: 'Un traitement, sur demande : votre praticien le confirme.',
    'after-consultation': 'Un traitement, une fois que votre praticien vous aura parlé.',
    none: 'Rien pour le moment.',
  },
  treatmentFrom: (date) => `Les traitements sont possibles à partir du ${date}.`,
  patchTest: (hours) =>
    `Nous essayons un peu de pigment sur votre peau au moins ${hours} ${hours < 2 ? 'heure' : 'heures'} avant un traitement.`,
  noAdvice:
    'Ceci n’est pas un avis médical. Votre praticien décide avec vous. N’arrêtez jamais pour cela un médicament qui vous est prescrit.',

  consentsTitle: 'Ce que vous acceptez',
  agreed: 'Oui',
  notAgreed: 'Non',
  withdrawHint:
    'Vous pouvez retirer votre consentement à tout moment : sur la page suivante, ou en contactant la clinique.',
  submit: 'Envoyer mes réponses',
  submitting: 'Envoi de vos réponses',
  checking: 'Cela prend plus de temps que d’habitude. Nous vérifions si vos réponses sont arrivées.',
  unresolvedHint:
    'Vos réponses sont peut-être arrivées. Vérifiez à nouveau pour le savoir : rien n’est envoyé deux fois, et rien ici n’est perdu.',
  photoCount: (count) => (count < 2 ? `${count} photo` : `${count} photos`),

  sentTitle: 'Vos réponses ont été envoyées',
  sentNext: (address) => `Votre praticien les lit et vous répond : ${address}.`,
  keptTitle: 'Vos réponses sont prêtes',
  keptNext:
    'Elles sont transmises à la clinique dans la note de votre réservation. Nous ne les gardons pas sur cet appareil : veuillez réserver avant de fermer ou de recharger cette page.',
  withdraw: 'Retirer mes réponses',
  withdrawAsk: 'La clinique supprime alors vos réponses et vos photos. C’est définitif.',
  withdrawing: 'Retrait en cours',
  withdrawnTitle: 'Vos réponses ont été supprimées',
  withdrawnHint: 'La clinique ne les a plus, ni vos photos.',
  another: 'Recommencer',
  failedTitle: 'Désolés, nous ne pouvons pas vous poser ces questions ici pour le moment',
} as const satisfies ConsultationMessages;
