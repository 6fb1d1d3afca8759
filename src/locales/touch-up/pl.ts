import type { TouchUpMessages } from './messages.js';

/** Polish. */
export const pl: TouchUpMessages = {
  title: 'Kiedy obejrzeć to ponownie',
  estimate: 'To szacunek, nie obietnica. Trwałość kropek jest różna u różnych osób.',
  names: { check: 'Kontrola', review: 'Pierwszy przegląd', refresh: 'Odświeżenie' },
  hints: {
    check: 'Kropki już się ustabilizowały i klinika widzi, czy któreś wymagają uzupełnienia.',
    review: 'Ocena, jak kropki się utrzymały.',
    refresh: 'Kiedy wiele osób myśli o odświeżeniu kropek.',
  },
  about: (month) => `mniej więcej ${month}`,
  due: 'w każdej chwili',

  lastSession: 'Kiedy odbyła się ostatnia sesja?',
  lastSessionHint: 'Bez pewności wystarczy zbliżony dzień.',
  counted: (day) => `Liczone od ostatniej sesji: ${day}.`,
  lastSessionWrong: 'Proszę podać dzień ostatniej sesji, na przykład z ostatnich kilku lat.',

  refine: 'Lepsze dopasowanie',
  stays: 'Odpowiedzi pozostają na tej stronie. Nie są zapisywane ani wysyłane.',
  unsure: 'Brak pewności',
  skin: 'Moja skóra głowy jest',
  skins: { dry: 'Sucha', normal: 'Normalna', oily: 'Tłusta' },
  sun: 'Bywa na słońcu',
  suns: { low: 'Rzadko', medium: 'Czasami', high: 'Często' },
  scar: 'Zabieg obejmował bliznę',
  scars: { yes: 'Tak', no: 'Nie' },

  calendar: 'Dodaj do mojego kalendarza',
  calendarHint: 'Plik z tymi datami do własnego kalendarza. Klinika się o tym nie dowiaduje.',
  calendarDone: 'Plik kalendarza jest gotowy. Proszę go otworzyć, aby dodać daty.',
  entry: (clinic) =>
    clinic === undefined ? 'Przypomnienie: telefon do kliniki' : `Przypomnienie: telefon do ${clinic}`,
  entryNote: 'Przypomnienie na mniej więcej ten czas. Nie umówiono żadnej wizyty.',
  book: 'Zarezerwuj odświeżenie',
  remind: 'Przypomnij mi',
};
