import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Référence ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`Vous pouvez aussi nous appeler au ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Après votre rendez-vous chez ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Si quelque chose vous inquiète, n’attendez pas le prochain message : la page dit à qui vous adresser, et quand c’est urgent.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Un rappel de ${facts.clinic}`,
    paragraphs: ['Vous nous avez demandé de vous écrire vers cette date.', ...said, ...call(facts)],
  });

/** French. */
export const fr: MessageWords = {
  language: 'fr',
  greeting: (name) => (name === '' ? 'Bonjour' : `Bonjour ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic} : vos ${facts.count} rendez-vous à partir du ${facts.shortWhen}`
          : `${facts.clinic} : votre rendez-vous du ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Vos rendez-vous sont réservés.' : 'Votre rendez-vous est réservé.',
        details(facts),
        `Le fichier joint ${facts.count > 1 ? 'les' : 'l’'} ajoute à votre agenda.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic} : votre demande pour le ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Nous avons reçu votre demande. Les créneaux vous sont gardés ; ils deviennent des rendez-vous une fois que nous les avons confirmés.'
          : 'Nous avons reçu votre demande. Le créneau vous est gardé ; il devient un rendez-vous une fois que nous l’avons confirmé.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic} : votre demande pour le ${facts.shortWhen}`,
      paragraphs: [
        'Nous sommes désolés : nous ne pouvons pas confirmer votre demande.',
        details(facts),
        facts.count > 1
          ? 'Ces créneaux ne vous sont plus gardés. Vous pouvez en choisir d’autres, ou en parler avec nous.'
          : 'Ce créneau ne vous est plus gardé. Vous pouvez en choisir un autre, ou en parler avec nous.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic} : vos rendez-vous ont changé`
          : `${facts.clinic} : votre rendez-vous est le ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Vos rendez-vous ont été modifiés. Voici ce qui est prévu :'
          : 'Votre rendez-vous a un nouvel horaire. L’ancien ne vous est plus gardé.',
        details(facts),
        `Le fichier joint ${facts.count > 1 ? 'les' : 'le'} modifie dans votre agenda.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic} : ${facts.count} rendez-vous à partir du ${facts.shortWhen} annulés`
          : `${facts.clinic} : rendez-vous du ${facts.shortWhen} annulé`,
      paragraphs: [
        facts.count > 1 ? 'Ces rendez-vous sont annulés :' : 'Ce rendez-vous est annulé :',
        details(facts),
        `Vous n’avez rien d’autre à faire, et vous ne recevrez plus de rappels à ${facts.count > 1 ? 'leur' : 'son'} sujet.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic} : un nouveau lien vers vos rendez-vous`
          : `${facts.clinic} : un nouveau lien vers votre rendez-vous`,
      paragraphs: [
        facts.count > 1
          ? 'Voici un nouveau lien vers vos rendez-vous. Les liens des e-mails précédents ne fonctionnent plus ; les rendez-vous restent tels quels.'
          : 'Voici un nouveau lien vers votre rendez-vous. Les liens des e-mails précédents ne fonctionnent plus ; le rendez-vous reste tel quel.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic} : votre rendez-vous du ${facts.shortWhen}`,
      paragraphs: [
        'Votre rendez-vous est dans une semaine.',
        details(facts),
        'Mieux vaut commencer certaines choses dès maintenant. La page ci-dessous les indique jour par jour.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic} : votre rendez-vous du ${facts.shortWhen}`,
      paragraphs: [
        'Votre rendez-vous approche.',
        details(facts),
        'S’il vous convient toujours, merci de nous le dire via le premier lien ci-dessous ; le rendez-vous reste maintenu même sans réponse. Sinon, merci de nous le dire bientôt, pour que quelqu’un d’autre puisse avoir ce créneau.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Merci de votre visite.',
      'La page ci-dessous dit à quoi vous attendre ces prochains jours, et ce qu’il vaut mieux ne pas faire.',
    ),
    'booking.aftercare-4': aftercare(
      'Quelques jours ont passé. Ce qu’il faut faire change à peu près maintenant ; la page ci-dessous l’indique.',
    ),
    'booking.aftercare-8': aftercare(
      'Une bonne semaine a passé. La page ci-dessous dit ce que vous pouvez refaire, et ce qui doit attendre.',
    ),
    'booking.aftercare-30': aftercare(
      'Un mois a passé, et la plupart des précautions ne sont plus nécessaires. La page ci-dessous dit ce qu’il est bon de continuer.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic} : nous avons vos réponses`,
      paragraphs: [
        'Merci. Vos réponses sont arrivées. Nous les lisons et revenons vers vous.',
        'Le lien ci-dessous montre ce que vous avez accepté. Chaque accord peut y être retiré, aussi par une personne dont l’adresse a été donnée par erreur.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic} : merci de confirmer votre inscription sur la liste d’attente`,
      paragraphs: [
        'Cette adresse a été inscrite sur notre liste d’attente. Merci de le confirmer dans les sept jours par le lien ci-dessous : alors seulement, nous vous écrirons quand un créneau qui vous convient se libérera.',
        'Si ce n’était pas vous, vous n’avez rien à faire : nous ne vous écrirons plus.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic} : vous n’êtes plus sur notre liste d’attente`,
      paragraphs: [
        'Nous vous avons retiré de notre liste d’attente et ne vous proposerons plus de créneaux. Merci de votre patience.',
        'Vous pouvez choisir un créneau vous-même, ou en parler avec nous.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic} : un créneau le ${facts.shortWhen}`,
      paragraphs: [
        'Un créneau s’est libéré :',
        details(facts),
        `Il vous est gardé jusqu’au ${facts.until ?? ''}. Si vous n’en voulez pas, vous n’avez rien à faire : nous le proposons à la personne suivante.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Rappels de ${facts.clinic}`,
      paragraphs: [
        'Vous nous avez demandé de vous rappeler quand il sera temps de revoir le résultat. Nous le ferons. Le lien ci-dessous affiche les dates et vous permet de les modifier.',
        'Si la demande ne vient pas de vous, arrêtez les rappels avec le lien ci-dessous, et vous n’aurez plus de nos nouvelles.',
      ],
    }),
    'touch-up.check-6w': touchUp('Il est temps de regarder comment tout s’est stabilisé.'),
    'touch-up.review-12m': touchUp('Il est temps de faire le point annuel.'),
    'touch-up.refresh': touchUp('Il est peut-être temps de revenir. Le délai varie d’une personne à l’autre.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Acompte : ${text}`,
      `Référence pour le paiement : ${reference}`,
      'Si vous avez déjà payé l’acompte, vous n’avez rien d’autre à faire.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    // Plain spaces: one of another kind would make a text message cost twice as much.
    if (kind === 'touch-up.signed')
      return `${clinic} : nous vous le rappellerons, comme vous l’avez demandé. Pour voir ou modifier les dates :`;
    return kind.startsWith('touch-up.')
      ? `${clinic} : le rappel que vous avez demandé.`
      : `${clinic} : votre rendez-vous est le ${shortWhen}. Pour le voir ou le modifier :`;
  },
  links: {
    attend: 'Je viendrai',
    deposit: 'Payer l’acompte',
    manage: 'Voir, déplacer ou annuler votre rendez-vous',
    preparation: 'Comment vous préparer',
    aftercare: 'Que faire et à quoi vous attendre',
    booking: 'Réserver un rendez-vous',
    join: 'Oui, écrivez-moi quand un créneau se libère',
    offer: 'Regarder et prendre ce créneau',
    touchUp: 'Voir ou modifier vos rappels',
    consents: 'Voir ou retirer vos accords',
  },
  calendar: {
    title: (clinic) => `Rendez-vous chez ${clinic}`,
    reference: (reference) => `Référence ${reference}`,
    phone: (phone) => `Téléphone ${phone}`,
  },
  stopNote: 'Vous recevez ce message parce que vous avez un rendez-vous chez nous, ou avez demandé des rappels.',
  stopLink: 'Arrêter les rappels',
  stopPage: {
    title: 'Arrêter les rappels',
    question: 'Ne voulez-vous plus recevoir nos rappels ? Vos rendez-vous restent tels quels.',
    button: 'Arrêter les rappels',
    done: 'Vous ne recevrez plus de rappels.',
    kept: 'Vos rendez-vous restent tels quels. Si l’un d’eux est déplacé ou annulé, nous vous le dirons quand même.',
  },
  leaveNote: 'Vous recevez ce message parce que vous êtes sur notre liste d’attente.',
  leaveLink: 'Quitter la liste d’attente',
  leavePage: {
    title: 'Quitter la liste d’attente',
    question: 'Voulez-vous quitter notre liste d’attente ? Nous ne vous proposerons plus de créneaux.',
    button: 'Quitter la liste',
    done: 'Vous n’êtes plus sur notre liste d’attente.',
    again: 'Si vous vous êtes réinscrit depuis, le lien de notre dernier e-mail vous permet d’en sortir.',
  },
  joinPage: {
    title: 'Notre liste d’attente',
    question: 'Voulez-vous que nous vous écrivions quand un créneau qui vous convient se libère ?',
    phone: (phone) =>
      `Nous avons ce numéro de téléphone pour vous : ${phone}. Si ce n’est pas le vôtre, ne confirmez pas et inscrivez-vous de nouveau avec le vôtre.`,
    button: 'Oui, écrivez-moi',
    done: 'Vous êtes sur notre liste d’attente. Nous vous écrirons quand un créneau qui vous convient se libérera.',
    later:
      'Cette adresse a de nouveau été inscrite sur notre liste d’attente depuis. Le lien valable est celui de notre e-mail à ce sujet.',
    gone: 'Si vous voulez encore attendre un créneau, vous pouvez vous réinscrire sur notre liste d’attente.',
  },
  attendPage: {
    title: 'Votre rendez-vous',
    question: (when) => `Votre rendez-vous est le ${when}. Viendrez-vous ?`,
    button: 'Je viendrai',
    done: (when) => `Merci. Nous vous attendons le ${when}.`,
    changed: 'Ce rendez-vous a été déplacé ou annulé depuis. Notre dernier e-mail vous dit où il en est.',
  },
  offerPage: {
    title: 'Un créneau pour vous',
    question: (when, until) => `Le créneau du ${when} vous est gardé jusqu’au ${until}. Le voulez-vous ?`,
    button: 'Prendre ce créneau',
    booked: (when) => `Le créneau du ${when} est réservé. Un e-mail avec les détails est en route.`,
    requested: (when) => `Nous avons votre demande pour le ${when}. Un e-mail avec les détails est en route.`,
    onRequest: 'Ce sera un rendez-vous quand nous l’aurons confirmé.',
    gone: 'Ce créneau ne vous est plus gardé.',
    waiting: 'Vous êtes toujours sur la liste d’attente.',
    over: 'Nous ne vous écrirons plus au sujet de la liste d’attente. Vous pouvez choisir un créneau vous-même, ou en parler avec nous.',
  },
  noTexts: 'Plus de SMS',
  consentPage: {
    title: 'Ce que vous avez accepté',
    intro: 'Chaque accord est indépendant : vous pouvez en retirer un à tout moment, les autres restent inchangés.',
    none: 'Aucun accord de votre part n’est enregistré.',
    of: {
      consultation: (date) => `Avec vos réponses du ${date}`,
      booking: (date) => `Avec votre réservation du ${date}`,
      waitlist: (date) => `À l’inscription sur la liste d’attente du ${date}`,
    },
    reminders: 'Rappels que vous avez demandés',
    names: {
      privacy: 'Utilisation de vos coordonnées',
      'health-data': 'Ce que vous dites de votre santé',
      'photos-assessment': 'Photos pour vous conseiller',
      'photos-publication': 'Publication de vos photos',
      'appointment-sms': 'SMS à propos de vos rendez-vous',
      'marketing-email': 'Nouvelles et offres par e-mail',
      'marketing-sms': 'Nouvelles et offres par SMS',
    },
    given: (date, version) => `Donné le ${date} en cochant une case sur notre site. Texte : ${version}`,
    withdrawn: {
      person: (date) => `Retiré par vous le ${date}.`,
      clinic: (date) => `Noté par nous comme retiré, à votre demande, le ${date}.`,
    },
    needed:
      'Nous en avons besoin tant que vous avez un rendez-vous ou en attendez un. Pour y mettre fin, appelez-nous.',
    withdraw: 'Retirer',
    question: 'Voulez-vous retirer cet accord ?',
    effects: {
      privacy:
        'Vos réponses et vos photos, et avec elles votre nom et votre adresse, sont effacées pour de bon. Vos rendez-vous restent inchangés ; nous parlons alors de tout en personne.',
      'health-data':
        'Ce que vous nous avez dit de votre santé et tout ce que vous avez écrit avec vos propres mots est effacé pour de bon. Vos rendez-vous restent inchangés ; nous en parlons alors en personne.',
      'photos-assessment': 'Vos photos sont effacées pour de bon. Vos rendez-vous restent inchangés.',
      'photos-publication': 'Nous ne publions plus aucune photo de vous et retirons celles qui le sont.',
      'appointment-sms': 'Vous ne recevez plus de SMS à propos de vos rendez-vous. Les e-mails continuent.',
      'marketing-email':
        'Vous ne recevez plus de nouvelles ni d’offres par e-mail. Les messages sur vos rendez-vous continuent.',
      'marketing-sms':
        'Vous ne recevez plus de nouvelles ni d’offres par SMS. Les messages sur vos rendez-vous continuent.',
    },
    reach: {
      email: 'Cela vaut partout où vous avez donné l’adresse e-mail qui a reçu ce lien.',
      phone:
        'Cela vaut partout où vous avez donné le numéro de téléphone qui a reçu ce lien, s’il est écrit de la même façon, par exemple avec l’indicatif du pays.',
    },
    button: 'Retirer cet accord',
    keep: 'Ne rien changer',
    done: 'L’accord est retiré',
    erased: 'Vos réponses et vos photos sont effacées',
    back: 'Revenir à tous les accords',
    rights:
      'Pour recevoir une copie de tout ce que nous conservons sur vous, ou pour tout faire effacer, écrivez-nous ou appelez-nous.',
  },
  wrongLink: 'Ce lien n’est pas complet, ou n’est plus en service.',
};
