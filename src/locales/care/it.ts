import type { CareMessages } from './messages.js';

const count = (days: number): string => (days === 1 ? '1 giorno' : `${days} giorni`);

/** Italian. */
export const it = {
  preparationTitle: 'Prima della seduta',
  aftercareTitle: 'Dopo la seduta',
  dayByDay: 'Giorno per giorno',
  session: (number, of, date) => (of > 1 ? `Seduta ${number} di ${of}: ${date}` : `La Sua seduta: ${date}`),
  disclaimer:
    'Queste sono informazioni generali. Quello che Le dice il Suo operatore o il Suo medico ha la precedenza.',
  over: 'Non ci sono altre sedute. Ora si tratta di guarire bene.',
  today: 'Oggi',
  inDays: (days) => (days === 1 ? 'Domani' : `Fra ${count(days)}`),
  relative: (from, until) => {
    if (until === Infinity) return `Dal giorno ${from} in poi`;
    if (from === 0) return 'Il giorno della seduta';
    if (from < 0) return from === -1 ? 'Il giorno prima della seduta' : `${count(-from)} prima della seduta`;
    return from === until ? `Giorno ${from}` : `Giorni da ${from} a ${until}`;
  },
  dates: (from, until) => `Da ${from} a ${until}`,
  since: (from) => `Da ${from} in poi`,
  earlier: 'Quello che è già passato',
  expect: 'Che cosa è normale',
  do: 'Da fare',
  avoid: 'Da evitare',
  onlyFor: { shaved: 'Se ha l’effetto rasato:', density: 'Se tiene i capelli:' },
  nextSession: (date) => `La Sua prossima seduta è ${date}. Dopo, questi passaggi ricominciano.`,
  reschedule: 'Chieda un altro giorno se ha',
  rescheduleHint: 'Chiami appena se ne accorge. È meglio aspettare che trattare una pelle che non sta bene.',
  reschedules: {
    sunburn: 'una scottatura solare sul cuoio capelluto',
    rash: 'uno sfogo, brufoli o ferite sul cuoio capelluto',
    cold: 'un raffreddore, l’influenza o la febbre',
    'new-medicine': 'un farmaco nuovo, o cambiato',
  },
  preparation: {
    'moisturise-before': 'Idrati il cuoio capelluto ogni giorno, fino al giorno prima.',
    'ask-medicine':
      'Se prende aspirina, ibuprofene o un farmaco che fluidifica il sangue, ne parli con il Suo medico. Non smetta di prendere un farmaco di Sua iniziativa.',
    'no-tanning': 'Il sole sul cuoio capelluto e i lettini abbronzanti.',
    'keep-hair': 'Tagliare i capelli. Venga con i capelli così come sono.',
    'no-peels': 'Peeling e scrub con acidi sul cuoio capelluto.',
    'no-alcohol': 'L’alcol.',
    'no-caffeine': 'Caffè, bevande energetiche e altra caffeina.',
    'hair-as-told': 'Lasci o accorci i capelli come concordato con il Suo centro. In caso di dubbio, chieda.',
    'shave-two-days-before': 'Si rasi la testa oggi, così la pelle può riposare prima della seduta.',
    'shave-day-before': 'Si rasi la testa oggi.',
    'zero-clipper': 'Tagli i capelli con la macchinetta senza pettine. Non usi il rasoio.',
    'clinic-trims': 'Lasci i capelli così come sono. Li accorcia il Suo centro.',
    'ask-before-trimming':
      'Il cuoio capelluto sta ancora guarendo. Chieda al Suo centro prima di accorciare o rasare i capelli.',
    'wash-before': 'Lavi i capelli con uno shampoo delicato.',
    'drink-water': 'Beva molta acqua.',
    sleep: 'Vada a letto a un’ora adeguata.',
    eat: 'Mangi prima di venire.',
    'clean-dry-head': 'Venga con il cuoio capelluto pulito e asciutto.',
    'nothing-on-scalp': 'Gel, fibre, olio o lozione sul cuoio capelluto.',
    'bring-photos': 'Porti vecchie foto dei Suoi capelli, se vuole, e le cuffie.',
    'take-time': 'Tenga libera la giornata. Una seduta può durare da 2 a 5 ore, con pause.',
    'no-exercise': 'Lo sport prima della seduta.',
  },
  phases: {
    day0: 'Il giorno stesso',
    dry: 'Tenere asciutto',
    rinse: 'Di nuovo acqua',
    settle: 'Assestamento',
    resume: 'Ritorno alle abitudini',
    stable: 'Guarito',
    longterm: 'Per gli anni a venire',
  },
  expected: {
    day0: 'Rossore, un leggero gonfiore, una sensazione di pelle che tira. Una traccia di sangue o di liquido chiaro. I puntini appaiono scuri.',
    dry: 'Il rossore diminuisce, per la maggior parte delle persone in 2 o 3 giorni. Si formano minuscole crosticine.',
    rinse:
      'Un po’ di desquamazione e di prurito. I puntini appaiono più chiari man mano che le crosticine cadono da sole.',
    settle: 'Il colore può apparire pallido o non uniforme. In questa fase è normale.',
    resume: 'Il colore si uniforma mentre la pelle si rinnova, in circa quattro settimane.',
    stable: 'Il risultato, a pelle guarita, si vede dopo 4–6 settimane, a volte 8.',
    longterm: 'Il colore sbiadisce lentamente con gli anni.',
  },
  aftercare: {
    'clean-hands': 'Tocchi il cuoio capelluto solo se deve, con le mani pulite.',
    'loose-hat': 'All’aperto porti un cappello pulito e largo.',
    water: 'Beva molta acqua.',
    rinse: 'Sciacqui con acqua tiepida e asciughi tamponando con un asciugamano pulito.',
    moisturise: 'Applichi uno strato sottile di crema idratante senza profumo.',
    'mild-shampoo': 'Lavi con delicatezza, con uno shampoo delicato.',
    clip: 'Può di nuovo usare la macchinetta, con delicatezza.',
    'keep-next': 'Fissi o controlli la data della prossima seduta.',
    'look-together': 'Guardi il risultato insieme al Suo centro.',
    sunscreen: ({ spf }) =>
      `Al sole, una crema solare con fattore ${spf} o superiore, da rimettere ogni due ore. Oppure un cappello.`,
    'clip-often': 'Usi la macchinetta ogni due o tre giorni, così capelli e puntini si accordano.',
    'no-touch': 'Staccare le crosticine, grattare e strofinare.',
    'no-wet': 'L’acqua sul cuoio capelluto.',
    'no-shampoo': 'Lo shampoo.',
    'no-sweat': 'Sport e lavori pesanti che fanno sudare.',
    'no-clippers': 'La rasatura e la macchinetta.',
    'no-razor': 'Il rasoio. La macchinetta basta.',
    'no-heat': 'Sauna e bagno turco.',
    'no-pool': 'Piscina e mare.',
    'no-sun': 'Il sole diretto sul cuoio capelluto, e i lettini abbronzanti.',
    'no-harsh': 'Gli scrub, e i prodotti con acidi, alcol o vaselina.',
    'no-minoxidil': 'Il minoxidil, se lo usa. Chieda a chi l’ha prescritto quando ricominciare.',
    'no-sunbeds': 'I lettini abbronzanti.',
  },
  flagsTitle: 'Quando chiedere aiuto',
  levels: {
    emergency: 'Emergenza: chiami subito',
    'see-doctor': 'Vada da un medico oggi',
    'call-clinic': 'Chiami il Suo centro',
  },
  flags: {
    breathing: 'Difficoltà a respirare o a deglutire',
    'face-swelling': 'Gonfiore del viso, delle labbra o della gola',
    fever: 'Febbre o brividi',
    spreading: 'Rossore o strisce rosse che si estendono',
    pus: 'Pus',
    'hot-swelling': 'Pelle calda, o che si gonfia sempre di più',
    'hard-skin': 'Pelle dura e in rilievo',
    lasting: 'Disturbi che durano una settimana o più',
    'later-change': 'Mesi o anni dopo: un cambiamento della pelle in quel punto',
    'growing-soreness': 'Rossore o dolore che aumenta dopo il giorno 3',
    'new-rash': 'Uno sfogo sulla pelle',
    'patchy-lumps': 'Noduli, anche piccoli',
  },
  emergency: (number) =>
    number === undefined
      ? 'Chiami il numero di emergenza del Suo Paese: 112 in Europa, 999 nel Regno Unito, 911 negli Stati Uniti.'
      : 'Chiami il',
  addToCalendar: 'Aggiungi i passaggi al mio calendario',
  calendarPreparation: 'Preparazione al Suo appuntamento',
  calendarAftercare: 'Nota dopo il Suo appuntamento',
  print: 'Stampa',
  sources: 'Su che cosa si basa',
} as const satisfies CareMessages;
