import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Reference ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] => (phone === undefined ? [] : [`You can also call us on ${phone}.`]);

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `After your appointment at ${facts.clinic}`,
    paragraphs: [
      ...said,
      'If anything worries you, do not wait for the next message: the page says whom to ask, and when it is urgent.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `A reminder from ${facts.clinic}`,
    paragraphs: ['You asked us to write to you about now.', ...said, ...call(facts)],
  });

/** English. */
export const en: MessageWords = {
  language: 'en',
  greeting: (name) => (name === '' ? 'Hello' : `Hello ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: your ${facts.count} appointments from ${facts.shortWhen}`
          : `${facts.clinic}: your appointment on ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Your appointments are booked.' : 'Your appointment is booked.',
        details(facts),
        `The attached file puts ${facts.count > 1 ? 'them' : 'it'} into your calendar.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: your request for ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'We have your request. The times are kept for you; they are appointments once we have confirmed them.'
          : 'We have your request. The time is kept for you; it is an appointment once we have confirmed it.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: your request for ${facts.shortWhen}`,
      paragraphs: [
        'We are sorry: we can’t confirm what you asked for.',
        details(facts),
        facts.count > 1
          ? 'These times are no longer kept for you. You are welcome to choose others, or to talk it over with us.'
          : 'The time is no longer kept for you. You are welcome to choose another, or to talk it over with us.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: your appointments have changed`
          : `${facts.clinic}: your appointment is on ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Your appointments have been changed. This is how they stand:'
          : 'Your appointment has another time. The earlier one is no longer kept for you.',
        details(facts),
        `The attached file changes ${facts.count > 1 ? 'them' : 'it'} in your calendar.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} appointments from ${facts.shortWhen} are cancelled`
          : `${facts.clinic}: ${facts.shortWhen} is cancelled`,
      paragraphs: [
        facts.count > 1 ? 'These appointments are cancelled:' : 'This appointment is cancelled:',
        details(facts),
        `There is nothing more to do, and you get no more reminders of ${facts.count > 1 ? 'them' : 'it'}.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: a new link to your appointments`
          : `${facts.clinic}: a new link to your appointment`,
      paragraphs: [
        facts.count > 1
          ? 'Here is a new link to your appointments. The links in earlier emails no longer work; the appointments stay as they are.'
          : 'Here is a new link to your appointment. The links in earlier emails no longer work; the appointment stays as it is.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: your appointment on ${facts.shortWhen}`,
      paragraphs: [
        'Your appointment is in a week.',
        details(facts),
        'Some things are best begun now. The page below lists them day by day.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: your appointment on ${facts.shortWhen}`,
      paragraphs: [
        'Your appointment is coming up.',
        details(facts),
        'If that still suits you, please let us know with the first link below; your appointment stands without it, too. If not, please tell us soon, so that somebody else can have the time.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Thank you for coming.',
      'The page below says what to expect over the next days, and what to leave alone.',
    ),
    'booking.aftercare-4': aftercare('A few days have passed. What to do changes about now; the page below has it.'),
    'booking.aftercare-8': aftercare(
      'A good week has passed. The page below says what you may do again, and what has to wait.',
    ),
    'booking.aftercare-30': aftercare(
      'A month has passed, and most of what you had to watch is over. The page below says what is good to keep up.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: we have your answers`,
      paragraphs: [
        'Thank you. Your answers have arrived. We read them and get back to you.',
        'The link below shows what you agreed to. Any of it can be withdrawn there, also by someone else whose address was used by mistake.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: please confirm that you want to wait for a time`,
      paragraphs: [
        'This address was put on our waiting list. Please confirm that with the link below within seven days: only then do we write to you when a time that suits you falls free.',
        'If it was not you, there is nothing to do: we do not write again.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: you are off our waiting list`,
      paragraphs: [
        'We have taken you off our waiting list, so we offer you no more times. Thank you for your patience.',
        'You are welcome to choose a time yourself, or to talk to us.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: a time on ${facts.shortWhen}`,
      paragraphs: [
        'A time has fallen free:',
        details(facts),
        `It is kept for you until ${facts.until ?? ''}. If you do not want it, there is nothing to do: the next in line is asked.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Reminders from ${facts.clinic}`,
      paragraphs: [
        'You asked us to remind you when it is time for another look. We will. The link below shows the dates, and lets you change them.',
        'If it was not you who asked, stop the reminders with the link below, and you hear no more of us.',
      ],
    }),
    'touch-up.check-6w': touchUp('It is time for a look at how everything has settled.'),
    'touch-up.review-12m': touchUp('It is time for the yearly look.'),
    'touch-up.refresh': touchUp('It may be time to come in again. How soon differs from person to person.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Deposit: ${text}`,
      `Reference for the payment: ${reference}`,
      'If you have already paid the deposit, there is nothing more to do.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed') return `${clinic}: we will remind you, as you asked. To see or change the dates:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: the reminder that you asked for.`
      : `${clinic}: your appointment is on ${shortWhen}. To see or change it:`;
  },
  links: {
    attend: 'I am coming',
    deposit: 'Pay the deposit',
    manage: 'See, move or cancel your appointment',
    preparation: 'How to prepare',
    aftercare: 'What to do and what to expect',
    booking: 'Book an appointment',
    join: 'Yes, write to me when a time falls free',
    offer: 'Have a look and take it',
    touchUp: 'See or change your reminders',
    consents: 'See or withdraw what you agreed to',
  },
  calendar: {
    title: (clinic) => `Appointment at ${clinic}`,
    reference: (reference) => `Reference ${reference}`,
    phone: (phone) => `Phone ${phone}`,
  },
  stopNote: 'You get this because you have an appointment with us, or asked for reminders.',
  stopLink: 'Stop reminders',
  stopPage: {
    title: 'Stop reminders',
    question: 'Do you want no more reminders from us? Your appointments stay as they are.',
    button: 'Stop reminders',
    done: 'You get no more reminders.',
    kept: 'Your appointments stay as they are. If one is moved or cancelled, we still tell you.',
  },
  leaveNote: 'You get this because you are on our waiting list.',
  leaveLink: 'Leave the waiting list',
  leavePage: {
    title: 'Leave the waiting list',
    question: 'Do you want to leave our waiting list? You are then offered no more times.',
    button: 'Leave the list',
    done: 'You are no longer on our waiting list.',
    again: 'If you have joined again since, the link in our latest email takes you off.',
  },
  joinPage: {
    title: 'Our waiting list',
    question: 'Should we write to you when a time that suits you falls free?',
    phone: (phone) =>
      `We have this phone number for you: ${phone}. If it is not yours, please do not confirm, and join again with your own.`,
    button: 'Yes, write to me',
    done: 'You are on our waiting list. We write to you when a time that suits you falls free.',
    later:
      'This address has been put on our waiting list again since. The link in our email about that is the one that counts.',
    gone: 'If you still want to wait for a time, you are welcome to join our waiting list again.',
  },
  attendPage: {
    title: 'Your appointment',
    question: (when) => `Your appointment is on ${when}. Are you coming?`,
    button: 'I am coming',
    done: (when) => `Thank you. We expect you on ${when}.`,
    changed: 'This appointment has been moved or cancelled since. Our latest email to you says how it stands.',
  },
  offerPage: {
    title: 'A time for you',
    question: (when, until) => `${when} is kept for you until ${until}. Do you want it?`,
    button: 'Take this time',
    booked: (when) => `${when} is booked. An email with the details is on its way.`,
    requested: (when) => `We have your request for ${when}. An email with the details is on its way.`,
    onRequest: 'It is an appointment once we have confirmed it.',
    gone: 'This time is no longer kept for you.',
    waiting: 'You are still on the waiting list.',
    over: 'We do not write to you about the waiting list any more. You are welcome to choose a time yourself, or to talk to us.',
  },
  noTexts: 'No more texts',
  consentPage: {
    title: 'What you agreed to',
    intro: 'Each consent stands by itself: you can withdraw one at any time, and the others stay as they are.',
    none: 'There is no consent of yours on record.',
    of: {
      consultation: (date) => `With your answers of ${date}`,
      booking: (date) => `With your booking of ${date}`,
      waitlist: (date) => `On joining the waiting list on ${date}`,
    },
    reminders: 'Reminders that you asked for',
    names: {
      privacy: 'Use of your details',
      'health-data': 'What you say about your health',
      'photos-assessment': 'Photos, to advise you',
      'photos-publication': 'Publishing your photos',
      'appointment-sms': 'Texts about your appointments',
      'marketing-email': 'News and offers by email',
      'marketing-sms': 'News and offers by text message',
    },
    given: (date, version) => `Given on ${date} by a tick on our website. Wording: ${version}`,
    withdrawn: {
      person: (date) => `You withdrew this on ${date}.`,
      clinic: (date) => `We noted on ${date} that you withdrew this.`,
    },
    needed: 'We need this as long as you have an appointment or wait for one. If you want it to end, please call us.',
    withdraw: 'Withdraw',
    question: 'Do you want to withdraw this consent?',
    effects: {
      privacy:
        'Your answers and photos, and your name and address with them, are erased for good. Your appointments stay as they are; we then talk everything over in person.',
      'health-data':
        'What you told us about your health, and all that you wrote in your own words, is erased for good. Your appointments stay as they are; we then talk about it in person.',
      'photos-assessment': 'Your photos are erased for good. Your appointments stay as they are.',
      'photos-publication': 'We publish no photo of you from now on, and take down what we have published.',
      'appointment-sms': 'You get no more text messages about your appointments. Emails still come.',
      'marketing-email': 'You get no more news and offers by email. Messages about your appointments still come.',
      'marketing-sms': 'You get no more news and offers by text message. Messages about your appointments still come.',
    },
    reach: {
      email: 'This applies wherever you gave us the email address that this link came to.',
      phone:
        'This applies wherever you gave us the phone number that this link came to, if you wrote it in the same way, for example with the country code.',
    },
    button: 'Withdraw consent',
    keep: 'Leave it as it is',
    done: 'The consent is withdrawn',
    erased: 'Your answers and photos are erased',
    back: 'Back to all consents',
    rights: 'If you want a copy of all that we store about you, or want all of it erased, please write or call.',
  },
  wrongLink: 'This link is not complete, or it is no longer in use.',
};
