import type { ManagementMessages } from './messages.js';

const days = (count: number): string => (count === 1 ? '1 giorno' : `${count} giorni`);

/** Italian. */
export const it = {
  title: (sessions) => (sessions === 1 ? 'Il Suo appuntamento' : 'I Suoi appuntamenti'),
  session: (number, of) => `Seduta ${number} di ${of}`,
  status: { confirmed: 'Prenotato', requested: 'In attesa del centro', cancelled: 'Disdetto' },
  notice: {
    moved: 'L’appuntamento è stato spostato. Le inviamo un’e-mail con il nuovo orario.',
    cancelled: 'L’appuntamento è stato disdetto. Le inviamo un’e-mail di conferma.',
    changed: 'Nel frattempo questo è stato modificato altrove. Non è stato fatto niente. Ecco come stanno le cose.',
    gone: 'Questo non si può più modificare. Ecco come stanno le cose.',
  },
  changeableUntil: (time) => `Può spostarlo o disdirlo qui fino a ${time}.`,
  notChangeable: 'Qui non si può più modificare. Ci chiami, per favore.',
  move: 'Scegli un altro orario',
  cancel: 'Disdici',
  cancelAll: 'Disdici tutto',
  updateCalendar: 'Aggiorni il Suo calendario',

  refusedTitle: 'Questo link non apre niente',
  refusedHint:
    'Potrebbe essere incompleto, troppo vecchio o sostituito da uno più recente. Apra di nuovo il link nella nostra ultima e-mail, per favore, o ci chiami.',
  failedTitle: 'Al momento non è possibile mostrare il Suo appuntamento',

  timeTitle: 'Scelga un altro orario',
  sofar: (time) => `Finora: ${time}`,
  gap: {
    same: () => 'Questo è l’orario che ha già. Ne scelga un altro, per favore.',
    'too-soon': (min) =>
      `Dopo la seduta precedente la Sua pelle ha bisogno di almeno ${days(min)} per guarire. Scelga un giorno successivo, per favore.`,
    'too-late': (_, max) =>
      `Sono più di ${days(max)} dopo la seduta precedente. Scelga un giorno precedente, per favore, o ci chiami.`,
  },
  review: 'Continua',
  planning: 'Controllo delle altre sedute',

  moveTitle: 'Spostarlo a questo orario?',
  from: 'Da',
  to: 'A',
  followers: (min) =>
    `Fra le sedute servono almeno ${days(min)}, perché la Sua pelle possa guarire. Si spostano anche queste:`,
  noTime: (session) =>
    `Non c’è nessun orario libero adatto per la seduta ${session}. Scelga un altro giorno, per favore, o ci chiami.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Sposta l’appuntamento' : `Sposta ${sessions} sedute`),

  cancelTitle: (sessions) => (sessions === 1 ? 'Disdire questo appuntamento?' : 'Disdire questi appuntamenti?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Disdici l’appuntamento' : `Disdici ${sessions} appuntamenti`),
  keep: 'Mantieni',

  sending: 'Invio in corso',
  checking: 'Ci vuole più tempo del solito. Stiamo verificando che cosa è arrivato.',
  unresolvedHint:
    'La Sua modifica potrebbe essere arrivata. Verifichi di nuovo: niente viene fatto due volte. Se questo non aiuta, ci chiami, per favore.',
} as const satisfies ManagementMessages;
