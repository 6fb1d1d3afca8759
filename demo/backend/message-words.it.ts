import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Riferimento ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Può anche chiamarci al numero ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Dopo il Suo appuntamento presso ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Se qualcosa La preoccupa, non aspetti il prossimo messaggio: la pagina dice a chi chiedere, e quando è urgente.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Un promemoria da ${facts.clinic}`,
    paragraphs: ['Ci ha chiesto di scriverLe in questo periodo.', ...said, ...call(facts)],
  });

/** Italian. */
export const it: MessageWords = {
  language: 'it',
  greeting: (name) => (name === '' ? 'Buongiorno' : `Buongiorno ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: i Suoi ${facts.count} appuntamenti da ${facts.shortWhen}`
          : `${facts.clinic}: il Suo appuntamento di ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'I Suoi appuntamenti sono prenotati.' : 'Il Suo appuntamento è prenotato.',
        details(facts),
        `Il file allegato ${facts.count > 1 ? 'li' : 'lo'} inserisce nel Suo calendario.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: la Sua richiesta per ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Abbiamo ricevuto la Sua richiesta. Gli orari sono tenuti per Lei; saranno appuntamenti quando li avremo confermati.'
          : 'Abbiamo ricevuto la Sua richiesta. L’orario è tenuto per Lei; sarà un appuntamento quando l’avremo confermato.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: la Sua richiesta per ${facts.shortWhen}`,
      paragraphs: [
        'Ci dispiace: non possiamo confermare la Sua richiesta.',
        details(facts),
        facts.count > 1
          ? 'Questi orari non sono più riservati per Lei. Può sceglierne altri o parlarne con noi.'
          : 'L’orario non è più riservato per Lei. Può sceglierne un altro o parlarne con noi.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: i Suoi appuntamenti sono cambiati`
          : `${facts.clinic}: il Suo appuntamento è ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'I Suoi appuntamenti sono stati cambiati. Ora sono questi:'
          : 'Il Suo appuntamento ha un altro orario. Quello precedente non è più tenuto per Lei.',
        details(facts),
        `Il file allegato ${facts.count > 1 ? 'li' : 'lo'} modifica nel Suo calendario.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: disdetti ${facts.count} appuntamenti da ${facts.shortWhen}`
          : `${facts.clinic}: disdetto l’appuntamento di ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Questi appuntamenti sono stati disdetti:' : 'Questo appuntamento è stato disdetto:',
        details(facts),
        `Non deve fare altro, e non riceverà più promemoria per ${facts.count > 1 ? 'questi appuntamenti' : 'questo appuntamento'}.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: un nuovo link ai Suoi appuntamenti`
          : `${facts.clinic}: un nuovo link al Suo appuntamento`,
      paragraphs: [
        facts.count > 1
          ? 'Ecco un nuovo link ai Suoi appuntamenti. I link delle e-mail precedenti non funzionano più; gli appuntamenti restano come sono.'
          : 'Ecco un nuovo link al Suo appuntamento. I link delle e-mail precedenti non funzionano più; l’appuntamento resta com’è.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: il Suo appuntamento di ${facts.shortWhen}`,
      paragraphs: [
        'Il Suo appuntamento è fra una settimana.',
        details(facts),
        'Alcune cose è meglio iniziarle ora. La pagina qui sotto le elenca giorno per giorno.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: il Suo appuntamento di ${facts.shortWhen}`,
      paragraphs: [
        'Il Suo appuntamento si avvicina.',
        details(facts),
        'Se Le va ancora bene, ce lo dica, per favore, con il primo link qui sotto; l’appuntamento vale anche senza. Altrimenti ce lo dica presto, così qualcun altro può avere l’orario.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Grazie per la Sua visita.',
      'La pagina qui sotto dice che cosa aspettarsi nei prossimi giorni, e che cosa è meglio non fare.',
    ),
    'booking.aftercare-4': aftercare(
      'Sono passati alcuni giorni. Quello che c’è da fare cambia più o meno ora; lo trova nella pagina qui sotto.',
    ),
    'booking.aftercare-8': aftercare(
      'È passata più di una settimana. La pagina qui sotto dice che cosa può fare di nuovo, e che cosa deve aspettare.',
    ),
    'booking.aftercare-30': aftercare(
      'È passato un mese, e a gran parte delle cose non deve più fare attenzione. La pagina qui sotto dice che cosa è bene continuare a fare.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: abbiamo le Sue risposte`,
      paragraphs: [
        'Grazie. Le Sue risposte sono arrivate. Le leggiamo e La ricontattiamo.',
        'Il link qui sotto mostra che cosa ha accettato. Lì si può revocare ogni consenso, anche se qualcuno ha indicato questo indirizzo per errore.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: La preghiamo di confermare la lista d’attesa`,
      paragraphs: [
        'Questo indirizzo è stato inserito nella nostra lista d’attesa. Lo confermi entro sette giorni con il link qui sotto: solo allora Le scriveremo quando si libera un orario adatto a Lei.',
        'Se non è stato Lei, non deve fare nulla: non Le scriveremo più.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: non è più nella nostra lista d’attesa`,
      paragraphs: [
        'L’abbiamo tolta dalla nostra lista d’attesa, quindi non Le proporremo più orari. Grazie per la pazienza.',
        'Se vuole, può scegliere un orario o parlarne con noi.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: un orario per ${facts.shortWhen}`,
      paragraphs: [
        'Si è liberato un orario:',
        details(facts),
        `È tenuto per Lei fino a ${facts.until ?? ''}. Se non lo vuole, non deve fare niente: lo proponiamo alla persona successiva.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Promemoria da ${facts.clinic}`,
      paragraphs: [
        'Ci ha chiesto di ricordarLe quando sarà il momento di un altro controllo. Lo faremo. Il link qui sotto mostra le date e permette di modificarle.',
        'Se la richiesta non viene da Lei, interrompa i promemoria con il link qui sotto, e non riceverà più nostre notizie.',
      ],
    }),
    'touch-up.check-6w': touchUp('È il momento di guardare come tutto si è assestato.'),
    'touch-up.review-12m': touchUp('È il momento del controllo annuale.'),
    'touch-up.refresh': touchUp('Forse è il momento di tornare. Quanto presto varia da persona a persona.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Acconto: ${text}`,
      `Riferimento per il pagamento: ${reference}`,
      'Se ha già versato l’acconto, non deve fare altro.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed')
      return `${clinic}: Le invieremo i promemoria che ha chiesto. Per vedere o modificare le date:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: il promemoria che ha chiesto.`
      : `${clinic}: il Suo appuntamento è ${shortWhen}. Per vederlo o modificarlo:`;
  },
  links: {
    attend: 'Ci sarò',
    deposit: 'Paga l’acconto',
    manage: 'Vedere, spostare o disdire il Suo appuntamento',
    preparation: 'Come prepararsi',
    aftercare: 'Che cosa fare e che cosa aspettarsi',
    booking: 'Prenotare un appuntamento',
    join: 'Sì, scrivetemi quando si libera un orario',
    offer: 'Guardare e prendere questo orario',
    touchUp: 'Vedere o modificare i Suoi promemoria',
    consents: 'Vedere o revocare i Suoi consensi',
  },
  calendar: {
    title: (clinic) => `Appuntamento presso ${clinic}`,
    reference: (reference) => `Riferimento ${reference}`,
    phone: (phone) => `Telefono ${phone}`,
  },
  stopNote: 'Riceve questo messaggio perché ha un appuntamento da noi, o ha chiesto promemoria.',
  stopLink: 'Interrompere i promemoria',
  stopPage: {
    title: 'Interrompere i promemoria',
    question: 'Non vuole più ricevere i nostri promemoria? I Suoi appuntamenti restano come sono.',
    button: 'Interrompi i promemoria',
    done: 'Non riceverà più promemoria.',
    kept: 'I Suoi appuntamenti restano come sono. Se uno viene spostato o disdetto, La avvisiamo comunque.',
  },
  leaveNote: 'Riceve questo messaggio perché è nella nostra lista d’attesa.',
  leaveLink: 'Uscire dalla lista d’attesa',
  leavePage: {
    title: 'Uscire dalla lista d’attesa',
    question: 'Vuole uscire dalla nostra lista d’attesa? Non Le proporremo più altri orari.',
    button: 'Esci dalla lista',
    done: 'Non è più nella nostra lista d’attesa.',
    again: 'Se nel frattempo si è iscritto di nuovo, può uscire con il link della nostra ultima e-mail.',
  },
  joinPage: {
    title: 'La nostra lista d’attesa',
    question: 'Vuole che Le scriviamo quando si libera un orario adatto a Lei?',
    phone: (phone) =>
      `Abbiamo questo Suo numero di telefono: ${phone}. Se non è il Suo, non confermi e si iscriva di nuovo con il Suo.`,
    button: 'Sì, scrivetemi',
    done: 'È nella nostra lista d’attesa. Le scriviamo quando si libera un orario adatto a Lei.',
    later:
      'Nel frattempo questo indirizzo è stato inserito di nuovo nella nostra lista d’attesa. Vale il link della nostra e-mail al riguardo.',
    gone: 'Se vuole ancora attendere un orario, può iscriversi di nuovo alla nostra lista d’attesa.',
  },
  attendPage: {
    title: 'Il Suo appuntamento',
    question: (when) => `Il Suo appuntamento è ${when}. Verrà?`,
    button: 'Ci sarò',
    done: (when) => `Grazie. La aspettiamo ${when}.`,
    changed:
      'Questo appuntamento nel frattempo è stato spostato o disdetto. La nostra ultima e-mail dice come stanno le cose.',
  },
  offerPage: {
    title: 'Un orario per Lei',
    question: (when, until) => `L’orario di ${when} è tenuto per Lei fino a ${until}. Lo vuole?`,
    button: 'Prendi questo orario',
    booked: (when) => `L’orario di ${when} è prenotato. Un’e-mail con i dettagli è in arrivo.`,
    requested: (when) => `Abbiamo la Sua richiesta per ${when}. Un’e-mail con i dettagli è in arrivo.`,
    onRequest: 'Diventa un appuntamento quando l’abbiamo confermato.',
    gone: 'Questo orario non è più tenuto per Lei.',
    waiting: 'È ancora nella lista d’attesa.',
    over: 'Non Le scriveremo più per la lista d’attesa. Se vuole, può scegliere un orario o parlarne con noi.',
  },
  noTexts: 'Niente più SMS',
  consentPage: {
    title: 'Che cosa ha accettato',
    intro: 'Ogni consenso vale per sé: può revocarne uno in qualsiasi momento, gli altri restano come sono.',
    none: 'Non risulta alcun Suo consenso.',
    of: {
      consultation: (date) => `Con le Sue risposte di ${date}`,
      booking: (date) => `Con la Sua prenotazione di ${date}`,
      waitlist: (date) => `All’iscrizione alla lista d’attesa di ${date}`,
    },
    reminders: 'Promemoria che ha chiesto',
    names: {
      privacy: 'Uso dei Suoi dati',
      'health-data': 'Quello che dice della Sua salute',
      'photos-assessment': 'Foto per consigliarLa',
      'photos-publication': 'Pubblicazione delle Sue foto',
      'appointment-sms': 'SMS sui Suoi appuntamenti',
      'marketing-email': 'Novità e offerte via e-mail',
      'marketing-sms': 'Novità e offerte via SMS',
    },
    given: (date, version) => `Dato ${date} con una spunta sul nostro sito. Testo: ${version}`,
    withdrawn: {
      person: (date) => `Revocato da Lei: ${date}.`,
      clinic: (date) => `Annotato da noi come revocato, su Sua richiesta: ${date}.`,
    },
    needed: 'Ci serve finché ha un appuntamento o ne aspetta uno. Se vuole che finisca, ci chiami.',
    withdraw: 'Revoca',
    question: 'Vuole revocare questo consenso?',
    effects: {
      privacy:
        'Le Sue risposte e le Sue foto, e con esse il Suo nome e indirizzo, vengono cancellate per sempre. I Suoi appuntamenti restano come sono; ne parliamo allora di persona.',
      'health-data':
        'Quello che ci ha detto della Sua salute e tutto ciò che ha scritto con parole Sue viene cancellato per sempre. I Suoi appuntamenti restano come sono; ne parliamo allora di persona.',
      'photos-assessment': 'Le Sue foto vengono cancellate per sempre. I Suoi appuntamenti restano come sono.',
      'photos-publication': 'Da ora non pubblichiamo nessuna Sua foto e togliamo quelle pubblicate.',
      'appointment-sms': 'Non riceve più SMS sui Suoi appuntamenti. Le e-mail continuano ad arrivare.',
      'marketing-email':
        'Non riceve più novità e offerte via e-mail. I messaggi sui Suoi appuntamenti continuano ad arrivare.',
      'marketing-sms':
        'Non riceve più novità e offerte via SMS. I messaggi sui Suoi appuntamenti continuano ad arrivare.',
    },
    reach: {
      email: 'Questo vale ovunque ci abbia dato l’indirizzo e-mail a cui è arrivato questo link.',
      phone:
        'Questo vale ovunque ci abbia dato il numero di telefono a cui è arrivato questo link, se scritto allo stesso modo, per esempio con il prefisso del Paese.',
    },
    button: 'Revoca il consenso',
    keep: 'Lascia così',
    done: 'Il consenso è revocato',
    erased: 'Le Sue risposte e le Sue foto sono cancellate',
    back: 'Torna a tutti i consensi',
    rights:
      'Se desidera una copia di tutto ciò che conserviamo su di Lei, o che tutto sia cancellato, ci scriva o ci chiami.',
  },
  wrongLink: 'Questo link non è completo, o non è più in uso.',
};
