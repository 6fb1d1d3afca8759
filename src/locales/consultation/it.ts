import type { ConsultationMessages } from './messages.js';
import { questionsIt } from './questions.it.js';

/** “Dal 14 marzo”, “dall’8 marzo”. */
const since = (date: string): string => (/^(?:8|11)\b/.test(date) ? `dall’${date}` : `dal ${date}`);

/** Italian. */
export const it = {
  ...questionsIt,
  position: (number, count) => `Domanda ${number} di ${count}`,
  restored:
    'Abbiamo conservato le Sue risposte precedenti su questo dispositivo. Tutto quello che riguarda la salute, e le foto, non viene mai conservato: lo indichi di nuovo, per favore.',
  dropped: 'Poiché ha cambiato una risposta, questo non ci serve più:',
  several: 'Selezioni tutto quello che vale per Lei.',
  day: 'Giorno',
  month: 'Mese',
  year: 'Anno',
  dateHint: 'Per esempio, 27 3 2024. In caso di dubbio, bastano il mese e l’anno, o solo l’anno.',
  issues: {
    missing: 'Scelga o inserisca una risposta',
    'too-long': 'La Sua risposta è troppo lunga',
    'not-a-date': 'Inserisca una data reale, come 27 3 2024, o solo l’anno',
    'in-future': 'La data deve essere quella di oggi o una data passata',
    'in-past': 'La data deve essere quella di oggi o una data futura',
    unconfirmed: 'Spunti la casella, così possiamo risponderLe',
    preparing: 'La Sua foto è ancora in preparazione. Attenda un momento',
    unknown: 'Controlli questa risposta',
  },
  between: (min, max) => `Inserisca un numero da ${min} a ${max}`,
  consents: {
    privacy: (clinic) =>
      `Acconsento che ${clinic} usi i miei dati per rispondere a questa consulenza e organizzare appuntamenti.`,
    'health-data': (clinic) =>
      `Acconsento che ${clinic} conservi e usi quello che dico qui sulla mia salute, per consigliarmi e per pianificare il mio trattamento.`,
    'photos-assessment': (clinic) =>
      `${clinic} può usare le mie foto per consigliarmi e per pianificare il mio trattamento.`,
    'photos-publication': (clinic) => `${clinic} può pubblicare le mie foto, per esempio sul proprio sito web.`,
    'appointment-sms': (clinic) => `${clinic} può inviarmi SMS sui miei appuntamenti.`,
    'marketing-email': (clinic) => `${clinic} può inviarmi novità e offerte via e-mail.`,
    'marketing-sms': (clinic) => `${clinic} può inviarmi novità e offerte via SMS.`,
  },
  skipHealth: 'Senza questo consenso saltiamo le domande sulla Sua salute, e il Suo operatore gliele farà di persona.',
  emailHint: 'Qui inviamo la nostra risposta.',
  phoneHint: 'Solo per domande su questa consulenza.',

  photoChoose: 'Scegli una foto',
  photoReplace: 'Sostituisci',
  photoRemove: 'Rimuovi',
  photoCancel: 'Annulla',
  photoRetry: 'Invia di nuovo',
  photoPreparing: 'Preparazione della foto',
  photoReady: 'Pronta per l’invio',
  photoSending: (percent) => `Invio, ${percent}%`,
  photoSent: 'Inviata',
  photoFailed: 'Non inviata',
  photoAlt: (angle) => `La Sua foto: ${angle}`,
  photoLocal:
    'Le foto restano su questo dispositivo finché non invia le Sue risposte. Le rimpiccioliamo e ne togliamo i dati nascosti, come il luogo.',
  photosSending: 'Le Sue foto sono in corso di invio. Tenga aperta questa pagina, per favore.',
  photosHeld:
    'Le foto che ha scelto non saranno inviate, perché non ne ha autorizzato l’uso. Restano su questa pagina finché non invia le risposte: se dà il consenso, partono insieme.',
  photoProblems: {
    'not-a-photo': 'Questo file non è una foto. Scelga un file JPEG, PNG o WebP',
    heic: 'Questo browser non può leggere le foto HEIC. Scatti la foto qui, o la salvi prima come JPEG',
    'too-many-bytes': 'La foto deve essere più piccola di 15 MB',
    'too-many-pixels': 'La foto deve avere meno di 64 megapixel',
    'too-small': 'La foto è troppo piccola. Deve avere almeno 200 pixel in larghezza e in altezza',
    'out-of-memory': 'La foto è troppo grande per questo dispositivo. Ne scelga una più piccola',
    blocked: 'La protezione di questo browser contro il tracciamento rovina le foto. Usi un altro browser',
    unreadable: 'Questa foto non si può leggere. Potrebbe essere danneggiata. Ne scelga un’altra',
  },

  outcomeTitle: 'Che cosa significano le Sue risposte',
  outcomeClear: 'Niente di quello che ci ha detto è di ostacolo a un trattamento.',
  outcomeFound: 'Grazie di avercelo detto. Alcune delle Sue risposte contano per la pianificazione:',
  blockedTitle: 'Bisogna avere 18 anni',
  effects: {
    block: 'Non ancora possibile',
    defer: 'Serve tempo',
    letter: 'Lettera del medico',
    review: 'Lo valutiamo insieme',
    inform: 'Buono a sapersi',
    'patch-test': 'Test sulla pelle',
  },
  until: (date) => `D${since(date).slice(1)}`,
  bookableTitle: 'Che cosa può prenotare',
  bookConsultation: 'Una consulenza, in qualsiasi momento.',
  treatment: {
    open: 'Un trattamento.',
    request: 'Un trattamento, come richiesta: il Suo operatore lo conferma.',
    'after-consultation': 'Un trattamento, dopo che il Suo operatore avrà parlato con Lei.',
    none: 'Per ora niente.',
  },
  treatmentFrom: (date) => `I trattamenti sono possibili ${since(date)}.`,
  patchTest: (hours) =>
    `Proviamo un po’ di pigmento sulla Sua pelle almeno ${hours} ${hours === 1 ? 'ora' : 'ore'} prima di un trattamento.`,
  noAdvice:
    'Questo non è un parere medico. Il Suo operatore decide con Lei. Non smetta mai per questo un farmaco prescritto.',

  consentsTitle: 'A che cosa acconsente',
  agreed: 'Sì',
  notAgreed: 'No',
  withdrawHint: 'Può revocare il Suo consenso in qualsiasi momento: nella pagina successiva, o contattando il centro.',
  submit: 'Invia le mie risposte',
  submitting: 'Invio delle risposte',
  checking: 'Ci vuole più tempo del solito. Stiamo verificando se le Sue risposte sono arrivate.',
  unresolvedHint:
    'Le Sue risposte potrebbero essere arrivate. Verifichi di nuovo per saperlo: niente viene inviato due volte, e qui non si perde niente.',
  photoCount: (count) => `${count} foto`,

  sentTitle: 'Le Sue risposte sono state inviate',
  sentNext: (address) => `Il Suo operatore le legge e Le risponde: ${address}.`,
  keptTitle: 'Le Sue risposte sono pronte',
  keptNext:
    'Arrivano al centro nella nota della Sua prenotazione. Non le conserviamo su questo dispositivo: prenoti prima di chiudere o ricaricare questa pagina.',
  withdraw: 'Ritira le mie risposte',
  withdrawAsk: 'Il centro cancella allora le Sue risposte e le Sue foto. Non si può annullare.',
  withdrawing: 'Ritiro in corso',
  withdrawnTitle: 'Le Sue risposte sono state cancellate',
  withdrawnHint: 'Il centro non le ha più, e nemmeno le Sue foto.',
  another: 'Ricomincia',
  failedTitle: 'Ci dispiace, al momento qui non possiamo farLe queste domande',
} as const satisfies ConsultationMessages;
