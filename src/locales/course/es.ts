import type { CourseMessages } from './messages.js';

const sessions = (count: number): string => (count === 1 ? '1 sesión' : `${count} sesiones`);
const days = (count: number): string => (count === 1 ? '1 día' : `${count} días`);

/** Spanish. */
export const es = {
  chooseOffer: '¿Qué tratamiento desea?',
  suggested: 'Encaja con lo que nos ha dicho',
  sessions,
  forAll: (price) => `${price} en total`,

  firstTitle: '¿Cuándo puede venir la primera vez?',
  sessionTitle: (number) => `Otra hora para la sesión ${number}`,
  sofar: (time) => `Hasta ahora: ${time}`,
  session: (number, role) => (role === undefined ? `Sesión ${number}` : `Sesión ${number}: ${role}`),
  role: {
    foundation: 'base',
    density: 'densidad y tono',
    detail: 'detalle y difuminado',
    refine: 'últimos ajustes',
  },
  takeTime: 'Elegir esta hora',
  takesTime: 'Buscando las otras horas',

  planTitle: 'Sus sesiones',
  planHint: (min, max) =>
    `Le proponemos estas horas. Su piel necesita al menos ${days(min)} entre dos sesiones; después de ${days(max)} nos gustaría hablar antes con usted. Puede cambiar cada una.`,
  daysAfter: (count) => `${days(count)} después`,
  lost: 'Otra persona ha ocupado la hora anterior. Esta es una nueva.',
  moved: 'Esta también se ha tenido que mover. Es una hora nueva.',
  noTime: 'Todavía no se ha encontrado hora',
  planning: 'Buscando horas',
  changeTime: 'Cambiar la hora',
  tooSoon: (min) =>
    `Demasiado pronto: su piel necesita al menos ${days(min)} para cicatrizar. Elija un día posterior, por favor.`,
  tooLate: (max) =>
    `Demasiado tarde: más de ${days(max)} después de la sesión anterior. Elija un día anterior, por favor.`,
  movesOthers: 'Las sesiones posteriores a esta también se moverían.',
  unplannable: 'No hay horas que encajen entre sí. Empiece otro día, por favor, o llámenos.',
  hold: 'Guardar estas horas',
  holding: 'Guardando sus horas',
  held: (minutes) => `Le guardamos las horas durante ${minutes === 1 ? 'un minuto' : `${minutes} minutos`}.`,
  heldEnded: 'Ya no le guardamos las horas.',

  confirm: (count) => `Reservar ${sessions(count)}`,
  request: (count) => `Solicitar ${sessions(count)}`,
  confirmedTitle: 'Sus sesiones están reservadas',
  requestedTitle: 'Hemos recibido su solicitud',

  remainsTitle: 'No se han podido reservar todas las sesiones',
  remainsHint:
    'El tratamiento no se ha reservado. Aun así, estas sesiones siguen en pie. Llámenos, por favor, o intente cancelarlas:',
  remainsCall:
    'El tratamiento no se ha reservado. Aun así, estas sesiones siguen en pie y no se pueden cancelar aquí. Llámenos, por favor, para hablar de ellas:',
  standing: 'Estas sesiones ya están en nuestra agenda:',
  cancelled:
    'No hay nada reservado: una de las sesiones no se ha podido reservar y, por eso, se han cancelado las demás.',
  tryAgain: 'Cancelarlas',
} as const satisfies CourseMessages;
