import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Italian. */
export const reminderIt = {
  signUpTitle: 'Possiamo ricordarglielo',
  ways: 'Come possiamo ricordarglielo?',
  consents: {
    email: (clinic) =>
      `Per e-mail: ${clinic} può scrivermi riguardo a queste date, al massimo quattro volte in tutto. Ogni messaggio ha un link per non riceverne più.`,
    sms: (clinic) =>
      `Per SMS: ${clinic} può inviarmi SMS riguardo a queste date, al massimo quattro volte in tutto. Il mio operatore può far pagare gli SMS. Ognuno dice come non riceverne più.`,
  },
  phoneHint: 'Solo per questi promemoria.',
  wayMissing: 'Spunti un modo per ricevere i promemoria, oppure aggiunga le date al Suo calendario',
  signUp: 'Ricordamelo',
  sending: 'Invio in corso',
  notNow: 'Non ora',
  signedTitle: 'Glielo ricorderemo',
  signedNext: (where) =>
    `Un messaggio è in arrivo a ${where}. Il link nel messaggio mostra le date e permette di cambiare date o di fermare i promemoria.`,
  unresolvedHint:
    'La Sua richiesta può essere arrivata. La invii di nuovo per sicurezza: non riceverà i promemoria due volte.',

  planTitle: 'I Suoi promemoria',
  planNext: (where) => `Vengono inviati a ${where}. Senza il Suo link nessun altro può vedere o cambiare nulla.`,
  passed: 'passata',
  wrong: {
    invalid: (date) => `Inserisca una data in «${date}»`,
    past: (date) => `Inserisca una data futura in «${date}»`,
    order: (date) => `Inserisca in «${date}» una data successiva alla precedente`,
  },
  save: 'Salva',
  stopTitle: 'Niente più promemoria',
  stopHint: 'Gli appuntamenti che ha prenotato restano come sono.',
  stop: 'Ferma tutti i promemoria',
  stoppedTitle: 'I Suoi promemoria sono fermi',
  stoppedHint: 'Non riceverà più nulla da noi. Se cambia idea, può iscriversi di nuovo in qualsiasi momento.',
  notice: {
    saved: 'Le modifiche sono salvate.',
    unchanged: 'Non c’è nulla da salvare: tutto è come prima.',
    changed: 'Nel frattempo i promemoria sono stati modificati altrove. Ecco come sono ora.',
  },
  refusedTitle: 'Questo link non funziona',
  refusedHint: 'Può essere incompleto o non più in uso. Il nostro ultimo messaggio ne contiene uno che funziona.',
  failedTitle: 'Al momento non possiamo mostrare i Suoi promemoria',
} as const satisfies TouchUpReminderMessages;
