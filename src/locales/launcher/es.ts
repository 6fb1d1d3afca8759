import type { LauncherMessages } from './messages.js';

/** Spanish. */
export const es: LauncherMessages = {
  title: 'Consulta y reserva',
  close: 'Cerrar',
  loading: 'Un momento',
  leavingTitle: 'Sus respuestas todavía no se han enviado',
  leavingHint: 'Se quedan aquí mientras esta página esté abierta, así que puede volver a ellas.',
  stay: 'Seguir respondiendo',
  leave: 'Cerrar por ahora',
};
