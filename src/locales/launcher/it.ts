import type { LauncherMessages } from './messages.js';

/** Italian. */
export const it: LauncherMessages = {
  title: 'Consulenza e prenotazione',
  close: 'Chiudi',
  loading: 'Un momento',
  failed: 'Non è stato possibile caricare questa parte. Controlli di essere online o riprovi tra un momento.',
  retry: 'Riprova',
  callUs: 'Può anche chiamarci:',
  leavingTitle: 'Le Sue risposte non sono ancora state inviate',
  leavingHint: 'Restano qui finché questa pagina è aperta, quindi può riprenderle.',
  stay: 'Continua a rispondere',
  leave: 'Chiudi per ora',
};
