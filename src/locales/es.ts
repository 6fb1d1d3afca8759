import type { Messages } from './messages.js';

const count = (number: number, one: string, other: string) => `${number} ${number === 1 ? one : other}`;
const minutes = (number: number) => count(number, 'minuto', 'minutos');
const remain = (number: number) => (number === 1 ? 'Queda' : 'Quedan');

/** Spanish. */
export const es = {
  language: 'es',

  back: 'Atrás',
  continue: 'Continuar',
  retry: 'Intentar de nuevo',
  optional: 'opcional',
  loading: 'Buscando horas libres',
  wait: 'Un momento',
  callUs: 'También puede llamarnos:',

  chooseService: '¿Qué desea reservar?',
  minutes,
  hours: (hours, rest) => count(hours, 'hora', 'horas') + (rest > 0 ? ` ${minutes(rest)}` : ''),
  mode: { 'in-person': 'En la clínica', video: 'Videollamada', phone: 'Llamada telefónica' },

  afterConsultation:
    'Se puede reservar cuando su profesional haya hablado con usted. Reserve primero una consulta, por favor.',
  underAge: 'Para reservar aquí hay que tener 18 años. Puede llamarnos cuando quiera.',
  treatmentFrom: (date) => `Según sus respuestas, los tratamientos empiezan a partir del ${date}.`,
  chooseTime: 'Elija día y hora',
  practitioner: 'Profesional',
  anyPractitioner: 'Sin preferencia',
  location: 'Lugar',
  anyLocation: 'Cualquier lugar',
  clinicTime: (zone) => `Las horas son las de la clínica (${zone}).`,
  yourTime: (time) => `${time} en su hora local`,
  previousWeek: 'Semana anterior',
  nextWeek: 'Semana siguiente',
  previousMonth: 'Mes anterior',
  nextMonth: 'Mes siguiente',
  showMonth: 'Ver el mes',
  showWeek: 'Ver la semana',
  free: (number) => count(number, 'libre', 'libres'),
  freeTimes: (number) =>
    number === 0 ? 'ningún horario disponible' : count(number, 'horario disponible', 'horarios disponibles'),
  timesOn: (number, date) => `${count(number, 'horario', 'horarios')} el ${date}`,
  noTimesOn: (date) => `No hay horas libres el ${date}.`,
  morning: 'Mañana',
  afternoon: 'Tarde',
  evening: 'Noche',
  holdTime: 'Guardar esta hora',
  holding: 'Le estamos guardando esta hora',
  timeMissing: 'Elija una hora',
  fullyBooked: 'Ahora mismo no nos queda ninguna hora',
  fullyBookedHint:
    'No hay horas libres para reservar en línea. Es posible que las haya con otro profesional o en otro lugar.',
  joinWaitlist: 'Apuntarse a la lista de espera',

  lostTitle: 'Esa hora se acaba de ocupar',
  lostHint: (time) =>
    `Otra persona ha reservado antes que usted la hora del ${time}. Lo que nos ha indicado sigue aquí.`,
  lostAlternatives: 'Las horas libres más próximas son:',
  lostNone: 'Elija otra hora a continuación, por favor.',

  held: (time) => `Le guardamos la hora del ${time}.`,
  heldMinutes: (number) => `${remain(number)} ${minutes(number)}`,
  heldSeconds: (whole, seconds) => `Quedan ${whole}:${String(seconds).padStart(2, '0')}`,
  holdEnding: (seconds) =>
    `Podemos guardarle la hora ${seconds >= 60 ? minutes(Math.round(seconds / 60)) : count(seconds, 'segundo', 'segundos')} más.`,
  holdEnded: 'Ya no le guardamos esta hora. Es posible que siga libre.',
  extendHold: 'Guardarla más tiempo',
  holdAgain: 'Volver a guardarla',

  yourDetails: 'Sus datos',
  name: 'Nombre y apellidos',
  email: 'Correo electrónico',
  emailHint: 'Aquí le enviamos la confirmación.',
  phone: 'Número de teléfono',
  phoneHint: 'Solo para preguntas sobre esta cita.',
  note: '¿Hay algo que debamos saber?',
  noteHint: 'Por favor, no incluya datos médicos. Eso se lo preguntamos en privado.',
  characters: (left) =>
    left >= 0
      ? `${remain(left)} ${count(left, 'carácter', 'caracteres')}`
      : `${-left === 1 ? 'Sobra' : 'Sobran'} ${count(-left, 'carácter', 'caracteres')}`,
  privacyConsent: (clinic) => `Acepto que ${clinic} use mis datos para organizar esta cita.`,
  privacyPolicy: 'Política de privacidad',
  emailSuggestion: (address) => `¿Quiso decir ${address}?`,

  problemTitle: 'Hay un problema',
  errorPrefix: 'Error:',
  nameMissing: 'Escriba su nombre y apellidos',
  nameInvalid: 'El nombre debe tener 120 caracteres como máximo',
  emailMissing: 'Escriba su correo electrónico',
  emailInvalid: 'Escriba un correo electrónico con el formato correcto, como nombre@example.com',
  phoneMissing: 'Escriba su número de teléfono',
  phoneInvalid: 'Escriba un número de teléfono, como 600 000 000 o +34 600 000 000',
  noteTooLong: 'El mensaje debe tener 1000 caracteres como máximo',
  consentMissing: 'Marque la casilla para que podamos organizar su cita',

  checkTitle: 'Compruebe sus respuestas',
  design: 'Diseño de la línea frontal',
  designGoes: 'Se envía también, tal como lo eligió',
  change: 'Cambiar',
  service: 'Cita',
  when: 'Cuándo',
  where: 'Dónde',
  who: 'Con',
  notProvided: 'No indicado',
  cancellationPolicy: 'Cambiar o cancelar',
  confirm: 'Confirmar la reserva',
  request: 'Solicitar la reserva',
  sending: 'Enviando su reserva',
  checking: 'Está tardando más de lo habitual. Estamos comprobando su reserva.',
  unresolvedTitle: 'Todavía no hemos recibido respuesta',
  unresolvedHint:
    'Es posible que su reserva haya llegado. Compruébelo de nuevo para saberlo: no se reservará dos veces, y lo que ha escrito sigue aquí.',
  checkAgain: 'Comprobar de nuevo',

  confirmedTitle: 'Su cita está reservada',
  requestedTitle: 'Su solicitud se ha enviado',
  reference: 'Su referencia',
  confirmedNext: (address) =>
    `El correo electrónico que tenemos de usted es ${address}. Conserve la referencia por si necesita llamar.`,
  requestedNext: (address) =>
    `La clínica revisará su solicitud y escribirá a ${address}. Hasta entonces le guardamos lo que ha elegido.`,
  whatNext: 'Qué pasa ahora',
  addToCalendar: 'Añadirla a su calendario',
  calendarFile: 'Archivo de calendario (.ics)',
  calendarTitle: (clinic) => `Cita en ${clinic}`,
  calendarReference: (reference) => `Referencia ${reference}`,
  calendarPhone: (phone) => `Teléfono ${phone}`,
  newTab: '(se abre en una pestaña nueva)',
  bookAnother: 'Reservar otra cita',

  waitlistTitle: 'Apuntarse a la lista de espera',
  waitlistHint: 'Deje sus datos y la clínica se pondrá en contacto con usted cuando quede libre una hora.',
  waitlistedTitle: 'Está en la lista de espera',
  waitlistedHint: (address) =>
    `La clínica escribirá a ${address} cuando quede libre una hora. Si antes envía un enlace para confirmar, ábralo.`,

  failedTitle: 'Lo sentimos, ahora mismo no puede reservar aquí',
  failedTimes: 'No hemos podido cargar las horas libres',
  errors: {
    network: 'Se ha perdido la conexión. Compruebe que está en línea e inténtelo de nuevo.',
    timeout: 'El sistema de la clínica no ha respondido a tiempo. Inténtelo de nuevo, por favor.',
    'rate-limited': 'Ha habido demasiados intentos. Espere un poco e inténtelo de nuevo, por favor.',
    'not-found': 'Lo que ofrece esta página ya no se puede reservar en línea.',
    unauthorized: 'Ya no le guardamos esta hora. Elíjala de nuevo, por favor.',
    unknown: 'Algo ha fallado por nuestra parte. Lo que ha escrito sigue aquí.',
  },
} as const satisfies Messages;
