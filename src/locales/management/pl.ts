import { pluralOf } from '../plural.js';
import type { ManagementMessages } from './messages.js';

const plural = pluralOf('pl');

const days = (number: number): string => (number === 1 ? '1 dzień' : `${number} dni`);
/** In the genitive. */
const ofDays = (number: number): string => (number === 1 ? '1 dnia' : `${number} dni`);

/** Polish. */
export const pl: ManagementMessages = {
  title: (sessions) => (sessions === 1 ? 'Umówiona wizyta' : 'Umówione wizyty'),
  session: (number, of) => `Sesja ${number} z ${of}`,
  status: { confirmed: 'Zarezerwowana', requested: 'Czeka na klinikę', cancelled: 'Odwołana' },
  notice: {
    moved: 'Wizyta została przełożona. Wysyłamy e-mail z nowym terminem.',
    cancelled: 'Wizyta została odwołana. Wysyłamy e-mail z potwierdzeniem.',
    changed: 'W międzyczasie nastąpiła zmiana w innym miejscu. Nic nie zostało wykonane. Oto stan obecny.',
    gone: 'Tego nie można już zmienić. Oto stan obecny.',
  },
  changeableUntil: (time) => `Wizytę można tu przełożyć lub odwołać do: ${time}.`,
  notChangeable: 'Nie można już tego tu zmienić. Proszę do nas zadzwonić.',
  move: 'Wybierz inny termin',
  cancel: 'Odwołaj',
  cancelAll: 'Odwołaj wszystkie',
  updateCalendar: 'Zaktualizuj kalendarz',

  refusedTitle: 'Ten link niczego nie otwiera',
  refusedHint:
    'Może być niepełny, zbyt stary lub zastąpiony nowszym. Proszę ponownie otworzyć link z naszego ostatniego e-maila lub do nas zadzwonić.',
  failedTitle: 'Nie można teraz wyświetlić wizyty',

  timeTitle: 'Wybór innego terminu',
  sofar: (time) => `Dotychczas: ${time}`,
  gap: {
    same: () => 'To jest obecny termin. Proszę wybrać inny.',
    'too-soon': (min) =>
      `Skóra potrzebuje co najmniej ${ofDays(min)} na zagojenie po poprzedniej sesji. Proszę wybrać późniejszy dzień.`,
    'too-late': (_, max) =>
      `To ponad ${days(max)} po poprzedniej sesji. Proszę wybrać wcześniejszy dzień lub do nas zadzwonić.`,
  },
  review: 'Dalej',
  planning: 'Sprawdzamy pozostałe sesje',

  moveTitle: 'Przełożyć na ten termin?',
  from: 'Z',
  to: 'Na',
  followers: (min) =>
    `Między sesjami potrzeba co najmniej ${ofDays(min)}, aby skóra mogła się zagoić. Te również się przesuną:`,
  noTime: (session) =>
    `Nie ma wolnego terminu odpowiedniego dla sesji ${session}. Proszę wybrać inny dzień lub do nas zadzwonić.`,
  moveConfirm: (sessions) =>
    sessions === 1 ? 'Przełóż wizytę' : `Przełóż ${sessions} ${plural(sessions, { few: 'sesje', other: 'sesji' })}`,

  cancelTitle: (sessions) => (sessions === 1 ? 'Odwołać tę wizytę?' : 'Odwołać te wizyty?'),
  cancelConfirm: (sessions) =>
    sessions === 1 ? 'Odwołaj wizytę' : `Odwołaj ${sessions} ${plural(sessions, { few: 'wizyty', other: 'wizyt' })}`,
  keep: 'Zachowaj',

  sending: 'Wysyłanie',
  checking: 'Trwa to dłużej niż zwykle. Sprawdzamy, co dotarło.',
  unresolvedHint:
    'Zmiana mogła dotrzeć. Proszę sprawdzić ponownie: nic nie zostanie wykonane dwa razy. Jeśli to nie pomoże, proszę do nas zadzwonić.',
};
