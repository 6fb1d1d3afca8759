import type { DepositMessages } from './messages.js';

/** Spanish. */
export const es: DepositMessages = {
  deposit: 'Señal',
  payDeposit: 'Pagar la señal',
  alreadyPaid: 'Si ya ha pagado la señal, no tiene que hacer nada más.',
  paid: 'Ha vuelto de la página de pago. Comprobaremos si hemos recibido el pago.',
  unpaid:
    'Ha vuelto de la página de pago. Parece que el pago no se ha completado. Póngase en contacto con nosotros, por favor, si desea pagar la señal de otra forma.',
};
