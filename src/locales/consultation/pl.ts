import { pluralOf } from '../plural.js';
import type { ConsultationMessages } from './messages.js';
import { questionsPl } from './questions.pl.js';

const plural = pluralOf('pl');

/** Polish. */
export const pl = {
  ...questionsPl,
  position: (number, count) => `Pytanie ${number} z ${count}`,
  restored:
    'Wcześniejsze odpowiedzi zostały zachowane na tym urządzeniu. Informacje o zdrowiu i zdjęcia nigdy nie są zachowywane: prosimy podać je ponownie.',
  dropped: 'Ponieważ jedna odpowiedź się zmieniła, nie potrzebujemy już:',
  several: 'Proszę zaznaczyć wszystko, co pasuje.',
  day: 'Dzień',
  month: 'Miesiąc',
  year: 'Rok',
  dateHint: 'Na przykład 27 3 2024. Bez pewności wystarczy miesiąc i rok albo sam rok.',
  issues: {
    missing: 'Proszę wybrać lub wpisać odpowiedź',
    'too-long': 'Odpowiedź jest za długa',
    'not-a-date': 'Proszę podać istniejącą datę, na przykład 27 3 2024, albo sam rok',
    'in-future': 'Data musi być dzisiejsza lub przeszła',
    'in-past': 'Data musi być dzisiejsza lub przyszła',
    unconfirmed: 'Proszę zaznaczyć pole, abyśmy mogli odpowiedzieć',
    preparing: 'Zdjęcie jest jeszcze przygotowywane. Proszę chwilę poczekać',
    unknown: 'Proszę sprawdzić tę odpowiedź',
  },
  between: (min, max) => `Proszę podać liczbę od ${min} do ${max}`,
  consents: {
    privacy: (clinic) =>
      `Zgadzam się na wykorzystanie moich danych przez ${clinic} w celu odpowiedzi na tę konsultację i umawiania wizyt.`,
    'health-data': (clinic) =>
      `Zgadzam się na przechowywanie i wykorzystywanie przez ${clinic} tego, co podaję tu o moim zdrowiu, w celu udzielenia mi porady i zaplanowania mojego zabiegu.`,
    'photos-assessment': (clinic) =>
      `${clinic} może wykorzystać moje zdjęcia w celu udzielenia mi porady i zaplanowania mojego zabiegu.`,
    'photos-publication': (clinic) =>
      `${clinic} może opublikować moje zdjęcia, na przykład na swojej stronie internetowej.`,
    'appointment-sms': (clinic) => `${clinic} może przesyłać mi SMS-y dotyczące moich wizyt.`,
    'marketing-email': (clinic) => `${clinic} może przesyłać mi nowości i oferty e-mailem.`,
    'marketing-sms': (clinic) => `${clinic} może przesyłać mi nowości i oferty SMS-em.`,
  },
  skipHealth: 'Bez tej zgody pomijamy pytania o zdrowie, a specjalista zada je osobiście.',
  emailHint: 'Na ten adres wyślemy odpowiedź.',
  phoneHint: 'Tylko w razie pytań dotyczących tej konsultacji.',

  photoChoose: 'Wybierz zdjęcie',
  photoReplace: 'Zamień',
  photoRemove: 'Usuń',
  photoCancel: 'Anuluj',
  photoRetry: 'Wyślij ponownie',
  photoPreparing: 'Trwa przygotowanie zdjęcia',
  photoReady: 'Gotowe do wysłania',
  photoSending: (percent) => `Wysyłanie, ${percent}%`,
  photoSent: 'Wysłano',
  photoFailed: 'Nie wysłano',
  photoAlt: (angle) => `Przesyłane zdjęcie: ${angle}`,
  photoLocal:
    'Zdjęcia pozostają na tym urządzeniu do chwili wysłania odpowiedzi. Zmniejszamy je i usuwamy ukryte dane, takie jak miejsce.',
  photosSending: 'Trwa wysyłanie zdjęć. Prosimy nie zamykać tej strony.',
  photosHeld:
    'Wybrane zdjęcia nie zostaną wysłane, ponieważ nie ma zgody na ich wykorzystanie. Pozostaną na tej stronie do wysłania odpowiedzi: po wyrażeniu zgody zostaną dołączone.',
  photoProblems: {
    'not-a-photo': 'Ten plik nie jest zdjęciem. Proszę wybrać plik JPEG, PNG lub WebP',
    heic: 'Ta przeglądarka nie odczytuje zdjęć HEIC. Proszę zrobić zdjęcie tutaj albo najpierw zapisać je jako JPEG',
    'too-many-bytes': 'Zdjęcie musi mieć mniej niż 15 MB',
    'too-many-pixels': 'Zdjęcie musi mieć mniej niż 64 megapiksele',
    'too-small': 'Zdjęcie jest za małe. Musi mieć co najmniej 200 pikseli szerokości i wysokości',
    'out-of-memory': 'Zdjęcie jest za duże dla tego urządzenia. Proszę wybrać mniejsze',
    blocked: 'Ochrona przed śledzeniem w tej przeglądarce psuje zdjęcia. Proszę użyć innej przeglądarki',
    unreadable: 'Nie można odczytać tego zdjęcia. Może być uszkodzone. Proszę wybrać inne',
  },

  outcomeTitle: 'Co oznaczają odpowiedzi',
  outcomeClear: 'Nic z podanych informacji nie stoi na przeszkodzie zabiegowi.',
  outcomeFound: 'Dziękujemy za te informacje. Kilka odpowiedzi ma znaczenie dla planowania:',
  blockedTitle: 'Trzeba mieć ukończone 18 lat',
  effects: {
    block: 'Jeszcze niemożliwe',
    defer: 'Potrzeba czasu',
    letter: 'Zaświadczenie od lekarza',
    review: 'Omówimy to wspólnie',
    inform: 'Warto wiedzieć',
    'patch-test': 'Próba uczuleniowa',
  },
  until: (date) => `Od: ${date}`,
  bookableTitle: 'Co można zarezerwować',
  bookConsultation: 'Konsultację, w dowolnym czasie.',
  treatment: {
    open: 'Zabieg.',
    request: 'Zabieg, jako prośbę: potwierdza ją specjalista.',
    'after-consultation': 'Zabieg, po rozmowie ze specjalistą.',
    none: 'Na razie nic.',
  },
  treatmentFrom: (date) => `Zabiegi są możliwe od: ${date}.`,
  patchTest: (hours) =>
    `Próbujemy niewielkiej ilości pigmentu na skórze co najmniej ${hours} ${plural(hours, { one: 'godzinę', few: 'godziny', many: 'godzin', other: 'godziny' })} przed zabiegiem.`,
  noAdvice:
    'To nie jest porada medyczna. Specjalista podejmuje decyzję wspólnie z klientem. Nigdy nie należy z tego powodu odstawiać przepisanego leku.',

  consentsTitle: 'Udzielone zgody',
  agreed: 'Tak',
  notAgreed: 'Nie',
  withdrawHint: 'Zgodę można wycofać w każdej chwili: na następnej stronie lub kontaktując się z kliniką.',
  submit: 'Wyślij moje odpowiedzi',
  submitting: 'Trwa wysyłanie odpowiedzi',
  checking: 'Trwa to dłużej niż zwykle. Sprawdzamy, czy odpowiedzi dotarły.',
  unresolvedHint:
    'Odpowiedzi mogły dotrzeć. Aby się upewnić, proszę sprawdzić ponownie: nic nie zostanie wysłane dwa razy i nic tu nie przepadnie.',
  photoCount: (count) =>
    `${count} ${plural(count, { one: 'zdjęcie', few: 'zdjęcia', many: 'zdjęć', other: 'zdjęcia' })}`,

  sentTitle: 'Odpowiedzi zostały wysłane',
  sentNext: (address) => `Specjalista przeczyta je i odpowie: ${address}.`,
  keptTitle: 'Odpowiedzi są gotowe',
  keptNext:
    'Trafią do kliniki w uwagach do rezerwacji. Nie przechowujemy ich na tym urządzeniu: prosimy dokonać rezerwacji przed zamknięciem lub odświeżeniem tej strony.',
  withdraw: 'Wycofaj moje odpowiedzi',
  withdrawAsk: 'Klinika usunie wtedy odpowiedzi i zdjęcia. Nie można tego cofnąć.',
  withdrawing: 'Trwa wycofywanie',
  withdrawnTitle: 'Odpowiedzi zostały usunięte',
  withdrawnHint: 'Klinika już ich nie ma, zdjęć również.',
  another: 'Zacznij od nowa',
  failedTitle: 'Przepraszamy, tych pytań nie można tu teraz zadać',
} as const satisfies ConsultationMessages;
