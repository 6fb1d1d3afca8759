import type { TouchUpMessages } from './messages.js';

/** Spanish. */
export const es = {
  title: 'Cuándo volver a mirarlo',
  estimate: 'Una estimación, no una promesa. Cuánto duran los puntos varía de una persona a otra.',
  names: { check: 'Control', review: 'Primera revisión', refresh: 'Renovación' },
  hints: {
    check: 'Los puntos se han asentado, y la clínica ve si hacen falta más.',
    review: 'Para ver cómo se han conservado los puntos.',
    refresh: 'Cuando muchas personas piensan en renovar los puntos.',
  },
  about: (month) => `hacia ${month}`,
  due: 'ya en cualquier momento',

  lastSession: '¿Cuándo fue su última sesión?',
  lastSessionHint: 'Si tiene dudas, basta con un día cercano.',
  counted: (day) => `Contado desde su última sesión, el ${day}.`,
  lastSessionWrong: 'Indique el día de su última sesión, por favor, por ejemplo uno de los últimos años.',

  refine: 'Ajustarlo mejor a usted',
  stays: 'Sus respuestas se quedan en esta página. No se guardan ni se envían.',
  unsure: 'No lo sé',
  skin: 'Mi cuero cabelludo es',
  skins: { dry: 'Seco', normal: 'Normal', oily: 'Graso' },
  sun: 'Le da el sol',
  suns: { low: 'Rara vez', medium: 'A veces', high: 'Mucho' },
  scar: 'Se trató una cicatriz',
  scars: { yes: 'Sí', no: 'No' },

  calendar: 'Añadir a mi calendario',
  calendarHint: 'Un archivo con estas fechas para su propio calendario. La clínica no se entera de nada.',
  calendarDone: 'El archivo de calendario está hecho. Ábralo para añadir las fechas.',
  entry: (clinic) => (clinic === undefined ? 'Recordatorio: llamar a la clínica' : `Recordatorio: llamar a ${clinic}`),
  entryNote: 'Un recordatorio para estas fechas. No se ha reservado ninguna cita.',
  book: 'Reservar un retoque',
  remind: 'Avisarme',
} as const satisfies TouchUpMessages;
