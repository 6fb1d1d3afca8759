import type { CareMessages } from './messages.js';

const count = (days: number): string => (days === 1 ? '1 dag' : `${days} dagen`);

/** Dutch. */
export const nl = {
  preparationTitle: 'Voor uw sessie',
  aftercareTitle: 'Na uw sessie',
  dayByDay: 'Dag voor dag',
  session: (number, of, date) => (of > 1 ? `Sessie ${number} van ${of}: ${date}` : `Uw sessie: ${date}`),
  disclaimer: 'Dit is algemene informatie. Wat uw eigen behandelaar of arts u vertelt, gaat voor.',
  over: 'Er komt geen sessie meer. Nu gaat het om goed genezen.',
  today: 'Vandaag',
  inDays: (days) => (days === 1 ? 'Morgen' : `Over ${count(days)}`),
  relative: (from, until) => {
    if (until === Infinity) return `Vanaf dag ${from}`;
    if (from === 0) return 'De dag van uw sessie';
    if (from < 0) return from === -1 ? 'De dag voor uw sessie' : `${count(-from)} voor uw sessie`;
    return from === until ? `Dag ${from}` : `Dag ${from} tot en met ${until}`;
  },
  dates: (from, until) => `${from} tot en met ${until}`,
  since: (from) => `Vanaf ${from}`,
  earlier: 'Wat achter u ligt',
  expect: 'Wat normaal is',
  do: 'Wel doen',
  avoid: 'Vermijden',
  onlyFor: { shaved: 'Als u de geschoren look hebt:', density: 'Als u uw haar houdt:' },
  nextSession: (date) => `Uw volgende sessie is op ${date}. Daarna beginnen deze stappen opnieuw.`,
  reschedule: 'Vraag om een andere dag als u dit hebt',
  rescheduleHint: 'Bel zodra u het merkt. Wachten is beter dan een huid behandelen die niet in orde is.',
  reschedules: {
    sunburn: 'een verbrande hoofdhuid door de zon',
    rash: 'uitslag, puistjes of wondjes op uw hoofdhuid',
    cold: 'verkoudheid, griep of koorts',
    'new-medicine': 'een nieuw of een ander medicijn',
  },
  preparation: {
    'moisturise-before': 'Verzorg uw hoofdhuid elke dag met een hydraterende crème, tot en met de dag ervoor.',
    'ask-medicine':
      'Gebruikt u aspirine, ibuprofen of een bloedverdunner? Vraag uw arts ernaar. Stop niet zelf met een medicijn.',
    'no-tanning': 'Zon op uw hoofdhuid en de zonnebank.',
    'keep-hair': 'Uw haar knippen. Kom met uw haar zoals het is.',
    'no-peels': 'Peelings en scrubs met zuren op uw hoofdhuid.',
    'no-alcohol': 'Alcohol.',
    'no-caffeine': 'Koffie, energiedrank en andere cafeïne.',
    'hair-as-told':
      'Laat uw haar zoals het is of kort het in, zoals u met uw kliniek hebt afgesproken. Twijfelt u, vraag het dan.',
    'shave-two-days-before': 'Scheer vandaag uw hoofd, zodat de huid voor de sessie tot rust kan komen.',
    'shave-day-before': 'Scheer vandaag uw hoofd.',
    'zero-clipper': 'Scheer uw haar met de tondeuse zonder opzetkam. Gebruik geen scheermes.',
    'clinic-trims': 'Laat uw haar zoals het is. Uw kliniek kort het in.',
    'ask-before-trimming':
      'Uw hoofdhuid is nog aan het genezen. Vraag uw kliniek voordat u het haar inkort of scheert.',
    'wash-before': 'Was uw haar met een milde shampoo.',
    'drink-water': 'Drink veel water.',
    sleep: 'Ga op tijd naar bed.',
    eat: 'Eet voordat u komt.',
    'clean-dry-head': 'Kom met een schone, droge hoofdhuid.',
    'nothing-on-scalp': 'Gel, haarvezels, olie of lotion op uw hoofdhuid.',
    'bring-photos': 'Neem oude foto’s van uw haar mee, als u wilt, en een koptelefoon.',
    'take-time': 'Houd de dag vrij. Een sessie kan 2 tot 5 uur duren, met pauzes.',
    'no-exercise': 'Sporten voor de sessie.',
  },
  phases: {
    day0: 'De dag zelf',
    dry: 'Droog houden',
    rinse: 'Weer water',
    settle: 'Tot rust komen',
    resume: 'Terug naar uw gewoonten',
    stable: 'Genezen',
    longterm: 'Voor de komende jaren',
  },
  expected: {
    day0: 'Roodheid, een lichte zwelling, een strak gevoel. Een spoortje bloed of helder vocht. De puntjes zien er donker uit.',
    dry: 'De roodheid neemt af, bij de meeste mensen in 2 tot 3 dagen. Er vormen zich heel kleine korstjes.',
    rinse: 'Wat schilfers en jeuk. De puntjes lijken lichter naarmate de korstjes vanzelf loslaten.',
    settle: 'De kleur kan bleek of ongelijk lijken. Dat is normaal in deze fase.',
    resume: 'De kleur wordt gelijkmatiger terwijl de huid zich vernieuwt, in ongeveer vier weken.',
    stable: 'U ziet het genezen resultaat na 4 tot 6 weken, soms 8.',
    longterm: 'De kleur vervaagt langzaam in de loop van de jaren.',
  },
  aftercare: {
    'clean-hands': 'Raak uw hoofdhuid alleen aan als het moet, met schone handen.',
    'loose-hat': 'Draag buiten een schone, losse hoed of pet.',
    water: 'Drink veel water.',
    rinse: 'Spoel met lauw water en dep droog met een schone handdoek.',
    moisturise: 'Gebruik een dun laagje hydraterende crème zonder parfum.',
    'mild-shampoo': 'Was voorzichtig met een milde shampoo.',
    clip: 'U mag weer een tondeuse gebruiken, voorzichtig.',
    'keep-next': 'Maak een afspraak voor uw volgende sessie, of controleer de datum.',
    'look-together': 'Bekijk het resultaat samen met uw kliniek.',
    sunscreen: ({ spf }) =>
      `In de zon zonnebrandcrème met factor ${spf} of hoger, elke twee uur opnieuw. Of een hoed of pet.`,
    'clip-often': 'Gebruik om de paar dagen de tondeuse, zodat haar en puntjes bij elkaar passen.',
    'no-touch': 'Pulken, krabben en wrijven.',
    'no-wet': 'Water op uw hoofdhuid.',
    'no-shampoo': 'Shampoo.',
    'no-sweat': 'Sport en zwaar werk waarvan u gaat zweten.',
    'no-clippers': 'Scheren en de tondeuse.',
    'no-razor': 'Een scheermes. Een tondeuse is genoeg.',
    'no-heat': 'Sauna en stoombad.',
    'no-pool': 'Zwembad en zee.',
    'no-sun': 'Directe zon op uw hoofdhuid, en de zonnebank.',
    'no-harsh': 'Scrubs, en producten met zuren, alcohol of vaseline.',
    'no-minoxidil':
      'Minoxidil, als u dat gebruikt. Vraag degene die het heeft voorgeschreven wanneer u weer mag beginnen.',
    'no-sunbeds': 'De zonnebank.',
  },
  flagsTitle: 'Wanneer u hulp moet vragen',
  levels: {
    emergency: 'Spoed: bel nu',
    'see-doctor': 'Ga vandaag naar een arts',
    'call-clinic': 'Bel uw kliniek',
  },
  flags: {
    breathing: 'Moeite met ademen of slikken',
    'face-swelling': 'Zwelling van gezicht, lippen of keel',
    fever: 'Koorts of koude rillingen',
    spreading: 'Roodheid of rode strepen die zich uitbreiden',
    pus: 'Pus',
    'hot-swelling': 'Huid die warm is of steeds meer opzwelt',
    'hard-skin': 'Harde, verdikte huid',
    lasting: 'Klachten die een week of langer duren',
    'later-change': 'Maanden of jaren later: een verandering van de huid op die plek',
    'growing-soreness': 'Roodheid of pijn die na dag 3 erger wordt',
    'new-rash': 'Huiduitslag',
    'patchy-lumps': 'Bultjes, ook kleine',
  },
  emergency: (number) =>
    number === undefined
      ? 'Bel het alarmnummer van uw land: 112 in Europa, 999 in het Verenigd Koninkrijk, 911 in de Verenigde Staten.'
      : 'Bel',
  addToCalendar: 'De stappen in mijn agenda zetten',
  calendarPreparation: 'Voorbereiding op uw afspraak',
  calendarAftercare: 'Notitie na uw afspraak',
  print: 'Afdrukken',
  sources: 'Waarop dit is gebaseerd',
} as const satisfies CareMessages;
