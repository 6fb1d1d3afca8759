import type { TouchUpMessages } from './messages.js';

/** Dutch. */
export const nl = {
  title: 'Wanneer er weer naar wordt gekeken',
  estimate: 'Een schatting, geen belofte. Hoe lang puntjes blijven, verschilt van persoon tot persoon.',
  names: { check: 'Controle', review: 'Eerste beoordeling', refresh: 'Opfrisbeurt' },
  hints: {
    check: 'De puntjes zijn tot rust gekomen, en de kliniek ziet of er meer nodig zijn.',
    review: 'Kijken hoe de puntjes zijn gebleven.',
    refresh: 'Wanneer veel mensen eraan denken de puntjes te laten opfrissen.',
  },
  about: (month) => `rond ${month}`,
  due: 'nu op elk moment',

  lastSession: 'Wanneer was uw laatste sessie?',
  lastSessionHint: 'Als u het niet zeker weet, is een dag in de buurt genoeg.',
  counted: (day) => `Geteld vanaf uw laatste sessie op ${day}.`,
  lastSessionWrong: 'Vul de dag van uw laatste sessie in, bijvoorbeeld een dag in de afgelopen jaren.',

  refine: 'Beter op u afstemmen',
  stays: 'Uw antwoorden blijven op deze pagina. Ze worden niet bewaard of verstuurd.',
  unsure: 'Weet ik niet',
  skin: 'Mijn hoofdhuid is',
  skins: { dry: 'Droog', normal: 'Normaal', oily: 'Vet' },
  sun: 'Er komt zon op',
  suns: { low: 'Zelden', medium: 'Soms', high: 'Veel' },
  scar: 'Er is een litteken behandeld',
  scars: { yes: 'Ja', no: 'Nee' },

  calendar: 'In mijn agenda zetten',
  calendarHint: 'Een bestand met deze data voor uw eigen agenda. De kliniek merkt er niets van.',
  calendarDone: 'Het agendabestand is gemaakt. Open het om de data toe te voegen.',
  entry: (clinic) => (clinic === undefined ? 'Herinnering: de kliniek bellen' : `Herinnering: ${clinic} bellen`),
  entryNote: 'Een herinnering voor rond deze tijd. Er is geen afspraak gemaakt.',
  book: 'Een bijwerksessie boeken',
  remind: 'Herinner mij',
} as const satisfies TouchUpMessages;
