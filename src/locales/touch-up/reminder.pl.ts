import type { TouchUpReminderMessages } from './reminder-messages.js';

/** Polish. */
export const reminderPl = {
  signUpTitle: 'Możemy Ci przypomnieć',
  ways: 'Jak możemy Ci przypomnieć?',
  consents: {
    email: (clinic) =>
      `E-mailem: ${clinic} może pisać do mnie w sprawie tych dat, łącznie najwyżej cztery razy. Każda wiadomość zawiera link, który je kończy.`,
    sms: (clinic) =>
      `SMS-em: ${clinic} może wysyłać mi SMS-y w sprawie tych dat, łącznie najwyżej cztery razy. Operator może pobierać opłaty. Każdy SMS mówi, jak je zakończyć.`,
  },
  phoneHint: 'Tylko do tych przypomnień.',
  wayMissing: 'Zaznacz sposób przypominania albo dodaj daty do własnego kalendarza',
  signUp: 'Przypomnij mi',
  sending: 'Wysyłanie',
  notNow: 'Nie teraz',
  signedTitle: 'Przypomnimy Ci',
  signedNext: (where) =>
    `Wiadomość jest w drodze na ${where}. Link w niej pokazuje daty i pozwala je zmienić albo zakończyć przypomnienia.`,
  unresolvedHint: 'Twoja prośba mogła dotrzeć. Dla pewności wyślij ją ponownie: nie dostaniesz przypomnień podwójnie.',

  planTitle: 'Twoje przypomnienia',
  planNext: (where) => `Trafiają na ${where}. Bez Twojego linku nikt inny nie może ich zobaczyć ani zmienić.`,
  passed: 'minęło',
  wrong: {
    invalid: (date) => `Wpisz datę w polu „${date}”`,
    past: (date) => `Wpisz przyszłą datę w polu „${date}”`,
    order: (date) => `W polu „${date}” wpisz datę późniejszą niż poprzednia`,
  },
  save: 'Zapisz',
  stopTitle: 'Bez przypomnień',
  stopHint: 'Zarezerwowane wizyty pozostają bez zmian.',
  stop: 'Zakończ wszystkie przypomnienia',
  stoppedTitle: 'Przypomnienia zostały zakończone',
  stoppedHint: 'Nie napiszemy już do Ciebie. Jeśli zmienisz zdanie, możesz zapisać się ponownie w każdej chwili.',
  notice: {
    saved: 'Zmiany zostały zapisane.',
    unchanged: 'Nie ma czego zapisać: wszystko jest jak wcześniej.',
    changed: 'Przypomnienia zmieniono w międzyczasie gdzie indziej. Tak teraz wyglądają.',
  },
  refusedTitle: 'Ten link nie działa',
  refusedHint: 'Może być niepełny albo już nieużywany. Nasza najnowsza wiadomość zawiera taki, który działa.',
  failedTitle: 'Nie możemy teraz pokazać Twoich przypomnień',
} as const satisfies TouchUpReminderMessages;
