import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const plural = new Intl.PluralRules('pl');
const visits = (count: number): string => (plural.select(count) === 'few' ? 'wizyty' : 'wizyt');

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Numer rezerwacji ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Można też do nas zadzwonić: ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Po wizycie: ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Jeśli coś niepokoi, proszę nie czekać na następną wiadomość: strona mówi, kogo zapytać i kiedy sprawa jest pilna.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Przypomnienie: ${facts.clinic}`,
    paragraphs: ['Piszemy zgodnie z prośbą o wiadomość mniej więcej w tym czasie.', ...said, ...call(facts)],
  });

/** Polish. */
export const pl: MessageWords = {
  language: 'pl',
  greeting: (name) => (name === '' ? 'Dzień dobry' : `Dzień dobry, ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} ${visits(facts.count)}, pierwsza ${facts.shortWhen}`
          : `${facts.clinic}: wizyta ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Wizyty są zarezerwowane.' : 'Wizyta jest zarezerwowana.',
        details(facts),
        `Załączony plik dodaje ${facts.count > 1 ? 'je' : 'ją'} do kalendarza.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: prośba o termin ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Prośba do nas dotarła. Terminy są zachowane; staną się wizytami, gdy je potwierdzimy.'
          : 'Prośba do nas dotarła. Termin jest zachowany; stanie się wizytą, gdy go potwierdzimy.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: prośba o termin ${facts.shortWhen}`,
      paragraphs: [
        'Przykro nam: nie możemy potwierdzić Twojej prośby.',
        details(facts),
        facts.count > 1
          ? 'Te terminy nie są już dla Ciebie zarezerwowane. Możesz wybrać inne albo z nami porozmawiać.'
          : 'Ten termin nie jest już dla Ciebie zarezerwowany. Możesz wybrać inny albo z nami porozmawiać.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1 ? `${facts.clinic}: zmiana wizyt` : `${facts.clinic}: wizyta odbędzie się ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Wizyty zostały zmienione. Oto stan obecny:'
          : 'Wizyta ma inny termin. Wcześniejszy nie jest już zachowany.',
        details(facts),
        `Załączony plik zmienia ${facts.count > 1 ? 'je' : 'ją'} w kalendarzu.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: odwołane wizyty (${facts.count}) od ${facts.shortWhen}`
          : `${facts.clinic}: odwołano ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Te wizyty zostały odwołane:' : 'Ta wizyta została odwołana:',
        details(facts),
        `Nie trzeba nic więcej robić i nie będzie już o ${facts.count > 1 ? 'nich' : 'niej'} przypomnień.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject: facts.count > 1 ? `${facts.clinic}: nowy link do wizyt` : `${facts.clinic}: nowy link do wizyty`,
      paragraphs: [
        facts.count > 1
          ? 'Oto nowy link do wizyt. Linki z wcześniejszych e-maili już nie działają; same wizyty pozostają bez zmian.'
          : 'Oto nowy link do wizyty. Linki z wcześniejszych e-maili już nie działają; sama wizyta pozostaje bez zmian.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: wizyta ${facts.shortWhen}`,
      paragraphs: [
        'Wizyta jest za tydzień.',
        details(facts),
        'Niektóre rzeczy najlepiej zacząć już teraz. Strona poniżej wymienia je dzień po dniu.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: wizyta ${facts.shortWhen}`,
      paragraphs: [
        'Zbliża się termin wizyty.',
        details(facts),
        'Jeśli termin nadal odpowiada, prosimy potwierdzić to pierwszym linkiem poniżej; wizyta jest ważna także bez tego. Jeśli nie, prosimy o szybką wiadomość, aby mógł z niego skorzystać ktoś inny.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Dziękujemy za przyjście.',
      'Strona poniżej mówi, czego się spodziewać w najbliższych dniach i co zostawić w spokoju.',
    ),
    'booking.aftercare-4': aftercare(
      'Minęło kilka dni. Mniej więcej teraz zmienia się to, co należy robić; opisuje to strona poniżej.',
    ),
    'booking.aftercare-8': aftercare(
      'Minął ponad tydzień. Strona poniżej mówi, co znów można robić, a co musi poczekać.',
    ),
    'booking.aftercare-30': aftercare(
      'Minął miesiąc i większość tego, na co trzeba było uważać, już za nami. Strona poniżej mówi, co warto kontynuować.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: mamy Państwa odpowiedzi`,
      paragraphs: [
        'Dziękujemy. Odpowiedzi dotarły. Przeczytamy je i odezwiemy się.',
        'Link poniżej pokazuje, na co wyrażono zgodę. Każdą zgodę można tam wycofać, także wtedy, gdy ktoś podał ten adres przez pomyłkę.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: prosimy potwierdzić zapis na listę oczekujących`,
      paragraphs: [
        'Ten adres wpisano na naszą listę oczekujących. Prosimy to potwierdzić w ciągu siedmiu dni linkiem poniżej: dopiero wtedy napiszemy, gdy zwolni się odpowiedni termin.',
        'Jeśli zapisał go ktoś inny, nie trzeba nic robić: więcej nie napiszemy.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: nie ma już Państwa na liście oczekujących`,
      paragraphs: [
        'Skreśliliśmy Państwa z naszej listy oczekujących, więc nie będziemy już proponować terminów. Dziękujemy za cierpliwość.',
        'Zapraszamy do samodzielnego wyboru terminu lub do rozmowy z nami.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: termin ${facts.shortWhen}`,
      paragraphs: [
        'Zwolnił się termin:',
        details(facts),
        `Jest zachowany do: ${facts.until ?? ''}. Jeśli nie odpowiada, nie trzeba nic robić: zapytamy następną osobę z listy.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Przypomnienia: ${facts.clinic}`,
      paragraphs: [
        'Otrzymaliśmy prośbę o przypomnienie, gdy przyjdzie czas na kolejne obejrzenie. Przypomnimy. Poniższy link pokazuje terminy i pozwala je zmienić.',
        'Jeśli prośba pochodzi od kogoś innego, poniższy link wyłącza przypomnienia i nie będziemy więcej pisać.',
      ],
    }),
    'touch-up.check-6w': touchUp('Czas obejrzeć, jak wszystko się ustabilizowało.'),
    'touch-up.review-12m': touchUp('Czas na coroczne obejrzenie.'),
    'touch-up.refresh': touchUp('Być może czas przyjść ponownie. To, jak szybko, jest różne u różnych osób.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Przedpłata: ${text}`,
      `Numer do podania przy płatności: ${reference}`,
      'Jeśli przedpłata została już wpłacona, nic więcej nie trzeba robić.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed') return `${clinic}: przypomnimy zgodnie z prośbą. Podgląd lub zmiana terminów:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: przypomnienie zgodnie z prośbą.`
      : `${clinic}: wizyta ${shortWhen}. Podgląd lub zmiana:`;
  },
  links: {
    attend: 'Potwierdzam przybycie',
    deposit: 'Wpłać przedpłatę',
    manage: 'Zobacz, przełóż lub odwołaj wizytę',
    preparation: 'Jak się przygotować',
    aftercare: 'Co robić i czego się spodziewać',
    booking: 'Zarezerwuj wizytę',
    join: 'Tak, proszę napisać, gdy zwolni się termin',
    offer: 'Zobacz i przyjmij termin',
    touchUp: 'Podgląd lub zmiana przypomnień',
    consents: 'Podgląd lub wycofanie zgód',
  },
  calendar: {
    title: (clinic) => `Wizyta: ${clinic}`,
    reference: (reference) => `Numer rezerwacji ${reference}`,
    phone: (phone) => `Telefon ${phone}`,
  },
  stopNote: 'Ta wiadomość dotyczy umówionej u nas wizyty lub prośby o przypomnienia.',
  stopLink: 'Wyłącz przypomnienia',
  stopPage: {
    title: 'Wyłączenie przypomnień',
    question: 'Czy nie chcą Państwo więcej przypomnień od nas? Wizyty pozostają bez zmian.',
    button: 'Wyłącz przypomnienia',
    done: 'Przypomnienia zostały wyłączone.',
    kept: 'Wizyty pozostają bez zmian. O przełożeniu lub odwołaniu wizyty nadal będziemy informować.',
  },
  leaveNote: 'Ta wiadomość dotyczy miejsca na naszej liście oczekujących.',
  leaveLink: 'Wypisz z listy oczekujących',
  leavePage: {
    title: 'Wypisanie z listy oczekujących',
    question:
      'Czy chcą Państwo wypisać się z naszej listy oczekujących? Nie będziemy wtedy proponować kolejnych terminów.',
    button: 'Wypisz z listy',
    done: 'Nie ma już Państwa na naszej liście oczekujących.',
    again:
      'Jeśli od tego czasu zapisali się Państwo ponownie, można się wypisać linkiem z naszej ostatniej wiadomości.',
  },
  joinPage: {
    title: 'Nasza lista oczekujących',
    question: 'Czy mamy napisać, gdy zwolni się odpowiedni termin?',
    phone: (phone) =>
      `Podano nam ten numer telefonu: ${phone}. Jeśli to nie Państwa numer, prosimy nie potwierdzać i zapisać się ponownie z własnym.`,
    button: 'Tak, proszę napisać',
    done: 'Są Państwo na naszej liście oczekujących. Napiszemy, gdy zwolni się odpowiedni termin.',
    later:
      'Ten adres wpisano od tego czasu ponownie na naszą listę oczekujących. Liczy się link z naszej wiadomości o tym wpisie.',
    gone: 'Jeśli nadal chcą Państwo czekać na termin, można ponownie zapisać się na naszą listę oczekujących.',
  },
  attendPage: {
    title: 'Umówiona wizyta',
    question: (when) => `Wizyta: ${when}. Czy termin jest aktualny?`,
    button: 'Potwierdzam przybycie',
    done: (when) => `Dziękujemy. Czekamy: ${when}.`,
    changed: 'Ta wizyta została w międzyczasie przełożona lub odwołana. Aktualny stan podaje nasz ostatni e-mail.',
  },
  offerPage: {
    title: 'Wolny termin',
    question: (when, until) => `Termin ${when} jest zachowany do: ${until}. Czy ten termin odpowiada?`,
    button: 'Przyjmij ten termin',
    booked: (when) => `Termin ${when} jest zarezerwowany. E-mail ze szczegółami jest w drodze.`,
    requested: (when) => `Mamy prośbę o termin ${when}. E-mail ze szczegółami jest w drodze.`,
    onRequest: 'Wizyta będzie umówiona, gdy ją potwierdzimy.',
    gone: 'Ten termin nie jest już zachowany.',
    waiting: 'Miejsce na liście oczekujących pozostaje.',
    over: 'W sprawie listy oczekujących nie będziemy już pisać. Zapraszamy do samodzielnego wyboru terminu lub do rozmowy z nami.',
  },
  noTexts: 'Bez kolejnych SMS-ów',
  consentPage: {
    title: 'Udzielone zgody',
    intro: 'Każda zgoda jest osobna: jedną można wycofać w każdej chwili, a pozostałe zostają bez zmian.',
    none: 'Nie mamy zapisanej żadnej zgody.',
    of: {
      consultation: (date) => `Z odpowiedziami: ${date}`,
      booking: (date) => `Przy rezerwacji: ${date}`,
      waitlist: (date) => `Przy zapisie na listę oczekujących: ${date}`,
    },
    reminders: 'Przypomnienia na Państwa prośbę',
    names: {
      privacy: 'Wykorzystanie danych kontaktowych',
      'health-data': 'Informacje o zdrowiu',
      'photos-assessment': 'Zdjęcia do konsultacji',
      'photos-publication': 'Publikacja zdjęć',
      'appointment-sms': 'SMS-y o wizytach',
      'marketing-email': 'Nowości i oferty e-mailem',
      'marketing-sms': 'Nowości i oferty SMS-em',
    },
    given: (date, version) => `Udzielono: ${date}, przez zaznaczenie pola na naszej stronie. Treść: ${version}`,
    withdrawn: {
      person: (date) => `Wycofano linkiem z wiadomości: ${date}.`,
      clinic: (date) => `Wycofano na prośbę, zapisane przez nas: ${date}.`,
    },
    needed:
      'Tej zgody potrzebujemy, dopóki trwa oczekiwanie na termin lub wizytę. Aby ją zakończyć, prosimy o telefon.',
    withdraw: 'Wycofaj',
    question: 'Czy wycofać tę zgodę?',
    effects: {
      privacy:
        'Odpowiedzi i zdjęcia, a z nimi imię, nazwisko i adres, zostaną trwale usunięte. Wizyty pozostają bez zmian; wszystko omówimy wtedy osobiście.',
      'health-data':
        'Informacje o zdrowiu i wszystko, co napisano własnymi słowami, zostaną trwale usunięte. Wizyty pozostają bez zmian; omówimy to wtedy osobiście.',
      'photos-assessment': 'Zdjęcia zostaną trwale usunięte. Wizyty pozostają bez zmian.',
      'photos-publication': 'Od teraz nie publikujemy żadnych zdjęć, a już opublikowane usuwamy.',
      'appointment-sms': 'Nie będzie już SMS-ów o wizytach. E-maile nadal będą przychodzić.',
      'marketing-email': 'Nie będzie już nowości i ofert e-mailem. Wiadomości o wizytach nadal będą przychodzić.',
      'marketing-sms': 'Nie będzie już nowości i ofert SMS-em. Wiadomości o wizytach nadal będą przychodzić.',
    },
    reach: {
      email: 'Obowiązuje to wszędzie tam, gdzie podano adres e-mail, na który przyszedł ten link.',
      phone:
        'Obowiązuje to wszędzie tam, gdzie podano numer telefonu, na który przyszedł ten link, jeśli zapisano go tak samo, na przykład z numerem kierunkowym kraju.',
    },
    button: 'Wycofaj zgodę',
    keep: 'Zostaw bez zmian',
    done: 'Zgoda została wycofana',
    erased: 'Odpowiedzi i zdjęcia zostały usunięte',
    back: 'Wróć do wszystkich zgód',
    rights:
      'Aby otrzymać kopię wszystkich danych, które przechowujemy, lub usunąć je w całości, prosimy napisać lub zadzwonić.',
  },
  wrongLink: 'Ten link jest niepełny lub nie jest już używany.',
};
