import type { TouchUpMessages } from './messages.js';

/** “Il 14 marzo”, “l’8 marzo”. */
const on = (day: string): string => (/^(?:8|11)\b/.test(day) ? `l’${day}` : `il ${day}`);

/** Italian. */
export const it = {
  title: 'Quando ricontrollare',
  estimate: 'Una stima, non una promessa. Quanto durano i puntini varia da persona a persona.',
  names: { check: 'Controllo', review: 'Prima revisione', refresh: 'Rinnovo' },
  hints: {
    check: 'I puntini si sono assestati, e il centro vede se ne servono altri.',
    review: 'Per vedere come si sono conservati i puntini.',
    refresh: 'Quando molte persone pensano di far rinnovare i puntini.',
  },
  about: (month) => `verso ${month}`,
  due: 'ormai in qualsiasi momento',

  lastSession: 'Quando è stata la Sua ultima seduta?',
  lastSessionHint: 'Se ha dubbi, basta un giorno vicino.',
  counted: (day) => `Contato dalla Sua ultima seduta, ${on(day)}.`,
  lastSessionWrong: 'Inserisca il giorno della Sua ultima seduta, per favore, per esempio uno degli ultimi anni.',

  refine: 'Adattalo meglio a me',
  stays: 'Le Sue risposte restano in questa pagina. Non vengono conservate né inviate.',
  unsure: 'Non so',
  skin: 'Il mio cuoio capelluto è',
  skins: { dry: 'Secco', normal: 'Normale', oily: 'Grasso' },
  sun: 'Prende il sole',
  suns: { low: 'Raramente', medium: 'A volte', high: 'Molto' },
  scar: 'È stata trattata una cicatrice',
  scars: { yes: 'Sì', no: 'No' },

  calendar: 'Aggiungi al mio calendario',
  calendarHint: 'Un file con queste date per il Suo calendario. Il centro non ne viene a sapere niente.',
  calendarDone: 'Il file di calendario è pronto. Lo apra per aggiungere le date.',
  entry: (clinic) => (clinic === undefined ? 'Promemoria: chiamare il centro' : `Promemoria: chiamare ${clinic}`),
  entryNote: 'Un promemoria per questo periodo. Non è stato fissato nessun appuntamento.',
  book: 'Prenota un ritocco',
  remind: 'Ricordamelo',
} as const satisfies TouchUpMessages;
