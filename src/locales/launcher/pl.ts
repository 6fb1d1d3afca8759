import type { LauncherMessages } from './messages.js';

/** Polish. */
export const pl: LauncherMessages = {
  title: 'Konsultacja i rezerwacja',
  close: 'Zamknij',
  loading: 'Chwileczkę',
  failed: 'Nie udało się tego wczytać. Proszę sprawdzić dostęp do internetu albo spróbować ponownie za chwilę.',
  retry: 'Spróbuj ponownie',
  callUs: 'Można też do nas zadzwonić:',
  leavingTitle: 'Odpowiedzi nie zostały jeszcze wysłane',
  leavingHint: 'Pozostaną tutaj, dopóki ta strona jest otwarta, więc można do nich wrócić.',
  stay: 'Odpowiadaj dalej',
  leave: 'Zamknij na razie',
};
