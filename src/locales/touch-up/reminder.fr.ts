import type { TouchUpReminderMessages } from './reminder-messages.js';

/** French. */
export const reminderFr = {
  signUpTitle: 'Nous pouvons vous le rappeler',
  ways: 'Comment pouvons-nous vous le rappeler ?',
  consents: {
    email: (clinic) =>
      `Par e-mail : ${clinic} peut m’écrire à propos de ces dates, quatre fois au plus en tout. Chaque message contient un lien pour arrêter.`,
    sms: (clinic) =>
      `Par SMS : ${clinic} peut m’envoyer des SMS à propos de ces dates, quatre fois au plus en tout. Mon opérateur peut facturer les SMS. Chacun dit comment arrêter.`,
  },
  phoneHint: 'Uniquement pour ces rappels.',
  wayMissing: 'Cochez un moyen de vous le rappeler, ou ajoutez plutôt les dates à votre propre agenda',
  signUp: 'Me le rappeler',
  sending: 'Envoi en cours',
  notNow: 'Pas maintenant',
  signedTitle: 'Nous vous le rappellerons',
  signedNext: (where) =>
    `Un message est en route vers ${where}. Son lien affiche les dates et vous permet de les modifier ou d’arrêter les rappels.`,
  unresolvedHint:
    'Votre demande est peut-être arrivée. Renvoyez-la pour en être sûr : vous ne recevrez pas les rappels en double.',

  planTitle: 'Vos rappels',
  planNext: (where) =>
    `Ils sont envoyés à ${where}. Sans votre lien, personne d’autre ne peut les voir ni les modifier.`,
  passed: 'passé',
  wrong: {
    invalid: (date) => `Indiquez une date à « ${date} »`,
    past: (date) => `Indiquez une date à venir à « ${date} »`,
    order: (date) => `Indiquez à « ${date} » une date postérieure à la précédente`,
  },
  save: 'Enregistrer',
  stopTitle: 'Plus de rappels',
  stopHint: 'Les rendez-vous que vous avez réservés restent inchangés.',
  stop: 'Arrêter tous les rappels',
  stoppedTitle: 'Vos rappels sont arrêtés',
  stoppedHint:
    'Vous n’aurez plus de nos nouvelles. Si vous changez d’avis, inscrivez-vous de nouveau quand vous voulez.',
  notice: {
    saved: 'Vos modifications sont enregistrées.',
    unchanged: 'Il n’y a rien à enregistrer : tout est comme avant.',
    changed: 'Les rappels ont été modifiés ailleurs entre-temps. Voici ce qui est prévu.',
  },
  refusedTitle: 'Ce lien ne fonctionne pas',
  refusedHint:
    'Il est peut-être incomplet, ou n’est plus utilisé. Notre dernier message en contient un qui fonctionne.',
  failedTitle: 'Vos rappels ne peuvent pas être affichés pour le moment',
} as const satisfies TouchUpReminderMessages;
