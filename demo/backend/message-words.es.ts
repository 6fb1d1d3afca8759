import type { LetterWords, MessageFacts, MessageWords } from './message-words.js';

const details = ({ when, place, reference }: MessageFacts): string =>
  [when, place, reference === undefined ? undefined : `Referencia ${reference}`].filter(Boolean).join('\n');

const call = ({ phone }: MessageFacts): string[] =>
  phone === undefined ? [] : [`También puede llamarnos al ${phone}.`];

const aftercare =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Después de su cita en ${facts.clinic}`,
    paragraphs: [
      ...said,
      'Si algo le preocupa, no espere al próximo mensaje: la página dice a quién preguntar, y cuándo es urgente.',
      ...call(facts),
    ],
  });

const touchUp =
  (...said: string[]) =>
  (facts: MessageFacts): LetterWords => ({
    subject: `Un recordatorio de ${facts.clinic}`,
    paragraphs: ['Nos pidió que le escribiéramos por estas fechas.', ...said, ...call(facts)],
  });

/** Spanish. */
export const es: MessageWords = {
  language: 'es',
  greeting: (name) => (name === '' ? 'Hola' : `Hola, ${name}`),
  closing: (clinic) => clinic,
  letters: {
    'booking.confirmed': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: sus ${facts.count} citas a partir del ${facts.shortWhen}`
          : `${facts.clinic}: su cita del ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1 ? 'Sus citas están reservadas.' : 'Su cita está reservada.',
        details(facts),
        `El archivo adjunto ${facts.count > 1 ? 'las' : 'la'} añade a su calendario.`,
        ...call(facts),
      ],
    }),
    'booking.requested': (facts) => ({
      subject: `${facts.clinic}: su solicitud para el ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Hemos recibido su solicitud. Le guardamos las horas; serán citas cuando las hayamos confirmado.'
          : 'Hemos recibido su solicitud. Le guardamos la hora; será una cita cuando la hayamos confirmado.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.declined': (facts) => ({
      subject: `${facts.clinic}: su solicitud para el ${facts.shortWhen}`,
      paragraphs: [
        'Lo sentimos: no podemos confirmar lo que pidió.',
        details(facts),
        facts.count > 1
          ? 'Ya no le guardamos estas horas. Puede elegir otras o hablarlo con nosotros.'
          : 'Ya no le guardamos esta hora. Puede elegir otra o hablarlo con nosotros.',
        ...call(facts),
      ],
    }),
    'booking.moved': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: sus citas han cambiado`
          : `${facts.clinic}: su cita es el ${facts.shortWhen}`,
      paragraphs: [
        facts.count > 1
          ? 'Sus citas han cambiado. Ahora quedan así:'
          : 'Su cita tiene otra hora. Ya no le guardamos la anterior.',
        details(facts),
        `El archivo adjunto ${facts.count > 1 ? 'las' : 'la'} cambia en su calendario.`,
        ...call(facts),
      ],
    }),
    'booking.cancelled': (facts) => ({
      subject:
        facts.count > 1
          ? `${facts.clinic}: ${facts.count} citas a partir del ${facts.shortWhen} canceladas`
          : `${facts.clinic}: cita del ${facts.shortWhen} cancelada`,
      paragraphs: [
        facts.count > 1 ? 'Estas citas están canceladas:' : 'Esta cita está cancelada:',
        details(facts),
        `No tiene que hacer nada más, y no recibirá más recordatorios de ${facts.count > 1 ? 'ellas' : 'ella'}.`,
        ...call(facts),
      ],
    }),
    'booking.renewed': (facts) => ({
      subject:
        facts.count > 1 ? `${facts.clinic}: un enlace nuevo a sus citas` : `${facts.clinic}: un enlace nuevo a su cita`,
      paragraphs: [
        facts.count > 1
          ? 'Aquí tiene un enlace nuevo a sus citas. Los enlaces de correos anteriores ya no funcionan; las citas siguen como están.'
          : 'Aquí tiene un enlace nuevo a su cita. Los enlaces de correos anteriores ya no funcionan; la cita sigue como está.',
        details(facts),
        ...call(facts),
      ],
    }),
    'booking.prepare': (facts) => ({
      subject: `${facts.clinic}: su cita del ${facts.shortWhen}`,
      paragraphs: [
        'Su cita es dentro de una semana.',
        details(facts),
        'Algunas cosas conviene empezarlas ya. La página de abajo las indica día a día.',
        ...call(facts),
      ],
    }),
    'booking.remind': (facts) => ({
      subject: `${facts.clinic}: su cita del ${facts.shortWhen}`,
      paragraphs: [
        'Su cita se acerca.',
        details(facts),
        'Si le sigue viniendo bien, díganoslo, por favor, con el primer enlace de abajo; la cita sigue en pie aunque no responda. Si no, avísenos pronto, por favor, para que otra persona pueda tener la hora.',
        ...call(facts),
      ],
    }),
    'booking.aftercare-0': aftercare(
      'Gracias por venir.',
      'La página de abajo dice qué esperar en los próximos días, y qué es mejor no hacer.',
    ),
    'booking.aftercare-4': aftercare(
      'Han pasado unos días. Lo que hay que hacer cambia más o menos ahora; la página de abajo lo indica.',
    ),
    'booking.aftercare-8': aftercare(
      'Ha pasado algo más de una semana. La página de abajo dice qué puede volver a hacer, y qué tiene que esperar.',
    ),
    'booking.aftercare-30': aftercare(
      'Ha pasado un mes, y casi todo lo que tenía que vigilar ha terminado. La página de abajo dice qué es bueno mantener.',
    ),
    'consultation.received': (facts) => ({
      subject: `${facts.clinic}: tenemos sus respuestas`,
      paragraphs: [
        'Gracias. Sus respuestas han llegado. Las leemos y nos ponemos en contacto con usted.',
        'El enlace de abajo muestra lo que ha aceptado. Allí se puede retirar cada consentimiento, también si alguien dio esta dirección por error.',
        ...call(facts),
      ],
    }),
    'waitlist.joined': (facts) => ({
      subject: `${facts.clinic}: confirme, por favor, que quiere estar en la lista de espera`,
      paragraphs: [
        'Esta dirección se ha apuntado a nuestra lista de espera. Confírmelo, por favor, con el enlace de abajo en un plazo de siete días: solo entonces le escribiremos cuando quede libre una hora que le venga bien.',
        'Si no ha sido usted, no tiene que hacer nada: no volveremos a escribirle.',
        ...call(facts),
      ],
    }),
    'waitlist.removed': (facts) => ({
      subject: `${facts.clinic}: ya no está en nuestra lista de espera`,
      paragraphs: [
        'Le hemos quitado de nuestra lista de espera, así que ya no le ofreceremos más horas. Gracias por su paciencia.',
        'Si lo desea, elija usted una hora o hable con nosotros.',
        ...call(facts),
      ],
    }),
    'waitlist.offer': (facts) => ({
      subject: `${facts.clinic}: una hora el ${facts.shortWhen}`,
      paragraphs: [
        'Ha quedado libre una hora:',
        details(facts),
        `Se la guardamos hasta el ${facts.until ?? ''}. Si no la quiere, no tiene que hacer nada: preguntaremos a la siguiente persona.`,
        ...call(facts),
      ],
    }),
    'touch-up.signed': (facts) => ({
      subject: `Recordatorios de ${facts.clinic}`,
      paragraphs: [
        'Nos pidió que le avisáramos cuando sea el momento de volver a mirarlo. Así lo haremos. El enlace de abajo muestra las fechas y permite cambiarlas.',
        'Si no fue usted quien lo pidió, pare los recordatorios con el enlace de abajo, y no sabrá más de nosotros.',
      ],
    }),
    'touch-up.check-6w': touchUp('Es el momento de ver cómo se ha asentado todo.'),
    'touch-up.review-12m': touchUp('Es el momento de la revisión anual.'),
    'touch-up.refresh': touchUp('Quizá sea el momento de volver. Cuánto se tarda varía de una persona a otra.'),
  },
  deposit: ({ text, reference }) =>
    [
      `Señal: ${text}`,
      `Referencia para el pago: ${reference}`,
      'Si ya ha pagado la señal, no tiene que hacer nada más.',
    ].join('\n'),
  text(kind, { clinic, shortWhen }) {
    if (kind === 'touch-up.signed') return `${clinic}: le avisaremos, como nos pidió. Para ver o cambiar las fechas:`;
    return kind.startsWith('touch-up.')
      ? `${clinic}: el recordatorio que nos pidió.`
      : `${clinic}: su cita es el ${shortWhen}. Para verla o cambiarla:`;
  },
  links: {
    attend: 'Sí, iré',
    deposit: 'Pagar la señal',
    manage: 'Ver, cambiar o cancelar su cita',
    preparation: 'Cómo prepararse',
    aftercare: 'Qué hacer y qué esperar',
    booking: 'Reservar una cita',
    join: 'Sí, escríbanme cuando quede libre una hora',
    offer: 'Verla y quedarse con ella',
    touchUp: 'Ver o cambiar sus recordatorios',
    consents: 'Ver o retirar sus consentimientos',
  },
  calendar: {
    title: (clinic) => `Cita en ${clinic}`,
    reference: (reference) => `Referencia ${reference}`,
    phone: (phone) => `Teléfono ${phone}`,
  },
  stopNote: 'Recibe este mensaje porque tiene una cita con nosotros, o pidió recordatorios.',
  stopLink: 'Parar los recordatorios',
  stopPage: {
    title: 'Parar los recordatorios',
    question: '¿Quiere dejar de recibir nuestros recordatorios? Sus citas siguen como están.',
    button: 'Parar los recordatorios',
    done: 'No recibirá más recordatorios.',
    kept: 'Sus citas siguen como están. Si alguna se cambia o se cancela, se lo diremos igualmente.',
  },
  leaveNote: 'Recibe este mensaje porque está en nuestra lista de espera.',
  leaveLink: 'Salir de la lista de espera',
  leavePage: {
    title: 'Salir de la lista de espera',
    question: '¿Quiere salir de nuestra lista de espera? Ya no le ofreceremos más horas.',
    button: 'Salir de la lista',
    done: 'Ya no está en nuestra lista de espera.',
    again: 'Si se ha vuelto a apuntar desde entonces, use el enlace de nuestro último correo para salir.',
  },
  joinPage: {
    title: 'Nuestra lista de espera',
    question: '¿Quiere que le escribamos cuando quede libre una hora que le venga bien?',
    phone: (phone) =>
      `Tenemos este número de teléfono suyo: ${phone}. Si no es el suyo, no confirme y apúntese de nuevo con su número.`,
    button: 'Sí, escríbanme',
    done: 'Está en nuestra lista de espera. Le escribiremos cuando quede libre una hora que le venga bien.',
    later:
      'Desde entonces, esta dirección se ha vuelto a apuntar a nuestra lista de espera. El enlace que vale es el de nuestro correo sobre eso.',
    gone: 'Si aún quiere esperar una hora libre, puede apuntarse de nuevo a nuestra lista de espera.',
  },
  attendPage: {
    title: 'Su cita',
    question: (when) => `Su cita es el ${when}. ¿Va a venir?`,
    button: 'Sí, iré',
    done: (when) => `Gracias. Le esperamos el ${when}.`,
    changed: 'Esta cita se ha cambiado o cancelado desde entonces. Nuestro último correo dice cómo ha quedado.',
  },
  offerPage: {
    title: 'Una hora para usted',
    question: (when, until) => `Le guardamos la hora del ${when} hasta el ${until}. ¿La quiere?`,
    button: 'Quedarme con esta hora',
    booked: (when) => `La hora del ${when} está reservada. Un correo con los detalles está en camino.`,
    requested: (when) => `Tenemos su solicitud para el ${when}. Un correo con los detalles está en camino.`,
    onRequest: 'Será una cita cuando la hayamos confirmado.',
    gone: 'Ya no le guardamos esta hora.',
    waiting: 'Sigue en la lista de espera.',
    over: 'No volveremos a escribirle por la lista de espera. Si lo desea, elija usted una hora o hable con nosotros.',
  },
  noTexts: 'No más SMS',
  consentPage: {
    title: 'Lo que ha aceptado',
    intro:
      'Cada consentimiento es independiente: puede retirar uno en cualquier momento y los demás siguen como están.',
    none: 'No consta ningún consentimiento suyo.',
    of: {
      consultation: (date) => `Con sus respuestas del ${date}`,
      booking: (date) => `Con su reserva del ${date}`,
      waitlist: (date) => `Al apuntarse a la lista de espera el ${date}`,
    },
    reminders: 'Recordatorios que nos pidió',
    names: {
      privacy: 'Uso de sus datos',
      'health-data': 'Lo que nos dice sobre su salud',
      'photos-assessment': 'Fotos para asesorarle',
      'photos-publication': 'Publicación de sus fotos',
      'appointment-sms': 'SMS sobre sus citas',
      'marketing-email': 'Novedades y ofertas por correo',
      'marketing-sms': 'Novedades y ofertas por SMS',
    },
    given: (date, version) => `Dado el ${date} al marcar una casilla en nuestra web. Texto: ${version}`,
    withdrawn: {
      person: (date) => `Retirado por usted el ${date}.`,
      clinic: (date) => `El ${date} anotamos que usted lo retiró.`,
    },
    needed: 'Lo necesitamos mientras tenga una cita o espere una. Si quiere que termine, llámenos.',
    withdraw: 'Retirar',
    question: '¿Quiere retirar este consentimiento?',
    effects: {
      privacy:
        'Sus respuestas y fotos, y con ellas su nombre y dirección, se borran para siempre. Sus citas siguen como están; entonces lo hablamos todo en persona.',
      'health-data':
        'Lo que nos ha contado sobre su salud y todo lo que ha escrito con sus propias palabras se borra para siempre. Sus citas siguen como están; entonces lo hablamos en persona.',
      'photos-assessment': 'Sus fotos se borran para siempre. Sus citas siguen como están.',
      'photos-publication': 'Desde ahora no publicamos ninguna foto suya y retiramos las publicadas.',
      'appointment-sms': 'Ya no recibirá SMS sobre sus citas. Los correos siguen llegando.',
      'marketing-email':
        'Ya no recibirá novedades ni ofertas por correo. Los mensajes sobre sus citas siguen llegando.',
      'marketing-sms': 'Ya no recibirá novedades ni ofertas por SMS. Los mensajes sobre sus citas siguen llegando.',
    },
    reach: {
      email: 'Esto vale siempre que nos haya dado el correo al que llegó este enlace.',
      phone:
        'Esto vale siempre que nos haya dado el número de teléfono al que llegó este enlace, si lo escribió igual, por ejemplo con el prefijo del país.',
    },
    button: 'Retirar el consentimiento',
    keep: 'Dejarlo como está',
    done: 'El consentimiento se ha retirado',
    erased: 'Sus respuestas y fotos se han borrado',
    back: 'Volver a todos los consentimientos',
    rights: 'Si quiere una copia de todo lo que guardamos sobre usted, o que lo borremos todo, escríbanos o llámenos.',
  },
  wrongLink: 'Este enlace no está completo, o ya no se usa.',
};
