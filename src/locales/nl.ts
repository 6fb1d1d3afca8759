import type { Messages } from './messages.js';

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;
const minutes = (number: number) => count(number, 'minuut', 'minuten');

/** Dutch. */
export const nl = {
  language: 'nl',

  back: 'Terug',
  continue: 'Verder',
  retry: 'Opnieuw proberen',
  optional: 'niet verplicht',
  loading: 'Vrije tijden zoeken',
  wait: 'Een ogenblik',
  callUs: 'U kunt ons ook bellen:',

  chooseService: 'Waarvoor wilt u een afspraak maken?',
  minutes,
  // “Uur” has no plural after a number.
  hours: (hours, rest) => `${hours} uur` + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'In de kliniek', video: 'Videogesprek', phone: 'Telefoongesprek' },

  afterConsultation:
    'U kunt dit boeken nadat uw behandelaar met u heeft gesproken. Maak eerst een afspraak voor een consult.',
  underAge: 'U moet 18 zijn om hier te boeken. U kunt ons gerust bellen.',
  treatmentFrom: (date) => `Op basis van uw antwoorden kunnen behandelingen vanaf ${date} beginnen.`,
  chooseTime: 'Kies een dag en een tijd',
  practitioner: 'Behandelaar',
  anyPractitioner: 'Geen voorkeur',
  location: 'Locatie',
  anyLocation: 'Alle locaties',
  clinicTime: (zone) => `De tijden zijn die van de kliniek (${zone}).`,
  yourTime: (time) => `${time} bij u`,
  previousWeek: 'Vorige week',
  nextWeek: 'Volgende week',
  previousMonth: 'Vorige maand',
  nextMonth: 'Volgende maand',
  showMonth: 'Maand tonen',
  showWeek: 'Week tonen',
  free: (number) => `${number} vrij`,
  freeTimes: (number) => (number === 0 ? 'geen tijden beschikbaar' : `${count(number, 'tijd', 'tijden')} beschikbaar`),
  timesOn: (number, date) => `${count(number, 'tijd', 'tijden')} op ${date}`,
  noTimesOn: (date) => `Er zijn geen vrije tijden op ${date}.`,
  morning: 'Ochtend',
  afternoon: 'Middag',
  evening: 'Avond',
  holdTime: 'Deze tijd vasthouden',
  holding: 'We houden deze tijd voor u vast',
  timeMissing: 'Kies een tijd',
  fullyBooked: 'We zijn op dit moment volgeboekt',
  fullyBookedHint:
    'Er zijn geen vrije tijden om online te boeken. Misschien zijn ze er wel bij een andere behandelaar of op een andere locatie.',
  joinWaitlist: 'Op de wachtlijst zetten',

  lostTitle: 'Deze tijd is net bezet geraakt',
  lostHint: (time) => `Iemand anders heeft ${time} vóór u geboekt. Wat u ons hebt verteld, staat hier nog.`,
  lostAlternatives: 'De dichtstbijzijnde vrije tijden zijn:',
  lostNone: 'Kies hieronder een andere tijd.',

  held: (time) => `We houden ${time} voor u vast.`,
  heldMinutes: (number) => `Nog ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Nog ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `We kunnen uw tijd nog ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'seconde', 'seconden')} vasthouden.`,
  holdEnded: 'We houden deze tijd niet meer vast. Misschien is hij nog vrij.',
  extendHold: 'Langer vasthouden',
  holdAgain: 'Opnieuw vasthouden',

  yourDetails: 'Uw gegevens',
  name: 'Voor- en achternaam',
  email: 'E-mailadres',
  emailHint: 'Hierheen sturen we uw bevestiging.',
  phone: 'Telefoonnummer',
  phoneHint: 'Alleen voor vragen over deze afspraak.',
  note: 'Is er iets dat we moeten weten?',
  noteHint: 'Laat medische gegevens hier weg. Daar vragen we u vertrouwelijk naar.',
  characters: (left) =>
    left >= 0 ? `Nog ${count(left, 'teken', 'tekens')}` : `${count(-left, 'teken', 'tekens')} te veel`,
  privacyConsent: (clinic) => `Ik ga ermee akkoord dat ${clinic} mijn gegevens gebruikt om deze afspraak te regelen.`,
  privacyPolicy: 'Privacyverklaring',
  emailSuggestion: (address) => `Bedoelde u ${address}?`,

  problemTitle: 'Er is een probleem',
  errorPrefix: 'Fout:',
  nameMissing: 'Vul uw voor- en achternaam in',
  nameInvalid: 'Uw naam mag niet langer zijn dan 120 tekens',
  emailMissing: 'Vul uw e-mailadres in',
  emailInvalid: 'Vul een e-mailadres in de juiste vorm in, zoals naam@example.com',
  phoneMissing: 'Vul uw telefoonnummer in',
  phoneInvalid: 'Vul een telefoonnummer in, zoals 06 00 00 00 00 of +31 6 00 00 00 00',
  noteTooLong: 'Uw bericht mag niet langer zijn dan 1.000 tekens',
  consentMissing: 'Vink het vakje aan, zodat we uw afspraak kunnen regelen',

  checkTitle: 'Controleer uw antwoorden',
  design: 'Ontwerp van de haarlijn',
  designGoes: 'Wordt meegestuurd, zoals u het hebt gekozen',
  change: 'Wijzigen',
  service: 'Afspraak',
  when: 'Wanneer',
  where: 'Waar',
  who: 'Bij',
  notProvided: 'Niet ingevuld',
  cancellationPolicy: 'Wijzigen of annuleren',
  confirm: 'Boeking bevestigen',
  request: 'Boeking aanvragen',
  sending: 'Uw boeking wordt verstuurd',
  checking: 'Dit duurt langer dan normaal. We controleren uw boeking.',
  unresolvedTitle: 'We hebben nog geen antwoord gekregen',
  unresolvedHint:
    'Uw boeking is misschien aangekomen. Controleer het opnieuw om dat te weten: u wordt niet dubbel geboekt, en wat u hebt ingevuld, blijft hier staan.',
  checkAgain: 'Opnieuw controleren',

  confirmedTitle: 'Uw afspraak is geboekt',
  requestedTitle: 'Uw aanvraag is verstuurd',
  reference: 'Uw referentie',
  confirmedNext: (address) =>
    `Uw e-mailadres bij ons is ${address}. Bewaar uw referentie voor het geval dat u moet bellen.`,
  requestedNext: (address) =>
    `De kliniek bekijkt uw aanvraag en schrijft naar ${address}. Tot dan wordt voor u vrijgehouden wat u hebt gekozen.`,
  whatNext: 'Wat er nu gebeurt',
  addToCalendar: 'Zet de afspraak in uw agenda',
  calendarFile: 'Agendabestand (.ics)',
  calendarTitle: (clinic) => `Afspraak bij ${clinic}`,
  calendarReference: (reference) => `Referentie ${reference}`,
  calendarPhone: (phone) => `Telefoon ${phone}`,
  newTab: '(opent in een nieuw tabblad)',
  bookAnother: 'Nog een afspraak maken',

  waitlistTitle: 'Op de wachtlijst zetten',
  waitlistHint: 'Laat uw gegevens achter; de kliniek neemt contact met u op als er een tijd vrijkomt.',
  waitlistedTitle: 'U staat op de wachtlijst',
  waitlistedHint: (address) =>
    `De kliniek schrijft naar ${address} als er een tijd vrijkomt. Stuurt ze eerst een link om te bevestigen, open die dan.`,

  failedTitle: 'Helaas kunt u hier nu niet boeken',
  failedTimes: 'We konden de vrije tijden niet laden',
  errors: {
    network: 'De verbinding is verbroken. Controleer of u online bent en probeer het opnieuw.',
    timeout: 'Het systeem van de kliniek antwoordde niet op tijd. Probeer het opnieuw.',
    'rate-limited': 'Er zijn te veel pogingen gedaan. Wacht even en probeer het opnieuw.',
    'not-found': 'Wat deze pagina aanbiedt, kunt u niet meer online boeken.',
    unauthorized: 'Deze tijd wordt niet meer voor u vastgehouden. Kies hem opnieuw.',
    unknown: 'Er ging iets mis aan onze kant. Wat u hebt ingevuld, staat hier nog.',
  },
} as const satisfies Messages;
