import type { ManagementMessages } from './messages.js';

const days = (count: number): string => (count === 1 ? '1 día' : `${count} días`);

/** Spanish. */
export const es = {
  title: (sessions) => (sessions === 1 ? 'Su cita' : 'Sus citas'),
  session: (number, of) => `Sesión ${number} de ${of}`,
  status: { confirmed: 'Reservada', requested: 'A la espera de la clínica', cancelled: 'Cancelada' },
  notice: {
    moved: 'Se ha cambiado. Le enviamos un correo con la nueva hora.',
    cancelled: 'Se ha cancelado. Le enviamos un correo para confirmarlo.',
    changed: 'Entretanto, esto se ha cambiado en otro lugar. No se ha hecho nada. Así está ahora.',
    gone: 'Esto ya no se puede cambiar. Así está ahora.',
  },
  changeableUntil: (time) => `Puede cambiarla de hora o cancelarla aquí hasta el ${time}.`,
  notChangeable: 'Ya no se puede cambiar aquí. Llámenos, por favor.',
  move: 'Elegir otra hora',
  cancel: 'Cancelar',
  cancelAll: 'Cancelar todo',
  updateCalendar: 'Actualizar su calendario',

  refusedTitle: 'Este enlace no abre nada',
  refusedHint:
    'Es posible que esté incompleto, que sea demasiado antiguo o que otro más nuevo lo sustituya. Vuelva a abrir el enlace de nuestro último correo, por favor, o llámenos.',
  failedTitle: 'Ahora mismo no se puede mostrar su cita',

  timeTitle: 'Elegir otra hora',
  sofar: (time) => `Hasta ahora: ${time}`,
  gap: {
    same: () => 'Esta es la hora que ya tiene. Elija otra, por favor.',
    'too-soon': (min) =>
      `Su piel necesita al menos ${days(min)} para cicatrizar después de la sesión anterior. Elija un día posterior, por favor.`,
    'too-late': (_, max) =>
      `Esto es más de ${days(max)} después de la sesión anterior. Elija un día anterior, por favor, o llámenos.`,
  },
  review: 'Continuar',
  planning: 'Mirando sus otras sesiones',

  moveTitle: '¿Cambiarla a esta hora?',
  from: 'Del',
  to: 'Al',
  followers: (min) =>
    `Entre sesiones hacen falta al menos ${days(min)}, para que su piel pueda cicatrizar. Estas también se cambian:`,
  noTime: (session) =>
    `No hay ninguna hora libre que encaje para la sesión ${session}. Elija otro día, por favor, o llámenos.`,
  moveConfirm: (sessions) => (sessions === 1 ? 'Cambiar la cita de hora' : `Cambiar ${sessions} sesiones de hora`),

  cancelTitle: (sessions) => (sessions === 1 ? '¿Cancelar esta cita?' : '¿Cancelar estas citas?'),
  cancelConfirm: (sessions) => (sessions === 1 ? 'Cancelar la cita' : `Cancelar ${sessions} citas`),
  keep: 'Conservarla',

  sending: 'Enviando',
  checking: 'Está tardando más de lo habitual. Estamos comprobando qué ha llegado.',
  unresolvedHint:
    'Es posible que su cambio haya llegado. Compruébelo de nuevo: nada se hace dos veces. Si eso no ayuda, llámenos, por favor.',
} as const satisfies ManagementMessages;
