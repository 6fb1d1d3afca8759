import { pluralOf } from '../plural.js';
import type { CourseMessages } from './messages.js';

const plural = pluralOf('pl');

const days = (number: number): string => (number === 1 ? '1 dzień' : `${number} dni`);
const sessions = (number: number): string =>
  `${number} ${plural(number, { one: 'sesja', few: 'sesje', many: 'sesji', other: 'sesji' })}`;
/** As an object. */
const ofSessions = (number: number): string => (number === 1 ? '1 sesję' : sessions(number));

/** Polish. */
export const pl: CourseMessages = {
  chooseOffer: 'Który zabieg Państwa interesuje?',
  suggested: 'Pasuje do udzielonych odpowiedzi',
  sessions,
  forAll: (price) => `${price} łącznie`,

  firstTitle: 'Kiedy możliwa jest pierwsza wizyta?',
  sessionTitle: (number) => `Inny termin sesji ${number}`,
  sofar: (time) => `Dotychczas: ${time}`,
  session: (number, role) => (role === undefined ? `Sesja ${number}` : `Sesja ${number}: ${role}`),
  role: {
    foundation: 'podstawa',
    density: 'gęstość i ton',
    detail: 'szczegóły i przejścia',
    refine: 'ostatnie poprawki',
  },
  takeTime: 'Wybierz ten termin',
  takesTime: 'Szukamy pozostałych terminów',

  planTitle: 'Zaplanowane sesje',
  planHint: (min, max) =>
    `Proponujemy te terminy. Między dwiema sesjami skóra potrzebuje co najmniej ${min === 1 ? '1 dnia' : `${min} dni`}; po ${max === 1 ? '1 dniu' : `${max} dniach`} chcielibyśmy najpierw porozmawiać. Każdy termin można zmienić.`,
  daysAfter: (number) => `${days(number)} później`,
  lost: 'Poprzedni termin zajął ktoś inny. To jest nowy termin.',
  moved: 'Ten termin też trzeba było przesunąć. To jest nowy termin.',
  noTime: 'Nie znaleziono jeszcze terminu',
  planning: 'Szukamy terminów',
  changeTime: 'Zmień termin',
  tooSoon: (min) =>
    `Za wcześnie: skóra potrzebuje co najmniej ${min === 1 ? '1 dnia' : `${min} dni`} na zagojenie. Proszę wybrać późniejszy dzień.`,
  tooLate: (max) => `Za późno: ponad ${days(max)} po poprzedniej sesji. Proszę wybrać wcześniejszy dzień.`,
  movesOthers: 'Następne sesje również by się przesunęły.',
  unplannable: 'Brak terminów, które do siebie pasują. Proszę zacząć od innego dnia lub do nas zadzwonić.',
  hold: 'Zachowaj te terminy',
  holding: 'Trwa zachowywanie terminów',
  held: (minutes) =>
    `Terminy są zachowane na ${minutes} ${plural(minutes, { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' })}.`,
  heldEnded: 'Terminy nie są już zachowane.',

  confirm: (count) => `Zarezerwuj ${ofSessions(count)}`,
  request: (count) => `Poproś o ${ofSessions(count)}`,
  confirmedTitle: 'Sesje są zarezerwowane',
  requestedTitle: 'Prośba do nas dotarła',

  remainsTitle: 'Nie udało się zarezerwować wszystkich sesji',
  remainsHint:
    'Zabieg nie został zarezerwowany. Te sesje mimo to pozostają w mocy. Proszę do nas zadzwonić albo spróbować je odwołać:',
  remainsCall:
    'Zabieg nie został zarezerwowany. Te sesje mimo to pozostają w mocy i nie można ich tutaj odwołać. Proszę zadzwonić do nas w ich sprawie:',
  standing: 'Te sesje są już w naszym kalendarzu:',
  cancelled: 'Nic nie jest zarezerwowane: jednej z sesji nie udało się zarezerwować, więc pozostałe zostały odwołane.',
  tryAgain: 'Odwołaj je',
};
