import type { Messages } from './messages.js';

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;
const minutes = (number: number) => count(number, 'minuto', 'minuti');

/** Italian. */
export const it = {
  language: 'it',

  back: 'Indietro',
  continue: 'Continua',
  retry: 'Riprova',
  optional: 'facoltativo',
  loading: 'Ricerca degli orari liberi',
  wait: 'Un momento',
  callUs: 'Può anche chiamarci:',

  chooseService: 'Che cosa desidera prenotare?',
  minutes,
  hours: (hours, rest) => count(hours, 'ora', 'ore') + (rest > 0 ? ` e ${minutes(rest)}` : ''),
  mode: { 'in-person': 'Nel centro', video: 'Videochiamata', phone: 'Telefonata' },

  afterConsultation:
    'Si può prenotare dopo che l’operatore avrà parlato con Lei. Prenoti prima una consulenza, per favore.',
  underAge: 'Per prenotare qui bisogna avere 18 anni. Può comunque chiamarci quando vuole.',
  treatmentFrom: (date) => `In base alle Sue risposte, i trattamenti possono iniziare a partire da ${date}.`,
  chooseTime: 'Scelga giorno e ora',
  practitioner: 'Operatore',
  anyPractitioner: 'Nessuna preferenza',
  location: 'Sede',
  anyLocation: 'Qualsiasi sede',
  clinicTime: (zone) => `Gli orari sono quelli del centro (${zone}).`,
  yourTime: (time) => `${time} nel Suo fuso orario`,
  previousWeek: 'Settimana precedente',
  nextWeek: 'Settimana successiva',
  previousMonth: 'Mese precedente',
  nextMonth: 'Mese successivo',
  showMonth: 'Mostra il mese',
  showWeek: 'Mostra la settimana',
  free: (number) => count(number, 'libero', 'liberi'),
  freeTimes: (number) =>
    number === 0 ? 'nessun orario disponibile' : count(number, 'orario disponibile', 'orari disponibili'),
  timesOn: (number, date) => `${count(number, 'orario', 'orari')} per ${date}`,
  noTimesOn: (date) => `Non ci sono orari liberi per ${date}.`,
  morning: 'Mattina',
  afternoon: 'Pomeriggio',
  evening: 'Sera',
  holdTime: 'Tieni questo orario',
  holding: 'Stiamo tenendo questo orario per Lei',
  timeMissing: 'Scelga un orario',
  fullyBooked: 'Al momento siamo al completo',
  fullyBookedHint:
    'Non ci sono orari liberi da prenotare online. Forse ce ne sono con un altro operatore o in un’altra sede.',
  joinWaitlist: 'Entra in lista d’attesa',

  lostTitle: 'Questo orario è appena stato preso',
  lostHint: (time) => `Qualcun altro ha prenotato ${time} prima di Lei. Quello che ci ha detto è ancora qui.`,
  lostAlternatives: 'Gli orari liberi più vicini sono:',
  lostNone: 'Scelga un altro orario qui sotto, per favore.',

  held: (time) => `Stiamo tenendo per Lei l’orario di ${time}.`,
  heldMinutes: (number) => `Ancora ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Ancora ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `Possiamo tenere il Suo orario ancora per ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'secondo', 'secondi')}.`,
  holdEnded: 'Non stiamo più tenendo questo orario. Forse è ancora libero.',
  extendHold: 'Tieni più a lungo',
  holdAgain: 'Tieni di nuovo',

  yourDetails: 'I Suoi dati',
  name: 'Nome e cognome',
  email: 'Indirizzo e-mail',
  emailHint: 'Qui Le inviamo la conferma.',
  phone: 'Numero di telefono',
  phoneHint: 'Solo per domande su questo appuntamento.',
  note: 'C’è qualcosa che dovremmo sapere?',
  noteHint: 'Non scriva qui informazioni mediche, per favore. Gliele chiediamo in privato.',
  characters: (left) =>
    left >= 0
      ? `Ancora ${count(left, 'carattere', 'caratteri')}`
      : `${count(-left, 'carattere', 'caratteri')} di troppo`,
  privacyConsent: (clinic) => `Acconsento che ${clinic} usi i miei dati per organizzare questo appuntamento.`,
  privacyPolicy: 'Informativa sulla privacy',
  emailSuggestion: (address) => `Intendeva ${address}?`,

  problemTitle: 'C’è un problema',
  errorPrefix: 'Errore:',
  nameMissing: 'Inserisca nome e cognome',
  nameInvalid: 'Il nome può avere al massimo 120 caratteri',
  emailMissing: 'Inserisca il Suo indirizzo e-mail',
  emailInvalid: 'Inserisca un indirizzo e-mail nel formato corretto, come nome@example.com',
  phoneMissing: 'Inserisca il Suo numero di telefono',
  phoneInvalid: 'Inserisca un numero di telefono, come 300 000 0000 o +39 300 000 0000',
  noteTooLong: 'Il messaggio può avere al massimo 1000 caratteri',
  consentMissing: 'Spunti la casella, così possiamo organizzare il Suo appuntamento',

  checkTitle: 'Controlli le Sue risposte',
  design: 'Disegno dell’attaccatura',
  designGoes: 'Viene inviato anche questo, come l’ha scelto Lei',
  change: 'Modifica',
  service: 'Appuntamento',
  when: 'Quando',
  where: 'Dove',
  who: 'Con',
  notProvided: 'Non indicato',
  cancellationPolicy: 'Modifiche o disdetta',
  confirm: 'Conferma la prenotazione',
  request: 'Richiedi la prenotazione',
  sending: 'Invio della prenotazione',
  checking: 'Ci vuole più tempo del solito. Stiamo verificando la Sua prenotazione.',
  unresolvedTitle: 'Non abbiamo ancora ricevuto risposta',
  unresolvedHint:
    'La Sua prenotazione potrebbe essere arrivata. Verifichi di nuovo per saperlo: non verrà prenotato niente due volte, e quello che ha inserito resta qui.',
  checkAgain: 'Verifica di nuovo',

  confirmedTitle: 'Il Suo appuntamento è prenotato',
  requestedTitle: 'La Sua richiesta è stata inviata',
  reference: 'Il Suo riferimento',
  confirmedNext: (address) =>
    `L’indirizzo e-mail che abbiamo è ${address}. Conservi il riferimento nel caso debba chiamare.`,
  requestedNext: (address) =>
    `Il centro esaminerà la Sua richiesta e scriverà a ${address}. Fino ad allora ciò che ha scelto resta tenuto per Lei.`,
  whatNext: 'Che cosa succede ora',
  addToCalendar: 'Lo aggiunga al Suo calendario',
  calendarFile: 'File di calendario (.ics)',
  calendarTitle: (clinic) => `Appuntamento presso ${clinic}`,
  calendarReference: (reference) => `Riferimento ${reference}`,
  calendarPhone: (phone) => `Telefono ${phone}`,
  newTab: '(si apre in una nuova scheda)',
  bookAnother: 'Prenota un altro appuntamento',

  waitlistTitle: 'Entrare in lista d’attesa',
  waitlistHint: 'Lasci i Suoi dati: il centro La contatterà quando si libera un orario.',
  waitlistedTitle: 'È nella lista d’attesa',
  waitlistedHint: (address) =>
    `Il centro scriverà a ${address} quando si libera un orario. Se prima invia un link di conferma, lo apra.`,

  failedTitle: 'Ci dispiace, al momento qui non si può prenotare',
  failedTimes: 'Non siamo riusciti a caricare gli orari liberi',
  errors: {
    network: 'La connessione si è interrotta. Controlli di essere online e riprovi.',
    timeout: 'Il sistema del centro non ha risposto in tempo. Riprovi, per favore.',
    'rate-limited': 'Ci sono stati troppi tentativi. Attenda un po’ e riprovi, per favore.',
    'not-found': 'Quello che offre questa pagina non si può più prenotare online.',
    unauthorized: 'Questo orario non è più tenuto per Lei. Lo scelga di nuovo, per favore.',
    unknown: 'Qualcosa è andato storto da parte nostra. Quello che ha inserito è ancora qui.',
  },
} as const satisfies Messages;
