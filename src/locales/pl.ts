import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('pl');

const minutes = (number: number) =>
  `${number} ${plural(number, { one: 'minuta', few: 'minuty', many: 'minut', other: 'minuty' })}`;
const hours = (number: number) =>
  `${number} ${plural(number, { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' })}`;
const characters = (number: number) =>
  `${number} ${plural(number, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })}`;
const times = (number: number) =>
  `${number} ${plural(number, { one: 'wolny termin', few: 'wolne terminy', many: 'wolnych terminów', other: 'wolnego terminu' })}`;

/** Polish. */
export const pl = {
  language: 'pl',

  back: 'Wstecz',
  continue: 'Dalej',
  retry: 'Spróbuj ponownie',
  optional: 'nieobowiązkowe',
  loading: 'Szukamy wolnych terminów',
  wait: 'Chwileczkę',
  callUs: 'Można też do nas zadzwonić:',

  chooseService: 'Co chcą Państwo zarezerwować?',
  minutes,
  hours: (number, rest) => hours(number) + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'W klinice', video: 'Rozmowa wideo', phone: 'Rozmowa telefoniczna' },

  afterConsultation: 'Rezerwacja jest możliwa po rozmowie ze specjalistą. Proszę najpierw umówić konsultację.',
  underAge: 'Aby dokonać tu rezerwacji, trzeba mieć ukończone 18 lat. Zapraszamy do kontaktu telefonicznego.',
  treatmentFrom: (date) => `Ze względu na udzielone odpowiedzi najwcześniejszy dzień zabiegu to ${date}.`,
  chooseTime: 'Wybór dnia i godziny',
  practitioner: 'Specjalista',
  anyPractitioner: 'Bez preferencji',
  location: 'Placówka',
  anyLocation: 'Dowolna placówka',
  clinicTime: (zone) => `Godziny podano według czasu kliniki (${zone}).`,
  yourTime: (time) => `${time} w Państwa strefie czasowej`,
  previousWeek: 'Poprzedni tydzień',
  nextWeek: 'Następny tydzień',
  previousMonth: 'Poprzedni miesiąc',
  nextMonth: 'Następny miesiąc',
  showMonth: 'Pokaż miesiąc',
  showWeek: 'Pokaż tydzień',
  free: (number) => `wolne: ${number}`,
  freeTimes: (number) => (number === 0 ? 'brak wolnych terminów' : times(number)),
  timesOn: (number, date) =>
    `${number} ${plural(number, { one: 'termin', few: 'terminy', many: 'terminów', other: 'terminu' })} – ${date}`,
  noTimesOn: (date) => `Brak wolnych terminów w dniu: ${date}.`,
  morning: 'Rano',
  afternoon: 'Po południu',
  evening: 'Wieczorem',
  holdTime: 'Wstępnie zarezerwuj ten termin',
  holding: 'Trwa wstępna rezerwacja terminu',
  timeMissing: 'Proszę wybrać godzinę',
  fullyBooked: 'Obecnie wszystkie terminy są zajęte',
  fullyBookedHint: 'Nie ma wolnych terminów do rezerwacji online. Może mieć je inny specjalista lub inna placówka.',
  joinWaitlist: 'Zapisz się na listę oczekujących',

  lostTitle: 'Ten termin został właśnie zajęty',
  lostHint: (time) => `Ktoś wcześniej zarezerwował ten termin: ${time}. Podane informacje nadal tu są.`,
  lostAlternatives: 'Najbliższe wolne terminy:',
  lostNone: 'Proszę wybrać poniżej inny termin.',

  held: (time) => `Termin wstępnie zarezerwowany: ${time}.`,
  heldMinutes: (number) => `Pozostało: ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Pozostało: ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) => {
    const rounded = Math.round(seconds / 60);
    const left =
      seconds >= 60
        ? `${rounded} ${plural(rounded, { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' })}`
        : `${seconds} ${plural(seconds, { one: 'sekundę', few: 'sekundy', many: 'sekund', other: 'sekundy' })}`;
    return `Możemy utrzymać wstępną rezerwację jeszcze przez ${left}.`;
  },
  holdEnded: 'Wstępna rezerwacja tego terminu wygasła. Termin może być nadal wolny.',
  extendHold: 'Przedłuż wstępną rezerwację',
  holdAgain: 'Wstępnie zarezerwuj ponownie',

  yourDetails: 'Dane kontaktowe',
  name: 'Imię i nazwisko',
  email: 'Adres e-mail',
  emailHint: 'Na ten adres wyślemy potwierdzenie.',
  phone: 'Numer telefonu',
  phoneHint: 'Tylko w razie pytań dotyczących tej wizyty.',
  note: 'Czy jest coś, o czym powinniśmy wiedzieć?',
  noteHint: 'Prosimy nie podawać informacji medycznych. Zapytamy o nie z zachowaniem poufności.',
  characters: (left) => (left >= 0 ? `Pozostało: ${characters(left)}` : `Za dużo o ${characters(-left)}`),
  privacyConsent: (clinic) => `Zgadzam się na wykorzystanie moich danych przez ${clinic} w celu umówienia tej wizyty.`,
  privacyPolicy: 'Polityka prywatności',
  emailSuggestion: (address) => `Czy chodziło o ${address}?`,

  problemTitle: 'Wystąpił problem',
  errorPrefix: 'Błąd:',
  nameMissing: 'Proszę podać imię i nazwisko',
  nameInvalid: 'Imię i nazwisko może mieć najwyżej 120 znaków',
  emailMissing: 'Proszę podać adres e-mail',
  emailInvalid: 'Proszę podać adres e-mail w poprawnym formacie, na przykład name@example.com',
  phoneMissing: 'Proszę podać numer telefonu',
  phoneInvalid: 'Proszę podać numer telefonu, na przykład 22 000 00 00 lub +48 22 000 00 00',
  noteTooLong: 'Wiadomość może mieć najwyżej 1000 znaków',
  consentMissing: 'Proszę zaznaczyć pole, abyśmy mogli umówić wizytę',

  checkTitle: 'Proszę sprawdzić odpowiedzi',
  design: 'Projekt linii włosów',
  designGoes: 'Zostanie przekazany zgodnie z wyborem',
  change: 'Zmień',
  service: 'Wizyta',
  when: 'Kiedy',
  where: 'Gdzie',
  who: 'U kogo',
  notProvided: 'Nie podano',
  cancellationPolicy: 'Zmiana lub odwołanie',
  confirm: 'Potwierdź rezerwację',
  request: 'Poproś o rezerwację',
  sending: 'Trwa wysyłanie rezerwacji',
  checking: 'Trwa to dłużej niż zwykle. Sprawdzamy rezerwację.',
  unresolvedTitle: 'Nie mamy jeszcze odpowiedzi',
  unresolvedHint:
    'Rezerwacja mogła dotrzeć. Aby się upewnić, proszę sprawdzić ponownie: wizyta nie zostanie zarezerwowana dwa razy, a wpisane informacje tu pozostaną.',
  checkAgain: 'Sprawdź ponownie',

  confirmedTitle: 'Wizyta jest zarezerwowana',
  requestedTitle: 'Prośba została wysłana',
  reference: 'Numer rezerwacji',
  confirmedNext: (address) =>
    `Mamy zapisany adres e-mail ${address}. Proszę zachować numer rezerwacji na wypadek kontaktu telefonicznego.`,
  requestedNext: (address) =>
    `Klinika rozpatrzy prośbę i napisze na adres ${address}. Do tego czasu Państwa wybór pozostaje zarezerwowany.`,
  whatNext: 'Co dalej',
  addToCalendar: 'Dodaj do kalendarza',
  calendarFile: 'Plik kalendarza (.ics)',
  calendarTitle: (clinic) => `Wizyta: ${clinic}`,
  calendarReference: (reference) => `Numer rezerwacji ${reference}`,
  calendarPhone: (phone) => `Telefon ${phone}`,
  newTab: '(otwiera się w nowej karcie)',
  bookAnother: 'Zarezerwuj kolejną wizytę',

  waitlistTitle: 'Zapis na listę oczekujących',
  waitlistHint: 'Proszę zostawić dane, a klinika skontaktuje się, gdy zwolni się termin.',
  waitlistedTitle: 'Zapisano na listę oczekujących',
  waitlistedHint: (address) =>
    `Gdy zwolni się termin, klinika napisze na adres ${address}. Jeśli najpierw przyśle link do potwierdzenia, prosimy go otworzyć.`,

  failedTitle: 'Przepraszamy, rezerwacja jest tu teraz niemożliwa',
  failedTimes: 'Nie udało się wczytać wolnych terminów',
  errors: {
    network: 'Połączenie zostało przerwane. Proszę sprawdzić dostęp do internetu i spróbować ponownie.',
    timeout: 'System kliniki nie odpowiedział na czas. Proszę spróbować ponownie.',
    'rate-limited': 'Było zbyt wiele prób. Proszę chwilę odczekać i spróbować ponownie.',
    'not-found': 'To, co oferuje ta strona, nie jest już dostępne do rezerwacji online.',
    unauthorized: 'Wstępna rezerwacja tego terminu wygasła. Proszę wybrać go ponownie.',
    unknown: 'Coś poszło nie tak po naszej stronie. Wpisane informacje nadal tu są.',
  },
} as const satisfies Messages;
