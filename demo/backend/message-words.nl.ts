import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Referentie ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] => (phone === undefined ? [] : [`U kunt ons ook bellen op ${phone}.`]);

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Na uw afspraak bij ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Als u zich ergens zorgen over maakt, wacht dan niet op het volgende bericht: op de pagina staat wie u kunt vragen, en wanneer het dringend is.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Een herinnering van ${facts.clinic}`,
    paragraphs: ['U hebt ons gevraagd u rond deze tijd te schrijven.', ...said, ...call(facts)],
  });

/** Dutch. */
export const nl: MessageWords = {
  language: 'nl',
  greeting: (name) => (name === '' ? 'Goedendag' : `Goedendag ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: uw ${facts.count} afspraken vanaf ${facts.shortWhen}`
          : `${facts.clinic}: uw afspraak op ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Uw afspraken zijn geboekt.' : 'Uw afspraak is geboekt.',
        details(facts),
        `Met het bijgevoegde bestand ${facts.count > 1 ? 'komen ze' : 'komt de afspraak'} in uw agenda.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: uw aanvraag voor ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'We hebben uw aanvraag ontvangen. De tijden worden voor u vrijgehouden; het zijn afspraken zodra we ze hebben bevestigd.'
          : 'We hebben uw aanvraag ontvangen. De tijd wordt voor u vrijgehouden; het is een afspraak zodra we die hebben bevestigd.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: uw aanvraag voor ${facts.shortWhen}`,
      paragraphs: [
        'Het spijt ons: we kunnen uw aanvraag niet bevestigen.',
        details(facts),
        facts.count > 1
          ? 'Deze tijden worden niet meer voor u vrijgehouden. U kunt andere kiezen of met ons overleggen.'
          : 'De tijd wordt niet meer voor u vrijgehouden. U kunt een andere kiezen of met ons overleggen.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: uw afspraken zijn gewijzigd`
          : `${facts.clinic}: uw afspraak is op ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Uw afspraken zijn gewijzigd. Zo staan ze er nu voor:'
          : 'Uw afspraak heeft een andere tijd. De eerdere tijd wordt niet meer voor u vrijgehouden.',
        details(facts),
        `Het bijgevoegde bestand wijzigt ${facts.count > 1 ? 'ze' : 'de afspraak'} in uw agenda.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} afspraken vanaf ${facts.shortWhen} zijn geannuleerd`
          : `${facts.clinic}: ${facts.shortWhen} is geannuleerd`,
      paragraphs: [
        facts.count > 1 ? 'Deze afspraken zijn geannuleerd:' : 'Deze afspraak is geannuleerd:',
        details(facts),
        'U hoeft verder niets te doen, en u krijgt er geen herinneringen meer over.',
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: een nieuwe link naar uw afspraken`
          : `${facts.clinic}: een nieuwe link naar uw afspraak`,
      paragraphs: [
        facts.count > 1
          ? 'Hier is een nieuwe link naar uw afspraken. De links in eerdere e-mails werken niet meer; de afspraken blijven zoals ze zijn.'
          : 'Hier is een nieuwe link naar uw afspraak. De links in eerdere e-mails werken niet meer; de afspraak blijft zoals die is.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: uw afspraak op ${facts.shortWhen}`,
      paragraphs: [
        'Uw afspraak is over een week.',
        details(facts),
        'Met sommige dingen kunt u het best nu beginnen. Op de pagina hieronder staan ze dag voor dag.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: uw afspraak op ${facts.shortWhen}`,
      paragraphs: [
        'Uw afspraak komt eraan.',
        details(facts),
        'Als het u nog schikt, laat het ons dan weten met de eerste link hieronder; ook zonder dat gaat de afspraak door. Zo niet, laat het ons dan snel weten, zodat iemand anders de tijd kan krijgen.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Bedankt voor uw komst.',
      'Op de pagina hieronder staat wat u de komende dagen kunt verwachten, en wat u beter kunt laten.',
    ),
    'booking.aftercare-4': aftercare(
      'Er zijn een paar dagen voorbij. Wat u moet doen, verandert ongeveer nu; op de pagina hieronder staat het.',
    ),
    'booking.aftercare-8': aftercare(
      'Er is ruim een week voorbij. Op de pagina hieronder staat wat u weer mag doen, en wat nog moet wachten.',
    ),
    'booking.aftercare-30': aftercare(
      'Er is een maand voorbij, en op het meeste hoeft u niet meer te letten. Op de pagina hieronder staat wat goed is om te blijven doen.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: we hebben uw antwoorden`,
      paragraphs: [
        'Dank u. Uw antwoorden zijn aangekomen. We lezen ze en nemen contact met u op.',
        'De link hieronder laat zien waarvoor u toestemming hebt gegeven. Daar kunt u elke toestemming intrekken, ook als iemand dit adres per vergissing heeft opgegeven.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: bevestig dat u op de wachtlijst wilt staan`,
      paragraphs: [
        'Dit adres is op onze wachtlijst gezet. Bevestig dat binnen zeven dagen met de link hieronder: pas daarna schrijven we u als er een tijd vrijkomt die u past.',
        'Was u dit niet, dan hoeft u niets te doen: we schrijven u niet meer.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: u staat niet meer op onze wachtlijst`,
      paragraphs: [
        'We hebben u van onze wachtlijst gehaald en bieden u dus geen tijden meer aan. Dank u voor uw geduld.',
        'U kunt gerust zelf een tijd kiezen, of met ons overleggen.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: een tijd op ${facts.shortWhen}`,
      paragraphs: [
        'Er is een tijd vrijgekomen:',
        details(facts),
        `Deze tijd wordt voor u vrijgehouden tot ${facts.until ?? ''}. Als u hem niet wilt, hoeft u niets te doen: dan vragen we de volgende op de lijst.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Herinneringen van ${facts.clinic}`,
      paragraphs: [
        'U hebt ons gevraagd u eraan te herinneren als het tijd is om er weer naar te kijken. Dat doen we. Via de link hieronder ziet u de datums en kunt u ze wijzigen.',
        'Als u dit niet hebt gevraagd, zet de herinneringen dan stop met de link hieronder; u hoort dan niets meer van ons.',
      ],
    }),
    'touch-up.check-6w': touchUp('Het is tijd om te kijken hoe alles tot rust is gekomen.'),
    'touch-up.review-12m': touchUp('Het is tijd voor de jaarlijkse controle.'),
    'touch-up.refresh': touchUp(
      'Het is misschien tijd om weer te komen. Hoe snel dat nodig is, verschilt van persoon tot persoon.',
    ),
  },
  deposit: ({ text, reference }) =>
    [
      `Aanbetaling: ${text}`,
      `Referentie voor de betaling: ${reference}`,
      'Als u de aanbetaling al hebt gedaan, hoeft u niets meer te doen.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed')
      return `${clinic}: we herinneren u eraan, zoals u hebt gevraagd. Datums bekijken of wijzigen:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: de herinnering waar u om hebt gevraagd.`
      : `${clinic}: uw afspraak is op ${shortWhen}. Bekijken of wijzigen:`;
  },
  links: {
    attend: 'Ik kom',
    deposit: 'De aanbetaling doen',
    manage: 'Uw afspraak bekijken, verplaatsen of annuleren',
    preparation: 'Hoe u zich voorbereidt',
    aftercare: 'Wat u doet en wat u kunt verwachten',
    booking: 'Een afspraak maken',
    join: 'Ja, schrijf mij als er een tijd vrijkomt',
    offer: 'Deze tijd bekijken en nemen',
    touchUp: 'Uw herinneringen bekijken of wijzigen',
    consents: 'Uw toestemmingen bekijken of intrekken',
  },
  calendar: {
    title: (clinic) => `Afspraak bij ${clinic}`,
    reference: (reference) => `Referentie ${reference}`,
    phone: (phone) => `Telefoon ${phone}`,
  },
  stopNote: 'U krijgt dit bericht omdat u een afspraak bij ons hebt, of om herinneringen hebt gevraagd.',
  stopLink: 'Herinneringen stopzetten',
  stopPage: {
    title: 'Herinneringen stopzetten',
    question: 'Wilt u geen herinneringen meer van ons? Uw afspraken blijven zoals ze zijn.',
    button: 'Herinneringen stopzetten',
    done: 'U krijgt geen herinneringen meer.',
    kept: 'Uw afspraken blijven zoals ze zijn. Als er een wordt verplaatst of geannuleerd, laten we u dat nog wel weten.',
  },
  leaveNote: 'U krijgt dit bericht omdat u op onze wachtlijst staat.',
  leaveLink: 'Uitschrijven van de wachtlijst',
  leavePage: {
    title: 'Uitschrijven van de wachtlijst',
    question: 'Wilt u van onze wachtlijst af? We bieden u dan geen tijden meer aan.',
    button: 'Van de lijst af',
    done: 'U staat niet meer op onze wachtlijst.',
    again:
      'Hebt u zich intussen opnieuw ingeschreven, gebruik dan de link in onze laatste e-mail om u uit te schrijven.',
  },
  joinPage: {
    title: 'Onze wachtlijst',
    question: 'Wilt u dat we u schrijven als er een tijd vrijkomt die u past?',
    phone: (phone) =>
      `We hebben dit telefoonnummer van u: ${phone}. Is het niet van u, bevestig dan niet en schrijf u opnieuw in met uw eigen nummer.`,
    button: 'Ja, schrijf mij',
    done: 'U staat op onze wachtlijst. We schrijven u als er een tijd vrijkomt die u past.',
    later: 'Dit adres is intussen opnieuw op onze wachtlijst gezet. De link in onze e-mail daarover is de geldige.',
    gone: 'Wilt u nog op een tijd wachten, dan kunt u zich opnieuw voor onze wachtlijst inschrijven.',
  },
  attendPage: {
    title: 'Uw afspraak',
    question: (when) => `Uw afspraak is op ${when}. Komt u?`,
    button: 'Ik kom',
    done: (when) => `Dank u. We verwachten u op ${when}.`,
    changed:
      'Deze afspraak is intussen verplaatst of geannuleerd. In onze laatste e-mail aan u staat hoe het ervoor staat.',
  },
  offerPage: {
    title: 'Een tijd voor u',
    question: (when, until) => `${when} wordt voor u vrijgehouden tot ${until}. Wilt u deze tijd?`,
    button: 'Deze tijd nemen',
    booked: (when) => `${when} is geboekt. Een e-mail met de gegevens is onderweg.`,
    requested: (when) => `We hebben uw aanvraag voor ${when}. Een e-mail met de gegevens is onderweg.`,
    onRequest: 'Het is een afspraak zodra wij die hebben bevestigd.',
    gone: 'Deze tijd wordt niet meer voor u vrijgehouden.',
    waiting: 'U staat nog op de wachtlijst.',
    over: 'We schrijven u niet meer over de wachtlijst. U kunt gerust zelf een tijd kiezen, of met ons overleggen.',
  },
  noTexts: 'Geen sms meer',
  consentPage: {
    title: 'Waarvoor u toestemming gaf',
    intro: 'Elke toestemming staat op zichzelf: u kunt er altijd een intrekken, de andere blijven zoals ze zijn.',
    none: 'Er is geen toestemming van u vastgelegd.',
    of: {
      consultation: (date) => `Bij uw antwoorden van ${date}`,
      booking: (date) => `Bij uw boeking van ${date}`,
      waitlist: (date) => `Bij uw inschrijving op de wachtlijst op ${date}`,
    },
    reminders: 'Herinneringen waar u om hebt gevraagd',
    names: {
      privacy: 'Gebruik van uw gegevens',
      'health-data': 'Wat u over uw gezondheid vertelt',
      'photos-assessment': 'Foto’s om u te adviseren',
      'photos-publication': 'Publicatie van uw foto’s',
      'appointment-sms': 'Sms over uw afspraken',
      'marketing-email': 'Nieuws en aanbiedingen per e-mail',
      'marketing-sms': 'Nieuws en aanbiedingen per sms',
    },
    given: (date, version) => `Gegeven op ${date} met een vinkje op onze website. Tekst: ${version}`,
    withdrawn: {
      person: (date) => `Door u ingetrokken op ${date}.`,
      clinic: (date) => `Op uw verzoek door ons als ingetrokken genoteerd op ${date}.`,
    },
    needed: 'Deze hebben we nodig zolang u een afspraak hebt of erop wacht. Wilt u dat ze eindigt, bel ons dan.',
    withdraw: 'Intrekken',
    question: 'Wilt u deze toestemming intrekken?',
    effects: {
      privacy:
        'Uw antwoorden en foto’s, en daarmee uw naam en adres, worden voorgoed gewist. Uw afspraken blijven zoals ze zijn; we bespreken dan alles persoonlijk.',
      'health-data':
        'Wat u ons over uw gezondheid hebt verteld, en alles wat u in uw eigen woorden hebt geschreven, wordt voorgoed gewist. Uw afspraken blijven zoals ze zijn; we bespreken het dan persoonlijk.',
      'photos-assessment': 'Uw foto’s worden voorgoed gewist. Uw afspraken blijven zoals ze zijn.',
      'photos-publication': 'We publiceren vanaf nu geen foto van u en halen gepubliceerde foto’s weg.',
      'appointment-sms': 'U krijgt geen sms meer over uw afspraken. E-mails blijven komen.',
      'marketing-email':
        'U krijgt geen nieuws en aanbiedingen meer per e-mail. Berichten over uw afspraken blijven komen.',
      'marketing-sms': 'U krijgt geen nieuws en aanbiedingen meer per sms. Berichten over uw afspraken blijven komen.',
    },
    reach: {
      email: 'Dit geldt overal waar u het e-mailadres hebt opgegeven waarop u deze link kreeg.',
      phone:
        'Dit geldt overal waar u het telefoonnummer hebt opgegeven waarop u deze link kreeg, als u het op dezelfde manier hebt geschreven, bijvoorbeeld met de landcode.',
    },
    button: 'Toestemming intrekken',
    keep: 'Zo laten',
    done: 'De toestemming is ingetrokken',
    erased: 'Uw antwoorden en foto’s zijn gewist',
    back: 'Terug naar alle toestemmingen',
    rights:
      'Wilt u een kopie van alles wat we van u bewaren, of wilt u dat alles wordt gewist, schrijf of bel ons dan.',
  },
  wrongLink: 'Deze link is niet volledig, of wordt niet meer gebruikt.',
};
