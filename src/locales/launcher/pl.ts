import type { LauncherMessages } from './messages.js';

/** Polish. */
export const pl: LauncherMessages = {
  title: 'Konsultacja i rezerwacja',
  close: 'Zamknij',
  loading: 'Chwileczkę',
  leavingTitle: 'Odpowiedzi nie zostały jeszcze wysłane',
  leavingHint: 'Pozostaną tutaj, dopóki ta strona jest otwarta, więc można do nich wrócić.',
  stay: 'Odpowiadaj dalej',
  leave: 'Zamknij na razie',
};
