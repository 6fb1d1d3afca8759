import type { Messages } from './messages.js';

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;
const minutes = (number: number) => count(number, 'Minute', 'Minuten');

/** German. */
export const de = {
  language: 'de',

  back: 'Zurück',
  continue: 'Weiter',
  retry: 'Erneut versuchen',
  optional: 'freiwillig',
  loading: 'Freie Termine werden gesucht',
  callUs: 'Sie können uns auch anrufen:',

  chooseService: 'Was möchten Sie buchen?',
  minutes,
  hours: (hours, rest) => count(hours, 'Stunde', 'Stunden') + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'In der Klinik', video: 'Videogespräch', phone: 'Telefongespräch' },

  afterConsultation: 'Buchbar, sobald Ihre Fachkraft mit Ihnen gesprochen hat. Bitte buchen Sie zuerst eine Beratung.',
  underAge: 'Um hier zu buchen, müssen Sie 18 sein. Sie können uns gern anrufen.',
  treatmentFrom: (date) => `Wegen Ihrer Antworten sind Behandlungen ab ${date} möglich.`,
  chooseTime: 'Tag und Uhrzeit wählen',
  practitioner: 'Fachkraft',
  anyPractitioner: 'Keine Präferenz',
  location: 'Standort',
  anyLocation: 'Beliebiger Standort',
  clinicTime: (zone) => `Die Uhrzeiten gelten am Ort der Klinik (${zone}).`,
  yourTime: (time) => `${time} Uhr bei Ihnen`,
  previousWeek: 'Vorherige Woche',
  nextWeek: 'Nächste Woche',
  previousMonth: 'Vorheriger Monat',
  nextMonth: 'Nächster Monat',
  showMonth: 'Monat zeigen',
  showWeek: 'Woche zeigen',
  free: (number) => `${number} frei`,
  freeTimes: (number) => (number === 0 ? 'keine Termine frei' : count(number, 'Termin frei', 'Termine frei')),
  timesOn: (number, date) => `${count(number, 'Termin', 'Termine')} am ${date}`,
  noTimesOn: (date) => `Am ${date} sind keine Termine frei.`,
  morning: 'Vormittag',
  afternoon: 'Nachmittag',
  evening: 'Abend',
  holdTime: 'Diesen Termin freihalten',
  holding: 'Wir halten Ihnen diesen Termin frei',
  timeMissing: 'Wählen Sie eine Uhrzeit',
  fullyBooked: 'Zurzeit sind wir ausgebucht',
  fullyBookedHint:
    'Online sind keine Termine frei. Vielleicht gibt es welche bei einer anderen Fachkraft oder an einem anderen Standort.',
  joinWaitlist: 'Auf die Warteliste setzen',

  lostTitle: 'Dieser Termin wurde gerade vergeben',
  lostHint: (time) => `Jemand anderes hat vor Ihnen gebucht: ${time} Uhr. Ihre Angaben sind noch da.`,
  lostAlternatives: 'Die nächsten freien Termine:',
  lostNone: 'Bitte wählen Sie unten einen anderen Termin.',

  held: (time) => `Wir halten Ihnen diesen Termin frei: ${time} Uhr.`,
  heldMinutes: (number) => `Noch ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Noch ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `Wir können Ihren Termin noch ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'Sekunde', 'Sekunden')} freihalten.`,
  holdEnded: 'Wir halten diesen Termin nicht mehr frei. Vielleicht ist er noch zu haben.',
  extendHold: 'Länger freihalten',
  holdAgain: 'Wieder freihalten',

  yourDetails: 'Ihre Angaben',
  name: 'Vor- und Nachname',
  email: 'E-Mail-Adresse',
  emailHint: 'Dorthin schicken wir Ihre Bestätigung.',
  phone: 'Telefonnummer',
  phoneHint: 'Nur für Fragen zu diesem Termin.',
  note: 'Gibt es etwas, das wir wissen sollten?',
  noteHint: 'Bitte schreiben Sie hier nichts Medizinisches. Danach fragen wir vertraulich.',
  characters: (left) =>
    left >= 0 ? `Noch ${count(left, 'Zeichen', 'Zeichen')}` : `${count(-left, 'Zeichen', 'Zeichen')} zu viel`,
  privacyConsent: (clinic) =>
    `Ich bin damit einverstanden, dass ${clinic} meine Angaben verwendet, um diesen Termin zu vereinbaren.`,
  privacyPolicy: 'Datenschutzerklärung',
  emailSuggestion: (address) => `Meinten Sie ${address}?`,

  problemTitle: 'Es gibt ein Problem',
  errorPrefix: 'Fehler:',
  nameMissing: 'Geben Sie Ihren Vor- und Nachnamen ein',
  nameInvalid: 'Ihr Name darf höchstens 120 Zeichen lang sein',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse im richtigen Format ein, zum Beispiel name@example.com',
  phoneMissing: 'Geben Sie Ihre Telefonnummer ein',
  phoneInvalid: 'Geben Sie eine Telefonnummer ein, zum Beispiel 030 23125 123 oder +49 30 23125 123',
  noteTooLong: 'Ihre Nachricht darf höchstens 1.000 Zeichen lang sein',
  consentMissing: 'Setzen Sie das Häkchen, damit wir Ihren Termin vereinbaren dürfen',

  checkTitle: 'Prüfen Sie Ihre Angaben',
  design: 'Entwurf der Haarlinie',
  designGoes: 'Geht mit, so wie Sie ihn gewählt haben',
  change: 'Ändern',
  service: 'Termin',
  when: 'Wann',
  where: 'Wo',
  who: 'Bei',
  notProvided: 'Keine Angabe',
  cancellationPolicy: 'Ändern oder absagen',
  confirm: 'Buchung bestätigen',
  request: 'Termin anfragen',
  sending: 'Ihre Buchung wird gesendet',
  checking: 'Das dauert länger als sonst. Wir prüfen Ihre Buchung.',
  unresolvedTitle: 'Wir haben noch keine Antwort',
  unresolvedHint:
    'Vielleicht ist Ihre Buchung angekommen. Prüfen Sie es erneut: Sie werden nicht doppelt gebucht, und Ihre Angaben bleiben hier.',
  checkAgain: 'Erneut prüfen',

  confirmedTitle: 'Ihr Termin ist gebucht',
  requestedTitle: 'Ihre Anfrage ist gesendet',
  reference: 'Ihre Vorgangsnummer',
  confirmedNext: (address) =>
    `Ihre E-Mail-Adresse bei uns ist ${address}. Bewahren Sie Ihre Vorgangsnummer auf, falls Sie anrufen müssen.`,
  requestedNext: (address) =>
    `Die Klinik sieht sich Ihre Anfrage an und schreibt an ${address}. Bis dahin bleibt der Termin für Sie frei.`,
  whatNext: 'Wie es weitergeht',
  addToCalendar: 'In Ihren Kalender eintragen',
  calendarFile: 'Kalenderdatei (.ics)',
  calendarTitle: (clinic) => `Termin: ${clinic}`,
  calendarReference: (reference) => `Vorgangsnummer ${reference}`,
  calendarPhone: (phone) => `Telefon ${phone}`,
  newTab: '(öffnet einen neuen Tab)',
  bookAnother: 'Weiteren Termin buchen',

  waitlistTitle: 'Auf die Warteliste setzen',
  waitlistHint: 'Hinterlassen Sie Ihre Angaben. Die Klinik meldet sich, wenn ein Termin frei wird.',
  waitlistedTitle: 'Sie stehen auf der Warteliste',
  waitlistedHint: (address) =>
    `Die Klinik schreibt an ${address}, wenn ein Termin frei wird. Falls sie vorher einen Link zum Bestätigen schickt, öffnen Sie ihn bitte.`,

  failedTitle: 'Hier können Sie leider gerade nicht buchen',
  failedTimes: 'Die freien Termine konnten nicht geladen werden',
  errors: {
    network: 'Die Verbindung ist abgebrochen. Prüfen Sie, ob Sie online sind, und versuchen Sie es erneut.',
    timeout: 'Das System der Klinik hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es erneut.',
    'rate-limited': 'Es waren zu viele Versuche. Bitte warten Sie ein wenig und versuchen Sie es erneut.',
    'not-found': 'Was diese Seite anbietet, kann nicht mehr online gebucht werden.',
    unauthorized: 'Dieser Termin wird nicht mehr für Sie freigehalten. Bitte wählen Sie ihn erneut.',
    unknown: 'Bei uns ist etwas schiefgegangen. Was Sie eingegeben haben, ist noch da.',
  },
} as const satisfies Messages;
