import type { LauncherMessages } from './messages.js';

/** French. */
export const fr: LauncherMessages = {
  title: 'Consultation et rendez-vous',
  close: 'Fermer',
  loading: 'Un instant',
  failed: 'Le chargement a échoué. Vérifiez que vous êtes en ligne ou réessayez dans un instant.',
  retry: 'Réessayer',
  callUs: 'Vous pouvez aussi nous appeler :',
  leavingTitle: 'Vos réponses n’ont pas encore été envoyées',
  leavingHint: 'Elles restent ici tant que cette page est ouverte : vous pouvez donc y revenir.',
  stay: 'Continuer à répondre',
  leave: 'Fermer pour l’instant',
};
