import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Vorgangsnummer ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Sie können uns auch anrufen: ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Nach Ihrem Termin: ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Wenn Ihnen etwas Sorgen macht, warten Sie nicht auf die nächste Nachricht: Auf der Seite steht, wen Sie fragen und wann es eilt.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Eine Erinnerung von ${facts.clinic}`,
    paragraphs: ['Sie haben uns gebeten, Ihnen ungefähr jetzt zu schreiben.', ...said, ...call(facts)],
  });

/** German. */
export const de: MessageWords = {
  language: 'de',
  greeting: (name) => (name === '' ? 'Guten Tag' : `Guten Tag ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: Ihre ${facts.count} Termine ab ${facts.shortWhen} Uhr`
          : `${facts.clinic}: Ihr Termin am ${facts.shortWhen} Uhr`,
      paragraphs: [
        facts.count > 1 ? 'Ihre Termine sind gebucht.' : 'Ihr Termin ist gebucht.',
        details(facts),
        `Mit der angehängten Datei tragen Sie ${facts.count > 1 ? 'sie' : 'ihn'} in Ihren Kalender ein.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: Ihre Anfrage für ${facts.shortWhen} Uhr`,
      paragraphs: [
        facts.count > 1
          ? 'Wir haben Ihre Anfrage. Die Zeiten sind für Sie freigehalten; zu Terminen werden sie, wenn wir sie bestätigt haben.'
          : 'Wir haben Ihre Anfrage. Die Zeit ist für Sie freigehalten; zum Termin wird sie, wenn wir sie bestätigt haben.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: Ihre Anfrage für ${facts.shortWhen} Uhr`,
      paragraphs: [
        'Es tut uns leid: Wir können Ihre Anfrage nicht bestätigen.',
        details(facts),
        facts.count > 1
          ? 'Diese Zeiten halten wir nicht mehr für Sie frei. Sie können gern andere wählen oder mit uns sprechen.'
          : 'Diese Zeit halten wir nicht mehr für Sie frei. Sie können gern eine andere wählen oder mit uns sprechen.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: Ihre Termine haben sich geändert`
          : `${facts.clinic}: Ihr Termin ist am ${facts.shortWhen} Uhr`,
      paragraphs: [
        facts.count > 1
          ? 'Ihre Termine wurden geändert. So ist der Stand:'
          : 'Ihr Termin hat eine andere Zeit. Die frühere ist nicht mehr für Sie freigehalten.',
        details(facts),
        `Die angehängte Datei ändert ${facts.count > 1 ? 'sie' : 'ihn'} in Ihrem Kalender.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} Termine ab ${facts.shortWhen} Uhr sind abgesagt`
          : `${facts.clinic}: ${facts.shortWhen} Uhr ist abgesagt`,
      paragraphs: [
        facts.count > 1 ? 'Diese Termine sind abgesagt:' : 'Dieser Termin ist abgesagt:',
        details(facts),
        'Sie müssen nichts weiter tun und bekommen dazu keine Erinnerungen mehr.',
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ein neuer Link zu Ihren Terminen`
          : `${facts.clinic}: ein neuer Link zu Ihrem Termin`,
      paragraphs: [
        facts.count > 1
          ? 'Hier ist ein neuer Link zu Ihren Terminen. Die Links in früheren E-Mails gelten nicht mehr; die Termine bleiben, wie sie sind.'
          : 'Hier ist ein neuer Link zu Ihrem Termin. Die Links in früheren E-Mails gelten nicht mehr; der Termin bleibt, wie er ist.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: Ihr Termin am ${facts.shortWhen} Uhr`,
      paragraphs: [
        'Ihr Termin ist in einer Woche.',
        details(facts),
        'Mit manchem beginnt man am besten jetzt. Die Seite unten führt es Tag für Tag auf.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: Ihr Termin am ${facts.shortWhen} Uhr`,
      paragraphs: [
        'Ihr Termin steht bevor.',
        details(facts),
        'Wenn er Ihnen weiterhin passt, teilen Sie uns das bitte mit dem ersten Link unten mit; der Termin gilt auch ohne das. Wenn nicht, sagen Sie uns bitte bald Bescheid, damit jemand anderes die Zeit bekommen kann.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Danke, dass Sie da waren.',
      'Auf der Seite unten steht, was Sie in den nächsten Tagen erwartet und was Sie in Ruhe lassen.',
    ),
    'booking.aftercare-4': aftercare(
      'Einige Tage sind vergangen. Was zu tun ist, ändert sich ungefähr jetzt; auf der Seite unten steht es.',
    ),
    'booking.aftercare-8': aftercare(
      'Gut eine Woche ist vergangen. Auf der Seite unten steht, was Sie wieder tun können und was noch warten muss.',
    ),
    'booking.aftercare-30': aftercare(
      'Ein Monat ist vergangen, und das meiste, worauf Sie achten mussten, ist vorbei. Auf der Seite unten steht, was Sie am besten beibehalten.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: Wir haben Ihre Antworten`,
      paragraphs: [
        'Danke. Ihre Antworten sind angekommen. Wir lesen sie und melden uns bei Ihnen.',
        'Der Link unten zeigt, worin Sie eingewilligt haben. Dort lässt sich alles einzeln widerrufen, auch von jemandem, dessen Adresse versehentlich angegeben wurde.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: bitte bestätigen Sie Ihren Platz auf der Warteliste`,
      paragraphs: [
        'Diese Adresse wurde auf unsere Warteliste gesetzt. Bitte bestätigen Sie das innerhalb von sieben Tagen mit dem Link unten: Erst dann schreiben wir Ihnen, wenn eine Zeit frei wird, die Ihnen passt.',
        'Wenn Sie das nicht waren, müssen Sie nichts tun: Wir schreiben Ihnen nicht wieder.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: Sie stehen nicht mehr auf unserer Warteliste`,
      paragraphs: [
        'Wir haben Sie von unserer Warteliste genommen und bieten Ihnen daher keine Zeiten mehr an. Danke für Ihre Geduld.',
        'Sie können gern selbst eine Zeit wählen oder mit uns sprechen.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: eine freie Zeit am ${facts.shortWhen} Uhr`,
      paragraphs: [
        'Eine Zeit ist frei geworden:',
        details(facts),
        `Sie ist für Sie freigehalten bis ${facts.until ?? ''} Uhr. Wenn Sie sie nicht möchten, müssen Sie nichts tun: Dann wird gefragt, wer als Nächstes auf der Liste steht.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Erinnerungen von ${facts.clinic}`,
      paragraphs: [
        'Sie haben uns gebeten, Sie zu erinnern, wenn es Zeit ist, wieder hinzusehen. Das tun wir. Unter dem Link unten sehen Sie, wann wir uns melden, und können es ändern.',
        'Wenn nicht Sie darum gebeten haben, beenden Sie die Erinnerungen mit dem Link unten, und Sie hören nichts mehr von uns.',
      ],
    }),
    'touch-up.check-6w': touchUp('Es ist Zeit anzusehen, wie sich alles gesetzt hat.'),
    'touch-up.review-12m': touchUp('Es ist Zeit für den jährlichen Blick.'),
    'touch-up.refresh': touchUp(
      'Vielleicht ist es Zeit, wiederzukommen. Wie bald, ist von Mensch zu Mensch verschieden.',
    ),
  },
  deposit: ({ text, reference }) =>
    [
      `Anzahlung: ${text}`,
      `Vorgangsnummer für die Zahlung: ${reference}`,
      'Falls Sie die Anzahlung bereits geleistet haben, brauchen Sie nichts weiter zu tun.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed')
      return `${clinic}: Wir erinnern Sie, wie gewünscht. Zeitpunkte ansehen oder ändern:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: die Erinnerung, um die Sie gebeten haben.`
      : `${clinic}: Ihr Termin ist am ${shortWhen} Uhr. Ansehen oder ändern:`;
  },
  links: {
    attend: 'Ich komme',
    deposit: 'Anzahlung leisten',
    manage: 'Termin ansehen, verlegen oder absagen',
    preparation: 'So bereiten Sie sich vor',
    aftercare: 'Was zu tun ist und was Sie erwartet',
    booking: 'Termin buchen',
    join: 'Ja, schreiben Sie mir, wenn eine Zeit frei wird',
    offer: 'Ansehen und annehmen',
    touchUp: 'Ihre Erinnerungen ansehen oder ändern',
    consents: 'Ihre Einwilligungen ansehen oder widerrufen',
  },
  calendar: {
    title: (clinic) => `Termin: ${clinic}`,
    reference: (reference) => `Vorgangsnummer ${reference}`,
    phone: (phone) => `Telefon ${phone}`,
  },
  stopNote: 'Sie bekommen dies, weil Sie einen Termin bei uns haben oder um Erinnerungen gebeten haben.',
  stopLink: 'Erinnerungen beenden',
  stopPage: {
    title: 'Erinnerungen beenden',
    question: 'Möchten Sie keine Erinnerungen mehr von uns? Ihre Termine bleiben, wie sie sind.',
    button: 'Erinnerungen beenden',
    done: 'Sie bekommen keine Erinnerungen mehr.',
    kept: 'Ihre Termine bleiben, wie sie sind. Wird einer verlegt oder abgesagt, sagen wir Ihnen weiterhin Bescheid.',
  },
  leaveNote: 'Sie bekommen dies, weil Sie auf unserer Warteliste stehen.',
  leaveLink: 'Warteliste verlassen',
  leavePage: {
    title: 'Warteliste verlassen',
    question: 'Möchten Sie unsere Warteliste verlassen? Wir bieten Ihnen dann keine freien Zeiten mehr an.',
    button: 'Liste verlassen',
    done: 'Sie stehen nicht mehr auf unserer Warteliste.',
    again:
      'Falls Sie sich inzwischen wieder eingetragen haben, führt der Link in unserer letzten E-Mail von der Liste.',
  },
  joinPage: {
    title: 'Unsere Warteliste',
    question: 'Sollen wir Ihnen schreiben, wenn eine Zeit frei wird, die Ihnen passt?',
    phone: (phone) =>
      `Wir haben diese Telefonnummer von Ihnen: ${phone}. Wenn es nicht Ihre ist, bestätigen Sie bitte nicht, sondern tragen Sie sich mit Ihrer eigenen neu ein.`,
    button: 'Ja, schreiben Sie mir',
    done: 'Sie stehen auf unserer Warteliste. Wir schreiben Ihnen, wenn eine Zeit frei wird, die Ihnen passt.',
    later:
      'Diese Adresse wurde inzwischen noch einmal auf unsere Warteliste gesetzt. Es gilt der Link in unserer E-Mail dazu.',
    gone: 'Wenn Sie noch auf eine Zeit warten möchten, tragen Sie sich gern wieder in unsere Warteliste ein.',
  },
  attendPage: {
    title: 'Ihr Termin',
    question: (when) => `Ihr Termin ist am ${when} Uhr. Kommen Sie?`,
    button: 'Ich komme',
    done: (when) => `Danke. Wir erwarten Sie am ${when} Uhr.`,
    changed: 'Dieser Termin wurde inzwischen verlegt oder abgesagt. Wie es steht, sagt unsere letzte E-Mail an Sie.',
  },
  offerPage: {
    title: 'Eine Zeit für Sie',
    question: (when, until) => `${when} Uhr ist für Sie freigehalten bis ${until} Uhr. Möchten Sie diese Zeit?`,
    button: 'Diese Zeit nehmen',
    booked: (when) => `${when} Uhr ist gebucht. Eine E-Mail mit den Einzelheiten ist unterwegs.`,
    requested: (when) => `Wir haben Ihre Anfrage für ${when} Uhr. Eine E-Mail mit den Einzelheiten ist unterwegs.`,
    onRequest: 'Zum Termin wird die Zeit, wenn wir sie bestätigt haben.',
    gone: 'Diese Zeit ist nicht mehr für Sie freigehalten.',
    waiting: 'Sie stehen weiterhin auf der Warteliste.',
    over: 'Zur Warteliste schreiben wir Ihnen nicht mehr. Sie können gern selbst eine Zeit wählen oder mit uns sprechen.',
  },
  noTexts: 'Keine SMS mehr',
  consentPage: {
    title: 'Worin Sie eingewilligt haben',
    intro: 'Jede Einwilligung steht für sich: Sie können eine jederzeit widerrufen, die anderen bleiben, wie sie sind.',
    none: 'Es ist keine Einwilligung von Ihnen gespeichert.',
    of: {
      consultation: (date) => `Mit Ihren Antworten vom ${date}`,
      booking: (date) => `Mit Ihrer Buchung vom ${date}`,
      waitlist: (date) => `Beim Eintrag in die Warteliste am ${date}`,
    },
    reminders: 'Erinnerungen, um die Sie gebeten haben',
    names: {
      privacy: 'Verwendung Ihrer Angaben',
      'health-data': 'Was Sie über Ihre Gesundheit sagen',
      'photos-assessment': 'Fotos zur Beratung',
      'photos-publication': 'Veröffentlichung Ihrer Fotos',
      'appointment-sms': 'SMS zu Ihren Terminen',
      'marketing-email': 'Neuigkeiten und Angebote per E-Mail',
      'marketing-sms': 'Neuigkeiten und Angebote per SMS',
    },
    given: (date, version) => `Gegeben am ${date} durch ein Häkchen auf unserer Website. Wortlaut: ${version}`,
    withdrawn: {
      person: (date) => `Von Ihnen widerrufen am ${date}.`,
      clinic: (date) => `Auf Ihren Wunsch von uns als widerrufen vermerkt am ${date}.`,
    },
    needed:
      'Diese brauchen wir, solange Sie einen Termin haben oder auf einen warten. Wenn sie enden soll, rufen Sie uns bitte an.',
    withdraw: 'Widerrufen',
    question: 'Möchten Sie diese Einwilligung widerrufen?',
    effects: {
      privacy:
        'Ihre Antworten und Fotos und mit ihnen Ihr Name und Ihre Adresse werden endgültig gelöscht. Ihre Termine bleiben bestehen; wir besprechen dann alles persönlich.',
      'health-data':
        'Was Sie uns über Ihre Gesundheit gesagt und was Sie mit eigenen Worten geschrieben haben, wird endgültig gelöscht. Ihre Termine bleiben bestehen; wir sprechen dann persönlich darüber.',
      'photos-assessment': 'Ihre Fotos werden endgültig gelöscht. Ihre Termine bleiben bestehen.',
      'photos-publication': 'Wir veröffentlichen von jetzt an kein Foto von Ihnen und nehmen veröffentlichte zurück.',
      'appointment-sms': 'Sie bekommen keine SMS zu Ihren Terminen mehr. E-Mails kommen weiterhin.',
      'marketing-email':
        'Sie bekommen keine Neuigkeiten und Angebote per E-Mail mehr. Nachrichten zu Ihren Terminen kommen weiterhin.',
      'marketing-sms':
        'Sie bekommen keine Neuigkeiten und Angebote per SMS mehr. Nachrichten zu Ihren Terminen kommen weiterhin.',
    },
    reach: {
      email: 'Das gilt überall, wo Sie die E-Mail-Adresse angegeben haben, an die dieser Link ging.',
      phone:
        'Das gilt überall, wo Sie die Telefonnummer angegeben haben, an die dieser Link ging, sofern sie gleich geschrieben ist, zum Beispiel mit Landesvorwahl.',
    },
    button: 'Einwilligung widerrufen',
    keep: 'So lassen',
    done: 'Die Einwilligung ist widerrufen',
    erased: 'Ihre Antworten und Fotos sind gelöscht',
    back: 'Zurück zu allen Einwilligungen',
    rights:
      'Wenn Sie eine Kopie von allem möchten, was wir über Sie speichern, oder alles gelöscht haben möchten, schreiben Sie uns oder rufen Sie an.',
  },
  wrongLink: 'Dieser Link ist nicht vollständig, oder er gilt nicht mehr.',
};
