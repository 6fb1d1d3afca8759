import type { LauncherMessages } from './messages.js';

/** Spanish. */
export const es: LauncherMessages = {
  title: 'Consulta y reserva',
  close: 'Cerrar',
  loading: 'Un momento',
  failed: 'No se ha podido cargar. Compruebe que está en línea o inténtelo de nuevo en un momento.',
  retry: 'Intentar de nuevo',
  callUs: 'También puede llamarnos:',
  leavingTitle: 'Sus respuestas todavía no se han enviado',
  leavingHint: 'Se quedan aquí mientras esta página esté abierta, así que puede volver a ellas.',
  stay: 'Seguir respondiendo',
  leave: 'Cerrar por ahora',
};
