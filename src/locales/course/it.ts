import type { CourseMessages } from './messages.js';

const sessions = (count: number): string => (count === 1 ? '1 seduta' : `${count} sedute`);
const days = (count: number): string => (count === 1 ? '1 giorno' : `${count} giorni`);

/** Italian. */
export const it = {
  chooseOffer: 'Quale trattamento desidera?',
  suggested: 'Adatto a quello che ci ha detto',
  sessions,
  forAll: (price) => `${price} in tutto`,

  firstTitle: 'Quando può venire la prima volta?',
  sessionTitle: (number) => `Un altro orario per la seduta ${number}`,
  sofar: (time) => `Finora: ${time}`,
  session: (number, role) => (role === undefined ? `Seduta ${number}` : `Seduta ${number}: ${role}`),
  role: {
    foundation: 'base',
    density: 'densità e tono',
    detail: 'dettagli e sfumature',
    refine: 'ultime rifiniture',
  },
  takeTime: 'Scegli questo orario',
  takesTime: 'Ricerca degli altri orari',

  planTitle: 'Le Sue sedute',
  planHint: (min, max) =>
    `Le proponiamo questi orari. La Sua pelle ha bisogno di almeno ${days(min)} fra due sedute; dopo ${days(max)} vorremmo prima parlarne con Lei. Può cambiare ciascun orario.`,
  daysAfter: (count) => `${days(count)} dopo`,
  lost: 'L’orario precedente è stato preso da qualcun altro. Questo è nuovo.',
  moved: 'È stato necessario spostare anche questa. Questo è un nuovo orario.',
  noTime: 'Ancora nessun orario trovato',
  planning: 'Ricerca degli orari',
  changeTime: 'Cambia l’orario',
  tooSoon: (min) =>
    `Troppo presto: la Sua pelle ha bisogno di almeno ${days(min)} per guarire. Scelga un giorno successivo, per favore.`,
  tooLate: (max) =>
    `Troppo tardi: più di ${days(max)} dopo la seduta precedente. Scelga un giorno precedente, per favore.`,
  movesOthers: 'Si sposterebbero anche le sedute dopo questa.',
  unplannable: 'Non ci sono orari compatibili fra loro. Cominci da un altro giorno, per favore, o ci chiami.',
  hold: 'Tieni questi orari',
  holding: 'Stiamo tenendo i Suoi orari',
  held: (minutes) => `I Suoi orari sono tenuti per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}.`,
  heldEnded: 'I Suoi orari non sono più tenuti.',

  confirm: (count) => `Prenota ${sessions(count)}`,
  request: (count) => `Richiedi ${sessions(count)}`,
  confirmedTitle: 'Le Sue sedute sono prenotate',
  requestedTitle: 'Abbiamo ricevuto la Sua richiesta',

  remainsTitle: 'Non è stato possibile prenotare tutte le sedute',
  remainsHint:
    'Il trattamento non è stato prenotato. Queste sedute però restano valide. Ci chiami, per favore, o provi a disdirle:',
  remainsCall:
    'Il trattamento non è stato prenotato. Queste sedute però restano valide e non si possono disdire qui. Ci chiami, per favore, per parlarne:',
  standing: 'Queste sedute sono già nella nostra agenda:',
  cancelled:
    'Non è prenotato niente: una delle sedute non si è potuta prenotare, e le altre sono state quindi disdette.',
  tryAgain: 'Disdici le sedute',
} as const satisfies CourseMessages;
